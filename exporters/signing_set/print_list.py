"""The list that lies on top of the print shop's folder: what is printed how often, and on how much paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exporters.blocks import Block, Cell, Column, Document, Paragraph, Row, Span, SpanKind, Table
from exporters.documents.frame import finished, title_block
from exporters.options import ExportOptions
from exporters.signing_set.print_shop import PrintFile
from exporters.signing_set.wording import CopyWords
from models.snapshots.shapes import MeetingSnapshot


def print_list(
    files: Sequence[PrintFile], pages: Mapping[str, int], snapshot: MeetingSnapshot, options: ExportOptions
) -> Document:
    """The list; `pages` holds the pages of each file by its stem."""
    words = CopyWords(options.language)
    paper = words._("Print list")
    sheets = {file.stem: -(-pages[file.stem] // (2 if options.duplex else 1)) for file in files}
    rows = tuple(_row(file, pages[file.stem], sheets[file.stem], words) for file in files)
    table = Table(_columns(words), (*rows, _total(files, sheets, words)))
    blocks: tuple[Block, ...] = (title_block(snapshot.meeting, paper, words), *_instructions(words, options), table)
    (document,) = finished(snapshot, options, words, kind="signing-set", paper=paper, blocks=blocks, landscape=True)
    return document


def _instructions(words: CopyWords, options: ExportOptions) -> list[Paragraph]:
    """What holds for every file."""
    sides = words._("printed on both sides") if options.duplex else words._("printed on one side")
    how = words._(
        "A4, actual size (no scaling), black, {sides}; bound on the left with two staples 70 mm from the upper and "
        "lower edge. Each file is printed as often as its name says.",
        sides=sides,
    )
    told = [Paragraph((Span(how),))]
    if not options.final:
        told.append(Paragraph((Span(words._("Preview only: not to be signed."), SpanKind.STRONG),)))
    return told


def _columns(words: CopyWords) -> tuple[Column, ...]:
    return (
        Column("number", words._("No."), 3, "center"),
        Column("file", words._("File"), 20),
        Column("keeper", words._("Kept by"), 10),
        Column("copies", words._("Copies"), 4, "center"),
        Column("numbers", words._("Numbers"), 7),
        Column("pages", words._("Pages each"), 4, "center"),
        Column("sheets", words._("Sheets each"), 4, "center"),
        Column("total", words._("Sheets in all"), 4, "center"),
    )


def _row(file: PrintFile, pages: int, sheets: int, words: CopyWords) -> Row:
    run = file.run
    return Row(
        (
            Cell(str(file.number), file.number),
            Cell(f"{file.stem}.pdf"),
            Cell(words.role_and_name(run.keeper)),
            Cell(str(run.count), run.count),
            Cell(words.numbered(run.after, run.count, duplicate=run.duplicate)),
            Cell(str(pages), pages),
            Cell(str(sheets), sheets),
            Cell(str(sheets * run.count), sheets * run.count),
        )
    )


def _total(files: Sequence[PrintFile], sheets: Mapping[str, int], words: CopyWords) -> Row:
    copies = sum(file.run.count for file in files)
    total = sum(sheets[file.stem] * file.run.count for file in files)
    shown = ("", words._("Total"), "", str(copies), "", "", "", str(total))
    return Row(tuple(Cell(text) for text in shown), "total")
