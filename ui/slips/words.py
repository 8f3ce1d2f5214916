"""The import in words: what becomes of a row, who it may be, why, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from models.imports.book import CellValue, Note
from models.imports.plan import Action, Candidate, Difference, PlanRow
from models.imports.tables import RowKind, SlipRow
from models.rules.masking import mask_email, mask_id, mask_numbers, mask_phone
from resources.languages import translator
from ui.slips.meanings import PRIVATE
from ui.wording.messages import N_

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?")
ACTIONS = {
    Action.ADD: N_("New"),
    Action.UPDATE: N_("Update"),
    Action.SAME: N_("Nothing new"),
    Action.DOUBT: N_("To decide"),
    Action.REFUSE: N_("Not imported"),
}
MARKS = {Action.ADD: "＋", Action.UPDATE: "↻", Action.SAME: "＝", Action.DOUBT: "▲", Action.REFUSE: "✕"}
TOKENS = {
    Action.ADD: "good",
    Action.UPDATE: "accent",
    Action.SAME: "ink_faint",
    Action.DOUBT: "warn",
    Action.REFUSE: "ink_faint",
}


def action_words(action: Action, language: str) -> str:
    """What becomes of a row, with its mark."""
    return f"{MARKS[action]} {translator(language).gettext(ACTIONS[action])}"


def column_letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA, as sheets count."""
    letters, rest = "", column + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def cell_text(value: CellValue) -> str:
    """A cell as the sheet shows it; 13800138000.0 is a number without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e17 else str(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return str(value)


def value_words(field: str, value: str, language: str, *, revealed: bool = False) -> str:
    """A value of a person as it is shown: numbers masked unless they are revealed, codes in words."""
    if field in PRIVATE and not revealed:
        return masked(field, value)
    words = code_words(field, value, language)
    return words if revealed else mask_numbers(words)


def masked(field: str, value: str) -> str:
    """A phone, an address or a number, recognizable only to those who know it."""
    if field == "id_number":
        return mask_id(value) if value else ""
    return mask_email(value) if field == "email" else mask_phone(value)


def code_words(field: str, value: str, language: str) -> str:
    """A code in words ("male"); whatever else is there stays as it is."""
    from exporters.documents.words import word
    from models.codes import AttendanceCategory, Reply

    _ = translator(language).gettext
    if field in ("arrival", "departure"):
        return value.replace("T", " ") if _MOMENT.fullmatch(value) else value
    if field == "gender":
        return {"male": _("Male"), "female": _("Female")}.get(value, value)
    if field == "lodging":
        return {"yes": _("Yes"), "no": _("No"), "true": _("Yes"), "false": _("No")}.get(value, value)
    for name, codes in (("category", AttendanceCategory), ("reply", Reply)):
        if field == name and value in tuple(codes):
            return word(codes(value), language)
    return value


def called(slip: SlipRow, language: str) -> str:
    """The name in the language of the window, else the other one; a group with how many."""
    first, second = ("name_zh", "name_en") if language == "zh" else ("name_en", "name_zh")
    name = slip.values.get(first) or slip.values.get(second) or ""
    if slip.kind is RowKind.GROUP and slip.count and str(slip.count) not in name:
        return f"{name} × {slip.count}".strip()
    return name


def unit_words(slip: SlipRow) -> str:
    """Unit and department."""
    values = slip.values
    return " ".join(filter(None, (values.get("organization", ""), values.get("department", ""))))


def title_words(slip: SlipRow, language: str) -> str:
    """The job title in the language of the window, else the other one."""
    first, second = ("title_zh", "title_en") if language == "zh" else ("title_en", "title_zh")
    return slip.values.get(first) or slip.values.get(second) or ""


def place_words(row: PlanRow, language: str) -> str:
    """Where a row stands: file, sheet, row as the sheet numbers it."""
    _ = translator(language).gettext
    sheet = f" › {row.slip.sheet}" if row.slip.sheet else ""
    return _("{file}{sheet} › row {row}").format(file=row.file, sheet=sheet, row=row.slip.row + 1)


def why_words(row: PlanRow, updated: Candidate | None, language: str, *, revealed: bool = False) -> str:
    """All reasons and notes of a row in one line; of somebody who is updated, what becomes another."""
    changes = updated.differences if updated is not None else ()
    said = [*note_lines(row, language, revealed=revealed)]
    said += [difference_words(change, language, revealed=revealed) for change in changes]
    return "; ".join(dict.fromkeys(said))


def difference_words(difference: Difference, language: str, *, revealed: bool = False) -> str:
    """What becomes of a field."""
    from ui.wording.slips import slip_sentence

    stored, slip = (
        value_words(difference.field, value, language, revealed=revealed)
        for value in (difference.stored, difference.slip)
    )
    return slip_sentence(Note("differs", {"field": difference.field, "stored": stored, "slip": slip}), language)


def note_lines(row: PlanRow, language: str, *, revealed: bool = False) -> list[str]:
    """All reasons of a row, then what was noticed while it was read; each once."""
    notes = (*row.reasons, *row.slip.notes)
    return list(dict.fromkeys(note_words(note, language, revealed=revealed) for note in notes))


def note_words(note: Note, language: str, *, revealed: bool = False) -> str:
    """A note as a sentence; numbers of people in it are masked unless they are revealed."""
    from ui.wording.slips import slip_sentence

    values: Mapping[str, object] = note.values
    if not revealed:
        values = {
            name: mask_phone(mask_numbers(value)) if isinstance(value, str) else value for name, value in values.items()
        }
    return slip_sentence(Note(note.code, values), language)


def candidate_words(candidate: Candidate, language: str, *, revealed: bool = False) -> str:
    """Who somebody is: unit, title, phone."""
    phone = candidate.phone if revealed else mask_phone(candidate.phone)
    return " · ".join(filter(None, (candidate.unit, candidate.title, phone)))
