"""Blocks → an Excel workbook that prints on A4, or A3 where it is wide, as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exporters.blocks import Block, Document, Section, Table
from exporters.final_mark import mark_of
from exporters.office_package import with_fixed_times
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.typeset.safe_text import clean_line, clean_text
from exporters.xlsx.columns import grid, measured, needs_large_paper
from exporters.xlsx.forms import protect
from exporters.xlsx.page_breaks import page_room, rows_before_breaks
from exporters.xlsx.sheet import SheetWriter
from exporters.xlsx.sheet_names import sheet_names
from exporters.xlsx.sheet_rows import SheetRows
from exporters.xlsx.styles import StyleBook
from resources.languages import translator

MILLIMETERS = 1 / 25.4  # in inches
HIGHEST_FROZEN = 260.0  # points; a taller head would fill the window of a laptop
LONGEST_FOOTER = 90  # characters; Excel calls a file broken whose whole footer has more than 255
PREVIEW_ZOOM = 100


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    blocks: tuple[Block, ...]
    landscape: bool

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))


def write(document: Document, options: ExportOptions) -> Written:
    """The paper as .xlsx: each section a sheet. The number of printed pages is Excel's to say."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    book = StyleBook(workbook, document.language)
    sheets = tuple(_sheets(document))
    filled: dict[str, Callable[[bytes], bytes]] = {}
    for sheet, name in zip(sheets, sheet_names(clean_text(sheet.name) for sheet in sheets), strict=True):
        rows = _write_sheet(workbook.create_sheet(name), sheet, book, document, options)
        filled[f"xl/worksheets/sheet{len(filled) + 1}.xml"] = rows.fill
    _set_properties(workbook, document, options)
    stream = BytesIO()
    workbook.save(stream)
    return Written(with_fixed_times(stream.getvalue(), options.made_at, filled))


def _sheets(document: Document) -> Iterator[_Sheet]:
    """Sections, and the blocks before, between and after them."""
    loose: list[Block] = []
    found = False
    for block in document.blocks:
        if not isinstance(block, Section):
            loose.append(block)
            continue
        if loose:
            yield _Sheet(document.title, tuple(loose), document.landscape)
            loose = []
        found = True
        landscape = document.landscape if block.landscape is None else block.landscape
        yield _Sheet(block.name, block.blocks, landscape)
    if loose or not found:
        yield _Sheet(document.title, tuple(loose), document.landscape)


def _write_sheet(
    worksheet: Worksheet, sheet: _Sheet, book: StyleBook, document: Document, options: ExportOptions
) -> SheetRows:
    language, landscape = document.language, sheet.landscape
    needs = measured(sheet.tables, language)
    is_form = any(table.form for table in sheet.tables)  # goes to offices that have A4
    large = not is_form and needs_large_paper(needs, landscape=landscape)
    widths = grid(needs, landscape=landscape, large=large)
    writer = SheetWriter(worksheet, book, widths, language=language, final=options.final)
    writer.write(sheet.blocks)
    _set_page(worksheet, landscape=landscape, large=large)
    _end_pages(worksheet, writer, page_room(widths, landscape=landscape, large=large))
    _set_footer(worksheet, document)
    _repeat_header(worksheet, writer, sheet.tables)
    worksheet.print_area = f"A1:{get_column_letter(len(widths))}{writer.last_row}"
    worksheet.sheet_view.showGridLines = False
    worksheet.sheet_view.zoomScale = PREVIEW_ZOOM
    if writer.is_form:
        protect(worksheet)
    return writer.rows


def _set_page(worksheet: Worksheet, *, landscape: bool, large: bool) -> None:
    """A4, or A3 for a sheet of many columns; as wide as the page, as many pages down as it takes."""
    setup = worksheet.page_setup
    setup.paperSize = worksheet.PAPERSIZE_A3 if large else worksheet.PAPERSIZE_A4
    setup.orientation = "landscape" if landscape else "portrait"
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup.fitToWidth, setup.fitToHeight = 1, 0
    worksheet.print_options.horizontalCentered = True
    margins = worksheet.page_margins
    margins.left = margins.right = 15 * MILLIMETERS
    margins.top, margins.bottom = 18 * MILLIMETERS, 20 * MILLIMETERS
    margins.header, margins.footer = 8 * MILLIMETERS, 10 * MILLIMETERS


def _end_pages(worksheet: Worksheet, writer: SheetWriter, room: float) -> None:
    """Breaks by hand, unless the paper has its own."""
    if not worksheet.row_breaks.brk:
        for row in rows_before_breaks(writer.rows.heights, writer.kept, room):
            worksheet.row_breaks.append(Break(id=row))


def _set_footer(worksheet: Worksheet, document: Document) -> None:
    _ = translator(document.language).gettext
    footer = worksheet.oddFooter
    assert footer is not None
    # Translators: &P and &N are Excel's own codes for the page and the number of pages; keep them.
    footer.center.text = _("Page &P of &N")
    if document.footer:
        footer.left.text = clean_line(document.footer)[:LONGEST_FOOTER].replace("&", "&&")


def _repeat_header(worksheet: Worksheet, writer: SheetWriter, tables: tuple[Table, ...]) -> None:
    """The table's head on every page and always in sight; with unlike tables it would stand over the wrong one."""
    if not writer.header_rows or any(table.columns != tables[0].columns for table in tables):
        return
    header = writer.header_rows[0]
    worksheet.print_title_rows = f"{header}:{header}"
    above = sum(writer.rows.heights[:header])
    if above <= HIGHEST_FROZEN:
        worksheet.freeze_panes = f"A{header + 1}"


def _set_properties(workbook: Workbook, document: Document, options: ExportOptions) -> None:
    properties = workbook.properties
    properties.title = clean_text(document.title)
    properties.subject = clean_text(document.subject) or None
    properties.creator = clean_text(options.organization_name) or "签约台 Signing Desk"
    properties.keywords = clean_text("、".join(document.keywords)) or None
    properties.language = "en-US" if document.language == "en" else "zh-CN"
    properties.contentStatus = mark_of(options)
    properties.created = properties.modified = options.made_at
