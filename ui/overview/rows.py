"""Findings as rows: where, how grave, what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources.languages import translator
from ui.rooms import room_of
from ui.widgets.row_model import Column

if TYPE_CHECKING:
    from models.checks.finding import Finding


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


ROOM_WORDS = {
    "overview": N_("Meeting"),
    "people": N_("People"),
    "agenda": N_("Agenda"),
    "visits": N_("Visits"),
    "agreements": N_("Agreements"),
    "ceremony": N_("Ceremony"),
    "papers": N_("Papers"),
    "ledger": N_("Ledger"),
}
SIGNS = {"error": "✕", "warning": "▲", "notice": "·"}
TOKENS = {"error": "bad", "warning": "warn", "notice": "ink_faint"}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its number in the list, which tells it from equal ones."""

    id: int
    finding: Finding


def group_of(place: str) -> str:
    """Under which heading the overview tells of a place: its room, or the meeting itself."""
    key = room_of(place)
    return key if key in ROOM_WORDS else "overview"


def count_by_group(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings stand under each heading."""
    return dict(Counter(group_of(finding.place) for finding in findings))


def finding_rows(findings: Iterable[Finding]) -> tuple[FindingRow, ...]:
    """The gravest first; what is equally grave room by room in the order of the work."""
    order, graver = list(ROOM_WORDS), list(SIGNS)
    ordered = sorted(
        findings, key=lambda one: (graver.index(one.severity), order.index(group_of(one.place)), one.place)
    )
    return tuple(FindingRow(number, finding) for number, finding in enumerate(ordered, 1))


def room_words(row: FindingRow, language: str) -> str:
    """The room where it is mended."""
    return translator(language).gettext(ROOM_WORDS[group_of(row.finding.place)])


def severity_words(row: FindingRow, language: str) -> str:
    """How grave it is: a sign and a word, never a color alone."""
    from ui.wording import severity_word

    return f"{SIGNS[row.finding.severity]} {severity_word(row.finding.severity, language)}"


def sentence(row: FindingRow, language: str) -> str:
    """What was found."""
    from ui.wording import finding_sentence

    return finding_sentence(row.finding, language)


def severity_token(row: FindingRow) -> str:
    """The color of its sign and word."""
    return TOKENS[row.finding.severity]


COLUMNS = (
    Column("room", N_("Where"), room_words, token=lambda _: "ink_soft"),
    Column("severity", N_("How grave"), severity_words, token=severity_token),
    Column("sentence", N_("What to look at"), sentence, flexible=True),
)
