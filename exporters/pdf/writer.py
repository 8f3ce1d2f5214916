"""The PDF writer: blocks → bytes. Same blocks and options, same bytes."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from io import BytesIO
from itertools import accumulate, pairwise

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from exporters.blocks import Block, Cover, Document, Section
from exporters.options import ExportOptions
from exporters.paper import Notice, Written
from exporters.pdf import archive, furniture
from exporters.pdf.boxes import Bookmark, Box, PageOfBoxes, paginate
from exporters.pdf.compact import compact
from exporters.pdf.flow import Flow
from exporters.pdf.ink import Ink
from exporters.pdf.keeping import kept
from exporters.pdf.layers import SEALS, STAPLES, Layers
from exporters.pdf.outline import Outline
from exporters.pdf.properties import LANGUAGE_TAGS, Info, Properties, properties_of
from exporters.pdf.reading import told
from exporters.pdf.tags import Element
from exporters.typeset.fonts import skipped_fonts
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import A4_LONG, A4_SHORT, PageStyle, StyleSet, style_set
from resources.languages import translator

rl_config.useA85 = 0  # pages as bytes, not as ASCII letters: a fifth smaller, and quicker

_VERSION = (1, 7)


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks that share a page shape and, in a paper of several languages, a language."""

    name: str
    blocks: tuple[Block, ...]
    landscape: bool
    style: StyleSet
    language: str = ""  # a section's own


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page to be drawn."""

    shape: PageStyle
    page: PageOfBoxes


def write(document: Document, options: ExportOptions) -> Written:
    """The paper as a PDF file: tagged, every font embedded, text that copies exactly, outline and properties set.

    KnownError("undrawable_character") where no font has a character.
    """
    return write_together((document,), options)


def write_together(documents: Sequence[Document], options: ExportOptions, *, fronts: bool = False) -> Written:
    """Several papers one after the other in one file, each with its own page numbers and marks; named by the first.

    `fronts`: each begins on the front of a sheet, after an empty back where the one before has an odd number of pages.
    """
    with _without_collector():
        return _written(documents, options, fronts=fronts)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Python's collector would go through every box and glyph again and again and find nothing to free."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _written(documents: Sequence[Document], options: ExportOptions, *, fronts: bool) -> Written:
    stream = BytesIO()
    properties = properties_of(documents[0], options)
    canvas = _canvas(properties, stream)
    if any(document.style == "agreement" for document in documents):  # also where a separator sheet comes first
        canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge" if options.duplex else "Simplex")
    ink = Ink(canvas, None if options.archive else _layers(canvas, documents[0].language))
    outline = canvas._doc.Outlines = Outline()
    for document in documents:
        if fronts and len(canvas._doc.Pages.pages) % 2:
            _add_empty_back(ink)
        _add(document, options, ink, outline)
    ink.finish()
    if options.archive:
        archive.add_objects(canvas._doc, properties)  # such a file is written in the plainest way
    else:
        canvas._doc.format = partial(compact, canvas._doc)
    canvas._doc._ID = _file_id(properties, ink)
    canvas.save()
    return Written(stream.getvalue(), len(canvas._doc.Pages.pages), _notices(ink))


def write_page(document: Document, options: ExportOptions, number: int) -> Written:
    """Page `number`, from 1, as a file of its own for the screen; `pages` tells how many there are in all.

    The whole paper is laid out, but paragraphs that were set before are set no more, and only this page is drawn; it
    has neither structure nor outline. IndexError where there is no such page.
    """
    style = style_set(document.style, document.language, options.preset)
    sheets = [sheet for part in _parts(document, style) for sheet in _untold(part, final=options.final)]
    sheet, place = sheets[number - 1], _places(sheets, document)[number - 1]
    stream, properties = BytesIO(), properties_of(document, options)
    canvas = _canvas(properties, stream)
    canvas.setPageCompression(0)  # half the time; the file lives as long as the page is shown
    ink = Ink(canvas, _layers(canvas, document.language))
    ink.pages = place.count
    ink.open_page(sheet.shape.width, sheet.shape.height)
    furniture.draw(ink, document, style, sheet.shape, place, final=options.final)
    for top, box in sheet.page.placed:
        box.draw(ink, sheet.shape.left, sheet.shape.top + top)
    ink.close_page()
    ink.list_layers()
    canvas._doc._ID = _file_id(properties, ink)
    canvas.save()
    return Written(stream.getvalue(), len(sheets), _notices(ink))


def _untold(part: _Part, *, final: bool) -> list[_Sheet]:
    shape = _shape(part)
    boxes = [box for _block, made in _made(part, shape, final=final) for box in made]
    return [_Sheet(shape, page) for page in paginate(boxes, shape.text_height)]


def _canvas(properties: Properties, stream: BytesIO) -> Canvas:
    canvas = Canvas(stream, invariant=1, pageCompression=1, lang=properties.language, pdfVersion=_VERSION)
    canvas._doc.info = Info(properties)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")  # the grid and the seals' places are in true millimeters
    return canvas


def _layers(canvas: Canvas, language: str) -> Layers:
    _ = translator(language).gettext
    return Layers(canvas._doc, {SEALS: _("Seals (screen only)"), STAPLES: _("Staples (screen only)")})


def _file_id(properties: Properties, ink: Ink) -> bytes:
    """Twice the same, since the file was never changed; it depends on all that is drawn."""
    digest = sha256(repr(properties).encode() + ink.drawn.digest()).hexdigest()[:32]
    return f"[<{digest}><{digest}>]".encode()


def _add(document: Document, options: ExportOptions, ink: Ink, outline: Outline) -> None:
    style = style_set(document.style, document.language, options.preset)
    top = ink.structure.root
    sheets = [sheet for part in _parts(document, style) for sheet in _sheets(part, top, final=options.final)]
    places = _places(sheets, document)
    ink.pages, ink.first_pages = places[-1].count, _first_pages(sheets, places)
    fronts = options.duplex or _has_blank_back(document)
    first = next((sheet for sheet in sheets if sheet.page.numbered), None)
    for drawn, (sheet, place) in enumerate(zip(sheets, places, strict=True)):
        if fronts and sheet is first and drawn % 2:
            _add_empty_back(ink)  # of the cover: page 1 is a front
        ink.open_page(sheet.shape.width, sheet.shape.height)
        furniture.draw(ink, document, style, sheet.shape, place, final=options.final)
        _draw(ink, sheet, outline)
        ink.close_page()


def _has_blank_back(document: Document) -> bool:
    return any(isinstance(block, Cover) and block.blank_back for block in document.blocks)


def _first_pages(sheets: Sequence[_Sheet], places: Sequence[furniture.Place]) -> dict[str, int]:
    """Where each entry of the outline's first level begins, for the table of contents; the first of the same name."""
    found: dict[str, int] = {}
    for sheet, place in zip(sheets, places, strict=True):
        for bookmark in (one for _top, box in sheet.page.placed for one in box.bookmarks if one.level == 0):
            found.setdefault(bookmark.title, place.number)
    return found


