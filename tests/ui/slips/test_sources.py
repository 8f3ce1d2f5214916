"""What is read: each file of a folder once, under a name that no other has."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import KnownError
from ui.slips import sources
from ui.slips.sources import Slip, Source, slips_of


def put(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"x")


def test_a_folder_gives_all_its_files_but_no_locks_and_nothing_hidden(tmp_path: Path):
    put(tmp_path, "b.xlsx", "A.pdf", "一中/回执.xls", "~$b.xlsx", ".~b.et", ".hidden", "Thumbs.db", ".git/x.csv")
    names = [slip.name for slip in slips_of([Source(str(tmp_path))], "")]
    assert names == ["A.pdf", "b.xlsx", "回执.xls"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path):
    put(tmp_path, "一中/回执.xlsx", "二中/回执.xlsx", "x/二中/回执.xlsx")
    places = ("一中/回执.xlsx", "二中/回执.xlsx", "x/二中/回执.xlsx")
    given = [Source(str(tmp_path / place)) for place in places]
    assert slips_of(given, "") == (
        Slip("回执.xlsx", given[0]),
        Slip("二中/回执.xlsx", given[1]),
        Slip("二中/回执.xlsx (2)", given[2]),
    )


def test_what_was_copied_twice_is_numbered_and_the_same_is_read_once():
    one, other = Source(text="姓名\t单位"), Source(text="姓名\t电话")
    assert slips_of([one, other, one], "剪贴板") == (Slip("剪贴板", one), Slip("剪贴板 (2)", other))


def test_a_file_that_is_gone_is_still_named(tmp_path: Path):
    gone = Source(str(tmp_path / "gone.xlsx"))
    assert slips_of([gone], "") == (Slip("gone.xlsx", gone),)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sources, "MOST_FILES", 2)
    put(tmp_path, "1.csv", "2.csv", "3.csv")
    with pytest.raises(KnownError) as refused:
        slips_of([Source(str(tmp_path))], "")
    assert (refused.value.code, refused.value.values) == ("too_many_slips", {"count": 2})


def test_a_link_to_a_folder_above_is_not_followed(tmp_path: Path):
    put(tmp_path, "a/回执.csv")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert [slip.name for slip in slips_of([Source(str(tmp_path))], "")] == ["回执.csv"]
