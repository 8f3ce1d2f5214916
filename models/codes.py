"""The closed lists of the trade, as codes. Their words in each language live in `ui/wording.py` and `documents/`."""

from __future__ import annotations

from enum import StrEnum


class OrganizationKind(StrEnum):
    """What a unit is."""

    GOVERNMENT = "government"
    PARTY_ORGAN = "party_organ"
    UNIVERSITY = "university"
    COLLEGE = "college"  # 二级学院: usually without legal personality
    SCHOOL = "school"
    INSTITUTE = "institute"
    ENTERPRISE = "enterprise"
    ASSOCIATION = "association"
    PARK = "park"
    OTHER = "other"


class MeetingKind(StrEnum):
    """What happens at a meeting; one meeting may be several."""

    SYMPOSIUM = "symposium"  # 座谈会
    MATCHMAKING = "matchmaking"  # 对接会
    SIGNING = "signing"  # 签约仪式
    PLAQUE_AWARDING = "plaque_awarding"  # 授牌仪式
    COMMISSIONER = "commissioner"  # 科技特派员会议
    INSPECTION = "inspection"  # 考察


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    PREPARING = "preparing"
    REHEARSED = "rehearsed"
    UNDER_WAY = "under_way"
    CLOSED = "closed"
    ARCHIVED = "archived"


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    YEAR_INFERRED = "year_inferred"  # month and day are stated, the year was worked out
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class OrganizationRole(StrEnum):
    """What a unit does for the meeting."""

    HOST = "host"  # 主办
    ORGANIZER = "organizer"  # 承办
    CO_ORGANIZER = "co_organizer"  # 协办
    SUPPORTER = "supporter"  # 支持
    GUIDING = "guiding"  # 指导
    PARTICIPANT = "participant"  # 参加


class SideKind(StrEnum):
    """Whose delegation a side is."""

    UNIVERSITY = "university"  # 校方
    LOCAL = "local"  # 地方
    ENTERPRISE = "enterprise"  # 企业方
    ASSOCIATION = "association"  # 行业协会
    OTHER = "other"


class Confidentiality(StrEnum):
    """Who may see it. This app is not for classified material: `classified` only raises the warning."""

    NORMAL = "normal"
    INTERNAL = "internal"  # 内部资料
    CLASSIFIED = "classified"  # 涉密


class AttendanceCategory(StrEnum):
    """In which capacity somebody is there."""

    GUEST = "guest"
    HOST = "host"
    STAFF = "staff"
    MEDIA = "media"
    OBSERVER = "observer"  # 列席


class Reply(StrEnum):
    """What came back on the reply slip."""

    UNKNOWN = "unknown"  # a report names the person, no slip was sent
    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    SUBSTITUTE = "substitute"  # 替会
    WALK_IN = "walk_in"  # came without having been announced


class Qualifier(StrEnum):
    """How exact a number is."""

    EXACT = "exact"
    MORE_THAN = "more_than"  # 余
    AT_LEAST = "at_least"  # 以上
    ABOUT = "about"  # 约、左右
    OPEN = "open"  # 等: the list is not complete
    PARTIAL = "partial"  # 部分


class AgendaKind(StrEnum):
    """What an agenda item is."""

    OPENING = "opening"
    INTRODUCTION = "introduction"
    SPEECH = "speech"  # 致辞
    ADDRESS = "address"  # 讲话
    EXCHANGE = "exchange"  # 座谈交流
    SIGNING = "signing"
    PLAQUE = "plaque"
    PHOTO = "photo"
    BREAK = "break"
    MEAL = "meal"
    VISIT = "visit"
    TRANSFER = "transfer"
    CHECK_IN = "check_in"  # 报到、签到
    CLOSING = "closing"


