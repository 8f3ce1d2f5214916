"""Tables: columns scaled to the page, a header repeated on every page, rows in one piece wherever they fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporters.blocks import Align, Cell, Column, Row, Span, SpanKind, Spans, Table
from exporters.pdf.boxes import Box, line_box
from exporters.pdf.columns import fit
from exporters.pdf.panels import Panel
from exporters.typeset.breaking import Line
from exporters.typeset.paragraphs import Setting, set_lines, widest_whole
from exporters.typeset.styles import MM, StyleSet, TextStyle

_BESIDE = 3.0  # points between a cell's text and its border
_ABOVE = 2.5
_TALLEST_HEAD = 0.4  # of the page: a taller one is printed once
_LAST_ROWS, _LEAST_ROWS = 4, 2  # of a table on its last page
_LAST_PART = 0.3  # of a page: rows that are taller stay where they are
_BLANK_ROW = 9 * MM
_WIDENED_FOR_NAMES = 1.25  # of the width asked for: a longer name is broken, between words


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table's geometry: where its columns start and end, and the type inside."""

    edges: tuple[float, ...]
    columns: tuple[Column, ...]
    setting: Setting
    least: float

    @property
    def style(self) -> TextStyle:
        return self.setting.style

    def cell_width(self, number: int) -> float:
        return self.edges[number + 1] - self.edges[number] - 2 * _BESIDE


@dataclass(frozen=True, slots=True)
class _Cells:
    """A row as set lines, cell by cell; `edges` are its own where one cell spans the table."""

    lines: tuple[tuple[Line, ...], ...]
    edges: tuple[float, ...]
    least: float
    shaded: bool = False
    from_top: bool = False  # a part of a row that was cut


def table_boxes(table: Table, style: StyleSet, width: float, height: float, *, final: bool) -> list[Box]:
    """The boxes of a table on pages of this width and height: caption, header, rows."""
    if not table.columns:
        return []
    grid = _grid(table, style, width, final=final)
    head = _box(grid, _header(grid), None)
    repeated = head if head.height <= height * _TALLEST_HEAD else None
    leads = 1 if table.rows and repeated else 0
    head = replace(head, keep=leads, lead=leads)
    boxes = [*_caption(table, style, width, final=final), head]
    for row in table.rows:
        box = _box(grid, _cells(grid, row), repeated)
        boxes.append(replace(box, keep=1, lead=1) if row.kind == "group" else box)
    _keep_end(boxes, len(table.rows), height)
    return boxes


def _keep_end(boxes: list[Box], rows: int, height: float) -> None:
    """A last page holds some rows, not one or two: as many as take no more than a part of a page."""
    last = boxes[-min(_LAST_ROWS, rows) :] if rows else []
    while len(last) > _LEAST_ROWS and sum(box.height for box in last) > height * _LAST_PART:
        last = last[1:]
    for after, number in enumerate(range(-2, -len(last) - 1, -1), start=1):
        boxes[number].keep = max(boxes[number].keep, after)


def _grid(table: Table, style: StyleSet, width: float, *, final: bool) -> _Grid:
    text = style.table_small if table.small else style.table
    asked = [max(column.width, 1.0) * text.size for column in table.columns]
    room = max(width - 2 * _BESIDE * len(asked), len(asked))
    fitted = fit(asked, _longest_words(table, Setting(text, style.language, final), asked), room, text.size)
    edges = [0.0]
    for column in fitted.columns:
        edges.append(edges[-1] + column + 2 * _BESIDE)
    text = replace(text, size=text.size * fitted.scale, leading=text.leading * fitted.scale)
    return _Grid(tuple(edges), table.columns, Setting(text, style.language, final), table.row_height * MM)


