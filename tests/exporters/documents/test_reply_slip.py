"""The reply slip: what stands on the form, for whom, with which columns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exporters.blocks import Document, Field, FieldList, Paragraph, Span, SpanKind, Table, Title
from exporters.documents.reply_slip import SLIP_COLUMNS, USUAL_LINES, assemble, units_of
from exporters.options import EACH_UNIT
from exporters.span_text import spans_text
from models.codes import OrganizationRole
from models.errors import KnownError
from models.snapshots.shapes import MeetingOrganization, Post
from tests.sample_snapshots import EMPTY, attendee, both, meeting, options, organization, side, snapshot

ORGANIZER = MeetingOrganization(
    organization("区委组织部", "Organization Department", phone="0355-2113499", email="rc@example.org"),
    OrganizationRole.ORGANIZER,
)
TAKEN = snapshot(organizations=(ORGANIZER,))


def slip(language: str = "zh", **choices: object) -> Document:
    """The one slip."""
    [document] = assemble(TAKEN, options(language, **choices))
    return document


def table(document: Document) -> Table:
    """Its table."""
    [found] = [block for block in document.blocks if isinstance(block, Table)]
    return found


def keys(document: Document) -> list[str]:
    """The keys of its columns."""
    return [column.key for column in table(document).columns]


def told(document: Document) -> list[str]:
    """The lines above the table."""
    return [spans_text(block.spans, final=True) for block in document.blocks if isinstance(block, Paragraph)]


def test_whole_slip_for_a_unit() -> None:
    document = slip(unit="财政局", reply_by=date(2024, 5, 10))
    assert (document.key, document.landscape, document.blocks[0]) == (
        "财政局", True, Title(("校地合作座谈会", "参会回执")),
    )  # fmt: skip
    assert told(document) == [
        "时间：2024年5月20日（星期一）；地点：政治与公共管理学院（武汉市）",
        "请于2024年5月10日（星期五）前将本回执反馈至区委组织部（rc@example.org，0355-2113499）。",
        "填表说明：一人一行，姓名与身份证一致；请勿改动表头，有下拉箭头的单元格可从列表中选择；行数不够可自行插入。",
        "所填信息仅用于本次会议，会后依法删除。",
    ]
    [head] = [block for block in document.blocks if isinstance(block, FieldList)]
    assert head == FieldList(
        (Field("填报单位", (Span("财政局"),)), Field("联系人", ()), Field("联系电话", ())), form=True
    )
    assert table(document).form
    assert [row.kind for row in table(document).rows] == ["blank"] * USUAL_LINES
    assert [row.cells[0].value for row in table(document).rows] == list(range(1, USUAL_LINES + 1))


def test_what_is_not_known_is_left_as_a_blank() -> None:
    [document] = assemble(snapshot(), options())
    spans = document.blocks[2].spans
    assert [span.text for span in spans if span.kind is SpanKind.BLANK] == ["回执截止日期", "回执反馈地址"]


def test_where_slips_go_is_what_was_typed() -> None:
    assert told(slip("en", return_to="rc@x.cn (Ms Li)", reply_by=date(2024, 5, 10)))[1] == (
        "Please return this slip by Friday, 10 May 2024 to rc@x.cn (Ms Li)."
    )


def test_usual_columns_are_those_that_this_meeting_and_language_need() -> None:
    assert keys(slip())[:6] == ["sequence", "name_zh", "name_en", "organization", "title_zh", "gender"]
    assert keys(slip(unit="财政局"))[:5] == ["sequence", "name_zh", "name_en", "department", "title_zh"]
    assert keys(slip("en"))[:4] == ["sequence", "name_en", "organization", "title_zh"]
    [plain] = assemble(replace(TAKEN, meeting=meeting(needs_english=False)), options(unit="财政局"))
    assert keys(plain)[:3] == ["sequence", "name_zh", "department"]


def test_few_answers_are_offered() -> None:
    offered = {column.key: column.choices for column in table(slip()).columns if column.choices}
    assert {key: (len(choices), choices[0]) for key, choices in offered.items()} == {
        "gender": (2, "男"), "ethnicity": (56, "汉族"), "lodging": (2, "是"), "diet": (3, "无"),
    }  # fmt: skip
    assert "ethnicity" not in keys(slip("en"))
    assert table(slip("en", slip_columns=("name_en", "ethnicity"))).columns[1].choices == ()


def test_columns_and_lines_as_chosen_but_never_without_a_name() -> None:
    document = slip(slip_columns=("phone", "phone"), blank_lines=3)
    assert (keys(document), len(table(document).rows)) == (["name_zh", "phone"], 3)
    assert keys(slip(slip_columns=tuple(SLIP_COLUMNS))) == list(SLIP_COLUMNS)
    with pytest.raises(KnownError, match="unknown_column"):
        slip(slip_columns=("age",))


def test_a_slip_for_every_unit_guests_first() -> None:
    host = side("地方", id=2, is_host=True, units=(organization("财政局"),))
    guests = side(id=1, units=(organization("法学院"), organization("药学院")))
    alone = MeetingOrganization(organization("科协"), OrganizationRole.PARTICIPANT)
    taken = replace(TAKEN, sides=(host, guests), organizations=(ORGANIZER, alone))
    assert [one.key for one in assemble(taken, options(unit=EACH_UNIT))] == ["法学院", "药学院", "财政局", "科协"]


@pytest.mark.parametrize(("taken", "unit"), [(TAKEN, EACH_UNIT), (replace(TAKEN, meeting=meeting(title=EMPTY)), "")])
def test_no_material(taken: object, unit: str) -> None:
    with pytest.raises(KnownError, match="no_material"):
        assemble(taken, options(unit=unit))


def test_units_of_the_people_listed_are_written_to_although_no_side_has_them():
    bureau = organization("财政局", "Finance Bureau", id=31)
    one = attendee("王伟", posts=(Post(bureau, EMPTY, both("局长")),))
    assert units_of(snapshot(attendees=(one,))) == (bureau,)