class VisitPhase(StrEnum):
    """When a route lies against the meeting."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class CooperationStatus(StrEnum):
    """How far a cooperation has come."""

    LEAD = "lead"
    MATCHED = "matched"
    INTENT = "intent"
    TO_BE_SIGNED = "to_be_signed"
    SIGNED = "signed"
    LANDED = "landed"
    DELIVERING = "delivering"
    CLOSED = "closed"
    SHELVED = "shelved"
    ENDED = "ended"


class CooperationCategory(StrEnum):
    """Project categories of domain practice (editable wording)."""

    SCHOOL_CITY = "school_city"
    PLATFORM = "platform"
    TRANSFER = "transfer"
    TECHNICAL = "technical"
    TALENT = "talent"
    CONSULTING = "consulting"
    BASE = "base"
    TRAINING = "training"
    OTHER = "other"


class Level(StrEnum):
    """Administrative level of a base, platform, honor or project."""

    NONE = "none"
    NATIONAL = "national"
    PROVINCIAL = "provincial"
    MUNICIPAL = "municipal"
    COUNTY = "county"
    UNIVERSITY = "university"


class AgreementLanguage(StrEnum):
    """In which languages an agreement is written."""

    ZH = "zh"
    EN = "en"
    SIDE_BY_SIDE = "zh-en"
    ZH_THEN_EN = "zh-then-en"


class AgreementStatus(StrEnum):
    """Life cycle of an agreement."""

    DRAFT = "draft"
    UNDER_REVIEW = "under_review"
    FINAL = "final"
    SIGNED = "signed"
    ARCHIVED = "archived"


class AgreementMark(StrEnum):
    """What a text is marked as while it goes round."""

    NONE = "none"
    FOR_REVIEW = "for_review"  # 送审稿
    FOR_COMMENT = "for_comment"  # 征求意见稿
    FINAL = "final"  # 定稿


class RevisionKind(StrEnum):
    """Why a text was kept as a revision."""

    KEPT = "kept"  # named on purpose
    SENT = "sent"  # went out to the other side
    RETURNED = "returned"  # with what was accepted of the other side's changes
    FINAL = "final"  # frozen


class KeptFileKind(StrEnum):
    """What a kept file is."""

    SLIP = "slip"  # reply slip
    SCAN = "scan"  # of the signed paper
    AUTHORIZATION = "authorization"  # 授权委托书
    RETURNED = "returned"  # a text the other side sent back
    OTHER = "other"


class AgreementTier(StrEnum):
    """Signing order: framework before special before project."""

    FRAMEWORK = "framework"
    SPECIAL = "special"
    PROJECT = "project"


class ClauseKind(StrEnum):
    """What a clause is in the body of an agreement."""

    RECITALS = "recitals"  # 首部, unnumbered
    ARTICLE = "article"  # 第一条
    ITEM = "item"  # （一）
    ANNEX = "annex"  # 附件


class PlaqueAction(StrEnum):
    """Three different words, three different actions (domain practice)."""

    AWARD = "award"  # 授牌
    UNVEIL = "unveil"  # 揭牌
    HANG = "hang"  # 挂牌


class RoundPart(StrEnum):
    """What somebody does in a signing round."""

    SIGNATORY = "signatory"
    WITNESS = "witness"
    ASSISTANT = "assistant"  # 助签人


class SeatLayout(StrEnum):
    """Shape of a seat plan."""

    ROSTRUM = "rostrum"
    FACING = "facing"
    ROUND = "round"
    SIGNING_TABLE = "signing_table"
    PHOTO = "photo"
    BANQUET = "banquet"
    AUDIENCE = "audience"


class FactKind(StrEnum):
    """What a background fact is."""

    TOPIC = "topic"
    REMARK = "remark"
    STATISTIC = "statistic"
    HONOR = "honor"
    PLATFORM = "platform"
    DISPATCH = "dispatch"
    CASE = "case"
    AWARD = "award"
    POLICY = "policy"
    NEXT_STEP = "next_step"
    SLOGAN = "slogan"
    BACKGROUND = "background"
    PURPOSE = "purpose"
    FORM = "form"  # forms of cooperation


class Confidence(StrEnum):
    """How sure a reading of a garbled text is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNRESOLVED = "unresolved"


class TemplateOrigin(StrEnum):
    """Whose template it is."""

    BUILTIN = "builtin"
    OFFICE = "office"
