"""What the tables of the ceremony room show: one row and one set of columns a kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from exporters.documents.words import word
from models.checks.finding import Finding
from models.codes import PlaqueAction, RoundPart, SeatLayout
from models.snapshots.shapes import (
    Agreement,
    Attendee,
    Bilingual,
    MeetingSnapshot,
    Organization,
    SigningRound,
)
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, EditorKind
from ui.wording import finding_sentence

BILINGUAL = frozenset({"title", "text", "cue", "props", "remarks"})
Entries = Callable[[str], Sequence[Entry]]


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


@dataclass(frozen=True)
class RecordRow:
    """A record with its number in the list, and what is said about it besides its own fields."""

    id: int
    number: int
    record: Any
    notes: tuple[Bilingual, ...] = ()
    count: int = 0
    marks: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Offers:
    """What the pickers of the tables and the panel offer."""

    people: Entries
    units: Entries
    items: Entries
    rounds: Entries
    agreements: Entries
    bases: Entries


def stored_column(key: str, language: str) -> str:
    """The column of the record behind a column of a table."""
    return f"{key}_{language}" if key in BILINGUAL else key


def round_rows(snapshot: MeetingSnapshot) -> list[RecordRow]:
    """The rounds in order, with what is signed in each."""
    titles = {agreement.id: agreement.title for agreement in snapshot.agreements}
    return [
        RecordRow(
            each.id,
            number,
            each,
            tuple(titles[signed] for signed in each.agreement_ids if signed in titles),
            len(each.people),
        )
        for number, each in enumerate(snapshot.rounds, 1)
    ]


def plaque_rows(snapshot: MeetingSnapshot) -> list[RecordRow]:
    """The plaques in order."""
    return [RecordRow(each.id, number, each) for number, each in enumerate(snapshot.plaques, 1)]


def cue_rows(snapshot: MeetingSnapshot) -> list[RecordRow]:
    """The host's lines in order, each with its agenda item or round."""
    items = {item.id: item.title for item in snapshot.agenda}
    rounds = {each.id: each.title for each in snapshot.rounds}
    rows = []
    for number, line in enumerate(snapshot.cue_lines, 1):
        notes = (items.get(line.agenda_item_id or 0), rounds.get(line.round_id or 0))
        rows.append(RecordRow(line.id, number, line, tuple(note for note in notes if note is not None)))
    return rows


def plan_rows(snapshot: MeetingSnapshot) -> list[RecordRow]:
    """The seat plans, with how many seats are taken."""
    return [
        RecordRow(each.id, number, each, count=sum(seat.attendee is not None for seat in each.seats))
        for number, each in enumerate(snapshot.seat_plans, 1)
    ]


def signed_rows(snapshot: MeetingSnapshot, signing: SigningRound) -> list[RecordRow]:
    """The agreements of a round, from the left."""
    known = {agreement.id: agreement for agreement in snapshot.agreements}
    shown = [known[signed] for signed in signing.agreement_ids if signed in known]
    return [RecordRow(each.id, number, each, _parties(each)) for number, each in enumerate(shown, 1)]


def stage_rows(signing: SigningRound) -> list[RecordRow]:
    """Who is on stage in a round."""
    return [RecordRow(person.id, number, person) for number, person in enumerate(signing.people, 1)]


def _parties(agreement: Agreement) -> tuple[Bilingual, ...]:
    units = (party.organization for party in agreement.parties if not party.is_witness)
    return tuple(unit.short_name or unit.name for unit in units if unit is not None)


def round_columns(offers: Offers) -> list[Column]:
    """The columns of rounds."""
    return [
        _numbered(),
        _text("title", N_("Round"), flexible=True, strong=True),
        Column("agreements", N_("Agreements"), lambda row, language: _listed(row.notes, language), flexible=True),
        Column("people", N_("On stage"), lambda row, _: str(row.count or ""), right=True, token=_soft),
        _pick("agenda_item_id", N_("Agenda item"), offers.items, lambda r: r.agenda_item_id, yielding=True),
        _line("music", N_("Music"), lambda r: r.music),
        _text("cue", N_("Cue"), hidden=True),
    ]


def plaque_columns(offers: Offers) -> list[Column]:
    """The columns of plaques."""
    return [
        _numbered(),
        _text("text", N_("Words on the plaque"), flexible=True, strong=True),
        _choice("action", N_("Action"), PlaqueAction, lambda r: r.action),
        _pick("giving_organization_id", N_("Given by"), offers.units, lambda r: _id(r.giving), flexible=True),
        _pick("giver_id", N_("Handed over by"), offers.people, lambda r: _id(r.giver), yielding=True),
        _pick("receiving_organization_id", N_("Received by"), offers.units, lambda r: _id(r.receiving), flexible=True),
        _pick("receiver_id", N_("Taken over by"), offers.people, lambda r: _id(r.receiver), yielding=True),
        _pick("agenda_item_id", N_("Agenda item"), offers.items, lambda r: r.agenda_item_id, hidden=True),
        _pick("base_id", N_("Joint base"), offers.bases, lambda r: r.base_id, hidden=True),
        _text("remarks", N_("Remarks"), hidden=True),
    ]


