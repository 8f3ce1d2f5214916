"""The fields of an agenda item in the panel, and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from exporters.documents.words import word
from models.codes import AgendaKind
from models.snapshots.order import children_of
from models.snapshots.shapes import AgendaItem, MeetingSnapshot, Presenter
from resources.languages import translator
from ui.agenda.rows import N_
from ui.widgets.field_panel import Field, FieldKind, FieldSection
from ui.widgets.picker_entries import Entry, other_names

PRESENTERS = N_("Who presents")


def item_fields(item: AgendaItem, snapshot: MeetingSnapshot, people: Callable[[str], Sequence[Entry]]) -> Any:
    """The sections of the panel for one item."""

    def parents(language: str) -> Sequence[tuple[Any, str]]:
        return parent_choices(item, snapshot, language)

    def near() -> Any:
        return item.day or snapshot.meeting.starts_on

    when = (
        Field("day", N_("Day"), FieldKind.DATE, near=near),
        Field("start", N_("Start"), FieldKind.TIME),
        Field("minutes", N_("Minutes"), FieldKind.NUMBER),
        Field("end", N_("End"), FieldKind.TIME, computed=True),
    )
    return (
        FieldSection("", (Field("title", N_("Agenda item"), FieldKind.BILINGUAL_LINE), *when)),
        FieldSection(PRESENTERS, (Field("talk_minutes", N_("Minutes for each speaker"), FieldKind.NUMBER),)),
        FieldSection(
            N_("More"),
            (
                Field("kind", N_("Kind"), FieldKind.CHOICE, choices=kind_choices),
                Field("parent_id", N_("Part of which item"), FieldKind.CHOICE, choices=parents),
                Field("moderator_id", N_("Moderator"), FieldKind.PICK, entries=people),
                Field("place", N_("Place"), FieldKind.BILINGUAL_LINE),
                Field("materials", N_("Materials"), FieldKind.BILINGUAL_LINE),
                Field("detail", N_("Content"), FieldKind.BILINGUAL_TEXT),
            ),
        ),
    )


def item_values(item: AgendaItem) -> dict[str, Any]:
    """What the fields hold, by column."""
    values: dict[str, Any] = {
        "day": item.day,
        "start": item.start,
        "minutes": item.minutes,
        "end": item.end,
        "kind": item.kind,
        "parent_id": item.parent_id,
        "moderator_id": item.moderator.id if item.moderator else None,
        "talk_minutes": item.talk_minutes,
    }
    for name in ("title", "place", "materials", "detail"):
        both = getattr(item, name)
        values |= {f"{name}_zh": both.zh, f"{name}_en": both.en}
    return values


def kind_choices(language: str) -> list[tuple[Any, str]]:
    """The kinds with their words."""
    return [(kind, word(kind, language)) for kind in AgendaKind]


def parent_choices(item: AgendaItem, snapshot: MeetingSnapshot, language: str) -> list[tuple[Any, str]]:
    """The items it may be a part of: not itself, not its own parts."""
    _ = translator(language).gettext
    inside = {item.id}
    for each in snapshot.agenda:  # parts come behind their item
        if each.parent_id in inside:
            inside.add(each.id)
    others = [each for each in snapshot.agenda if each.id not in inside]
    named = [(each.id, each.title.pick(language) or word(each.kind, language)) for each in others]
    return [(None, _("An item of its own")), *named]


def people_entries(snapshot: MeetingSnapshot, language: str) -> list[Entry]:
    """The attendees, to pick a moderator from."""
    return [
        Entry(
            person.id,
            person.person.name.pick(language),
            " ".join(filter(None, (person.unit.pick(language), person.title.pick(language)))),
            other_names(person.person.name.zh, person.person.name.en, *person.person.aliases),
        )
        for person in snapshot.attendees
    ]


def presenter_entries(snapshot: MeetingSnapshot, language: str) -> list[Entry]:
    """Everybody who can present: attendees, groups without names, units. The value is (which of the three, id)."""
    _ = translator(language).gettext
    people = [
        Entry(("attendance_id", entry.value), entry.words, entry.detail, entry.keys)
        for entry in people_entries(snapshot, language)
    ]
    unit_words = _("Organization")
    groups = [
        Entry(
            ("group_id", group.id),
            group.label.pick(language),
            _("Group without names"),
            other_names(group.label.zh, group.label.en),
        )
        for group in snapshot.groups
    ]
    named = [
        Entry(
            ("organization_id", unit.id),
            unit.name.pick(language),
            unit_words,
            other_names(unit.name.zh, unit.name.en, unit.short_name.zh, unit.short_name.en, *unit.aliases),
        )
        for unit in snapshot.all_organizations
    ]
    return [*people, *groups, *named]


def presenter_value(presenter: Presenter) -> tuple[str, int] | None:
    """Which of the three a presenter is, and its id."""
    if presenter.attendee is not None:
        return ("attendance_id", presenter.attendee.id)
    if presenter.group is not None:
        return ("group_id", presenter.group.id)
    return ("organization_id", presenter.organization.id) if presenter.organization is not None else None


def depth_of(item: AgendaItem, snapshot: MeetingSnapshot) -> int:
    """How many items it is inside of."""
    known = {each.id: each for each in snapshot.agenda}
    depth, at = 0, item
    while at.parent_id in known and depth < 9:
        depth, at = depth + 1, known[at.parent_id]
    return depth


def has_parts(item: AgendaItem, snapshot: MeetingSnapshot) -> bool:
    """Whether other items are parts of it."""
    _top, below = children_of(snapshot.agenda)
    return item.id in below
