"""The worker's side, run here on a pipe of our own: files, passwords, corrections, and what it keeps."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from models.imports.known_people import KnownPeople
from models.imports.plan import Action
from models.imports.tables import Corrections
from ui.slips.reader_process import NotPlanned, Planned, Reading, SlipReader, Source, Wish, pieces, whole

KNOWN = KnownPeople(1, 2024)


@pytest.fixture
def pipe():
    here, there = Pipe()
    with here, there:
        yield here, there


def slip(file: Path, *names: str, password: str = "") -> Source:
    """A slip with these names; with a password where one is given."""
    book = Workbook()
    for row in (["姓名", "单位"], *([name, "第一中学"] for name in names)):
        book.active.append(row)
    book.save(file)
    if password:
        with file.open("rb") as plain, file.with_suffix(".locked").open("wb") as locked:
            OOXMLFile(plain).encrypt(password, locked)
        file.with_suffix(".locked").replace(file)
    return Source(str(file))


def heard(pipe: tuple[Connection, Connection], reader: SlipReader, wish: Wish) -> list[object]:
    """All progress, then the answer."""
    here, there = pipe
    there.send(reader.answer(wish, there))
    told: list[object] = []
    while not told or isinstance(told[-1], Reading):
        told.append(here.recv())
    return told


def test_files_are_read_one_after_the_other_and_planned(pipe, tmp_path: Path):
    slip(tmp_path / "一中.xlsx", "侯亮", "王芳")
    (tmp_path / "扫描.pdf").write_bytes(b"%PDF-1.4\n")
    told = heard(pipe, SlipReader(), Wish(3, (Source(str(tmp_path)),), KNOWN))
    assert told[:-1] == [Reading(3, 0, 2, "一中.xlsx"), Reading(3, 1, 2, "扫描.pdf"), Reading(3, 2, 2)]
    made = told[-1]
    assert isinstance(made, Planned)
    assert [(row.file, row.slip.values["name_zh"], row.action) for row in made.plan.rows] == [
        ("一中.xlsx", "侯亮", Action.ADD),
        ("一中.xlsx", "王芳", Action.ADD),
    ]
    assert [(name, note.code) for name, note in made.plan.refused_files] == [("扫描.pdf", "slip_pdf")]
    assert made.paths == {"一中.xlsx": str(tmp_path / "一中.xlsx"), "扫描.pdf": str(tmp_path / "扫描.pdf")}


@pytest.mark.parametrize(
    ("passwords", "told"),
    [((), "slip_password_needed"), (("x",), "slip_password_wrong"), (("x", "1234"), "")],
)
def test_every_password_is_tried_on_a_locked_file(pipe, tmp_path: Path, passwords: tuple[str, ...], told: str):
    locked = slip(tmp_path / "政府办.xlsx", "赵敏", password="1234")
    made = heard(pipe, SlipReader(), Wish(1, (locked,), KNOWN, passwords=passwords))[-1]
    assert isinstance(made, Planned)
    assert "".join(note.code for _name, note in made.plan.refused_files) == told
    assert len(made.plan.rows) == (0 if told else 1)


def test_a_file_is_read_again_only_when_it_has_changed(pipe, tmp_path: Path):
    reader, source = SlipReader(), slip(tmp_path / "一中.xlsx", "侯亮")
    wish = Wish(1, (source,), KNOWN)
    first, second = (heard(pipe, reader, wish)[-1] for _ in range(2))
    kept = reader._books[source.path]
    slip(tmp_path / "一中.xlsx", "侯亮", "新来的王芳")
    third = heard(pipe, reader, wish)[-1]
    assert [len(made.plan.rows) for made in (first, second, third)] == [1, 1, 2]
    assert reader._books[source.path] is not kept
    heard(pipe, reader, replace(wish, sources=(Source(text="姓名\t单位\n李四\t二中"),)))
    assert list(reader._books) == ["姓名\t单位\n李四\t二中\n"]


def test_a_correction_is_understood_without_reading_again(pipe, tmp_path: Path):
    reader, source = SlipReader(), slip(tmp_path / "一中.xlsx", "侯亮")
    heard(pipe, reader, Wish(1, (source,), KNOWN))
    kept, set_right = reader._books[source.path], {"一中.xlsx": Corrections({("Sheet", 1): "department"})}
    made = heard(pipe, reader, Wish(2, (source,), KNOWN, corrections=set_right))[-1]
    assert made.plan.rows[0].slip.values == {"name_zh": "侯亮", "department": "第一中学"}
    assert (made.plan.files[0].corrections, reader._books[source.path] is kept) == (set_right["一中.xlsx"], True)


def test_a_plan_travels_in_parts_and_arrives_whole(pipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ui.slips.reader_process.ROWS_AT_ONCE", 2)
    made = heard(pipe, SlipReader(), Wish(4, (slip(tmp_path / "一中.xlsx", "侯亮", "王芳", "李四"),), KNOWN))[-1]
    *parts, last = pieces(made)
    assert [(part.number, len(part.rows)) for part in parts] == [(4, 2), (4, 1)]
    arrived = whole(last, [row for part in parts for row in part.rows])
    assert (arrived.plan.rows, arrived.paths) == (made.plan.rows, made.paths)
    assert [(file.book, file.understood.tables, file.understood.rows) for file in arrived.plan.files] == [
        (file.book, file.understood.tables, ()) for file in made.plan.files
    ]


def test_the_clipboard_is_read_under_its_own_name(pipe):
    wish = Wish(1, (Source(text="姓名\t单位\n李四\t二中"),), KNOWN, "剪贴板")
    made = heard(pipe, SlipReader(), wish)[-1]
    assert [(row.file, dict(row.slip.values)) for row in made.plan.rows] == [
        ("剪贴板", {"name_zh": "李四", "organization": "二中"})
    ]
    assert made.paths == {"剪贴板": ""}


def test_whatever_fails_is_an_answer(pipe):
    made = heard(pipe, SlipReader(), Wish(9, (Source(text="x"),), None))[-1]
    assert isinstance(made, NotPlanned)
    assert list(pieces(made)) == [made]
    assert (made.number, made.error, "Traceback" in made.details) == (9, None, True)


def test_the_reader_of_slips_imports_no_window():
    code = "import ui.slips.reader_process, sys; print([name for name in sys.modules if 'PySide6' in name])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
