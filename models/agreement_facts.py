"""What an agreement's text lacks, and in which stored record each of those facts belongs.

A fact goes by its dotted name without the form: “party_a.short” for party_a.short_zh and …_en, “agreement.term_years”
for term_zh and term_cap. What no record holds is an answer to the template's question (AgreementVariable).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.clause_numbers import reading_values, standing
from models.codes import AgreementLanguage
from models.errors import KnownError
from models.rules.template_text import render
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, AgreementParty, Base, Clause, MeetingSnapshot

_FORM = re.compile(r"(?:_(?:zh|en|cap))+$")
_LANGUAGE = re.compile(r"_(zh|en)(?:_cap)?$")
_LETTERS = "abcdefghij"
_WORKED_OUT = ("article", "loop", "sides", "parties", "bilingual", "amount")


class FactKind(StrEnum):
    """How a fact is entered."""

    TEXT = "text"  # in both languages
    PLAIN = "plain"  # the same in both
    NUMBER = "number"
    DATE = "date"
    LIST = "list"  # several texts, in both languages
    PERSON = "person"
    UNIT = "unit"
    EACH_PARTY = "each_party"  # a number that every party is given
    CHOICE = "choice"  # of a closed list; entered at its place


@dataclass(frozen=True, slots=True)
class FactPlace:
    """Where a fact is stored: a column of a row (`column` + _zh, _en for texts), or a variable (record "variable").

    `place` is where the window enters it.
    """

    kind: FactKind
    record: str
    row_id: int
    column: str
    place: str


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A fact that the text waits for: in which languages, in which clauses (ids, in order)."""

    name: str
    languages: tuple[str, ...]
    clauses: tuple[int, ...]
    place: FactPlace | None  # None: nothing to enter, it follows from something else


_AGREEMENT: Mapping[str, tuple[FactKind, str]] = {
    "no": (FactKind.PLAIN, "number"),
    "title": (FactKind.TEXT, "title"),
    "sign_date": (FactKind.DATE, "signed_on"),
    "sign_place": (FactKind.TEXT, "signed_at"),
    "start": (FactKind.DATE, "starts_on"),
    "end": (FactKind.DATE, "ends_on"),
    "term_years": (FactKind.NUMBER, "term_years"),
    "copies_total": (FactKind.NUMBER, "originals"),
    "copies_each": (FactKind.EACH_PARTY, "originals"),
    "duplicates_total": (FactKind.NUMBER, "duplicates"),
    "duplicates_each": (FactKind.EACH_PARTY, "duplicates"),
    "filing_copies": (FactKind.NUMBER, "filing_copies"),
    "prevailing": (FactKind.CHOICE, "prevailing_language"),
}
_PARTY: Mapping[str, tuple[FactKind, str]] = {
    "dept": (FactKind.TEXT, "department"),
    "signatory": (FactKind.PERSON, "signatory_id"),
    "capacity": (FactKind.TEXT, "capacity"),
    "authorization": (FactKind.PLAIN, "authorization"),
    "contact": (FactKind.PERSON, "liaison_id"),
    "contact_dept": (FactKind.TEXT, "liaison_department"),
    "phone": (FactKind.PLAIN, "liaison_phone"),
    "originals": (FactKind.NUMBER, "originals"),
    "duplicates": (FactKind.NUMBER, "duplicates"),
}
_LIAISON = {"dept": "contact_dept", "person": "contact", "phone": "phone"}
_UNIT: Mapping[str, tuple[FactKind, str]] = {
    "name": (FactKind.TEXT, "name"),
    "unit": (FactKind.TEXT, "name"),
    "short": (FactKind.TEXT, "short_name"),
    "uscc": (FactKind.PLAIN, "credit_code"),
    "address": (FactKind.TEXT, "address"),
    "region": (FactKind.TEXT, "region"),
    "legal_rep": (FactKind.PERSON, "legal_representative_id"),
    "legal_rep_title": (FactKind.TEXT, "legal_representative_title"),
    "email": (FactKind.PLAIN, "email"),
}
_EVENT: Mapping[str, tuple[FactKind, str]] = {
    "name": (FactKind.TEXT, "title"),
    "date": (FactKind.DATE, "starts_on"),
    "place": (FactKind.TEXT, "venue"),
    "venue": (FactKind.TEXT, "venue"),
    "city": (FactKind.TEXT, "city"),
    "theme": (FactKind.TEXT, "theme"),
}
_BASE: Mapping[str, tuple[FactKind, str]] = {
    "name": (FactKind.TEXT, "name"),
    "quota_per_year": (FactKind.NUMBER, "annual_quota"),
    "remarks": (FactKind.TEXT, "remarks"),
}
_SAME = {"agreement.term": "agreement.term_years"}


def plain_name(name: str) -> str:
    """The fact behind a name: party_a.short_zh → party_a.short, agreement.term_cap → agreement.term_years."""
    fact = _FORM.sub("", name) if not name.endswith("_years") else name
    return _SAME.get(fact, fact)


def languages_of(agreement: Agreement) -> tuple[str, ...]:
    """The languages in which the agreement is signed."""
    own = {AgreementLanguage.ZH: ("zh",), AgreementLanguage.EN: ("en",)}
    return own.get(agreement.language, ("zh", "en"))


