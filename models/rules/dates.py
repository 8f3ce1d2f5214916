"""Dates and times as papers print them, without the machine's locale."""

from __future__ import annotations

from datetime import date, datetime, time

from models.codes import DatePrecision

# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
# fmt: on
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS_ZH = "一二三四五六日"


def format_date(day: date | None, language: str, precision: DatePrecision = DatePrecision.DAY) -> str:
    """2024年5月20日 / 20 May 2024; only the month or the year where no more is known; empty where nothing is."""
    if day is None or precision is DatePrecision.UNKNOWN:
        return ""
    if precision is DatePrecision.YEAR:
        return str(day.year) if language == "en" else f"{day.year}年"
    if precision is DatePrecision.MONTH:
        return f"{_MONTHS[day.month - 1]} {day.year}" if language == "en" else f"{day.year}年{day.month}月"
    return f"{format_day(day, language)} {day.year}" if language == "en" else f"{day.year}年{format_day(day, language)}"


def format_day(day: date, language: str) -> str:
    """5月20日 / 20 May: within a paper whose year is plain."""
    return f"{day.day} {_MONTHS[day.month - 1]}" if language == "en" else f"{day.month}月{day.day}日"


def format_day_range(
    first: date | None, last: date | None, language: str, precision: DatePrecision = DatePrecision.DAY
) -> str:
    """2024年5月20日至22日 / 20–22 May 2024; one day where both are the same or one is unknown.

    A date known to the month or the year only is printed as `first` alone, when `last` says no more.
    """
    first, last = first or last, last or first
    if first is None or last is None or precision is DatePrecision.UNKNOWN:
        return ""
    start, end = format_date(first, language, precision), format_date(last, language, precision)
    if start == end:
        return start
    if precision in (DatePrecision.MONTH, DatePrecision.YEAR):
        return f"{start} – {end}" if language == "en" else f"{start}至{end}"
    return _range_en(first, last) if language == "en" else _range_zh(first, last)


def format_weekday(day: date, language: str) -> str:
    """星期一 / Monday."""
    return _WEEKDAYS_EN[day.weekday()] if language == "en" else f"星期{_WEEKDAYS_ZH[day.weekday()]}"


def format_time(moment: time | None) -> str:
    """09:30; empty where unknown."""
    return f"{moment.hour:02}:{moment.minute:02}" if moment else ""


def format_time_range(start: time | None, end: time | None) -> str:
    """09:30–10:00; the start alone where the end is unknown; empty without a start."""
    return f"{format_time(start)}–{format_time(end)}" if start and end else format_time(start)


def format_moment(moment: datetime, language: str) -> str:
    """2024年5月20日 09:30 / 20 May 2024, 09:30."""
    comma = "," if language == "en" else ""
    return f"{format_date(moment.date(), language)}{comma} {format_time(moment.time())}"


def _range_zh(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{format_date(first, 'zh')}至{format_date(last, 'zh')}"
    end = format_day(last, "zh") if first.month != last.month else f"{last.day}日"
    return f"{format_date(first, 'zh')}至{end}"


def _range_en(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{format_date(first, 'en')} – {format_date(last, 'en')}"
    if first.month != last.month:
        return f"{format_day(first, 'en')} – {format_date(last, 'en')}"
    return f"{first.day}–{format_date(last, 'en')}"
