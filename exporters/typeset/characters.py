"""Which characters stand on a full cell, which may not start or end a line, and what may never be broken inside.

Sources: GB/T 15834-2011 §5.1 (places of punctuation marks), W3C Requirements for Chinese Text Layout §3.1.2; the
groups of digits and units are what offices write in agreements and itineraries.
"""

from __future__ import annotations

import re
from functools import cache

SPACES = " \u2000-\u200a\u205f"
SPACED = " \u3000"  # may hang over the end of a line
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
    "(?:[十百千万亿]{1,3})?(?:平方[公千]?米|平方公里|立方米|公里|千米|厘米|毫米|公顷|公斤|千克|千瓦|兆瓦|小时|分钟|学时|课时|学分|"
    "个月|个工作日|工作日|人次|美元|欧元|"
    "[元角分人名个项家年月日号天周次位户亩吨米页份条款期届辆座台套所场批件只间层路组区时岁度万亿倍级"
    "篇部册本卷幅处栋幢门支种类株头瓦升克]|%|％|‰|℃|㎡)"
)
_CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
_TOGETHER = re.compile(
    f"(?=[\\d—…〔+¥￥$人第A-Z{_CAPITALS}])(?:"  # where any of them starts: the rest of the text is passed over quickly
    + "|".join(
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
        )
    )
    + ")"
)
_SPACED_NAME = re.compile(rf"(?<![{_HAN}])[{_HAN}]\u3000[{_HAN}](?![{_HAN}])")  # two characters, spaced for print
_PERSON_LAST = re.compile(  # behind a post: 人才办主任　方念慈, 药学院院长　阿依古丽·买买提
    rf"(?<=\u3000)(?:[{_HAN}]{{1,10}}(?:·[{_HAN}]{{1,10}})+|[{_HAN}]{{2,6}}(?![{_HAN}·]))"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_NAME_ALONE = re.compile(rf"[{_HAN}]{{2,4}}$|[{_HAN}]{{1,10}}(?:·[{_HAN}]{{1,10}})+$")  # a cell that holds a name
_JOINT = re.compile(
    rf"(?<=[{_HAN}])(?=[A-Za-z0-9@#&$¥€£+\u00c0-\u024f\u0370-\u04ff])|(?<=[A-Za-z0-9%#&+\u00c0-\u024f\u0370-\u04ff])(?=[{_HAN}])"
)
_LEFT_BLANK, _RIGHT_BLANK = re.escape(OPENERS + "“‘"), re.escape(CLOSERS + STOPS + "”’")
_ADJACENT = re.compile(
    f"(?<=[{_RIGHT_BLANK}])(?=[{_RIGHT_BLANK}{_LEFT_BLANK}])|(?<=[{_LEFT_BLANK}])(?=[{_LEFT_BLANK}])"
)
_SOFT = re.compile(f"(?<=[{_RIGHT_BLANK}])(?!^|$)|(?=[{_LEFT_BLANK}])(?!^|$)")
_LATIN_JOINT = re.compile(r"(?<=[A-Za-z]{2}[-–/])(?=[A-Za-z]{2})")


def is_wide(character: str, language: str) -> bool:
    """Whether the character stands on a full cell in a paper of this language."""
    return bool(_wide(language).match(character))


def joints(text: str) -> list[int]:
    """The places between a Han character and a Latin letter or digit, where a quarter-em space belongs."""
    return [match.start() for match in _JOINT.finditer(text)]


def adjacent_marks(text: str) -> list[int]:
    """The places between two full-width marks whose blank halves meet."""
    return [match.start() for match in _ADJACENT.finditer(text)]


class Permits(dict[str, bool]):
    """Whether a line may end between two characters, by the rules of punctuation and of whole words."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        super().__init__()
        self._pattern = pattern

    def __missing__(self, pair: str) -> bool:
        permitted = self[pair] = bool(self._pattern.match(pair, 1))
        return permitted


@cache
def permits(language: str) -> Permits:
    """The shared table of this language."""
    return Permits(_break_pattern(language))


def joins_words(text: str, place: int) -> bool:
    """Whether two words joined by a hyphen or slash meet here: a line may end after the joint."""
    return text[place - 1] in "-–/" and bool(_LATIN_JOINT.match(text, place))


def soft_places(text: str) -> list[int]:
    """The places beside full-width marks inside a text that can give room up: after closing, before opening ones."""
    return [match.start() for match in _SOFT.finditer(text)]


def wholes(text: str) -> list[tuple[int, int]]:
    """The stretches never broken inside: dates, amounts with their units, telephone and document numbers, ——, ……."""
    found = [match.span() for match in _TOGETHER.finditer(text)]
    if "\u3000" in text:
        found += [match.span() for match in _SPACED_NAME.finditer(text)]
        found += [match.span() for match in _PERSON_LAST.finditer(text)]
    if "@" in text:
        found += [match.span() for match in _EMAIL.finditer(text)]
    if alone := _NAME_ALONE.match(text):
        found.append(alone.span())
    return found


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
    return re.compile(f"{after_space}|{beside_wide}")
