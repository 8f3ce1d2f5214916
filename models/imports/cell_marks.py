"""Collects what cells carry besides values, one thing after the other, into one mark for each cell."""

from __future__ import annotations

from dataclasses import replace

from models.imports.book import CellMark, Place


class CellMarks:
    """The marks of a sheet while it is read."""

    def __init__(self) -> None:
        self.found: dict[Place, CellMark] = {}

    def _at(self, place: Place) -> CellMark:
        return self.found.get(place, CellMark())

    def strike(self, place: Place, part: str = "") -> None:
        """The cell is struck through, or only these words of it."""
        mark = self._at(place)
        self.found[place] = replace(mark, struck_text=part) if part else replace(mark, struck=True)

    def comment(self, place: Place, text: str) -> None:
        """Somebody has written a note on the cell."""
        if text:
            self.found[place] = replace(self._at(place), comment=text)

    def picture(self, place: Place) -> None:
        """A picture stands in the cell; that it is kept as a formula tells nobody anything."""
        self.found[place] = replace(self._at(place), picture=True, formula=False, error="")

    def error(self, place: Place, text: str) -> None:
        """The formula of the cell has failed."""
        self.found[place] = replace(self._at(place), error=text)

    def formula(self, place: Place) -> None:
        """The formula of the cell was never worked out."""
        self.found[place] = replace(self._at(place), formula=True)

    def within(self, rows: int) -> dict[Place, CellMark]:
        """The marks of the rows that were read."""
        return {place: mark for place, mark in sorted(self.found.items()) if place[0] < rows}
