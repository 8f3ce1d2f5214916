"""Tables: columns scaled to the page, a header repeated on every page, rows in one piece wherever they fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporters.blocks import Align, Cell, Column, Row, Span, SpanKind, Table
from exporters.pdf.boxes import Box, line_box
from exporters.pdf.panels import Panel
from exporters.typeset.breaking import Line
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.styles import MM, StyleSet, TextStyle

_BESIDE = 3.0  # points between a cell's text and its border
_ABOVE = 2.5
_BLANK_ROW = 9 * MM
_LEAST_SCALE = 0.5  # of the type size, where the columns ask for more than the page has


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


def table_boxes(table: Table, style: StyleSet, width: float, *, final: bool) -> list[Box]:
    """The boxes of a table: caption, header, rows."""
    if not table.columns:
        return []
    grid = _grid(table, style, width, final=final)
    head = _box(grid, _header(grid), None)
    head = replace(head, keep=1 if table.rows else 0)
    boxes = [*_caption(table, style, width, final=final), head]
    for row in table.rows:
        box = _box(grid, _cells(grid, row), head)
        boxes.append(replace(box, keep=1) if row.kind == "group" else box)
    return boxes


def _grid(table: Table, style: StyleSet, width: float, *, final: bool) -> _Grid:
    text = style.table_small if table.small else style.table
    asked = [max(column.width, 1.0) * text.size for column in table.columns]
    beside = 2 * _BESIDE * len(asked)
    scale = max(_LEAST_SCALE, min(1.0, (width - beside) / sum(asked)))
    text = replace(text, size=text.size * scale, leading=text.leading * scale)
    share = (width - beside) / sum(asked)
    edges = [0.0]
    for ask in asked:
        edges.append(edges[-1] + max(ask * share, 0.1) + 2 * _BESIDE)
    return _Grid(tuple(edges), table.columns, Setting(text, style.language, final), table.row_height * MM)


def _caption(table: Table, style: StyleSet, width: float, *, final: bool) -> list[Box]:
    if not table.caption:
        return []
    setting = Setting(style.label, style.language, final)
    lines = set_lines((Span(table.caption),), setting, width, align="center")
    return [line_box(line, style.label, keep=len(lines) - number + 1) for number, line in enumerate(lines)]


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
    span = Span(cell.text, SpanKind.STRONG if cell.strong else SpanKind.TEXT)
    return tuple(set_lines((span,), grid.setting, width, align="left" if align == "justify" else align))


def _box(grid: _Grid, cells: _Cells, head: Box | None) -> Box:
    """One row as a box; a row taller than a page is cut between lines."""
    style = grid.style
    count = max((len(lines) for lines in cells.lines), default=1) or 1
    height = max(count * style.leading + 2 * _ABOVE, cells.least)
    panel = _row_panel(cells, style, height)

    def split(room: float) -> tuple[Box, Box]:
        fitting = max(1, min(count - 1, int((room - 2 * _ABOVE) // style.leading)))
        above = replace(cells, lines=tuple(lines[:fitting] for lines in cells.lines), least=0.0)
        below = replace(cells, lines=tuple(lines[fitting:] for lines in cells.lines), least=0.0)
        return _box(grid, above, head), _box(grid, below, head)

    return Box(height, panel.draw, repeat=head, split=split if count > 1 else None)


def _row_panel(cells: _Cells, style: TextStyle, height: float) -> Panel:
    panel = Panel(height)
    if cells.shaded:
        panel.areas.append((cells.edges[0], 0.0, cells.edges[-1] - cells.edges[0], height))
    panel.frame(cells.edges, height)
    for lines, left in zip(cells.lines, cells.edges, strict=False):
        panel.write(lines, style, left + _BESIDE, (height - len(lines) * style.leading) / 2)
    return panel
