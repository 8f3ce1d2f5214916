"""The agenda as rows, children below their parents; clock times only where they are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.documents.words import word
from models.rules.dates import format_day, format_time_range
from models.snapshots.shapes import AgendaItem, MeetingSnapshot, Presenter
from ui.widgets.row_model import Column

INDENT = "　　"


def N_(message: str) -> str:
    """Mark a message; the model translates it."""
    return message


@dataclass(frozen=True)
class AgendaRow:
    """A line of the agenda."""

    id: int
    number: str
    item: AgendaItem


def agenda_rows(snapshot: MeetingSnapshot) -> Sequence[AgendaRow]:
    """All items, those at the top numbered."""
    rows, top = [], 0
    for item in snapshot.agenda:
        top += item.parent_id is None
        rows.append(AgendaRow(item.id, str(top) if item.parent_id is None else "", item))
    return rows


def day(row: AgendaRow, language: str) -> str:
    """The day, if known."""
    return format_day(row.item.day, language) if row.item.day else ""


def times(row: AgendaRow, _language: str) -> str:
    """From when to when, if known."""
    return format_time_range(row.item.start, row.item.end)


def minutes(row: AgendaRow, _language: str) -> str:
    """How long, if known."""
    return "" if row.item.minutes is None else str(row.item.minutes)


def kind(row: AgendaRow, language: str) -> str:
    """What sort of item it is."""
    return word(row.item.kind, language)


def title(row: AgendaRow, language: str) -> str:
    """What happens."""
    return (INDENT if row.item.parent_id else "") + row.item.title.pick(language)


def presenters(row: AgendaRow, language: str) -> str:
    """Who presents, all of them."""
    return ("、" if language == "zh" else ", ").join(presenter_name(one, language) for one in row.item.presenters)


def presenter_name(presenter: Presenter, language: str) -> str:
    """A person, a group or a unit."""
    if presenter.attendee:
        return presenter.attendee.person.name.pick(language)
    if presenter.group:
        return presenter.group.label.pick(language)
    return presenter.organization.name.pick(language) if presenter.organization else ""


COLUMNS = (
    Column("number", N_("No."), lambda row, _: row.number, right=True, token=lambda _: "ink_faint"),
    Column("day", N_("Day"), day),
    Column("times", N_("Time"), times),
    Column("minutes", N_("Minutes"), minutes, right=True),
    Column("title", N_("Agenda item"), title, flexible=True),
    Column("kind", N_("Kind"), kind, token=lambda _: "ink_soft", yielding=True),
    Column("presenters", N_("Presented by"), presenters, flexible=True),
    Column("place", N_("Place"), lambda row, language: row.item.place.pick(language), yielding=True),
)
