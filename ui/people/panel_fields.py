"""The fields of the panel beside the people table: for one person, for a group, for several people at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from exporters.documents.words import word
from models.codes import Qualifier
from models.snapshots.shapes import Attendee, Bilingual, Post
from ui.people.offers import GENDERS, YES_OR_NO, Choices, Known, category_choices, named_replies, told
from ui.people.rows import N_, PersonRow
from ui.widgets.field_shapes import Field, FieldKind, FieldSection

CREATE = N_("Create “{text}”")
APPEARS = N_("Appears in")
POSTS = N_("Post")


def person_sections(known: Known, attendee: Attendee) -> tuple[FieldSection, ...]:
    """Everything that is stored about a person at this meeting."""
    return (
        FieldSection("", (Field("name", N_("Name"), FieldKind.BILINGUAL_LINE),)),
        *_posts(known, attendee),
        *_printed(attendee),
        FieldSection("", (*_meeting(known), _substitute(known, attendee))),
        FieldSection(APPEARS, ()),
        FieldSection(N_("Contact"), _CONTACT),
        FieldSection(N_("Travel and stay"), _STAY),
        FieldSection(N_("About the person"), _ABOUT),
        FieldSection(N_("Remarks"), (Field("remarks", N_("Remarks"), FieldKind.BILINGUAL_TEXT),)),
        *_own(known),
    )


def person_values(attendee: Attendee) -> dict[str, Any]:
    """What these fields hold."""
    person = attendee.person
    values: dict[str, Any] = {
        "name_zh": person.name.zh,
        "name_en": "" if person.name.en_proposed else person.name.en,
        "substitute_id": attendee.substitute.id if attendee.substitute else None,
        **{key: getattr(attendee, key) for key in _OF_ATTENDEE},
        **{key: getattr(person, key) for key in _OF_PERSON},
        **_both("academic_rank", person.academic_rank),
        **_both("expertise", person.expertise),
        **_both("remarks", attendee.remarks),
        **_both("unit_override", attendee.unit_override),
        **_both("title_override", attendee.title_override),
        **{f"own-{value.column_id}": value.text for value in attendee.own},
    }
    for place, post in enumerate(attendee.posts):
        values |= _post_values(post, "" if len(attendee.posts) < 2 else f"post-{post.id}-", place)
    return values


def group_sections(known: Known) -> tuple[FieldSection, ...]:
    """What is stored about a group without names."""
    return (
        FieldSection(
            "",
            (
                Field("name", N_("Name of the group"), FieldKind.BILINGUAL_LINE),
                Field("stated_count", N_("Stated number"), FieldKind.NUMBER),
                Field("qualifier", N_("How exact"), FieldKind.CHOICE, choices=_qualifiers),
                Field("counts_organizations", N_("The number counts organizations, not people"), FieldKind.FLAG),
                Field("list_complete", N_("All of them are named"), FieldKind.FLAG),
                Field("side_id", N_("Side"), FieldKind.CHOICE, choices=known.side_choices),
                Field("unit", N_("Organization"), FieldKind.PICK, entries=known.unit_entries, create_words=CREATE),
                Field("remarks", N_("Remarks"), FieldKind.BILINGUAL_TEXT),
            ),
        ),
    )


def group_values(row: PersonRow) -> dict[str, Any]:
    """What these fields hold."""
    group = row.group
    assert group is not None
    return {
        **_both("name", group.label),
        "stated_count": group.stated_count,
        "qualifier": group.qualifier,
        "counts_organizations": group.counts_organizations,
        "list_complete": group.list_complete,
        "side_id": group.side_id,
        "unit": group.organization.id if group.organization else None,
        **_both("remarks", group.remarks),
    }


def several_sections(known: Known) -> tuple[FieldSection, ...]:
    """What can be set for several people at once."""
    unit = Field("unit", N_("Organization"), FieldKind.PICK, entries=known.unit_entries, create_words=CREATE)
    shared = [field for field in _STAY if field.key in ("arrival", "departure", "meals", "table_number", "needs_room")]
    own = [Field(f"own-{column.id}", column.label.zh or column.label.en) for column in known.own]
    return (FieldSection("", (*_meeting(known), unit, *shared, *own)),)


def several_values(attendees: Sequence[Attendee]) -> dict[str, Any]:
    """What all of them have in common; nothing where they differ."""
    every = [{"unit": attendee.organization_id} | person_values(attendee) for attendee in attendees]
    first, *others = every
    return {key: value for key, value in first.items() if all(other.get(key) == value for other in others)}


def _posts(known: Known, attendee: Attendee) -> tuple[FieldSection, ...]:
    if len(attendee.posts) < 2:
        return (FieldSection(POSTS, _post_fields(known, "")),)
    return tuple(FieldSection(POSTS, _post_fields(known, f"post-{post.id}-")) for post in attendee.posts)


def _post_fields(known: Known, prefix: str) -> tuple[Field, ...]:
    unit = "organization_id" if prefix else "unit"
    return (
        Field(f"{prefix}{unit}", N_("Organization"), FieldKind.PICK, entries=known.unit_entries, create_words=CREATE),
        Field(f"{prefix}department", N_("Department"), FieldKind.BILINGUAL_LINE),
        Field(f"{prefix}title", N_("Job title"), FieldKind.BILINGUAL_LINE),
    )


def _post_values(post: Post, prefix: str, place: int) -> dict[str, Any]:
    unit_id = post.organization.id if post.organization else None
    values = {f"{prefix}{'organization_id' if prefix else 'unit'}": unit_id}
    if place == 0:
        values["unit"] = unit_id
    return values | _both(f"{prefix}department", post.department) | _both(f"{prefix}title", post.title)


def _printed(attendee: Attendee) -> tuple[FieldSection, ...]:
    """Words that stand in the place of the posts' at this meeting: shown where there are any."""
    if not (attendee.unit_override or attendee.title_override):
        return ()
    return (
        FieldSection(
            N_("Printed at this meeting instead"),
            (
                Field("unit_override", N_("Organization"), FieldKind.BILINGUAL_LINE),
                Field("title_override", N_("Job title"), FieldKind.BILINGUAL_LINE),
            ),
        ),
    )


