"""The invitation: what it says of the meeting, what it leaves open, and the slip behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from exporters.blocks import Document, DraftNote, Section, Span, SpanKind, Table
from exporters.documents import invitation
from exporters.documents.plain_text import blocks_as_lines
from exporters.docx.writer import write as write_word
from exporters.options import EACH_UNIT
from exporters.pdf.writer import write
from models.codes import AgendaKind, AttendanceCategory, OrganizationRole
from models.errors import KnownError
from models.snapshots.shapes import MeetingOrganization, MeetingSnapshot
from tests.sample_snapshots import MAY_20, agenda_item, attendee, both, meeting, options, organization, side, snapshot

COUNTY = organization("上党区人民政府", "Shangdang District Government", id=1, phone="0355-8081234")
SCHOOL = organization("武汉大学", "Wuhan University", id=2)
STAFF = attendee("许雯", "Xu Wen", id=1, phone="13800001039", category=AttendanceCategory.STAFF)
AGENDA = (
    agenda_item("报到", "Registration", kind=AgendaKind.CHECK_IN, start=time(8, 30), end=time(9), place=both("大厅")),
    agenda_item("致辞", "Welcome", start=time(9), end=time(9, 10)),
    agenda_item("茶歇", "Tea", kind=AgendaKind.BREAK, start=time(9, 10), end=time(9, 20)),
    agenda_item("签约", "Signing", kind=AgendaKind.SIGNING, start=time(9, 20), end=time(10)),
)
MEETING = snapshot(
    meeting=meeting(purpose=both("深化校地合作。", "To deepen cooperation."), theme=both("校地同心")),
    organizations=(MeetingOrganization(COUNTY, OrganizationRole.HOST),),
    sides=(side("地方", id=1, is_host=True, units=(COUNTY,)), side(id=2, units=(SCHOOL,))),
    attendees=(STAFF,),
    agenda=AGENDA,
)


def letter(taken: MeetingSnapshot = MEETING, language: str = "zh", **chosen: Any) -> Document:
    (made,) = invitation.assemble(taken, options(language, **chosen))
    return made


def body(document: Document) -> list[str]:
    """The lines before the slip, without the empty ones."""
    return [line for line in blocks_as_lines(document.blocks[:-1]) if line]


def test_the_letter_tells_all_that_is_known() -> None:
    assert body(letter(unit="武汉大学", reply_by=date(2024, 5, 10), return_to="qrc@example.org", final=True)) == [
        *("校地合作座谈会", "邀请函", "武汉大学："),
        "为深化校地合作，上党区人民政府将举办校地合作座谈会。诚邀莅临出席。现将有关事项告知如下：",
        *("# 一、时间", "2024年5月20日（星期一） 09:00", "报到：5月20日 08:30–09:00，大厅"),
        *("# 二、地点", "政治与公共管理学院（武汉市）", "# 三、主题", "校地同心"),
        *("# 四、会议内容", "09:00–09:10　致辞", "09:20–10:00　签约"),
        *("# 五、参会人员", "校方：武汉大学", "地方：上党区人民政府"),
        *("# 六、回执与联系方式", "请于2024年5月10日前反馈参会回执，送至：qrc@example.org。"),
        *("联系人：许雯　138****1039", "上党区人民政府　0355-8081234"),
        *("附件：参会回执", "上党区人民政府", "　　　　年　　月　　日"),
    ]


def test_the_english_letter() -> None:
    found = body(letter(language="en", unit="Wuhan University"))
    assert found[2:4] == [
        "To Wuhan University:",
        "To deepen cooperation, Shangdang District Government will hold the Cooperation Symposium. You are cordially "
        "invited to attend. The particulars are as follows:",
    ]
    assert "Please return the reply slip by [Reply by]." in found


def test_a_notice_goes_to_all_units_and_invites_nobody() -> None:
    found = body(letter(as_notice=True))
    assert found[:2] == ["关于召开校地合作座谈会的通知", "各有关单位："]
    assert "诚邀" not in found[2]
    assert body(letter(as_notice=True, language="en"))[:3] == [
        "Cooperation Symposium",
        "Notice of meeting",
        "To all units concerned:",
    ]


def test_what_is_not_known_is_a_blank() -> None:
    bare = snapshot(meeting=meeting(starts_on=None, ends_on=None, venue=both(), city=both()))
    blanks = [
        span.text
        for block in letter(bare).blocks[:-1]
        for span in getattr(block, "spans", ())
        if isinstance(span, Span) and span.kind is SpanKind.BLANK
    ]
    assert blanks == ["受邀人", "时间", "地点", "回执截止日期", "联系人"]
    assert "将举办校地合作座谈会。诚邀莅临出席。现将有关事项告知如下：" in body(letter(bare))


@pytest.mark.parametrize(
    ("purpose", "begins"),
    [
        ("围绕人才交流", "围绕人才交流，"),
        ("为推进合作。", "为推进合作，"),
        ("推进合作；", "为推进合作，"),
        ("", "上党区"),
    ],
)
def test_the_purpose_stands_first(purpose: str, begins: str) -> None:
    taken = replace(MEETING, meeting=meeting(purpose=both(purpose)))
    assert body(letter(taken))[3].startswith(begins)


def test_several_hosts_and_an_english_list() -> None:
    hosts = tuple(MeetingOrganization(one, OrganizationRole.HOST) for one in (COUNTY, SCHOOL))
    taken = replace(MEETING, organizations=hosts)
    assert "Shangdang District Government and Wuhan University will hold" in body(letter(taken, "en"))[3]
    assert "上党区人民政府、武汉大学将举办" in body(letter(taken))[3]


def test_days_stand_before_their_first_item() -> None:
    second = tuple(agenda_item(title, "", day=date(2024, 5, 21)) for title in ("考察", "返程"))
    taken = replace(MEETING, agenda=(replace(AGENDA[1], day=MAY_20), *second))
    found = body(letter(taken))
    at = found.index("# 四、会议内容")
    assert found[at + 1 : at + 4] == ["5月20日 09:00–09:10　致辞", "5月21日 2. 考察", "3. 返程"]


def test_full_phones_are_printed_where_asked_for_and_a_draft_says_that_they_are_masked() -> None:
    assert "联系人：许雯　13800001039" in body(letter(unmasked=True))
    noted = [[one.text for one in letter(unmasked=full).blocks if isinstance(one, DraftNote)] for full in (True, False)]
    assert noted == [[], ["联系人电话此处已隐藏部分数字；正式发出前请选择“显示完整电话”。"]]


def test_the_slip_is_the_one_that_is_also_sent_in_excel() -> None:
    slip = letter(unit="武汉大学").blocks[-1]
    assert isinstance(slip, Section)
    (table,) = [block for block in slip.blocks if isinstance(block, Table)]
    assert (slip.name, slip.landscape, len(table.rows), table.small) == ("参会回执", True, 4, True)
    assert [column.heading for column in table.columns][:2] == ["序号", "姓名"]


def test_one_invitation_for_each_unit() -> None:
    made = invitation.assemble(MEETING, options(unit=EACH_UNIT))
    assert [body(one)[2] for one in made] == ["武汉大学：", "上党区人民政府："]
    assert len({one.key for one in made}) == 2
    with pytest.raises(KnownError, match="no_material"):
        invitation.assemble(snapshot(), options(unit=EACH_UNIT))


def test_no_invitation_to_a_meeting_without_a_name() -> None:
    with pytest.raises(KnownError, match="no_material"):
        letter(snapshot(meeting=meeting(title=both())))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_slip_takes_one_page(language: str) -> None:
    made = letter(language=language)
    alone = replace(made, blocks=made.blocks[-1:])
    assert write(alone, options(language)).pages == 1
    assert write_word(made, options(language)).content.startswith(b"PK")
