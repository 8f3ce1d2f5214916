"""Draws set lines, rules and areas on a page. Places are in points from the left and the top of the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from exporters.pdf.embedding import EmbeddedFace
from exporters.typeset.breaking import Line
from exporters.typeset.fonts import Face
from exporters.typeset.metrics import Placed

BLACK, GREY, PALE = 0.0, 0.45, 0.88
_Run = tuple[float, list[Placed]]
_SEEN_AS_SPACE = 0.12  # of the em: readers take a wider gap between characters for a space
_SAME = 0.001  # points
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
        """Every character drawn from a font that is not its role's own, in order of first use."""
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
        return f"/{embedded.name} {first.size:g} Tf {spacing:.4f} Tc 1 0 0 1 {x:.3f} {y:.3f} Tm <{shown}> Tj"

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

    def slanted(self, line: Line, x: float, y: float, *, gray: float, cosine: float, sine: float) -> None:
        """Draw a line turned about its left end."""
        canvas = self.canvas
        canvas._code.append(f"q {cosine:.5f} {sine:.5f} {-sine:.5f} {cosine:.5f} {x:.3f} {self.height - y:.3f} cm")
        height, self.height = self.height, 0.0
        self.line(line, 0.0, 0.0, gray=gray)
        self.height = height
        canvas._code.append("Q")

    def artifact(self) -> None:
        """Begin what is not part of the text: page numbers, marks."""
        self.canvas._code.append("/Artifact BMC")

    def end(self) -> None:
        """End what `artifact` began."""
        self.canvas._code.append("EMC")


def _groups(runs: list[_Run], line: Line) -> Iterator[tuple[bool, list[_Run]]]:
    """The runs that draw something, grouped by whether their text must be stated for copying.

    A reader would copy the room between Han and Latin, or of a widely spread line, as a space. Stated text is left alone
    beyond U+FFFF, where PDFium drops it; there the font's own map is exact.
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
    for number, placed in enumerate(line.placed):
        gap = line.gaps.get(number, 0.0)
        stretch = line.stretch if number and line.stretches(number) else 0.0
        if run and (gap or not _continues(run[-1], placed, line.stretch, stretch)):
            yield run_start, run
            run = []
        x += gap + stretch
        if not run:
            run_start = x
        run.append(placed)
        x += placed.advance
    if run:
        yield run_start, run


def _continues(before: Placed, after: Placed, asked: float, given: float) -> bool:
    """Whether one operator can show both: same font and size, the same spacing after each."""
    if before.face is not after.face or before.face is None or before.size != after.size or before.wide != after.wide:
        return False
    if not before.wide:
        return given == 0.0
    return given == asked and before.shift == after.shift and abs(before.spare - after.spare) < _SAME
