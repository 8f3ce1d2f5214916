"""Rings where seals go: to be seen on the screen, so that whoever stamps knows the place, and never printed."""

from __future__ import annotations

from exporters.pdf.ink import GREY, Ink
from exporters.pdf.layers import SEALS
from exporters.typeset.styles import MM

RINGS = (42 * MM, 45 * MM)  # across: seals of units, and of county governments


def draw_rings(ink: Ink, x: float, y: float) -> None:
    """Draw the rings around a point."""
    with ink.on_layer(SEALS) as shown:
        for across in RINGS if shown else ():
            ink.circle(x, y, across / 2, gray=GREY)
