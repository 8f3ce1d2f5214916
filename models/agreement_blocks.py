"""All that the paper of an agreement leaves blank: what its clauses ask for, and what the parties' lines do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.agreement_facts import MissingFact, fact_place, languages_of, missing_facts
from models.final_texts import final_revision
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, MeetingSnapshot

_LETTERS = "abcdefghij"
_OF_PARTY = ("name", "uscc", "address", "legal_rep")
_WITHOUT_LANGUAGE = "uscc"


def lacking_facts(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[MissingFact, ...]:
    """What the clauses ask for, then what the parties' lines leave blank, each fact once: the one count of it.

    Number, place and day of the cover do not count: they are left open on purpose, to be written by hand at the
    signing (`models/final_texts.py`). A clause that names one of them waits for it. A final text lacks nothing that it
    printed, whatever the records say since.
    """
    asked = {fact.name: fact for fact in missing_facts(snapshot, agreement)}
    for fact in block_facts(snapshot, agreement):
        asked.setdefault(fact.name, fact)
    revision = final_revision(agreement) if asked else None
    printed = revision.facts if revision is not None else {}
    return tuple(fact for fact in asked.values() if not _has_words(printed.get(fact.name)))


def _has_words(printed: object) -> bool:
    return isinstance(printed, Mapping) and bool(printed.get("zh") or printed.get("en"))


def block_facts(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[MissingFact, ...]:
    """The facts behind the blanks of the parties' lines, in their order; none for an agreement without a text.

    What is known in one language only stands there in that one: the checks tell which English is missing.
    """
    if not agreement.clauses:
        return ()
    values = agreement_values(snapshot, agreement)
    return tuple(
        MissingFact(name, _languages(agreement, name), (), fact_place(snapshot, agreement, name))
        for name in _names(agreement)
        if not _is_known(values, name)
    )


def _names(agreement: Agreement) -> Iterator[str]:
    signing = sum(not party.is_witness for party in agreement.parties)
    for letter in _LETTERS[:signing]:
        yield from (f"party_{letter}.{part}" for part in _OF_PARTY)


def _languages(agreement: Agreement, name: str) -> tuple[str, ...]:
    return () if name.endswith(_WITHOUT_LANGUAGE) else languages_of(agreement)


def _is_known(values: Mapping[str, object], name: str) -> bool:
    owner, _, part = name.partition(".")
    held = values.get(owner)
    return isinstance(held, Mapping) and any(held.get(f"{part}{form}") for form in ("", "_zh", "_en"))
