"""What a paste into the people table would do: who is added, which cells change, what is refused and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.new_people import NewPerson
from models.rules.search_text import folded
from models.snapshots.shapes import Attendee
from ui.people.paste_columns import columns_by_content, columns_by_heading
from ui.people.rows import N_, PersonRow
from ui.widgets.edit_model import CellEdit
from ui.widgets.edit_model_values import is_masked, value_of
from ui.widgets.row_model import Column, EditorKind

MASKED = N_("a masked number; the whole one stays")
NO_CHOICE = N_("not one of the choices")
NOT_EDITABLE = N_("this cell cannot be edited")
NOBODY = N_("no name in this line")
TWO_OF_THEM = N_("several people of this name; paste into their cells instead")
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A pasted cell that is left out: its line, its text, and why (a message)."""

    line: int
    column_key: str
    text: str
    why: str


@dataclass
class PastePlan:
    """Nothing of it is written yet."""

    added: list[NewPerson] = field(default_factory=list)
    changed: list[CellEdit] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    new_units: dict[str, None] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    unchanged: int = 0


@dataclass(frozen=True)
class PasteTarget:
    """Where cells are pasted: the rows shown, the columns from left to right, and the cell at the top left."""

    rows: Sequence[PersonRow]
    columns: Sequence[Column]
    everybody: Sequence[PersonRow]
    language: str
    row: int = -1  # -1 or behind the last row: new people
    column: int = 0


