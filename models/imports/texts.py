"""What stands in a cell, as text: invisible characters out, spaces as a list wants them. Nothing visible is lost."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from models.imports.book import CellValue, Note

HAN_CLASS = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_GAP = re.compile(f"(?<=[{HAN_CLASS}·]) (?=[{HAN_CLASS}·])")
_SIGNS = "，、。；：（）！？“”《》"
_WORD_GAP = re.compile(f"(?<=[{HAN_CLASS}·{_SIGNS}]) (?=[{HAN_CLASS}·{_SIGNS}])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_GAPS = re.compile(r"\s+")
_PLAIN = re.compile("[0-9A-Za-z\u4e00-\u9fff]*")
_NARROW = str.maketrans({code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))})
LARGEST_EXACT = 10**15  # whole numbers beyond lose digits in a spreadsheet


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cell that says more than its text: values for other fields, and what must be told about it."""

    text: str
    extra: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()


CleanCell = str | Cleaned


def told(field: str, code: str, text: str, value: str = "") -> Cleaned:
    """A cell with one note: its code, the field, and the text as it stood there."""
    return Cleaned(value, (), (Note(code, {"field": field, "text": text}),))


def text_of(value: CellValue) -> str:
    """The cell as text: whole numbers without a point, days and times as ISO, yes and no as slips write them."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e21 else repr(value)
    return _moment_text(value)


def _moment_text(value: int | datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return str(value)


def tidy(text: str) -> str:
    """Without invisible characters; line breaks and runs of spaces as one space."""
    if text.isprintable() and "  " not in text:  # nothing but the space is a gap then
        return text.strip()
    return _GAPS.sub(" ", _INVISIBLE.sub("", text)).strip()


def line_of(value: CellValue) -> str:
    """The cell in one line."""
    return _tidied(value) if type(value) is str else tidy(text_of(value))


@lru_cache(maxsize=20_000)
def _tidied(text: str) -> str:
    """The words around a table are looked at several times, and slips share their headings."""
    return tidy(text)


def narrow(text: str) -> str:
    """Tidy, full-width letters, digits and signs narrow (NFKC): for codes, phones and headings, never for names."""
    return tidy(text if text.isascii() else unicodedata.normalize("NFKC", text))


def clean_words(value: CellValue) -> str:
    """Words of a unit or a title: no spaces between Chinese characters, full-width letters and digits narrow."""
    text = text_of(value)
    if _PLAIN.fullmatch(text):
        return text
    return _WORD_GAP.sub("", tidy(text.translate(_NARROW)))


def clean_remark(value: CellValue) -> str:
    """Free text, tidy."""
    return tidy(text_of(value))


def clean_code(value: CellValue) -> str:
    """A number that is a name (table 007, plate 浙A12345): narrow, leading zeros stay."""
    return narrow(text_of(value))


def without_han_gaps(text: str) -> str:
    """张 三 → 张三, 欧阳 · 娜 → 欧阳·娜; spaces beside other letters stay."""
    return _HAN_GAP.sub("", text)
