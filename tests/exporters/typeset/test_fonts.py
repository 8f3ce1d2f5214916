"""Which font draws which character, and that none draws a blank."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFont

import resources
from exporters.typeset.fonts import Role, can_draw, choose, face, is_blank, missing_characters
from exporters.typeset.truetype import FontFile
from models.errors import KnownError

RARE = "㛃㮾䶮𬭎𫖯𬀩𫍽镕喆堃犇昇玥赟頔祎翀龑𫰠"


@pytest.mark.parametrize(
    ("character", "role", "wide", "font"),
    [
        ("县", Role.BODY, True, "FandolFang-Regular"),
        ("县", Role.TITLE, True, "NotoSerifSC-Bold"),
        ("县", Role.HEI, True, "NotoSansSC-Regular"),
        ("县", Role.HEI_BOLD, True, "NotoSansSC-Bold"),
        ("县", Role.KAI, True, "LXGWWenKai-Regular"),
        ("县", Role.LATIN, True, "NotoSerifSC-Regular"),
        ("A", Role.BODY, False, "LiberationSerif-Regular"),
        ("A", Role.LATIN_BOLD, False, "LiberationSerif-Bold"),
        ("A", Role.LATIN_ITALIC, False, "LiberationSerif-Italic"),
        ("镕", Role.BODY, True, "NotoSerifSC-Regular"),
        ("𬭎", Role.BODY, True, "NotoSerifSC-Regular"),
        ("𫰠", Role.BODY, True, "BabelStoneHan-Rare"),
        ("“", Role.BODY, True, "FandolFang-Regular"),
        ("Я", Role.HEI_BOLD, False, "NotoSansSC-Bold"),
    ],
)
def test_first_font_of_the_chain_that_has_the_character(character: str, role: Role, wide: bool, font: str):
    assert choose(character, role, wide=wide).face.name == font


def test_a_fallback_is_told():
    assert [choose(one, Role.BODY, wide=True).fallback for one in "县镕𫰠"] == [False, True, True]


@pytest.mark.parametrize("role", list(Role))
def test_every_standard_character_and_rare_name_is_drawn_with_ink(role: Role):
    table = resources.path("tables/general_standard_characters.txt").read_text(encoding="utf-8")
    wanted = {character for character in table if character >= "\u3400"} | set(RARE)
    assert len(wanted) > 8105
    assert [one for one in wanted if choose(one, role, wide=True).glyph.ink is None] == []


def test_spaces_are_drawn_without_ink():
    assert [choose(one, Role.BODY, wide=True).glyph.ink for one in " \u3000\xa0"] == [None, None, None]
    assert [is_blank(one) for one in " \u3000\xa0县"] == [True, True, True, False]


def test_a_character_mapped_to_an_empty_glyph_counts_as_missing():
    fandol = face("FandolFang-Regular")
    mapped = TTFont("fandol", str(fandol.file.path)).face.charToGlyph
    empty = [chr(code) for code, glyph in mapped.items() if glyph and not fandol.file.outline(glyph)]
    assert {one for one in empty if fandol.glyph(one)} == {one for one in empty if is_blank(one)}


def test_a_character_no_font_has_is_named():
    with pytest.raises(KnownError) as caught:
        choose("😀", Role.BODY, wide=True)
    assert caught.value.code == "undrawable_character"
    assert caught.value.values == {"character": "😀", "code_point": "U+1F600", "context": ""}


@pytest.mark.parametrize(
    ("text", "missing"),
    [("张𬭎\n王", ""), ("a\u200b\ufe0f", ""), ("😀张😀🐂", "😀🐂"), ("\ufffd☐", ""), ("\U0010fffd", "\U0010fffd")],
)
def test_missing_characters(text: str, missing: str):
    assert missing_characters(text) == missing
    assert can_draw(text, "title") == (not missing)


def test_a_replacement_character_is_drawn_as_a_visible_mark():
    assert choose("\ufffd", Role.BODY, wide=True).glyph == choose("〓", Role.BODY, wide=True).glyph


@pytest.mark.parametrize("name", ["FandolFang-Regular", "LiberationSerif-Regular", "BabelStoneHan-Rare"])
def test_reading_agrees_with_reportlab(name: str):
    path = resources.path(f"fonts/{name}.ttf")
    ours, theirs = FontFile(path), TTFont(name, str(path)).face
    glyphs = {code: glyph for code, glyph in theirs.charToGlyph.items() if code != 0xA0}
    assert {code: ours.glyph_of(chr(code)) for code in glyphs} == glyphs
    sample = [code for code in list(glyphs)[::37] if glyphs[code]]
    assert [ours.advance(glyphs[code]) for code in sample] == pytest.approx(
        [theirs.charWidths[c] for c in sample], abs=0.6
    )
    assert ours.postscript_name == theirs.name.decode()


def test_our_fonts_may_all_be_embedded():
    fonts = sorted(resources.path("fonts").glob("*.ttf"))
    assert [font.name for font in fonts if not FontFile(font).embeddable] == []


@pytest.mark.parametrize("content", [b"", b"not a font", b"OTTO" + bytes(60), b"\x00\x01\x00\x00\x00\x01" + bytes(40)])
def test_a_file_that_is_no_truetype_font_is_refused(tmp_path: Path, content: bytes):
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        FontFile(broken)
    assert (caught.value.code, caught.value.values["file"]) == ("font_unreadable", "broken.ttf")


def test_each_font_has_its_licence_beside_it():
    folder = resources.path("fonts")
    table = (folder / "FONTS.md").read_text(encoding="utf-8")
    families = ["NotoSerifSC", "NotoSansSC", "LXGWWenKai", "LiberationSerif"]
    assert [one for one in families if not (folder / f"OFL-{one}.txt").is_file() or one not in table] == []


def test_a_restricted_font_is_not_embeddable(tmp_path: Path):
    original = resources.path("fonts/LiberationSerif-Regular.ttf").read_bytes()
    place = original.index(FontFile(resources.path("fonts/LiberationSerif-Regular.ttf")).table("OS/2")) + 8
    for flags, allowed in ((0x0000, True), (0x0002, False), (0x0004, True), (0x0200, False)):
        changed = tmp_path / f"{flags}.ttf"
        changed.write_bytes(original[:place] + flags.to_bytes(2, "big") + original[place + 2 :])
        assert FontFile(changed).embeddable is allowed


def test_a_font_without_names_goes_by_its_file_name(tmp_path: Path):
    original = resources.path("fonts/LiberationSerif-Bold.ttf").read_bytes()
    nameless = tmp_path / "Nameless.ttf"
    names = FontFile(resources.path("fonts/LiberationSerif-Bold.ttf")).table("name")
    nameless.write_bytes(original.replace(names, names[:2] + bytes(2) + names[4:], 1))
    assert FontFile(nameless).postscript_name == "Nameless"
