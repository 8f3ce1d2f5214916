"""The pages of papers, exactly."""

from __future__ import annotations

import pytest

from exporters.typeset.presets import find_preset, preset_keys
from exporters.typeset.styles import MM, style_set
from models.errors import KnownError
from tests.exporters.pdf.reading import LONG, lines, made, pages, paragraph


def test_the_presets_there_are():
    assert preset_keys() == ("gbt9704", "gbt9704-grid", "common28", "compact", "english")


def test_gbt9704_is_exact():
    preset = find_preset("gbt9704")
    assert (preset.left / MM, preset.top / MM) == (pytest.approx(28), pytest.approx(37))
    assert preset.pitch * 28 == pytest.approx(156 * MM, abs=1e-9)
    assert preset.leading * 22 == pytest.approx(225 * MM, abs=1e-9)
    assert (preset.body, preset.title, preset.number) == (16, (22, 35), (14, 16))


@pytest.mark.parametrize(
    ("style", "language", "preset", "size", "leading"),
    [
        ("agreement", "zh", "", 16, 225 * MM / 22),
        ("agreement", "zh", "common28", 16, 28),
        ("official", "zh", "compact", 12, 22),
        ("official", "zh", "english", 16, 225 * MM / 22),
        ("official", "en", "", 12, 18),
        ("official", "en", "gbt9704", 12, 18),
        ("sheet", "zh", "compact", 12, 20),
    ],
)
def test_what_a_preset_chooses(style: str, language: str, preset: str, size: float, leading: float):
    body = style_set(style, language, preset).body
    assert (body.size, body.leading) == (size, pytest.approx(leading))


def test_an_unknown_preset_is_named_with_those_there_are():
    with pytest.raises(KnownError) as caught:
        style_set("sheet", "zh", "a3")
    assert (caught.value.code, dict(caught.value.values)) == (
        "unknown_preset",
        {"preset": "a3", "known": "gbt9704, gbt9704-grid, common28, compact, english"},
    )


def test_a_full_page_holds_22_lines_of_28_characters():
    (first, _second) = pages(made(paragraph("县" * (26 + 28 * 30), indent=2)))
    assert [len(line) for line in lines(first)] == [26, *[28] * 21]


@pytest.mark.parametrize(("preset", "wanted"), [("gbt9704", 22), ("common28", 22), ("compact", 31)])
def test_lines_of_a_page(preset: str, wanted: int):
    first, *_rest = pages(made(*[paragraph(LONG)] * 12, preset=preset))
    assert len(lines(first)) == wanted
