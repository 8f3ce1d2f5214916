"""Two texts laid out to be read: in one text with the words that went struck through, or side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from exporters.comparison.compare import Change, ChangeKind
from exporters.comparison.pieces import Piece, PieceKind
from exporters.comparison.word_diff import Run, RunKind
from ui.agreements.compare_words import gap_words, is_told, mark_lines
from ui.agreements.sheet_lines import sheet_font
from ui.fonts import window_font
from ui.theme import Theme

READ_SIZE, MARK_SIZE = 16, 12  # pixels
LINE_HEIGHT = 118.0  # per cent
INDENT = 22.0  # pixels of an item within a clause
_BOLD = QFont.Weight.Bold


@dataclass(frozen=True)
class Look:
    """How it is shown: the language of the window and of the texts, the colors, and what the user chose to see."""

    language: str
    written_in: str
    theme: Theme
    beside: bool = False
    only_changes: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """Pieces that are not shown."""

    same: int
    renumbered: int


Line = Change | Gap


def lines_of(changes: Sequence[Change], *, only_changes: bool) -> Iterator[Line]:
    """The changes to be shown, with gaps in the place of those that are not."""
    same = renumbered = 0
    for change in changes:
        if only_changes and not is_told(change):
            same += change.kind is ChangeKind.SAME
            renumbered += change.kind is ChangeKind.RENUMBERED
            continue
        if same or renumbered:
            yield Gap(same, renumbered)
            same = renumbered = 0
        yield change
    if same or renumbered:
        yield Gap(same, renumbered)


class Sheet:
    """Fills a document, a row of a table for each line. `stops` are the rows at which a reader stops."""

    def __init__(self, document: QTextDocument, changes: Sequence[Change], look: Look) -> None:
        self.look, self.lines = look, tuple(lines_of(changes, only_changes=look.only_changes))
        self.table: QTextTable | None = None
        document.clear()
        self._fonts = (sheet_font(look.written_in, bold=False), window_font(look.language))
        document.setDefaultFont(self._fonts[0])
        document.setDocumentMargin(8)
        if self.lines:
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            cursor.setBlockCharFormat(_hardly_seen())
            self.table = cursor.insertTable(len(self.lines), 3 if look.beside else 2, _table_format(look.beside))
            for row, line in enumerate(self.lines):
                self._fill(self.table, row, line)
            cursor.endEditBlock()
        self.stops = tuple(row for row, one in enumerate(self.lines) if isinstance(one, Change) and is_told(one))

    def stop_at(self, position: int) -> int | None:
        """Which stop a place in the document belongs to."""
        row = self.row_at(position)
        return self.stops.index(row) if row in self.stops else None

    def row_at(self, position: int) -> int:
        """The row that holds a place in the document, -1 before the first."""
        cell = self.table.cellAt(position) if self.table is not None else None
        return cell.row() if cell is not None and cell.isValid() else -1

    def begins(self, row: int) -> int:
        """The place at which the words of a row begin."""
        column = 0 if isinstance(self.lines[row], Gap) else 1
        return self.table.cellAt(row, column).firstPosition() if self.table is not None else 0

    def paint(self, row: int, *, chosen: bool) -> None:
        """Show a row as the one looked at, or as any other."""
        for column in range(self.table.columns() if self.table is not None else 0):
            assert self.table is not None
            self.table.cellAt(row, column).setFormat(self._cell_format(chosen=chosen))

    def _fill(self, table: QTextTable, row: int, line: Line) -> None:
        for column in range(table.columns()):
            table.cellAt(row, column).setFormat(self._cell_format())
        if isinstance(line, Gap):
            table.mergeCells(row, 0, 1, table.columns())
            self._write_gap(table.cellAt(row, 0).firstCursorPosition(), line)
            return
        self._write_mark(table.cellAt(row, 0).firstCursorPosition(), line)
        if self.look.beside:
            self._write_side(table, row, 1, line.old, line, RunKind.INSERTED)
            self._write_side(table, row, 2, line.new, line, RunKind.DELETED)
        else:
            self._write_piece(table.cellAt(row, 1).firstCursorPosition(), line.piece, line, None)

    def _write_side(
        self, table: QTextTable, row: int, column: int, piece: Piece | None, change: Change, hidden: RunKind
    ) -> None:
        if piece is not None:
            self._write_piece(table.cellAt(row, column).firstCursorPosition(), piece, change, hidden)

    # --- words

    def _write_gap(self, cursor: QTextCursor, gap: Gap) -> None:
        lines = QTextBlockFormat()
        lines.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cursor.setBlockFormat(lines)
        words = gap_words(gap.same, gap.renumbered, self.look.language)
        cursor.insertText(f"⋯  {words}  ⋯", self._letters("ink_faint", MARK_SIZE))

    def _write_mark(self, cursor: QTextCursor, change: Change) -> None:
        token = {ChangeKind.INSERTED: "good", ChangeKind.DELETED: "bad"}.get(change.kind, "ink")
        letters = self._letters(token if is_told(change) else "ink_faint", MARK_SIZE)
        if is_told(change):
            letters.setFontWeight(_BOLD)
        cursor.setBlockFormat(_lines())
        cursor.insertText("\n".join(mark_lines(change, self.look.language)), letters)

    def _write_piece(self, cursor: QTextCursor, piece: Piece, change: Change, hidden: RunKind | None) -> None:
        """Number and heading on a line of their own, an item's number before its words. `hidden`: of the other text."""
        heading = [run for run in change.heading if run.kind is not hidden]
        text = [run for run in change.text if run.kind is not hidden]
        item = piece.kind is PieceKind.CLAUSE and piece.level > 0
        lines = _lines()
        lines.setLeftMargin(INDENT * piece.level if piece.kind is PieceKind.CLAUSE else 0)
        cursor.setBlockFormat(lines)
        if piece.number:
            self._write_number(cursor, piece.number, change)
        self._write_runs(cursor, heading, bold=not item)
        if text and (heading or piece.number) and not item:
            cursor.insertBlock(lines)
        self._write_runs(cursor, text, bold=piece.kind is PieceKind.TITLE)

    def _write_number(self, cursor: QTextCursor, number: str, change: Change) -> None:
        """The number; of a piece that is wholly new or gone, as new or gone."""
        kinds = {ChangeKind.INSERTED: RunKind.INSERTED, ChangeKind.DELETED: RunKind.DELETED}
        letters = self._run_letters(kinds.get(change.kind, RunKind.SAME))
        letters.setFontWeight(_BOLD)
        cursor.insertText(number, letters)
        space = self._run_letters(RunKind.SAME)
        cursor.insertText("　" if number.endswith(("条", "章")) else " ", space)

    def _write_runs(self, cursor: QTextCursor, runs: Sequence[Run], *, bold: bool) -> None:
        for run in runs:
            letters = self._run_letters(run.kind)
            if bold:
                letters.setFontWeight(_BOLD)
            cursor.insertText(run.text, letters)

    def _letters(self, token: str, size: int = READ_SIZE) -> QTextCharFormat:
        letters = QTextCharFormat()
        font = QFont(self._fonts[0] if size == READ_SIZE else self._fonts[1])
        font.setPixelSize(size)
        letters.setFont(font)
        letters.setForeground(QBrush(self.look.theme.color(token)))
        return letters

    def _run_letters(self, kind: RunKind) -> QTextCharFormat:
        """To be told apart without colors, too."""
        if kind is RunKind.SAME:
            return self._letters("ink")
        inserted = kind is RunKind.INSERTED
        letters = self._letters("good" if inserted else "bad")
        letters.setBackground(QBrush(self.look.theme.color("inserted_soft" if inserted else "deleted_soft")))
        letters.setFontUnderline(inserted)
        letters.setFontStrikeOut(not inserted)
        return letters

    def _cell_format(self, *, chosen: bool = False) -> QTextTableCellFormat:
        cell = QTextTableCellFormat()
        cell.setPadding(7)
        cell.setBottomBorder(1)
        cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setBottomBorderBrush(QBrush(self.look.theme.color("hairline")))
        cell.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
        if chosen:
            cell.setBackground(QBrush(self.look.theme.color("hover")))
        return cell


def _hardly_seen() -> QTextCharFormat:
    """Of the empty line that Qt keeps before a table."""
    letters = QTextCharFormat()
    letters.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
    return letters


def _lines() -> QTextBlockFormat:
    lines = QTextBlockFormat()
    lines.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return lines


def _table_format(beside: bool) -> QTextTableFormat:
    shape = QTextTableFormat()
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shares = (12, 44, 44) if beside else (16, 84)
    shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in shares])
    return shape
