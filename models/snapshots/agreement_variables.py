"""Merges the variables of an agreement into its names: dotted names make mappings, numbers make lists."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from models.rules import numerals
from models.snapshots.shapes import Bilingual, Variable

Values = dict[str, object]

# What records hold; a variable fills only what they leave open.
_RECORDS_WIN = ("agreement", "event", "parties", "party_", "liaison_", "witness")


def merge_variables(values: Values, variables: Iterable[Variable]) -> None:
    """`dispatch.days_per_month` becomes `values["dispatch"]["days_per_month"]`, with `…_zh` and `…_en` beside it.

    "targets.1.metric" makes a list. Variables never change what the agreement's and the parties' records hold.
    """
    lists: dict[str, dict[int, Values]] = {}
    for variable in variables:
        path = variable.name.strip().split(".")
        if not all(path) or not variable.value:
            continue
        if len(path) == 3 and path[1].isdecimal():
            row = lists.setdefault(path[0], {}).setdefault(int(path[1]), {})
            _put(row, path[2], variable.value, keep=False)
        else:
            _merge(values, path, variable.value, keep=path[0].startswith(_RECORDS_WIN))
    for name, rows in lists.items():
        if not name.startswith(_RECORDS_WIN):
            values[name] = [rows[number] for number in sorted(rows)]
    _spell_amount(values)


def _merge(values: Values, path: list[str], value: Bilingual, *, keep: bool) -> None:
    """Put a value at its place; a text or list that stands in the way is kept."""
    below = values
    for part in path[:-1]:
        found = below.setdefault(part, {})
        if not isinstance(found, dict):
            return
        below = found
    _put(below, path[-1], value, keep=keep)


def _put(below: Values, name: str, value: Bilingual, *, keep: bool) -> None:
    given = {name: value.zh or value.en, f"{name}_zh": value.zh, f"{name}_en": value.en}
    for key, text in given.items():
        if text and not (keep and key in below):
            below[key] = text


def _spell_amount(values: Values) -> None:
    """An amount of money given as digits is grouped, and written in capitals beside."""
    fund = values.get("fund")
    if not isinstance(fund, dict):
        return
    try:
        amount = Decimal(str(fund.get("amount", "")).replace(",", "").replace("，", ""))
        fund |= {"amount": numerals.format_amount(amount), "amount_cap": numerals.amount_in_capitals(amount)}
    except (InvalidOperation, ValueError):
        return
