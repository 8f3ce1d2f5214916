"""Draws set lines, rules and areas on a page. Places are in points from the left and the top of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from math import cos, sin
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from exporters.pdf.embedding import EmbeddedFace
from exporters.pdf.layers import Layers
from exporters.pdf.objects import FileStream, Raw, Sheet, number_of
from exporters.pdf.tags import Element, Structure
from exporters.typeset.fonts import Face
from exporters.typeset.lines import Line, Run
from exporters.typeset.metrics import BLANK_CHARACTER
from exporters.typeset.outlines import glyph_path

BLACK, GREY, PALE = 0.0, 0.45, 0.88
_SEEN_AS_SPACE = 0.12  # of the em: readers take a wider gap between characters for a space
_GREEN, _RED = "0.05 0.42 0.18", "0.72 0.1 0.08"  # dark enough for a copy in black
_UNDERLINE, _STRIKE, _DECORATION = 0.16, -0.34, 0.7  # drop below the baseline, in sizes; weight in points
_RULE_DROP = 0.18  # of the size: a ruled blank lies below the baseline
_GAP = (0.0).__lt__  # room was added, not taken away
_ARTIFACT = "Artifact"
_Manner = tuple[str, float, float, float]  # font, size, room between characters, how much wider than made
_NO_MANNER: _Manner = ("", 0.0, 0.0, 1.0)  # where a page begins
_CIRCLE = 0.5523  # of the radius: control points of a quarter of a circle


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark is drawn: its gray, the gray and weight of its edge, and its slant in radians."""

    gray: float = BLACK
    edge: float = BLACK
    weight: float = 0.0
    angle: float = 0.0


class LineReader(Protocol):
    """Says to which structure element a line belongs."""

    def element(self, line: Line, left: float) -> Element:
        """The element of a line whose box starts at this edge."""


