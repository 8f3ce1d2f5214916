"""The item model of tables, by Qt's own tester and by what it says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from ui.theme import load_theme
from ui.widgets.row_model import Column, RowModel


@dataclass(frozen=True)
class Fruit:
    """A row."""

    id: int
    name: str
    count: int


COLUMNS = (
    Column("name", "People", lambda row, language: f"{row.name} {language}", strong=True),
    Column("count", "", lambda row, _: str(row.count), right=True, token=lambda row: "bad" if row.count < 2 else "ink"),
)
FRUITS = (Fruit(7, "pear", 1), Fruit(3, "plum", 2))


def filled() -> RowModel:
    """A model with two rows."""
    model = RowModel(COLUMNS)
    model.show_rows(FRUITS)
    return model


def texts(model: RowModel) -> list[list[str]]:
    """All cells."""
    return [[model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())]


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    model = filled()
    qtmodeltester.check(model)
    model.show_rows(FRUITS[:1])
    model.retranslate("en")


def test_cells_follow_the_language(qapp):
    model = filled()
    before = texts(model)
    model.retranslate("en")
    assert (before, texts(model)) == ([["pear zh", "1"], ["plum zh", "2"]], [["pear en", "1"], ["plum en", "2"]])


def test_heads_are_translated_and_empty_ones_stay_empty(qapp):
    model = filled()
    assert [model.headerData(number, Qt.Orientation.Horizontal) for number in range(3)] == ["人员", "", None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_numbers_stand_right_and_colors_come_from_the_theme(qapp):
    model = filled()
    model.retheme(load_theme("dark"))
    cell = model.index(0, 1)
    assert Qt.AlignmentFlag(cell.data(Qt.ItemDataRole.TextAlignmentRole)) & Qt.AlignmentFlag.AlignRight
    assert cell.data(Qt.ItemDataRole.ForegroundRole).color().name() == load_theme("dark").tokens["bad"]
    assert model.index(0, 0).data(Qt.ItemDataRole.FontRole).bold() is True


def test_rows_are_found_by_id(qapp):
    model = filled()
    assert [model.place_of(7), model.place_of(3), model.place_of(1)] == [0, 1, None]
    assert (model.row_at(1), model.row_at(2), model.row_at(-1)) == (FRUITS[1], None, None)


def test_a_row_has_no_children_and_no_cell_beyond(qapp):
    model = filled()
    inside = model.index(0, 0)
    assert (model.rowCount(inside), model.columnCount(inside), model.data(QModelIndex())) == (0, 0, None)
