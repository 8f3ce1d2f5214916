"""Fonts of the machine: found by the name inside, used where they are sound and may be embedded, else passed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
from exporters.paper import Notice
from exporters.typeset import installed
from exporters.typeset.fonts import Role, choose
from exporters.typeset.installed import (
    BUNDLED_ONLY,
    DAMAGED,
    FORBIDDEN,
    OTHER_OUTLINES,
    SWITCH,
    Skipped,
    look_through,
)
from exporters.typeset.paragraphs import forget_fonts
from exporters.typeset.truetype import FontFile
from tests.exporters.pdf.reading import drawn_text, fonts, made, paragraph
from tests.exporters.typeset.font_files import FANG, collection, renamed, with_table

KAI = resources.path("fonts/LXGWWenKai-Regular.ttf")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only font folder of this machine."""
    place = tmp_path / "data" / "fonts"
    place.mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "nowhere"))
    monkeypatch.delenv(SWITCH)
    forget_fonts()
    yield place
    monkeypatch.setenv(SWITCH, BUNDLED_ONLY)
    forget_fonts()


@pytest.mark.parametrize(
    ("name", "role"),
    [("仿宋_GB2312", "body"), ("FangSong", "body"), ("方正小标宋简体", "title"), ("KaiTi", "kai"), ("黑体", "hei")],
)
def test_a_wanted_font_is_known_by_the_name_inside(tmp_path: Path, name: str, role: str):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "simfang-or-so.TTF").write_bytes(renamed(name))
    found = look_through([tmp_path])
    assert ({key: len(files) for key, files in found.roles.items()}, found.skipped) == ({role: 1}, ())


def test_a_name_in_the_old_macintosh_code_is_read(tmp_path: Path):
    (tmp_path / "simkai.ttf").write_bytes(renamed("楷体_GB2312", macintosh=True))
    assert set(look_through([tmp_path]).roles) == {"kai"}


def test_other_files_are_not_opened(tmp_path: Path):
    (tmp_path / "Arial.ttf").write_bytes(b"not a font")
    (tmp_path / "simfang.txt").write_bytes(b"not a font")
    (tmp_path / "HeiseiMin.ttf").write_bytes(renamed("Heisei Mincho"))
    assert look_through([tmp_path]) == installed.Installed({}, ())


def test_a_collection_is_looked_through(tmp_path: Path):
    (tmp_path / "kaifang.ttc").write_bytes(collection(renamed("Other"), renamed("楷体", source=KAI), renamed("仿宋")))
    found = look_through([tmp_path]).roles
    assert {role: [file.number for file in files] for role, files in found.items()} == {"kai": [1], "body": [2]}
    (file,) = found["kai"]
    original = FontFile(KAI)
    assert file.outline(file.glyph_of("县")) == original.outline(original.glyph_of("县"))


def test_the_better_font_comes_first(tmp_path: Path):
    (tmp_path / "fang-a.ttf").write_bytes(renamed("FangSong"))
    (tmp_path / "fang-b.ttf").write_bytes(renamed("仿宋_GB2312"))
    assert [file.path.name for file in look_through([tmp_path]).roles["body"]] == ["fang-b.ttf", "fang-a.ttf"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"not a font", DAMAGED),
        (b"", DAMAGED),
        (b"OTTO" + bytes(60), OTHER_OUTLINES),
        (renamed("仿宋", rights=2), FORBIDDEN),
        (renamed("仿宋")[:4_000_000], DAMAGED),
        (with_table(renamed("仿宋"), b"loca", b"\xff\xff\xff\xf0"), DAMAGED),
        (with_table(renamed("仿宋"), b"cmap", b"\0\0\0\0"), DAMAGED),
        (with_table(renamed("仿宋"), b"maxp", b"\0\1\0\0\xff\xff"), DAMAGED),
        (b"ttcf\0\1\0\0\0\0\0\0", DAMAGED),
    ],
)
def test_a_damaged_or_forbidden_file_is_passed_over_and_named(tmp_path: Path, content: bytes, reason: str):
    (tmp_path / "simfang.ttf").write_bytes(content)
    found = look_through([tmp_path])
    assert found == installed.Installed({}, (Skipped("simfang.ttf", reason),))


def test_a_font_without_the_usual_characters_is_not_used(tmp_path: Path):
    latin = resources.path("fonts/LiberationSerif-Regular.ttf")
    (tmp_path / "simhei.ttf").write_bytes(renamed("SimHei", source=latin))
    assert look_through([tmp_path]) == installed.Installed({}, ())


def test_the_machine_s_font_comes_before_the_bundled_one(folder: Path):
    (folder / "simfang.ttf").write_bytes(renamed("仿宋_GB2312", source=KAI))
    forget_fonts()
    assert choose("县", Role.BODY, wide=True).face.file.path == folder / "simfang.ttf"
    assert choose("县", Role.BODY, wide=True).fallback is False
    assert choose("A", Role.BODY, wide=False).face.name == "LiberationSerif-Regular"
    assert choose("𫰠", Role.BODY, wide=True).face.name == "BabelStoneHan-Rare"


def test_a_paper_prints_with_it_and_reads_back(folder: Path):
    (folder / "fang.ttc").write_bytes(collection(renamed("Other"), renamed("FangSong", source=KAI)))
    forget_fonts()
    written = made(paragraph("上党区与武汉大学，张𬭎"))
    assert drawn_text(written) == "上党区与武汉大学，张𬭎"
    assert len(fonts(written)) == 2
    assert set(fonts(written).values()) == {True}


def test_a_file_passed_over_is_a_notice_of_the_paper(folder: Path):
    (folder / "simkai.ttf").write_bytes(b"not a font")
    forget_fonts()
    notices = made(paragraph("县")).notices
    assert notices == (Notice("font_skipped", (("file", "simkai.ttf"), ("reason", DAMAGED))),)


def test_the_machine_s_fonts_can_be_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "simfang.ttf").write_bytes(renamed("仿宋"))
    monkeypatch.setenv(SWITCH, BUNDLED_ONLY)
    assert installed.installed() == installed.Installed({}, ())


def test_the_folders_of_windows_and_linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    wanted = ("Local/Microsoft/Windows/Fonts", "Windows/Fonts", "share/fonts", "home/.fonts", "usr/fonts")
    for name in wanted:
        (tmp_path / name).mkdir(parents=True)
    for variable, value in {
        "LOCALAPPDATA": "Local", "WINDIR": "Windows", "XDG_DATA_HOME": "share", "HOME": "home", "XDG_DATA_DIRS": "usr"
    }.items():  # fmt: skip
        monkeypatch.setenv(variable, str(tmp_path / value))
    assert list(installed.folders()) == [tmp_path / name for name in wanted]


def test_a_glyph_that_cannot_be_read_counts_as_missing(folder: Path, monkeypatch: pytest.MonkeyPatch):
    (folder / "simfang.ttf").write_bytes(renamed("仿宋"))
    forget_fonts()
    first = choose("县", Role.BODY, wide=True).face
    monkeypatch.setattr(first.file, "glyph_of", lambda _one: 0xFFFFFF)
    assert first.glyph("国") is None


def test_skipped_is_told_once_a_file(tmp_path: Path):
    (tmp_path / "fang.ttc").write_bytes(collection(renamed("仿宋", rights=2), renamed("FangSong", rights=2)))
    assert set(look_through([tmp_path]).skipped) == {Skipped("fang.ttc", FORBIDDEN)}


def test_the_bundled_fonts_pass_the_check():
    for path in sorted(FANG.parent.glob("*.ttf")):
        FontFile(path).check()
