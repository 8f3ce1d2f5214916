"""Whether a text looks classified. This app is not for classified material; it can only say so plainly.

The exact rule. A text looks classified when, in half-width form and without spaces between Chinese characters, it holds
1. a marking: 绝密, 机密 or 秘密 followed by a star (★ ☆) or by 级;
2. a line or bracket that consists of nothing but such a word (with a term: 机密 10年; after 密级：);
3. 绝密 anywhere;
4. 涉密, unless a negation (不 非 未 无 勿 禁 否) stands among the six characters before it in the same clause;
5. in English: "top secret", "classified" before material, document, information, project or unit (not after non-, not,
   un), or a line of SECRET, TOP SECRET or CLASSIFIED alone.
国家秘密, 商业秘密, 工作秘密, 技术秘密, 保密, 秘书 and 内部 are words of every agreement and mean nothing.
"""

from __future__ import annotations

import re
import unicodedata

_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff])[^\S\n]+(?=[\u4e00-\u9fff])")
_MARKING = re.compile(r"(?:绝密|机密|秘密)\s*(?:[★☆]|级)")
_ALONE = re.compile(
    r"(?:^|[(\[【〔「])\s*(?:密级\s*[::]\s*)?(?:绝密|机密|秘密)\s*(?:\d+\s*年)?\s*(?:$|[)\]】〕」])", re.MULTILINE
)
_CLASSIFIED_WORK = re.compile(r"([^,，;；。.!！?？\n]{0,6})涉密")
_NEGATIONS = "不非未无勿禁否"
_ENGLISH = re.compile(
    r"\btop[ -]secret\b|(?<!non-)(?<!not )(?<!un)\bclassified (?:material|document|information|project|unit)",
    re.IGNORECASE,
)
_ENGLISH_ALONE = re.compile(r"^\W*(?:TOP SECRET|SECRET|CLASSIFIED)\W*$", re.MULTILINE)


def looks_classified(text: str) -> bool:
    """Whether the text carries a classification marking, or says that something is classified (rule above)."""
    if not text:
        return False
    plain = _HAN_GAP.sub("", unicodedata.normalize("NFKC", text))
    found = (pattern.search(plain) for pattern in (_MARKING, _ALONE, _ENGLISH, _ENGLISH_ALONE))
    return "绝密" in plain or any(found) or _says_classified(plain)


def _says_classified(plain: str) -> bool:
    return any(not set(_NEGATIONS) & set(match.group(1)) for match in _CLASSIFIED_WORK.finditer(plain))