class Ink:
    """The pen of one paper: keeps its fonts and writes page content straight to the canvas.

    What is drawn while there is a `reader` is text of the element it names; all else is an artifact.
    """

    def __init__(self, canvas: Canvas, layers: Layers | None = None) -> None:
        """`layers` is None where the paper may have none: they are then left out."""
        self.canvas = canvas
        self.height = 0.0
        self.first_pages: dict[str, int] = {}  # outline entry of the first level → page number; set with `pages`
        self.pages = 0  # how many numbered pages the paper has; set before the first is drawn
        self.reader: LineReader | None = None
        self.structure = Structure()
        self.drawn = sha256()  # of every page
        self._layers = layers
        self._faces: dict[Face, EmbeddedFace] = {}
        self._manner = _NO_MANNER  # how text is shown on this page
        self._marked: Element | str = ""  # what the open marked content is
        self._shapes: dict[tuple[object, ...], tuple[str, FileStream]] = {}
        self._resources: dict[bytes, Raw] = {}
        self._drawn_shapes: dict[str, FileStream] = {}
        self._drawn_layers: list[str] = []

    def open_page(self, width: float, height: float) -> None:
        """Start a page of this size."""
        self.canvas.setPageSize((width, height))
        self.canvas._code.clear()  # ReportLab sets a font that is not embedded
        self.height, self._manner = height, _NO_MANNER

    def close_page(self) -> None:
        """End the page."""
        self._mark("")
        document, code = self.canvas._doc, self.canvas._code
        content = "\n".join(code).encode("ascii")
        code.clear()
        self.drawn.update(content)
        document.addPage(Sheet(self.canvas._pagesize, FileStream(content), self._page_resources()))
        self._drawn_shapes, self._drawn_layers = {}, []

    def _page_resources(self) -> Raw:
        """The fonts of the paper and what else this page draws with; pages that draw with the same share one."""
        document = self.canvas._doc
        parts = [f"/Font {document.idToObjectNumberAndVersion['BasicFonts'][0]} 0 R".encode()]
        if self._drawn_shapes:
            shapes = (f"/{name} {number_of(document, one)} 0 R" for name, one in self._drawn_shapes.items())
            parts.append(f"/XObject<<{''.join(shapes)}>>".encode())
        if self._drawn_layers and self._layers is not None:
            parts.append(b"/Properties" + self._layers.properties(self._drawn_layers))
        content = b"<<" + b"".join(parts) + b">>"
        return self._resources.setdefault(content, Raw(content))

    def finish(self) -> None:
        """Put the structure and the layers into the file, when every page is closed."""
        document = self.canvas._doc
        self.structure.add_objects(document, document.Pages.pages)
        self.list_layers()

    def list_layers(self) -> None:
        """Put the layers into the file, so that what is for the screen only is not printed."""
        if self._layers is not None:
            self._layers.add_objects()

    def fallbacks(self) -> str:
        """Every character drawn from a font that is not its role's own, font by font."""
        drawn = (placed for face in self._faces.values() for placed in face.page)
        return "".join(dict.fromkeys(one.character for one in drawn if one.fallback))

    def _embedded(self, face: Face) -> EmbeddedFace:
        if face not in self._faces:
            document = self.canvas._doc
            self._faces[face] = EmbeddedFace(face, f"F{len(self._faces) + 1}")
            document.delayedFonts.append(self._faces[face])
        return self._faces[face]

    def _mark(self, what: Element | str) -> None:
        """Let what is drawn from here on be content of this element, an artifact, or (at the end) nothing."""
        if what is self._marked or what == self._marked:
            return
        if self._marked:
            self.canvas._code.append("EMC")
        self._marked = self._begin(what) if what else ""

    def _begin(self, what: Element | str, properties: str = "") -> Element | str:
        """Open marked content, alone and never inside other: simple readers know only one at a time."""
        if isinstance(what, Element):
            number = self.structure.mark(what, len(self.canvas._doc.Pages.pages))
            self.canvas._code.append(f"/{'Span' if properties else what.kind} <</MCID {number}{properties}>> BDC")
        else:
            self.canvas._code.append(f"/{what} BMC")
        return what

    def line(self, line: Line, left: float, baseline: float, *, gray: float = BLACK) -> None:
        """Draw a set line; `left` is the edge its indent counts from."""
        element = self.reader.element(line, left) if self.reader is not None else _ARTIFACT
        runs = line.runs(left + line.indent)
        for spread, group in _groups(runs, line):
            self._group(group, baseline, line, element, gray=gray, stated=spread and element is not _ARTIFACT)
        if line.decorations:
            self._decorate(line, left, baseline)
        if BLANK_CHARACTER in line.text:
            for start, (first, *_) in runs:
                if first.ruled:
                    y = baseline + first.size * _RULE_DROP
                    self.rule(start, y, start + first.advance, y)

    def _decorate(self, line: Line, left: float, baseline: float) -> None:
        """Underline what was inserted, strike through what was deleted: told apart on a copy without colors, too."""
        size = line.placed[0].size
        for how, start, end in line.decorated(left + line.indent):
            drop, color = (_UNDERLINE, _GREEN) if how == "inserted" else (_STRIKE, _RED)
            y = baseline + size * drop
            self.rule(start, y, end, y, weight=_DECORATION, color=color)

    def _group(
        self, group: Sequence[Run], baseline: float, line: Line, element: Element | str, *, gray: float, stated: bool
    ) -> None:
        """Draw runs as one text object; `stated`: with the text a reader should copy."""
        before, after = ("BT", "ET") if gray == BLACK else (f"{gray:g} g BT", "ET 0 g")
        self._mark("" if stated else element)
        if stated:
            text = "".join([one.character for _start, run in group for one in run])
            self._marked = self._begin(element, f"/ActualText <feff{text.encode('utf-16-be').hex()}>")
        shown = self._shown(group, f"{self.height - baseline:.3f}", line.stretch)
        self.canvas._code.append(f"{before}\n{shown}{after}")
        if stated:
            self._mark("")

    def _shown(self, group: Sequence[Run], y: str, stretch: float) -> str:
        """The operators that show runs of one line; each says only what differs from what was shown before it."""
        said, x = [], 0.0
        for start, run in group:
            first = run[0]
            assert first.face is not None
            face = self._faces.get(first.face) or self._embedded(first.face)
            spacing = (first.spare + stretch) / first.widened if first.wide and len(run) > 1 else 0.0
            manner = (face.name, first.size, spacing, first.widened)
            if manner != self._manner:
                said.append(_change(self._manner, manner))
                self._manner = manner
            place = start + first.shift
            said.append(f"{place - x:.3f} {y} Td <")
            said.extend(map(face.page.__getitem__, run))
            said.append("> Tj\n")
            x, y = place, "0"
        return "".join(said)

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        weight: float = 0.5,
        gray: float = BLACK,
        color: str = "",
    ) -> None:
        """Draw a straight line; `color` as red, green and blue takes the place of the gray."""
        self._mark(_ARTIFACT)
        ink = f"{color} RG" if color else f"{gray:g} G"
        self.canvas._code.append(
            f"{weight:g} w {ink} {x1:.3f} {self.height - y1:.3f} m {x2:.3f} {self.height - y2:.3f} l S"
        )

    def area(self, left: float, top: float, width: float, height: float, *, gray: float = PALE) -> None:
        """Fill a rectangle."""
        self._mark(_ARTIFACT)
        self.canvas._code.append(
            f"{gray:g} g {left:.3f} {self.height - top - height:.3f} {width:.3f} {height:.3f} re f 0 g"
        )

    def circle(self, x: float, y: float, radius: float, *, weight: float = 0.5, gray: float = GREY) -> None:
        """Draw a circle around a point."""
        self._mark(_ARTIFACT)
        y, bend = self.height - y, radius * _CIRCLE
        curves = " ".join(
            f"{x + radius * c - bend * s:.3f} {y + radius * s + bend * c:.3f} "
            f"{x - radius * s + bend * c:.3f} {y + radius * c + bend * s:.3f} "
            f"{x - radius * s:.3f} {y + radius * c:.3f} c"
            for c, s in ((1, 0), (0, 1), (-1, 0), (0, -1))
        )
        self.canvas._code.append(f"{weight:g} w {gray:g} G {x + radius:.3f} {y:.3f} m {curves} s")

    @contextmanager
    def on_layer(self, name: str) -> Iterator[bool]:
        """Draw on a layer; False where the paper has none, and nothing should be drawn."""
        if self._layers is None:
            yield False
            return
        self._layers.group(name)
        if name not in self._drawn_layers:
            self._drawn_layers.append(name)
        self._mark("")
        self.canvas._code.append(f"/OC /{name} BDC")
        yield True
        self._mark("")
        self.canvas._code.append("EMC")

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """Draw upside down, turned about this point; what stands there repeats other text and is an artifact."""
        self._mark("")
        reader, self.reader, manner = self.reader, None, self._manner
        self.canvas._code.append(f"q -1 0 0 -1 {2 * x:.3f} {2 * (self.height - y):.3f} cm")
        yield
        self._mark("")
        self.canvas._code.append("Q")
        self.reader, self._manner = reader, manner  # the file forgets fonts chosen meanwhile

    def mark(self, line: Line, x: float, y: float, look: Look) -> None:
        """Draw a line as mere shapes, turned about its left end: a mark that is not part of the text, stored once."""
        key = (line.text, x, y, look)
        if key not in self._shapes:
            self._shapes[key] = (f"M{len(self._shapes) + 1}", self._form(line, x, y, look))
        name, form = self._shapes[key]
        self._drawn_shapes[name] = form
        self._mark(_ARTIFACT)
        self.canvas._code.append(f"/{name} Do")

    def _form(self, line: Line, x: float, y: float, look: Look) -> FileStream:
        turn = f"{cos(look.angle):.5f} {sin(look.angle):.5f} {-sin(look.angle):.5f} {cos(look.angle):.5f}"
        shapes = "\n".join(_shapes(line))
        edge = f"{look.edge:g} G {look.weight:g} w\n{shapes}\nS\n" if look.weight else ""  # under the gray
        content = f"q {turn} {x:.3f} {self.height - y:.3f} cm\n{edge}{look.gray:g} g\n{shapes}\nf Q"
        width, height = self.canvas._pagesize
        keys = {"Type": "/XObject", "Subtype": "/Form", "BBox": f"[0 0 {width:.3f} {height:.3f}]", "Resources": "<<>>"}
        return FileStream(content.encode("ascii"), keys)


