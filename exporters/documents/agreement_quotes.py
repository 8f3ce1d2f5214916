"""The title of an agreement inside quotation marks: marks within marks change (GB/T 15834-2011 §4.8, §4.15)."""

from __future__ import annotations

import re

_ENGLISH = re.compile('“([^“”]*)”|‘((?:[^‘’]|’(?=\\w))*)’|"([^"]*)"')
_CHINESE = str.maketrans("《》〈〉", "〈〉《》")


def inside_marks(title: str, language: str) -> str:
    """The title as it stands within 《》 or “”: 〈〉 or ‘’ take the place of its own; an apostrophe stays one."""
    if language == "zh":
        bare = title[1:-1] if _is_whole(title) else title
        return bare if bare != title else title.translate(_CHINESE)
    return _ENGLISH.sub(_exchanged, title)


def _is_whole(title: str) -> bool:
    """Whether the title stands within marks of its own as a whole."""
    return title.startswith("《") and title.find("》") == len(title) - 1


def _exchanged(found: re.Match[str]) -> str:
    double, single, straight = found.groups()
    if single is not None:
        return f"“{single}”"
    within = double if double is not None else straight
    return f"‘{_ENGLISH.sub(_exchanged, within)}’"
