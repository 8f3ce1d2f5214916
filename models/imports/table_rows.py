"""The rows of a table as people: column by column for the many plain rows, one by one where something is unusual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from models.imports.book import CellMark, CellValue, Note
from models.imports.clean_columns import (
    NameMemo,
    Reading,
    Values,
    clean_column,
    combined,
    is_name_column,
    join_words,
)
from models.imports.footers import Contact, is_label
from models.imports.grid import Grid
from models.imports.match_columns import Column
from models.imports.name_cells import NameCell
from models.imports.tables import SEQUENCE, Corrections, RowKind, SlipRow
from models.imports.texts import Cleaned, text_of, tidy
from models.imports.titles import is_unit

_EMPTY: tuple[Note, ...] = ()
_PART = "part"


@dataclass(frozen=True, slots=True)
class Body:
    """Where the rows of a table stand, and what its columns mean."""

    grid: Grid
    columns: tuple[Column, ...]
    first_row: int
    last_row: int  # included
    first_column: int
    last_column: int
    contact: Contact


class TableRows:
    """Reads them. `footer`: rows that are no people, with their words."""

    def __init__(self, body: Body, corrections: Corrections, reading: Reading) -> None:
        self._body, self._corrections, self._reading = body, corrections, reading
        self._sheet = body.grid.sheet
        self.footer: list[tuple[int, str]] = []
        rows = body.grid.rows[body.first_row : body.last_row + 1]
        width = body.last_column + 1
        columns: list[Sequence[CellValue]] = list(zip_longest(*rows))
        self._cells = columns[:width] + [(None,) * len(rows)] * (width - len(columns))
        self._size = len(rows)
        self._read_names()
        self._fields = self._read_fields()
        self._units = self._fill_units()

    def _read_names(self) -> None:
        """The column of names; parts of names are put together, an English name alone names too."""
        self._memo = NameMemo()
        self._name_column = next((each.match.column for each in self._body.columns if is_name_column(each)), None)
        if self._name_column is None:
            names = [column for column in self._body.columns if column.field == "name_en"]
            self._name_column = names[0].match.column if names else None
        self._name_cells: Sequence[CellValue] = ()
        parts = [self._cells[each.match.column] for each in self._body.columns if each.keep == _PART and each.field == "name_zh"]
        if len(parts) > 1:
            self._name_cells = [_joined_name(cells) for cells in zip(*parts, strict=True)]
        elif self._name_column is not None:
            self._name_cells = self._cells[self._name_column]
        else:
            self._name_cells = (None,) * self._size
        self._names = list(map(self._memo.__getitem__, self._name_cells))

    def _read_fields(self) -> list[Values]:
        """Every other column that means something; two of one field in one."""
        found: dict[str, Values] = {}
        for column in self._body.columns:
            if column.match.column == self._name_column or column.keep == _PART or column.field in ("", SEQUENCE):
                continue
            values = clean_column(column, self._cells[column.match.column], self._reading)
            found[values.field] = combined(found[values.field], values) if values.field in found else values
        return list(found.values())

    def _fill_units(self) -> list[str]:
        """The unit of each row: its own, else the one above it, else that of the whole table."""
        values = next((each for each in self._fields if each.field == "organization"), None)
        written = values.texts if values else [""] * self._size
        if all(written):
            return written
        written = [self._unit_above(row, text) for row, text in enumerate(written)]
        return list(accumulate(written, lambda above, text: text or above, initial=self._body.contact.unit))[1:]

    def _unit_above(self, row: int, text: str) -> str:
        """Words of a total are no unit; a unit on a line of its own is one for the rows below it."""
        if self._names[row] or self._name_cells[row] not in (None, ""):
            return text
        texts = self._written(row)
        if not texts or is_label(texts[0]):
            return ""
        if len(texts) == 1 and is_unit(texts[0]) and self._is_person(row + 1):
            return texts[0]
        return text

    def _is_person(self, row: int) -> bool:
        return row < self._size and bool(self._names[row] or self._name_cells[row] in self._memo.special)

    def _written(self, row: int) -> list[str]:
        """What is written in a row, without its number."""
        first, last = self._body.first_column, self._body.last_column
        numbers = {column.match.column for column in self._body.columns if column.field == SEQUENCE}
        place = self._body.first_row + row
        grid = self._body.grid
        return [
            text
            for column in range(first, last + 1)
            if (place, column) not in grid.continued and (text := tidy(text_of(self._cells[column][row])))
            if column not in numbers or not text.isdecimal()
        ]

    def read(self) -> list[SlipRow]:
        """All rows of people, in order."""
        unusual = self._unusual()
        fields = ["name_zh", "organization", *(each.field for each in self._fields if each.field != "organization")]
        texts = [each.texts for each in self._fields if each.field != "organization"]
        originals = self._originals()
        sheet, first, person = self._sheet.name, self._body.first_row, RowKind.PERSON
        found: list[SlipRow] = []
        for row, cells in enumerate(zip(self._names, self._units, *texts, strict=True)):
            if row in unusual:
                found += self._one_by_one(row, originals[row])
            else:
                values = {key: text for key, text in zip(fields, cells, strict=True) if text}
                found.append(SlipRow(sheet, first + row, person, values, originals[row]))
        self._move_footer(found)
        return found

    def _unusual(self) -> set[int]:
        """Rows that are more than plain texts: no plain name, a filled unit, marks, hidden, notes."""
        special = {row for row, name in enumerate(self._names) if not name}
        for values in self._fields:
            special.update(values.special)
        own = next((each.texts for each in self._fields if each.field == "organization"), None)
        if own is not self._units:
            special.update(row for row in range(self._size) if own is None or not own[row])
        first = self._body.first_row
        special.update(row - first for row in self._sheet.hidden_rows)
        special.update(row - first for row, _column in self._sheet.marks)
        special.update(row - first for row, column in self._body.grid.continued if column == self._name_column)
        if self._corrections.keep_together:
            special.update(row - first for name, row in self._corrections.keep_together if name == self._sheet.name)
        return special

    def _originals(self) -> list[str]:
        """Each row as written, its cells joined by " | ", empty ones left out."""
        first, last = self._body.first_column, self._body.last_column
        texts = [_texts(column) for column in self._cells[first : last + 1]]
        rows = zip(*texts, strict=True) if texts else iter([()] * self._size)
        return [" | ".join(filter(None, row)) for row in rows]

    def _one_by_one(self, row: int, original: str) -> Iterator[SlipRow]:
        place = self._body.first_row + row
        cell = self._name_cell(row, place)
        if cell is None:
            return
        marks = {column: mark for column in range(self._body.first_column, self._body.last_column + 1) if (mark := self._sheet.marks.get((place, column)))}
        made = RowMaker(self._shared(row), self._notes(row, marks), cell, original, self._sheet.name, place)
        hidden, struck = place in self._sheet.hidden_rows, self._is_struck(marks)
        if hidden:
            made.notes.append(Note("row_hidden", {"field": "", "text": ""}))
        if struck:
            made.notes.append(Note("row_struck", {"field": "", "text": ""}))
        filled = self._is_unit_filled(row)
        if filled:
            made.notes.append(Note("unit_filled", {"field": "organization", "text": self._units[row]}))
        yield from made.rows(hidden=hidden, struck=struck, unit_filled=filled)

    def _name_cell(self, row: int, place: int) -> NameCell | None:
        """What the cell of the name holds; None for a row that is no person, which goes to the footer or is empty."""
        value = self._name_cells[row]
        if (place, self._name_column) in self._body.grid.continued:
            return None
        if (self._sheet.name, place) in self._corrections.keep_together:
            return self._memo.together(value)
        if name := self._names[row]:
            return NameCell((Cleaned(name),))
        cell = self._memo.special.get(value)
        if cell is not None and (cell.people or cell.label):
            return None if self._is_footer(row) else cell
        written = self._written(row)
        if not written and not self._marked_name(place):
            return None
        if self._is_footer(row):
            self.footer.append((place, " | ".join(written)))
            return None
        return cell or NameCell()

    def _marked_name(self, place: int) -> CellMark | None:
        return self._sheet.marks.get((place, self._name_column)) if self._name_column is not None else None

    def _is_footer(self, row: int) -> bool:
        """A total, a note, a contact block; or a line of words above other rows."""
        written = self._written(row)
        if not written:
            return False
        if is_label(written[0]) or (self._name_cells[row] is not None and is_label(tidy(text_of(self._name_cells[row])))):
            self.footer.append((self._body.first_row + row, " | ".join(written))) if self._names[row] else None
            return True
        return len(written) == 1 and self._name_cells[row] in (None, "") and not self._marked_name(self._body.first_row + row)

    def _shared(self, row: int) -> dict[str, str]:
        values = {each.field: text for each in self._fields if (text := each.texts[row])}
        if self._units[row]:
            values["organization"] = self._units[row]
        for each in self._fields:
            for cell in each.special.get(row, ()):
                for key, text in cell.extra:
                    values[key] = join_words(key, values.get(key, ""), text)
        return values

    def _notes(self, row: int, marks: Mapping[int, CellMark]) -> list[Note]:
        notes = [note for each in self._fields for cell in each.special.get(row, ()) for note in cell.notes]
        by_column = {column.match.column: column for column in self._body.columns}
        for number, mark in marks.items():
            notes += _mark_notes(by_column[number].field if number in by_column else "", mark)
        return notes

    def _is_struck(self, marks: Mapping[int, CellMark]) -> bool:
        """The name struck through, or most of what is written."""
        struck = [column for column, mark in marks.items() if mark.struck]
        return bool(struck) and (self._name_column in struck or len(struck) > 2)

    def _is_unit_filled(self, row: int) -> bool:
        own = next((each.texts[row] for each in self._fields if each.field == "organization"), "")
        return bool(self._units[row]) and not own

    def _move_footer(self, found: list[SlipRow]) -> None:
        """Refused rows behind the last person are words below the table, unless they are filled in as rows are."""
        last = max((each.row for each in found if each.kind is not RowKind.REFUSED), default=-1)
        for each in [each for each in found if each.kind is RowKind.REFUSED and each.row > last and len(each.values) < 2]:
            found.remove(each)
            self.footer.append((each.row, each.original))
        self.footer.sort()


def _texts(column: Sequence[CellValue]) -> Sequence[str]:
    kinds = set(map(type, column))
    if kinds == {str}:
        return [text if text.isprintable() else tidy(text) for text in column]  # type: ignore[union-attr]
    known: dict[CellValue, str] = {}
    return [known[value] if value in known else known.setdefault(value, tidy(text_of(value))) for value in column]


def _joined_name(cells: Iterable[CellValue]) -> str:
    """姓 and 名 in two columns: together in Chinese, with a space in other scripts."""
    return tidy(" ".join(map(text_of, cells)))


def _mark_notes(field: str, mark: CellMark) -> Iterator[Note]:
    if mark.comment:
        yield Note("comment", {"field": field, "text": mark.comment})
    if mark.picture:
        yield Note("picture", {"field": field, "text": ""})
    if mark.error:
        yield Note("cell_error", {"field": field, "text": mark.error})
    if mark.formula:
        yield Note("formula_without_result", {"field": field, "text": ""})


@dataclass(slots=True)
class RowMaker:
    """Makes the rows of one line: one for each person in it, one for those without names, or a refused one."""

    shared: dict[str, str]
    notes: list[Note]
    cell: NameCell
    original: str
    sheet: str
    place: int

    def rows(self, *, hidden: bool, struck: bool, unit_filled: bool) -> Iterator[SlipRow]:
        """The rows."""
        made = list(self._people())
        if self.cell.label:
            label = {"name_zh": self.cell.label, **({} if made else self.shared)}
            if "organization" in self.shared:
                label["organization"] = self.shared["organization"]
            made.append((RowKind.GROUP, label, (*self.cell.notes, *(() if made else self.notes))))
        if not made:
            notes = (*self.cell.notes, *self.notes) if self.cell.notes else (Note("no_name", {"field": "name_zh", "text": ""}), *self.notes)
            made.append((RowKind.REFUSED, self.shared, notes))
        for part, (kind, values, notes) in enumerate(made):
            count = self.cell.count if kind is RowKind.GROUP else None
            yield SlipRow(
                self.sheet, self.place, kind, values, self.original, notes, part, count, hidden, struck, unit_filled
            )

    def _people(self) -> Iterator[tuple[RowKind, dict[str, str], tuple[Note, ...]]]:
        people = self.cell.people
        paired = [self._share(place) for place in range(len(people))]
        for person, (shared, notes) in zip(people, paired, strict=True):
            values = dict(shared)
            if person.text:
                values["name_zh"] = person.text
            for key, text in person.extra:
                values[key] = join_words(key, text, values.get(key, "")) if key == "title_zh" else join_words(key, values.get(key, ""), text)
            yield RowKind.PERSON, _in_order(values), (*person.notes, *self.notes, *notes)

    def _share(self, place: int) -> tuple[dict[str, str], tuple[Note, ...]]:
        """What one of several people in a cell gets: titles and phones in pairs where their numbers agree."""
        count = len(self.cell.people)
        if count == 1:
            return self.shared, _EMPTY
        values, notes = dict(self.shared), []
        for key in ("title_zh", "phone", "gender", "id_number", "email"):
            text = values.get(key, "")
            parts = _parts(text)
            if key == "phone":
                parts += _parts(values.get("phone_2", "")) + _parts(values.get("remarks", "")) * 0
            if len(parts) == count:
                values[key] = parts[place]
                if key == "phone":
                    values.pop("phone_2", None)
            elif text and key != "title_zh":
                if place:
                    values.pop(key)
                notes.append(Note("not_paired", {"field": key, "text": text}))
            elif len(parts) > 1:
                notes.append(Note("not_paired", {"field": key, "text": text}))
        return values, tuple(notes)


def _parts(text: str) -> list[str]:
    for sign in ("、", "；", ";", "，", ",", "/", " "):
        if sign in text:
            return [part.strip() for part in text.split(sign) if part.strip()]
    return [text] if text else []


def _in_order(values: dict[str, str]) -> dict[str, str]:
    """The name first."""
    return {"name_zh": values["name_zh"], **values} if "name_zh" in values else values
