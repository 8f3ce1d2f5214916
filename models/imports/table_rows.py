"""The rows of a table as people: column by column for the many plain rows, one by one where something is unusual."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from models.imports.body_cells import Body, BodyCells
from models.imports.book import CellValue, Note
from models.imports.clean_columns import (
    NameMemo,
    Reading,
    Values,
    clean_column,
    combined,
    is_name_column,
    join_words,
    labelled_column,
    mobiles_first,
)
from models.imports.footers import is_label
from models.imports.headers import meaning_of
from models.imports.name_cells import NameCell
from models.imports.row_maker import LineMarks, RowMaker, is_struck, mark_notes
from models.imports.tables import SEQUENCE, UNIT_AND_TITLE, Corrections, RowKind, SlipRow
from models.imports.texts import Cleaned, text_of, tidy
from models.imports.titles import is_unit

_PART = "part"
_EXAMPLES = frozenset(
    {"例", "例：", "例:", "（例）", "(例)", "示例", "样例", "范例", "举例", "例如", "填写示例", "e.g.", "Example"}
)
_ROW = {"field": "", "text": ""}


class TableRows:
    """Reads them. `footer`: rows that are no people, with their words."""

    def __init__(self, body: Body, corrections: Corrections, reading: Reading) -> None:
        self._body, self._reading = body, reading
        self._sheet = body.grid.sheet
        self._cells = BodyCells(body)
        self._together = {row for name, row in corrections.keep_together if name == self._sheet.name}
        self.footer: list[tuple[int, str]] = []
        self._memo = NameMemo()
        self._name_column, self._name_cells = self._find_names()
        self._names = self._memo.names(self._name_cells)
        self._fields = self._read_fields()
        self._own_units = next((each for each in self._fields if each.field == "organization"), None)
        self._words = self._find_words()
        self._units = self._fill_units()
        self._filled = self._filled_units()
        self._more = self._continuations()

    def _find_names(self) -> tuple[int | None, Sequence[CellValue]]:
        """The column of names; 姓 and 名 put together; an English name alone names too."""
        columns, cells = self._body.columns, self._cells.columns
        parts = [each.match.column for each in columns if each.keep == _PART and each.field == "name_zh"]
        if len(parts) > 1:
            joined = [tidy(" ".join(map(text_of, each))) for each in zip(*(cells[part] for part in parts), strict=True)]
            return parts[0], joined
        named = [each for each in columns if is_name_column(each)] or [
            each for each in columns if each.field == "name_en"
        ]
        if not named:
            return None, (None,) * self._cells.size
        return named[0].match.column, cells[named[0].match.column]

    def _read_fields(self) -> list[Values]:
        """Every other column that means something; two of one field in one."""
        found: dict[str, Values] = {}
        for column in self._body.columns:
            if column.match.column == self._name_column or column.keep == _PART or column.field in ("", SEQUENCE):
                continue
            column = labelled_column(column) if is_name_column(column) else column
            values = clean_column(column, self._cells.columns[column.match.column], self._reading)
            found[values.field] = combined(found[values.field], values) if values.field in found else values
        if "phone" in found and "phone_2" in found:
            mobiles_first(found["phone"], found["phone_2"])
        return list(found.values())

    def _find_words(self) -> dict[int, str]:
        """Rows without a person that hold words about the table: totals, notes, contact blocks, lines between."""
        words: dict[int, str] = {}
        labelled = set(self._cells.labelled_rows(self._name_column))
        for row in self._examples():
            words[row] = " | ".join(self._cells.written(row))
        for row in labelled | {row for row, name in enumerate(self._names) if not name and row not in words}:
            written = self._cells.written(row)
            name = tidy(text_of(self._name_cells[row]))
            is_line = len(written) == 1 and not self._holds_somebody(row) and not self._cells.marks(row)
            is_heading = row not in labelled and bool(name) and (is_label(name) or meaning_of(name) is not None)
            if written and (row in labelled or is_line or is_label(written[0]) or is_heading):
                words[row] = " | ".join(written)
        return words

    def _examples(self) -> Iterator[int]:
        """Rows that show how the slip is to be filled in: “例” stands where the number of the row should be."""
        for column in self._body.columns:
            cells = self._cells.columns[column.match.column]
            if column.field == SEQUENCE and not _EXAMPLES.isdisjoint(cells):
                yield from (row for row, value in enumerate(cells) if value in _EXAMPLES)

    def _holds_somebody(self, row: int) -> bool:
        cell = self._memo.special.get(self._name_cells[row])
        return bool(self._names[row] or (cell and (cell.people or cell.label)))

    def _fill_units(self) -> list[str]:
        """The unit of each row: its own, else the one above it, else that of the whole table."""
        size, own = self._cells.size, self._own_units
        written = own.texts if own else [""] * size
        if all(written):
            return written
        above = [self._unit_above(row, text) for row, text in enumerate(written)]
        filled = list(accumulate(above, lambda before, text: text or before, initial=self._body.contact.unit))[1:]
        for row in self._titles_without_unit():
            filled[row] = ""
        return filled

    def _unit_above(self, row: int, text: str) -> str:
        """Words about the table are no unit, but a unit on a line of its own is that of the rows below it."""
        words = self._words.get(row)
        if words is None:
            return text
        return words if is_unit(words) and self._is_person(row + 1) else ""

    def _is_person(self, row: int) -> bool:
        return row < self._cells.size and row not in self._words and self._holds_somebody(row)

    def _titles_without_unit(self) -> Iterator[int]:
        """副县长 under “单位及职务” has no unit of its own, and none of the person above."""
        if self._own_units and any(column.field == UNIT_AND_TITLE for column in self._body.columns):
            for row, cells in self._own_units.special.items():
                if not self._own_units.texts[row] and any(cell.extra for cell in cells):
                    yield row

    def _continuations(self) -> dict[int, list[int]]:
        """Row of a name → further rows over which its cell is merged."""
        first = self._body.first_row
        found: dict[int, list[int]] = {}
        for place, column in sorted(self._body.grid.continued):
            row = place - first
            if column == self._name_column and 0 < row < self._cells.size:
                owner = row - 1
                while owner > 0 and self._cells.is_continued(owner, column):
                    owner -= 1
                found.setdefault(owner, []).append(row)
        return found

    def read(self) -> list[SlipRow]:
        """All rows of people, in order."""
        unusual = self._unusual()
        others = [each for each in self._fields if each.field != "organization" and any(each.texts)]
        fields = ("name_zh", "organization", *(each.field for each in others))
        texts = zip(self._names, self._units, *(each.texts for each in others), strict=True)
        originals = self._cells.originals()
        sheet, first, person = self._sheet.name, self._body.first_row, RowKind.PERSON
        found: list[SlipRow] = []
        for row, cells in enumerate(texts):
            if row in unusual:
                found += self._one_by_one(row, " | ".join(originals[each] for each in (row, *self._more.get(row, ()))))
            else:
                pairs = zip(fields, cells, strict=True)
                values = dict(pairs) if all(cells) else {key: text for key, text in pairs if text}
                if row not in self._filled:
                    found.append(SlipRow(sheet, first + row, person, values, originals[row]))
                else:
                    told = tuple(self._told_of_unit(row))
                    found.append(SlipRow(sheet, first + row, person, values, originals[row], told, unit_filled=True))
        self.footer = [(first + row, words) for row, words in self._words.items()]
        return self._without_footer(found)

    def _unusual(self) -> set[int]:
        """Rows that are more than plain texts: no plain name, words, notes, marks, hidden, merged."""
        special = {row for row, name in enumerate(self._names) if not name}
        special.update(self._words, self._more, *self._more.values())
        special.update(*(values.special for values in self._fields))
        first = self._body.first_row
        special.update(row - first for row in (*self._sheet.hidden_rows, *self._together))
        special.update(row - first for row, _column in self._sheet.marks)
        return special

    def _filled_units(self) -> set[int]:
        """Rows whose unit stands above them or around the table."""
        if self._own_units is None:
            return {row for row, unit in enumerate(self._units) if unit}
        if self._own_units.texts is self._units:
            return set()
        pairs = zip(self._units, self._own_units.texts, strict=True)
        return {row for row, (unit, own) in enumerate(pairs) if unit and not own}

    def _told_of_unit(self, row: int) -> Iterator[Note]:
        if self._own_units or self._units[row] != self._body.contact.unit:
            yield Note("unit_filled", {"field": "organization", "text": self._units[row]})

    def _one_by_one(self, row: int, original: str) -> Iterator[SlipRow]:
        cell = self._name_cell(row)
        if cell is None:
            return
        place, marks = self._body.first_row + row, self._cells.marks(row)
        line = LineMarks(place in self._sheet.hidden_rows, is_struck(self._name_column, marks), row in self._filled)
        notes = [note for each in self._fields for cells in each.special.get(row, ()) for note in cells.notes]
        notes += mark_notes({column.match.column: column.field for column in self._body.columns}, marks)
        notes += self._line_notes(row, line)
        yield from RowMaker(self._sheet.name, place, original, cell, self._shared(row), notes, line).rows()

    def _line_notes(self, row: int, line: LineMarks) -> Iterator[Note]:
        if line.hidden:
            yield Note("row_hidden", _ROW)
        if line.struck:
            yield Note("row_struck", _ROW)
        if line.unit_filled:
            yield from self._told_of_unit(row)
        if row in self._more:
            rows = 1 + len(self._more[row])
            yield Note("name_merged", {"field": "name_zh", "text": self._names[row], "rows": rows})

    def _name_cell(self, row: int) -> NameCell | None:
        """What the cell of the name holds; None for a row that is no person or is empty."""
        if row in self._words or self._cells.is_continued(row, self._name_column):
            return None
        if self._body.first_row + row in self._together:
            return self._memo.together(self._name_cells[row])
        if name := self._names[row]:
            return NameCell((Cleaned(name),))
        cell = self._memo.special.get(self._name_cells[row])
        says_something = cell is not None and (cell.people or cell.label or cell.notes)
        if not says_something and not self._cells.written(row) and not self._cells.marks(row):
            return None
        return cell or NameCell()

    def _shared(self, row: int) -> dict[str, str]:
        """The values of a row beside the name, with those of the rows over which its name is merged."""
        values = {"organization": self._units[row]} if self._units[row] else {}
        values |= {each.field: each.texts[row] for each in self._fields if each.texts[row]}
        for each in self._fields:
            for cell in each.special.get(row, ()):
                _add(values, cell.extra)
        for more in self._more.get(row, ()):
            _add(values, [(each.field, each.texts[more]) for each in self._fields])
        return values

    def _without_footer(self, found: list[SlipRow]) -> list[SlipRow]:
        """Refused rows behind the last person are words below the table, unless they are filled in as rows are."""
        if found and found[-1].kind is not RowKind.REFUSED:
            return found
        last = max((each.row for each in found if each.kind is not RowKind.REFUSED), default=-1)
        is_word = [each.row > last and len(each.values) < 2 for each in found]
        if not any(is_word):
            return found
        words = [(each.row, each.original) for each, word in zip(found, is_word, strict=True) if word]
        self.footer = sorted([*self.footer, *words])
        return [each for each, word in zip(found, is_word, strict=True) if not word]


def _add(values: dict[str, str], more: Sequence[tuple[str, str]]) -> None:
    """A second phone goes to its own field, a third and everything else is joined."""
    for key, text in more:
        if not text or text == values.get(key):
            continue
        if key == "phone" and values.get("phone"):
            key = "phone_2" if not values.get("phone_2") else "remarks"
        values[key] = join_words(key, values.get(key, ""), text)
