"""One agreement as the editor reads it: its values by language, clause numbers, and the text as it is being typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from models.agreement_blocks import lacking_facts
from models.agreement_facts import MissingFact, every_clause
from models.clause_numbers import reading_values, tree_numbers
from models.clause_reading import ShownToken, shown_tokens
from models.errors import KnownError
from models.rules.template_text import render
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, Bilingual, Clause, MeetingSnapshot

LANGUAGES = ("zh", "en")
LONGEST_HEADING = 80
COLUMNS = {"heading_zh": "heading", "heading_en": "heading", "body_zh": "body", "body_en": "body"}


@dataclass(frozen=True)
class AgreementReading:
    """Everything the editor asks of one agreement at one moment. Made in a few milliseconds."""

    snapshot: MeetingSnapshot
    agreement: Agreement
    values: Mapping[str, Mapping[str, object]]
    numbers: Mapping[str, Mapping[int, str]]
    broken: KnownError | None = None  # a condition that cannot be read: there are no numbers
    missing: tuple[MissingFact, ...] = field(default=())

    def tokens(self, source: str, language: str) -> tuple[ShownToken, ...]:
        """A text with its values in a language."""
        return shown_tokens(source, self.values[language], language)

    def number(self, clause: Clause, language: str) -> str:
        """What stands before the clause; empty for recitals and for what does not stand."""
        return self.numbers[language].get(clause.id, "")

    def stands(self, clause: Clause) -> bool:
        """Whether the clause will be printed."""
        return self.broken is not None or clause.id in self.numbers["zh"]

    def heading(self, clause: Clause, language: str) -> str:
        """The heading as it prints, or the beginning of the body."""
        source = clause.heading.pick(language) or clause.body.pick(language)
        try:
            told = render(source, self.values[language]).text
        except KnownError:
            told = source
        return told.strip().partition("\n")[0][:LONGEST_HEADING]

    def clause(self, clause_id: int) -> Clause | None:
        """The clause with an id."""
        return next((one for one in every_clause(self.agreement.clauses) if one.id == clause_id), None)

    def stored_text(self, place: tuple[int, str]) -> str | None:
        """The text of a column ("body_zh") of a clause; None where the clause is not here."""
        clause = self.clause(place[0])
        if clause is None:
            return None
        pair = clause.heading if place[1].startswith("heading") else clause.body
        return pair.en if place[1].endswith("_en") else pair.zh


def read_agreement(snapshot: MeetingSnapshot, agreement: Agreement) -> AgreementReading:
    """Read an agreement. A condition that cannot be read leaves the clauses without numbers."""
    plain = agreement_values(snapshot, agreement)
    try:
        values = {language: reading_values(agreement, plain, language) for language in LANGUAGES}
        numbers = {language: tree_numbers(agreement, values[language], language) for language in LANGUAGES}
    except KnownError as problem:
        unnumbered: dict[str, Mapping[int, str]] = {language: {} for language in LANGUAGES}
        return AgreementReading(snapshot, agreement, dict.fromkeys(LANGUAGES, plain), unnumbered, problem)
    return AgreementReading(snapshot, agreement, values, numbers, None, lacking_facts(snapshot, agreement))


def with_typed(snapshot: MeetingSnapshot, agreement_id: int, typed: Mapping[tuple[int, str], str]) -> MeetingSnapshot:
    """The snapshot with texts that are typed and not stored yet: (clause id, column) → text."""
    if not typed:
        return snapshot
    agreements = tuple(
        replace(one, clauses=tuple(_typed_below(one.clauses, typed))) if one.id == agreement_id else one
        for one in snapshot.agreements
    )
    return replace(snapshot, agreements=agreements)


def _typed_below(clauses: tuple[Clause, ...], typed: Mapping[tuple[int, str], str]) -> Iterator[Clause]:
    for clause in clauses:
        heading = _typed_pair(clause, "heading", clause.heading, typed)
        body = _typed_pair(clause, "body", clause.body, typed)
        yield replace(clause, heading=heading, body=body, children=tuple(_typed_below(clause.children, typed)))


def _typed_pair(clause: Clause, name: str, pair: Bilingual, typed: Mapping[tuple[int, str], str]) -> Bilingual:
    return Bilingual(typed.get((clause.id, f"{name}_zh"), pair.zh), typed.get((clause.id, f"{name}_en"), pair.en))
