"""Cooperations, bases and agreements, for the fact sheet."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.blocks import Block, Field, Row, Table
from exporters.documents import frame
from exporters.documents.fact_sheet_people import both_names
from exporters.documents.fact_words import variable_word
from exporters.documents.ledger_rows import follow_up_words, outcome_words
from exporters.documents.phrasebook import Phrasebook
from models.codes import AgreementLanguage
from models.rules.dates import format_day_range
from models.rules.numerals import format_amount
from models.snapshots.shapes import (
    Agreement,
    AgreementBatch,
    AgreementParty,
    Base,
    Cooperation,
    MeetingSnapshot,
    Organization,
    Person,
)

ZH_PARTIES = "甲乙丙丁戊己庚辛壬癸"


def cooperation_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Each cooperation with its bases, then the bases of the meeting alone."""
    blocks: list[Block] = []
    for number, one in enumerate(snapshot.cooperations, start=1):
        title = book.opened(book.text(one.name) or book.text(one.topic))
        blocks += [*frame.titled_fields(f"{number}. {title}", _cooperation(one, book)), *_bases(one.bases, book)]
    return [*blocks, *_bases(snapshot.bases, book, caption=book._("Bases discussed or built, apart from a project"))]


def _cooperation(one: Cooperation, book: Phrasebook) -> tuple[Field, ...]:
    department = book.bracketed(book.text(one.partner_department))
    return frame.fields(
        (book._("Field of cooperation"), book.text(one.topic) if one.name else ""),  # else it is the heading
        (book._("Local partner"), _unit(one.local, book) or book._("not stated")),
        (book._("Partner"), (_unit(one.partner, book) or book._("not stated")) + department),
        (book._("Lead department"), _unit(one.lead, book)),
        (book._("Category"), book.word(one.category)),
        (book._("Status"), book.word(one.status)),
        (book._("Level"), book.word(one.level)),
        (book._("Left open by the source"), book.text(one.unresolved)),
        *_substance(one, book),
        *_course(one, book),
    )


def _substance(one: Cooperation, book: Phrasebook) -> tuple[tuple[str, str], ...]:
    """What the cooperation is about."""
    return (
        (book._("Main content"), book.text(one.content)),
        (book._("Need"), book.text(one.need)),
        (book._("Expertise"), book.text(one.expertise)),
        (book._("Support from the partner"), book.text(one.support)),
        (book._("Funds"), format_yuan(one, book)),
        (book._("Targets (by year)"), book.text(one.targets)),
    )


def _course(one: Cooperation, book: Phrasebook) -> tuple[tuple[str, str], ...]:
    """How it goes, and who answers for it."""
    responsible = (
        book.headed(
            book.text(who.role),
            " ".join(part for part in (_unit(who.organization, book), _name(who.person, book)) if part),
        )
        for who in one.responsible
    )
    steps = (follow_up_words(step, book) + book.bracketed(step.evidence) for step in one.follow_ups)
    return (
        (book._("Matched on"), book.day(one.matched_on)),
        (book._("Due"), book.day(one.due_on)),
        (book._("Progress"), book.text(one.progress)),
        (book._("Steps"), "\n".join(steps)),
        (book._("Results"), "\n".join(outcome_words(outcome, book) for outcome in one.outcomes)),
        (book._("Problems"), book.text(one.problems)),
        (book._("Next step"), book.text(one.next_step)),
        (book._("Responsible unit and person"), book.sentences(responsible)),
        (book._("Evidence"), one.evidence),
        (book._("Remarks"), book.text(one.remarks)),
    )


def format_yuan(one: Cooperation, book: Phrasebook) -> str:
    """The funds in yuan, to the fen."""
    return book._("CNY {amount}", amount=format_amount(one.amount)) if one.amount is not None else ""


def _bases(bases: Sequence[Base], book: Phrasebook, caption: str = "") -> list[Block]:
    columns = frame.columns(
        ("type", book._("Type of base"), 11),
        ("name", book._("Name of the base"), 11),
        ("level", book._("Level"), 5),
        ("partner", book._("Partner"), 10),
        ("local", book._("Local partner"), 10),
        ("state", book._("State"), 8),
        ("quota", book._("Places a year"), 4),
        ("remarks", book._("Remarks"), 9),
    )
    rows = tuple(_base(base, book) for base in bases)
    return frame.table_if_any(Table(columns, rows, caption=caption or book._("Bases"), small=True))


def _base(base: Base, book: Phrasebook) -> Row:
    kind, name = book.text(base.type_name), book.text(base.name)
    state = book._("established") if base.established else book._("planned")
    return frame.text_row(
        book.opened(kind),
        "" if name == kind else book.opened(name),
        book.word(base.level),
        _unit(base.partner, book),
        _unit(base.local, book),
        book.clauses((state, book.day(base.established_on))),
        book.number(base.annual_quota) if base.annual_quota is not None else "",
        book.text(base.remarks),
    )


