"""A huge workspace of invented meetings, for benchmarks: `python -m tests.benchmarks.huge FILE`.

Rows go straight into the tables, past `change()`: this is a tool of tests, and the history would be larger still.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, insert

from models import records
from models.codes import (
    AgendaKind,
    AgreementStatus,
    AttendanceCategory,
    CooperationStatus,
    MeetingKind,
    OrganizationKind,
    Reply,
    SideKind,
)
from models.store.workspace import open_workspace

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "明伟芳娜敏静丽强磊军洋勇艳杰娟涛超秀霞平刚桂英华玉兰文斌晨曦雨桐梓涵浩然欣怡子轩"
TITLES = (("教授", "Professor"), ("局长", "Director"), ("总经理", "General Manager"), ("院长", "Dean"))
FIRST_DAY = date(2015, 3, 2)
PEOPLE_OF_A_UNIT = 20
AGENDA_ITEMS, STOPS, AGREEMENTS = 20, 5, 10

Row = dict[str, Any]


def make_huge(location: str | Path, meetings: int = 200, people: int = 20_000, seed: int = 1) -> None:
    """Fill a new workspace file; each person attends one meeting, and the same seed makes the same rows."""
    open_workspace(location).close()
    engine = create_engine(f"sqlite:///{location}")
    with engine.begin() as connection:
        chance = random.Random(seed)
        units = max(2, people // PEOPLE_OF_A_UNIT)
        _insert(connection, records.Organization, _units(units))
        _insert(connection, records.Person, _people(people, chance))
        _insert(connection, records.Appointment, _posts(people, units, chance))
        _insert(connection, records.Meeting, _meetings(meetings))
        _insert(connection, records.Side, _sides(meetings))
        _insert(connection, records.Attendance, _attendances(people, meetings, chance))
        _insert(connection, records.AgendaItem, _agenda(meetings))
        _insert(connection, records.VisitRoute, _routes(meetings))
        _insert(connection, records.VisitStop, _stops(meetings, units, chance))
        _insert(connection, records.Cooperation, _cooperations(meetings, units, chance))
        _insert(connection, records.Agreement, _agreements(meetings))
        _insert(connection, records.AgreementParty, _parties(meetings, units, chance))
    engine.dispose()


def _insert(connection: Connection, record: type[records.Record], rows: Iterator[Row]) -> None:
    """Insert the rows, numbered from 1."""
    numbered = [{"id": number, **row} for number, row in enumerate(rows, start=1)]
    if numbered:
        connection.execute(insert(record), numbered)


def _units(count: int) -> Iterator[Row]:
    for number in range(1, count + 1):
        kind = OrganizationKind.UNIVERSITY if number % 2 else OrganizationKind.ENTERPRISE
        yield {"name_zh": f"虚构单位第{number}号", "name_en": f"Invented Unit No. {number}", "kind": kind}


def _people(count: int, chance: random.Random) -> Iterator[Row]:
    for number in range(1, count + 1):
        name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
        yield {"name_zh": name, "phone": f"1380{number:07d}", "gender": chance.choice(("male", "female"))}


def _posts(people: int, units: int, chance: random.Random) -> Iterator[Row]:
    for person in range(1, people + 1):
        zh, en = chance.choice(TITLES)
        yield {
            "person_id": person,
            "organization_id": 1 + person % units,
            "title_zh": zh,
            "title_en": en,
            "position": 0,
        }


def _day(meeting: int) -> date:
    return FIRST_DAY + timedelta(days=14 * meeting)


def _meetings(count: int) -> Iterator[Row]:
    for number in range(1, count + 1):
        yield {
            "key": f"huge-{number:03d}",
            "kinds": (MeetingKind.MATCHMAKING, MeetingKind.SIGNING),
            "title_zh": f"第{number}届虚构校地合作对接会",
            "title_en": f"Invented Matchmaking Meeting No. {number}",
            "starts_on": _day(number),
            "ends_on": _day(number) + timedelta(days=1),
            "city_zh": "虚构县",
            "city_en": "Invented County",
            "invented": True,
        }


def _sides(meetings: int) -> Iterator[Row]:
    """Two sides of each meeting, the university first."""
    for meeting in range(1, meetings + 1):
        kinds = ((SideKind.UNIVERSITY, "校方", "University"), (SideKind.LOCAL, "地方", "County"))
        for place, (kind, zh, en) in enumerate(kinds):
            sides = {"meeting_id": meeting, "position": place, "kind": kind, "label_zh": zh, "label_en": en}
            yield {**sides, "is_host": place == 1}


def _attendances(people: int, meetings: int, chance: random.Random) -> Iterator[Row]:
    for person in range(1, people + 1):
        meeting = 1 + (person - 1) % meetings
        is_host = person // meetings % 2
        yield {
            "meeting_id": meeting,
            "person_id": person,
            "side_id": 2 * meeting - 1 + is_host,
            "rank": (person - 1) // meetings,
            "category": AttendanceCategory.HOST if is_host else AttendanceCategory.GUEST,
            "reply": chance.choice((Reply.CONFIRMED, Reply.CONFIRMED, Reply.INVITED, Reply.DECLINED)),
        }


def _agenda(meetings: int) -> Iterator[Row]:
    kinds = list(AgendaKind)
    for meeting in range(1, meetings + 1):
        for place in range(AGENDA_ITEMS):
            yield {
                "meeting_id": meeting,
                "position": place,
                "day": _day(meeting),
                "start": time(8 + place // 2, 30 * (place % 2)),
                "minutes": 30,
                "kind": kinds[place % len(kinds)],
                "title_zh": f"第{place + 1}项",
                "title_en": f"Item {place + 1}",
            }


def _routes(meetings: int) -> Iterator[Row]:
    for meeting in range(1, meetings + 1):
        yield {"meeting_id": meeting, "label_zh": "A线", "label_en": "Route A", "departs_at": time(14), "position": 0}


def _stops(meetings: int, units: int, chance: random.Random) -> Iterator[Row]:
    for route in range(1, meetings + 1):
        for place in range(STOPS):
            stop = {"route_id": route, "position": place, "organization_id": chance.randint(1, units)}
            yield {**stop, "minutes": 30, "travel_minutes": 15}


def _cooperations(meetings: int, units: int, chance: random.Random) -> Iterator[Row]:
    for meeting in range(1, meetings + 1):
        for place in range(AGREEMENTS):
            yield {
                "meeting_id": meeting,
                "position": place,
                "topic_zh": f"合作课题{place + 1}",
                "topic_en": f"Topic {place + 1}",
                "local_organization_id": chance.randint(1, units),
                "partner_organization_id": chance.randint(1, units),
                "status": chance.choice(list(CooperationStatus)),
            }


def _agreements(meetings: int) -> Iterator[Row]:
    for meeting in range(1, meetings + 1):
        for place in range(AGREEMENTS):
            yield {
                "meeting_id": meeting,
                "cooperation_id": (meeting - 1) * AGREEMENTS + place + 1,
                "position": place,
                "key": f"agreement-{place + 1}",
                "template": "school-enterprise",
                "title_zh": f"合作框架协议之{place + 1}",
                "title_en": f"Framework Agreement {place + 1}",
                "status": AgreementStatus.SIGNED,
                "signed_on": _day(meeting),
            }


def _parties(meetings: int, units: int, chance: random.Random) -> Iterator[Row]:
    for agreement in range(1, meetings * AGREEMENTS + 1):
        for place in range(2):
            yield {"agreement_id": agreement, "organization_id": chance.randint(1, units), "position": place}


def main(arguments: list[str]) -> None:
    """Make a huge workspace from the command line."""
    parser = argparse.ArgumentParser(description=make_huge.__doc__)
    parser.add_argument("location")
    for name, default in (("meetings", 200), ("people", 20_000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    make_huge(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    main(sys.argv[1:])
