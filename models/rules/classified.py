"""Whether a text looks classified. This app is not for classified material; it can only say so plainly.

The exact rule. A text looks classified when, in half-width form and without spaces between Chinese characters, it holds
1. a marking: 绝密, 机密 or 秘密 followed by a star (★ ☆) or by 级;
2. a line or bracket that consists of nothing but such a word (with a term: 机密 10年; after 密级：);
3. 绝密 anywhere;
4. 涉密 or 涉及国家秘密, unless the clause denies it: a negation or condition (不 非 未 无 勿 禁 否 如 若) among the six
   characters before it (未来 and 无线 are none), or a prohibition (严禁 禁止 不得 不准 不能 不可 请勿 切勿) somewhere;
5. 机密 or 秘密 before 文件, 材料, 资料, 信息, 载体 or 档案, under the same conditions, unless 国家, 商业, 工作 or 技术
   stands before it;
6. in English: "top secret", "classified" before material, document, information, project or unit (not after non-, not,
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
_CLASSIFIED_WORK = re.compile(
    r"涉密|涉及国家秘密|(?<!国家)(?<!商业)(?<!工作)(?<!技术)(?:机密|秘密)(?:文件|材料|资料|信息|载体|档案)"
)
_CLAUSE_ENDS = re.compile(r"[,，;；。.!！?？\n]")
_DENIED = re.compile(r"(?:[不非勿禁否如若]|未(?!来)|无(?!线)).{0,5}$|严禁|禁止|不得|不准|不能|不可|请勿|切勿")
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
    return any(not _is_denied(plain[: match.start()]) for match in _CLASSIFIED_WORK.finditer(plain))


def _is_denied(before: str) -> bool:
    return _DENIED.search(_CLAUSE_ENDS.split(before)[-1]) is not None
