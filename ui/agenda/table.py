"""The agenda as a table: the same items, every column edited where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from exporters.documents.words import word
from models.rules.agenda_times import Slot
from models.rules.dates import format_day, format_time
from models.rules.timing import later
from models.snapshots.shapes import AgendaItem, MeetingSnapshot
from ui.agenda.cards import budget_words
from ui.agenda.fields import kind_choices
from ui.agenda.rows import INDENT, N_, numbers_of, presenters
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, EditorKind


@dataclass(frozen=True)
class ItemRow:
    """A line of the table. `number` is "2", or "2.1" for a part."""

    id: int
    number: str
    depth: int
    item: AgendaItem
    slot: Slot
    marks: tuple[str, ...] = ()


def item_rows(
    snapshot: MeetingSnapshot, slots: Sequence[Slot], marks: Callable[[int], tuple[str, ...]]
) -> tuple[ItemRow, ...]:
    """All items, those at the top numbered, parts below them with two numbers."""
    numbers, known = numbers_of(snapshot.agenda), {slot.id: slot for slot in slots}
    return tuple(
        ItemRow(item.id, numbers[item.id], numbers[item.id].count("."), item, known[item.id], marks(item.id))
        for item in snapshot.agenda
    )


class AgendaTable(EditTable):
    """The items in order."""

    def __init__(self, people: Callable[[str], Sequence[Entry]]) -> None:
        self.items = EditModel(_columns(people))
        super().__init__(self.items)
        self.items.setParent(self)


def _columns(people: Callable[[str], Sequence[Entry]]) -> tuple[Column, ...]:
    return (*_times(), *_what(), *_who(people), *_texts())


def _times() -> tuple[Column, ...]:
    return (
        Column("number", N_("No."), lambda row, _: row.number, token=_number_token, handle=True, tip=_marks),
        Column("day", N_("Day"), _day, value=lambda row, _: row.item.day, editor=EditorKind.DATE),
        Column(
            "start",
            N_("Start"),
            lambda row, _: format_time(row.item.start),
            value=lambda row, _: row.item.start,
            editor=EditorKind.TIME,
        ),
        Column("end", N_("End"), _end, token=lambda _: "ink_soft"),
        Column(
            "minutes",
            N_("Minutes"),
            _minutes,
            right=True,
            value=lambda row, _: row.item.minutes,
            editor=EditorKind.NUMBER,
        ),
    )


def _what() -> tuple[Column, ...]:
    return (
        _line("title_zh", N_("Title (Chinese)"), lambda item: item.title.zh, flexible=True, indented=True),
        _line("title_en", N_("Title (English)"), lambda item: item.title.en, flexible=True),
        Column(
            "kind",
            N_("Kind"),
            lambda row, language: word(row.item.kind, language),
            yielding=True,
            token=lambda _: "ink_soft",
            value=lambda row, _: row.item.kind,
            editor=EditorKind.CHOICE,
            choices=kind_choices,
        ),
    )


def _who(people: Callable[[str], Sequence[Entry]]) -> tuple[Column, ...]:
    return (
        Column("presenters", N_("Presented by"), lambda row, language: presenters(row.item, language), flexible=True),
        Column("budget", N_("Talk time"), lambda row, language: budget_words(row.item, language), hidden=True),
        Column(
            "talk_minutes",
            N_("Minutes for each speaker"),
            lambda row, _: "" if row.item.talk_minutes is None else str(row.item.talk_minutes),
            right=True,
            hidden=True,
            value=lambda row, _: row.item.talk_minutes,
            editor=EditorKind.NUMBER,
        ),
        Column(
            "moderator_id",
            N_("Moderator"),
            lambda row, language: row.item.moderator.person.name.pick(language) if row.item.moderator else "",
            hidden=True,
            value=lambda row, _: row.item.moderator.id if row.item.moderator else None,
            editor=EditorKind.PICK,
            entries=people,
        ),
    )


def _texts() -> tuple[Column, ...]:
    return (
        _line("place_zh", N_("Place (Chinese)"), lambda item: item.place.zh, hidden=True),
        _line("place_en", N_("Place (English)"), lambda item: item.place.en, hidden=True),
        _line("materials_zh", N_("Materials (Chinese)"), lambda item: item.materials.zh, hidden=True),
        _line("materials_en", N_("Materials (English)"), lambda item: item.materials.en, hidden=True),
        _line("detail_zh", N_("Content (Chinese)"), lambda item: item.detail.zh, hidden=True, text=True),
        _line("detail_en", N_("Content (English)"), lambda item: item.detail.en, hidden=True, text=True),
    )


def _line(
    key: str,
    heading: str,
    of: Callable[[AgendaItem], str],
    *,
    flexible: bool = False,
    yielding: bool = False,
    hidden: bool = False,
    indented: bool = False,
    text: bool = False,
) -> Column:
    def words(row: ItemRow, _language: str) -> str:
        return INDENT * row.depth * indented + of(row.item)

    return Column(
        key,
        heading,
        words,
        flexible=flexible,
        yielding=yielding,
        hidden=hidden,
        value=lambda row, _: of(row.item),
        editor=EditorKind.TEXT if text else EditorKind.LINE,
    )


def _day(row: ItemRow, language: str) -> str:
    """Its own day; the one it counts for stays empty, since nothing is stored."""
    return format_day(row.item.day, language) if row.item.day else ""


def _end(row: ItemRow, _language: str) -> str:
    return format_time(later(row.item.start, row.item.minutes))


def _minutes(row: ItemRow, _language: str) -> str:
    return "" if row.item.minutes is None else str(row.item.minutes)


def _marks(row: ItemRow, _language: str) -> str:
    return "\n".join(row.marks)


def _number_token(row: Any) -> str:
    return "warn" if row.marks else "ink_faint"
