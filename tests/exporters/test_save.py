"""Saving papers: whole or not at all, under names every system can keep."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from exporters.paper import Paper
from exporters.save import LONGEST_NAME, file_name, save_papers
from models.errors import KnownError


def paper(key: str = "", content: bytes = b"words", document: str = "agreement", format_name: str = "pdf") -> Paper:
    return Paper(document, format_name, "zh", "协议", content, "0" * 64, key=key)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@contextmanager
def small_files() -> Iterator[None]:
    """No file may grow beyond 1,000 bytes: as good as a full disk. No longer than needed: the report may be a file."""
    import resource  # POSIX systems alone have it

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_name_is_order_document_meeting_language() -> None:
    assert (
        file_name(paper(document="sign-in", format_name="xlsx"), "shangdang-whu") == "50_sign-in_shangdang-whu_zh.xlsx"
    )


def test_name_of_an_agreement_has_its_own_key() -> None:
    assert file_name(paper("lsu-1"), "liandu-lsu") == "10_agreement_lsu-1_zh.pdf"


@pytest.mark.parametrize(
    ("key", "part"),
    [
        ("CON", "CON"),
        ("a/b\\c:d", "a-b-c-d"),
        ('<x>|"?*', "-x-"),
        ("../../etc", "..-..-etc"),
        ("tab\there", "tab-here"),
        ("\ud800", "-"),
        ("校地 合作", "校地-合作"),
        ("gpj\u202eexe\u200b", "gpjexe"),
    ],
)
def test_name_holds_nothing_a_system_refuses(key: str, part: str) -> None:
    assert file_name(paper(key), "m") == f"10_agreement_{part}_zh.pdf"


def test_long_name_keeps_number_and_language() -> None:
    name = file_name(paper("协" * 500), "m")
    assert name.startswith("10_agreement_协")
    assert name.endswith("协_zh.pdf")
    assert len(name.encode()) <= LONGEST_NAME + len(".pdf")


def test_paper_that_names_its_file_lies_below_the_folder(tmp_path: Path) -> None:
    named = replace(paper("x", b"1"), file="set/shop:1/01_协 议_2份.pdf")
    assert file_name(named, "m") == "set/shop-1/01_协-议_2份.pdf"
    paths = save_papers([named, replace(named, content=b"2"), paper("y")], tmp_path / "new", "m")
    assert [path.relative_to(tmp_path / "new").as_posix() for path in paths] == [
        "set/shop-1/01_协-议_2份.pdf",
        "set/shop-1/01_协-议_2份-2.pdf",
        "10_agreement_y_zh.pdf",
    ]
    assert [path.read_bytes() for path in paths[:2]] == [b"1", b"2"]
    assert names(tmp_path / "new") == ["10_agreement_y_zh.pdf", "set"]


def test_paper_cannot_leave_the_folder(tmp_path: Path) -> None:
    outside = replace(paper("x", b"1"), file="../../etc/x.pdf")
    (path,) = save_papers([outside], tmp_path / "out", "m")
    assert path.resolve().is_relative_to((tmp_path / "out").resolve())


def test_unknown_document_is_refused() -> None:
    with pytest.raises(KnownError) as caught:
        file_name(paper(document="poem"), "m")
    assert caught.value.code == "unknown_document"


def test_papers_are_written_and_listed_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "out"
    paths = save_papers([paper("b", b"second"), paper("a", b"first")], folder, "m")
    assert paths == (folder / "10_agreement_b_zh.pdf", folder / "10_agreement_a_zh.pdf")
    assert [path.read_bytes() for path in paths] == [b"second", b"first"]
    assert names(folder) == ["10_agreement_a_zh.pdf", "10_agreement_b_zh.pdf"]


def test_papers_of_one_name_are_all_kept(tmp_path: Path) -> None:
    pack = [paper("x", b"1"), paper("X", b"2"), paper("x", b"3")]
    paths = save_papers(pack, tmp_path, "m")
    assert [path.name for path in paths] == [
        "10_agreement_x_zh.pdf",
        "10_agreement_X_zh-2.pdf",
        "10_agreement_x_zh-3.pdf",
    ]
    assert [path.read_bytes() for path in paths] == [b"1", b"2", b"3"]


def test_saving_again_replaces_the_old_paper(tmp_path: Path) -> None:
    save_papers([paper(content=b"old")], tmp_path, "m")
    (path,) = save_papers([paper(content=b"new")], tmp_path, "m")
    assert (names(tmp_path), path.read_bytes()) == (["10_agreement_m_zh.pdf"], b"new")


def test_paper_can_be_read_by_whom_the_folder_lets(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    (path,) = save_papers([paper()], tmp_path, "m")
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o644


def test_folder_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    for folder in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(KnownError) as caught:
            save_papers([paper()], folder, "m")
        assert caught.value.code == "folder_not_writable"
        assert caught.value.values["folder"] == str(folder)
    assert names(tmp_path) == ["file"]


@pytest.mark.posix
def test_full_disk_keeps_the_old_papers_and_leaves_nothing_new(tmp_path: Path) -> None:
    save_papers([paper("a", b"old")], tmp_path, "m")
    with small_files(), pytest.raises(KnownError) as caught:
        save_papers([paper("a", b"new"), paper("b", b"x" * 5000)], tmp_path, "m")
    assert (caught.value.code, caught.value.values) == ("disk_full", {"folder": str(tmp_path)})
    assert names(tmp_path) == ["10_agreement_a_zh.pdf"]
    assert (tmp_path / "10_agreement_a_zh.pdf").read_bytes() == b"old"


def test_paper_that_cannot_be_replaced_is_named(tmp_path: Path) -> None:
    (tmp_path / "10_agreement_m_zh.pdf" / "inside").mkdir(parents=True)
    with pytest.raises(KnownError) as caught:
        save_papers([paper()], tmp_path, "m")
    assert caught.value.code == "file_in_use"
    assert caught.value.values["path"] == str(tmp_path / "10_agreement_m_zh.pdf")
    assert names(tmp_path) == ["10_agreement_m_zh.pdf"]


def test_what_was_put_in_place_before_a_paper_that_cannot_be_replaced_is_counted(tmp_path: Path) -> None:
    (tmp_path / "10_agreement_b_zh.pdf" / "inside").mkdir(parents=True)
    with pytest.raises(KnownError) as caught:
        save_papers([paper("a"), paper("b"), paper("c")], tmp_path, "m")
    assert (caught.value.code, caught.value.values["path"]) == (
        "saved_in_part",
        str(tmp_path / "10_agreement_b_zh.pdf"),
    )
    assert (caught.value.values["saved"], caught.value.values["total"]) == (1, 3)
    assert names(tmp_path) == ["10_agreement_a_zh.pdf", "10_agreement_b_zh.pdf"]


def test_files_of_a_killed_export_are_removed_after_an_hour(tmp_path: Path) -> None:
    old, young = tmp_path / ".signing-desk-1.part", tmp_path / ".signing-desk-2.part"
    for file in (old, young):
        file.write_bytes(b"half")
    os.utime(old, (0, 0))
    save_papers([paper()], tmp_path, "m")
    assert names(tmp_path) == [".signing-desk-2.part", "10_agreement_m_zh.pdf"]


def test_leftover_that_cannot_be_removed_is_let_be(tmp_path: Path) -> None:
    leftover = tmp_path / ".signing-desk-1.part"
    leftover.mkdir()
    os.utime(leftover, (0, 0))
    assert len(save_papers([paper()], tmp_path, "m")) == 1


def test_empty_pack_makes_no_file(tmp_path: Path) -> None:
    assert save_papers([], tmp_path / "out", "m") == ()
    assert names(tmp_path / "out") == []


def test_beside_another_file_a_paper_gets_a_number(tmp_path: Path) -> None:
    for content in (b"first", b"second", b"second", b"third"):
        save_papers([paper(content=content)], tmp_path, "m", beside=True)
    assert names(tmp_path) == ["10_agreement_m_zh-2.pdf", "10_agreement_m_zh-3.pdf", "10_agreement_m_zh.pdf"]


def test_beside_another_set_a_set_has_a_folder_of_its_own(tmp_path: Path) -> None:
    """The print list names the files that lie beside it: numbered names would not be on it."""
    for content in (b"first", b"second", b"second"):
        copies = [replace(paper(content=words), file=f"set/{name}.pdf") for name, words in
                  (("order", b"same"), ("shop/copy", content))]  # fmt: skip
        saved = save_papers([paper(), *copies], tmp_path, "m", beside=True)
    assert [file.relative_to(tmp_path).as_posix() for file in saved] == [
        "10_agreement_m_zh.pdf", "set-2/order.pdf", "set-2/shop/copy.pdf",
    ]  # fmt: skip
    assert names(tmp_path) == ["10_agreement_m_zh.pdf", "set", "set-2"]
    assert (tmp_path / "set" / "shop" / "copy.pdf").read_bytes() == b"first"
