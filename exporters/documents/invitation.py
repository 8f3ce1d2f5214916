"""The invitation: a letter (邀请函), or a notice to the office's own units (会议通知), with the reply slip attached.

What the meeting does not say yet is left as a ruled blank, so that no invented deadline goes out. Phones of people are
masked unless asked for in full; a unit's own number is public and stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exporters.blocks import (
    Block,
    Document,
    DraftNote,
    Heading,
    Paragraph,
    Section,
    Spacer,
    Span,
    SpanKind,
    Spans,
    Table,
    Title,
)
from exporters.documents import frame, reply_slip
from exporters.documents.invitation_program import meeting_time, participants, program, reporting
from exporters.documents.people_words import attendee_name, comer, coming
from exporters.documents.phrasebook import Phrasebook
from exporters.options import EACH_UNIT, ExportOptions
from models.codes import AttendanceCategory, OrganizationRole
from models.rules.numerals import chinese_number
from models.snapshots.shapes import Attendee, MeetingSnapshot, Organization

_PURPOSE_BEGINS = ("为", "围绕", "根据", "按照", "经", "依据")
_BLANK_WIDTH = 10  # characters
_MOST_CONTACTS = 3
_SLIP_LINES = {"zh": 4, "en": 8}  # as many as one page holds
_HERE = "\0"  # stands in a message where a blank may come


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The invitation, or one for each unit invited. KnownError: no_material where the meeting has no title."""
    if not snapshot.meeting.title:
        raise frame.no_material(snapshot, "invitation")
    if options.unit != EACH_UNIT:
        return _invitation(snapshot, options)
    units = reply_slip.units_of(snapshot)
    if not units:
        raise frame.no_material(snapshot, "invitation")
    names = (unit.name.pick(options.language) for unit in units)
    return tuple(one for name in names for one in _invitation(snapshot, replace(options, unit=name)))


