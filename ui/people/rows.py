"""The people of a meeting as rows: those with names by rank, then the groups without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.documents.words import word
from models.codes import Qualifier, Reply
from models.rules.masking import mask_phone
from models.rules.person_names import spaced_for_print
from models.snapshots.shapes import Attendee, AttendeeGroup, Bilingual, MeetingSnapshot
from resources.languages import translator
from ui.widgets.row_model import Column


def N_(message: str) -> str:
    """Mark a message; the model translates it."""
    return message


@dataclass(frozen=True)
class PersonRow:
    """A line of the people table: an attendee, or a group (its id is negative)."""

    id: int
    number: str
    side: Bilingual
    attendee: Attendee | None = None
    group: AttendeeGroup | None = None


def person_rows(snapshot: MeetingSnapshot) -> Sequence[PersonRow]:
    """Everybody, in record order."""
    sides = {side.id: side.label for side in snapshot.sides}
    named = [
        PersonRow(person.id, str(place), sides.get(person.side_id or 0, Bilingual()), attendee=person)
        for place, person in enumerate(snapshot.attendees, 1)
    ]
    groups = [
        PersonRow(-group.id, "", sides.get(group.side_id or 0, Bilingual()), group=group) for group in snapshot.groups
    ]
    return [*named, *groups]


def name(row: PersonRow, language: str) -> str:
    """The name, Chinese ones of two characters spaced as on paper; a group's label."""
    if row.group:
        return row.group.label.pick(language)
    if row.attendee is None:
        return ""
    spoken = row.attendee.person.name.pick(language)
    return spaced_for_print(spoken) if language == "zh" else spoken


def unit(row: PersonRow, language: str) -> str:
    """The unit, as printed."""
    if row.attendee:
        return row.attendee.unit.pick(language)
    return row.group.organization.name.pick(language) if row.group and row.group.organization else ""


def title(row: PersonRow, language: str) -> str:
    """The title, as printed; how many a group is."""
    if row.attendee:
        return row.attendee.title.pick(language)
    return stated(row.group, language) if row.group else ""


def stated(group: AttendeeGroup, language: str) -> str:
    """How many people or units a group is, as its source says."""
    _ = translator(language).gettext
    if group.stated_count is None:
        return _("Number not stated")
    message = _COUNTED_UNITS if group.counts_organizations else _COUNTED_PEOPLE
    return _(message.get(group.qualifier, message[Qualifier.EXACT])).format(count=group.stated_count)


_COUNTED_PEOPLE = {
    Qualifier.EXACT: N_("{count} people, unnamed"),
    Qualifier.MORE_THAN: N_("more than {count} people, unnamed"),
    Qualifier.AT_LEAST: N_("at least {count} people, unnamed"),
    Qualifier.ABOUT: N_("about {count} people, unnamed"),
}
_COUNTED_UNITS = {
    Qualifier.EXACT: N_("{count} organizations, unnamed"),
    Qualifier.MORE_THAN: N_("more than {count} organizations, unnamed"),
    Qualifier.AT_LEAST: N_("at least {count} organizations, unnamed"),
    Qualifier.ABOUT: N_("about {count} organizations, unnamed"),
}


def category(row: PersonRow, language: str) -> str:
    """In which capacity."""
    return word(row.attendee.category, language) if row.attendee else ""


def phone(row: PersonRow, _language: str) -> str:
    """The phone, masked."""
    return mask_phone(row.attendee.person.phone) if row.attendee else ""


def reply(row: PersonRow, language: str) -> str:
    """What came back on the slip; nothing where no slip was sent."""
    return word(row.attendee.reply, language) if row.attendee else ""


def reply_token(row: PersonRow) -> str:
    """The color of the reply; its word says the same."""
    answers = {Reply.CONFIRMED: "good", Reply.INVITED: "warn", Reply.DECLINED: "bad", Reply.SUBSTITUTE: "warn"}
    return answers.get(row.attendee.reply, "ink_soft") if row.attendee else "ink_soft"


def name_token(row: PersonRow) -> str:
    """Groups stand back behind those with names."""
    return "ink" if row.attendee else "ink_faint"


COLUMNS = (
    Column("number", N_("No."), lambda row, _: row.number, right=True, token=lambda _: "ink_faint"),
    Column("name", N_("Name"), name, token=name_token, yielding=True),
    Column("unit", N_("Organization"), unit, flexible=True),
    Column("title", N_("Title"), title, flexible=True),
    Column("category", N_("Capacity"), category, yielding=True),
    Column("phone", N_("Mobile"), phone),
    Column("reply", N_("Reply"), reply, token=reply_token, yielding=True),
)
