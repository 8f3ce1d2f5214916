"""The fields of rounds, plaques, lines and seat plans in the panel, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from exporters.documents.words import word
from models.codes import PlaqueAction, RoundPart, SeatLayout
from models.snapshots.shapes import Bilingual, CueLine, Plaque, RoundPerson, SeatPlan, SigningRound
from ui.ceremony.rows import N_, Offers
from ui.widgets.field_shapes import Field, FieldKind, FieldSection

# The panel knows its records by one number: kind and row in one.
KINDS = ("signing_round", "plaque_award", "cue_line", "seat_plan", "round_person")
LINE, TEXT, PICK = FieldKind.BILINGUAL_LINE, FieldKind.BILINGUAL_TEXT, FieldKind.PICK


def panel_id(kind: str, row_id: int) -> int:
    """The number of a record in the panel."""
    return row_id * len(KINDS) + KINDS.index(kind)


def record_of(number: int) -> tuple[str, int]:
    """Kind and row behind a number of the panel."""
    row_id, kind = divmod(number, len(KINDS))
    return KINDS[kind], row_id


def sections(kind: str, offers: Offers) -> tuple[FieldSection, ...]:
    """What can be said about a record of a kind."""
    return (FieldSection("", _FIELDS[kind](offers)),)


def values(record: Any) -> Mapping[str, Any]:
    """What is stored of a record, by column."""
    if isinstance(record, SigningRound):
        return {
            **_both("title", record.title),
            "agenda_item_id": record.agenda_item_id,
            "music": record.music,
            **_both("cue", record.cue),
        }
    if isinstance(record, Plaque):
        return _of_plaque(record)
    if isinstance(record, CueLine):
        return {
            **_both("text", record.text),
            "minutes": record.minutes,
            **_both("props", record.props),
            "agenda_item_id": record.agenda_item_id,
            "round_id": record.round_id,
        }
    if isinstance(record, RoundPerson):
        return {"attendance_id": record.attendee.id, "part": record.part, "agreement_id": record.agreement_id}
    assert isinstance(record, SeatPlan)
    return {**_both("title", record.title), "layout": record.layout}


def _of_plaque(record: Plaque) -> Mapping[str, Any]:
    return {
        **_both("text", record.text),
        "action": record.action,
        "giving_organization_id": record.giving.id if record.giving else None,
        "giver_id": record.giver.id if record.giver else None,
        "receiving_organization_id": record.receiving.id if record.receiving else None,
        "receiver_id": record.receiver.id if record.receiver else None,
        "agenda_item_id": record.agenda_item_id,
        "base_id": record.base_id,
        **_both("remarks", record.remarks),
    }


def _round(offers: Offers) -> tuple[Field, ...]:
    return (
        Field("title", N_("Heading"), LINE),
        Field("agenda_item_id", N_("Agenda item"), PICK, entries=offers.items),
        Field("music", N_("Music")),
        Field("cue", N_("Cue"), TEXT),
    )


def _plaque(offers: Offers) -> tuple[Field, ...]:
    return (
        Field("text", N_("Words on the plaque"), LINE),
        _choice("action", N_("Action"), PlaqueAction),
        Field("giving_organization_id", N_("Given by"), PICK, entries=offers.units),
        Field("giver_id", N_("Handed over by"), PICK, entries=offers.people),
        Field("receiving_organization_id", N_("Received by"), PICK, entries=offers.units),
        Field("receiver_id", N_("Taken over by"), PICK, entries=offers.people),
        Field("agenda_item_id", N_("Agenda item"), PICK, entries=offers.items),
        Field("base_id", N_("Joint base"), PICK, entries=offers.bases),
        Field("remarks", N_("Remarks"), TEXT),
    )


def _line(offers: Offers) -> tuple[Field, ...]:
    return (
        Field("text", N_("What the host says"), TEXT),
        Field("minutes", N_("Minutes"), FieldKind.NUMBER, unit=N_("min")),
        Field("props", N_("Props"), LINE),
        Field("agenda_item_id", N_("Agenda item"), PICK, entries=offers.items),
        Field("round_id", N_("Round"), PICK, entries=offers.rounds),
    )


def _plan(_offers: Offers) -> tuple[Field, ...]:
    return (Field("title", N_("Heading"), LINE), _choice("layout", N_("Layout"), SeatLayout))


def _person(offers: Offers) -> tuple[Field, ...]:
    return (
        Field("attendance_id", N_("Person"), PICK, entries=offers.people),
        _choice("part", N_("Part"), RoundPart),
        Field("agreement_id", N_("For the agreement"), PICK, entries=offers.agreements),
    )


_FIELDS = {
    "signing_round": _round,
    "plaque_award": _plaque,
    "cue_line": _line,
    "seat_plan": _plan,
    "round_person": _person,
}


def _choice(key: str, label: str, codes: type[StrEnum]) -> Field:
    def choices(language: str) -> Sequence[tuple[Any, str]]:
        return [(code, word(code, language)) for code in codes]

    return Field(key, label, FieldKind.CHOICE, choices=choices)


def _both(name: str, text: Bilingual) -> dict[str, str]:
    return {f"{name}_zh": text.zh, f"{name}_en": text.en}
