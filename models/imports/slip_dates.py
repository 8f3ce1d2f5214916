"""When people come and go, as slips write it: a day, a time, a part of the day, or words that only people understand.

A day is stored as ISO text, a moment as "2024-05-20T15:00"; what is less exact stays as words, with the day made whole
where it is known (“5月20日下午” → “2024年5月20日下午”).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from models.codes import DatePrecision
from models.imports.book import CellValue
from models.imports.texts import CleanCell, Cleaned, narrow, text_of, told

_YEAR = r"(?:(?P<year>\d{4}|\d{2}(?=年|\d?\d?[./-]\d\d?[./-]))\s*[-./年]\s*)?"
_DAY = re.compile(_YEAR + r"(?P<month>\d{1,2})\s*[-./月]\s*(?P<day>\d{1,2})(?!\d)\s*[日号]?")
_SHORT_YEAR = re.compile(r"(?<!\d)(?P<year>\d{2})\s*[-./]\s*(?P<month>\d{1,2})\s*[-./]\s*(?P<day>\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?P<year>20\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH_MONTH = rf"(?P<month>{'|'.join(_ENGLISH_MONTHS)})[a-z]*\.?"
_DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_ENGLISH_MONTH}(?:,?\s+(?P<year>20\d\d))?", re.IGNORECASE
)
_MONTH_DAY = re.compile(
    rf"{_ENGLISH_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<year>20\d\d))?", re.IGNORECASE
)
_YEAR_LAST = re.compile(r"(?<!\d)(?P<one>\d{1,2})[./-](?P<other>\d{1,2})[./-](?P<year>20\d\d)(?!\d)")
_MONTH = re.compile(
    r"(?:(?P<year>\d{4})\s*年)?\s*(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月份?\s*(?P<third>[上中下]旬|初|底|中)?"
)
_PART = re.compile("凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|晚间|早|晚")
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:[:.]\s*(?P<minute>\d{2})(?::\d{2})?|[时点](?:\s*(?P<minute_zh>\d{1,2}|半)\s*分?)?)(?!\d)"
)
_ENDS = re.compile(r"[\s,;()/、]*(?:到达|抵达|到|返程|离开|AM|PM|am|pm)?[\s,;()/、]*")
_TRIP = re.compile(
    r"(?<![0-9A-Za-z])(?:[GDCZTKSY]\d{1,4}|[A-Z]{2}\d{3,4}[A-Z]?|[0-9][A-Z]\d{3,4}|[A-Z][0-9]\d{4})(?![0-9A-Za-z])(?:次列车|次)?",
    re.I,
)
_HALF_DAYS = {"下午": 12, "傍晚": 12, "晚上": 12, "晚间": 12, "晚": 12, "夜里": 12, "中午": 12}
_CHINESE_MONTHS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_OPEN = re.compile(r"(?i)待定|未定|另行通知|待通知|不确定|tbd|tba")
_NONE = frozenset({"无", "-", "—", "/", "——", "不需要", "没有", "不", "否", "n/a", "na", "none", "0"})
FIRST_SERIAL, LAST_SERIAL = 36526, 73050  # 2000 to 2099: days that Excel counts from 1899-12-30
_EPOCH = datetime(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known of a time: its day, hour or part of the day, and how exact the day is."""

    day: date | None = None
    hour: time | None = None
    part: str = ""
    precision: DatePrecision = DatePrecision.UNKNOWN
    open: bool = False  # “待定”

    @property
    def text(self) -> str:
        """As it is stored: ISO where day (and hour) are known, else empty."""
        if self.day is None or self.precision is not DatePrecision.DAY:
            return ""
        if self.hour is not None:
            return f"{self.day.isoformat()}T{self.hour:%H:%M}"
        return f"{self.day.year}年{self.day.month}月{self.day.day}日{self.part}" if self.part else self.day.isoformat()


def read_moment(value: CellValue, year: int | None = None) -> Moment:
    """「2024年5月20日下午3:00」, 「5.20」 in the meeting's year, 45432 (Excel's day), 「五月下旬」 to the month."""
    if isinstance(value, datetime):
        return Moment(value.date(), value.time() if value.time() != time.min else None, "", DatePrecision.DAY)
    if isinstance(value, date):
        return Moment(value, None, "", DatePrecision.DAY)
    if isinstance(value, time):
        return Moment(hour=value)
    if isinstance(value, timedelta):
        return Moment(hour=(datetime.min + value).time())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_serial(float(value), year)
    return _read_words(narrow(text_of(value)), year)[0]


def clean_moment(field: str, value: CellValue, year: int | None) -> CleanCell:
    """A cell of an arrival or departure; a train or flight in it goes to the field beside it."""
    if not isinstance(value, str):
        return "" if value is None else _kept(field, text_of(value), read_moment(value, year), rest="")
    text = narrow(value)
    return "" if not text or text.lower() in _NONE else _clean_text(field, text, year)


