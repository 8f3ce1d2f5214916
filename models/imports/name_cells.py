"""The cell of a name: one person, several, a place kept for somebody, or no person at all.

Names are never NFKC-ed: that would change characters. Dots of minority and foreign names become U+00B7, and nothing is
ever split at them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from models.imports.book import CellValue, Note
from models.imports.footers import is_label
from models.imports.headers import meaning_of
from models.imports.one_name import Somebody, one_person, plain_name
from models.imports.texts import HAN_CLASS, CleanCell, Cleaned, narrow, text_of, tidy
from models.imports.titles import ends_as_unit, is_title, is_unit, title_ends, unit_ends

_DITTO = frozenset({"同上", "〃", '"', "“", "”", "″", "''", "同", "上同", "--", "do", "ditto", "〞", "〃〃", "..", "↑"})
_HEADING_ENDS = frozenset("名人员表者家宾称号等定无位计上同他空缺知请派行注明导括字")
_SUSPICIOUS_STARTS = frozenset("拟随另待暂携带请共合小总备注填联")
_HAN = re.compile(f"[{HAN_CLASS}]")
_BREAKS = re.compile(r"[、，,；;/\n\r]+")
_LATIN_BREAKS = re.compile(r"[、；;/\n\r]+")
_SECTION = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)、.．]")  # 一、县领导 heads the rows below it
_NUMBER = re.compile(r"(?:^|(?<=[\s、，,;；/]))[（(]?\d{1,2}(?:[.．、)）]|\s)\s*(?=[\u3400-\u9fff])|^[①-⑳]\s*")
_NUMERALS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {
    "两": 2,
    "几": 0,
    "若干": 0,
    "数": 0,
}
_COUNTED = re.compile(
    r"(?P<who>.*?)\s*(?:共|计|约|各)?\s*(?P<count>\d{1,4}|[一二两三四五六七八九十]{1,2}|若干|几)\s*(?P<measure>名|人|位|个人)(?P<rest>.*)"
)
_WITH_OTHERS = re.compile(
    r"(?P<people>.+?)\s*(?P<word>等|一行|及随行(?:人员)?|\+|＋)\s*(?:共|计)?\s*(?P<count>\d{1,4}|[一二两三四五六七八九十]{1,2})?\s*(?:名|人|位)?(?:同志|领导|老师)?"
)
_OPEN_WORDS = re.compile(
    r"""[(（]?(?:人员|名单|姓名|领导|人选)?
        (?:待定|未定|待确定|待通知|待报|另定|暂缺|空缺|暂未确定|待补|待核|另行通知|拟请|拟派|请待|保密)(?:中|。)?[)）]?
    | tb[acd] | to\ be\ (?:determined|confirmed|announced|advised) | .{1,8}[(（]?(?:待定|待确定|未定)[)）]?
    | (?:拟请|拟派|拟邀|邀请).*(?:领导|代表|人员|专家|负责人|同志)""",
    re.IGNORECASE | re.VERBOSE,
)
_NOBODY = frozenset(
    {
        "无",
        "-",
        "—",
        "——",
        "/",
        "\\",
        "无人",
        "没有",
        "n/a",
        "none",
        "nil",
        "不参加",
        "不参会",
        "不出席",
        "请假",
        "0",
        ".",
    }
)
MOST_PEOPLE = 60


@dataclass(frozen=True, slots=True)
class NameCell:
    """What the cell holds: people, and a group without names; neither where nobody stands there."""

    people: tuple[Cleaned, ...] = ()
    label: str = ""  # of the group, as written
    count: int | None = None
    notes: tuple[Note, ...] = ()
    ditto: bool = False


def clean_name(value: CellValue) -> str | NameCell:
    """A plain name as text; everything else with what it holds."""
    if type(value) is str and plain_names().fullmatch(value):
        return value
    if value is None or not isinstance(value, str):
        return "" if value is None else _no_name(text_of(value))
    return _read(value)


def clean_name_together(value: CellValue) -> str | NameCell:
    """The same for a cell that is not to be split: one person, whatever stands there."""
    text = tidy(text_of(value))
    if not text or is_label(text):
        return clean_name(value)
    return NameCell((Cleaned(plain_name(text), ()),))


@cache
def plain_names() -> re.Pattern[str]:
    """Names of two to four characters that neither begin nor end like words that are no name."""
    nobody = "|".join(sorted(word for word in _NOBODY if _HAN.match(word)))
    starts, ends = "".join(sorted(_SUSPICIOUS_STARTS)), "".join(sorted(title_ends() | unit_ends() | _HEADING_ENDS))
    return re.compile(f"(?!(?:{nobody})\\Z)(?![{starts}])[\u4e00-\u9fff]{{1,3}}(?![{ends}])[\u4e00-\u9fff]")


@lru_cache(maxsize=50_000)
def _read(value: str) -> str | NameCell:
    text = tidy(value)
    if not text:
        return ""
    if text.lower() in _DITTO:
        return NameCell(notes=(Note("name_ditto", {"field": "name_zh", "text": text}),), ditto=True)
    if text.lower() in _NOBODY or is_label(text) or meaning_of(text) is not None:
        return NameCell()
    if _SECTION.match(text) or _is_unit_instead(text):
        return _no_name(text)
    if len(text) > 50 and "·" not in text and not _BREAKS.search(value):
        return _no_name(text)
    if group := _group_of(text):
        return group
    return _several(value) or _single(text)


def _is_unit_instead(text: str) -> bool:
    """浙江大学 in the place of a name; 李学会 may be somebody."""
    bare = tidy(text)
    long_end = len(bare) >= 4 and is_unit(bare) and ends_as_unit(bare[-2:])
    return is_unit(bare) and (long_end or not Somebody.has_surname(bare))


def _single(text: str) -> str | NameCell:
    if numbered := _NUMBER.match(text):
        return _numbered(text, text[numbered.end() :])
    cell = one_person(text)
    if isinstance(cell, str):
        return cell
    if not cell.cell.text and not any(field == "name_en" for field, _ in cell.cell.extra):
        return _no_name(text)
    return NameCell((cell.cell,), cell.group, cell.count)


def _numbered(text: str, rest: str) -> str | NameCell:
    """1、王伟: the number of a list before a name."""
    cell = _single(rest)
    note = Note("name_split", {"field": "name_zh", "text": text})
    people = (Cleaned(cell),) if isinstance(cell, str) else cell.people
    if not people:
        return cell
    told = tuple(Cleaned(each.text, each.extra, (note, *each.notes)) for each in people)
    return NameCell(told) if isinstance(cell, str) else NameCell(told, cell.label, cell.count, cell.notes)


def _no_name(text: str) -> NameCell:
    return NameCell(notes=(Note("not_a_name", {"field": "name_zh", "text": text}),))


def _group_of(text: str) -> NameCell | None:
    """“待定”, “1名领导”, “随行2人”, or a title without a name; None where somebody is named."""
    plain = narrow(text)
    if _OPEN_WORDS.fullmatch(plain):
        named = _before_open_word(text)
        return named or _group(text, 1)
    if is_title(plain):
        return _group(text, 1)
    counted = _COUNTED.fullmatch(plain)
    if counted and not _names_somebody(counted["who"], counted["count"], counted["rest"]):
        return _group(text, _number(counted["count"]) or None)
    return None


def _before_open_word(text: str) -> NameCell | None:
    """张三（待定）: somebody is named, but not yet sure."""
    bare = re.sub(r"[(（]?(?:待定|待确定|未定)[)）]?$", "", text).strip()
    name = plain_name(bare)
    if not _looks_like_name(name):
        return None
    return NameCell((Cleaned(name, (), (Note("tentative", {"field": "name_zh", "text": text}),)),))


def _looks_like_name(text: str) -> bool:
    return one_person(text) == text and len(text) > 1 and Somebody.has_surname(text)


def _names_somebody(who: str, count: str, rest: str) -> bool:
    """王伟等3人 names somebody; 丁一人 may be a name."""
    if not count.isdecimal() and not rest and len(who) == 1 and len(count) == 1 and Somebody.has_surname(who + count):
        return True
    return bool(re.search(r"等|一行|\+|＋|及随行", who)) or bool(_BREAKS.search(who)) or bool(re.search(r"[(（]", who))


def _group(text: str, count: int | None) -> NameCell:
    return NameCell(label=text, count=count, notes=(Note("placeholder", {"field": "name_zh", "text": text}),))


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text in _NUMERALS:
        return _NUMERALS[text]
    tens, _, ones = text.partition("十")
    return (_NUMERALS.get(tens, 1) if tens else 1) * 10 + _NUMERALS.get(ones, 0)


def _several(value: str) -> NameCell | None:
    """Several people in one cell, perhaps with others who are not named."""
    text = _NUMBER.sub("\n", re.sub(r"[ \t]+", " ", value)).strip()
    others = _WITH_OTHERS.fullmatch(tidy(text))
    if others and (with_others := _with_others(others)):
        return with_others
    parts = [part for part in (_BREAKS if _HAN.search(text) else _LATIN_BREAKS).split(text) if part.strip()]
    if len(parts) == 1:
        parts = _spaced_people(tidy(text))
    if not 2 <= len(parts) <= MOST_PEOPLE or any(len(tidy(part)) < 2 for part in parts):
        return None
    if len(parts) == 2 and is_title(tidy(parts[1])) and not is_title(tidy(parts[0])):
        return None
    cells = [_group_of(tidy(part)) or _single(tidy(part)) for part in parts]
    return _together([NameCell((Cleaned(cell),)) if isinstance(cell, str) else cell for cell in cells], tidy(value))


def _together(cells: list[NameCell], text: str) -> NameCell | None:
    """All people of the parts, and all who come with them without a name; None if a part is neither."""
    if not all(cell.people or cell.label for cell in cells):
        return None
    note = Note("several_people", {"field": "name_zh", "text": text})
    people = [Cleaned(each.text, each.extra, (note, *each.notes)) for cell in cells for each in cell.people]
    groups = [cell for cell in cells if cell.label]
    counts = [cell.count for cell in groups if cell.count is not None]
    notes = tuple(group_note for cell in groups for group_note in cell.notes)
    return NameCell(tuple(people), "、".join(cell.label for cell in groups), sum(counts) if counts else None, notes)


def _spaced_people(text: str) -> list[str]:
    """张三 李四 are two, 张 三 is one, 司马 相如 is one."""
    words = text.split(" ")
    names = [word for word in words if 2 <= len(word) <= 3 and Somebody.has_surname(word) and not is_title(word)]
    return words if len(names) == len(words) and not Somebody.is_surname(words[0]) else [text]


def _with_others(found: re.Match[str]) -> NameCell | None:
    """王伟等3人: one is named, two are not; 王伟一行5人 too."""
    inner = _several(found["people"]) or _single(tidy(found["people"]))
    people = (Cleaned(inner),) if isinstance(inner, str) else inner.people
    if not people or (len(people) == 1 and not Somebody.has_surname(people[0].text)):
        return None
    total = _number(found["count"]) if found["count"] else None
    inclusive = found["word"] in ("等", "一行")
    count = total - len(people) if total and inclusive else total
    text = tidy(found.string)
    if count is not None and count <= 0:
        note = Note("name_split", {"field": "name_zh", "text": text})
        return NameCell(tuple(Cleaned(each.text, each.extra, (note, *each.notes)) for each in people))
    note = Note("placeholder", {"field": "name_zh", "text": text})
    return NameCell(people, text, count, (note,))


def name_text(cell: CleanCell) -> str:
    """The name itself."""
    return cell if isinstance(cell, str) else cell.text
