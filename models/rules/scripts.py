"""Chinese or not: where words typed into one line belong."""

from __future__ import annotations

import re

HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def by_script(text: str) -> tuple[str, str]:
    """The text as (Chinese, English): Chinese if it holds a Han character; the other one is empty."""
    plain = text.strip()
    return (plain, "") if HAN.search(plain) else ("", plain)
