"""What the tables and the panel of the ceremony say, in both languages, without a window."""

from __future__ import annotations

import pytest

from models.codes import PlaqueAction, RoundPart, SeatLayout
from models.snapshots.shapes import CueLine, Plaque, RoundPerson, Seat, SeatPlan, SigningRound
from tests import sample_snapshots as make
from ui.ceremony.fields import KINDS, panel_id, record_of, sections, values
from ui.ceremony.offers import CeremonyOffers
from ui.ceremony.rows import (
    RecordRow,
    cue_columns,
    cue_rows,
    plan_columns,
    plan_rows,
    plaque_columns,
    plaque_rows,
    round_columns,
    round_rows,
    stage_columns,
    stage_rows,
    stored_column,
)
from ui.widgets.row_model import Column

LIANG, LI = make.attendee("梁涛", id=1), make.attendee("李强", id=2)
UNIT = make.organization("武汉大学", "Wuhan University", id=5)
ITEM = make.agenda_item("签约", "Signing", id=7)
ROUND = SigningRound(
    3, make.both("第一轮", "Round 1"), (), (RoundPerson(LI, RoundPart.WITNESS, id=11),), 7, music="欢庆"
)
PLAQUE = Plaque(4, PlaqueAction.UNVEIL, make.both("基地", "Base"), giving=UNIT, giver=LIANG, receiver=LI)
LINE = CueLine(make.both("开会。\n请坐。", ""), make.both("话筒", "microphone"), 2, 7, 3, 8)
PLAN = SeatPlan(
    6, SeatLayout.PHOTO, make.both("合影", "Photo"), (Seat(0, 0, "", LIANG, False), Seat(0, 1, "", None, False))
)
MEETING = make.snapshot(
    attendees=(LIANG, LI),
    agenda=(ITEM,),
    rounds=(ROUND,),
    plaques=(PLAQUE,),
    cue_lines=(LINE,),
    seat_plans=(PLAN,),
    all_organizations=(UNIT,),
)
OFFERS = CeremonyOffers()
OFFERS.take(MEETING)
ALL = OFFERS.all()


def words(columns: list[Column], rows: list[RecordRow], language: str) -> dict[str, str]:
    """What the first row says, by column; nothing left out but what is empty."""
    return {column.key: said for column in columns if (said := column.text(rows[0], language))}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", {"title": "第一轮", "agenda_item_id": "签约"}),
        ("en", {"title": "Round 1", "agenda_item_id": "Signing"}),
    ],
)
def test_a_round(language: str, said: dict[str, str]) -> None:
    always = {"number": "1", "people": "1", "music": "欢庆"}
    assert words(round_columns(ALL), round_rows(MEETING), language) == always | said


def test_a_plaque() -> None:
    assert words(plaque_columns(ALL), plaque_rows(MEETING), "zh") == {
        "number": "1",
        "text": "基地",
        "action": "揭牌",
        "giving_organization_id": "武汉大学",
        "giver_id": "梁涛",
        "receiver_id": "李强",
    }


def test_a_line_of_the_host_on_one_line_with_what_stands_in_for_its_english() -> None:
    assert words(cue_columns(ALL), cue_rows(MEETING), "en") == {
        "number": "1",
        "text": "开会。 请坐。",
        "minutes": "2",
        "props": "microphone",
        "agenda_item_id": "Signing",
        "round_id": "Round 1",
    }
    text = next(column for column in cue_columns(ALL) if column.key == "text")
    assert text.value is not None
    assert text.value(cue_rows(MEETING)[0], "en") == ""  # what is edited is what is stored


def test_a_seat_plan_counts_its_seats() -> None:
    said = words(plan_columns(ALL), plan_rows(MEETING), "zh")
    assert (said["title"], said["seats"], said["taken"]) == ("合影", "2", "1")


def test_people_on_stage() -> None:
    assert words(stage_columns(ALL), stage_rows(ROUND), "zh") == {
        "number": "1",
        "attendance_id": "李强",
        "part": "见证人",
    }


@pytest.mark.parametrize("record", [ROUND, PLAQUE, LINE, PLAN, ROUND.people[0]])
def test_every_field_of_the_panel_has_its_value(record: object) -> None:
    kinds = {SigningRound: 0, Plaque: 1, CueLine: 2, SeatPlan: 3, RoundPerson: 4}
    kind = KINDS[kinds[type(record)]]
    columns = {column for section in sections(kind, ALL) for field in section.fields for column in field.columns}
    assert set(values(record)) == columns


def test_the_panel_edits_what_is_stored() -> None:
    held = values(PLAQUE)
    assert (held["giver_id"], held["giving_organization_id"], held["receiving_organization_id"]) == (1, 5, None)
    assert values(LINE)["text_en"] == ""
    assert [record_of(panel_id(kind, 9)) for kind in KINDS] == [(kind, 9) for kind in KINDS]
    assert (stored_column("text", "en"), stored_column("part", "en")) == ("text_en", "part")
