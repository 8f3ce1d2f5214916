"""Texts for WeChat: to whom, in which language, what they tell and what they keep to themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from exporters.documents.messages import arrangement_texts, by_language, chasing_texts
from models.codes import AttendanceCategory, Reply, SeatLayout
from models.snapshots.shapes import Seat, SeatPlan
from tests.sample_snapshots import MAY_20, attendee, both, route, snapshot, vehicle

STAFF = attendee("许雯", "Xu Wen", id=9, phone="13800001039", category=AttendanceCategory.STAFF, reply=Reply.CONFIRMED)
WHO = attendee(
    "梁涛",
    "Liang Tao",
    id=1,
    room="0801",
    table_number="3",
    arrival="2024-05-19T15:10",
    arrival_trip="G8803",
    departure="21日",
)
CAR = vehicle(driver=both("钱守诚", "Qian Shoucheng"), driver_phone="13800001101", passengers=(WHO,))
MEETING = snapshot(
    attendees=(WHO, STAFF),
    routes=(route(day=MAY_20, departs_at=time(13, 30), departs_from=both("北门", "North gate"), vehicles=(CAR,)),),
    seat_plans=(SeatPlan(1, SeatLayout.ROSTRUM, both("主席台"), (Seat(1, 1, "A1", WHO, False),)),),
)


def test_one_text_a_unit_names_those_who_have_not_answered() -> None:
    people = (
        WHO,
        attendee("王明", "Wang Ming", id=2, reply=Reply.INVITED),
        attendee("丁一", "Ding Yi", id=3, reply=Reply.CONFIRMED),
        attendee("赵镕", "Zhao Rong", id=4, unit=both("县财政局", "County Finance Bureau")),
    )
    first, second = chasing_texts(MEETING, people, language="zh", reply_by=date(2024, 5, 10))
    assert first.splitlines() == [
        "武汉大学，您好！",
        "关于校地合作座谈会：",
        "时间：2024年5月20日（星期一）",
        "地点：政治与公共管理学院（武汉市）",
        "尚未收到以下人员的参会回执：梁涛、王明",
        "请于2024年5月10日前反馈，谢谢！",
        "联系人：许雯",
    ]
    assert second.startswith("县财政局，您好！")


def test_everybody_gets_their_own_car_room_table_and_seat() -> None:
    (text,) = arrangement_texts(MEETING, (WHO, STAFF), language="zh")
    assert text.splitlines() == [
        "梁涛院长，您好！",
        "您参加校地合作座谈会的安排如下：",
        "时间：2024年5月20日（星期一）",
        "地点：政治与公共管理学院（武汉市）",
        "到达：2024年5月19日 15:10 G8803",
        "乘车：A线，1号车（晋D12345），司机钱守诚，5月20日 13:30出发，北门",
        "房间：0801",
        "桌号：3",
        "座位：A1",
        "返程：21日",
        "联系人：许雯",
    ]


def test_phones_stand_there_only_where_asked_for() -> None:
    (masked,) = arrangement_texts(MEETING, (WHO,), language="en")
    (full,) = arrangement_texts(MEETING, (WHO,), language="en", unmasked=True)
    assert "138" not in masked
    assert ["driver Qian Shoucheng 13800001101" in full, "Contact: Xu Wen 13800001039" in full] == [True, True]


def test_nothing_is_written_to_who_declined_or_has_nothing_arranged() -> None:
    declined = replace(WHO, reply=Reply.DECLINED)
    assert arrangement_texts(MEETING, (declined, attendee(id=7)), language="zh") == ()
    assert chasing_texts(MEETING, (STAFF,), language="zh") == ()


def test_who_has_no_chinese_name_is_written_to_in_english() -> None:
    foreign = attendee("", "Bo Li", id=5)
    assert by_language((WHO, foreign, STAFF)) == {"zh": [WHO, STAFF], "en": [foreign]}
