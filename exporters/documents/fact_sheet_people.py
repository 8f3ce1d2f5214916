"""Sides, organizations, people and groups, for the fact sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from exporters.blocks import Block, Row, Table
from exporters.documents import frame
from exporters.documents.delegations import delegation_label
from exporters.documents.people_words import group_words, people_count
from exporters.documents.phrasebook import Phrasebook
from models.codes import Reply
from models.rules.dates import format_moment
from models.rules.masking import mask_email, mask_id
from models.snapshots.shapes import (
    Attendee,
    AttendeeGroup,
    MeetingSnapshot,
    Organization,
    Person,
    PersonName,
    Post,
    Side,
)


def side_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Each side with its units and head count."""
    columns = frame.columns(
        ("side", book._("Side"), 9),
        ("kind", book._("Kind"), 6),
        ("host", book._("At home"), 4),
        ("units", book._("Organizations"), 18),
        ("people", book._("Stated count"), 7),
        ("note", book._("Remarks"), 10),
    )
    return frame.table_if_any(Table(columns, tuple(_side(side, book) for side in snapshot.sides), small=True))


def _side(side: Side, book: Phrasebook) -> Row:
    count, qualifier = side.stated_headcount, side.headcount_qualifier
    return frame.text_row(
        book.text(side.label),
        book.word(side.kind),
        book._("host") if side.is_host else book._("guest"),
        "\n".join(book.text(unit.name) for unit in side.units),
        people_count(book, count, qualifier) if count is not None else "",
        book.text(side.note),
    )


def organization_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Every organization the meeting names, with all that is known of it."""
    columns = frame.columns(
        ("unit", book._("Organization"), 12),
        ("kind", book._("Kind"), 6),
        ("parent", book._("Part of"), 10),
        ("details", book._("Details"), 26),
    )
    names = {unit.id: book.text(unit.name) for unit in snapshot.all_organizations}
    rows = tuple(
        frame.text_row(
            names[unit.id],
            book.word(unit.kind),
            names.get(unit.parent_id or 0, ""),
            _details(_organization(unit, book), book),
        )
        for unit in snapshot.all_organizations
    )
    return frame.table_if_any(Table(columns, rows, small=True))


def _organization(unit: Organization, book: Phrasebook) -> Iterator[tuple[str, str]]:
    legal = unit.legal_representative
    yield book._("Short name"), book.text(unit.short_name)
    yield book._("Other names"), book.join(unit.aliases)
    yield book._("Legal personality"), yes_or_no(unit.has_legal_personality, book)
    yield book._("Unified social credit code"), unit.credit_code
    yield book._("Legal representative"), both_names(legal, book) if legal else ""
    yield book._("Title of the legal representative"), book.text(unit.legal_representative_title)
    yield book._("Address"), book.text(unit.address)
    yield book._("Region"), book.text(unit.region)
    yield book._("Telephone"), unit.phone
    yield book._("E-mail"), unit.email
    yield book._("Distinctions"), book.text(unit.tags)
    yield book._("Profile"), book.text(unit.profile)
    yield book._("Notes"), unit.notes


def yes_or_no(answer: bool | None, book: Phrasebook) -> str:
    """An answer in words; nothing where it is not known."""
    return {True: book._("yes"), False: book._("no"), None: ""}[answer]


def people_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Everybody on the list, and those whom agreements and cooperations name besides."""
    columns = frame.columns(
        ("number", book._("No."), 3.5),
        ("name", book._("Name"), 7),
        ("unit", book._("Organization"), 11),
        ("title", book._("Position"), 9),
        ("side", book._("Side"), 7),
        ("details", book._("Details"), 18),
    )
    sides = {side.id: side for side in snapshot.sides}
    listed = [
        _attendee(number, attendee, sides.get(attendee.side_id or 0), book)
        for number, attendee in enumerate(snapshot.attendees, start=1)
    ]
    others = [
        frame.text_row("", both_names(person.name, book), "", "", "", _details(_person(person, book), book))
        for person in _others(snapshot)
    ]
    if others:
        others.insert(0, frame.group_row(book._("Named besides")))
    return frame.table_if_any(Table(columns, (*listed, *others), small=True))


def both_names(name: PersonName, book: Phrasebook) -> str:
    """梁涛 Liang Tao: both spellings; one that was only proposed says so."""
    proposed = book.bracketed(book._("spelling proposed")) if name.en_proposed else ""
    english = name.en + proposed if name.en and name.en != name.zh else ""
    parts = (english, name.zh) if book.language == "en" else (name.zh, english)
    return " ".join(part for part in parts if part)


def _attendee(number: int, attendee: Attendee, side: Side | None, book: Phrasebook) -> Row:
    return frame.text_row(
        str(number),
        both_names(attendee.person.name, book),
        book.text(attendee.unit),
        book.text(attendee.title),
        delegation_label(side, book) if side else "",
        _details((*_attendance(attendee, book), *_person(attendee.person, book)), book),
    )


