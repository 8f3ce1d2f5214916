"""Merges the variables of an agreement into its names: dotted names make mappings, numbers make lists."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from models.rules import numerals
from models.rules.person_names import is_han
from models.snapshots.shapes import Bilingual, Variable

Values = dict[str, object]

# What records hold; a variable fills only what they leave open.
_RECORDS_WIN = ("agreement", "event", "parties", "party_", "liaison_", "witness", "bilingual", "amount")


def merge_variables(values: Values, variables: Iterable[Variable]) -> None:
    """`dispatch.days_per_month` becomes `values["dispatch"]["days_per_month"]`, with `…_zh` and `…_en` beside it.

    "targets.1.metric" makes a list. A variable never changes what the agreement's and the parties' records hold, and
    never makes up a party.
    """
    lists: dict[str, dict[int, Values]] = {}
    for variable in variables:
        path = variable.name.strip().split(".")
        if not all(path) or not variable.value:
            continue
        if path[0].startswith(_RECORDS_WIN):
            _fill(values, path, variable.value)
        elif len(path) == 3 and path[1].isdecimal():
            row = lists.setdefault(path[0], {}).setdefault(int(path[1]), {})
            row |= _forms(path[2], variable.value)
        else:
            _merge(values, path, variable.value)
    for name, rows in lists.items():
        values[name] = [rows[number] for number in sorted(rows)]
    _spell_amount(values)


def _fill(values: Values, path: list[str], value: Bilingual) -> None:
    """A fact that the record leaves open."""
    held = values.get(path[0])
    if len(path) != 2 or not isinstance(held, dict):
        return
    forms = _forms(path[1], value)
    if not forms.keys() & held.keys():
        held |= forms


def _merge(values: Values, path: list[str], value: Bilingual) -> None:
    """Put a value at its place; a text or list that stands in the way is kept."""
    below = values
    for part in path[:-1]:
        found = below.setdefault(part, {})
        if not isinstance(found, dict):
            return
        below = found
    below |= _forms(path[-1], value)


def _forms(name: str, value: Bilingual) -> Values:
    """`name`, `name_zh`, `name_en`; what holds no Chinese character (15, 2024-05-20) is the same in English."""
    en = value.en or (value.zh if not any(map(is_han, value.zh)) else "")
    given = {name: value.zh or en, f"{name}_zh": value.zh, f"{name}_en": en}
    return {key: text for key, text in given.items() if text}


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


def is_answer(name: str) -> bool:
    """Whether a dotted name is one that only a variable answers, no record."""
    owner = name.partition(".")[0]
    records = ("fields", "bases", "base", "projects", "plaque", "policy", "fund", "article", "loop", "sides")
    return not owner.startswith((*_RECORDS_WIN, *records))
