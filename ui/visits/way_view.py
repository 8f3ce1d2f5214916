"""The timeline in its frame, with the line below it in which a stop is added by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.snapshots.shapes import VisitRoute, VisitStop
from resources.languages import translator
from ui.theme import Theme
from ui.visits.found import RouteFindings, sentences
from ui.visits.timeline import Timeline
from ui.visits.words import contact
from ui.widgets.picker import Entry, Picker

NEAR_EDGE = 48
WARN = {"error": "bad", "warning": "warn", "notice": "warn"}


class WayView(QFrame):
    """One route as a timeline."""

    unit_picked = Signal(int)
    place_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.timeline, self.add_line = Timeline(), Picker()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.timeline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 10)
        layout.setSpacing(6)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.add_line)
        self.add_line.picked.connect(self._picked)
        self.add_line.create_requested.connect(self._typed)
        self.timeline.stop_chosen.connect(self._show_chosen)
        self.timeline.carried.connect(self._follow)
        self.language = "zh"

    def show_route(self, route: VisitRoute, found: RouteFindings) -> None:
        """Show a route with what was found about its stops."""
        lines = {stop.id: self._lines(stop, found) for stop in route.stops}
        ngettext, count = translator(self.language).ngettext, len(found.people)
        said = ngettext("▲ {count} person: look at the times", "▲ {count} people: look at the times", count)
        self.timeline.show_route(route, lines, said.format(count=count) if count else "")

    def offer(self, units: Sequence[Entry]) -> None:
        """The units that may be visited."""
        self.add_line.offer(units)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self.timeline.read_only = read_only
        self.add_line.setVisible(not read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.timeline.retranslate(language)
        self.timeline.setAccessibleName(_("Stops of the route"))
        self._area.setAccessibleName(_("Stops of the route"))
        self.add_line.create_words = _("Add “{text}” as a place")
        self.add_line.line.setPlaceholderText(_("＋ Type a unit or a place to add a stop"))
        self.add_line.line.setAccessibleName(_("Add a stop"))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.timeline.retheme(theme)

    def begin_stop(self) -> None:
        """Go to the line in which a stop is added."""
        self.add_line.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lines(self, stop: VisitStop, found: RouteFindings) -> tuple[tuple[str, str], ...]:
        """What a card says below the name: activity, people, then what wants a look."""
        language = self.language
        _ = translator(language).gettext
        guide = stop.guide.pick(language)
        people = (
            _("Guide {name}").format(name=guide) if guide else "",
            contact(stop, language),
            stop.participants.pick(language),
        )
        said = [("ink_soft", _one_line(stop.activity.pick(language))), ("ink_faint", " · ".join(filter(None, people)))]
        said.append(("ink_faint", _one_line(stop.remarks.pick(language))))
        shown = [each for each in found.stops.get(stop.id, ()) if each.code != "stop_reached_too_late"]
        said += [
            (WARN[each.severity], f"▲ {words}") for each, words in zip(shown, sentences(shown, language), strict=True)
        ]
        return tuple(line for line in said if line[1])

    def _picked(self, unit_id: int | None) -> None:
        if unit_id is not None:
            self.add_line.set_value(None)
            self.unit_picked.emit(unit_id)

    def _typed(self, text: str) -> None:
        self.add_line.set_value(None)
        self.place_typed.emit(text)

    def _follow(self, height: int) -> None:
        """A card is carried to the edge: the way goes on."""
        self._area.ensureVisible(self.timeline.width() // 2, height, 0, NEAR_EDGE)

    def _show_chosen(self, stop_id: int | None) -> None:
        block = self.timeline.block_of(stop_id)
        if block is not None:
            self._area.ensureVisible(self.timeline.width() // 2, block.top + block.height // 2, 0, block.height)


def _one_line(text: str) -> str:
    return " ".join(text.split())
