"""The PDF writer: blocks → bytes. Same blocks and options, same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from exporters.blocks import Block, Document, Section
from exporters.options import ExportOptions
from exporters.paper import Notice, Written
from exporters.pdf import furniture
from exporters.pdf.boxes import Bookmark, Box, PageOfBoxes, paginate
from exporters.pdf.flow import Flow
from exporters.pdf.ink import Ink
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import PageStyle, StyleSet, style_set

rl_config.useA85 = 0  # pages as bytes, not as ASCII letters: a fifth smaller, and quicker

_LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
_VERSION = (1, 7)
_CREATOR = "签约台 Signing Desk"


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks that share a page shape."""

    name: str
    blocks: tuple[Block, ...]
    landscape: bool


def write(document: Document, options: ExportOptions) -> Written:
    """The paper as a PDF file: every font embedded, text that copies exactly, outline and properties set.

    KnownError("undrawable_character") where no font has a character.
    """
    style = style_set(document.style, document.language)
    pages = [placed for part in _parts(document) for placed in _pages_of(part, style, final=options.final)]
    stream = BytesIO()
    canvas = _canvas(document, options, stream)
    ink = Ink(canvas)
    outline = _Outline(canvas)
    for number, (shape, page) in enumerate(pages, start=1):
        ink.open_page(shape.width, shape.height)
        furniture.draw(ink, document, style, shape, furniture.Place(number, len(pages)), final=options.final)
        _draw(ink, page, shape, outline)
        canvas.showPage()
    canvas.save()
    return Written(stream.getvalue(), len(pages), _notices(ink))


def _canvas(document: Document, options: ExportOptions, stream: BytesIO) -> Canvas:
    language = _LANGUAGE_TAGS.get(document.language, document.language)
    canvas = Canvas(stream, invariant=1, pageCompression=1, lang=language, pdfVersion=_VERSION)
    canvas.setTitle(clean_line(document.title))
    canvas.setAuthor(clean_line(options.organization_name))
    canvas.setSubject(clean_line(document.subject))
    canvas.setKeywords(", ".join(map(clean_line, document.keywords)))
    canvas.setCreator(_CREATOR)
    stamp = f"D:{options.made_at:%Y%m%d%H%M%S}"
    canvas.setDateFormatter(lambda *_now: stamp)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")  # the grid and the seals' places are in true millimeters
    return canvas


def _parts(document: Document) -> Iterator[_Part]:
    """The document cut at its sections; at least one part, so that an empty paper has a page."""
    gathered: list[Block] = []
    parts: list[_Part] = []
    for block in document.blocks:
        if not isinstance(block, Section):
            gathered.append(block)
            continue
        if gathered:
            parts.append(_Part("", tuple(gathered), document.landscape))
            gathered = []
        landscape = document.landscape if block.landscape is None else block.landscape
        parts.append(_Part(block.name, block.blocks, landscape))
    if gathered or not parts:
        parts.append(_Part("", tuple(gathered), document.landscape))
    yield from parts


def _pages_of(part: _Part, style: StyleSet, *, final: bool) -> list[tuple[PageStyle, PageOfBoxes]]:
    shape = style.landscape if part.landscape else style.portrait
    flow = Flow(style, shape, final=final)
    flow.add_all(part.blocks)
    return [(shape, page) for page in paginate(_named(part.name, flow.boxes), shape.text_height)]


def _named(name: str, boxes: list[Box]) -> list[Box]:
    """A section's name heads its entries in the outline."""
    if not name or not boxes:
        return boxes
    first, *rest = boxes
    return [replace(first, bookmarks=(Bookmark(clean_line(name), 0), *first.bookmarks)), *rest]


def _draw(ink: Ink, page: PageOfBoxes, shape: PageStyle, outline: _Outline) -> None:
    for top, box in page.placed:
        for bookmark in box.bookmarks:
            outline.add(bookmark, shape.height - shape.top - top)
        box.draw(ink, shape.left, shape.top + top)


class _Outline:
    """Writes outline entries; a level never lies more than one below the entry before it."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._count = 0
        self._last = -1

    def add(self, bookmark: Bookmark, height: float) -> None:
        """Add an entry that leads to this height on the current page."""
        self._count += 1
        self._last = min(bookmark.level, self._last + 1)
        key = f"b{self._count}"
        self._canvas.bookmarkHorizontal(key, 0, height)
        self._canvas.addOutlineEntry(bookmark.title, key, self._last)


def _notices(ink: Ink) -> tuple[Notice, ...]:
    characters = ink.fallbacks()
    return (Notice("fallback_font", (("characters", characters),)),) if characters else ()
