"""The filters a template may use: joining, numbers in words, money, dates. A filter of a missing value is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from models.rules import dates, numerals
from models.rules.template_values import Joined, Missing, RefusedError, Rows


def join(value: object, separator: str = "、") -> object:
    """The items of a list, one behind the other; a text stays itself."""
    if not isinstance(value, Rows):
        return value
    items = value.items()
    return Joined(_between(items, [separator] * (len(items) - 1))) if items else Missing(name=value.path)


def join_en(value: object) -> object:
    """An English series: A, B, and C."""
    if not isinstance(value, Rows):
        return value
    items = value.items()
    last = [" and "] if len(items) == 2 else [", "] * (len(items) - 2) + [", and "] if len(items) > 2 else []
    return Joined(_between(items, last)) if items else Missing(name=value.path)


def each(value: object, name: str) -> object:
    """One field of each item."""
    if isinstance(value, Missing):
        return value
    return _rows(value, "each").each(name)


def length(value: object) -> object:
    """How many items."""
    return value if isinstance(value, Missing) else len(_rows(value, "length"))


def default(value: object, other: object) -> object:
    """Another text where the value is missing."""
    return other if isinstance(value, Missing) else value


def _between(items: list[object], separators: list[str]) -> tuple[object, ...]:
    parts: list[object] = []
    for item, separator in zip(items, [*separators, ""], strict=True):
        parts += [item, separator]
    return tuple(parts)


def _rows(value: object, name: str) -> Rows:
    if not isinstance(value, Rows):
        raise RefusedError("template_error", reason=f"|{name} needs a list")
    return value


def _whole(value: object) -> int:
    amount = _amount(value)
    if amount != int(amount):
        raise ValueError(f"no whole number: {value}")
    return int(amount)


def _amount(value: object) -> Decimal:
    try:
        amount = Decimal(str(value).replace(",", "").strip())
    except InvalidOperation:
        raise ValueError(f"no number: {value}") from None
    if not amount.is_finite() or amount < 0 or amount >= 10**16:
        raise ValueError(f"no number to print: {value}")
    return amount


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise ValueError(f"no date: {value}")
    return value


def _unless_missing(spell: Callable[[object], str]) -> Callable[[object], object]:
    return lambda value: value if isinstance(value, Missing) else spell(value)


FILTERS: dict[str, Callable[..., object]] = {
    "join": join,
    "join_en": join_en,
    "each": each,
    "length": length,
    "default": default,
    "in_capitals": _unless_missing(lambda value: numerals.capital_number(_whole(value))),
    "in_chinese": _unless_missing(lambda value: numerals.chinese_number(_whole(value))),
    "in_words": _unless_missing(lambda value: numerals.number_in_words_en(_whole(value))),
    "amount": _unless_missing(lambda value: numerals.format_amount(_amount(value))),
    "amount_in_capitals": _unless_missing(lambda value: numerals.amount_in_capitals(_amount(value))),
    "date_zh": _unless_missing(lambda value: dates.format_date(_day(value), "zh")),
    "date_en": _unless_missing(lambda value: dates.format_date(_day(value), "en")),
}
