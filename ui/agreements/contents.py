"""The lines of an agreement's contents, and what the checks say about each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from models.agreement_facts import every_clause
from models.snapshots.shapes import Agreement, Clause
from resources.languages import translator
from ui.agreements.clause_tree import FACTS, PARTIES, TreeLine
from ui.wording import finding_sentence

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from ui.agreements.reading import AgreementReading

TOLD_BY_CHIPS = frozenset({"fact_missing"})
TOLD_WHILE_TYPING = frozenset({"clause_broken"})
_PREPARING = "agreements/"


def tree_lines(reading: AgreementReading, findings: Sequence[Finding], language: str) -> tuple[TreeLine, ...]:
    """Facts, parties, then the clauses; each with the number of facts it lacks and of what the checks found."""
    _ = translator(language).gettext
    counts: Counter[str | int] = Counter(key for fact in reading.missing for key in fact.clauses or (PARTIES,))
    grave: set[str | int] = set()
    for finding in findings:
        key = line_of(finding.place, reading.agreement)
        if finding.code not in TOLD_BY_CHIPS and finding.severity != "notice" and key is not None:
            counts[key] += 1
            grave |= {key} if finding.severity == "error" else set()
    first = (
        TreeLine(FACTS, "", _("Facts"), counts[FACTS], FACTS in grave),
        TreeLine(PARTIES, "", _("Parties and signatories"), counts[PARTIES], PARTIES in grave),
    )
    return (*first, *(_line(clause, reading, counts, grave, language) for clause in reading.agreement.clauses))


def _line(
    clause: Clause,
    reading: AgreementReading,
    counts: Mapping[str | int, int],
    grave: set[str | int],
    language: str,
) -> TreeLine:
    _ = translator(language).gettext
    number = reading.number(clause, language)
    words = reading.heading(clause, language)
    recitals = clause.kind == "recitals" and not clause.heading
    return TreeLine(
        clause.id,
        _("Recitals") if recitals else number,
        words,
        counts[clause.id],
        clause.id in grave,
        reading.stands(clause),
        tuple(_line(child, reading, counts, grave, language) for child in clause.children),
    )


def line_of(place: str, agreement: Agreement) -> str | int | None:
    """The line a place of this agreement belongs to ("agreements/<key>/clauses/<key or id>"), if it is this one's."""
    here = f"agreements/{agreement.key}"
    if place != here and not place.startswith(f"{here}/"):
        return None
    part, _, rest = place[len(here) + 1 :].partition("/")
    if part == "clauses":
        return clause_key_of(agreement, rest.rpartition("/")[2] or rest) or clause_key_of(
            agreement, rest.partition("/")[0]
        )
    return PARTIES if part == "parties" else FACTS


def clause_key_of(agreement: Agreement, word: str) -> int | None:
    """The id of the clause that a place calls by its key or its id."""
    for clause in every_clause(agreement.clauses):
        if clause.key == word or str(clause.id) == word:
            return clause.id
    return None


def top_clause(agreement: Agreement, clause_id: int) -> Clause | None:
    """The clause at the top that holds the one with an id."""
    return next((top for top in agreement.clauses if any(c.id == clause_id for c in every_clause((top,)))), None)


def notes_of(findings: Iterable[Finding], agreement: Agreement, language: str) -> dict[str | int, tuple[str, str]]:
    """Line → role and words, for what neither a chip nor the check while typing tells."""
    told: dict[str | int, list[str]] = {}
    grave: set[str | int] = set()
    for finding in findings:
        key = line_of(finding.place, agreement)
        if key is None or finding.code in TOLD_BY_CHIPS | TOLD_WHILE_TYPING or finding.severity == "notice":
            continue
        told.setdefault(key, []).append(finding_sentence(finding, language))
        grave |= {key} if finding.severity == "error" else set()
    return {key: ("bad" if key in grave else "warn", "\n".join(words)) for key, words in told.items()}
