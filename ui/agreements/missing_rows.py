"""The rows of the table of missing facts, and what a typed cell answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from models.agreement_facts import FactKind
from models.rules.typed_values import read_day, read_number
from models.shared_facts import SharedFact
from models.snapshots.shapes import Agreement
from resources.languages import translator
from ui.agreements.fact_names import fact_word
from ui.agreements.rows import N_
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column

_NUMBERS = (FactKind.NUMBER, FactKind.EACH_PARTY)
_SPOKEN = (FactKind.TEXT, FactKind.LIST)
Offered = Callable[[], Sequence[Entry]]


class KnownName(Protocol):
    """Finds who or what is called so."""

    def __call__(self, name: str, *, person: bool) -> int | str:
        """The number of the record, or the name."""


@dataclass(frozen=True)
class FactRow:
    """A line of the table. `whose` and `needed` are words in both languages."""

    id: int
    fact: SharedFact
    whose: tuple[str, str]
    needed: tuple[str, str]


def fact_rows(facts: Sequence[SharedFact], ids: Mapping[object, int], agreements: Sequence[Agreement]) -> list[FactRow]:
    """The facts in words."""
    by_id = {agreement.id: agreement for agreement in agreements}
    return [
        FactRow(
            ids[fact.key],
            fact,
            (_whose(fact, by_id, "zh"), _whose(fact, by_id, "en")),
            (_needed(fact, by_id, "zh"), _needed(fact, by_id, "en")),
        )
        for fact in facts
    ]


def columns(people: Offered, units: Offered) -> tuple[Column, ...]:
    """What is missing, whose it is, and where to type it."""

    def suggestions(row: FactRow, _language: str) -> Sequence[str]:
        offered = {FactKind.PERSON: people, FactKind.UNIT: units}.get(row.fact.kind or FactKind.TEXT)
        return [entry.words for entry in offered()] if offered else ()

    return (
        Column("fact", N_("Fact"), _fact_words, strong=True, yielding=True),
        Column("whose", N_("Whose"), lambda row, language: row.whose[language == "en"], yielding=True),
        Column("needed", N_("Needed in"), lambda row, language: row.needed[language == "en"], yielding=True),
        Column(
            "value",
            N_("Value, or in Chinese"),
            _hint,
            flexible=True,
            token=lambda _: "ink_faint",
            value=lambda _row, _language: "",
            editable=lambda row: row.fact.can_be_entered and _takes(row.fact, "zh"),
            suggestions=suggestions,
        ),
        Column(
            "english",
            N_("In English"),
            lambda row, _: "",
            flexible=True,
            value=lambda _row, _language: "",
            editable=lambda row: row.fact.can_be_entered and _takes(row.fact, "en"),
        ),
    )


def answer_of(fact: SharedFact, column: str, typed: str, known: KnownName) -> dict[str, Any]:
    """What was typed, as `fill_fact` takes it. ValueError for what cannot be one, or for nothing."""
    text = typed.strip()
    if not text or not fact.can_be_entered:
        raise ValueError(typed)
    if fact.kind in _SPOKEN:
        return {"en" if column == "english" else "zh": text}
    if fact.kind is FactKind.DATE:
        return {"": read_day(text)}
    if fact.kind in _NUMBERS:
        return {"": read_number(text)}
    if fact.kind in (FactKind.PERSON, FactKind.UNIT):
        return {"": known(text, person=fact.kind is FactKind.PERSON)}
    return {"": text}


def _takes(fact: SharedFact, language: str) -> bool:
    """Whether a language of the fact is asked for; what has no language stands in the first column."""
    if fact.kind not in _SPOKEN:
        return language == "zh"
    return not fact.fact.languages or language in fact.fact.languages


def _fact_words(row: FactRow, language: str) -> str:
    words = fact_word(row.fact.name, language)
    return words[:1].upper() + words[1:]


def _hint(row: FactRow, language: str) -> str:
    _ = translator(language).gettext
    if not row.fact.can_be_entered:
        return _("Choose it where it belongs")
    hints = {FactKind.DATE: _("such as 2027-5-20"), **dict.fromkeys(_NUMBERS, _("a number"))}
    return hints.get(row.fact.kind or FactKind.TEXT, "") if _takes(row.fact, "zh") else ""


def _whose(fact: SharedFact, agreements: Mapping[int, Agreement], language: str) -> str:
    """The unit; or whose agreement it is; nothing for what all have in common."""
    if fact.about is not None:
        return fact.about.pick(language)
    if len(fact.needed_by) == 1 and len(agreements) > 1:
        return _counterparty(agreements[fact.needed_by[0]], language)
    _ = translator(language).gettext
    return _("all alike") if len(fact.needed_by) > 1 else ""


def _needed(fact: SharedFact, agreements: Mapping[int, Agreement], language: str) -> str:
    said, count = translator(language), len(fact.needed_by)
    _ = said.gettext
    if count == len(agreements) > 1:
        return _("all {count} agreements").format(count=count)
    return said.ngettext("{count} agreement", "{count} agreements", count).format(count=count)


def _counterparty(agreement: Agreement, language: str) -> str:
    """What tells it apart: its last party, else its title."""
    units = [party.organization for party in agreement.parties if party.organization and not party.is_witness]
    return units[-1].name.pick(language) if units else agreement.title.pick(language)
