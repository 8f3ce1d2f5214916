"""Stored records with plain defaults, for every test that needs a workspace with something in it.

`make_x(session, …)` adds one record, flushes it (so that it has its id) and returns it. Owners come first; every other
column may be given by name.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from models import records
from models.codes import (
    AgendaKind,
    ClauseKind,
    Confidence,
    FactKind,
    MeetingKind,
    OrganizationKind,
    OrganizationRole,
    RoundPart,
    SideKind,
)

R = TypeVar("R", bound=records.Record)

TAKEN_AT = datetime(2024, 5, 18, 9, 30)  # local wall time of the snapshots in tests


def stored(session: Session, record: R) -> R:
    """The record, added and with its id."""
    session.add(record)
    session.flush()
    return record


def make_meeting(session: Session, key: str = "shangdang-whu", **columns: Any) -> records.Meeting:
    """A signing meeting of one day."""
    defaults: dict[str, Any] = {
        "kinds": (MeetingKind.SYMPOSIUM, MeetingKind.SIGNING),
        "title_zh": "上党区与武汉大学校地合作座谈会",
        "title_en": "Shangdang District–Wuhan University Cooperation Symposium",
        "starts_on": date(2024, 5, 20),
        "ends_on": date(2024, 5, 20),
        "venue_zh": "第一会议室",
        "venue_en": "Meeting Room 1",
        "city_zh": "武汉",
        "city_en": "Wuhan",
    }
    return stored(session, records.Meeting(key=key, **defaults | columns))


def make_organization(session: Session, name_zh: str = "武汉大学", **columns: Any) -> records.Organization:
    """A unit; a university unless said otherwise."""
    defaults: dict[str, Any] = {"name_en": "Wuhan University", "kind": OrganizationKind.UNIVERSITY}
    return stored(session, records.Organization(name_zh=name_zh, **defaults | columns))


def make_organization_alias(
    session: Session, organization: records.Organization, alias: str = "武大", **columns: Any
) -> records.OrganizationAlias:
    """Another spelling of a unit."""
    return stored(session, records.OrganizationAlias(organization_id=organization.id, alias=alias, **columns))


def make_meeting_organization(
    session: Session, meeting: records.Meeting, organization: records.Organization, **columns: Any
) -> records.MeetingOrganization:
    """A unit that hosts the meeting."""
    defaults: dict[str, Any] = {"role": OrganizationRole.HOST}
    owners = {"meeting_id": meeting.id, "organization_id": organization.id}
    return stored(session, records.MeetingOrganization(**owners, **defaults | columns))


def make_side(session: Session, meeting: records.Meeting, **columns: Any) -> records.Side:
    """The university's side, guest."""
    defaults: dict[str, Any] = {"kind": SideKind.UNIVERSITY, "label_zh": "校方", "label_en": "University side"}
    return stored(session, records.Side(meeting_id=meeting.id, **defaults | columns))


def make_side_unit(
    session: Session, side: records.Side, organization: records.Organization, **columns: Any
) -> records.SideUnit:
    """A unit of a side."""
    return stored(session, records.SideUnit(side_id=side.id, organization_id=organization.id, **columns))


def make_person(session: Session, name_zh: str = "梁涛", **columns: Any) -> records.Person:
    """A person without an English spelling of their own."""
    return stored(session, records.Person(name_zh=name_zh, **columns))


def make_person_alias(session: Session, person: records.Person, alias: str, **columns: Any) -> records.PersonAlias:
    """Another spelling of a name."""
    return stored(session, records.PersonAlias(person_id=person.id, alias=alias, **columns))


def make_appointment(
    session: Session, person: records.Person, organization: records.Organization | None, **columns: Any
) -> records.Appointment:
    """A post: secretary of the Party committee."""
    defaults: dict[str, Any] = {"title_zh": "党委书记", "title_en": "Party Secretary"}
    owners = {"person_id": person.id, "organization_id": organization.id if organization else None}
    return stored(session, records.Appointment(**owners, **defaults | columns))


def make_attendance(
    session: Session, meeting: records.Meeting, person: records.Person | None, **columns: Any
) -> records.Attendance:
    """A guest."""
    owners = {"meeting_id": meeting.id, "person_id": person.id if person else None}
    return stored(session, records.Attendance(**owners, **columns))


