"""What the cover and the parties' lines of an agreement leave blank, whatever its clauses ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.agreement_facts import MissingFact, fact_place, languages_of
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, MeetingSnapshot

_LETTERS = "abcdefghij"
_OF_COVER = ("agreement.no", "agreement.sign_place", "agreement.sign_date")
_OF_PARTY = ("name", "uscc", "address", "legal_rep")
_WITHOUT_LANGUAGE = ("no", "uscc")


def block_facts(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[MissingFact, ...]:
    """The facts behind those blanks, in the order of the paper; none for an agreement without a text.

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
    yield from _OF_COVER
    signing = sum(not party.is_witness for party in agreement.parties)
    for letter in _LETTERS[:signing]:
        yield from (f"party_{letter}.{part}" for part in _OF_PARTY)


def _languages(agreement: Agreement, name: str) -> tuple[str, ...]:
    return () if name.rpartition(".")[2] in _WITHOUT_LANGUAGE else languages_of(agreement)


def _is_known(values: Mapping[str, object], name: str) -> bool:
    owner, _, part = name.partition(".")
    held = values.get(owner)
    return isinstance(held, Mapping) and any(held.get(f"{part}{form}") for form in ("", "_zh", "_en"))
