"""Which characters stand on a full cell, which may not start or end a line, and what may never be broken inside.

Sources: GB/T 15834-2011 §5.1 (places of punctuation marks), W3C Requirements for Chinese Text Layout §3.1.2; the
groups of digits and units are what offices write in agreements and itineraries.
"""

from __future__ import annotations

import re
from functools import cache

SPACES = " \u2000-\u200a\u205f"
NO_START = "，。、；：？！）》」』】〕〉〗｝］”’…—·％‰℃°～,.;:?!)]}%»›／/〞＊﹚"
NO_END = "（《「『【〔〈〖｛［“‘([{«‹￥¥＄$〝﹙№"
OPENERS = "（《「『【〔〈〖｛［"
CLOSERS = "）》」』】〕〉〗｝］"
STOPS = "，。、；："
HALF_AT_END = CLOSERS + STOPS + "”’"

_MARKS = "\u0300-\u036f\u20d0-\u20ff"  # combining: never apart from their letter
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇々\U00020000-\U0003fffd"
_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\ua000-\ua4cf\uac00-\ud7a3\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff" + _HAN
)
_WIDE_IN_CHINESE = "“”‘’—…·①-⓿■□▲△◆◇○◎●☆★→←↑↓℃×÷√"

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS = (
    "(?:[十百千万亿]{1,3})?(?:平方[公千]?米|立方米|公里|千米|公斤|小时|分钟|个月|人次|美元|欧元|"
    "[元角分人名个项家年月日号天周次位户亩吨米页份条款期届辆座台套所场批件只间层路组区时岁度万亿倍级]|%|％|‰|℃|㎡)"
)
_CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
_TOGETHER = re.compile(
    "|".join(
        (
            "—{2,}|…{2,}",
            r"\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日",
            r"〔\d{4}〕\d+号|〔\d{4}〕",
            r"\+?\d{1,4}[ -]1\d{2}[ -]?\d{4}[ -]?\d{4}|1\d{2}[ -]\d{4}[ -]\d{4}|0\d{2,3}[-—]\d{7,8}",
            r"\d{1,2}[:：]\d{2}(?:\s?[-–—~～至]{1,2}\s?\d{1,2}[:：]\d{2})?",
            rf"(?:人民币)?[¥￥$]?\d[\d,]*(?:\.\d+)?(?:[-–~～至]\d[\d,]*(?:\.\d+)?)? ?[余多]?{_UNITS}",
            rf"(?:人民币)?[{_CAPITALS}]{{1,16}}(?:[元圆](?:[{_CAPITALS}]角)?(?:[{_CAPITALS}]分)?整?|[份年个])",
            "第[一二三四五六七八九十百零〇\\d]{1,5}[条章节款项次届期批号]",
            rf"\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?",
            r"(?:RMB|CNY|USD|EUR|No\.|Article|Annex|Section|Clause|Party|Mr\.|Ms\.|Dr\.|Prof\.) [\dA-Z][\w,.]*"
            r"(?: (?:yuan|million|billion))?",
            r"\d[\d,]*(?:\.\d+)? "
            r"(?:yuan|million|billion|km|m|mm|kg|people|months?|years?|days?|hours?|minutes?|am|pm)\b(?: yuan)?",
            rf"(?<![{_HAN}])[{_HAN}]\u3000[{_HAN}](?![{_HAN}])",  # a two-character name spaced for print
            rf"^[{_HAN}]{{2,4}}$|^[{_HAN}]{{1,10}}(?:·[{_HAN}]{{1,10}})+$",  # a cell that holds a name
        )
    )
)
_JOINT = re.compile(
    rf"(?<=[{_HAN}])(?=[A-Za-z0-9@#&$¥€£+\u00c0-\u024f\u0370-\u04ff])|(?<=[A-Za-z0-9%#&+\u00c0-\u024f\u0370-\u04ff])(?=[{_HAN}])"
)
_LEFT_BLANK, _RIGHT_BLANK = re.escape(OPENERS + "“‘"), re.escape(CLOSERS + STOPS + "”’")
_ADJACENT = re.compile(
    f"(?<=[{_RIGHT_BLANK}])(?=[{_RIGHT_BLANK}{_LEFT_BLANK}])|(?<=[{_LEFT_BLANK}])(?=[{_LEFT_BLANK}])"
)
_LATIN_JOINTS = r"(?<=[A-Za-z]{2}[-–/])(?=[A-Za-z]{2})"


def is_wide(character: str, language: str) -> bool:
    """Whether the character stands on a full cell in a paper of this language."""
    return bool(_wide(language).match(character))


def joints(text: str) -> list[int]:
    """The places between a Han character and a Latin letter or digit, where a quarter-em space belongs."""
    return [match.start() for match in _JOINT.finditer(text)]


def adjacent_marks(text: str) -> list[int]:
    """The places between two full-width marks whose blank halves meet."""
    return [match.start() for match in _ADJACENT.finditer(text)]


def breaks(text: str, language: str) -> list[int]:
    """Every place a line may break by the rules of punctuation and of whole words (index of the next character)."""
    return [match.start() for match in _break_pattern(language).finditer(text)]


def wholes(text: str) -> list[tuple[int, int]]:
    """The stretches never broken inside: dates, amounts with their units, telephone and document numbers, ——, ……."""
    return [match.span() for match in _TOGETHER.finditer(text)]


@cache
def _wide(language: str) -> re.Pattern[str]:
    return re.compile(f"[{_wide_class(language)}]")


def _wide_class(language: str) -> str:
    return _WIDE + _WIDE_IN_CHINESE if language == "zh" else _WIDE


@cache
def _break_pattern(language: str) -> re.Pattern[str]:
    wide, starts, ends = _wide_class(language), re.escape(NO_START) + _MARKS, re.escape(NO_END)
    beside_wide = (
        f"(?<![{SPACES}{ends}\u00a0\u2060])(?![{SPACES}{starts}\u00a0\u2060])(?:(?<=[{wide}])|(?=[{wide}]))(?!^|$)"
    )
    after_space = f"(?<=[{SPACES}])(?=[^{SPACES}])"
    return re.compile(f"{after_space}|{beside_wide}|{_LATIN_JOINTS}")
