"""Badges (胸卡): the meeting, the name, unit and title, and on a dark strip in what capacity one is there."""

from __future__ import annotations

from collections.abc import Mapping

from exporters.blocks import Card, Document
from exporters.card_formats import find_format
from exporters.documents.card_people import CardBooks, card_books, cards_of, finished_cards, names_on_card
from exporters.documents.people_words import attendee_title
from exporters.documents.post_words import list_unit
from exporters.options import ExportOptions
from models.codes import AttendanceCategory
from models.rules.card_holders import card_people
from models.snapshots.shapes import Attendee, MeetingSnapshot


def N_(message: str) -> str:
    """Mark a word for the catalogs; the phrasebook translates it."""
    return message


CAPACITIES: Mapping[AttendanceCategory, str] = {
    AttendanceCategory.GUEST: N_("GUEST"),
    AttendanceCategory.HOST: N_("PARTICIPANT"),
    AttendanceCategory.STAFF: N_("STAFF"),
    AttendanceCategory.MEDIA: N_("PRESS"),
    AttendanceCategory.OBSERVER: N_("OBSERVER"),
}


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """One badge for each who comes, in the order of the list. KnownError: no_material, unknown_card_format."""
    books = card_books(options)
    form = find_format(options.badge, "badge")
    meeting = books.first.text(snapshot.meeting.title)
    made = cards_of(form, (_badge(one, meeting, books) for one in card_people(snapshot)))
    paper = books.first._("Badges")
    return finished_cards(snapshot, options, books, kind="badges", paper=paper, cards=made)


def _badge(attendee: Attendee, meeting: str, books: CardBooks) -> Card:
    name, second = names_on_card(attendee, books)
    book = books.first
    below = (attendee_title(attendee, book), list_unit(attendee, book))
    capacity = book._(CAPACITIES[attendee.category])
    return Card(name, second, (), tuple(words for words in below if words), meeting, capacity)
