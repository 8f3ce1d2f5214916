"""While an agreement is drafted: what was typed by hand into its clauses, and facts that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from models.agreement_facts import every_clause, languages_of
from models.checks.english import called
from models.checks.finding import Finding, error, notice, said, warning
from models.clause_numbers import reading_values, standing
from models.codes import AgendaKind, AgreementStatus, ClauseKind, DatePrecision
from models.errors import KnownError
from models.rules.drafting_faults import (
    clause_numbers_in,
    disagreeing_amounts,
    disagreeing_copies,
    labeled_units,
    placeholders,
    relative_times,
    signing_days,
    typed_references,
    typed_words,
)
from models.rules.template_text import holds, render
from models.snapshots.agreement_terms import term_of
from models.snapshots.agreement_values import agreement_values, party_label
from models.snapshots.shapes import Agreement, AgreementParty, Bilingual, Clause, MeetingSnapshot

_SETTLED = (AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)
_LABEL = re.compile(r"[甲乙丙丁戊]方")
_FILLED = re.compile(r"[元¥￥份]|[甲乙丙丁戊]方")  # where typed words and fields may contradict one another


@dataclass(frozen=True, slots=True)
class _Reading:
    """An agreement while it is read."""

    agreement: Agreement
    values: Mapping[str, Mapping[str, object]]  # by language, those in which it is signed
    articles: int

    @property
    def parties(self) -> list[AgreementParty]:
        return [party for party in self.agreement.parties if not party.is_witness]


def check_drafting(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """Every agreement that is not signed yet, in the languages in which it is signed."""
    for agreement in snapshot.agreements:
        if agreement.status in _SETTLED:
            continue
        place = f"agreements/{agreement.key}"
        yield from _days(snapshot, agreement, place)
        title = "\n".join((agreement.title.zh, agreement.title.en))
        yield from _open_places(title, f"{place}/title")
        with suppress(KnownError):  # a condition that cannot be read is told elsewhere
            reading = _read(snapshot, agreement)
            for clause in _standing(agreement, reading.values["zh"]):
                here = f"{place}/clauses/{clause.key or clause.id}"
                yield from _clause(reading, clause, here)
                for day in signing_days(typed_words(clause.body.zh)):
                    yield from _another_day(snapshot, agreement, day, here)


def _read(snapshot: MeetingSnapshot, agreement: Agreement) -> _Reading:
    known = agreement_values(snapshot, agreement)
    values = {language: reading_values(agreement, known, language) for language in ("zh", *languages_of(agreement))}
    articles = [one for one in standing(agreement.clauses, values["zh"]) if one.kind is ClauseKind.ARTICLE]
    return _Reading(agreement, values, len(articles))


def _standing(agreement: Agreement, values: Mapping[str, object]) -> Iterator[Clause]:
    """The clauses that stand, with those below them."""
    for clause in standing(agreement.clauses, values):
        yield clause
        for below in clause.children:
            if holds(below.condition, values):
                yield from every_clause((below,))


def _days(snapshot: MeetingSnapshot, agreement: Agreement, place: str) -> Iterator[Finding]:
    if agreement.signed_on:
        yield from _another_day(snapshot, agreement, agreement.signed_on, f"{place}/signed_on")
    term = term_of(agreement)
    if agreement.starts_on and agreement.ends_on and agreement.term_years:
        whole = term_of(replace(agreement, term_years=None)).years
        if whole != agreement.term_years:
            title = said(agreement.title or Bilingual(agreement.key))
            years = {"years": agreement.term_years, "start": term.start, "end": term.end}
            yield error("term_does_not_fit_its_days", f"{place}/term_years", agreement=title, **years)


def _another_day(snapshot: MeetingSnapshot, agreement: Agreement, signed: date, place: str) -> Iterator[Finding]:
    """A day of signing that is none of the meeting's."""
    meeting = snapshot.meeting
    first, last = meeting.starts_on, meeting.ends_on or meeting.starts_on
    if first and last and meeting.date_precision is DatePrecision.DAY and not first <= signed <= last:
        title = said(agreement.title or Bilingual(agreement.key))
        days = {"signed": signed.isoformat(), "day": (_signing_day(snapshot) or first).isoformat()}
        yield warning("signed_on_another_day", place, agreement=title, **days)


