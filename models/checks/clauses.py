"""The texts of agreements: facts that are missing, templates that are broken, promises that are banned."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from models.agreement_facts import languages_of
from models.checks.finding import Finding, error, notice, said, warning
from models.clause_numbers import reading_values, standing
from models.codes import AgreementLanguage
from models.errors import KnownError
from models.rules import template_text
from models.rules.forbidden_words import forbidden_in
from models.rules.template_faults import fault_of
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, Clause, MeetingSnapshot

_FORM = re.compile(r"_(?:zh|en|cap)$")


@dataclass(slots=True)
class _Reading:
    """An agreement on its way through the check: its values by language, and what was already asked for."""

    agreement: Agreement
    values: dict[str, Mapping[str, object]]
    asked: set[str] = field(default_factory=set)


def check_clauses(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """The clauses of every agreement, as they would be printed; none where a condition cannot be read."""
    for agreement in snapshot.agreements:
        values = agreement_values(snapshot, agreement)
        place = f"agreements/{agreement.key}"
        broken = list(_broken_conditions(agreement.clauses, place, values))
        yield from broken
        if not broken:
            languages = _languages(snapshot, agreement)
            named: dict[str, Mapping[str, object]] = {
                language: reading_values(agreement, values, language) for language in languages
            }
            yield from _in_one(list(_clauses(agreement.clauses, place, _Reading(agreement, named))), place)


def _in_one(found: list[Finding], place: str) -> Iterator[Finding]:
    """What only the reference translation lacks is told in one notice; ten drafts would fill the list with it."""
    only_english = [one for one in found if one.code == "fact_missing" and one.severity == "notice"]
    yield from (one for one in found if len(only_english) < 2 or one not in only_english)
    if len(only_english) > 1:
        first = dict(only_english[0].values)
        yield notice("english_facts_missing", place, count=len(only_english), **first)


def _languages(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[str, ...]:
    """Those in which it is signed, and English where the meeting needs it."""
    signed = languages_of(agreement)
    return ("zh", "en") if snapshot.meeting.needs_english and signed == ("zh",) else signed


def _broken_conditions(clauses: Iterable[Clause], above: str, values: Mapping[str, object]) -> Iterator[Finding]:
    for clause in clauses:
        place = _place(clause, above)
        try:
            template_text.holds(clause.condition, values)
        except KnownError as problem:
            yield _broken(problem, place)
        yield from _broken_conditions(clause.children, place, values)


def _clauses(clauses: tuple[Clause, ...], above: str, reading: _Reading) -> Iterator[Finding]:
    """The clauses that stand, with those below them."""
    for clause in standing(clauses, next(iter(reading.values.values()))):  # conditions read alike in all languages
        place = _place(clause, above)
        try:
            yield from list(_missing(clause, place, reading))
        except KnownError as problem:
            yield _broken(problem, place)
        yield from _promises(clause, place)
        yield from _clauses(clause.children, place, reading)


def _missing(clause: Clause, place: str, reading: _Reading) -> Iterator[Finding]:
    """Each missing fact once an agreement, whatever its form (term_zh, term_cap, term_en)."""
    title = said(reading.agreement.title)
    for language, name in _missing_names(clause, reading.values):
        fact = _FORM.sub("", name)
        if name.startswith("article."):
            yield error("reference_leads_nowhere", place, clause=_called(reading.agreement, name.partition(".")[2]))
        elif fact not in reading.asked:
            reading.asked.add(fact)
            yield _severity(reading.agreement, language)("fact_missing", place, name=name, agreement=title)


def _called(agreement: Agreement, key: str) -> str:
    """What a clause is called that is referred to: it is not there, or its condition does not hold."""
    return next((clause.heading.pick("zh") for clause in agreement.clauses if clause.key == key), "") or key


def _missing_names(clause: Clause, values: dict[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """The language of a text, and a name it misses."""
    for language in values:
        for text in (clause.heading, clause.body):
            source = text.zh if language == "zh" else text.en
            yield from ((language, name) for name in template_text.render(source, values[language]).missing)


def _severity(agreement: Agreement, language: str) -> Callable[..., Finding]:
    """A fact that only the English needs is no more than a notice where Chinese alone is signed."""
    return notice if language == "en" and agreement.language is AgreementLanguage.ZH else warning


def _broken(problem: KnownError, place: str) -> Finding:
    return error("clause_broken", place, line=problem.values.get("line", 0), fault=fault_of(problem))


def _promises(clause: Clause, place: str) -> Iterator[Finding]:
    texts = ((clause.body.zh, "zh"), (clause.body.en, "en"))
    for words in (words for text, language in texts for words in forbidden_in(text, language)):
        yield warning("admission_promise", place, words=words)


def _place(clause: Clause, above: str) -> str:
    return f"{above}/clauses/{clause.key or clause.id}"