def cue_columns(offers: Offers) -> list[Column]:
    """The columns of the host's lines."""
    return [
        _numbered(),
        _text("text", N_("What the host says"), flexible=True, editor=EditorKind.TEXT),
        Column(
            "minutes",
            N_("Minutes"),
            lambda row, _: "" if row.record.minutes is None else str(row.record.minutes),
            right=True,
            value=lambda row, _: row.record.minutes,
            editor=EditorKind.NUMBER,
        ),
        _text("props", N_("Props"), yielding=True),
        _pick("agenda_item_id", N_("Agenda item"), offers.items, lambda r: r.agenda_item_id, yielding=True),
        _pick("round_id", N_("Round"), offers.rounds, lambda r: r.round_id, yielding=True),
    ]


def plan_columns(_offers: Offers) -> list[Column]:
    """The columns of seat plans."""
    return [
        _numbered(),
        _text("title", N_("Seat plan"), flexible=True, strong=True),
        _choice("layout", N_("Layout"), SeatLayout, lambda r: r.layout),
        Column("seats", N_("Seats"), lambda row, _: str(len(row.record.seats)), right=True),
        Column("taken", N_("Taken"), lambda row, _: str(row.count), right=True, token=_soft),
    ]


def signed_columns(_offers: Offers) -> list[Column]:
    """The columns of the agreements of a round."""
    return [
        _numbered(),
        Column("title", N_("Agreement"), lambda row, language: row.record.title.pick(language), flexible=True),
        Column(
            "parties", N_("Parties"), lambda row, language: _listed(row.notes, language), token=_soft, yielding=True
        ),
    ]


def stage_columns(offers: Offers) -> list[Column]:
    """The columns of the people of a round."""
    return [
        _numbered(),
        _pick("attendance_id", N_("Name"), offers.people, lambda r: _id(r.attendee), strong=True, yielding=True),
        _choice("part", N_("Part"), RoundPart, lambda r: r.part),
        _pick("agreement_id", N_("Agreement"), offers.agreements, lambda r: r.agreement_id, flexible=True),
    ]


def _numbered() -> Column:
    words = N_("No.")
    return Column("number", words, lambda row, _: str(row.number), right=True, token=_mark, handle=True, tip=_tip)


def _text(
    key: str,
    heading: str,
    *,
    editor: EditorKind = EditorKind.LINE,
    flexible: bool = False,
    yielding: bool = False,
    strong: bool = False,
    hidden: bool = False,
) -> Column:
    """A text in the language of the window; the other one's words stand in where it is missing."""
    return Column(
        key,
        heading,
        lambda row, language: " ".join(getattr(row.record, key).pick(language).split()),
        value=lambda row, language: getattr(getattr(row.record, key), language),
        editor=editor,
        flexible=flexible,
        yielding=yielding,
        strong=strong,
        hidden=hidden,
    )


def _line(key: str, heading: str, text: Callable[[Any], str]) -> Column:
    return Column(key, heading, lambda row, _: text(row.record), value=lambda row, _: text(row.record), yielding=True)


def _pick(
    key: str,
    heading: str,
    entries: Entries,
    chosen: Callable[[Any], int | None],
    *,
    flexible: bool = False,
    yielding: bool = False,
    strong: bool = False,
    hidden: bool = False,
) -> Column:
    def words(row: RecordRow, language: str) -> str:
        wanted = chosen(row.record)
        return next((entry.words for entry in entries(language) if entry.value == wanted), "") if wanted else ""

    return Column(
        key,
        heading,
        words,
        value=lambda row, _: chosen(row.record),
        editor=EditorKind.PICK,
        entries=entries,
        flexible=flexible,
        yielding=yielding,
        strong=strong,
        hidden=hidden,
    )


def _choice(key: str, heading: str, codes: type[Any], chosen: Callable[[Any], Any]) -> Column:
    return Column(
        key,
        heading,
        lambda row, language: word(chosen(row.record), language),
        value=lambda row, _: chosen(row.record),
        editor=EditorKind.CHOICE,
        yielding=True,
        choices=lambda language: [(code, word(code, language)) for code in codes],
    )


def _listed(texts: Sequence[Bilingual], language: str) -> str:
    return ("、" if language == "zh" else "; ").join(text.pick(language) for text in texts)


def _id(row: Organization | Attendee | None) -> int | None:
    return row.id if row is not None else None


def _soft(_row: RecordRow) -> str:
    return "ink_soft"


def _mark(row: RecordRow) -> str:
    return "warn" if row.marks else "ink_faint"


def _tip(row: RecordRow, language: str) -> str:
    return "\n".join(finding_sentence(finding, language) for finding in row.marks)
