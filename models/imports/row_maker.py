"""The rows of one line of a table: one for each person in it, one for those without names, or a refused one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from models.imports.book import CellMark, Note
from models.imports.clean_columns import join_words
from models.imports.name_cells import NameCell
from models.imports.tables import RowKind, SlipRow
from models.imports.texts import Cleaned

_PAIRED = ("title_zh", "phone", "gender", "id_number", "email", "ethnicity")
_SEPARATORS = ("、", "；", ";", "，", ",", "/", " ")
_OWN = frozenset({"phone", "phone_2", "id_number", "email", "gender"})  # of one person, never of several
Values = dict[str, str]
Made = tuple[RowKind, Values, tuple[Note, ...]]


@dataclass(frozen=True, slots=True)
class LineMarks:
    """What is true of the whole line."""

    hidden: bool = False
    struck: bool = False
    unit_filled: bool = False


@dataclass(slots=True)
class RowMaker:
    """A line as read: the values that all its people share, its notes, and what its cell of names holds."""

    sheet: str
    place: int
    original: str
    cell: NameCell
    shared: Values
    notes: list[Note] = field(default_factory=list)
    marks: LineMarks = field(default_factory=LineMarks)

    def rows(self) -> Iterator[SlipRow]:
        """The rows."""
        made = [self._person(place, person) for place, person in enumerate(self.cell.people)]
        if self.cell.label:
            made.append(self._group(with_rest=not made))
        if not made:
            made.append(self._refused())
        for part, (kind, values, notes) in enumerate(made):
            yield SlipRow(
                sheet=self.sheet,
                row=self.place,
                kind=kind,
                values=values,
                original=self.original,
                notes=notes,
                part=part,
                count=self.cell.count if kind is RowKind.GROUP else None,
                hidden=self.marks.hidden,
                struck=self.marks.struck,
                unit_filled=self.marks.unit_filled,
            )

    def _group(self, *, with_rest: bool) -> Made:
        """People without names: of what stands in the line only the unit, where somebody else is named in it."""
        rest = self.shared if with_rest else {key: text for key, text in self.shared.items() if key == "organization"}
        notes = (*self.cell.notes, *(self.notes if with_rest else ()))
        return RowKind.GROUP, {"name_zh": self.cell.label, **rest}, notes

    def _refused(self) -> Made:
        notes = self.cell.notes or (Note("no_name", {"field": "name_zh", "text": ""}),)
        return RowKind.REFUSED, self.shared, (*notes, *self.notes)

    def _person(self, place: int, person: Cleaned) -> Made:
        shared, notes = self._share(place)
        values = {"name_zh": person.text} if person.text else {}
        values |= shared
        for key, text in person.extra:
            first, second = (text, values.get(key, "")) if key == "title_zh" else (values.get(key, ""), text)
            values[key] = join_words(key, first, second)
        return RowKind.PERSON, values, (*person.notes, *self.notes, *notes)

    def _share(self, place: int) -> tuple[Values, tuple[Note, ...]]:
        """What one of several people in a cell gets: titles and phones in pairs where their numbers agree."""
        count = len(self.cell.people)
        if count == 1:
            return self.shared, ()
        values, notes = dict(self.shared), []
        for key in _PAIRED:
            text = values.get(key, "")
            parts = self._parts(key)
            if len(parts) == count:
                values[key] = parts[place]
                values |= {"phone_2": ""} if key == "phone" else {}
            elif text and (key in _OWN or len(parts) > 1):
                values[key] = "" if key in _OWN and place else text
                notes.append(Note("not_paired", {"field": key, "text": text}))
        return {key: text for key, text in values.items() if text}, tuple(notes)

    def _parts(self, key: str) -> list[str]:
        text = self.shared.get(key, "")
        if key == "phone" and (second := self.shared.get("phone_2", "")):
            return [text, second]
        for sign in _SEPARATORS:
            if sign in text:
                return [part.strip() for part in text.split(sign) if part.strip()]
        return [text] if text else []


def mark_notes(by_column: Mapping[int, str], marks: Mapping[int, CellMark]) -> Iterator[Note]:
    """What the marks of cells must tell, with the field of their column."""
    for column, mark in marks.items():
        key = by_column.get(column, "")
        if mark.comment:
            yield Note("comment", {"field": key, "text": mark.comment})
        if mark.picture:
            yield Note("picture", {"field": key, "text": ""})
        if mark.error:
            yield Note("cell_error", {"field": key, "text": mark.error})
        if mark.formula:
            yield Note("formula_without_result", {"field": key, "text": ""})


def is_struck(name_column: int | None, marks: Mapping[int, CellMark]) -> bool:
    """The name struck through, or most of the line."""
    struck = [column for column, mark in marks.items() if mark.struck]
    return name_column in struck or len(struck) > 2
