"""Draws set lines, rules and areas on a page. Places are in points from the left and the top of the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import cos, sin

from reportlab.pdfgen.canvas import Canvas

from exporters.pdf.embedding import EmbeddedFace
from exporters.typeset.breaking import Line
from exporters.typeset.fonts import Face
from exporters.typeset.metrics import Placed
from exporters.typeset.outlines import glyph_path

BLACK, GREY, PALE = 0.0, 0.45, 0.88
_Run = tuple[float, list[Placed]]
_SEEN_AS_SPACE = 0.12  # of the em: readers take a wider gap between characters for a space
_RULE_DROP = 0.18  # of the size: a ruled blank lies below the baseline


class Ink:
    """The pen of one paper: keeps its fonts and writes page content straight to the canvas."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.height = 0.0
        self._faces: dict[Face, EmbeddedFace] = {}
        canvas._preamble = "1 0 0 1 0 0 cm"  # ReportLab would name Helvetica, which is not embedded, on every page

    def open_page(self, width: float, height: float) -> None:
        """Start a page of this size."""
        self.canvas.setPageSize((width, height))
        self.height = height

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

    def line(self, line: Line, left: float, baseline: float, *, gray: float = BLACK) -> None:
        """Draw a set line; `left` is the edge its indent counts from."""
        runs = list(_runs(line, left + line.indent))
        code = [
            part for marked, group in _groups(runs, line) for part in self._group(group, baseline, line, marked=marked)
        ]
        if code:
            before, after = ("BT", "ET") if gray == BLACK else (f"{gray:g} g BT", "ET 0 g")
            self.canvas._code.append("\n".join((before, *code, after)))
        for start, (first, *_) in runs:
            if first.ruled:
                y = baseline + first.size * _RULE_DROP
                self.rule(start, y, start + first.advance, y)

    def _group(self, group: list[_Run], baseline: float, line: Line, *, marked: bool) -> list[str]:
        upright = self.height - baseline
        shown = [self._shown(run, start + run[0].shift, upright, line.stretch) for start, run in group]
        if not marked:
            return shown
        text = "".join(one.character for _start, run in group for one in run)
        return [f"/Span <</ActualText <feff{text.encode('utf-16-be').hex()}>>> BDC", *shown, "EMC"]

    def _shown(self, run: list[Placed], x: float, y: float, stretch: float) -> str:
        first = run[0]
        assert first.face is not None
        embedded = self._embedded(first.face)
        page = embedded.page
        spacing = first.spare + stretch if first.wide and len(run) > 1 else 0.0
        shown = "".join([page[one] for one in run])
        across = f"{100 * first.widened:.2f} Tz " if first.widened != 1.0 else ""
        back = " 100 Tz" if across else ""
        spacing /= first.widened
        return (
            f"/{embedded.name} {first.size:g} Tf {spacing:.4f} Tc {across}1 0 0 1 {x:.3f} {y:.3f} Tm <{shown}> Tj{back}"
        )

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, weight: float = 0.5, gray: float = BLACK) -> None:
        """Draw a straight line."""
        self.canvas._code.append(
            f"{weight:g} w {gray:g} G {x1:.3f} {self.height - y1:.3f} m {x2:.3f} {self.height - y2:.3f} l S"
        )

    def area(self, left: float, top: float, width: float, height: float, *, gray: float = PALE) -> None:
        """Fill a rectangle."""
        self.canvas._code.append(
            f"{gray:g} g {left:.3f} {self.height - top - height:.3f} {width:.3f} {height:.3f} re f 0 g"
        )

    def artifact(self) -> None:
        """Begin what is not part of the text: page numbers, marks."""
        self.canvas._code.append("/Artifact BMC")

    def end(self) -> None:
        """End what `artifact` began."""
        self.canvas._code.append("EMC")

    def slanted_mark(self, line: Line, x: float, y: float, *, gray: float, angle: float) -> None:
        """Draw a line as mere shapes, turned about its left end: a mark that is not part of the text, stored once."""
        name = f"mark-{x:.0f}-{y:.0f}"
        if not self.canvas.hasForm(name):
            self.canvas.beginForm(name, 0, 0, *self.canvas._pagesize)
            turn = f"{cos(angle):.5f} {sin(angle):.5f} {-sin(angle):.5f} {cos(angle):.5f}"
            shapes = "\n".join(_shapes(line))
            self.canvas._code.append(f"q {turn} {x:.3f} {self.height - y:.3f} cm {gray:g} g\n{shapes}\nf Q")
            self.canvas.endForm()
        self.canvas.doForm(name)


def _shapes(line: Line) -> Iterator[str]:
    at = 0.0
    for placed in line.placed:
        if placed.face is not None:
            scale = placed.size / placed.face.file.units
            yield glyph_path(placed.face.file, placed.glyph, scale, at + placed.shift)
        at += placed.advance


def _groups(runs: list[_Run], line: Line) -> Iterator[tuple[bool, list[_Run]]]:
    """The runs that draw something, grouped by whether their text must be stated for copying.

    A reader would copy the room between Han and Latin, or of a widely spread line, as a space. Beyond U+FFFF nothing is
    stated: PDFium drops such characters from stated text, and the font's own map is exact.
    """
    spread = line.stretch > _SEEN_AS_SPACE * line.placed[0].size if line.placed else False
    stated = spread or any(gap > 0 for gap in line.gaps.values())
    drawn = [one for one in runs if one[1][0].face is not None]
    for marked, group in groupby(
        drawn, key=lambda one: stated and all(placed.character <= "\uffff" for placed in one[1])
    ):
        yield marked, list(group)


def _runs(line: Line, start: float) -> Iterator[_Run]:
    """The line cut into runs that one text operator shows, each with the place of its first character."""
    run: list[Placed] = []
    x = run_start = start
    spread, gaps, stretches = line.stretch, line.gaps, line.stretches
    for number, placed in enumerate(line.placed):
        step = spread if spread and number and stretches(number) else 0.0
        gap = gaps.get(number, 0.0)
        manner = placed.manner
        if run and (gap or manner < 0 or manner != run[-1].manner or step != (spread if placed.wide else 0.0)):
            yield run_start, run
            run = []
        x += gap + step
        if not run:
            run_start = x
        run.append(placed)
        x += placed.advance
    if run:
        yield run_start, run
