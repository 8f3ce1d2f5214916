"""While an agreement is drafted: what was typed by hand into its clauses, and facts that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

from models.agreement_facts import every_clause
from models.checks.finding import Finding, error, notice, said, warning
from models.clause_numbers import standing
from models.codes import AgendaKind, AgreementLanguage, AgreementStatus, DatePrecision
from models.errors import KnownError
from models.rules.drafting_faults import (
    disagreeing_amounts,
    placeholders,
    relative_times,
    typed_references,
    typed_words,
)
from models.rules.template_text import holds
from models.snapshots.agreement_terms import term_of
from models.snapshots.agreement_values import agreement_values, party_label
from models.snapshots.shapes import Agreement, AgreementParty, Bilingual, Clause, MeetingSnapshot

_SETTLED = (AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)
_LABELED = re.compile(
    r"(?P<label>[甲乙丙丁戊]方)[（(]?[：:是为指]?[）)]?\s*[（(]?(?P<unit>[\u4e00-\u9fff（）]{4,30}?)(?:[）)，,。；;]|$)"
)


def check_drafting(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """Every agreement that is not signed yet."""
    for agreement in snapshot.agreements:
        if agreement.status not in _SETTLED:
            place = f"agreements/{agreement.key}"
            yield from _days(snapshot, agreement, place)
            for clause in _standing(snapshot, agreement):
                yield from _clause(agreement, clause, f"{place}/clauses/{clause.key or clause.id}")


def _standing(snapshot: MeetingSnapshot, agreement: Agreement) -> Iterator[Clause]:
    """The clauses that stand, with those below them; a condition that cannot be read is told elsewhere."""
    conditional = any(clause.condition for clause in every_clause(agreement.clauses))
    values = agreement_values(snapshot, agreement) if conditional else {}
    with suppress(KnownError):
        for clause in standing(agreement.clauses, values):
            yield clause
            for below in clause.children:
                if holds(below.condition, values):
                    yield from every_clause((below,))


def _days(snapshot: MeetingSnapshot, agreement: Agreement, place: str) -> Iterator[Finding]:
    title, meeting = said(agreement.title or Bilingual(agreement.key)), snapshot.meeting
    signed, first, last = agreement.signed_on, meeting.starts_on, meeting.ends_on or meeting.starts_on
    if signed and first and last and meeting.date_precision is DatePrecision.DAY and not first <= signed <= last:
        days = {"signed": signed.isoformat(), "day": (_signing_day(snapshot) or first).isoformat()}
        yield warning("signed_on_another_day", f"{place}/signed_on", agreement=title, **days)
    term = term_of(agreement)
    if agreement.starts_on and agreement.ends_on and agreement.term_years:
        whole = term_of(replace(agreement, term_years=None)).years
        if whole != agreement.term_years:
            years = {"years": agreement.term_years, "start": term.start, "end": term.end}
            yield error("term_does_not_fit_its_days", f"{place}/term_years", agreement=title, **years)


def _signing_day(snapshot: MeetingSnapshot) -> date | None:
    days = (item.day for item in snapshot.agenda if item.kind is AgendaKind.SIGNING and item.day)
    return next(days, None)


def _clause(agreement: Agreement, clause: Clause, place: str) -> Iterator[Finding]:
    for language, source in (("zh", clause.body.zh), ("en", clause.body.en)):
        if language == "en" and agreement.language is AgreementLanguage.ZH:
            continue  # nobody signs it
        words = typed_words(source)
        yield from _typed(words, place)
        if language == "zh":
            yield from _names(agreement, words, place)


def _typed(words: str, place: str) -> Iterator[Finding]:
    for capitals, figures, right in disagreeing_amounts(words):
        yield error("amounts_disagree", place, capitals=capitals, figures=figures, right=right)
    for reference in dict.fromkeys(typed_references(words)):
        yield warning("reference_typed", place, words=reference)
    for found in dict.fromkeys(relative_times(words)):
        yield notice("time_depends_on_the_reader", place, words=found)
    for found in dict.fromkeys(placeholders(words)):
        yield warning("placeholder_left", place, words=found.strip() or found)


def _names(agreement: Agreement, words: str, place: str) -> Iterator[Finding]:
    """甲方 stands for one unit throughout; a unit is called by its registered name, or the short one of the records."""
    parties = [party for party in agreement.parties if not party.is_witness]
    known = {party_label(number).zh: party for number, party in enumerate(parties)}
    for label in dict.fromkeys(re.findall(r"[甲乙丙丁戊]方", words)):
        if parties and label not in known:
            yield warning("no_such_party", place, party=label)
    for found in _LABELED.finditer(words):
        party = known.get(found["label"])
        other = _party_called(parties, found["unit"])
        if party is not None and other is not None and other is not party:
            yield error("label_of_another_party", place, party=found["label"], unit=found["unit"])
    for party in parties:
        unit = party.organization
        for alias in unit.aliases if unit else ():
            if unit and len(alias) > 1 and alias in words and alias not in unit.name.zh + unit.short_name.zh:
                yield notice("unit_by_another_name", place, alias=alias, unit=said(unit.name))


def _party_called(parties: list[AgreementParty], words: str) -> AgreementParty | None:
    """The party whose registered or short name the words are."""
    for party in parties:
        unit = party.organization
        if unit and words in (unit.name.zh, unit.short_name.zh):
            return party
    return None
