"""One huge meeting to look at: 500 people, 40 agenda items in two days, 8 routes, 60 agreements, signed in 6 rounds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import records
from models.actions.create_agreement import NewParty, create_agreement
from models.actions.edit_agenda import add_item
from models.actions.edit_agenda_presenters import PresenterChoice, set_presenters
from models.actions.edit_ceremony import add_agreements, add_round, call_signatories
from models.actions.edit_visits import add_members, add_route, add_stop, next_route_label
from models.actions.vehicles import add_vehicle, fill_seats
from models.codes import AgendaKind, Reply
from models.store.queries import find_meeting
from models.store.workspace import open_workspace
from tests.benchmarks.huge import AGENDA_ITEMS, AGREEMENTS, make_huge

KEY = "huge-001"
PEOPLE, ITEMS, ROUTES, ALL_AGREEMENTS, ROUNDS = 500, 40, 8, 60, 6
MEMBERS, SEATS, STOPS = 55, 45, 6
TEMPLATES = ("strategic-framework", "school-enterprise", "joint-base")
LONG_UNIT = "长江中游城市群虚构新材料与智能制造产业技术研究院有限责任公司（国家级专精特新“小巨人”企业）"
TOPICS = (
    ("高性能铝合金精密铸造关键技术联合攻关", "Joint Research on Precision Casting of High-Performance Aluminum Alloys"),
    ("人才柔性引进", "Flexible Recruitment of Talent"),
    ("现代农业产业技术体系县域示范基地共建", "County Demonstration Base for Modern Agricultural Industry Technology"),
)


def make_huge_meeting(location: str | Path) -> None:
    """Fill a new workspace file with one meeting, its key is `KEY`."""
    make_huge(location, meetings=1, people=PEOPLE)
    with open_workspace(location, client="maker") as workspace, workspace.change("edit_meeting") as session:
        meeting = session.get_one(records.Meeting, find_meeting(session, KEY))
        unit = session.get_one(records.Organization, 2)
        unit.name_zh, unit.kind = LONG_UNIT, "enterprise"
        here = list(
            session.scalars(
                select(records.Attendance)
                .where(records.Attendance.reply != Reply.DECLINED)
                .order_by(records.Attendance.rank)
            )
        )
        _agenda(session, meeting, here)
        _visits(session, meeting, here)
        _sign(session, meeting, list(_agreements(session, meeting, here)))


def _agenda(session: Session, meeting: records.Meeting, here: list[records.Attendance]) -> None:
    """A second day: twenty short items, one after the other, each with a speaker."""
    day, begins = meeting.starts_on + timedelta(days=1) if meeting.starts_on else None, 9 * 60
    for place in range(ITEMS - AGENDA_ITEMS):
        zh, en = TOPICS[place % len(TOPICS)]
        minutes = (5, 10, 15)[place % 3]
        start = time(begins // 60, begins % 60)
        kind = AgendaKind.SIGNING if place == ITEMS - AGENDA_ITEMS - 1 else AgendaKind.SPEECH
        item = add_item(session, meeting.id, kind=kind, title_zh=zh, title_en=en, day=day, start=start, minutes=minutes)
        set_presenters(session, item, [PresenterChoice(here[place].id)])
        begins += minutes


def _visits(session: Session, meeting: records.Meeting, here: list[records.Attendance]) -> None:
    """Routes with six stops, fifty-five people and two coaches."""
    labels = ["A线"]
    for place in range(ROUTES - 1):
        zh, en = next_route_label(labels)
        labels.append(zh)
        route = add_route(session, meeting.id, label_zh=zh, label_en=en, day=meeting.starts_on, departs_at=time(14))
        for stop in range(STOPS):
            unit = 1 + (place * STOPS + stop) % (PEOPLE // 20)
            add_stop(session, route, organization_id=unit, minutes=25, travel_minutes=15, buffer_minutes=5)
        for number in (1, 2):
            add_vehicle(session, route, label_zh=f"{number}号车", label_en=f"Coach {number}", seats=SEATS)
        add_members(session, route, [one.id for one in here[place * MEMBERS : (place + 1) * MEMBERS]])
        fill_seats(session, route)


def _agreements(session: Session, meeting: records.Meeting, here: list[records.Attendance]) -> Iterator[int]:
    """Fifty more agreements, each drafted from a template, with two or three parties and who signs for them."""
    units = PEOPLE // 20
    for place in range(ALL_AGREEMENTS - AGREEMENTS):
        template, (zh, en) = TEMPLATES[place % len(TEMPLATES)], TOPICS[place % len(TOPICS)]
        parties = [
            NewParty(1 + (place + step) % units, here[(place * 3 + step) % len(here)].person_id, "负责人", "Director")
            for step in range(2 + place % 2)
        ]
        key, titles = f"{template}-{place}", (f"{zh}合作协议（{place + 1}）", f"Agreement on {en} ({place + 1})")
        title_zh, title_en = titles
        yield create_agreement(
            session, meeting.id, key=key, template=template, parties=parties, title_zh=title_zh, title_en=title_en
        )


def _sign(session: Session, meeting: records.Meeting, agreements: list[int]) -> None:
    """Rounds of eight agreements, with those who sign them."""
    for place in range(ROUNDS):
        made = add_round(session, meeting.id)
        add_agreements(session, made, agreements[place * 8 : (place + 1) * 8])
        call_signatories(session, made)
