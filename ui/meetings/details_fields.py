"""What the page of a meeting's details shows: its fields by section, and the columns of its three tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from models.codes import Confidentiality, DatePrecision, MeetingStatus, OrganizationRole, Qualifier, SideKind
from ui.meetings.words import choices_of, code_word
from ui.widgets.field_shapes import Field, FieldKind, FieldSection
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, EditorKind
from ui.wording.messages import N_

Entries = Callable[[str], Sequence[Entry]]

CREATE_UNIT = N_("Create “{text}”")
KINDS = N_("What happens there")


def sections(entries: Entries) -> tuple[FieldSection, ...]:
    """Every field of a meeting; `entries` are the organizations to pick from."""
    return (
        FieldSection("", (Field("title", N_("Name of the meeting"), FieldKind.BILINGUAL_LINE),)),
        FieldSection(KINDS, ()),
        FieldSection(
            N_("When"),
            (
                Field("starts_on", N_("First day"), FieldKind.DATE),
                Field("ends_on", N_("Last day"), FieldKind.DATE),
                Field("date_precision", N_("How much is known"), FieldKind.CHOICE, choices=choices_of(DatePrecision)),
                Field("date_note", N_("Note on the date"), FieldKind.BILINGUAL_LINE),
            ),
        ),
        FieldSection(
            N_("Where"),
            (
                Field("city", N_("City"), FieldKind.BILINGUAL_LINE),
                Field("venue", N_("Venue"), FieldKind.BILINGUAL_LINE),
                Field("venue_organization_id", N_("Organization of the venue"), FieldKind.PICK, entries=entries),
            ),
        ),
        FieldSection(
            N_("What for"),
            (
                Field("theme", N_("Theme"), FieldKind.BILINGUAL_LINE),
                Field("purpose", N_("Purpose"), FieldKind.BILINGUAL_TEXT),
            ),
        ),
        FieldSection(
            N_("State"),
            (
                Field("status", N_("State"), FieldKind.CHOICE, choices=choices_of(MeetingStatus)),
                Field("confidentiality", N_("Confidentiality"), FieldKind.CHOICE, choices=choices_of(Confidentiality)),
                Field("needs_english", N_("This meeting needs English papers"), FieldKind.FLAG),
                Field("key", N_("Key"), hint=N_("Names the meeting in commands and file names")),
                Field("invented", N_("Invented example"), FieldKind.FLAG),
                Field("notes", N_("Notes"), FieldKind.BILINGUAL_TEXT),
            ),
        ),
    )


def side_columns() -> tuple[Column, ...]:
    """The columns of the sides."""
    return (
        Column("label_zh", N_("Side (Chinese)"), _zh("label"), value=_raw_zh("label"), flexible=True, strong=True),
        Column("label_en", N_("Side (English)"), _en("label"), value=_raw_en("label"), flexible=True),
        _choice("kind", N_("Kind"), SideKind),
        Column(
            "is_host",
            N_("Host side"),
            lambda row, language: "✓" if row.is_host else "",
            value=lambda row, _language: row.is_host,
            editor=EditorKind.CHOICE,
            choices=lambda language: [(True, "✓"), (False, "—")],
        ),
        Column(
            "stated_headcount",
            N_("People stated"),
            lambda row, _language: "" if row.stated_headcount is None else str(row.stated_headcount),
            right=True,
            value=lambda row, _language: row.stated_headcount,
            editor=EditorKind.NUMBER,
        ),
        _choice("headcount_qualifier", N_("How exact"), Qualifier),
        Column("note_zh", N_("Note (Chinese)"), _zh("note"), value=_raw_zh("note"), hidden=True),
        Column("note_en", N_("Note (English)"), _en("note"), value=_raw_en("note"), hidden=True),
    )


def unit_columns(entries: Entries) -> tuple[Column, ...]:
    """The columns of the units of a side."""
    return (_unit(entries),)


def role_columns(entries: Entries) -> tuple[Column, ...]:
    """The columns of the roles of organizations."""
    return (
        _unit(entries),
        _choice("role", N_("Role"), OrganizationRole),
        Column("note_zh", N_("Note (Chinese)"), _zh("note"), value=_raw_zh("note")),
        Column("note_en", N_("Note (English)"), _en("note"), value=_raw_en("note")),
    )


def _unit(entries: Entries) -> Column:
    return Column(
        "organization_id",
        N_("Organization"),
        lambda row, language: row.name.pick(language),
        flexible=True,
        strong=True,
        value=lambda row, _language: row.organization_id,
        editor=EditorKind.PICK,
        entries=entries,
        create_words=CREATE_UNIT,
    )


def _choice(key: str, heading: str, codes: Any) -> Column:
    return Column(
        key,
        heading,
        lambda row, language: code_word(getattr(row, key), language),
        value=lambda row, _language: getattr(row, key),
        editor=EditorKind.CHOICE,
        choices=choices_of(codes),
    )


def _zh(name: str) -> Callable[[Any, str], str]:
    return lambda row, _language: str(getattr(row, name).zh)


def _en(name: str) -> Callable[[Any, str], str]:
    return lambda row, _language: str(getattr(row, name).en)


_raw_zh, _raw_en = _zh, _en
