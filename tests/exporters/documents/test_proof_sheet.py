"""The proof sheet: every fact on a line with a box, ticked where the tick still holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import Cell, Document, Heading, Paragraph, Row, Table
from exporters.documents import proof_sheet
from models.codes import Reply
from models.errors import KnownError
from models.rules.proof_places import proof_hash
from models.snapshots.shapes import MeetingSnapshot, ProofTick
from tests.sample_snapshots import agreement, attendee, both, options, organization, party, person, side, snapshot

SIDE = side(id=1)
HOST = side("地方", "Local side", id=2, is_host=True)
GUEST = attendee("李𬭎", "Li Hong", id=12, side_id=1)
LOCAL = attendee("王明", "Wang Ming", id=13, side_id=2, proposed=True, unit=both("县财政局"), title=both())
MEETING = snapshot(sides=(HOST, SIDE), attendees=(LOCAL, GUEST))


def sheet(taken: MeetingSnapshot = MEETING, language: str = "zh") -> Document:
    (made,) = proof_sheet.assemble(taken, options(language))
    return made


def rows(document: Document, heading: str) -> list[tuple[str, list[str]]]:
    """The rows below a heading: what kind, and the cells."""
    at = next(place for place, one in enumerate(document.blocks) if isinstance(one, Heading) and one.text == heading)
    table = document.blocks[at + 1]
    assert isinstance(table, Table)
    return [(row.kind, [cell.text for cell in row.cells]) for row in table.rows]


def test_people_stand_by_side_guests_first_with_a_box_for_each_fact() -> None:
    assert rows(sheet(), "人员") == [
        ("group", ["校方"]),
        ("body", ["1", "□ 李𬭎\n□ Li Hong", "□ 武汉大学\n□ Wuhan University", "□ 院长\n□ Dean", ""]),
        ("group", ["地方"]),
        ("body", ["2", "□ 王明\n□ Wang Ming（拼音）", "□ 县财政局", "", ""]),
    ]


def test_who_belongs_to_no_side_stands_last() -> None:
    stray = replace(LOCAL, id=14, side_id=99)
    found = rows(sheet(replace(MEETING, attendees=(stray, GUEST))), "人员")
    assert [cells[0] for _kind, cells in found] == ["校方", "1", "其他人员", "2"]


def test_ticks_that_hold_are_shown_and_counted() -> None:
    ticks = tuple(
        ProofTick(f"people/12/{place}", proof_hash(words), "李红", None)
        for place, words in (("name_zh", "李𬭎"), ("title_zh", "副院长"))
    )
    made = sheet(replace(MEETING, proof_ticks=ticks))
    assert rows(made, "人员")[1][1][1] == "√ 李𬭎\n□ Li Hong"
    assert rows(made, "人员")[1][1][3] == "□ 院长\n□ Dean"
    (told,) = [one.spans[0].text for one in made.blocks[:2] if isinstance(one, Paragraph)]
    assert told.endswith("共13项，已核对1项。")


def test_whoever_comes_instead_stands_below_the_name() -> None:
    sent = replace(GUEST, reply=Reply.SUBSTITUTE, substitute=person("赵镕", "Zhao Rong"))
    found = rows(sheet(replace(MEETING, attendees=(sent,)), "en"), "People")
    assert found[1][1][1] == "□ 李𬭎\n□ Li Hong\n□ (substitute) 赵镕\n□ (substitute) Zhao Rong"


def test_agreements_stand_above_their_parties() -> None:
    unit = organization("沧澜大学", "Canglan University", id=5)
    signed = party(organization=unit, signatory=person("周喆", "Zhou Zhe"), capacity=both("校长", "President"))
    made = sheet(snapshot(agreements=(agreement(parties=(signed,)),)), "en")
    assert rows(made, "Organizations") == [("body", ["1", "□ 沧澜大学\n□ Canglan University", ""])]
    assert rows(made, "Agreements") == [
        ("group", ["□ 战略合作框架协议   □ Framework Agreement"]),
        ("body", ["□ 沧澜大学\n□ Canglan University", "□ 周喆\n□ Zhou Zhe", "□ 校长\n□ President", ""]),
    ]


def test_a_meeting_without_english_stands_upright_and_without_english() -> None:
    plain = sheet(replace(MEETING, meeting=replace(MEETING.meeting, needs_english=False)))
    assert (plain.landscape, sheet().landscape) == (False, True)
    assert rows(plain, "人员")[1] == ("body", ["1", "□ 李𬭎", "□ 武汉大学", "□ 院长", ""])


def test_line_breaks_inside_a_fact_make_no_lines_of_their_own() -> None:
    odd = replace(GUEST, title=both("院长\n教授"))
    assert rows(sheet(replace(MEETING, attendees=(odd,))), "人员")[1][1][3] == "□ 院长 教授"


def test_nothing_to_check_where_nobody_is_named() -> None:
    with pytest.raises(KnownError, match="no_material"):
        sheet(snapshot(sides=(SIDE,)))


def test_rows_are_high_enough_to_write_in() -> None:
    tables = [one for one in sheet().blocks if isinstance(one, Table)]
    assert {one.row_height for one in tables} == {8.0}
    assert tables[-1].rows[1] == Row(
        (
            Cell("1", 1),
            Cell("□ 李𬭎\n□ Li Hong"),
            *(Cell(text) for text in ("□ 武汉大学\n□ Wuhan University", "□ 院长\n□ Dean", "")),
        )
    )