def missing_facts(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[MissingFact, ...]:
    """What the clauses that stand lack in the languages of the agreement, in the order of the text.

    A clause that cannot be read asks for nothing: the checks tell what is wrong with it.
    """
    values = agreement_values(snapshot, agreement)
    asked: dict[str, _Asked] = {}
    for language in languages_of(agreement):
        try:
            named = reading_values(agreement, values, language)
            found = list(_asked_below(agreement.clauses, named, language))
        except KnownError:  # a condition cannot be read: no text is made before it is mended
            continue
        for clause, name in found:
            if name.startswith("article."):  # no fact: a clause that does not stand, told by the checks
                continue
            asked.setdefault(plain_name(name), _Asked()).note(clause, _language_of(name))
    order = {clause.id: place for place, clause in enumerate(every_clause(agreement.clauses))}
    facts = [_fact(name, one, order, fact_place(snapshot, agreement, name)) for name, one in asked.items()]
    return tuple(sorted(facts, key=lambda fact: order[fact.clauses[0]]))


def every_clause(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """The clauses with those below them, in order."""
    for clause in clauses:
        yield clause
        yield from every_clause(clause.children)


@dataclass(slots=True)
class _Asked:
    clauses: set[int] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)

    def note(self, clause: int, language: str) -> None:
        self.clauses.add(clause)
        self.languages.add(language)


def _fact(name: str, asked: _Asked, order: Mapping[int, int], place: FactPlace | None) -> MissingFact:
    languages = tuple(sorted(asked.languages - {""}, reverse=True))  # zh before en
    return MissingFact(name, languages, tuple(sorted(asked.clauses, key=order.__getitem__)), place)


def _language_of(name: str) -> str:
    found = _LANGUAGE.search(name)
    return found[1] if found else ""


def _asked_below(clauses: tuple[Clause, ...], values: Mapping[str, object], language: str) -> Iterator[tuple[int, str]]:
    for clause in standing(clauses, values):
        yield from ((clause.id, name) for name in _asked_by(clause, values, language))
        yield from _asked_below(clause.children, values, language)


def _asked_by(clause: Clause, values: Mapping[str, object], language: str) -> list[str]:
    texts = (text.zh if language == "zh" else text.en for text in (clause.heading, clause.body))
    try:
        return [name for text in texts for name in render(text, values).missing]
    except KnownError:
        return []


def fact_place(snapshot: MeetingSnapshot, agreement: Agreement, name: str) -> FactPlace | None:
    """Where the fact called `name` (see `plain_name`) is stored; None where it is worked out from others."""
    name = _as_letter(name)
    owner, _, detail = name.partition(".")
    here = f"agreements/{agreement.key}"
    if owner in _WORKED_OUT or owner.startswith("sides"):
        return None
    if owner == "agreement":
        return _of_agreement(agreement, detail, here)
    if owner == "event":
        return _placed(_EVENT, "meeting", snapshot.meeting.id, detail, "meeting")
    if owner == "fields":
        return FactPlace(FactKind.LIST, "agreement_area", agreement.id, "text", f"{here}/areas")
    numbered = _numbered_party(agreement, owner)
    if numbered is not None:
        return _of_party(*numbered, detail if owner[0] != "l" else _LIAISON.get(detail, detail), here)
    base = _base(snapshot, agreement)
    if owner == "base" and base is not None and detail in _BASE:
        return _placed(_BASE, "base", base.id, detail, f"{here}/variables/{name}")
    return FactPlace(FactKind.TEXT, "variable", agreement.id, name, f"{here}/variables/{name}")


def _as_letter(name: str) -> str:
    """parties.2.short → party_b.short."""
    found = re.fullmatch(r"parties\.(\d+)(\..+)", name)
    if not found or not 1 <= int(found[1]) <= len(_LETTERS):
        return name
    return f"party_{_LETTERS[int(found[1]) - 1]}{found[2]}"


def _placed(
    table: Mapping[str, tuple[FactKind, str]], record: str, row_id: int, detail: str, place: str
) -> FactPlace | None:
    if detail not in table:
        return None
    kind, column = table[detail]
    return FactPlace(kind, record, row_id, column, f"{place}/{column}" if "/variables/" not in place else place)


def _of_agreement(agreement: Agreement, detail: str, here: str) -> FactPlace | None:
    if detail == "witness_copies":
        found = _numbered_party(agreement, "witness")
        return _of_party(*found, "originals", here) if found else None
    return _placed(_AGREEMENT, "agreement", agreement.id, detail, here)


def _numbered_party(agreement: Agreement, owner: str) -> tuple[AgreementParty, int] | None:
    """The party called party_b, liaison_b or witness, and its number, from 1; witnesses count after the parties."""
    signing = [party for party in agreement.parties if not party.is_witness]
    if owner in ("witness", "witnesses"):
        witness = next((party for party in agreement.parties if party.is_witness), None)
        return None if witness is None else (witness, len(signing) + 1)
    stem, _, letter = owner.partition("_")
    if stem not in ("party", "liaison") or len(letter) != 1 or letter not in _LETTERS:
        return None
    place = _LETTERS.index(letter)
    return (signing[place], place + 1) if place < len(signing) else None


def _of_party(party: AgreementParty, number: int, detail: str, here: str) -> FactPlace | None:
    place = f"{here}/parties/{number}"
    unit = party.organization
    if detail == "email" and party.liaison:
        return FactPlace(FactKind.PLAIN, "person", party.liaison.id, "email", f"people/{party.liaison.id}/email")
    if detail in _UNIT and unit is not None:
        return _placed(_UNIT, "organization", unit.id, detail, f"organizations/{unit.id}")
    if detail in _UNIT:
        return FactPlace(FactKind.UNIT, "agreement_party", party.id, "organization_id", f"{place}/organization_id")
    return _placed(_PARTY, "agreement_party", party.id, detail, place)


def _base(snapshot: MeetingSnapshot, agreement: Agreement) -> Base | None:
    """The base that the text means by “base”: the agreement's own, or its cooperation's, the first."""
    cooperation = next((found for found in snapshot.cooperations if found.id == agreement.cooperation_id), None)
    return next(iter(agreement.bases or (cooperation.bases if cooperation else ())), None)
