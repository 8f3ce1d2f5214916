"""The head of the visits room: the tabs of the routes, the three views, what wants a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from models.rules.dates import format_date, format_time_range
from models.snapshots.shapes import VisitRoute
from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.visits.found import RouteFindings, sentences
from ui.visits.route_tabs import RouteTabs
from ui.visits.words import N_
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon

VIEWS = ("way", "table", "people")
_WORDS = (N_("Timeline"), N_("Table"), N_("People and vehicles"))
LISTED = 12  # findings in the menu


class VisitsHead(QWidget):
    """Two calm lines above everything else."""

    add_requested = Signal()
    view_chosen = Signal(str)
    finding_chosen = Signal(str)  # its place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self._theme = "zh", load_theme("light")
        self._found = RouteFindings()
        self._route: VisitRoute | None = None
        self.tabs, self.add_button = RouteTabs(), QToolButton()
        self.add_button.setProperty("role", "quiet")
        self.add_button.setIconSize(QSize(16, 16))
        self.summary, self.look_button = ElidedLabel(), QPushButton()
        self.summary.setProperty("role", "soft")
        self.look_button.setProperty("role", "warn_link")
        self.view_buttons = tuple(QPushButton() for _view in VIEWS)
        self.actions_line = QHBoxLayout()
        self._views = QButtonGroup(self)
        self._lay_out()
        self.add_button.clicked.connect(self.add_requested)
        self.look_button.clicked.connect(self._open_findings)
        self._views.idClicked.connect(lambda number: self.view_chosen.emit(VIEWS[number]))

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.tabs)
        first.addWidget(self.add_button)
        first.addStretch(1)
        first.addWidget(self.look_button)
        second.setSpacing(8)
        for number, button in enumerate(self.view_buttons):
            button.setProperty("role", "chip")
            button.setCheckable(True)
            self._views.addButton(button, number)
            second.addWidget(button)
        self.view_buttons[0].setChecked(True)
        second.addSpacing(4)
        second.addWidget(self.summary, 1)
        second.addLayout(self.actions_line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(first)
        layout.addLayout(second)

    def show_routes(self, routes: Sequence[VisitRoute], chosen: int | None, found: Mapping[int, RouteFindings]) -> None:
        """Show the tabs, and what there is to say about the chosen route."""
        marked = frozenset(route.id for route in routes if route.id in found and _wants_look(found[route.id]))
        self.tabs.show_routes(routes, chosen, marked)
        self._route = next((route for route in routes if route.id == chosen), None)
        self._found = found.get(chosen, RouteFindings()) if chosen is not None else RouteFindings()
        self._say()

    def show_view(self, key: str) -> None:
        """Which view is shown."""
        self.view_buttons[VIEWS.index(key)].setChecked(True)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self.tabs.read_only = read_only
        self.tabs.setMovable(not read_only)
        self.add_button.setVisible(not read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.tabs.retranslate(language)
        for widget, words in ((self.add_button, _("Add a route")), (self.look_button, _("What wants a look"))):
            widget.setAccessibleName(words)
            widget.setToolTip(words)
        for button, message in zip(self.view_buttons, _WORDS, strict=True):
            button.setText(_(message))
            button.setAccessibleName(_(message))
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.add_button.setIcon(icon("plus", theme))
        self.look_button.setIcon(icon("triangle-alert", theme, "warn"))

    def _say(self) -> None:
        ngettext, count = translator(self.language).ngettext, len(self._found.all())
        said = ngettext("{count} thing wants a look", "{count} things want a look", count).format(count=count)
        self.look_button.setText(ICON_GAP + said)
        self.look_button.setVisible(count > 0)
        self.summary.setText(self._summary())

    def _summary(self) -> str:
        route = self._route
        if route is None:
            return ""
        _, language = translator(self.language).gettext, self.language
        leader = _("led by {name}").format(name=route.leader.person.name.pick(language)) if route.leader else ""
        ends = route.stops[-1].leave if route.stops else None
        said = (format_date(route.day, language), format_time_range(route.departs_at, ends), leader)
        return " · ".join(filter(None, said))

    def _open_findings(self) -> None:
        """A menu of everything found; each line leads to its place."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self._found.all()[:LISTED]
        for finding, words in zip(found, sentences(found, self.language), strict=True):
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, place=finding.place: self.finding_chosen.emit(place))
        menu.popup(self.look_button.mapToGlobal(self.look_button.rect().bottomLeft()))


def _wants_look(found: RouteFindings) -> bool:
    return any(finding.severity != "notice" for finding in found.all())
