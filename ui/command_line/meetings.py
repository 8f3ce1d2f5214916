"""`list`: the meetings of the workspace. Must be quick: it imports nothing that papers need."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from exporters.documents.words import word
from models.codes import DatePrecision
from ui.command_line import say
from ui.command_line.grammar import Request
from ui.command_line.workspace import opened
from ui.wording.messages import N_, one_line

if TYPE_CHECKING:
    from models.store.queries import MeetingRow

HEADINGS = (
    N_("Key"),
    N_("Meeting"),
    N_("Date"),
    N_("Status"),
    N_("People"),
    N_("Agenda"),
    N_("Routes"),
    N_("Agreements"),
)
NUMBERS = frozenset(range(4, 8))
NO_MEETINGS = N_("No meeting yet. To load the samples: python main.py sample")


def run_list(request: Request) -> int:
    """Show the meetings with date, status and counts."""
    from models.store.queries import list_meetings

    with opened(request) as workspace, workspace.read() as session:
        meetings = list_meetings(session)
    if request.options.json:
        say.document({"meetings": [_as_json(meeting) for meeting in meetings]})
    elif meetings:
        rows = [_cells(meeting, request.language) for meeting in meetings]
        say.table([request.say(heading) for heading in HEADINGS], rows, right=NUMBERS)
    else:
        say.line(request.say(NO_MEETINGS))
    return 0


def _as_json(meeting: MeetingRow) -> dict[str, object]:
    return {
        "id": meeting.id,
        "key": meeting.key,
        "title_zh": meeting.title.zh,
        "title_en": meeting.title.en,
        "starts_on": _iso(meeting.starts_on),
        "ends_on": _iso(meeting.ends_on),
        "date_precision": meeting.date_precision,
        "city_zh": meeting.city.zh,
        "city_en": meeting.city.en,
        "status": meeting.status,
        "invented": meeting.invented,
        "counts": {
            "people": meeting.people,
            "agenda_items": meeting.agenda_items,
            "routes": meeting.routes,
            "agreements": meeting.agreements,
        },
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _cells(meeting: MeetingRow, language: str) -> tuple[str, ...]:
    counts = (meeting.people, meeting.agenda_items, meeting.routes, meeting.agreements)
    title = one_line(meeting.title.pick(language))
    return (
        meeting.key,
        title,
        when(meeting.starts_on, meeting.ends_on, meeting.date_precision),
        word(meeting.status, language),
        *map(str, counts),
    )


def when(first: date | None, last: date | None, precision: DatePrecision) -> str:
    """The days of a meeting as far as they are known: 2024-05-20, 2024-05-20/21, 2024-05-20 ?, 2024-05, 2024."""
    if first is None or precision is DatePrecision.UNKNOWN:
        return ""
    if precision is DatePrecision.YEAR:
        return f"{first:%Y}"
    if precision is DatePrecision.MONTH:
        return f"{first:%Y-%m}"
    inferred = " ?" if precision is DatePrecision.YEAR_INFERRED else ""
    return first.isoformat() + _until(first, last) + inferred


def _until(first: date, last: date | None) -> str:
    if last is None or last <= first:
        return ""
    return f"/{last:%d}" if (last.year, last.month) == (first.year, first.month) else f"/{last.isoformat()}"
