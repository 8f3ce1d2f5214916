"""A panel: lines, rules and areas at fixed places, drawn as one box. Rows of tables and places to sign are panels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exporters.pdf.boxes import baseline
from exporters.pdf.ink import PALE, Ink
from exporters.pdf.seals import draw_rings
from exporters.typeset.breaking import Line
from exporters.typeset.styles import TextStyle


@dataclass(slots=True)
class Panel:
    """Things to draw, each with its place from the left and top of the panel."""

    height: float = 0.0
    lines: list[tuple[float, float, Line]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    areas: list[tuple[float, float, float, float]] = field(default_factory=list)
    seals: list[tuple[float, float]] = field(default_factory=list)  # their middles

    def write(self, lines: Sequence[Line], style: TextStyle, left: float, top: float) -> float:
        """Put lines below one another; returns where they end."""
        for line in lines:
            self.lines.append((left, top + baseline(style), line))
            top += style.leading
        self.height = max(self.height, top)
        return top

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Put a straight line."""
        self.rules.append((x1, y1, x2, y2))

    def frame(self, edges: Sequence[float], height: float) -> None:
        """Put borders around cells whose edges stand at these places."""
        self.rules += [(edges[0], 0.0, edges[-1], 0.0), (edges[0], height, edges[-1], height)]
        self.rules += [(edge, 0.0, edge, height) for edge in edges]

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw everything with the panel's corner at this place."""
        for x, y, width, height in self.areas:
            ink.area(left + x, top + y, width, height, gray=PALE)
        for x1, y1, x2, y2 in self.rules:
            ink.rule(left + x1, top + y1, left + x2, top + y2)
        for x, y, line in self.lines:
            ink.line(line, left + x, top + y)
        for x, y in self.seals:
            draw_rings(ink, left + x, top + y)