def _add_empty_back(ink: Ink) -> None:
    ink.open_page(A4_SHORT, A4_LONG)
    ink.close_page()


def _places(sheets: Sequence[_Sheet], document: Document) -> list[furniture.Place]:
    """Page 1 is the first page after the cover."""
    counted = [sheet.page.numbered for sheet in sheets]
    reached = accumulate(map(int, counted))
    shown = (own and document.numbered for own in counted)
    return [furniture.Place(number if own else 0, sum(counted)) for own, number in zip(shown, reached, strict=True)]


def _parts(document: Document, style: StyleSet) -> Iterator[_Part]:
    """The document cut at its sections; at least one part, so that an empty paper has a page."""
    gathered: list[Block] = []
    parts: list[_Part] = []
    for block in document.blocks:
        if not isinstance(block, Section):
            gathered.append(block)
            continue
        if gathered:
            parts.append(_Part("", tuple(gathered), document.landscape, style))
            gathered = []
        landscape = document.landscape if block.landscape is None else block.landscape
        own = _in_language(style, document, block.language)
        parts.append(_Part(block.name, block.blocks, landscape, own, block.language))
    if gathered or not parts:
        parts.append(_Part("", tuple(gathered), document.landscape, style))
    yield from parts


def _in_language(style: StyleSet, document: Document, language: str) -> StyleSet:
    """The looks of a section in a language of its own, on the page of its paper."""
    if not language:
        return style
    return replace(style_set(document.style, language), portrait=style.portrait, landscape=style.landscape)


def _shape(part: _Part) -> PageStyle:
    return part.style.landscape if part.landscape else part.style.portrait


def _sheets(part: _Part, top: Element, *, final: bool) -> list[_Sheet]:
    shape = _shape(part)
    said = f"/Lang({LANGUAGE_TAGS[part.language]})" if part.language else ""
    parent = Element("Sect", top, said) if part.name else top
    made = _made(part, shape, final=final)
    boxes = _named(part.name, [box for block, own in made for box in told(block, own, parent)])
    return [_Sheet(shape, page) for page in paginate(boxes, shape.text_height)]


def _made(part: _Part, shape: PageStyle, *, final: bool) -> Iterator[tuple[Block, list[Box]]]:
    """Each block of a part with its boxes."""
    flow = Flow(part.style, shape, final=final)
    starts = [0]
    for block in part.blocks:
        flow.add_all((block,))
        starts.append(len(flow.boxes))
    for block, (start, stop) in zip(part.blocks, pairwise(starts), strict=True):
        yield block, kept(block, flow.boxes[start:stop])


def _named(name: str, boxes: list[Box]) -> list[Box]:
    """A section's name heads its entries in the outline."""
    first = next((place for place, box in enumerate(boxes) if not box.space), None)
    if not name or first is None:
        return boxes
    box = boxes[first]  # empty room before it is dropped at the top of a page
    named = replace(box, bookmarks=(Bookmark(clean_line(name), 0), *box.bookmarks))
    return [*boxes[:first], named, *boxes[first + 1 :]]


def _draw(ink: Ink, sheet: _Sheet, outline: Outline) -> None:
    shape, page = sheet.shape, len(ink.canvas._doc.Pages.pages)
    for top, box in sheet.page.placed:
        for bookmark in box.bookmarks:
            outline.add(bookmark, page, shape.height - shape.top - top)
        ink.reader = box.reader
        box.draw(ink, shape.left, shape.top + top)
    ink.reader = None


def _notices(ink: Ink) -> tuple[Notice, ...]:
    skipped = [Notice("font_skipped", (("file", font.file), ("reason", font.reason))) for font in skipped_fonts()]
    characters = ink.fallbacks()
    return (*([Notice("fallback_font", (("characters", characters),))] if characters else []), *skipped)
