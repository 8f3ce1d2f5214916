"""The model that is edited: typed values show at once, and a reload touches only what changed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, EditorKind


@dataclass(frozen=True)
class Person:
    """A row."""

    id: int
    name: str
    reply: str = "no"
    unit: int | None = None
    fixed: bool = False


ENTRIES = (Entry(1, "浙江大学", "University"), Entry(2, "武汉大学"))
COLUMNS = (
    Column("number", "No.", lambda row, _: str(row.id), handle=True),
    Column("name", "Name", lambda row, _: row.name, value=lambda row, _: row.name, editable=lambda row: not row.fixed),
    Column(
        "reply",
        "Reply",
        lambda row, _: {"no": "否", "yes": "是"}[row.reply],
        value=lambda row, _: row.reply,
        editor=EditorKind.CHOICE,
        choices=lambda language: (("no", "否"), ("yes", "是")),
    ),
    Column(
        "unit",
        "Organization",
        lambda row, _: {1: "浙江大学", 2: "武汉大学", None: ""}[row.unit],
        value=lambda row, _: row.unit,
        editor=EditorKind.PICK,
        entries=lambda _: ENTRIES,
        create_words="Create “{text}”",
    ),
)
PEOPLE = (Person(1, "甲"), Person(2, "乙"), Person(3, "丙"))


@pytest.fixture
def model(qapp) -> EditModel:
    made = EditModel(COLUMNS, add_words="Name")
    made.show_rows(PEOPLE)
    return made


def names(model: EditModel) -> list[str]:
    return [str(model.index(row, 1).data()) for row in range(len(model.rows()))]


def events(model: EditModel) -> list[str]:
    """What the model tells, in order."""
    told: list[str] = []
    model.dataChanged.connect(lambda first, last: told.append(f"changed {first.row()}-{last.row()}"))
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"in {first}-{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(f"out {first}-{last}"))
    model.layoutChanged.connect(lambda: told.append("moved"))
    model.modelReset.connect(lambda: told.append("reset"))
    return told


def test_qt_finds_no_fault(model: EditModel, qtmodeltester: ModelTester):
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (PEOPLE, []),
        ((PEOPLE[0], Person(2, "乙乙"), PEOPLE[2]), ["changed 1-1"]),
        ((PEOPLE[0], PEOPLE[2]), ["out 1-1"]),
        ((Person(9, "丁"), *PEOPLE, Person(8, "戊")), ["in 0-0", "in 4-4"]),
        (tuple(reversed(PEOPLE)), ["moved"]),
        ((PEOPLE[2], Person(7, "己"), PEOPLE[0]), ["out 1-1", "moved", "in 1-1"]),
        ((Person(9, "丁"),), ["reset"]),
        ((), ["reset"]),
    ],
)
def test_only_what_changed_is_told(model: EditModel, rows: tuple[Person, ...], told: list[str]):
    heard = events(model)
    model.show_rows(rows)
    assert (heard, names(model)) == (told, [row.name for row in rows])


def test_places_that_are_held_follow_their_row(model: EditModel):
    held = QPersistentModelIndex(model.index(0, 1))
    model.show_rows((PEOPLE[2], PEOPLE[1], PEOPLE[0]))
    assert (held.row(), held.data()) == (2, "甲")


def test_a_typed_value_shows_at_once_and_is_told_once(model: EditModel, qtbot):
    with qtbot.waitSignal(model.cells_edited) as told:
        model.setData(model.index(1, 2), "yes")
    assert (told.args, model.index(1, 2).data()) == ([(CellEdit(2, "reply", "no", "yes"),)], "是")


def test_what_changes_nothing_is_not_told(model: EditModel, qtbot):
    with qtbot.assertNotEmitted(model.cells_edited):
        assert not model.setData(model.index(1, 1), "乙")


def test_a_snapshot_from_before_keeps_what_was_typed(model: EditModel):
    model.setData(model.index(1, 1), "新")
    model.show_rows((Person(1, "甲甲"), *PEOPLE[1:]))
    assert names(model) == ["甲甲", "新", "丙"]


def test_the_stored_value_takes_over(model: EditModel):
    model.setData(model.index(1, 1), "新 ")
    model.show_rows((PEOPLE[0], Person(2, "新"), PEOPLE[2]))
    assert (names(model), model.is_pending(2, "name")) == (["甲", "新", "丙"], False)


def test_a_stored_value_that_equals_the_old_one_takes_over_as_well(model: EditModel):
    edit = CellEdit(2, "name", "乙", "乙 ")
    model.edit_cells((edit,))
    model.settle((edit,))
    model.show_rows((PEOPLE[0], Person(2, "乙", "yes"), PEOPLE[2]))
    assert names(model) == ["甲", "乙", "丙"]


def test_a_refused_value_gives_way_to_the_stored_one(model: EditModel):
    edit = CellEdit(2, "name", "乙", "新")
    model.edit_cells((edit,))
    model.forget((edit,))
    assert names(model) == ["甲", "乙", "丙"]


def test_the_last_line_adds(model: EditModel, qtbot):
    last = model.index(3, 1)
    with qtbot.waitSignal(model.new_row_requested) as told:
        model.setData(last, " 丁 ")
    assert (told.args, model.rowCount(), last.data()) == (["丁"], 4, None)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "姓名"


def test_nothing_is_edited_where_nothing_may_be(model: EditModel):
    editable = Qt.ItemFlag.ItemIsEditable
    model.show_rows((Person(1, "甲", fixed=True),))
    flags = [bool(model.index(row, column).flags() & editable) for row in (0, 1) for column in range(4)]
    model.set_read_only(True)
    locked = [bool(model.index(0, column).flags() & editable) for column in range(4)]
    assert (flags, locked, model.rowCount()) == (
        [False, False, True, True, False, True, False, False],
        [False] * 4,
        1,
    )


def test_other_columns_keep_the_rows(model: EditModel):
    model.show_columns(COLUMNS[:2])
    assert (model.columnCount(), names(model), model.number_of("unit")) == (2, ["甲", "乙", "丙"], None)


def test_what_is_typed_again_stays_when_the_first_value_is_stored(model: EditModel):
    first, second = CellEdit(2, "name", "乙", "新"), CellEdit(2, "name", "新", "更新")
    model.edit_cells((first,))
    model.edit_cells((second,))
    model.settle((first,))
    model.show_rows((PEOPLE[0], Person(2, "新"), PEOPLE[2]))
    assert names(model) == ["甲", "更新", "丙"]


def test_a_stored_value_stays_over_rows_that_were_read_before_it(model: EditModel):
    edit = CellEdit(2, "name", "乙", "新")
    model.edit_cells((edit,))
    model.settle((edit,))
    shown = []
    for stored in ("乙", "新"):
        model.show_rows((PEOPLE[0], Person(2, stored), PEOPLE[2]))
        shown.append((names(model), model.is_pending(2, "name")))
    assert shown == [(["甲", "新", "丙"], True), (["甲", "新", "丙"], False)]


def test_rows_known_to_say_the_same_are_not_compared_again(model: EditModel):
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    other = (PEOPLE[0], Person(2, "新"), Person(3, "新"))
    model.show_rows(other, {3: PEOPLE[2], 2: PEOPLE[0]})  # of the second another row is known: it is compared
    assert (told, names(model)) == ([(1, 1)], ["甲", "新", "新"])