class PastePlanner:
    """Makes the plan. Units are found by any of their names; one that nobody knows will be made."""

    def __init__(self, target: PasteTarget, units: Mapping[str, int]) -> None:
        self._target, self._units = target, units
        self._by_key = {column.key: column for column in target.columns}
        self._named: dict[str, list[PersonRow]] = {}
        for row in target.everybody:
            if row.attendee is not None:
                for name in {folded(row.attendee.person.name.zh), folded(row.attendee.person.name.en)} - {""}:
                    self._named.setdefault(name, []).append(row)
        self._sides = {
            row.attendee.organization_id: row.side_id
            for row in reversed(target.everybody)
            if row.attendee is not None and row.attendee.organization_id and row.side_id
        }
        self._changed: dict[tuple[int, str], CellEdit] = {}  # a person who stands there twice: the last line counts
        self.plan = PastePlan()

    def make(self, cells: Sequence[Sequence[str]]) -> PastePlan:
        """Plan the paste of these cells."""
        heads = columns_by_heading(cells[0], self._target.columns) if len(cells) > 1 else None
        if heads is not None:
            self.plan.columns = heads
            self._by_name(cells[1:], heads, first=2)
        elif 0 <= self._target.row < len(self._target.rows):
            self._in_place(cells)
        else:
            self.plan.columns = self._new_columns(cells)
            self._by_name(cells, self.plan.columns, first=1)
        self.plan.changed += [edit for edit in self._changed.values() if edit.before != edit.after]
        return self.plan

    def _new_columns(self, cells: Sequence[Sequence[str]]) -> list[str]:
        """A single column holds names; several say by their content what they are."""
        if max(map(len, cells), default=0) == 1:
            return ["name_zh"]
        return columns_by_content(cells)

    def _in_place(self, cells: Sequence[Sequence[str]]) -> None:
        """Cell by cell from the current one on; lines below the last row are new people."""
        keys = [column.key for column in self._target.columns[self._target.column :]]
        self.plan.columns = keys[: max(map(len, cells), default=0)]
        for line, texts in enumerate(cells):
            row = self._target.row + line
            if row < len(self._target.rows):
                self._change(self._target.rows[row], dict(zip(keys, texts, strict=False)), line + 1)
            else:
                self._add(dict(zip(keys, texts, strict=False)), line + 1)

    def _by_name(self, cells: Sequence[Sequence[str]], keys: Sequence[str], *, first: int) -> None:
        """Whoever is on the list already is changed, everybody else added."""
        unit = ""
        for line, texts in enumerate(cells, first):
            given = {key: text for key, text in zip(keys, texts, strict=False) if key and key != "number"}
            if not any(text.strip() for text in given.values()):
                continue
            unit = given["unit"] = given.get("unit", "").strip() or (unit if "unit" in given else "")
            known = self._who(given)
            if len(known) > 1:
                self._refuse(line, "name_zh", given.get("name_zh", ""), TWO_OF_THEM)
            elif known:
                self._change(known[0], {key: text for key, text in given.items() if text.strip()}, line)
            else:
                self._add(given, line)

    def _who(self, given: Mapping[str, str]) -> list[PersonRow]:
        """Those on the list who are meant: by name, and where several have it, by phone or unit."""
        name = folded(given.get("name_zh", "") or given.get("name_en", ""))
        rows = self._named.get(name, [])
        if len(rows) < 2:
            return rows
        phone, unit_id = folded(given.get("phone", "")), self._units.get(folded(given.get("unit", "")))
        exact = [row for row in rows if row.attendee and _is_meant(row.attendee, phone, unit_id)]
        return exact if len(exact) == 1 else rows

    def _change(self, row: PersonRow, given: Mapping[str, str], line: int) -> None:
        for key, text in given.items():
            column = self._by_key.get(key)
            if column is None or column.handle or column.value is None:
                continue
            if column.editable is not None and not column.editable(row):
                if text.strip():
                    self._refuse(line, key, text, NOT_EDITABLE)
                continue
            before = column.value(row, self._target.language)
            value = self._value(column, text, line)
            if value is _REFUSED:
                continue
            self.plan.unchanged += value == before
            self._changed[row.id, key] = CellEdit(row.id, key, before, value)

    def _add(self, given: Mapping[str, str], line: int) -> None:
        name = given.get("name_zh", "").strip() or given.get("name_en", "").strip()
        if not name:
            if any(text.strip() for text in given.values()):
                self._refuse(line, "name_zh", "", NOBODY)
            return
        values: dict[str, Any] = {}
        for key, text in given.items():
            column = self._by_key.get(key)
            if column is not None and column.value is not None and key != "unit" and text.strip():
                value = self._value(column, text, line)
                if value is not _REFUSED:
                    values[key] = value
        unit = given.get("unit", "").strip()
        unit_id = self._units.get(folded(unit))
        if unit_id is not None:
            values["unit"] = unit_id
            values.setdefault("side_id", self._sides.get(unit_id))
        elif unit:
            self.plan.new_units[unit] = None
        self.plan.added.append(NewPerson(values, unit if unit and unit_id is None else ""))

    def _value(self, column: Column, text: str, line: int) -> Any:
        if column.editor is EditorKind.PICK:
            return self._unit(text)
        plain = text.strip()
        if column.private and is_masked(plain):
            self._refuse(line, column.key, plain, MASKED)
            return _REFUSED
        if column.key == "name_zh":
            plain = _joined(plain)
        try:
            return value_of(column, _answer(column.key, plain)[:LONGEST], self._target.language)
        except ValueError:
            self._refuse(line, column.key, plain, NO_CHOICE)
            return _REFUSED

    def _unit(self, text: str) -> int | str | None:
        """The number of a unit; the name itself of one that will be made."""
        plain = text.strip()
        known = self._units.get(folded(plain))
        if known is None and plain:
            self.plan.new_units[plain] = None
        return known if known is not None else plain or None

    def _refuse(self, line: int, key: str, text: str, why: str) -> None:
        self.plan.refused.append(Refusal(line, key, text, why))


def _is_meant(attendee: Attendee, phone: str, unit_id: int | None) -> bool:
    same_phone = bool(phone) and folded(attendee.person.phone) == phone
    return same_phone or (unit_id is not None and attendee.organization_id == unit_id)


_REFUSED = object()
_YES = frozenset(("是", "√", "需要", "1", "yes", "y", "住"))
_NO = frozenset(("否", "×", "不需要", "0", "无", "no", "n", "x", "不住"))


def _answer(key: str, text: str) -> str:
    """The answers of slips as the choices of the table call them."""
    if key == "needs_room":
        return "yes" if text.lower() in _YES else "no" if text.lower() in _NO else text
    if key == "reply" and text in ("是", "参加", "出席", "确认", "√"):
        return "confirmed"
    if key == "reply" and text in ("否", "不参加", "请假", "×"):
        return "declined"
    return text


def _joined(name: str) -> str:
    """王　明 as printed is 王明 as stored; blanks in Latin names stay."""
    return "".join(name.split()) if not any(c.isascii() and c.isalpha() for c in name) else name
