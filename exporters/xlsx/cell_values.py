"""Typed values for Excel: a number stays a number and is still printed as the paper words it (“约200个”)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from exporters.blocks import Cell

GENERAL = "General"
TEXT = "@"
MOST_DIGITS = 15  # Excel keeps no more: 18 digits of an identity number would end in 000
LONGEST_WORDING = 100  # characters; a whole format may have 255
EARLIEST = date(1900, 3, 1)  # before, Excel's calendar has a day that never was

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_DATE_FORMATS = (
    ("%Y年{m}月{d}日", 'yyyy"年"m"月"d"日"'),
    ("{m}月{d}日", 'm"月"d"日"'),
    ("%Y-%m-%d", "yyyy-mm-dd"),
    ("%Y.%m.%d", "yyyy.mm.dd"),
    ("%Y.{m}.{d}", "yyyy.m.d"),
    ("%Y/%m/%d", "yyyy/mm/dd"),
    ("{d} {month} %Y", "[$-409]d mmmm yyyy"),
    ("{d} {short} %Y", "[$-409]d mmm yyyy"),
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # not strftime's: that speaks the machine's language


@dataclass(frozen=True, slots=True)
class CellValue:
    """What goes into the cell: text (never a formula), or a number or date with its format."""

    value: str | int | Decimal | date | time | datetime | None
    number_format: str = GENERAL

    @property
    def is_text(self) -> bool:
        """Whether it is stored as a string."""
        return isinstance(self.value, str)


def cell_value(cell: Cell, language: str) -> CellValue:
    """The typed value of a cell where Excel can hold it, else its text."""
    value = cell.value
    if isinstance(value, bool) or value is None:
        return CellValue(cell.text)
    if isinstance(value, int | Decimal):
        return _number(value, cell.text)
    if isinstance(value, datetime):
        return _moment(value, cell.text)
    if isinstance(value, date):
        return _day(value, cell.text, language)
    if isinstance(value, time):
        return CellValue(value, "hh:mm") if value.tzinfo is None else CellValue(cell.text)
    return CellValue(value)


def _number(value: int | Decimal, text: str) -> CellValue:
    if isinstance(value, int) and len(text) <= MOST_DIGITS and str(value) == text:  # most are: long lists are numbered
        return CellValue(value, "0")
    number = Decimal(value)
    if not number.is_finite() or len(number.as_tuple().digits) > MOST_DIGITS or abs(number.adjusted()) >= MOST_DIGITS:
        return CellValue(text)
    return CellValue(value, _worded(number, text) or _plain(number, text))


def _worded(number: Decimal, text: str) -> str:
    """The format that prints exactly `text`, if the number stands in it. Excel takes no long and no dirty formats."""
    if len(text) > LONGEST_WORDING or not text.isprintable():
        return ""
    for found in _NUMBER.finditer(text):
        digits = found.group().replace(",", "")
        try:
            same = Decimal(digits) == number
        except InvalidOperation:  # pragma: no cover - the pattern gives digits only
            continue
        if same and (digits == "0" or not digits.lstrip("-").startswith("00")):
            return _literal(text[: found.start()]) + _digits(found.group()) + _literal(text[found.end() :])
    return ""


def _plain(number: Decimal, text: str) -> str:
    places = max(-int(number.as_tuple().exponent), 0)
    return ("#,##0" if "," in text else "0") + ("." + "0" * places if places else "")


def _digits(shown: str) -> str:
    whole, _, fraction = shown.partition(".")
    return ("#,##0" if "," in whole else "0") + ("." + "0" * len(fraction) if fraction else "")


def _literal(text: str) -> str:
    """Words inside a number format; a quotation mark cannot stand in a quoted run."""
    return "".join(f'"{part}"' if part != '"' else '\\"' for part in re.split(r'(")', text) if part)


def _moment(value: datetime, text: str) -> CellValue:
    if value.tzinfo is not None or value.date() < EARLIEST:
        return CellValue(text)
    return CellValue(value, "yyyy-mm-dd hh:mm")


def _day(value: date, text: str, language: str) -> CellValue:
    if value < EARLIEST:
        return CellValue(text)
    for pattern, number_format in _DATE_FORMATS:
        if _written(value, pattern) == text:
            return CellValue(value, number_format)
    return CellValue(value, "yyyy-mm-dd" if language == "en" else 'yyyy"年"m"月"d"日"')


def _written(value: date, pattern: str) -> str:
    month = _MONTHS[value.month - 1]
    filled = pattern.format(m=value.month, d=value.day, month=month, short=month[:3])
    return (
        filled.replace("%Y", f"{value.year:04d}").replace("%m", f"{value.month:02d}").replace("%d", f"{value.day:02d}")
    )
