"""What is told about slips and their rows: what a reader noticed, what was changed, why a row is in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from models.errors import KnownError
from resources.languages import translator
from ui.wording.messages import N_, fill

SLIP_NOTES: dict[str, str] = {
    # the plan
    "no_name": N_("The row names nobody."),
    "file_twice": N_("“{file}” holds the same as “{first}” and was read only once."),
    "imported_before": N_("“{file}” was imported before; only what is new is written."),
    "several_imported_before": N_("{count} slips, as “{file}”, were imported before; only what is new is written."),
    "slip_failed": N_(
        "“{file}” could not be read ({reason}). Save it again as .xlsx in Excel or WPS, then try once more; the "
        "details are in the log."
    ),
    "earlier_row": N_("The same person as in {place}."),
    "known_person": N_("Known to the workspace: {name} ({post})."),
    "slip_confirms": N_("The slip confirms that they come."),
    "several_known": N_("{count} people known fit this row, the first is {name} ({post}). Choose who is meant."),
    "like_doubtful_row": N_("The same person as in a row above that is in doubt itself: {name} ({post})."),
    "other_id": N_("The name is that of {name} ({post}), but the identity number is another."),
    "same_id": N_("The identity number is that of {name} ({post}), but the name is another."),
    "other_phone": N_("Name and organization are those of {name} ({post}), but the mobile number is another."),
    "similar_unit": N_("{name} ({post}) is known, of an organization with a similar name."),
    "other_department": N_("{name} ({post}) is known, of another department of the same organization."),
    "same_name_only": N_("Only the name is that of {name} ({post}): neither phone nor organization tells them apart."),
    "looks_alike": N_("The name is written almost like that of {name} ({post}), and phone or organization agree."),
    "sounds_alike": N_("The name sounds like that of {name} ({post}), and phone or organization agree."),
    "one_character": N_("The phone is that of {name} ({post}), whose name differs in one character."),
    "namesake": N_("{name} ({post}) has the same name; phone or organization tell them apart."),
    "shared_phone": N_("{name} ({post}) has the same phone number."),
    "like_group": N_("The slip in {place} names the same: {name}."),
    "adds": N_("{field}: “{slip}” is new"),
    "differs": N_("{field}: “{stored}” becomes “{slip}”"),
    # the sheets
    "sheet_hidden": N_("The sheet “{sheet}” is hidden ({rows} rows) and was left out; it can be included."),
    "no_table": N_("No table was found on the sheet “{sheet}” ({rows} rows)."),
    "no_headings": N_("The sheet “{sheet}” has no headings; what the columns are was told by their cells."),
    "rows_hidden": N_("The sheet “{sheet}” has {rows} hidden rows; they were read and are marked."),
    "pictures_left_out": N_("{count} pictures over the cells of “{sheet}” were left out: photos, seals, signatures."),
    "sheet_cut": N_("Reading of “{sheet}” stopped at row {row}; look whether anything stands below."),
    "cells_left_out": N_("Cells outside the tables of “{sheet}” were not read ({count} rows: {rows})."),
    "form_read": N_("“{sheet}” is a form, not a list: {count} people were read from it."),
    "unit_from_title": N_("The organization “{unit}” was taken from the title of “{sheet}”."),
    "unit_from_sheet": N_("The organization “{unit}” was taken from the name of the sheet."),
    "unit_from_file": N_("The organization “{unit}” was taken from the name of the file."),
    # the rows
    "row_hidden": N_("The row is hidden in the sheet."),
    "row_struck": N_("The row is struck through: they may no longer come."),
    "unit_filled": N_("The organization “{text}” was taken from a row above."),
    "name_merged": N_("“{text}” stands in merged cells and is one person."),
    "ditto_of_a_person": N_("{field}: “as above” was not taken over, since it belongs to one person. Ask for it."),
    "ditto_filled": N_("{field}: “{text}” was taken from the row above."),
    "not_paired": N_("{field}: “{text}” could not be divided among the people of this cell."),
    "comment": N_("A comment in the cell says: {text}"),
    "picture": N_("{field}: a picture stands in the place of the text."),
    "cell_error": N_("{field}: the formula of the cell failed ({text})."),
    "formula_without_result": N_("{field}: the formula of the cell has no stored result; open and save the file once."),
    "garbled": N_("{field}: “{text}” holds damaged characters."),
    "character_unclear": N_("“{text}” holds a character that is described or damaged; look it up in the slip."),
    # the cells
    "unit_split": N_("“{text}” was divided into organization and job title."),
    "title_not_found": N_("“{text}” holds no job title that is known; it was taken as the organization."),
    "answer_unclear": N_("{field}: “{text}” is neither yes nor no, and no word that is known."),
    "name_ditto": N_("“{text}” stands in the place of a name."),
    "name_split": N_("“{text}” was taken apart into name and title."),
    "name_short": N_("“{text}” is a name of one character."),
    "name_incomplete": N_("“{text}” is a surname with a title: the given name is missing."),
    "name_doubtful": N_("“{text}” is an unusual name."),
    "not_a_name": N_("“{text}” does not look like a name."),
    "placeholder": N_("“{text}” is a place for people who are not named yet."),
    "several_people": N_("“{text}” names several people; each has a row."),
    "tentative": N_("“{text}” is not settled yet."),
    "several_phones": N_("“{text}” holds several numbers; the first mobile number is the phone, the others follow."),
    "several_emails": N_("“{text}” holds several addresses; the first one is used."),
    "phone_doubtful": N_("“{text}” is no phone number of the usual length."),
    "phone_masked": N_("“{text}” is masked; the full number is needed."),
    "phone_rounded": N_("The spreadsheet has rounded the phone number ({text}); type it again."),
    "identity_unreliable": N_("The spreadsheet has changed the last digits of the identity number; enter it again."),
    "identity_wrong": N_("The identity number is wrong: its last digit does not fit the others."),
    "email_doubtful": N_("“{text}” is no e-mail address."),
    "room_doubtful": N_("“{text}” is no usual room number; the spreadsheet may have changed it."),
    "room_is_date": N_("The spreadsheet has made a date of the room number ({text})."),
    "unit_not_found": N_("“{text}” could not be divided into organization and title."),
    "day_unknown": N_("{field}: “{text}” names no day."),
    "time_not_read": N_("{field}: “{text}” is no day or time that can be read; it is kept as it is."),
    "time_with_words": N_("{field}: “{text}” says more than a time; it is kept as it is."),
    "time_without_day": N_("{field}: “{text}” names a time, but no day."),
    "torn_characters": N_("{count} characters of the file are damaged and cannot be read."),
}

OF_GROUPS = {"count": N_("How many people")}  # what a slip may say otherwise of people without names

# In a few words: why somebody may be meant; shown beside the person.
LIKENESS: dict[str, str] = {
    "name_and_phone": N_("same name and phone"),
    "name_and_id": N_("same name and identity number"),
    "name_and_unit": N_("same name and organization"),
    "name_and_email": N_("same name and e-mail"),
    "other_id": N_("another identity number"),
    "same_id": N_("same identity number"),
    "other_phone": N_("another mobile number"),
    "similar_unit": N_("same name, a similar organization"),
    "other_department": N_("same name, another department"),
    "same_name_only": N_("the name alone"),
    "looks_alike": N_("a name that looks alike"),
    "sounds_alike": N_("a name that sounds alike"),
    "one_character": N_("one character differs"),
    "same_phone": N_("same phone"),
    "same_unit": N_("same organization"),
    "namesake": N_("a namesake"),
    "shared_phone": N_("a shared phone"),
    "same_group": N_("a group of the same name"),
}


class SlipNote(Protocol):
    """A code with its values, as readers and plans of slips carry them."""

    @property
    def code(self) -> str:
        """What was noticed."""

    @property
    def values(self) -> Mapping[str, object]:
        """What fills its sentence."""


def slip_sentence(note: SlipNote, language: str) -> str:
    """A note in words; a file that was refused is told as the error that it met."""
    from ui.wording import UNKNOWN_FINDING, error_sentence
    from ui.wording.errors import ERRORS

    if note.code in SLIP_NOTES:
        return fill(SLIP_NOTES[note.code], _in_words(note.values, language), language)
    if note.code in ERRORS:
        return error_sentence(KnownError(note.code, **_plain(note.values)), language)
    details = ", ".join(f"{name}: {value}" for name, value in note.values.items())
    return fill(UNKNOWN_FINDING, {"code": note.code, "details": details}, language)


def likeness_words(reason: str, language: str) -> str:
    """Why somebody may be meant, in a few words."""
    return translator(language).gettext(LIKENESS[reason]) if reason in LIKENESS else reason


def slip_field_word(field: str, language: str) -> str:
    """What a field of a slip is called."""
    from ui.wording.slip_fields import SLIP_FIELDS

    message = SLIP_FIELDS.get(field) or OF_GROUPS.get(field)
    return translator(language).gettext(message) if message else field


def _in_words(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: slip_field_word(str(value), language) if name == "field" else value for name, value in values.items()}


def _plain(values: Mapping[str, object]) -> dict[str, str | int | float | bool | None]:
    kinds = (str, int, float, bool)
    return {name: value if value is None or isinstance(value, kinds) else str(value) for name, value in values.items()}
