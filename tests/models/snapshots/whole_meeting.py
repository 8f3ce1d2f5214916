"""A meeting that holds every family of records, as many of each as asked for."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

from sqlalchemy.orm import Session

from models import records
from models.codes import AttendanceCategory, FactKind
from tests import factories as make


def make_whole_meeting(session: Session, count: int) -> records.Meeting:
    """Each family `count` times."""
    venue = make.make_organization(session, "武汉大学政治与公共管理学院", name_en="School of Politics")
    meeting = make.make_meeting(session, venue_organization_id=venue.id)
    for number in range(count):
        unit = make.make_organization(session, f"单位{number}", name_en=f"Unit {number}")
        attendance = _people(session, meeting, unit, number)
        item = _program(session, meeting, unit, attendance)
        agreement = _agreements(session, meeting, unit, attendance, number)
        _ceremony(session, meeting, agreement, attendance, item)
        make.make_template(session, f"own-{number}")
        _sources(session, meeting, unit, attendance)
    return meeting


def _people(session: Session, meeting: records.Meeting, unit: records.Organization, number: int) -> records.Attendance:
    make.make_organization_alias(session, unit)
    make.make_meeting_organization(session, meeting, unit)
    side = make.make_side(session, meeting)
    make.make_side_unit(session, side, unit)
    person = make.make_person(session)
    make.make_person_alias(session, person, "Liang T.")
    unit.legal_representative_id = person.id
    post = make.make_appointment(session, person, unit)
    attendance = make.make_attendance(
        session, meeting, person, side_id=side.id, rank=number, category=AttendanceCategory.GUEST
    )
    make.make_attendance(session, meeting, None)
    make.use_appointment(session, attendance, post)
    make.make_own_value(session, attendance, make.make_own_column(session, meeting, position=number))
    make.make_attendee_group(session, meeting, side_id=side.id, organization_id=unit.id)
    return attendance


def _program(
    session: Session, meeting: records.Meeting, unit: records.Organization, attendance: records.Attendance
) -> records.AgendaItem:
    item = make.make_agenda_item(session, meeting, day=date(2024, 5, 20), start=time(9), minutes=15)
    make.make_agenda_item(session, meeting, parent_id=item.id)
    make.make_presenter(session, item, attendance_id=attendance.id)
    route = make.make_route(session, meeting, departs_at=time(14), leader_id=attendance.id)
    make.make_stop(session, route, organization_id=unit.id, travel_minutes=20, minutes=30, guide_id=attendance.id)
    vehicle = make.make_vehicle(session, route, driver_zh="王明")
    make.make_passenger(session, vehicle, attendance)
    make.make_route_member(session, route, attendance)
    return item


def _agreements(
    session: Session,
    meeting: records.Meeting,
    unit: records.Organization,
    attendance: records.Attendance,
    number: int,
) -> records.Agreement:
    cooperation = make.make_cooperation(
        session, meeting, local_organization_id=unit.id, amount=Decimal(100000), position=number
    )
    make.make_responsible(session, cooperation, person_id=attendance.person_id, organization_id=unit.id)
    make.make_follow_up(session, cooperation)
    make.make_outcome(session, cooperation_id=cooperation.id)
    base_type = make.make_base_type(session, f"B{number:02}")
    make.make_base(session, cooperation_id=cooperation.id, base_type_id=base_type.id, position=number)
    make.make_base(session, meeting_id=meeting.id, name_zh="基地", partner_organization_id=unit.id)
    batch = make.make_agreement_batch(session, meeting)
    links = {"batch_id": batch.id, "cooperation_id": cooperation.id}
    agreement = make.make_agreement(session, meeting, f"framework-{number}", position=number, **links)
    make.make_base(session, agreement_id=agreement.id, base_type_id=base_type.id)
    _text(session, agreement, unit, attendance)
    return agreement


def _text(
    session: Session, agreement: records.Agreement, unit: records.Organization, attendance: records.Attendance
) -> None:
    make.make_party(session, agreement, unit, signatory_id=attendance.person_id)
    make.make_area(session, agreement)
    make.make_variable(session, agreement, "court", "上党区人民法院")
    clause = make.make_clause(session, agreement)
    make.make_clause(session, agreement, "item", parent_id=clause.id)
    make.make_revision(session, agreement, blocks={"kind": "agreement"})
    make.make_checklist_item(session, agreement)
    make.make_approval(session, agreement)
    make.make_attachment(session, agreement)


def _ceremony(
    session: Session,
    meeting: records.Meeting,
    agreement: records.Agreement,
    attendance: records.Attendance,
    item: records.AgendaItem,
) -> None:
    make.make_plaque(session, meeting, giver_id=attendance.id, agenda_item_id=item.id)
    signing = make.make_round(session, meeting, agenda_item_id=item.id)
    make.make_round_agreement(session, signing, agreement)
    make.make_round_person(session, signing, attendance)
    plan = make.make_seat_plan(session, meeting)
    make.make_seat(session, plan, attendance_id=attendance.id)
    make.make_cue_line(session, meeting, round_id=signing.id)
    make.make_seal_use(session, meeting, agreement_id=agreement.id)
    make.make_proof_tick(session, meeting, f"people/{attendance.id}/title_zh")


def _sources(
    session: Session, meeting: records.Meeting, unit: records.Organization, attendance: records.Attendance
) -> None:
    fact = make.make_fact(session, meeting_id=meeting.id)
    make.make_outcome(session, fact_id=fact.id)
    make.make_fact(session, organization_id=unit.id, kind=FactKind.HONOR, indicator_zh="双一流")
    make.make_fact(session, person_id=attendance.person_id, kind=FactKind.CASE)
    make.make_source(session, meeting)
    make.make_photo(session, meeting)
    make.make_reading(session, meeting)
