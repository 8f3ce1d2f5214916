"""Short answers of slips: yes and no in all their signs, gender, ethnic group, capacity, reply, room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from models.codes import AttendanceCategory, Reply
from models.imports.book import CellValue, Note
from models.imports.headers import heading_words
from models.imports.slip_words import code_of, words_of
from models.imports.texts import CleanCell, Cleaned, clean_remark, narrow, text_of, told

YES, NO = "yes", "no"
_OPTIONS = "是|否|不需要|需要|不要|要|有|无|男|女|不参加|参加"
_TICKED = re.compile(f"[√✓✔☑■●]\\s*({_OPTIONS})")
_TICKED_BEHIND = re.compile(f"({_OPTIONS})\\s*[√✓✔☑■●]")
_CHOICE = re.compile(r"^[a-d][.、]\s*")  # A.是, of a form filled in on the phone
_BOX = "√✓✔☑■●□☐○"
_ROOM_KINDS = re.compile(
    "单间|标间|标准间|大床|双床|套房|套间|双人间|单人间|合住|单住|双标|[0-9一二两]\\s*[间晚夜]|single|double|twin|suite",
    re.IGNORECASE,
)
_GENDERS = ("male", "female")
_CATEGORIES = tuple(category.value for category in AttendanceCategory)
_REPLIES = (Reply.CONFIRMED.value, Reply.DECLINED.value, Reply.SUBSTITUTE.value)
_NOTHING = frozenset(
    {
        "无",
        "-",
        "—",
        "——",
        "/",
        "无要求",
        "无特殊要求",
        "无禁忌",
        "没有",
        "否",
        "不",
        "0",
        "none",
        "no",
        "n/a",
        "无忌口",
    }
)


@lru_cache(maxsize=20_000)
def answer_of(text: str) -> str:
    """ "yes", "no", or "" where the words are neither: √, 需要, 1, ☑是☐否 …"""
    plain = _CHOICE.sub("", narrow(text).lower()).strip(" .。()")
    if answer := code_of(plain, (YES, NO)):
        return answer
    return code_of(_ticked(plain), (YES, NO))


def _ticked(text: str) -> str:
    """The one option that is ticked: ☑是☐否, 是√ 否□; empty where it is not one."""
    ticked = (_TICKED if text[:1] in _BOX else _TICKED_BEHIND).findall(text)
    return ticked[0] if len(ticked) == 1 else ""


def clean_flag(field: str, word: str, value: CellValue) -> CleanCell:
    """A column that asks yes or no about one thing: a yes means that word, a no nothing, other words stay."""
    text = clean_remark(value)
    answer = answer_of(text) if text else NO
    return word if answer == YES else "" if answer == NO else text


def clean_lodging(value: CellValue, *, heading: str) -> CleanCell:
    """yes or no; 标间 or 需要，20日入住 is a yes whose words are kept in the remarks; nobody guesses at other words."""
    text = clean_remark(value)
    if not text:
        return ""
    if answer := answer_of(text):
        return answer
    kept = (("remarks", f"{heading_words(heading) or heading}：{text}"),)
    head = re.match(r"(不需要|不需|不用|不要|不住|否|无需|需要|需|要|是)(?=[\s,，。;；(（])", text)
    if head:
        return Cleaned(code_of(head[1], (YES, NO)), kept)
    if _ROOM_KINDS.search(text):
        return Cleaned(YES, kept)
    return Cleaned("", kept, (Note("answer_unclear", {"field": "lodging", "text": text}),))


def clean_gender(value: CellValue) -> CleanCell:
    """male or female; ☑男☐女 too."""
    if value is None or value == "":
        return ""
    return _read_gender(narrow(text_of(value)))


@lru_cache(maxsize=2_000)
def _read_gender(text: str) -> CleanCell:
    plain = _ticked(text) or text.lower()
    if plain in ("", "-", "/", "—"):
        return ""
    return code_of(plain, _GENDERS) or told("gender", "answer_unclear", text)


@lru_cache(maxsize=2_000)
def clean_ethnicity(value: CellValue) -> CleanCell:
    """汉 → 汉族; other words stay."""
    text = narrow(narrow(text_of(value)).replace(" ", ""))
    return f"{text}族" if text in words_of("people") else text


def clean_category(value: CellValue) -> CleanCell:
    """A capacity that is known; every other word is the part the person claims."""
    return _coded("category", value, _CATEGORIES)


def clean_reply(value: CellValue) -> CleanCell:
    """confirmed, declined or substitute."""
    text = clean_remark(value)
    if answer := answer_of(text) if text else "":
        return "confirmed" if answer == YES else "declined"
    return _coded("reply", value, _REPLIES)


def _coded(field: str, value: CellValue, codes: Sequence[str]) -> CleanCell:
    text = clean_remark(value)
    if not text or (code := code_of(narrow(text).lower(), codes)):
        return code if text else ""
    if field == "category":
        return Cleaned("", (("role", text),))
    return Cleaned("", (("remarks", text),), (Note("answer_unclear", {"field": field, "text": text}),))


def clean_diet(value: CellValue) -> CleanCell:
    """Words as they are; 无 is nothing."""
    text = clean_remark(value)
    return "" if text.lower() in _NOTHING else text


def clean_meals(value: CellValue) -> CleanCell:
    """Words as they are, yes and no in their usual form: they are printed."""
    text = clean_remark(value)
    answer = answer_of(text) if text else ""
    return {YES: "是", NO: "否"}.get(answer, text)


def clean_room(value: CellValue) -> CleanCell:
    """A room number; one that the spreadsheet made a date of (8-12 → 8月12日) is proposed again and told."""
    if isinstance(value, date | datetime):
        return told("room", "room_is_date", text_of(value), f"{value.month}-{value.day}")
    text = narrow(text_of(value))
    if re.fullmatch(r"-\d+|\d+\.\d+|\d(?:\.\d+)?[eE]\+?\d+", text):
        return told("room", "room_doubtful", text, text)
    return text
