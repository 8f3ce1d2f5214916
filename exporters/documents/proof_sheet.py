"""The proof sheet (校核稿): every name, title and unit as a line with a box, to be ticked by a second person.

What has been ticked in the window and not changed since is ticked here, too. Names stand as they are stored, without
the space that other papers put into short ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from exporters.blocks import Block, Cell, Column, Document, Heading, Paragraph, Row, Table, text_spans
from exporters.documents import frame
from exporters.documents.delegations import delegation_label
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.rules.numerals import chinese_number
from models.rules.proof_places import (
    ProofFact,
    ProofField,
    ProofSubject,
    SubjectKind,
    proof_subjects,
    valid_ticks,
)
from models.snapshots.shapes import MeetingSnapshot, ProofTick

BOX, TICKED = "□", "√"
ROW_HEIGHT = 8.0  # mm: room to tick and to write


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the parts of one sheet share."""

    snapshot: MeetingSnapshot
    book: Phrasebook
    ticks: Mapping[str, ProofTick]

    def lines(self, facts: Iterable[ProofFact], *fields: ProofField) -> Cell:
        """The facts of some fields, each on a line with its box."""
        return Cell("\n".join(self._line(fact) for fact in facts if fact.field in fields))

    def _line(self, fact: ProofFact) -> str:
        box = TICKED if fact.place in self.ticks else BOX
        words = fact.words.replace("\n", " ")
        kind = self.book._("(substitute)") + " " if fact.field is ProofField.SUBSTITUTE else ""
        proposed = self.book.bracketed(self.book._("pinyin")) if fact.proposed else ""
        return f"{box} {kind}{words}{proposed}"


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The sheet. KnownError: no_material where nobody and no agreement is named."""
    book = frame.phrasebook(options)
    subjects = proof_subjects(snapshot)
    if all(one.kind in (SubjectKind.MEETING, SubjectKind.UNIT) for one in subjects):
        raise frame.no_material(snapshot, "proof-sheet")
    sheet = _Sheet(snapshot, book, valid_ticks(snapshot))
    paper = book._("Proof sheet")
    parts = [part for part in _parts(sheet, subjects) if part[1]]
    blocks: list[Block] = [frame.title_block(snapshot.meeting, paper, book), *_head(sheet, subjects)]
    for number, (name, tables) in enumerate(parts, 1):
        blocks += [Heading(name, 1, f"{chinese_number(number)}、" if book.language == "zh" else f"{number}."), *tables]
    blocks.append(_signed(book))
    landscape = snapshot.meeting.needs_english
    return frame.finished(
        snapshot, options, book, kind="proof-sheet", paper=paper, blocks=tuple(blocks), landscape=landscape
    )


def _head(sheet: _Sheet, subjects: Sequence[ProofSubject]) -> Iterator[Block]:
    """How it is done, and how far it is."""
    book, facts = sheet.book, sum(len(one.facts) for one in subjects)
    how = book._(
        "Compare each line with the source, character by character. Tick the box of what is right; write what is "
        "wrong into the last column."
    )
    done = book._("{done} of {total} lines are ticked already.", done=len(sheet.ticks), total=facts)
    yield Paragraph(text_spans(how + ("" if book.language == "zh" else " ") + done), indent=0, small=True)


def _signed(book: Phrasebook) -> Paragraph:
    line = book._("Checked by: ____________   Date: ____________")
    return Paragraph(text_spans(line), align="right", indent=0)


def _parts(sheet: _Sheet, subjects: Sequence[ProofSubject]) -> Iterator[tuple[str, list[Block]]]:
    """Meeting, people, units, agreements, plaques."""
    book = sheet.book
    of: dict[SubjectKind, list[ProofSubject]] = {kind: [] for kind in SubjectKind}
    for one in subjects:
        of[one.kind].append(one)
    yield book._("Meeting"), _meeting(sheet, of[SubjectKind.MEETING])
    yield book._("People"), _people(sheet, of[SubjectKind.PERSON])
    yield book._("Organizations"), _units(sheet, of[SubjectKind.UNIT])
    agreements = [one for one in subjects if one.kind in (SubjectKind.AGREEMENT, SubjectKind.PARTY)]
    yield book._("Agreements"), _agreements(sheet, agreements)
    yield book._("Plaques"), _plaques(sheet, of[SubjectKind.PLAQUE])


def _meeting(sheet: _Sheet, subjects: Sequence[ProofSubject]) -> list[Block]:
    book = sheet.book
    columns = (Column("title", book._("Title"), 30), Column("place", book._("Place"), 14), _corrections(book))
    rows = [
        Row((sheet.lines(one.facts, ProofField.TITLE), sheet.lines(one.facts, ProofField.PLACE), Cell("")))
        for one in subjects
    ]
    return _table(columns, rows)


def _people(sheet: _Sheet, subjects: Sequence[ProofSubject]) -> list[Block]:
    """By side, in the order of the list."""
    book = sheet.book
    columns = (
        Column("number", book._("No."), 3.5, "center"),
        Column("name", book._("Name"), 11),
        Column("unit", book._("Organization"), 17),
        Column("title", book._("Position"), 15),
        _corrections(book),
    )
    sides = {one.id: one.side_id for one in sheet.snapshot.attendees}
    known = {side.id for side in sheet.snapshot.sides}
    rows: list[Row] = []
    for side in (*sorted(sheet.snapshot.sides, key=lambda one: one.is_host), None):
        wanted = side.id if side else None
        own = [one for one in subjects if (sides[one.id] if sides[one.id] in known else None) == wanted]
        first = sum(row.kind == "body" for row in rows) + 1
        rows += [frame.group_row(delegation_label(side, book))] if own else []
        rows += [_person(sheet, number, one.facts) for number, one in enumerate(own, first)]
    return _table(columns, rows)


def _person(sheet: _Sheet, number: int, facts: Sequence[ProofFact]) -> Row:
    return Row(
        (
            Cell(str(number), number),
            sheet.lines(facts, ProofField.NAME, ProofField.SUBSTITUTE),
            sheet.lines(facts, ProofField.UNIT),
            sheet.lines(facts, ProofField.TITLE),
            Cell(""),
        )
    )


def _units(sheet: _Sheet, subjects: Sequence[ProofSubject]) -> list[Block]:
    book = sheet.book
    columns = (
        Column("number", book._("No."), 3.5, "center"),
        Column("name", book._("Full name"), 38),
        _corrections(book),
    )
    rows = [
        Row((Cell(str(number), number), sheet.lines(one.facts, ProofField.UNIT), Cell("")))
        for number, one in enumerate(subjects, 1)
    ]
    return _table(columns, rows)


def _agreements(sheet: _Sheet, subjects: Sequence[ProofSubject]) -> list[Block]:
    """The title of each above its parties."""
    book = sheet.book
    columns = (
        Column("party", book._("Party"), 20),
        Column("signatory", book._("Signatory"), 11),
        Column("title", book._("Position"), 15),
        _corrections(book),
    )
    rows = []
    for one in subjects:
        if one.kind is SubjectKind.AGREEMENT:
            titles = (sheet.lines((fact,), ProofField.TITLE).text for fact in one.facts)
            rows.append(frame.group_row("   ".join(titles)))
        else:
            fields = (ProofField.UNIT, ProofField.SIGNATORY, ProofField.TITLE)
            rows.append(Row((*(sheet.lines(one.facts, field) for field in fields), Cell(""))))
    return _table(columns, rows)


def _plaques(sheet: _Sheet, subjects: Sequence[ProofSubject]) -> list[Block]:
    book = sheet.book
    columns = (Column("text", book._("Text of the plaque"), 40), _corrections(book))
    return _table(columns, [Row((sheet.lines(one.facts, ProofField.NAME), Cell(""))) for one in subjects])


def _corrections(book: Phrasebook) -> Column:
    return Column("corrections", book._("Corrections"), 9)


def _table(columns: tuple[Column, ...], rows: list[Row]) -> list[Block]:
    return [Table(columns, tuple(rows), row_height=ROW_HEIGHT)] if rows else []