def _meeting(known: Known) -> tuple[Field, ...]:
    return (
        Field("reply", N_("Reply"), FieldKind.CHOICE, choices=named_replies),
        Field("side_id", N_("Side"), FieldKind.CHOICE, choices=known.side_choices),
        Field("category", N_("Capacity"), FieldKind.CHOICE, choices=category_choices),
    )


def _substitute(known: Known, attendee: Attendee) -> Field:
    entries = partial(known.substitutes, attendee.substitute)
    return Field("substitute_id", N_("Substitute"), FieldKind.PICK, entries=entries, wanted=known.want_people)


def _own(known: Known) -> tuple[FieldSection, ...]:
    fields = tuple(Field(f"own-{column.id}", column.label.zh or column.label.en) for column in known.own)
    return (FieldSection(N_("This meeting's own columns"), fields),) if fields else ()


def _both(key: str, text: Bilingual) -> dict[str, str]:
    return {f"{key}_zh": text.zh, f"{key}_en": text.en}


def _qualifiers(language: str) -> Choices:
    return [(code, word(code, language)) for code in Qualifier]


_CONTACT = (
    Field("phone", N_("Mobile"), masked=True),
    Field("phone_2", N_("Second phone"), masked=True),
    Field("email", N_("E-mail")),
)
_STAY = (
    Field("arrival", N_("Arrival")),
    Field("arrival_trip", N_("Arrival by")),
    Field("departure", N_("Leaves")),
    Field("departure_trip", N_("Leaves by")),
    Field("needs_room", N_("Needs a room"), FieldKind.CHOICE, choices=told(YES_OR_NO)),
    Field("room", N_("Room")),
    Field("roommate", N_("Shares with")),
    Field("meals", N_("Meals")),
    Field("table_number", N_("Table number")),
    Field("own_vehicle", N_("Own car")),
    Field("diet", N_("Diet")),
)
_ABOUT = (
    Field("gender", N_("Gender"), FieldKind.CHOICE, choices=told(GENDERS)),
    Field("ethnicity", N_("Ethnic group")),
    Field("academic_rank", N_("Academic rank"), FieldKind.BILINGUAL_LINE),
    Field("expertise", N_("Expertise"), FieldKind.BILINGUAL_TEXT),
    Field("identity_number", N_("Identity number"), masked=True),
    Field("claimed_role", N_("Part claimed on the slip"), computed=True),
    Field("notes", N_("Notes"), FieldKind.TEXT),
)
_OF_PERSON = ("phone", "phone_2", "email", "gender", "ethnicity", "diet", "identity_number", "notes")
_OF_ATTENDEE = (
    "side_id",
    "category",
    "reply",
    "claimed_role",
    *(field.key for field in _STAY if field.key != "diet"),
)