@lru_cache(maxsize=20_000)
def _clean_text(field: str, text: str, year: int | None) -> CleanCell:
    if text.isdecimal() and FIRST_SERIAL <= int(text) <= LAST_SERIAL:
        return _kept(field, text, read_moment(int(text), year), rest="")
    trips = _TRIP.findall(text)
    moment, rest = _read_words(_TRIP.sub(" ", text), year)
    cell = _kept(field, text, moment, rest)
    if not trips:
        return cell
    trip = " ".join(each.upper().removesuffix("次列车").removesuffix("次") for each in trips)
    plain = cell if isinstance(cell, Cleaned) else Cleaned(cell)
    only_trip = not _ENDS.sub("", rest) and moment == Moment()
    return Cleaned("" if only_trip else plain.text, ((f"{field}_trip", trip),), () if only_trip else plain.notes)


def _kept(field: str, text: str, moment: Moment, rest: str) -> CleanCell:
    """The stored form; words that could not be read stay as they are, and are told."""
    if moment.text and not rest:
        return moment.text
    if moment.open:
        return text
    if moment.precision is DatePrecision.MONTH and not rest:
        return told(field, "day_unknown", text, text)
    if moment.text:
        return told(field, "time_with_words", text, text)
    if moment.day is None and (moment.hour or moment.part):
        return told(field, "time_without_day", text, text)
    return told(field, "time_not_read", text, text)


def _of_serial(number: float, year: int | None) -> Moment:
    """Excel's count of days with the time as its fraction; 5.2 may be 5月2日 or 5月20日 and stays unread."""
    if FIRST_SERIAL <= number <= LAST_SERIAL:
        found = _EPOCH + timedelta(minutes=round(number * 1440))
        return Moment(found.date(), found.time() if found.time() != time.min else None, "", DatePrecision.DAY)
    if 0 < number < 1:
        return Moment(hour=(_EPOCH + timedelta(minutes=round(number * 1440))).time())
    text = repr(number)
    return _read_words(text, year)[0] if len(text.split(".")[-1]) == 2 else Moment()


def _read_words(text: str, year: int | None) -> tuple[Moment, str]:
    """The moment, and what could not be read of the words."""
    if _OPEN.search(text):
        return Moment(open=True), ""
    rest = _WEEKDAY.sub(" ", text)
    day, precision, rest = _take_day(rest, year)
    part_found = _PART.search(rest)
    part = part_found.group() if part_found else ""
    rest = rest.replace(part, " ", 1) if part else rest
    hour, rest = _take_time(rest, part)
    return Moment(day, hour, part, precision), _ENDS.sub("", rest.replace("T", " ", 1) if hour else rest)


def _take_day(text: str, year: int | None) -> tuple[date | None, DatePrecision, str]:
    if english := _english_day(text, year):
        return english[0], DatePrecision.DAY, english[1]
    for pattern in (_PACKED, _SHORT_YEAR, _DAY):
        found = pattern.search(text)
        if found is None:
            continue
        known = int(found["year"]) if found["year"] else year
        day = _date_of(known, int(found["month"]), int(found["day"]))
        if day is not None:
            return day, DatePrecision.DAY, text[: found.start()] + " " + text[found.end() :]
    found = _MONTH.search(text)
    if found is None:
        return None, DatePrecision.UNKNOWN, text
    month = _CHINESE_MONTHS.get(found["month"]) or int(found["month"]) if found["month"] else 0
    first = _date_of(int(found["year"]) if found["year"] else year, month, 1)
    rest = text[: found.start()] + " " + text[found.end() :]
    return (first, DatePrecision.MONTH, rest) if first else (None, DatePrecision.UNKNOWN, text)


def _english_day(text: str, year: int | None) -> tuple[date, str] | None:
    """20 May 2024, May 20th; 20/5/2024 and 5/20/2024 where one of the numbers can only be a day."""
    if found := _DAY_MONTH.search(text) or _MONTH_DAY.search(text):
        month = _ENGLISH_MONTHS.index(found["month"][:3].lower()) + 1
        day = _date_of(int(found["year"]) if found["year"] else year, month, int(found["day"]))
    elif found := _YEAR_LAST.search(text):
        one, other = int(found["one"]), int(found["other"])
        low, high = min(one, other), max(one, other)
        day = _date_of(int(found["year"]), low, high) if high > 12 or low == high else None
    else:
        return None
    return (day, text[: found.start()] + " " + text[found.end() :]) if day else None


def _take_time(text: str, part: str) -> tuple[time | None, str]:
    found = _TIME.search(text)
    if found is None:
        return None, text
    hour = int(found["hour"])
    minute = 30 if found["minute_zh"] == "半" else int(found["minute"] or found["minute_zh"] or 0)
    after = text[found.end() :].lstrip().lower()
    half = 12 if after.startswith("pm") else _HALF_DAYS.get(part, 0)
    if half and hour < 12 and not (part == "中午" and hour >= 10):
        hour += half
    if hour > 23 or minute > 59:
        return None, text
    return time(hour, minute), text[: found.start()] + " " + text[found.end() :]


def _date_of(year: int | None, month: int, day: int) -> date | None:
    """None where the year is unknown or there is no such day."""
    if year is None:
        return None
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
