"""The closed lists of `models/codes.py` in words, as papers print them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from models import codes
from resources.languages import translator


def N_(message: str) -> str:
    """Mark a word for the catalogs; `word` translates it."""
    return message


def word(code: StrEnum, language: str) -> str:
    """The word for a code; empty where papers say nothing (a level that is none)."""
    message = WORDS[type(code)][code]
    return translator(language).gettext(message) if message else ""


WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    codes.OrganizationKind: {
        codes.OrganizationKind.GOVERNMENT: N_("Government body"),
        codes.OrganizationKind.PARTY_ORGAN: N_("CPC organ"),
        codes.OrganizationKind.UNIVERSITY: N_("University"),
        codes.OrganizationKind.COLLEGE: N_("School or college of a university"),
        codes.OrganizationKind.SCHOOL: N_("School"),
        codes.OrganizationKind.INSTITUTE: N_("Research institute"),
        codes.OrganizationKind.ENTERPRISE: N_("Enterprise"),
        codes.OrganizationKind.ASSOCIATION: N_("Association"),
        codes.OrganizationKind.PARK: N_("Industrial park"),
        codes.OrganizationKind.OTHER: N_("Other organization"),
    },
    codes.MeetingKind: {
        codes.MeetingKind.SYMPOSIUM: N_("Symposium"),
        codes.MeetingKind.MATCHMAKING: N_("Matchmaking meeting"),
        codes.MeetingKind.SIGNING: N_("Signing ceremony"),
        codes.MeetingKind.PLAQUE_AWARDING: N_("Plaque awarding ceremony"),
        codes.MeetingKind.COMMISSIONER: N_("Science and technology commissioner meeting"),
        codes.MeetingKind.INSPECTION: N_("Field visit"),
    },
    codes.MeetingStatus: {
        codes.MeetingStatus.PREPARING: N_("In preparation"),
        codes.MeetingStatus.REHEARSED: N_("Rehearsed"),
        codes.MeetingStatus.UNDER_WAY: N_("Under way"),
        codes.MeetingStatus.CLOSED: N_("Held"),
        codes.MeetingStatus.ARCHIVED: N_("Archived"),
    },
    codes.DatePrecision: {
        codes.DatePrecision.DAY: N_("Exact day"),
        codes.DatePrecision.YEAR_INFERRED: N_("Day stated, year inferred"),
        codes.DatePrecision.MONTH: N_("Month only"),
        codes.DatePrecision.YEAR: N_("Year only"),
        codes.DatePrecision.UNKNOWN: N_("Date not known"),
    },
    codes.OrganizationRole: {
        codes.OrganizationRole.HOST: N_("Host organization"),
        codes.OrganizationRole.ORGANIZER: N_("Organizer"),
        codes.OrganizationRole.CO_ORGANIZER: N_("Co-organizer"),
        codes.OrganizationRole.SUPPORTER: N_("Supporting organization"),
        codes.OrganizationRole.GUIDING: N_("Guiding organization"),
        codes.OrganizationRole.PARTICIPANT: N_("Participating organization"),
    },
    codes.SideKind: {
        codes.SideKind.UNIVERSITY: N_("University side"),
        codes.SideKind.LOCAL: N_("Local side"),
        codes.SideKind.ENTERPRISE: N_("Enterprise side"),
        codes.SideKind.ASSOCIATION: N_("Association side"),
        codes.SideKind.OTHER: N_("Other side"),
    },
    codes.Confidentiality: {
        codes.Confidentiality.NORMAL: "",
        codes.Confidentiality.INTERNAL: N_("Internal"),
        codes.Confidentiality.CLASSIFIED: N_("Marked as classified"),
    },
    codes.AttendanceCategory: {
        codes.AttendanceCategory.GUEST: N_("Guest"),
        codes.AttendanceCategory.HOST: N_("Host"),
        codes.AttendanceCategory.STAFF: N_("Staff"),
        codes.AttendanceCategory.MEDIA: N_("Media"),
        codes.AttendanceCategory.OBSERVER: N_("Observer"),
    },
    codes.Reply: {
        codes.Reply.UNKNOWN: "",
        codes.Reply.INVITED: N_("Invited, no reply yet"),
        codes.Reply.CONFIRMED: N_("Confirmed"),
        codes.Reply.DECLINED: N_("Declined"),
        codes.Reply.SUBSTITUTE: N_("Sends a substitute"),
        codes.Reply.WALK_IN: N_("Came unannounced"),
    },
    codes.AgreementMark: {
        codes.AgreementMark.NONE: "",
        codes.AgreementMark.FOR_REVIEW: N_("Draft for review"),
        codes.AgreementMark.FOR_COMMENT: N_("Draft for comment"),
        codes.AgreementMark.FINAL: N_("Final text"),
    },
    codes.RevisionKind: {
        codes.RevisionKind.KEPT: N_("Kept"),
        codes.RevisionKind.SENT: N_("Sent to the other side"),
        codes.RevisionKind.RETURNED: N_("Taken over from the other side"),
        codes.RevisionKind.FINAL: N_("Final text"),
    },
    codes.KeptFileKind: {
        codes.KeptFileKind.SLIP: N_("Reply slip"),
        codes.KeptFileKind.SCAN: N_("Scan of the signed paper"),
        codes.KeptFileKind.AUTHORIZATION: N_("Letter of authorization"),
        codes.KeptFileKind.RETURNED: N_("Text sent back by the other side"),
        codes.KeptFileKind.OTHER: N_("Other file"),
    },
    codes.Qualifier: {
        codes.Qualifier.EXACT: N_("exact"),
        codes.Qualifier.MORE_THAN: N_("more than"),
        codes.Qualifier.AT_LEAST: N_("at least"),
        codes.Qualifier.ABOUT: N_("about"),
        codes.Qualifier.OPEN: N_("among others"),
        codes.Qualifier.PARTIAL: N_("some of them"),
    },
    codes.AgendaKind: {
        codes.AgendaKind.OPENING: N_("Opening"),
        codes.AgendaKind.INTRODUCTION: N_("Introduction"),
        codes.AgendaKind.SPEECH: N_("Speech"),
        codes.AgendaKind.ADDRESS: N_("Leader’s remarks"),
        codes.AgendaKind.EXCHANGE: N_("Exchange of views"),
        codes.AgendaKind.SIGNING: N_("Signing of agreements"),
        codes.AgendaKind.PLAQUE: N_("Plaque awarding"),
        codes.AgendaKind.PHOTO: N_("Group photo"),
        codes.AgendaKind.BREAK: N_("Break"),
        codes.AgendaKind.MEAL: N_("Meal"),
        codes.AgendaKind.VISIT: N_("Visit"),
        codes.AgendaKind.TRANSFER: N_("Transfer"),
        codes.AgendaKind.CHECK_IN: N_("Check-in"),
        codes.AgendaKind.CLOSING: N_("Closing"),
    },
    codes.VisitPhase: {
        codes.VisitPhase.BEFORE: N_("Before the meeting"),
        codes.VisitPhase.DURING: N_("During the meeting"),
        codes.VisitPhase.AFTER: N_("After the meeting"),
    },
    codes.CooperationStatus: {
        codes.CooperationStatus.LEAD: N_("Lead"),
        codes.CooperationStatus.MATCHED: N_("Matched"),
        codes.CooperationStatus.INTENT: N_("Intent"),
        codes.CooperationStatus.TO_BE_SIGNED: N_("To be signed"),
        codes.CooperationStatus.SIGNED: N_("Signed"),
        codes.CooperationStatus.LANDED: N_("Being implemented"),
        codes.CooperationStatus.DELIVERING: N_("Delivering results"),
        codes.CooperationStatus.CLOSED: N_("Completed"),
        codes.CooperationStatus.SHELVED: N_("Shelved"),
        codes.CooperationStatus.ENDED: N_("Ended"),
    },
    codes.CooperationCategory: {
        codes.CooperationCategory.SCHOOL_CITY: N_("University–local cooperation"),
        codes.CooperationCategory.PLATFORM: N_("Platform building"),
        codes.CooperationCategory.TRANSFER: N_("Technology transfer"),
        codes.CooperationCategory.TECHNICAL: N_("Joint tackling of technical problems"),
        codes.CooperationCategory.TALENT: N_("Talent cooperation"),
        codes.CooperationCategory.CONSULTING: N_("Technology consulting"),
        codes.CooperationCategory.BASE: N_("Joint base"),
        codes.CooperationCategory.TRAINING: N_("Training"),
        codes.CooperationCategory.OTHER: N_("Other cooperation"),
    },
    codes.Level: {
        codes.Level.NONE: "",
        codes.Level.NATIONAL: N_("National level"),
        codes.Level.PROVINCIAL: N_("Provincial level"),
        codes.Level.MUNICIPAL: N_("Municipal level"),
        codes.Level.COUNTY: N_("County level"),
        codes.Level.UNIVERSITY: N_("University level"),
    },
    codes.AgreementLanguage: {
        codes.AgreementLanguage.ZH: N_("Chinese"),
        codes.AgreementLanguage.EN: N_("English"),
        codes.AgreementLanguage.SIDE_BY_SIDE: N_("Chinese and English side by side"),
        codes.AgreementLanguage.ZH_THEN_EN: N_("Chinese, then English"),
    },
    codes.AgreementStatus: {
        codes.AgreementStatus.DRAFT: N_("Draft"),
        codes.AgreementStatus.UNDER_REVIEW: N_("Under review"),
        codes.AgreementStatus.FINAL: N_("Final text"),
        codes.AgreementStatus.SIGNED: N_("Signed"),
        codes.AgreementStatus.ARCHIVED: N_("Archived"),
    },
    codes.AgreementTier: {
        codes.AgreementTier.FRAMEWORK: N_("Framework agreement"),
        codes.AgreementTier.SPECIAL: N_("Specific agreement"),
        codes.AgreementTier.PROJECT: N_("Project agreement"),
    },
    codes.ClauseKind: {
        codes.ClauseKind.RECITALS: N_("Recitals"),
        codes.ClauseKind.ARTICLE: N_("Article"),
        codes.ClauseKind.ITEM: N_("Sub-clause"),
        codes.ClauseKind.ANNEX: N_("Annex"),
    },
    codes.PlaqueAction: {
        codes.PlaqueAction.AWARD: N_("Awarding of a plaque"),
        codes.PlaqueAction.UNVEIL: N_("Unveiling of a plaque"),
        codes.PlaqueAction.HANG: N_("Hanging of a plaque"),
    },
    codes.RoundPart: {
        codes.RoundPart.SIGNATORY: N_("Signatory"),
        codes.RoundPart.WITNESS: N_("Witness"),
        codes.RoundPart.ASSISTANT: N_("Signing assistant"),
    },
    codes.SeatLayout: {
        codes.SeatLayout.ROSTRUM: N_("Rostrum"),
        codes.SeatLayout.FACING: N_("Facing tables"),
        codes.SeatLayout.ROUND: N_("Round table"),
        codes.SeatLayout.SIGNING_TABLE: N_("Signing table"),
        codes.SeatLayout.PHOTO: N_("Places for the group photo"),
        codes.SeatLayout.BANQUET: N_("Banquet"),
        codes.SeatLayout.AUDIENCE: N_("Audience"),
    },
    codes.FactKind: {
        codes.FactKind.TOPIC: N_("Topics"),
        codes.FactKind.REMARK: N_("What speakers said"),
        codes.FactKind.STATISTIC: N_("Statistics"),
        codes.FactKind.HONOR: N_("Honors"),
        codes.FactKind.PLATFORM: N_("Platforms"),
        codes.FactKind.DISPATCH: N_("Dispatches"),
        codes.FactKind.CASE: N_("Cases"),
        codes.FactKind.AWARD: N_("Awards"),
        codes.FactKind.POLICY: N_("Policies"),
        codes.FactKind.NEXT_STEP: N_("Next steps"),
        codes.FactKind.SLOGAN: N_("Slogans"),
        codes.FactKind.BACKGROUND: N_("Background"),
        codes.FactKind.PURPOSE: N_("Purpose of the meeting"),
        codes.FactKind.FORM: N_("Forms of cooperation"),
    },
    codes.Confidence: {
        codes.Confidence.HIGH: N_("High"),
        codes.Confidence.MEDIUM: N_("Medium"),
        codes.Confidence.LOW: N_("Low"),
        codes.Confidence.UNRESOLVED: N_("Unresolved"),
    },
    codes.TemplateOrigin: {
        codes.TemplateOrigin.BUILTIN: N_("Built in"),
        codes.TemplateOrigin.OFFICE: N_("The office's own"),
    },
}
