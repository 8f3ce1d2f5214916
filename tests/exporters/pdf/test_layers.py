"""What the screen shows and the printer leaves out: rings where seals go, ticks where staples go."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from exporters.blocks import PageBreak
from exporters.paper import Written
from tests.exporters.pdf.reading import area, made, opened, pages, paragraph

MM = 72 / 25.4
SCALE = 3


def image(written: Written, mode: str | None, page: int = 0) -> Image.Image:
    with pypdfium2.PdfDocument(BytesIO(written.content)) as pdf:
        found: Image.Image = pdf[page].render(scale=SCALE, optimize_mode=mode).to_pil().convert("L")
        return found


def is_drawn(picture: Image.Image, x: float, y: float) -> bool:
    """Whether something is drawn within 0.4 mm of a point, in millimeters from the left and top."""
    box = tuple(round(edge * MM * SCALE) for edge in (x - 0.4, y - 0.4, x + 0.4, y + 0.4))
    return picture.crop(box).getextrema()[0] < 250


def rings(written: Written) -> list[tuple[float, float, float]]:
    """Each ring as its middle and width, in millimeters."""
    (page,) = pages(written)
    found = [one for one in page.curves if one["width"] > 40 * MM]
    return [
        ((one["x0"] + one["x1"]) / 2 / MM, (one["top"] + one["bottom"]) / 2 / MM, one["width"] / MM) for one in found
    ]


@pytest.mark.parametrize("parties", [1, 2, 3, 4])
def test_each_party_has_rings_of_42_and_45_mm_that_are_not_printed(parties: int):
    written = made(area(parties), style="agreement")
    found = rings(written)
    assert [round(across, 1) for _x, _y, across in found] == [42.0, 45.0] * parties
    shown, printed = image(written, None), image(written, "print")
    for x, y, across in found:
        assert (is_drawn(shown, x, y - across / 2), is_drawn(printed, x, y - across / 2)) == (True, False)


def test_the_rings_touch_no_text():
    for parties in (2, 3):
        written = made(area(parties), style="agreement")
        (page,) = pages(written)
        for x, y, across in rings(written):
            inside = [one for one in page.chars if touches(one, x * MM, y * MM, across / 2 * MM)]
            assert inside == []


def touches(one: dict[str, float], x: float, y: float, radius: float) -> bool:
    """Whether a character's box comes into a circle."""
    near_x, near_y = min(max(x, one["x0"]), one["x1"]), min(max(y, one["top"] + 3), one["bottom"] - 3)
    return (near_x - x) ** 2 + (near_y - y) ** 2 < radius**2


def test_staples_are_marked_at_70_mm_on_the_inner_edge_and_not_printed():
    written = made(paragraph("一"), PageBreak(), paragraph("二"), style="agreement")
    for page, (inner, outer) in enumerate([(2.0, 208.0), (208.0, 2.0)]):
        shown, printed = image(written, None, page), image(written, "print", page)
        for y in (70.0, 227.0):
            places = [(picture, x) for picture in (shown, printed) for x in (inner, outer)]
            assert [is_drawn(picture, x, y) for picture, x in places] == [True, False, False, False]


def test_only_agreements_have_layers():
    with opened(made(paragraph("a"))) as pdf:
        assert "/OCProperties" not in pdf.Root


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh", ["装订位置（仅屏幕显示）", "印章位置（仅屏幕显示）"]),
        ("en", ["Staples (screen only)", "Seals (screen only)"]),
    ],
)
def test_layers_are_listed_by_name_for_view_print_and_export(language: str, names: list[str]):
    with opened(made(area(2), style="agreement", language=language)) as pdf:
        layers = pdf.Root.OCProperties
        usage = [
            (one.Usage.View.ViewState, one.Usage.Print.PrintState, one.Usage.Export.ExportState) for one in layers.OCGs
        ]
        assert [str(one.Name) for one in layers.OCGs] == names
        assert usage == [("/ON", "/OFF", "/OFF")] * 2
        assert [str(one.Event) for one in layers.D.AS] == ["/View", "/Print", "/Export"]
