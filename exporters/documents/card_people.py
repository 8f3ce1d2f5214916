"""Who gets a card: those on the list who come and are named. The others are told in the draft, none is forgotten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from exporters.blocks import Card, Cards, Document, DraftNote
from exporters.card_formats import CardFormat, grid_of
from exporters.documents import frame
from exporters.documents.people_words import attendee_name, group_words
from exporters.documents.phrasebook import BORROWED_SHOWN, Phrasebook
from exporters.options import ExportOptions
from models.codes import Reply
from models.rules.card_holders import gets_card
from models.snapshots.shapes import Attendee, MeetingSnapshot


@dataclass(frozen=True, slots=True)
class CardBooks:
    """The words of the cards in their first language, and in the second where they carry both."""

    first: Phrasebook
    second: Phrasebook | None = None


def card_books(options: ExportOptions) -> CardBooks:
    """The languages asked for: "zh-en" has the Chinese name large and the English one under it."""
    first, _, second = options.language.partition("-")
    books = [Phrasebook(one, unmasked=options.unmasked) for one in (first, second) if one]
    return CardBooks(*books)


def names_on_card(attendee: Attendee, books: CardBooks) -> tuple[str, str]:
    """The name, and the one in the other language where it is another."""
    name = attendee_name(attendee, books.first, spaced=True)
    second = attendee_name(attendee, books.second) if books.second else ""
    return name, "" if second == name else second


def finished_cards(
    snapshot: MeetingSnapshot, options: ExportOptions, books: CardBooks, *, kind: str, paper: str, cards: Cards
) -> tuple[Document, ...]:
    """The paper; behind the sheets of a draft stands who has no card, and which spellings are proposed."""
    if not cards.cards:
        raise frame.no_material(snapshot, kind)
    found = frame.finished(snapshot, options, books.first, kind=kind, paper=paper, blocks=(cards,))
    notes = () if options.final else (*_left_out(snapshot, books.first), *_second_notes(books))
    landscape = grid_of(cards).landscape
    return tuple(
        replace(one, blocks=one.blocks + notes, landscape=landscape, footer="", numbered=False) for one in found
    )


def cards_of(form: CardFormat, made: Iterable[Card], note: str = "") -> Cards:
    """The cards in a format; `note` stands on the strip to be glued."""
    return Cards(tuple(made), form.width, form.height, form.faces, form.base, form.flap, note)


def _second_notes(books: CardBooks) -> tuple[DraftNote, ...]:
    return books.second.draft_notes() if books.second else ()


def _left_out(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[DraftNote, ...]:
    """Who is invited and has no card yet."""
    invited = [one for one in snapshot.attendees if one.reply is not Reply.DECLINED and not gets_card(one)]
    names = [book.name(one.person.name) for one in invited]
    names += [book.join((book.text(one.unit), book.text(one.title))) for one in snapshot.open_places]
    names += [group_words(one, book) for one in snapshot.groups]
    told = [name for name in names if name]
    if not told:
        return ()
    more = len(told) - BORROWED_SHOWN
    rest = book.n_("and {count} more", "and {count} more", more) if more > 0 else ""
    listed = book.sentences((*told[:BORROWED_SHOWN], rest))
    return (DraftNote(book._("No card: not named, or no answer to the invitation yet: {names}", names=listed)),)
