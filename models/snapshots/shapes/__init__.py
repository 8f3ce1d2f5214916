"""The frozen shapes of a meeting: what exporters, checks and widgets see instead of stored rows.

Two texts that say the same in Chinese and English are one `Bilingual`. Lists are tuples in record order. References
are resolved to shapes where a paper prints them, and kept as ids where only a link is needed.
"""

from models.snapshots.shapes.agreements import (
    Agreement,
    AgreementBatch,
    AgreementParty,
    Approval,
    Attachment,
    ChecklistItem,
    Clause,
    Revision,
    SealUse,
    Variable,
)
from models.snapshots.shapes.ceremony import (
    CueLine,
    Plaque,
    RoundPerson,
    Seat,
    SeatPlan,
    SigningRound,
)
from models.snapshots.shapes.cooperation import (
    Base,
    Cooperation,
    FollowUp,
    Outcome,
    Responsible,
)
from models.snapshots.shapes.facts import (
    Fact,
    Photo,
    Reading,
    SourceDocument,
)
from models.snapshots.shapes.meeting import (
    Meeting,
    MeetingSnapshot,
    OwnTemplate,
    ProofTick,
)
from models.snapshots.shapes.people import (
    Attendee,
    AttendeeGroup,
    MeetingOrganization,
    OpenPlace,
    Organization,
    OwnColumn,
    OwnValue,
    Person,
    Post,
    Side,
)
from models.snapshots.shapes.program import (
    AgendaItem,
    Presenter,
    Vehicle,
    VisitRoute,
    VisitStop,
)
from models.snapshots.shapes.words import (
    EMPTY,
    Bilingual,
    PersonName,
)

__all__ = [
    "EMPTY",
    "AgendaItem",
    "Agreement",
    "AgreementBatch",
    "AgreementParty",
    "Approval",
    "Attachment",
    "Attendee",
    "AttendeeGroup",
    "Base",
    "Bilingual",
    "ChecklistItem",
    "Clause",
    "Cooperation",
    "CueLine",
    "Fact",
    "FollowUp",
    "Meeting",
    "MeetingOrganization",
    "MeetingSnapshot",
    "OpenPlace",
    "Organization",
    "Outcome",
    "OwnColumn",
    "OwnTemplate",
    "OwnValue",
    "Person",
    "PersonName",
    "Photo",
    "Plaque",
    "Post",
    "Presenter",
    "ProofTick",
    "Reading",
    "Responsible",
    "Revision",
    "RoundPerson",
    "SealUse",
    "Seat",
    "SeatPlan",
    "Side",
    "SigningRound",
    "SourceDocument",
    "Variable",
    "Vehicle",
    "VisitRoute",
    "VisitStop",
]