def _invitation(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    book = frame.phrasebook(options)
    letter = _Letter(snapshot, options, book)
    notes = () if options.final else letter.notes()
    blocks = (*letter.blocks(), *notes, _slip(snapshot, options, book))
    found = frame.finished(
        snapshot, options, book, kind="invitation", paper=letter.paper, blocks=blocks, style="official"
    )
    return tuple(replace(one, key=options.unit) for one in found)


def _slip(snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook) -> Section:
    """The form that units also get in Excel, with so many lines that it takes one page."""
    lines = _SLIP_LINES[book.language] if options.blank_lines is None else options.blank_lines
    (form,) = reply_slip.assemble(snapshot, replace(options, blank_lines=lines))
    name = book._("Reply slip")
    parts = (replace(one, small=True) if isinstance(one, Table | Paragraph) else one for one in form.blocks)
    rest = tuple(one for one in parts if not isinstance(one, Title | DraftNote))
    return Section(name, (Title((name,)), *rest), landscape=True)


class _Letter:
    """The letter or notice itself."""

    def __init__(self, snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook) -> None:
        self._snapshot, self._options, self._book = snapshot, options, book
        self.paper = book._("Notice of meeting") if options.as_notice else book._("Invitation")

    def blocks(self) -> Iterator[Block]:
        """From the title to the signature."""
        yield self._title()
        yield Paragraph(self._addressed(), align="left", indent=0, keep_with_next=True)
        yield Paragraph((Span(self._opening()),))
        for number, (name, lines) in enumerate(self._parts(), 1):
            yield Heading(name, 1, f"{chinese_number(number)}、" if self._book.language == "zh" else f"{number}.")
            yield from map(Paragraph, lines)
        yield Spacer()
        yield Paragraph((Span(self._book._("Attached: reply slip")),))
        yield Spacer()
        yield from self._signature()

    def notes(self) -> tuple[DraftNote, ...]:
        """What whoever sends it should know."""
        if self._options.unmasked or not any(comer(one).phone for one in self._people()):
            return ()
        book = self._book
        return (
            DraftNote(book._("Phones of contact persons are masked here; have them printed in full to send this.")),
        )

    def _people(self) -> list[Attendee]:
        """Whom to ask: the first of the staff on the list."""
        staff = (one for one in coming(self._snapshot.attendees) if one.category is AttendanceCategory.STAFF)
        return list(staff)[:_MOST_CONTACTS]

    def deadline(self) -> Spans:
        """By when the slip is wanted, and whereto."""
        book = self._book
        by = _filled(book._("Please return the reply slip by {day}", day=_HERE), self._day(), book._("Reply by"))
        to = book._(" to: {place}", place=self._options.return_to) if self._options.return_to else ""
        return (*by, Span(f"{to}{'。' if book.language == 'zh' else '.'}"))

    def _day(self) -> str:
        return self._book.day(self._options.reply_by)

    def _title(self) -> Title:
        title = self._book.text(self._snapshot.meeting.title)
        if self._options.as_notice and self._book.language == "zh":
            return Title((f"关于召开{title}的通知",))
        return Title((title, self.paper))

    def _addressed(self) -> Spans:
        """To whom it goes; a letter to nobody in particular has a blank for the name."""
        book = self._book
        if self._options.unit:
            return (Span(book._("To {unit}:", unit=self._options.unit)),)
        if self._options.as_notice:
            return (Span(book._("To all units concerned:")),)
        return _filled(book._("Dear {name}:", name=_HERE), "", book._("Addressee"))

    def _opening(self) -> str:
        """Why, who, what, and that one is invited."""
        book, meeting = self._book, self._snapshot.meeting
        title, hosts = book.text(meeting.title), self._all_hosts()
        held = book._("{hosts} will hold the {title}.", hosts=hosts, title=title)
        if not hosts:
            held = book._("The {title} will be held.", title=title)
        invited = "" if self._options.as_notice else book._("You are cordially invited to attend.")
        told = (self._purpose() + held, invited, book._("The particulars are as follows:"))
        return ("" if book.language == "zh" else " ").join(part for part in told if part)

    def _all_hosts(self) -> str:
        """The hosts in a sentence: 云岭县人民政府、沧澜大学 / the People's Government and Canglan University."""
        *others, last = self._hosts() or [""]
        if self._book.language == "zh" or not others:
            return self._book.join((*others, last))
        return f"{', '.join(others)} and {last}"

    def _purpose(self) -> str:
        """Chinese puts it before all else: 为……，; English as a sentence of its own."""
        book = self._book
        purpose = book.text(self._snapshot.meeting.purpose).rstrip("。；，.; ")
        if not purpose:
            return ""
        if book.language == "en":
            return f"{book.opened(purpose)}{',' if purpose.lower().startswith('to ') else '.'} "
        return f"{'' if purpose.startswith(_PURPOSE_BEGINS) else '为'}{purpose}，"

    def _hosts(self) -> list[str]:
        """Who invites: the hosts; where none is named, the organizers."""
        for role in (OrganizationRole.HOST, OrganizationRole.ORGANIZER):
            units = [one.organization for one in self._snapshot.organizations if one.role is role]
            if units:
                return [self._book.text(unit.name) for unit in units]
        return []

    def _parts(self) -> Iterator[tuple[str, list[Spans]]]:
        """The particulars that are known; time and place stand there even where they are not."""
        snapshot, book, meeting = self._snapshot, self._book, self._snapshot.meeting
        when, where = meeting_time(snapshot, book), frame.where(meeting, book)
        yield book._("Time"), [_filled(_HERE, when, book._("Time")), *_plain(reporting(snapshot, book))]
        yield book._("Place"), [_filled(_HERE, where, book._("Place"))]
        optional = (
            (book._("Theme"), [book.text(meeting.theme)] if meeting.theme else []),
            (book._("Program"), program(snapshot, book)),
            (book._("Invited participants"), participants(snapshot, book)),
        )
        yield from ((name, _plain(lines)) for name, lines in optional if lines)
        yield book._("Reply and contact"), [self.deadline(), *self._contact()]

    def _contact(self) -> Iterator[Spans]:
        """The people to ask and the organizer's own number."""
        book = self._book
        people = [self._reach(attendee_name(one, book), book.phone(comer(one).phone)) for one in self._people()]
        for words in people or [""]:
            yield _filled(book.headed(book._("Contact"), _HERE), words, book._("Contact"))
        yield from (self._reach_of(unit) for unit in self._organizers()[:1])

    def _reach_of(self, unit: Organization) -> Spans:
        return (Span(self._reach(self._book.text(unit.name), unit.phone, unit.email)),)

    def _reach(self, name: str, *ways: str) -> str:
        """A name and how to reach it."""
        return ("　" if self._book.language == "zh" else ", ").join(part for part in (name, *ways) if part)

    def _organizers(self) -> list[Organization]:
        """The units that can be reached: organizers before hosts."""
        roles = (OrganizationRole.ORGANIZER, OrganizationRole.HOST)
        found = [one.organization for role in roles for one in self._snapshot.organizations if one.role is role]
        return [unit for unit in found if unit.phone or unit.email]

    def _signature(self) -> Iterator[Block]:
        for host in self._hosts():
            yield Paragraph((Span(host, SpanKind.NAME),), align="right", indent=0, keep_with_next=True)
        yield Paragraph((Span(self._book._("Date: _______")),), align="right", indent=0)


def _plain(lines: Iterable[str]) -> list[Spans]:
    return [(Span(line),) for line in lines]


def _filled(message: str, words: str, what: str) -> Spans:
    """The message with the words, or with a ruled blank for them."""
    before, _here, after = message.partition(_HERE)
    middle = Span(words) if words else Span(what, SpanKind.BLANK, _BLANK_WIDTH)
    return tuple(span for span in (Span(before), middle, Span(after)) if span.text)
