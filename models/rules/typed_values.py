"""What people type for a day, a time or a number: read generously, never guessed.

An empty text is None ("unknown"). What cannot be read raises ValueError: it stays typed, nothing is stored.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time
from decimal import Decimal, InvalidOperation

_DAY = re.compile(r"(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_PACKED_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_ALONE = re.compile(r"(\d{1,2})\s*日?")
_TIME = re.compile(r"(\d{1,2})\s*[:.时点h]\s*(\d{1,2}|半)?\s*分?")
_PACKED_TIME = re.compile(r"(\d{1,2}?)(\d{2})?")
# What stands before or behind the hours, and the first hour of the twelve it may speak of.
_HALVES = {
    "凌晨": 0,
    "早上": 1,
    "上午": 1,
    "中午": 10,
    "下午": 12,
    "傍晚": 12,
    "晚上": 17,
    "am": 0,
    "pm": 12,
}
_PARTS_OF_NUMBERS = re.compile(r"[,\s]|分钟|分|min\.?|′|'")


def read_day(text: str, *, near: date | None = None) -> date | None:
    """2024-05-20, 2024年5月20日, 20240520; with `near` also 5-20, 5月20日 and 20日, of that year (and month)."""
    plain = _plain(text)
    if not plain:
        return None
    if packed := _PACKED_DAY.fullmatch(plain):
        return date(*(int(part) for part in packed.groups()))
    if full := _DAY.fullmatch(plain):
        year = int(full[1]) if full[1] else _known(near).year
        return date(year, int(full[2]), int(full[3]))
    if alone := _DAY_ALONE.fullmatch(plain):
        return _known(near).replace(day=int(alone[1]))
    raise ValueError(text)


def read_time(text: str) -> time | None:
    """9:30, 9：30, 0930, 9, 9点半, 下午2:30, 2:30 pm; 24:00 is midnight."""
    plain = _plain(text)
    if not plain:
        return None
    word = next((word for word in _HALVES if plain.startswith(word) or plain.endswith(word)), None)
    hour, minute = _hour_and_minute(plain.removeprefix(word).removesuffix(word).strip() if word else plain)
    if word is not None and hour <= 12:  # 下午14:00 says the same twice
        hour = _in_half(hour, _HALVES[word])
    return time(0 if hour == 24 and minute == 0 else hour, minute)


def read_number(text: str, *, decimals: int = 0) -> int | Decimal | None:
    """A count, not negative: 45, ４５, 1,200, 45分钟; an amount with up to so many decimals where it may have some."""
    plain = _PARTS_OF_NUMBERS.sub("", _plain(text))
    if not plain:
        if _plain(text):
            raise ValueError(text)
        return None
    if not plain.isascii():
        raise ValueError(text)
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite() or number < 0 or number >= 10**12:
        raise ValueError(text)
    if number != number.quantize(Decimal(1).scaleb(-decimals)):
        raise ValueError(text)
    return number if decimals else int(number)


def _in_half(hour: int, first: int) -> int:
    """The hour of the day that an hour of twelve means: 上午12 is noon, 中午1 is 13, 晚上12 is midnight."""
    if hour == 0 and first == 1:
        return 0
    return next(each % 24 for each in range(first, first + 12) if each % 12 == hour % 12)


def _hour_and_minute(plain: str) -> tuple[int, int]:
    if found := _TIME.fullmatch(plain):
        return int(found[1]), 30 if found[2] == "半" else int(found[2] or 0)
    if found := _PACKED_TIME.fullmatch(plain):
        return int(found[1]), int(found[2] or 0)
    raise ValueError(plain)


def _known(near: date | None) -> date:
    if near is None:
        raise ValueError("no year")
    return near


def _plain(text: str) -> str:
    """Full-width digits and colons as narrow ones."""
    return unicodedata.normalize("NFKC", text).strip().lower()
