"""Cards on paper: true millimeters, both faces, names as large as they fit, every character drawn."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from exporters.blocks import Card, Cards
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.pdf.card_faces import fitted_name, small_lines
from exporters.pdf.writer import write, write_page
from exporters.typeset.fonts import Role
from exporters.typeset.styles import MM
from tests.exporters.pdf.reading import MADE_AT, document, made, outline, pages

UIGHUR = "欧阳·阿依古丽·买买提明"
FOLDED = {"width": 297, "height": 105, "faces": 2}


def cards(*names: str, **values: Any) -> Cards:
    return Cards(tuple(map(Card, names)), **(FOLDED | values))


def printed(block: Cards, *, landscape: bool = True) -> Written:
    return made(block, style="sheet", landscape=landscape, numbered=False)


def upright(page: Any) -> list[Any]:
    return [one for one in page.chars if one["upright"] and one["matrix"][0] > 0]


def lines_of(name: str, width: float = 200, most: float = 90.0, height: float = 200) -> tuple[list[str], float]:
    lines, style = fitted_name(name, width * MM, most, height * MM)
    return [line.text for line in lines], style.size


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("王　明", ["王　明"]),
        ("欧阳文", ["欧阳文"]),
        (UIGHUR, ["欧阳·阿依古丽·", "买买提明"]),
        ("Maximilian Alexander von Hohenzollern", ["Maximilian", "Alexander von", "Hohenzollern"]),
        ("Bo Li", ["Bo Li"]),
    ],
)
def test_a_name_takes_as_few_lines_as_keep_it_large(name: str, lines: list[str]):
    found, size = lines_of(name)
    assert found == lines
    assert 60 <= size <= 90


def test_short_names_are_all_of_one_size():
    assert {lines_of(name)[1] for name in ("王", "王　明", "欧阳文", "尉迟远航", "Bo Li")} == {90.0}


@pytest.mark.parametrize("name", [UIGHUR * 5, "王" * 50, "Abcdefghijklmnopqrstuvwxyz" * 3, "a-" * 40, "·", "－"])
@pytest.mark.parametrize("width", [36.0, 80.0])
def test_no_name_is_wider_or_higher_than_its_room(name: str, width: float):
    lines, style = fitted_name(name, width * MM, 60, 20 * MM)
    assert max(line.width for line in lines) <= width * MM + 0.01
    assert len(lines) * style.leading <= 20 * MM + 0.01
    assert "".join(line.text.strip() for line in lines) == name


@pytest.mark.parametrize("text", ["长" * 2_000, "x" * 2_000, "长 " * 1_000, "长·" * 1_000])
def test_what_was_pasted_by_mistake_is_cut_visibly_and_quickly(text: str):
    lines, style = fitted_name(text, 200 * MM, 90, 100 * MM)
    assert "".join(line.text for line in lines).endswith("…")
    assert max(line.width for line in lines) <= 200 * MM + 0.01
    small, _style = small_lines(text, 80 * MM, 14)
    assert (len(small) <= 5, small[-1].text[-1], style.size > 6) == (True, "…", True)


def test_a_rare_character_is_drawn_in_the_font_of_the_others():
    for name in ("张㛃", "李𬭎", "王䶮", "张㛃𬭎䶮"):
        (line,), _style = fitted_name(name, 200 * MM, 90, 100 * MM)
        assert len({one.face for one in line.placed}) == 1
        assert not any(one.fallback for one in line.placed)


def test_the_far_face_is_turned_and_says_the_same():
    (page,) = pages(printed(cards("李𬭎")))
    assert (round(page.width / MM), round(page.height / MM)) == (297, 210)
    turned = [one for one in page.chars if one["matrix"][0] < 0]
    assert ["".join(one["text"] for one in found) for found in (upright(page), turned)] == ["李𬭎", "李𬭎"]
    near, far = (
        sorted({round((one["top"] + one["bottom"]) / 2, 1) for one in found}) for found in (upright(page), turned)
    )
    assert [round(y + other, 0) for y, other in zip(near, reversed(far), strict=True)] == [round(page.height)]


def test_the_far_face_may_be_blank():
    (page,) = pages(printed(cards("李𬭎", width=210, height=95, base=95, flap=12, far_blank=True), landscape=False))
    assert "".join(one["text"] for one in page.chars) == "李𬭎"
    assert min(one["top"] for one in page.chars) > 95 * MM


def test_a_reader_hears_each_name_once_and_the_outline_lists_all():
    written = printed(cards("李𬭎", UIGHUR))
    with pikepdf.open(BytesIO(written.content)) as pdf:
        kids = pdf.Root.StructTreeRoot.K.K
        assert [str(kid.S) for kid in kids] == ["/P", "/P"]
    assert outline(written) == [(0, "李𬭎", 0), (0, UIGHUR, 1)]


def test_one_sheet_alone_looks_as_in_the_whole_paper():
    block = cards(*"甲乙丙", width=200, height=100, faces=1)
    paper, options = document(block, style="sheet", numbered=False), ExportOptions("zh", MADE_AT)
    alone = [pages(write_page(paper, options, number))[0] for number in (1, 2)]
    assert [[one["text"] for one in page.chars] for page in alone] == [["甲", "丙"], ["乙"]]
    assert write(paper, options).pages == 2


def test_marks_stand_outside_the_cards_where_there_is_room():
    (page,) = pages(printed(cards("甲", width=90, height=130, faces=1), landscape=False))
    across = sorted({round(one["top"] / MM, 1) for one in page.lines if abs(one["top"] - one["bottom"]) < 0.1})
    down = sorted({round(one["x0"] / MM, 1) for one in page.lines if abs(one["x0"] - one["x1"]) < 0.1})
    assert (across, down) == ([18.5, 148.5, 278.5], [15.0, 105.0, 195.0])
    inside = [one for one in page.lines if 15.5 * MM < one["x0"] < 194 * MM and 19 * MM < one["top"] < 278 * MM]
    assert inside == []


def test_a_card_folded_to_a_triangle_has_marks_at_its_folds_and_a_note_to_glue():
    block = cards("甲", width=210, height=95, base=95, flap=12, note="粘贴处")
    (page,) = pages(printed(block, landscape=False))
    assert sorted({round(one["top"] / MM) for one in page.lines}) == [95, 190, 285]
    note = [one for one in page.chars if one["text"] in "粘贴处"]
    assert {round(one["top"] / MM) for one in note} == {290}


def test_everything_on_a_badge_stands_between_head_and_band():
    card = Card(
        UIGHUR,
        "Ouyang Ayigul",
        (),
        ("党组成员、副局长兼就业促进和失业保险处处长", "人力资源和社会保障局" * 4),
        "座谈会" * 9,
        "嘉宾",
    )
    (page,) = pages(printed(Cards((card,), 70, 100), landscape=True))
    (band,) = [one for one in page.rects if one["height"] < 20 * MM]
    (rule,) = [one for one in page.lines if one["width"] > 50 * MM]
    name = [one for one in page.chars if one["text"] in UIGHUR]
    words = [one for one in page.chars if one["text"] == "局"]
    assert min(one["top"] for one in name) > rule["top"]
    assert max(one["bottom"] for one in words) < band["top"] + 2
    assert {one["non_stroking_color"] for one in page.chars if one["text"] in "嘉宾"} == {(1.0,)}


def test_two_hundred_cards_are_two_hundred_sheets():
    written = printed(cards(*(f"王{number}" for number in range(200))))
    assert written.pages == 200


def test_names_of_cards_use_no_wider_role_than_needed():
    _lines, style = fitted_name("王明", 200 * MM, 90, 100 * MM)
    assert style.role is Role.HEI_BOLD


def test_cards_lie_as_the_sheet_lies():
    three = (Card("王", corner="1"), Card("李", corner="2"), Card("张", corner="3"))
    (upright,) = pages(made(Cards(three, 90.0, 25.0, 1), style="sheet"))
    assert (upright.width < upright.height, max(one["x1"] for one in upright.chars) < upright.width) == (True, True)
