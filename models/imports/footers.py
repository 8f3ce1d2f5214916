"""Rows that are no people: totals, notes and contact blocks; and what a contact block says of unit, name and phone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.imports.texts import clean_words, narrow
from models.imports.titles import is_unit

_TOTAL = re.compile(
    r"""[(（]?(?: (?:合\s*计|总\s*计|小\s*计|共\s*计|总人数|人数合计|合计人数|累计|sub-?total|total)
        (?:$|[^\u4e00-\u9fffa-z]|人|参) | 共\s*\d+\s*[人名位] )""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = re.compile(
    r"""[*※★●(（【]*(?:
      (?:备\s*注|注|附注|说明|填表说明|填报说明|注意|注意事项|温馨提示|提示|要求|附件?|notes?|remarks?)\s*\d*\s*[:：.]
    | (?:填报|填表|报送|制表|审核|审批|经办|报名)(?:单位|人|人员|日期|时间|负责人)(?![\u4e00-\u9fff]{3})
    | (?:单位|部门|学校|主要|分管)?(?:负责人|领导)\s*[(（]?\s*(?:签字|签名|签章|意见|审批)
    | (?:单位)?\s*[(（]?\s*(?:盖\s*章|公章|签章)
    | (?:会务|单位|本单位)?(?:联系人|联络员|联系电话|联系方式|联系邮箱|联系手机)(?:$|[^\u4e00-\u9fff]|姓名|电话|手机)
    | (?:单位名称|单位|电话|手机|邮箱|传真|地址|日期)[:：]
    | 请(?:于|将|各|在|务必|认真|如实) | (?:此|本)(?:表|回执) | (?:以上|以下)(?:人员|名单|为|信息|内容)
    | (?:20\d\d|二〇..)\s*年\s*\d+\s*月\s*\d+\s*日$
    | please\b | contact\ (?:person|phone|us) | prepared\ by | submitted\ by
    | (?:\d+|[一二三四五六七八九十]+)[、.．]\s*(?:请|此|本|各|如|凡|若|参会人员请|联系)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_UNIT = (
    "填报单位|报送单位|报名单位|参会单位|参加单位|填表单位|单位名称|工作单位|单\\s*位|organization|affiliation|company"
)
_NAME = "填报人|填表人|经办人|联系人|联络员|报名人|contact person|contact"
_PHONE = "联系人电话|联系电话|联系方式|联系手机|手机号码|手机号|手机|电话|tel|phone|mobile"
_SAID = re.compile(
    rf"(?i)(?P<label>(?P<unit>{_UNIT})|(?P<name>{_NAME})|(?P<phone>{_PHONE})|日\s*期|填报日期|填报时间|时间|邮箱|传真|地址)\s*"
    r"(?:[(（][^()（）]*[)）])?\s*[:：]\s*"
)
_LABEL_CELL = re.compile(
    rf"(?i)(?:(?P<unit>{_UNIT})|(?P<name>{_NAME})|(?P<phone>{_PHONE}))\s*(?:[(（][^()（）]*[)）])?"
)
_TITLE = re.compile(
    r"(?P<unit>[^《》“”\"]{3,40}?)(?:拟)?(?:参会|参加|出席|与会|赴会|报名|会议|参观|考察|出席会议)?(?:代表|人员|嘉宾|领导|报名)*(?:会议)?"
    r"(?:名单|回执单|回执表|回执|报名表|信息表|登记表|汇总表|统计表|一览表|名册|花名册|通讯录)[(（]?.*"
)
_NUMBERED = re.compile(r"^(?:附件\s*\d*\s*[:：]?|\d{4}年度?)")
_ATTENDS = re.compile("(?P<unit>.+?)(?:拟?参加|拟?出席|参会|赴)")
_MEETING = re.compile("会议|座谈会|对接会|大会|推介会|洽谈会|交流会|年会|仪式|论坛|活动|通知|关于")
_BLANK = re.compile(r"^[_＿\s]*$")


@dataclass(frozen=True, slots=True)
class Contact:
    """What stands around a table: the unit of all its rows, and whom to ask."""

    unit: str = ""
    name: str = ""
    phone: str = ""
    from_title: bool = False


@lru_cache(maxsize=50_000)
def is_total(text: str) -> bool:
    """合计, 小计：12人, Total."""
    return bool(_TOTAL.match(text))


@lru_cache(maxsize=50_000)
def is_label(text: str) -> bool:
    """Whether words begin a total, a note or a contact block, not a person."""
    return is_total(text) or bool(_LABEL.match(text))


def contact_around(above: Iterable[Sequence[str]], below: Iterable[Sequence[str]]) -> Contact:
    """Read the rows above a table and below it; the first that says something counts."""
    found = {"unit": "", "name": "", "phone": ""}
    rows_above = [tuple(row) for row in above]
    for row in (*rows_above, *below):
        for kind, text in _said(row):
            if not found[kind]:
                found[kind] = text
    title_unit = "" if found["unit"] else _unit_of_titles(rows_above)
    return Contact(found["unit"] or title_unit, found["name"], found["phone"], bool(title_unit))


def unit_of_title(text: str) -> str:
    """浙江大学参会人员名单 → 浙江大学; empty where the words name no unit."""
    title = _TITLE.fullmatch(clean_words(text))
    unit = _NUMBERED.sub("", title["unit"]) if title else ""
    attends = _ATTENDS.match(unit)
    unit = attends["unit"] if attends else unit
    return unit if is_unit(unit) and not _MEETING.search(unit) else ""


def _unit_of_titles(rows: Sequence[Sequence[str]]) -> str:
    return next((unit for row in rows for text in row if text and (unit := unit_of_title(text))), "")


def _said(row: Sequence[str]) -> Iterable[tuple[str, str]]:
    """填报单位（盖章）：浙江大学  联系人：张三, in one cell or in cells side by side."""
    cells = [cell for cell in row if cell]
    for place, cell in enumerate(cells):
        following = cells[place + 1] if place + 1 < len(cells) else ""
        if label := _LABEL_CELL.fullmatch(cell):
            if following and not _LABEL.match(following):
                yield from _kept(label, following)
            continue
        labels = list(_SAID.finditer(cell))
        for number, found in enumerate(labels):
            end = labels[number + 1].start() if number + 1 < len(labels) else len(cell)
            text = cell[found.end() : end].strip(" ,，;；。\t") or (following if end == len(cell) else "")
            if not _SAID.match(text) and not _BLANK.match(text):
                yield from _kept(found, text)


def _kept(found: re.Match[str], text: str) -> Iterable[tuple[str, str]]:
    kind = next((kind for kind in ("unit", "name", "phone") if found[kind]), "")
    if kind:
        yield kind, narrow(text) if kind == "phone" else clean_words(text)