def _shapes(line: Line) -> Iterator[str]:
    at = 0.0
    for placed in line.placed:
        if placed.face is not None:
            scale = placed.size / placed.face.file.units
            yield glyph_path(placed.face.file, placed.glyph, scale, at + placed.shift)
        at += placed.advance


def _change(before: _Manner, after: _Manner) -> str:
    """The operators that change how text is shown: font and size, room between characters, width."""
    font = f"/{after[0]} {after[1]:g} Tf " if after[:2] != before[:2] else ""
    spacing = f"{after[2]:.4f} Tc " if after[2] != before[2] else ""
    return f"{font}{spacing}{100 * after[3]:.2f} Tz " if after[3] != before[3] else font + spacing


def _groups(runs: list[Run], line: Line) -> Iterator[tuple[bool, list[Run]]]:
    """The runs that draw something, grouped by whether their text must be stated for copying.

    A reader would copy the room between Han and Latin, or of a widely spread line, as a space. Beyond U+FFFF nothing is
    stated: PDFium drops such characters from stated text, and the font's own map is exact.
    """
    if not runs:
        return
    spread = line.stretch > _SEEN_AS_SPACE * line.placed[0].size
    stated = spread or any(map(_GAP, line.gaps.values()))
    drawn = [one for one in runs if one[1][0].face is not None]
    if not stated or max(line.text) <= "\uffff":
        yield from [(stated, drawn)] if drawn else []
        return
    for marked, group in groupby(drawn, key=lambda one: all(placed.character <= "\uffff" for placed in one[1])):
        yield marked, list(group)
