"""The invented meeting: complete, consistent in itself, and with every hard name in it."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from itertools import pairwise

import pytest

from models.codes import AttendanceCategory, CooperationStatus, Reply, RoundPart
from models.rules.credit_code import is_valid
from models.rules.template_text import holds, render
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement, Attendee
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["demo-full"]


def attendee(name: str) -> Attendee:
    """The attendee of that name, in Chinese or English."""
    return next(one for one in MEETING.attendees if name in (one.person.name.zh, one.person.name.en))


def open_places(agreement: Agreement) -> set[str]:
    """What the agreement's clauses ask for and nobody gave; the paper itself adds cross-references and 双方."""
    values = agreement_values(MEETING, agreement)
    clauses = [clause for clause in agreement.clauses if not clause.condition or holds(clause.condition, values)]
    bodies = [text for clause in clauses for text in (clause.body, *(item.body for item in clause.children))]
    missing = {name for body in bodies for text in (body.zh, body.en) for name in render(text, values).missing}
    return {name for name in missing if not name.startswith(("article", "sides"))}


def test_it_is_marked_as_invented_wherever_it_is_read():
    meeting = MEETING.meeting
    assert meeting.invented
    assert "虚构" in meeting.notes.zh
    assert "invented" in meeting.notes.en


def test_it_has_sixty_people_on_three_sides_over_two_days():
    assert len(MEETING.attendees) == 60
    assert [(side.label.zh, side.is_host, side.stated_headcount) for side in MEETING.sides] == [
        ("沧澜大学", False, 20),
        ("云岭县", True, 22),
        ("云岭县企业", False, 18),
    ]
    of_side = Counter(one.side_id for one in MEETING.attendees)
    assert [of_side[side.id] for side in MEETING.sides] == [20, 22, 18]
    assert {item.day for item in MEETING.agenda} == {date(2027, 4, 15), date(2027, 4, 16)}


def test_every_kind_of_reply_and_category_occurs():
    assert Counter(one.reply for one in MEETING.attendees) == {
        Reply.CONFIRMED: 52,
        Reply.INVITED: 3,
        Reply.DECLINED: 2,
        Reply.SUBSTITUTE: 2,
        Reply.UNKNOWN: 1,
    }
    assert {one.category for one in MEETING.attendees} == set(AttendanceCategory)
    substitutes = [one.substitute.name.zh for one in MEETING.attendees if one.substitute]
    assert substitutes == ["闻人逸", "莫湘"]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("周喆", "Zhou Zhe"),
        ("赵䶮", "Zhao Yan"),
        ("李𬭎", "Li Hong"),
        ("王㛃", "Wang Jie"),
        ("欧阳·阿依古丽", "Ouyang Ayigul"),
        ("阿依古丽·买买提", "Ayigul Memet"),
        ("", "Helen Marchetti"),
        ("尉迟远航", "Yuchi Yuanhang"),
        ("万俟长河", "Moqi Changhe"),
        ("单思齐", "Shan Siqi"),
        ("王明", "Wang Ming"),
    ],
)
def test_the_hard_names_are_there(zh: str, en: str):
    assert (zh, en) in [(one.person.name.zh, one.person.name.en) for one in MEETING.attendees]


def test_several_posts_of_one_person_stand_in_order():
    assert attendee("陈立言").unit.zh == "沧澜大学食品科学与工程学院、粮食绿色加工省级重点实验室"
    assert [post.title.zh for post in attendee("韩青川").posts] == ["县委副书记", "县长"]


def test_phones_are_given_once_each_and_are_fictional():
    phones = [one.person.phone for one in MEETING.attendees]
    assert len(set(phones)) == 60
    assert all(phone.startswith("1380000") for phone in phones)


def test_credit_codes_are_valid_and_each_unit_has_its_own():
    codes = [unit.credit_code for unit in MEETING.all_organizations if unit.credit_code]
    assert len(codes) == len(set(codes)) == 13
    assert [code for code in codes if not is_valid(code)] == []


