"""The stored tables, one family per file. Importing this package registers every table."""

from models.records.agenda import AgendaItem, AgendaPresenter
from models.records.agreement_files import Approval, ChecklistItem, SealUse
from models.records.agreements import (
    Agreement,
    AgreementArea,
    AgreementBatch,
    AgreementParty,
    AgreementVariable,
    Attachment,
    Clause,
    Revision,
)
from models.records.attendance import Attendance, AttendanceAppointment, AttendeeGroup, OwnColumn, OwnValue
from models.records.base import Record
from models.records.ceremony import CueLine, PlaqueAward, RoundAgreement, RoundPerson, Seat, SeatPlan, SigningRound
from models.records.cooperation import (
    Base,
    BaseType,
    Cooperation,
    CooperationResponsible,
    FollowUp,
    Outcome,
)
from models.records.facts import Fact, Photo, Reading, SourceDocument
from models.records.history import ChangeStep, RowImage
from models.records.kept_files import KeptFile
from models.records.meetings import Meeting, MeetingOrganization, Side, SideUnit
from models.records.organizations import Organization, OrganizationAlias
from models.records.people import Appointment, Person, PersonAlias
from models.records.printing import PrintedPaper, PrintJob
from models.records.proofreading import ProofTick
from models.records.settings import AuditEntry, Setting
from models.records.templates import LibraryClause, Template
from models.records.visits import Passenger, RouteMember, Vehicle, VisitRoute, VisitStop

__all__ = [
    "AgendaItem",
    "AgendaPresenter",
    "Agreement",
    "AgreementArea",
    "AgreementBatch",
    "AgreementParty",
    "AgreementVariable",
    "Appointment",
    "Approval",
    "Attachment",
    "Attendance",
    "AttendanceAppointment",
    "AttendeeGroup",
    "AuditEntry",
    "Base",
    "BaseType",
    "ChangeStep",
    "ChecklistItem",
    "Clause",
    "Cooperation",
    "CooperationResponsible",
    "CueLine",
    "Fact",
    "FollowUp",
    "KeptFile",
    "LibraryClause",
    "Meeting",
    "MeetingOrganization",
    "Organization",
    "OrganizationAlias",
    "Outcome",
    "OwnColumn",
    "OwnValue",
    "Passenger",
    "Person",
    "PersonAlias",
    "Photo",
    "PlaqueAward",
    "PrintJob",
    "PrintedPaper",
    "ProofTick",
    "Reading",
    "Record",
    "Revision",
    "RoundAgreement",
    "RoundPerson",
    "RouteMember",
    "RowImage",
    "SealUse",
    "Seat",
    "SeatPlan",
    "Setting",
    "Side",
    "SideUnit",
    "SigningRound",
    "SourceDocument",
    "Template",
    "Vehicle",
    "VisitRoute",
    "VisitStop",
]
