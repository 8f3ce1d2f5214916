"""The sheets as they were read: what each column means and where the header stands, set right by a click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from models.imports.plan import ReadFile
from models.imports.tables import FoundTable
from resources.languages import translator
from ui.slips.file_list import FileList, SheetPlace, refusals
from ui.slips.legend import Legend
from ui.slips.locked_page import LockedPage
from ui.slips.meanings import FAMILIES
from ui.slips.sheet_model import SheetModel
from ui.slips.sheet_view import SheetView
from ui.slips.sitting import Sitting
from ui.slips.words import note_words
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.message_page import MessagePage
from ui.widgets.tips import as_tip
from ui.wording.slips import slip_field_word

LIST_WIDTH = 236


class SheetsPage(QWidget):
    """Corrections are wished by signals; the plan is then made anew and shown here again."""

    column_corrected = Signal(str, str, int, str)
    header_corrected = Signal(str, str, object)  # tuple of rows
    corrections_forgotten = Signal(str, str)
    sheet_used = Signal(str, str, bool)
    password_given = Signal(str)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.sitting: Sitting | None = None
        self.files, self.model, self.legend = FileList(), SheetModel(self), Legend()
        self.view, self.locked, self.nothing = SheetView(self.model), LockedPage(), MessagePage("file-spreadsheet")
        self.about, self.notes = ElidedLabel(), ElidedLabel()
        self.header_button = QPushButton()
        self.pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        side = QFrame()
        side.setProperty("role", "panel")
        side.setFixedWidth(LIST_WIDTH)
        left = QVBoxLayout(side)
        left.setContentsMargins(6, 8, 6, 8)
        left.addWidget(self.files)
        self.about.setProperty("role", "soft")
        self.notes.setProperty("role", "warn")
        head = QHBoxLayout()
        head.addWidget(self.about, 1)
        head.addWidget(self.header_button)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addWidget(self.view, 1)
        column.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignLeft)
        for page in (shown, self.locked, self.nothing):
            self.pages.addWidget(page)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(side)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.files.place_chosen.connect(lambda _place: self._show_place())
        self.files.sheet_used.connect(self.sheet_used)
        self.view.meaning_requested.connect(self._offer_meanings)
        self.view.row_menu_requested.connect(lambda row, where: self._drop(self.row_menu(row), where))
        self.header_button.clicked.connect(self._offer_headers)
        self.locked.password_given.connect(self.password_given)
        self.locked.retry_requested.connect(self.retry_requested)

    def show_sitting(self, sitting: Sitting) -> None:
        """Show the files of an import; what is chosen stays."""
        self.sitting = sitting
        self.files.show_sitting(sitting)
        self._show_place()

    def show_row(self, file: str, sheet: str, row: int) -> None:
        """Show where a row of the plan stands."""
        self.files.choose(SheetPlace(file, sheet))
        self.view.go_to(row)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the keyboard where the work is: into the password, or into the sheet."""
        locked = self.pages.currentWidget() is self.locked and self.locked.line.isVisible()
        (self.locked.line if locked else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, revealed: bool) -> None:
        """Show numbers whole, or mask them again."""
        self.model.reveal(revealed)

    # menus
    def meanings_menu(self, column: int) -> QMenu:
        """Every meaning a column may have, the present one ticked."""
        _ = translator(self.language).gettext
        menu, now = QMenu(self), self._meaning(column)
        for family in FAMILIES:
            for meaning in family.fields:
                action = menu.addAction(slip_field_word(meaning, self.language))
                action.setCheckable(True)
                action.setChecked(meaning == now)
                action.triggered.connect(lambda _on, meaning=meaning: self._correct_column(column, meaning))
            menu.addSeparator()
        action = menu.addAction(_("Leave this column out"))
        action.setCheckable(True)
        action.setChecked(now == "")
        action.triggered.connect(lambda: self._correct_column(column, ""))
        return menu

    def row_menu(self, row: int) -> QMenu:
        """What a row may be: the header, or the first of two."""
        _ = translator(self.language).gettext
        menu = QMenu(self)
        menu.addAction(_("Row {row} is the header").format(row=row + 1), lambda: self._correct_header((row,)))
        if row + 1 < len(self.model.sheet.rows):
            words = _("Rows {first} and {last} are the header").format(first=row + 1, last=row + 2)
            menu.addAction(words, lambda: self._correct_header((row, row + 1)))
        menu.addAction(_("There is no list on this sheet"), lambda: self._correct_header(()))
        place = self.files.place
        if self.sitting and place and self.sitting.is_corrected(place.file, place.sheet or ""):
            menu.addSeparator()
            forget = self.corrections_forgotten
            menu.addAction(_("As it was recognized"), lambda: forget.emit(place.file, place.sheet or ""))
        return menu

    # what is shown
    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.header_button.setText(_("Header") + " ▾")
        self.header_button.setAccessibleName(_("Header"))
        self.header_button.setToolTip(_("Say which row is the header, if it was recognized wrongly"))
        self.view.setAccessibleName(_("The sheet as it was read"))
        self.nothing.say(_("No file yet"), _("Add the files that the offices sent, or drop them here."))
        for part in (self.files, self.model, self.legend, self.locked):
            part.retranslate(language)
        self._show_place()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.files, self.model, self.view, self.legend, self.locked, self.nothing):
            part.retheme(theme)

    def _show_place(self) -> None:
        place, plan = self.files.place, self.sitting.plan if self.sitting else None
        if place is None or plan is None:
            self.pages.setCurrentWidget(self.nothing)
        elif place.sheet is None:
            self.locked.show_refusal(place.file, refusals(plan)[place.file])
            self.pages.setCurrentWidget(self.locked)
        else:
            self._show_sheet(next(file for file in plan.files if file.book.name == place.file), place.sheet)

    def _show_sheet(self, file: ReadFile, name: str) -> None:
        sheet = next(sheet for sheet in file.book.sheets if sheet.name == name)
        tables = [table for table in file.understood.tables if table.sheet == name]
        here, top = self.view.currentIndex(), self.view.verticalScrollBar().value()
        if self.model.sheet is not sheet or list(self.model.tables) != tables:
            stays = self.model.sheet.name == sheet.name and len(self.model.sheet.rows) == len(sheet.rows)
            self.model.show_sheet(sheet, tables)
            if stays and here.isValid():
                self.view.setCurrentIndex(self.model.index(here.row(), here.column()))
                self.view.verticalScrollBar().setValue(top)
        self._say_about(tables)
        self._say_notes(file, name)
        self.pages.setCurrentIndex(0)

    def _say_about(self, tables: list[FoundTable]) -> None:
        """Where the lists stand on the sheet."""
        _ = translator(self.language).gettext
        said = [self._about(table) for table in tables] or [_("No list was recognized on this sheet.")]
        self.about.setText("   ".join(said))

    def _about(self, table: FoundTable) -> str:
        _, ngettext = translator(self.language).gettext, translator(self.language).ngettext
        heads = "–".join(str(row + 1) for row in (table.header_rows[:1] + table.header_rows[-1:])[:2])
        heads = heads if len(table.header_rows) > 1 else heads.partition("–")[0]
        count = max(table.last_row - table.first_row + 1, 0)
        said = [_("Header: row {rows}").format(rows=heads)] if table.header_rows else []
        said.append(ngettext("{count} row below it", "{count} rows below it", count).format(count=count))
        if table.unit:
            said.append(_("from {unit}").format(unit=table.unit))
        if table.footer:
            lines = len(table.footer)
            said.append(ngettext("{count} line of notes", "{count} lines of notes", lines).format(count=lines))
        return " · ".join(said)

    def _say_notes(self, file: ReadFile, name: str) -> None:
        """What was noticed about the file and this sheet."""
        notes = [*file.book.notes, *file.understood.notes]
        here = [note for note in notes if note.values.get("sheet", name) == name]
        lines = list(dict.fromkeys(note_words(note, self.language) for note in here))
        self.notes.setText("▲ " + "  ▲ ".join(lines) if lines else "")
        self.notes.setToolTip(as_tip("\n".join(lines)))
        self.notes.setVisible(bool(lines))

    # wishes
    def _meaning(self, column: int) -> str | None:
        for table in self.model.tables:
            for match in table.columns:
                if match.column == column:
                    return match.field
        return None

    def _correct_column(self, column: int, meaning: str) -> None:
        place = self.files.place
        if place is not None and place.sheet is not None and (not meaning or meaning != self._meaning(column)):
            self.column_corrected.emit(place.file, place.sheet, column, meaning)

    def _correct_header(self, rows: tuple[int, ...]) -> None:
        place = self.files.place
        if place is not None and place.sheet is not None:
            self.header_corrected.emit(place.file, place.sheet, rows)

    def _offer_meanings(self, column: int, where: QPoint) -> None:
        if self._meaning(column) is not None:
            self._drop(self.meanings_menu(column), where)

    def _offer_headers(self) -> None:
        button = self.header_button
        row = max(self.view.currentIndex().row(), 0)
        self._drop(self.row_menu(row), button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _drop(self, menu: QMenu, where: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
