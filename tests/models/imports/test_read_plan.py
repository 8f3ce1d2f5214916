"""From files to a plan: every slip of the corpus, several at once, and one bad file among them."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from models.imports.book import Book
from models.imports.known_people import KnownPeople
from models.imports.no_collection import collect_young, no_collection, short_pause, stays_long
from models.imports.plan import Action
from models.imports.read_plan import MOST_HELD, MOST_TOGETHER, named_files, read_plan, read_together, slip_files
from models.imports.tables import Corrections
from tests.models.imports.corpus import YEAR, Slip, slip, slips, workbook

KNOWN = KnownPeople(1, YEAR)
ROWS = (("姓名", "单位", "手机"), ("温故", "农业农村局", "13935501111"))


@pytest.mark.parametrize("one", slips(), ids=lambda one: one.file)
def test_every_slip_of_the_corpus_is_planned_as_it_says(one: Slip, tmp_path: Path):
    path = one.write(tmp_path)
    plan = read_plan([path], KNOWN, passwords={path.name: one.password})
    assert plan.refused_files == ()
    met = [row for row in plan.rows if row.slip.kind == "person" and row.action is not Action.REFUSE]
    assert Counter(row.slip.values.get("name_zh", "") for row in met) == Counter(
        person.get("name_zh", "") for person in one.people
    )
    assert plan.counts()[Action.REFUSE] == one.refused


def test_one_bad_file_never_stops_the_others(tmp_path: Path):
    good, empty, locked = tmp_path / "a.xlsx", tmp_path / "b.xlsx", slip("加密.xlsx").write(tmp_path)
    workbook(good, ROWS)
    empty.write_bytes(b"")
    told: list[tuple[int, int, str]] = []
    plan = read_plan([good, empty, locked], KNOWN, progress=lambda *step: told.append(step))
    assert [row.slip.values["name_zh"] for row in plan.rows] == ["温故"]
    assert [(name, note.code) for name, note in plan.refused_files] == [
        ("b.xlsx", "slip_empty"),
        ("加密.xlsx", "slip_password_needed"),
    ]
    assert told == [(0, 3, "a.xlsx"), (1, 3, "b.xlsx"), (2, 3, "加密.xlsx")]


def test_more_files_than_are_read_together_stay_in_their_order(tmp_path: Path):
    paths = [tmp_path / f"{number:02}.xlsx" for number in range(MOST_TOGETHER + 2)]
    for number, path in enumerate(paths):
        workbook(path, (ROWS[0], ("温故", f"第{number}中学", f"139{number:08}")))
    paths[3].write_bytes(paths[3].read_bytes()[:-30])
    paths[7].write_bytes("姓名,单位\n温故,第7中学\n".encode())
    plan = read_plan(paths, KNOWN)
    units = [row.slip.values["organization"] for row in plan.rows]
    assert units == [f"第{number}中学" for number in range(MOST_TOGETHER + 2) if number != 3]
    assert [(name, note.code) for name, note in plan.refused_files] == [("03.xlsx", "slip_damaged")]


def test_a_file_that_claims_much_is_read_to_its_end_before_the_next_is_opened(tmp_path: Path):
    """What hostile files unpack to is never held for several at once."""
    large, small = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (large, small):
        workbook(path, ROWS)
    with ZipFile(large, "a", ZIP_DEFLATED) as package:
        package.writestr("xl/media/photo.bmp", bytes(MOST_HELD + 1))
    names: list[str] = []
    found = read_together({"a": large, "b": small}, {}, lambda _done, _total, name: names.append(name))
    first = next(found)
    assert (isinstance(first, Book), names) == (True, ["a"])
    assert [isinstance(book, Book) for book in found] == [True]
    assert names == ["a", "b"]


def test_corrections_and_what_the_office_remembers_are_heeded(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    workbook(path, (("姓名", "单位", "口令"), ("温故", "预算科", "科长")))
    made = Corrections(columns={("Sheet1", 1): "department"})
    remembering = KnownPeople(1, YEAR, remembered={"口令": "title_zh"})
    plan = read_plan([path], remembering, corrections={str(path): made})
    assert plan.rows[0].slip.values == {"name_zh": "温故", "department": "预算科", "title_zh": "科长"}
    assert plan.files[0].corrections == made


def test_a_folder_stands_for_its_files_without_locks_and_hidden_ones(tmp_path: Path):
    for name in ("b.xlsx", "a.csv", "~$b.xlsx", ".~b.xlsx", ".DS_Store"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "older").mkdir()
    other = tmp_path / "older" / "c.xlsx"
    found = slip_files([other, tmp_path, tmp_path / "a.csv"])
    assert found == (other, tmp_path / "a.csv", tmp_path / "b.xlsx")


def test_files_of_one_name_are_told_apart():
    paths = [Path("x/a.xlsx"), Path("y/a.xlsx"), Path("z/y/a.xlsx"), Path("b.xlsx")]
    assert list(named_files(paths)) == ["a.xlsx", "y/a.xlsx", "a.xlsx (2)", "b.xlsx"]


def test_nothing_is_collected_while_a_plan_is_made_and_afterwards_all_is_as_before():
    with no_collection():
        with no_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


class Circle:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_circles_are_looked_for_between_two_parts_of_a_long_work():
    with short_pause():
        gone = weakref.ref(Circle())
        before = gone() is None
        collect_young()
        assert (before, gone() is None) == (False, True)
    assert gc.isenabled()


def test_what_stays_long_is_set_aside_where_the_program_has_set_its_own_parts_aside():
    stays_long()
    usually = gc.get_freeze_count()
    gc.freeze()
    try:
        before, plan = gc.get_freeze_count(), [Circle() for _row in range(100)]
        stays_long()
        assert (usually, gc.get_freeze_count() - before >= len(plan)) == (0, True)
    finally:
        gc.unfreeze()


def test_a_lock_is_found_in_a_folder_of_many_slips(tmp_path: Path):
    for number in range(6):
        (tmp_path / f"{number}.csv").write_text(f"姓名,单位\n王伟,第{number}中学\n", encoding="utf-8")
    (tmp_path / ".~lock.3.csv#").write_text("", encoding="utf-8")
    refused = read_plan(slip_files([tmp_path]), KnownPeople(1)).refused_files
    assert [(name, note.code) for name, note in refused] == [("3.csv", "slip_open_elsewhere")]
