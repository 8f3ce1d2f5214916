"""The people of a meeting as rows: those with names by rank, then the groups without names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.documents.words import word
from models.codes import Qualifier, Reply
from models.rules.masking import mask_phone
from models.rules.person_names import spaced_for_print
from models.rules.search_text import search_keys
from models.snapshots.shapes import Attendee, AttendeeGroup, Bilingual, MeetingSnapshot
from resources.languages import translator
from ui.people.roles import role_words, roles_of


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
    roles: tuple[str, ...] = ()

    @property
    def side_id(self) -> int | None:
        """The side of the attendee or the group."""
        return self.attendee.side_id if self.attendee else self.group.side_id if self.group else None


def person_rows(snapshot: MeetingSnapshot) -> Sequence[PersonRow]:
    """Everybody, in record order."""
    sides, roles = {side.id: side.label for side in snapshot.sides}, roles_of(snapshot)
    named = [
        PersonRow(
            person.id,
            str(place),
            sides.get(person.side_id or 0, Bilingual()),
            attendee=person,
            roles=roles.get(person.id, ()),
        )
        for place, person in enumerate(snapshot.attendees, 1)
    ]
    groups = [
        PersonRow(-group.id, "", sides.get(group.side_id or 0, Bilingual()), group=group) for group in snapshot.groups
    ]
    return [*named, *groups]


def keys_of(row: PersonRow) -> str:
    """What a row can be found by: names, unit, title (pinyin and initials too), phone, room, remarks, own columns."""
    if row.group:
        unit = row.group.organization.name.zh if row.group.organization else ""
        return " ".join(filter(None, (search_keys(row.group.label.zh), search_keys(row.group.label.en), unit)))
    if row.attendee is None:
        return ""
    attendee, person = row.attendee, row.attendee.person
    spelled = (person.name.zh, person.name.en, attendee.unit.zh, attendee.unit.en, attendee.title.zh)
    plain = (attendee.title.en, person.phone, attendee.room, attendee.own_vehicle, attendee.remarks.zh)
    own = (value.text for value in attendee.own)
    keys = [search_keys(text) for text in (*spelled, *person.aliases) if text]
    return " ".join([*keys, *("".join(text.lower().split()) for text in (*plain, *own) if text)])


def name(row: PersonRow, language: str) -> str:
    """The name in one language, Chinese ones of two characters spaced as on paper; a group's label."""
    if row.group:
        return row.group.label.zh if language == "zh" else row.group.label.en
    if row.attendee is None:
        return ""
    spoken = row.attendee.person.name
    return spaced_for_print(spoken.zh) if language == "zh" else spoken.en


def called(row: PersonRow, language: str) -> str:
    """The name in the language asked for, or the other one where it is missing."""
    return name(row, language) or name(row, "en" if language == "zh" else "zh")


def unit(row: PersonRow, language: str) -> str:
    """The unit, as printed."""
    if row.attendee:
        return row.attendee.unit.pick(language)
    return row.group.organization.name.pick(language) if row.group and row.group.organization else ""


def title(row: PersonRow, language: str) -> str:
    """The title, as printed; how many a group is."""
    if row.attendee:
        return row.attendee.title.zh if language == "zh" else row.attendee.title.en
    return stated(row.group, language) if row.group else ""


def title_or_other(row: PersonRow, language: str) -> str:
    """The title in the language asked for, or the other one where it is missing."""
    return title(row, language) or title(row, "en" if language == "zh" else "zh")


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


def part(row: PersonRow, language: str) -> str:
    """What somebody does at the meeting; in which capacity they come, where nothing is known."""
    if row.attendee is None:
        return ""
    separator = "、" if language == "zh" else ", "
    return separator.join(role_words(role, language) for role in row.roles) or word(row.attendee.category, language)


def phone(row: PersonRow, _language: str) -> str:
    """The phone, masked."""
    return mask_phone(row.attendee.person.phone) if row.attendee else ""


def reply(row: PersonRow, language: str) -> str:
    """What came back on the slip, and who comes instead; nothing where no slip was sent."""
    if row.attendee is None:
        return ""
    if row.attendee.reply is Reply.SUBSTITUTE and row.attendee.substitute:
        _ = translator(language).gettext
        return _("Substitute: {name}").format(name=row.attendee.substitute.name.pick(language))
    return word(row.attendee.reply, language)


def reply_token(row: PersonRow) -> str:
    """The color of the reply; its word says the same."""
    answers = {
        Reply.CONFIRMED: "good",
        Reply.INVITED: "warn",
        Reply.DECLINED: "bad",
        Reply.SUBSTITUTE: "warn",
        Reply.WALK_IN: "good",
    }
    return answers.get(row.attendee.reply, "ink_soft") if row.attendee else "ink_soft"


def name_token(row: PersonRow) -> str:
    """Groups stand back behind those with names."""
    return "ink" if row.attendee else "ink_faint"
