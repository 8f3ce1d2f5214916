"""Table cards (桌签): the name large on both faces, the unit small above it, the code of the seat in the corner."""

from __future__ import annotations

from dataclasses import replace

from exporters.blocks import Card, Document
from exporters.card_formats import find_format
from exporters.documents.card_people import CardBooks, card_books, cards_of, finished_cards, names_on_card
from exporters.documents.post_words import list_unit
from exporters.documents.seats import seat_codes
from exporters.options import ExportOptions
from models.rules.card_holders import card_people
from models.snapshots.shapes import Attendee, MeetingSnapshot


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """One card for each who comes, in the order of the list. KnownError: no_material, unknown_card_format."""
    books, seats = card_books(options), seat_codes(snapshot)
    form = find_format(options.table_card, "table", faces=options.card_faces)
    if options.card_faces == 1 and not form.base:
        form = replace(form, faces=1)
    cards = [_card(one, books, seats.get(one.id, ""), with_unit=options.card_units) for one in card_people(snapshot)]
    made = cards_of(form, cards, books.first._("Glue here") if form.flap else "")
    paper = books.first._("Table cards")
    if form.base and options.card_faces == 1:
        made = replace(made, far_blank=True)
    return finished_cards(snapshot, options, books, kind="table-cards", paper=paper, cards=made)


def _card(attendee: Attendee, books: CardBooks, seat: str, *, with_unit: bool) -> Card:
    name, second = names_on_card(attendee, books)
    unit = list_unit(attendee, books.first) if with_unit else ""
    return Card(name, second, (unit,) if unit else (), corner=seat)