def _longest_words(table: Table, setting: Setting, asked: list[float]) -> list[float]:
    """The longest stretch of each column that should not be broken; a name much wider than its column may be."""
    longest = [widest_whole((Span(column.heading, SpanKind.STRONG),), setting) for column in table.columns]
    for row in table.rows:
        for number, cell in enumerate(row.cells[: len(longest)] if row.kind != "group" else ()):
            if cell.text:
                whole = widest_whole(_spans(cell), setting)
                if cell.name and whole > asked[number] * _WIDENED_FOR_NAMES:
                    whole = widest_whole(_spans(replace(cell, name=False)), setting)
                longest[number] = max(longest[number], whole)
    return longest


def _caption(table: Table, style: StyleSet, width: float, *, final: bool) -> list[Box]:
    if not table.caption:
        return []
    setting = Setting(style.label, style.language, final)
    lines = set_lines((Span(table.caption),), setting, width, align="center")
    boxes = [line_box(line, style.label, keep=len(lines) - number + 1) for number, line in enumerate(lines)]
    return [replace(box, lead=box.keep) for box in boxes]


def _header(grid: _Grid) -> _Cells:
    cells = (Cell(column.heading, strong=True) for column in grid.columns)
    lines = tuple(_cell_lines(grid, cell, grid.cell_width(number), "center") for number, cell in enumerate(cells))
    return _Cells(lines, grid.edges, 0.0, shaded=True)


def _cells(grid: _Grid, row: Row) -> _Cells:
    strong = row.kind in ("group", "total")
    least = max(grid.least, _BLANK_ROW) if row.kind == "blank" else grid.least
    if row.kind == "group":
        cell = Cell(" ".join(cell.text for cell in row.cells if cell.text), strong=True)
        edges = (grid.edges[0], grid.edges[-1])
        return _Cells((_cell_lines(grid, cell, edges[1] - 2 * _BESIDE, "left"),), edges, least, shaded=True)
    cells = [*row.cells, *[Cell("")] * (len(grid.columns) - len(row.cells))][: len(grid.columns)]
    lines = tuple(
        _cell_lines(
            grid, replace(cell, strong=cell.strong or strong), grid.cell_width(number), grid.columns[number].align
        )
        for number, cell in enumerate(cells)
    )
    return _Cells(lines, grid.edges, least)


def _cell_lines(grid: _Grid, cell: Cell, width: float, align: Align) -> tuple[Line, ...]:
    if not cell.text:
        return ()
    return tuple(set_lines(_spans(cell), grid.setting, width, align="left" if align == "justify" else align))


def _spans(cell: Cell) -> Spans:
    kind = SpanKind.STRONG if cell.strong else SpanKind.TEXT
    return (Span(cell.text, SpanKind.NAME if cell.name and not cell.strong else kind),)


def _box(grid: _Grid, cells: _Cells, head: Box | None) -> Box:
    """One row as a box; a row taller than a page is cut between lines."""
    style = grid.style
    count = max((len(lines) for lines in cells.lines), default=1) or 1
    height = max(count * style.leading + 2 * _ABOVE, cells.least)
    panel = _row_panel(cells, style, height)

    def split(room: float) -> tuple[Box, Box]:
        fitting = max(1, min(count - 1, int((room - 2 * _ABOVE) // style.leading)))
        above = replace(cells, lines=tuple(lines[:fitting] for lines in cells.lines), least=0.0, from_top=True)
        below = replace(cells, lines=tuple(lines[fitting:] for lines in cells.lines), least=0.0, from_top=True)
        return _box(grid, above, head), _box(grid, below, head)

    return Box(height, panel.draw, repeat=head, split=split if count > 1 else None)


def _row_panel(cells: _Cells, style: TextStyle, height: float) -> Panel:
    panel = Panel(height)
    if cells.shaded:
        panel.areas.append((cells.edges[0], 0.0, cells.edges[-1] - cells.edges[0], height))
    panel.frame(cells.edges, height)
    for lines, left in zip(cells.lines, cells.edges, strict=False):
        top = _ABOVE if cells.from_top else (height - len(lines) * style.leading) / 2
        panel.write(lines, style, left + _BESIDE, top)
    return panel