def use_appointment(
    session: Session, attendance: records.Attendance, appointment: records.Appointment, **columns: Any
) -> records.AttendanceAppointment:
    """The post in which somebody attends."""
    owners = {"attendance_id": attendance.id, "appointment_id": appointment.id}
    return stored(session, records.AttendanceAppointment(**owners, **columns))


def make_own_column(session: Session, meeting: records.Meeting, **columns: Any) -> records.OwnColumn:
    """A column of the meeting's own."""
    defaults: dict[str, Any] = {"label_zh": "胸牌", "label_en": "Badge"}
    return stored(session, records.OwnColumn(meeting_id=meeting.id, **defaults | columns))


def make_own_value(
    session: Session, attendance: records.Attendance, column: records.OwnColumn, text: str = "红色"
) -> records.OwnValue:
    """What stands in it for one attendee."""
    return stored(session, records.OwnValue(attendance_id=attendance.id, column_id=column.id, text=text))


def make_attendee_group(session: Session, meeting: records.Meeting, **columns: Any) -> records.AttendeeGroup:
    """Twenty-six teachers without names."""
    defaults: dict[str, Any] = {"label_zh": "教师代表", "label_en": "faculty representatives", "stated_count": 26}
    return stored(session, records.AttendeeGroup(meeting_id=meeting.id, **defaults | columns))


def make_agenda_item(
    session: Session, meeting: records.Meeting, title_zh: str = "致辞", **columns: Any
) -> records.AgendaItem:
    """An item without clock times."""
    defaults: dict[str, Any] = {"kind": AgendaKind.SPEECH, "title_en": "Speech"}
    return stored(session, records.AgendaItem(meeting_id=meeting.id, title_zh=title_zh, **defaults | columns))


def make_presenter(session: Session, item: records.AgendaItem, **columns: Any) -> records.AgendaPresenter:
    """Who presents; give attendance_id, group_id or organization_id."""
    return stored(session, records.AgendaPresenter(agenda_item_id=item.id, **columns))


def make_route(session: Session, meeting: records.Meeting, **columns: Any) -> records.VisitRoute:
    """Route A on the day of the meeting."""
    defaults: dict[str, Any] = {"label_zh": "A线", "label_en": "Route A", "day": date(2024, 5, 20)}
    return stored(session, records.VisitRoute(meeting_id=meeting.id, **defaults | columns))


def make_stop(session: Session, route: records.VisitRoute, **columns: Any) -> records.VisitStop:
    """A stop without times."""
    return stored(session, records.VisitStop(route_id=route.id, **columns))


def make_vehicle(session: Session, route: records.VisitRoute, **columns: Any) -> records.Vehicle:
    """A minibus."""
    defaults: dict[str, Any] = {"label_zh": "1号车", "label_en": "Car 1", "plate": "晋D12345", "seats": 18}
    return stored(session, records.Vehicle(route_id=route.id, **defaults | columns))


def make_passenger(
    session: Session, vehicle: records.Vehicle, attendance: records.Attendance, **columns: Any
) -> records.Passenger:
    """Somebody's seat in a vehicle."""
    return stored(session, records.Passenger(vehicle_id=vehicle.id, attendance_id=attendance.id, **columns))


def make_route_member(
    session: Session, route: records.VisitRoute, attendance: records.Attendance, **columns: Any
) -> records.RouteMember:
    """Somebody who goes on a route."""
    return stored(session, records.RouteMember(route_id=route.id, attendance_id=attendance.id, **columns))


def make_cooperation(session: Session, meeting: records.Meeting, **columns: Any) -> records.Cooperation:
    """A cooperation on talent training."""
    defaults: dict[str, Any] = {"topic_zh": "干部人才培训", "topic_en": "Training of officials"}
    return stored(session, records.Cooperation(meeting_id=meeting.id, **defaults | columns))


def make_responsible(
    session: Session, cooperation: records.Cooperation, **columns: Any
) -> records.CooperationResponsible:
    """Who answers for a cooperation."""
    return stored(session, records.CooperationResponsible(cooperation_id=cooperation.id, **columns))


def make_follow_up(session: Session, cooperation: records.Cooperation, **columns: Any) -> records.FollowUp:
    """A step of a cooperation."""
    defaults: dict[str, Any] = {"happened_on": date(2024, 5, 20), "text_zh": "签约", "text_en": "Signed"}
    return stored(session, records.FollowUp(cooperation_id=cooperation.id, **defaults | columns))


