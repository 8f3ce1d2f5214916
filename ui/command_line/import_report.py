"""The plan of an import as JSON and as lines for the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from models.imports.book import Note
from models.imports.plan import Action, Difference, ImportPlan, PlanRow, ReadFile
from models.imports.tables import FoundTable, MatchedBy, RowKind
from models.rules.masking import mask_email, mask_id, mask_numbers, mask_phone
from resources.languages import translator
from ui.command_line import say
from ui.wording.messages import N_, fill
from ui.wording.slips import slip_field_word, slip_sentence

if TYPE_CHECKING:
    from models.imports.apply_import import Imported

ACTIONS = {
    Action.ADD: N_("new"),
    Action.UPDATE: N_("update"),
    Action.SAME: N_("nothing new"),
    Action.DOUBT: N_("in doubt"),
    Action.REFUSE: N_("refused"),
}
HEADINGS = (N_("row"), N_("plan"), N_("name"), N_("organization"), N_("why"))
TABLE = N_("{place}: header in row {rows}; {columns}")
NO_TABLE = N_("{place}: no table was found.")
NOT_UNDERSTOOD = N_("not understood: {headers}")
COUNTS = N_("{add} new, {update} to be updated, {same} with nothing new, {doubt} in doubt, {refuse} refused.")
DONE = N_("Imported. People added: {added}; updated: {updated}; groups: {groups}; new organizations: {units}.")
LEFT = N_("Left out, since in doubt: {count}. Decide them in the window (Import reply slips…).")
CHANGED_MEANWHILE = N_("Fields left as they are, since somebody else has changed them meanwhile: {count}.")
NOT_KEPT = N_("These files could not be kept beside the meeting: {files}.")

Fields = Mapping[str, str]


def as_document(plan: ImportPlan, language: str) -> dict[str, object]:
    """The plan as `--json` prints it: that of one file, or of several with their counts together."""
    files = [_file_entry(file, plan, language) for file in plan.files]
    return files[0] if len(files) == 1 else {"files": files, "counts": _counts(plan.rows)}


def _file_entry(file: ReadFile, plan: ImportPlan, language: str) -> dict[str, object]:
    rows = [row for row in plan.rows if row.file == file.book.name]
    return {
        "file": file.book.name,
        "sheets": list(_sheets(file, language)),
        "rows": [_row_entry(row, language) for row in rows],
        "counts": _counts(rows),
    }


def _counts(rows: Iterable[PlanRow]) -> dict[str, int]:
    found = dict.fromkeys((action.value for action in Action), 0)
    for row in rows:
        found[row.action.value] += 1
    return found


def _sheets(file: ReadFile, language: str) -> Iterator[dict[str, object]]:
    """Each table; a sheet without one is named all the same. What was noticed about a sheet is told once."""
    for sheet in file.book.sheets:
        tables = [table for table in file.understood.tables if table.sheet == sheet.name]
        none: dict[str, object] = {"name": sheet.name, "header_rows": [], "columns": {}, "unknown_columns": []}
        notes = [note for note in file.understood.notes if note.values.get("sheet") == sheet.name]
        first, *others = [_table_entry(table) for table in tables] or [none]
        yield {**first, "notes": _notes(notes, language)} if notes else first
        yield from others


def _table_entry(table: FoundTable) -> dict[str, object]:
    return {
        "name": table.sheet,
        "header_rows": [row + 1 for row in table.header_rows],
        "columns": {letters(column.column): column.field for column in table.columns if column.field},
        "unknown_columns": unknown_columns(table),
    }


def unknown_columns(table: FoundTable) -> list[str]:
    """The headers that mean nothing known; a column without one by its letters."""
    unknown = [column for column in table.columns if not column.field and column.by is not MatchedBy.CHOSEN]
    return [column.header or letters(column.column) for column in unknown]


def _row_entry(row: PlanRow, language: str) -> dict[str, object]:
    return {
        "sheet": row.slip.sheet,
        "row": row.slip.row + 1,
        "action": row.action.value,
        "person": dict(row.slip.values),
        "reasons": _notes(reasons(row), language),
    }


def _notes(notes: Iterable[Note], language: str) -> list[dict[str, object]]:
    return [{"code": note.code, "values": dict(note.values), "text": slip_sentence(note, language)} for note in notes]


def reasons(row: PlanRow) -> tuple[Note, ...]:
    """Why, and what is written where somebody is known already."""
    changes = row.candidate.differences if row.candidate and row.action is not Action.SAME else ()
    return (*row.reasons, *map(_change, changes))


def _change(difference: Difference) -> Note:
    values = {"field": difference.field, "stored": difference.stored, "slip": difference.slip}
    return Note("differs", values) if difference.stored else Note("adds", values)


def letters(column: int) -> str:
    """0 is A, 26 is AA."""
    text, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


# --- for the reader


def told_plan(plan: ImportPlan, language: str, *, whole: bool) -> None:
    """The tables found and the rows: all, or those that were not imported."""
    for file in plan.files:
        for sheet in file.book.sheets:
            tables = [table for table in file.understood.tables if table.sheet == sheet.name]
            names = {"place": " › ".join(filter(None, (file.book.name, sheet.name)))}
            for table in tables:
                say.line(fill(TABLE, {**names, **_table_words(table, language)}, language))
            if not tables:
                say.line(fill(NO_TABLE, names, language))
        for note in file.understood.notes:
            say.line(f"  {slip_sentence(note, language)}")
    for note in plan.notes:
        say.line(slip_sentence(note, language))
    shown = [row for row in plan.rows if whole or row.action in (Action.DOUBT, Action.REFUSE)]
    _tell_rows(shown, language, with_file=len(plan.files) > 1)
    say.line(fill(COUNTS, _counts(plan.rows), language))


def _table_words(table: FoundTable, language: str) -> Fields:
    known = [f"{letters(one.column)} {slip_field_word(one.field, language)}" for one in table.columns if one.field]
    unknown = unknown_columns(table)
    if unknown:
        known.append(fill(NOT_UNDERSTOOD, {"headers": " | ".join(unknown)}, language))
    rows = ", ".join(str(row + 1) for row in table.header_rows) or "–"
    return {"rows": rows, "columns": ", ".join(known)}


def _tell_rows(rows: list[PlanRow], language: str, *, with_file: bool) -> None:
    _ = translator(language).gettext
    if rows:
        lines = [_row_line(row, language, with_file=with_file) for row in rows]
        say.table([_(heading) for heading in HEADINGS], lines)


def _row_line(row: PlanRow, language: str, *, with_file: bool) -> tuple[str, ...]:
    values = row.slip.values
    place = " › ".join(filter(None, (row.file if with_file else "", row.slip.sheet, str(row.slip.row + 1))))
    name = values.get("name_zh") or values.get("name_en", "")
    if row.slip.kind is RowKind.GROUP and row.slip.count:
        name = f"{name} × {row.slip.count}"
    why = "; ".join(slip_sentence(_masked(note), language) for note in reasons(row))
    return place, translator(language).gettext(ACTIONS[row.action]), name, values.get("organization", ""), why


def _masked(note: Note) -> Note:
    """A note without anybody's numbers."""
    masks = {"id_number": mask_id, "email": mask_email, "phone": mask_phone, "phone_2": mask_phone}
    mask = masks.get(str(note.values.get("field", "")), mask_numbers)
    told = ("stored", "slip", "text")
    return Note(note.code, {name: mask(str(value)) if name in told else value for name, value in note.values.items()})


def told_result(done: Imported, language: str) -> None:
    """What was written, and what was not."""
    counts = {"added": done.added, "updated": done.updated, "groups": done.groups, "units": done.units_made}
    say.line(fill(DONE, counts, language))
    if done.left_in_doubt:
        say.line(fill(LEFT, {"count": done.left_in_doubt}, language))
    if done.kept_meanwhile:
        say.line(fill(CHANGED_MEANWHILE, {"count": done.kept_meanwhile}, language))
    if done.slips_not_kept:
        say.line(fill(NOT_KEPT, {"files": ", ".join(done.slips_not_kept)}, language))
