"""Frozen shapes with plain defaults, for tests of exporters: `snapshot(agenda=(agenda_item("开场"),))`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import count
from typing import Any

from exporters.options import ExportOptions
from models.codes import (
    AgendaKind,
    AgreementLanguage,
    AgreementStatus,
    AgreementTier,
    AttendanceCategory,
    Confidentiality,
    CooperationCategory,
    CooperationStatus,
    DatePrecision,
    FactKind,
    Level,
    MeetingKind,
    MeetingStatus,
    OrganizationKind,
    SideKind,
    VisitPhase,
)
from models.snapshots.shapes import (
    EMPTY,
    AgendaItem,
    Agreement,
    AgreementParty,
    Attendee,
    AttendeeGroup,
    Base,
    Bilingual,
    Cooperation,
    Fact,
    Meeting,
    MeetingSnapshot,
    Organization,
    Person,
    PersonName,
    Side,
    Vehicle,
    VisitRoute,
    VisitStop,
)

MAY_20 = date(2024, 5, 20)
NOON = datetime(2024, 5, 18, 12, 0)
_ids = count(1001)


def both(zh: str = "", en: str = "") -> Bilingual:
    """A text in both languages."""
    return Bilingual(zh, en)


def options(language: str = "zh", **changes: Any) -> ExportOptions:
    """A draft made on 18 May 2024 at noon."""
    return ExportOptions(language=language, made_at=changes.pop("made_at", NOON), **changes)


def organization(zh: str = "武汉大学", en: str = "Wuhan University", **changes: Any) -> Organization:
    """A university."""
    changes.setdefault("id", next(_ids))
    changes.setdefault("kind", OrganizationKind.UNIVERSITY)
    return Organization(name=both(zh, en), **changes)


def person(zh: str = "梁涛", en: str = "Liang Tao", *, proposed: bool = False, **changes: Any) -> Person:
    """Somebody with a name in both languages."""
    changes.setdefault("id", next(_ids))
    return Person(name=PersonName(zh, en, proposed), **changes)


def attendee(zh: str = "梁涛", en: str = "Liang Tao", **changes: Any) -> Attendee:
    """A guest with unit and title; `phone`, `proposed` and `person` say more about the person."""
    who = changes.pop("person", None) or person(
        zh, en, proposed=changes.pop("proposed", False), phone=changes.pop("phone", "")
    )
    plain: dict[str, Any] = {
        "id": next(_ids),
        "side_id": None,
        "rank": 1,
        "category": AttendanceCategory.GUEST,
        "unit": both("武汉大学", "Wuhan University"),
        "title": both("院长", "Dean"),
    }
    return Attendee(person=who, **(plain | changes))


def group(zh: str = "教师代表", en: str = "faculty representatives", **changes: Any) -> AttendeeGroup:
    """People without names."""
    plain: dict[str, Any] = {"id": next(_ids), "side_id": None}
    return AttendeeGroup(label=both(zh, en), **(plain | changes))


def side(zh: str = "校方", en: str = "University", **changes: Any) -> Side:
    """A delegation of guests."""
    plain: dict[str, Any] = {"id": next(_ids), "kind": SideKind.UNIVERSITY, "is_host": False}
    return Side(label=both(zh, en), **(plain | changes))


def agenda_item(zh: str = "致辞", en: str = "Opening remarks", **changes: Any) -> AgendaItem:
    """A step without day, time or presenters."""
    plain: dict[str, Any] = {
        "id": next(_ids),
        "parent_id": None,
        "day": None,
        "start": None,
        "end": None,
        "minutes": None,
        "kind": AgendaKind.SPEECH,
    }
    return AgendaItem(title=both(zh, en), **(plain | changes))


def stop(zh: str = "中益机械", en: str = "Zhongyi Machinery", **changes: Any) -> VisitStop:
    """A stop without times."""
    plain: dict[str, Any] = {
        "id": next(_ids),
        "organization": None,
        "arrive": None,
        "leave": None,
        "minutes": None,
        "travel_minutes": None,
        "buffer_minutes": None,
    }
    return VisitStop(place=both(zh, en), **(plain | changes))


def vehicle(zh: str = "1号车", en: str = "Car 1", **changes: Any) -> Vehicle:
    """A coach without passengers."""
    plain: dict[str, Any] = {
        "id": next(_ids),
        "model": EMPTY,
        "plate": "晋D12345",
        "seats": 20,
        "driver": both("李师傅", "Mr. Li"),
        "driver_phone": "13900001111",
    }
    return Vehicle(label=both(zh, en), **(plain | changes))


def route(zh: str = "A线", en: str = "Route A", **changes: Any) -> VisitRoute:
    """A route after the meeting, without times."""
    plain: dict[str, Any] = {
        "id": next(_ids),
        "day": None,
        "phase": VisitPhase.AFTER,
        "departs_at": None,
        "departs_from": EMPTY,
        "participants": EMPTY,
        "purpose": EMPTY,
        "leader": None,
    }
    return VisitRoute(label=both(zh, en), **(plain | changes))


def base(zh: str = "智库合作基地", en: str = "Think-tank cooperation base", **changes: Any) -> Base:
    """A planned base named like its type."""
    plain: dict[str, Any] = {"id": next(_ids), "type_code": "B05", "name": both(zh, en)}
    return Base(type_name=both(zh, en), **(plain | changes))


def cooperation(zh: str = "智慧城市", en: str = "Smart city", **changes: Any) -> Cooperation:
    """An intent between a local unit and a university."""
    plain: dict[str, Any] = {
        "id": next(_ids),
        "topic": EMPTY,
        "local": organization("洪洞县财政局", "Hongdong County Finance Bureau", kind=OrganizationKind.GOVERNMENT),
        "partner": organization("浙大城市学院", "Hangzhou City University"),
        "partner_department": EMPTY,
        "lead": None,
        "category": CooperationCategory.TECHNICAL,
        "status": CooperationStatus.INTENT,
        "level": Level.NONE,
    }
    return Cooperation(name=both(zh, en), **(plain | changes))


def party(zh: str = "武汉大学", en: str = "Wuhan University", **changes: Any) -> AgreementParty:
    """A party with a unit of that name."""
    return AgreementParty(organization=changes.pop("organization", None) or organization(zh, en), **changes)


def agreement(zh: str = "战略合作框架协议", en: str = "Framework Agreement", **changes: Any) -> Agreement:
    """A draft without parties."""
    plain: dict[str, Any] = {
        "id": next(_ids),
        "key": "framework",
        "number": "",
        "template": "strategic-framework",
        "tier": AgreementTier.FRAMEWORK,
        "language": AgreementLanguage.ZH,
        "prevailing_language": "zh",
        "status": AgreementStatus.DRAFT,
        "confidentiality": Confidentiality.NORMAL,
        "signed_on": None,
        "signed_at": EMPTY,
        "starts_on": None,
        "ends_on": None,
        "term_years": None,
        "originals": None,
        "duplicates": None,
        "filing_copies": None,
    }
    return Agreement(title=both(zh, en), **(plain | changes))


def fact(zh: str = "合作高校", en: str = "Partner universities", **changes: Any) -> Fact:
    """A statistic without a value."""
    plain: dict[str, Any] = {"id": next(_ids), "kind": FactKind.STATISTIC, "text": EMPTY}
    return Fact(indicator=both(zh, en), **(plain | changes))


MEETING = Meeting(
    id=1,
    key="shangdang",
    kinds=(MeetingKind.SYMPOSIUM,),
    title=both("校地合作座谈会", "Cooperation Symposium"),
    theme=EMPTY,
    purpose=EMPTY,
    starts_on=MAY_20,
    ends_on=MAY_20,
    date_precision=DatePrecision.DAY,
    date_note=EMPTY,
    venue=both("政治与公共管理学院", "School of Public Administration"),
    city=both("武汉市", "Wuhan"),
    status=MeetingStatus.PREPARING,
    confidentiality=Confidentiality.NORMAL,
    invented=False,
    notes=EMPTY,
)


def meeting(**changes: Any) -> Meeting:
    """A symposium in Wuhan on 20 May 2024."""
    return replace(MEETING, **changes)


def snapshot(**changes: Any) -> MeetingSnapshot:
    """The symposium with nothing in it but what is given."""
    changes.setdefault("meeting", MEETING)
    return MeetingSnapshot(taken_at=changes.pop("taken_at", NOON), **changes)