def make_base_type(session: Session, code: str = "B06", **columns: Any) -> records.BaseType:
    """A kind of base."""
    defaults: dict[str, Any] = {"name_zh": "高校优质生源基地", "name_en": "Quality Student Source Base"}
    return stored(session, records.BaseType(code=code, **defaults | columns))


def make_base(session: Session, **columns: Any) -> records.Base:
    """A base; give meeting_id, cooperation_id or agreement_id."""
    return stored(session, records.Base(**columns))


def make_outcome(session: Session, **columns: Any) -> records.Outcome:
    """A result; give cooperation_id or fact_id."""
    defaults: dict[str, Any] = {"metric_zh": "解决技术难题", "metric_en": "problems solved", "value": Decimal(39)}
    return stored(session, records.Outcome(**defaults | columns))


def make_agreement_batch(session: Session, meeting: records.Meeting, **columns: Any) -> records.AgreementBatch:
    """Seven agreements signed together."""
    defaults: dict[str, Any] = {"title_zh": "集中签约", "title_en": "Group signing", "stated_count": 7}
    return stored(session, records.AgreementBatch(meeting_id=meeting.id, **defaults | columns))


def make_agreement(
    session: Session, meeting: records.Meeting, key: str = "framework", **columns: Any
) -> records.Agreement:
    """A framework agreement."""
    defaults: dict[str, Any] = {"title_zh": "战略合作框架协议", "title_en": "Framework Agreement"}
    return stored(session, records.Agreement(meeting_id=meeting.id, key=key, **defaults | columns))


def make_party(
    session: Session, agreement: records.Agreement, organization: records.Organization | None, **columns: Any
) -> records.AgreementParty:
    """A party to an agreement."""
    owners = {"agreement_id": agreement.id, "organization_id": organization.id if organization else None}
    return stored(session, records.AgreementParty(**owners, **columns))


def make_area(
    session: Session, agreement: records.Agreement, text_zh: str = "人才引进", **columns: Any
) -> records.AgreementArea:
    """An area of cooperation."""
    defaults: dict[str, Any] = {"text_en": "talent recruitment"}
    return stored(session, records.AgreementArea(agreement_id=agreement.id, text_zh=text_zh, **defaults | columns))


def make_variable(
    session: Session, agreement: records.Agreement, name: str, value_zh: str, value_en: str = "", **columns: Any
) -> records.AgreementVariable:
    """An answer to a question of the template."""
    values = {"value_zh": value_zh, "value_en": value_en}
    return stored(session, records.AgreementVariable(agreement_id=agreement.id, name=name, **values, **columns))


def make_clause(session: Session, agreement: records.Agreement, key: str = "purpose", **columns: Any) -> records.Clause:
    """A clause."""
    defaults: dict[str, Any] = {"kind": ClauseKind.ARTICLE, "heading_zh": "合作宗旨", "heading_en": "Purpose"}
    return stored(session, records.Clause(agreement_id=agreement.id, key=key, **defaults | columns))


def make_revision(session: Session, agreement: records.Agreement, **columns: Any) -> records.Revision:
    """A frozen text."""
    defaults: dict[str, Any] = {"content_hash": "0" * 64, "frozen_at": datetime(2024, 5, 18, 1, 0, tzinfo=UTC)}
    return stored(session, records.Revision(agreement_id=agreement.id, **defaults | columns))


def make_plaque(session: Session, meeting: records.Meeting, **columns: Any) -> records.PlaqueAward:
    """A plaque to be awarded."""
    defaults: dict[str, Any] = {"text_zh": "武汉大学优质生源基地", "text_en": "Quality Student Source Base"}
    return stored(session, records.PlaqueAward(meeting_id=meeting.id, **defaults | columns))


def make_round(session: Session, meeting: records.Meeting, **columns: Any) -> records.SigningRound:
    """A signing round."""
    defaults: dict[str, Any] = {"title_zh": "第一轮", "title_en": "Round 1"}
    return stored(session, records.SigningRound(meeting_id=meeting.id, **defaults | columns))


def make_round_agreement(
    session: Session, signing_round: records.SigningRound, agreement: records.Agreement, **columns: Any
) -> records.RoundAgreement:
    """An agreement of a round."""
    owners = {"round_id": signing_round.id, "agreement_id": agreement.id}
    return stored(session, records.RoundAgreement(**owners, **columns))