def test_items_of_the_second_day_follow_each_other():
    items = [item for item in MEETING.agenda if item.day == date(2027, 4, 16) and item.start and item.end]
    assert items[0].start == time(7)
    for before, after in pairwise(items):
        assert before.end is not None
        assert after.start is not None
        assert before.end <= after.start


def test_turns_fit_into_their_items():
    turns = [item for item in MEETING.agenda if item.talk_minutes]
    assert [(item.title.zh, len(item.presenters)) for item in turns] == [
        ("学科与成果推介", 4),
        ("企业技术需求发布", 6),
        ("座谈交流", 6),
    ]
    assert all(item.minutes == (item.talk_minutes or 0) * len(item.presenters) for item in turns)


def test_both_routes_have_timed_stops_with_contact_and_seats_for_all():
    for route in MEETING.routes:
        assert [bool(stop.arrive and stop.leave and stop.contact and stop.contact_phone) for stop in route.stops] == [
            True
        ] * 3
        assert all(stop.guide.zh and stop.guide.en for stop in route.stops)
        riding = [one.id for vehicle in route.vehicles for one in vehicle.passengers]
        assert riding == [one.id for one in route.members]
        assert all(len(vehicle.passengers) <= (vehicle.seats or 0) for vehicle in route.vehicles)
        assert all(vehicle.plate.startswith("示A") and vehicle.driver.en for vehicle in route.vehicles)
    riders = [one.id for route in MEETING.routes for one in route.members]
    assert len(riders) == len(set(riders)) == 44


def test_only_people_who_come_ride():
    assert {one.reply for route in MEETING.routes for one in route.members} == {Reply.CONFIRMED}


def test_twelve_agreements_use_all_four_templates():
    assert Counter(agreement.template for agreement in MEETING.agreements) == {
        "strategic-framework": 2,
        "school-enterprise": 5,
        "commissioner": 3,
        "joint-base": 2,
    }
    assert [agreement.number for agreement in MEETING.agreements] == [f"云沧合〔2027〕{n}号" for n in range(1, 13)]


@pytest.mark.parametrize("agreement", MEETING.agreements, ids=lambda agreement: agreement.key)
def test_no_agreement_leaves_a_place_open(agreement: Agreement):
    assert open_places(agreement) == set()
    assert agreement.originals == sum(party.originals or 0 for party in agreement.parties)
    for party in agreement.parties:
        assert party.organization is not None
        assert party.organization.credit_code
        assert party.signatory is not None
        assert party.capacity
        assert party.liaison_phone == (party.liaison.phone if party.liaison else "")


def test_every_agreement_is_signed_in_one_round_by_people_who_come():
    signed = [key for round_ in MEETING.rounds for key in round_.agreement_ids]
    assert signed == [agreement.id for agreement in MEETING.agreements]
    for round_ in MEETING.rounds:
        assert {person.part for person in round_.people} == set(RoundPart)
        assert {person.attendee.reply for person in round_.people} == {Reply.CONFIRMED}


def test_the_ledger_shows_every_state():
    assert {row.status for row in MEETING.cooperations} == set(CooperationStatus)
    mushroom = next(row for row in MEETING.cooperations if row.name.zh == "菌菇种植技术")
    assert [step.status for step in mushroom.follow_ups] == [
        CooperationStatus.MATCHED,
        CooperationStatus.LANDED,
        CooperationStatus.DELIVERING,
    ]
    assert [(outcome.metric.zh, outcome.value) for outcome in mushroom.outcomes] == [
        ("推广面积", 300),
        ("培训农户", 460),
        ("解决技术难题", 6),
    ]


def test_plaques_have_giver_and_receiver_and_the_host_has_lines():
    assert [(plaque.text.zh, plaque.giver is not None, plaque.receiver is not None) for plaque in MEETING.plaques] == [
        ("沧澜大学优质生源基地", True, True),
        ("沧澜大学学生实习实训基地", True, True),
    ]
    assert len(MEETING.cue_lines) == 15
    assert len(MEETING.organizations) == 7
