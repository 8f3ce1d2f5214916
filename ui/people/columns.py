"""The columns of the people table: what each shows, what it stores, how it is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from exporters.documents.words import word
from models.snapshots.shapes import OwnColumn
from resources.languages import translator
from ui.people import rows
from ui.people.offers import GENDERS, NO_ANSWER, YES_OR_NO, Known, category_choices, reply_choices, told
from ui.people.rows import N_, PersonRow
from ui.widgets.row_model import Column, EditorKind

if TYPE_CHECKING:
    pass

# Headings where the window speaks English: the plain word belongs to what is read there.
_IN_ENGLISH = {
    "name_zh": N_("Name in Chinese"),
    "name_en": N_("Name"),
    "department_zh": N_("Department in Chinese"),
    "department_en": N_("Department"),
    "title_zh": N_("Job title in Chinese"),
    "title_en": N_("Job title"),
    "remarks_zh": N_("Remarks in Chinese"),
    "remarks_en": N_("Remarks"),
}
STAY = ("arrival", "arrival_trip", "departure", "departure_trip", "needs_room", "room", "roommate")
STAY_TOO = ("meals", "table_number", "own_vehicle", "diet")
MORE = ("department_zh", "department_en", "gender", "email", "ethnicity", "claimed_role", "remarks_zh", "remarks_en")


def columns_for(known: Known, language: str) -> tuple[Column, ...]:
    """All columns; those in the language of the window are shown at first."""
    made = (
        *_who(known),
        *_where(known),
        *_answer(known),
        *_stay(),
        *_more(),
        *(_own(column, language) for column in known.own),
    )
    other = "_en" if language == "zh" else "_zh"
    hidden = {f"title{other}", f"department{other}", f"remarks{other}"} | {f"name{other}"}
    return tuple(_spoken(replace(column, hidden=column.hidden or column.key in hidden), language) for column in made)


def _spoken(column: Column, language: str) -> Column:
    """A column as the window speaks: in English the name is the English one, and long replies give way to it."""
    if language != "en":
        return column
    yielding = column.key == "reply" or (column.yielding and column.key != "name_en")
    return replace(column, heading=_IN_ENGLISH.get(column.key, column.heading), yielding=yielding)


def _who(known: Known) -> tuple[Column, ...]:
    return (
        Column("number", N_("No."), lambda row, _: row.number, right=True, token=_faint, handle=True),
        Column(
            "name_zh",
            N_("Name"),
            lambda row, _: rows.called(row, "zh"),
            token=rows.name_token,
            value=lambda row, _: row.group.label.zh if row.group else row.attendee.person.name.zh,
        ),
        Column(
            "name_en",
            N_("Name in English"),
            lambda row, _: rows.name(row, "en"),
            token=_english_token,
            yielding=True,
            value=_english_name,
            tip=_proposed_tip,
        ),
    )


def _where(known: Known) -> tuple[Column, ...]:
    return (
        Column(
            "unit",
            N_("Organization"),
            rows.unit,
            flexible=True,
            value=_unit_id,
            editor=EditorKind.PICK,
            entries=known.unit_entries,
            create_words=N_("Create “{text}”"),
        ),
        Column("department_zh", N_("Department"), _department("zh"), value=_department("zh"), **_PERSON, hidden=True),
        Column(
            "department_en",
            N_("Department in English"),
            _department("en"),
            value=_department("en"),
            **_PERSON,
            hidden=True,
        ),
        _title_column(known, "zh", N_("Job title")),
        _title_column(known, "en", N_("Job title in English")),
    )


def _title_column(known: Known, language: str, heading: str) -> Column:
    return Column(
        f"title_{language}",
        heading,
        lambda row, _: rows.title_or_other(row, language),
        token=lambda row: "ink" if rows.title(row, language) else "ink_faint",
        flexible=True,
        value=lambda row, _: rows.title(row, language),
        suggestions=lambda row, _: known.titles_for(row, language),
        editable=_is_person,
    )


def _answer(known: Known) -> tuple[Column, ...]:
    return (
        Column("side_id", N_("Side"), lambda row, language: row.side.pick(language), **_side(known), hidden=True),
        Column(
            "category",
            N_("Capacity"),
            lambda row, language: word(row.attendee.category, language) if row.attendee else "",
            value=lambda row, _: row.attendee.category if row.attendee else None,
            editor=EditorKind.CHOICE,
            choices=category_choices,
            editable=_is_person,
            hidden=True,
        ),
        Column("roles", N_("Part"), rows.part, yielding=True),
        Column("phone", N_("Mobile"), rows.phone, value=_of_person("phone"), editable=_is_person, private=True),
        Column(
            "reply",
            N_("Reply"),
            rows.reply,
            token=rows.reply_token,
            value=lambda row, _: row.attendee.reply if row.attendee else None,
            editor=EditorKind.CHOICE,
            choices=reply_choices,
            blank_words=NO_ANSWER,
            editable=_is_person,
        ),
    )


def _stay() -> tuple[Column, ...]:
    headings = {
        "arrival": N_("Arrival"),
        "arrival_trip": N_("Arrival by"),
        "departure": N_("Leaves"),
        "departure_trip": N_("Leaves by"),
        "room": N_("Room"),
        "roommate": N_("Shares with"),
        "meals": N_("Meals"),
        "table_number": N_("Table number"),
        "own_vehicle": N_("Own car"),
    }
    plain = [
        Column(key, words, _of_attendee(key), value=_of_attendee(key), editable=_is_person, hidden=True, yielding=True)
        for key, words in headings.items()
    ]
    needs = Column(
        "needs_room",
        N_("Needs a room"),
        lambda row, language: dict(told(YES_OR_NO)(language)).get(_of_attendee("needs_room")(row, language), ""),
        value=_of_attendee("needs_room"),
        editor=EditorKind.CHOICE,
        choices=told(YES_OR_NO),
        editable=_is_person,
        hidden=True,
    )
    return (*plain[:4], needs, *plain[4:])


def _more() -> tuple[Column, ...]:
    headings = {"email": N_("E-mail"), "ethnicity": N_("Ethnic group"), "diet": N_("Diet")}
    plain = [
        Column(key, words, _of_person(key), value=_of_person(key), editable=_is_person, hidden=True, yielding=True)
        for key, words in headings.items()
    ]
    gender = Column(
        "gender",
        N_("Gender"),
        lambda row, language: dict(told(GENDERS)(language)).get(_of_person("gender")(row, language), ""),
        value=_of_person("gender"),
        editor=EditorKind.CHOICE,
        choices=told(GENDERS),
        editable=_is_person,
        hidden=True,
    )
    claimed = Column("claimed_role", N_("Part claimed"), _of_attendee("claimed_role"), hidden=True, yielding=True)
    return (gender, *plain, claimed, _remarks("zh", N_("Remarks")), _remarks("en", N_("Remarks in English")))


def _remarks(language: str, heading: str) -> Column:
    def text(row: PersonRow, _language: str) -> str:
        found = row.attendee.remarks if row.attendee else row.group.remarks if row.group else None
        return "" if found is None else found.zh if language == "zh" else found.en

    return Column(f"remarks_{language}", heading, text, value=text, editor=EditorKind.TEXT, hidden=True, yielding=True)


def _own(column: OwnColumn, language: str) -> Column:
    def text(row: PersonRow, _language: str) -> str:
        values = row.attendee.own if row.attendee else ()
        return next((value.text for value in values if value.column_id == column.id), "")

    heading = column.label.pick(language)
    return Column(f"own-{column.id}", heading, text, value=text, editable=_is_person, yielding=True)


def _is_person(row: PersonRow) -> bool:
    return row.attendee is not None


def _faint(_row: PersonRow) -> str:
    return "ink_faint"


def _english_name(row: PersonRow, _language: str) -> str:
    """What is stored: a proposed spelling is not."""
    if row.group:
        return row.group.label.en
    return row.attendee.person.name.en if row.attendee and not row.attendee.person.name.en_proposed else ""


def _english_token(row: PersonRow) -> str:
    proposed = row.attendee is not None and row.attendee.person.name.en_proposed
    return "ink_faint" if proposed or row.group else "ink"


def _proposed_tip(row: PersonRow, language: str) -> str:
    if row.attendee is None or not row.attendee.person.name.en_proposed:
        return ""
    _ = translator(language).gettext
    return _("Proposed by pinyin; type the person's own spelling over it")


def _unit_id(row: PersonRow, _language: str) -> int | None:
    if row.attendee:
        return row.attendee.organization_id
    return row.group.organization.id if row.group and row.group.organization else None


def _department(language: str) -> Callable[[PersonRow, str], str]:
    def text(row: PersonRow, _language: str) -> str:
        posts = row.attendee.posts if row.attendee else ()
        return (posts[0].department.zh if language == "zh" else posts[0].department.en) if posts else ""

    return text


def _of_person(key: str) -> Callable[[PersonRow, str], str]:
    return lambda row, _language: getattr(row.attendee.person, key) if row.attendee else ""


def _of_attendee(key: str) -> Callable[[PersonRow, str], Any]:
    return lambda row, _language: getattr(row.attendee, key) if row.attendee else ""


_PERSON: dict[str, Any] = {"editable": _is_person, "yielding": True}


def _side(known: Known) -> dict[str, Any]:
    return {
        "value": lambda row, _: row.side_id,
        "editor": EditorKind.CHOICE,
        "choices": known.side_choices,
        "yielding": True,
    }