def make_round_person(
    session: Session, signing_round: records.SigningRound, attendance: records.Attendance, **columns: Any
) -> records.RoundPerson:
    """A witness of a round."""
    defaults: dict[str, Any] = {"part": RoundPart.WITNESS}
    owners = {"round_id": signing_round.id, "attendance_id": attendance.id}
    return stored(session, records.RoundPerson(**owners, **defaults | columns))


def make_seat_plan(session: Session, meeting: records.Meeting, **columns: Any) -> records.SeatPlan:
    """A seat plan of the rostrum."""
    defaults: dict[str, Any] = {"title_zh": "主席台", "title_en": "Rostrum"}
    return stored(session, records.SeatPlan(meeting_id=meeting.id, **defaults | columns))


def make_seat(session: Session, plan: records.SeatPlan, **columns: Any) -> records.Seat:
    """A seat."""
    return stored(session, records.Seat(seat_plan_id=plan.id, **columns))


def make_cue_line(session: Session, meeting: records.Meeting, **columns: Any) -> records.CueLine:
    """A line of the host."""
    defaults: dict[str, Any] = {"text_zh": "现在开会。", "text_en": "Let us begin."}
    return stored(session, records.CueLine(meeting_id=meeting.id, **defaults | columns))


def make_fact(session: Session, **columns: Any) -> records.Fact:
    """A statistic; give meeting_id, organization_id, person_id, cooperation_id or agenda_item_id."""
    defaults: dict[str, Any] = {"kind": FactKind.STATISTIC, "indicator_zh": "合作高校", "value": Decimal(20)}
    return stored(session, records.Fact(**defaults | columns))


def make_source(session: Session, meeting: records.Meeting, **columns: Any) -> records.SourceDocument:
    """A report."""
    defaults: dict[str, Any] = {"title": "校地合作再结硕果", "language": "zh"}
    return stored(session, records.SourceDocument(meeting_id=meeting.id, **defaults | columns))


def make_photo(session: Session, meeting: records.Meeting, **columns: Any) -> records.Photo:
    """A photo with its caption."""
    defaults: dict[str, Any] = {"file_name": "1.jpg", "caption_zh": "授牌仪式现场", "caption_en": "The ceremony"}
    return stored(session, records.Photo(meeting_id=meeting.id, **defaults | columns))


def make_reading(session: Session, meeting: records.Meeting, **columns: Any) -> records.Reading:
    """A reading of garbled words."""
    defaults: dict[str, Any] = {
        "target_kind": "organization",
        "original": "Linyi City",
        "reading_zh": "临汾市",
        "confidence": Confidence.HIGH,
    }
    return stored(session, records.Reading(meeting_id=meeting.id, **defaults | columns))


def make_checklist_item(session: Session, agreement: records.Agreement, **columns: Any) -> records.ChecklistItem:
    """Something to be done before signing."""
    defaults = {"key": "legality_review", "label_zh": "合法性审查", "label_en": "Legality review"}
    return stored(session, records.ChecklistItem(agreement_id=agreement.id, **defaults | columns))


def make_approval(session: Session, agreement: records.Agreement, **columns: Any) -> records.Approval:
    """Who approved a text."""
    return stored(session, records.Approval(agreement_id=agreement.id, **{"approved_by": "周敏"} | columns))


def make_attachment(session: Session, agreement: records.Agreement, **columns: Any) -> records.Attachment:
    """A scan beside the agreement."""
    defaults = {"name": "scan.pdf", "media_type": "application/pdf", "sha256": "0" * 64, "size": 1}
    return stored(session, records.Attachment(agreement_id=agreement.id, **defaults | columns))


def make_seal_use(session: Session, meeting: records.Meeting, **columns: Any) -> records.SealUse:
    """An entry of the register of seals."""
    return stored(session, records.SealUse(meeting_id=meeting.id, **{"seal": "公章", "copies": 4} | columns))


def make_proof_tick(session: Session, meeting: records.Meeting, place: str, **columns: Any) -> records.ProofTick:
    """A ticked fact."""
    return stored(session, records.ProofTick(meeting_id=meeting.id, place=place, **{"value_hash": "0" * 64} | columns))


def make_template(session: Session, key: str, **columns: Any) -> records.Template:
    """A template of the office's own."""
    return stored(session, records.Template(key=key, **{"title_zh": "本办模板"} | columns))