def _attendance(attendee: Attendee, book: Phrasebook) -> Iterator[tuple[str, str]]:
    """What concerns this meeting alone."""
    shown = book.text(attendee.unit) + book.text(attendee.title)
    substitute = attendee.substitute
    yield book._("Capacity"), book.word(attendee.category)
    yield book._("Reply slip"), book.word(attendee.reply) if attendee.reply is not Reply.UNKNOWN else ""
    yield book._("Substitute"), both_names(substitute.name, book) if substitute else ""
    yield (
        book._("Posts held"),
        book.sentences(words for post in attendee.posts if (words := post_words(post, shown, book))),
    )
    yield book._("Role claimed on the slip"), book.free_words(attendee.claimed_role)
    yield (
        book._("Arrival"),
        book.clauses((moment_words(attendee.arrival, book), book.free_words(attendee.arrival_trip))),
    )
    yield (
        book._("Leaving"),
        book.clauses((moment_words(attendee.departure, book), book.free_words(attendee.departure_trip))),
    )
    yield book._("Needs a room"), yes_or_no(attendee.needs_room, book)
    yield book._("Signed in"), format_moment(attendee.signed_in_at, book.language) if attendee.signed_in_at else ""
    yield book._("Remarks"), book.remarks(attendee.remarks)
    if book.unmasked:
        yield book._("Room"), book.clauses((attendee.room, attendee.roommate))
        yield book._("Meals"), book.clauses((attendee.meals, attendee.table_number))
        yield book._("Own vehicle"), attendee.own_vehicle


def moment_words(text: str, book: Phrasebook) -> str:
    """A stored moment or day ("2024-05-20T09:30") as papers print it; words from a slip stay as they are."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return format_moment(moment, book.language) if "T" in text else book.day(moment.date())


def post_words(post: Post, shown: str, book: Phrasebook) -> str:
    """A post with its unit and department, unless unit and title of the list say it already."""
    unit = book.text(post.organization.name) if post.organization else ""
    department, title = book.text(post.department), book.text(post.title)
    if all(part in shown for part in (unit, department, title)):
        return ""
    return unit + department + title if book.language == "zh" else book.join((title, department, unit))


def _person(person: Person, book: Phrasebook) -> Iterator[tuple[str, str]]:
    """What the workspace knows of somebody; personal data masked, the sensitive only in full papers."""
    yield book._("Gender"), {"male": book._("male"), "female": book._("female")}.get(person.gender, person.gender)
    yield book._("Academic rank"), book.text(person.academic_rank)
    yield book._("Expertise"), book.text(person.expertise)
    yield book._("Phone"), book.join((book.phone(person.phone), book.phone(person.phone_2)))
    yield book._("E-mail"), person.email if book.unmasked else mask_email(person.email)
    yield book._("Identity number"), person.identity_number if book.unmasked else mask_id(person.identity_number)
    yield book._("Other names"), book.join(person.aliases)
    yield book._("Notes"), book.free_words(person.notes)
    if book.unmasked:
        yield book._("Ethnicity"), person.ethnicity
        yield book._("Diet"), person.diet


def _others(snapshot: MeetingSnapshot) -> tuple[Person, ...]:
    """Substitutes, signatories, liaisons and responsible persons who are not on the list."""
    found = [attendee.substitute for attendee in snapshot.attendees]
    parties = [party for agreement in snapshot.agreements for party in agreement.parties]
    found += [person for party in parties for person in (party.signatory, party.liaison)]
    found += [one.person for cooperation in snapshot.cooperations for one in cooperation.responsible]
    listed = {attendee.person.id for attendee in snapshot.attendees}
    return tuple({person.id: person for person in found if person and person.id not in listed}.values())


def _details(pairs: Iterable[tuple[str, str]], book: Phrasebook) -> str:
    return book.sentences(book.headed(label, text) for label, text in pairs if text)


def group_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """People and organizations that are counted or described, not named."""
    columns = frame.columns(
        ("group", book._("Not named"), 16),
        ("unit", book._("Organization"), 12),
        ("side", book._("Side"), 8),
        ("list", book._("List"), 6),
        ("remarks", book._("Remarks"), 12),
    )
    sides = {side.id: delegation_label(side, book) for side in snapshot.sides}
    rows = tuple(_group(group, sides.get(group.side_id or 0, ""), book) for group in snapshot.groups)
    return frame.table_if_any(Table(columns, rows, small=True))


def _group(group: AttendeeGroup, side: str, book: Phrasebook) -> Row:
    unit = book.text(group.organization.name) if group.organization else ""
    complete = book._("complete") if group.list_complete else book._("not complete")
    return frame.text_row(book.opened(group_words(group, book)), unit, side, complete, book.remarks(group.remarks))