def _signing_day(snapshot: MeetingSnapshot) -> date | None:
    days = (item.day for item in snapshot.agenda if item.kind is AgendaKind.SIGNING and item.day)
    return next(days, None)


def _clause(reading: _Reading, clause: Clause, place: str) -> Iterator[Finding]:
    yield from _empty(reading, clause, place)
    for language in languages_of(reading.agreement):
        heading, source = (text.zh if language == "zh" else text.en for text in (clause.heading, clause.body))
        words = typed_words(source)
        yield from _open_places(f"{typed_words(heading)}\n{words}", place)
        yield from _typed(reading, words, place)
        filled = _filled(source, reading.values[language])
        yield from _amounts(filled, place)
        if language == "zh":
            yield from _copies(reading, filled, place)
            yield from _names(reading, words, filled, place)


def _empty(reading: _Reading, clause: Clause, place: str) -> Iterator[Finding]:
    """A clause of which nothing is written, or nothing in the Chinese that is signed."""
    if clause.kind is not ClauseKind.ANNEX and not clause.body and not clause.children:
        yield warning("clause_without_text", place, clause=called(clause))
    elif "zh" in languages_of(reading.agreement) and (clause.heading.lacks("zh") or clause.body.lacks("zh")):
        yield warning("clause_without_chinese", place, clause=called(clause))


def _filled(source: str, values: Mapping[str, object]) -> str:
    """The text as it is printed, where fields stand beside what was typed."""
    if "{" not in source or not _FILLED.search(source):
        return source
    try:
        return render(source, values).text
    except KnownError:  # told elsewhere
        return typed_words(source)


def _open_places(words: str, place: str) -> Iterator[Finding]:
    for found in dict.fromkeys(placeholders(words)):
        yield warning("placeholder_left", place, words=found.strip() or found)


def _typed(reading: _Reading, words: str, place: str) -> Iterator[Finding]:
    for reference in dict.fromkeys(typed_references(words)):
        beyond = [one for one, number in clause_numbers_in(reference) if number > reading.articles]
        if beyond:
            yield error("reference_beyond_last", place, words=beyond[0], last=reading.articles)
        else:
            yield warning("reference_typed", place, words=reference)
    for found in dict.fromkeys(relative_times(words)):
        yield notice("time_depends_on_the_reader", place, words=found)


def _amounts(filled: str, place: str) -> Iterator[Finding]:
    for capitals, figures, right in disagreeing_amounts(filled):
        yield error("amounts_disagree", place, capitals=capitals, figures=figures, right=right)


def _copies(reading: _Reading, filled: str, place: str) -> Iterator[Finding]:
    copies = disagreeing_copies(filled, len(reading.parties))
    if copies:
        yield error("copies_in_text_do_not_add_up", place, stated=copies[0], kept=copies[1])


def _names(reading: _Reading, words: str, filled: str, place: str) -> Iterator[Finding]:
    """甲方 stands for one unit throughout; a unit is called by its registered name, or the short one of the records."""
    known = {party_label(number).zh: party for number, party in enumerate(reading.parties)}
    for label in dict.fromkeys(_LABEL.findall(words)):
        if known and label not in known:
            yield warning("no_such_party", place, party=label)
    for label in dict.fromkeys(_LABEL.findall(filled)):
        others = (one for other in known.values() for one in _names_beside(known.get(label), other))
        for name in labeled_units(filled, label, tuple(dict.fromkeys(others))):
            yield error("label_of_another_party", place, party=label, unit=name)
    for unit in (party.organization for party in reading.parties):
        for alias in unit.aliases if unit else ():
            if unit and len(alias) > 1 and alias in words and alias not in unit.name.zh + unit.short_name.zh:
                yield notice("unit_by_another_name", place, alias=alias, unit=said(unit.name))


def _names_beside(party: AgreementParty | None, other: AgreementParty) -> tuple[str, ...]:
    """The names of another party that are not this one's, too."""
    if party is None or party is other or other.organization is None:
        return ()
    own = party.organization
    mine = {own.name.zh, own.short_name.zh} if own else set()
    names = (other.organization.name.zh, other.organization.short_name.zh)
    return tuple(name for name in names if len(name) > 1 and name not in mine)