def agreement_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Batches as the sources state them, then each agreement with parties, areas, values and bases."""
    blocks: list[Block] = _batches(snapshot, book)
    cooperations = {one.id: book.text(one.name) or book.text(one.topic) for one in snapshot.cooperations}
    for number, one in enumerate(snapshot.agreements, start=1):
        fields = _agreement(one, cooperations.get(one.cooperation_id or 0, ""), book)
        title = f"{number}. {book.quoted(book.text(one.title))}"
        blocks += [*frame.titled_fields(title, fields), *_parties(one, book), *_bases(one.bases, book)]
    return blocks


def _batches(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    columns = frame.columns(
        ("batch", book._("Signed together"), 16),
        ("stated", book._("Stated count"), 6),
        ("recorded", book._("Recorded"), 6),
        ("list", book._("List"), 6),
        ("remarks", book._("Remarks"), 14),
    )
    rows = tuple(_batch(batch, snapshot, book) for batch in snapshot.batches)
    return frame.table_if_any(Table(columns, rows, caption=book._("Batches of agreements"), small=True))


def _batch(batch: AgreementBatch, snapshot: MeetingSnapshot, book: Phrasebook) -> Row:
    recorded = sum(one.batch_id == batch.id for one in snapshot.agreements)
    return frame.text_row(
        book.text(batch.title),
        book.number(batch.stated_count) if batch.stated_count is not None else "",
        book.number(recorded),
        book._("complete") if batch.list_complete else book._("not complete"),
        book.text(batch.remarks),
    )


def _agreement(one: Agreement, cooperation: str, book: Phrasebook) -> tuple[Field, ...]:
    copies = (
        book.n_("{count} original", "{count} originals", one.originals) if one.originals is not None else "",
        book.n_("{count} duplicate", "{count} duplicates", one.duplicates) if one.duplicates is not None else "",
        book.n_("{count} copy for filing", "{count} copies for filing", one.filing_copies)
        if one.filing_copies is not None
        else "",
    )
    bilingual = one.language not in (AgreementLanguage.ZH, AgreementLanguage.EN)
    prevailing = (
        {"zh": book._("Chinese"), "en": book._("English")}.get(one.prevailing_language, "") if bilingual else ""
    )
    return frame.fields(
        (book._("Number of the agreement"), one.number),
        (book._("Tier"), book.word(one.tier)),
        (book._("State"), book.word(one.status)),
        (book._("Confidentiality"), book.word(one.confidentiality)),
        (book._("Belongs to"), cooperation),
        (book._("Language"), book.word(one.language)),
        (book._("Prevailing language"), prevailing),
        (book._("Signed on"), book.day(one.signed_on)),
        (book._("Signed at"), book.text(one.signed_at)),
        (book._("Term of the agreement"), _term(one, book)),
        (book._("Copies"), book.clauses(copies)),
        (book._("Areas of cooperation"), book.sentences(book.text(area) for area in one.areas)),
        *((variable_word(variable.name, book), book.text(variable.value)) for variable in one.variables),
        (book._("Remarks"), book.text(one.remarks)),
    )


def _term(one: Agreement, book: Phrasebook) -> str:
    years = book.n_("{count} year", "{count} years", one.term_years) if one.term_years else ""
    return book.clauses((format_day_range(one.starts_on, one.ends_on, book.language), years))


def _parties(one: Agreement, book: Phrasebook) -> list[Block]:
    columns = frame.columns(
        ("party", book._("Contracting party"), 5),
        ("unit", book._("Organization"), 13),
        ("signatory", book._("Signatory"), 9),
        ("capacity", book._("Signs as"), 9),
        ("authorization", book._("Authorization"), 7),
        ("liaison", book._("Liaison"), 11),
        ("copies", book._("Keeps"), 6),
    )
    rows = tuple(_party(label, party, book) for label, party in _labelled_parties(one, book))
    return frame.table_if_any(Table(columns, rows, small=True))


def _labelled_parties(one: Agreement, book: Phrasebook) -> list[tuple[str, AgreementParty]]:
    """甲方, 乙方 … / Party A, Party B …; witnesses are not counted among them."""
    labelled: list[tuple[str, AgreementParty]] = []
    place = 0
    for party in one.parties:
        label = book._("Witnessing party") if party.is_witness else party_label(place, book)
        place += not party.is_witness
        labelled.append((label, party))
    return labelled


def party_label(place: int, book: Phrasebook) -> str:
    """甲方 / Party A, counted from 0; numbers beyond the tenth."""
    if place >= len(ZH_PARTIES):
        return book._("Party {number}", number=place + 1)
    return f"{ZH_PARTIES[place]}方" if book.language == "zh" else f"Party {chr(ord('A') + place)}"


def _party(label: str, party: AgreementParty, book: Phrasebook) -> Row:
    unit = _unit(party.organization, book) or book._("not stated")
    liaison = (book.text(party.liaison_department), _name(party.liaison, book), book.phone(party.liaison_phone))
    copies = (
        book.n_("{count} original", "{count} originals", party.originals) if party.originals is not None else "",
        book.n_("{count} duplicate", "{count} duplicates", party.duplicates) if party.duplicates is not None else "",
    )
    return frame.text_row(
        label,
        unit + book.bracketed(book.text(party.department)),
        _name(party.signatory, book),
        book.text(party.capacity),
        party.authorization,
        "\n".join(part for part in liaison if part),
        "\n".join(part for part in copies if part),
    )


def _unit(unit: Organization | None, book: Phrasebook) -> str:
    return book.text(unit.name) if unit else ""


def _name(person: Person | None, book: Phrasebook) -> str:
    return both_names(person.name, book) if person else ""
