"""The side pages of the agreements room (`page_table`): their commands, and each page, made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QWidget

from resources.languages import translator
from ui.agreements.page_table import PAGES, PageRow, load_page
from ui.widgets.icons import ICON_GAP, icon

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.snapshots.shapes import Agreement, MeetingSnapshot
    from ui.agreements.side_page import SidePage
    from ui.office import Office
    from ui.theme import Theme

Chosen = Callable[[], "Agreement | None"]


class SidePages(QObject):
    """Opens the pages in the room's stack. `chosen` says which agreement a command is about."""

    opening = Signal()  # what is typed should be stored
    left = Signal(object)  # the agreement the page was of, or None

    def __init__(self, stack: QStackedWidget, chosen: Chosen) -> None:
        super().__init__(stack)
        self._stack, self._chosen = stack, chosen
        self._made: dict[str, SidePage] = {}
        self._office: Office | None = None
        self._snapshot: MeetingSnapshot | None = None
        self._findings: tuple[Finding, ...] = ()
        self._theme: Theme | None = None
        self._language = "zh"
        self._buttons: list[tuple[QPushButton, PageRow | None]] = []
        self.actions = {row.key: self._action(row) for row in PAGES}

    def _action(self, row: PageRow) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(row.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: self.open(row.key))
        return action

    def buttons(self, parent: QWidget, *, of_one: bool) -> tuple[QPushButton, ...]:
        """A button for each page that has one of its own, and “More” for the others."""
        rows = [row for row in PAGES if row.of_one is of_one]
        made: list[tuple[QPushButton, PageRow | None]] = [(QPushButton(parent), row) for row in rows if row.shown]
        if any(not row.shown for row in rows):
            made.append((QPushButton(parent), None))
        for button, shown in made:
            called = partial(self._open_more, button, of_one) if shown is None else partial(self.open, shown.key)
            button.clicked.connect(lambda _on=False, called=called: called())
        self._buttons += made
        return tuple(button for button, _row in made)

    def _open_more(self, button: QPushButton, of_one: bool) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.actions[row.key] for row in PAGES if row.of_one is of_one and not row.shown])
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def of_one(self) -> tuple[QAction, ...]:
        """The commands about one agreement."""
        return tuple(self.actions[row.key] for row in PAGES if row.of_one)

    # --- pages

    def current(self) -> SidePage | None:
        """The side page shown, if one is."""
        shown = self._stack.currentWidget()
        return next((page for page in self._made.values() if page is shown), None)

    def open(self, key: str, agreement: Agreement | None = None) -> SidePage | None:
        """Turn to a page: of this agreement, or of the one chosen."""
        row = next((row for row in PAGES if row.key == key), None)
        about = (agreement or self._chosen()) if row is not None and row.of_one else None
        if row is None or self._office is None or self._snapshot is None or (row.of_one and about is None):
            return None
        self.opening.emit()
        page = self._page(row)
        page.show_snapshot(self._snapshot, about)
        page.retranslate(self._language)
        page.show_findings(self._findings)
        self._stack.setCurrentWidget(page)
        page.begin()
        page.take_focus()
        return page

    def reveal(self, place: str, agreement: Agreement | None) -> bool:
        """Go to “<page>/…”; whether there is such a page."""
        key, _, below = place.partition("/")
        row = next((row for row in PAGES if row.key == key and row.of_one is (agreement is not None)), None)
        page = self.open(key, agreement) if row is not None else None
        if page is not None and below:
            page.reveal(below)
        return page is not None

    def _page(self, row: PageRow) -> SidePage:
        if row.key not in self._made:
            page: SidePage = load_page(row)()
            self._made[row.key] = page
            self._stack.addWidget(page)
            assert self._office is not None
            page.attach(self._office)
            page.set_read_only(self._office.read_only)
            if self._theme is not None:
                page.retheme(self._theme)
            page.left.connect(lambda: self.left.emit(page.agreement))
        return self._made[row.key]

    # --- as the room is told

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self._office = office

    def show_snapshot(self, snapshot: MeetingSnapshot, *, another: bool) -> None:
        """Show the meeting as it is now; pages of another meeting or of an agreement that is gone are left."""
        self._snapshot = snapshot
        page = self.current()
        if page is None:
            return
        was = page.agreement
        now = next((one for one in snapshot.agreements if was is not None and one.id == was.id), None)
        if another or (was is not None and now is None):
            self.left.emit(None)
            return
        page.set_read_only(self._office is None or self._office.read_only)
        page.show_snapshot(snapshot, now)

    def forget(self) -> None:
        """Another workspace is about to be shown: its agreements are others, though their ids are alike."""
        for page in self._made.values():
            page.agreement = None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the checks found."""
        self._findings = tuple(findings)
        page = self.current()
        if page is not None:
            page.show_findings(self._findings)

    def allow(self, *, read_only: bool) -> None:
        """Which commands can be used now."""
        chosen = self._chosen() is not None
        for row in PAGES:
            usable = (chosen or not row.of_one) and not (row.changes and read_only)
            self.actions[row.key].setEnabled(usable)
            for button, shown in self._buttons:
                if shown is row:
                    button.setEnabled(usable)

    def commands(self) -> tuple[QAction, ...]:
        """What can be opened now."""
        return tuple(action for action in self.actions.values() if action.isEnabled())

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        for row in PAGES:
            self.actions[row.key].setText(_(row.words))
        for button, shown in self._buttons:
            words = _(shown.words) if shown is not None else _("More")
            button.setText(ICON_GAP + words)
            button.setAccessibleName(words)
        for page in self._made.values():
            page.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        for button, shown in self._buttons:
            button.setIcon(icon(shown.icon if shown is not None else "chevron-down", theme))
        for page in self._made.values():
            page.retheme(theme)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether the window may close now."""
        return all(page.may_close(close) for page in self._made.values())

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        for page in self._made.values():
            page.keep_typed()
