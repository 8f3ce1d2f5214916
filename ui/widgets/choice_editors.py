"""The editors in which a value is chosen, not typed: a list, a check box, a picker, a day of the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QEnterEvent, QIcon, QPaintEvent, QPixmap, QTextCharFormat, QTransform, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QFrame,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from models.rules.dates import format_date, format_weekday
from models.rules.typed_values import read_day
from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.widgets.field_editors import FieldEditor
from ui.widgets.field_shapes import Field
from ui.widgets.icons import icon, pixmap
from ui.widgets.line_editors import LineEditor
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from ui.widgets.picker import Entry

CHEVRON = 14
INSET = 4  # on both sides of the words of a list
CALENDAR = QSize(280, 240)
_ARROWS = {"qt_calendar_prevmonth": 90, "qt_calendar_nextmonth": 270}
_LOCALES = {"zh": QLocale(QLocale.Language.Chinese), "en": QLocale(QLocale.Language.English)}


class ChoiceBox(QComboBox):
    """A list that the wheel does not change by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "field")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(16)
        self._chevron = QPixmap()
        self._cut = ""  # the tooltip of words that do not fit

    def retheme(self, theme: Theme) -> None:
        """Draw the arrow in another theme."""
        self._chevron = pixmap("chevron-down", theme.tokens["ink_soft"], size=CHEVRON, scale=self.devicePixelRatioF())
        self.update()

    def shown_words(self) -> str:
        """The chosen words as far as there is room for them."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - INSET)

    def sizeHint(self) -> QSize:
        """Qt: with room for the words and what keeps them from the frame."""
        return super().sizeHint() + QSize(2 * INSET, 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: what does not fit is told whole, where nothing else is."""
        if self.toolTip() == self._cut:
            self._cut = as_tip(self.currentText()) if self.shown_words() != self.currentText() else ""
            self.setToolTip(self._cut)
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt: the wheel scrolls the panel."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: words that do not fit end in …; the arrow lies over the box."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        told: Any = option  # PySide's stubs know no text of it
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        told.currentText = self.shown_words()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.drawPixmap(QPoint(self.width() - CHEVRON - 8, (self.height() - CHEVRON) // 2), self._chevron)
        painter.end()


class ChoiceEditor(FieldEditor):
    """One of a few values."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = ChoiceBox()
        self.box.activated.connect(self._chosen)
        self.line.addWidget(self.box, 1)
        self._values: list[Any] = []

    def input(self) -> QWidget:
        """The list."""
        return self.box

    def display(self, value: Any) -> None:
        """Show a value; one that is not on the list shows nothing."""
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def offer(self, field: Field) -> None:
        """Take the choices of a field, which may be others for another record."""
        choices = list(field.choices(self.language)) if field.choices else []
        words = [said for _value, said in choices]
        if [value for value, _said in choices] == self._values and words == self._words():
            return
        self._values = [value for value, _said in choices]
        self.box.clear()
        self.box.addItems(words)
        self.display(self.stored)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        self.offer(self.field)

    def retheme(self, theme: Theme) -> None:
        """Draw the arrow in another theme."""
        self.box.retheme(theme)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be chosen."""
        super().set_read_only(read_only)
        self.box.setEnabled(not self._read_only)

    def _words(self) -> list[str]:
        return [self.box.itemText(place) for place in range(self.box.count())]

    def _chosen(self, place: int) -> None:
        if self._values[place] != self.stored:
            self._change(self._values[place])

    def _told(self, typed: Any) -> str:
        words = self.box.itemText(self._values.index(typed)) if typed in self._values else typed
        return super()._told(words)


class FlagEditor(FieldEditor):
    """Yes or no; its label stands beside the box."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = QCheckBox()
        self.box.clicked.connect(self._change)
        self.line.addWidget(self.box, 1)

    def input(self) -> QWidget:
        """The box."""
        return self.box

    def display(self, value: Any) -> None:
        """Show yes or no."""
        self.box.setChecked(bool(value))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        self.box.setText(translator(language).gettext(self.field.label))

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        super().set_read_only(read_only)
        self.box.setEnabled(not self._read_only)

    def _told(self, typed: Any) -> str:
        _ = translator(self.language).gettext
        return super()._told(_("yes") if typed else _("no"))


class PickEditor(FieldEditor):
    """One of many, found by typing: people, units."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        from ui.widgets.picker import Picker

        super().__init__(field, parent)
        self.picker = Picker()
        self.picker.picked.connect(self._picked)
        self.picker.turned_to.connect(self._wanted)
        self.picker.given_back.connect(lambda text: self.say(FieldEditor._told(self, text)))
        self.line.addWidget(self.picker, 1)
        self._offered: Sequence[Entry] | None = None

    def input(self) -> QWidget:
        """The picker."""
        return self.picker

    def display(self, value: Any) -> None:
        """Show a value."""
        self.picker.set_value(value)

    def typing(self) -> bool:
        """Whether something is typed that is not picked yet."""
        return not self._read_only and self.picker.half_typed

    def commit(self) -> None:
        """Take what is typed, as leaving the line does."""
        if self.typing():
            self.picker.take()

    def put_typed(self, typed: Any) -> None:
        """Pick something again."""
        self._change(typed)

    def offer(self, field: Field) -> None:
        """Take the entries of a field, which may be others for another record; half-typed words stay."""
        entries = field.entries(self.language) if field.entries else ()
        if entries is not self._offered and entries != self._offered:
            self._offered = entries
            self.picker.offer(entries)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.picker.create_words = _(self.field.create_words) if self.field.create_words else ""
        self.offer(self.field)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be picked."""
        super().set_read_only(read_only)
        self.picker.setEnabled(not self._read_only)

    def _picked(self, value: Any) -> None:
        if value != self.stored:
            self._change(value)

    def _wanted(self) -> None:
        if self.field.wanted is not None:
            self.field.wanted()

    def _told(self, typed: Any) -> str:
        return super()._told(self._words_of(typed))

    def _words_of(self, value: Any) -> str:
        return next((entry.words for entry in self._offered or () if entry.value == value), "")


class DateEditor(LineEditor):
    """A day, typed or taken from the calendar that its button opens."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.button = QToolButton()
        self.button.setProperty("role", "quiet")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setIconSize(QSize(16, 16))
        self.button.clicked.connect(self.open_calendar)
        self.line.addWidget(self.button)
        self.calendar: QCalendarWidget | None = None
        self._theme = load_theme("light")

    def read(self, text: str) -> date | None:
        """The day; the year may be left out where the field knows a day nearby."""
        near = self.field.near() if self.field.near else None
        return read_day(text, near=self.stored or near)

    def text_of(self, value: Any) -> str:
        """2024-05-20."""
        return value.isoformat() if value is not None else ""

    def display(self, value: Any) -> None:
        """Show a day; its tooltip says the weekday."""
        super().display(value)
        words = f"{format_date(value, self.language)} {format_weekday(value, self.language)}" if value else ""
        self.edit.setToolTip(words)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.button.setAccessibleName(_("Open the calendar"))
        self.button.setToolTip(_("Open the calendar"))
        if not self.typing():
            self.display(self.stored)

    def retheme(self, theme: Theme) -> None:
        """Draw the button in another theme."""
        self._theme = theme
        self.button.setIcon(icon("calendar-days", theme))

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be chosen."""
        super().set_read_only(read_only)
        self.button.setEnabled(not self._read_only)

    def open_calendar(self) -> None:
        """Show the calendar below the line."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("role", "popup")
        self.calendar = _calendar(self.language, self._theme)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)
        day = self.stored or (self.field.near() if self.field.near else None) or date.today()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._taken)
        self.calendar.clicked.connect(self._taken)
        popup.move(_on_screen(self, CALENDAR.grownBy(layout.contentsMargins())))
        popup.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _taken(self, day: QDate) -> None:
        calendar, self.calendar = self.calendar, None
        if calendar is None:
            return  # a double click tells twice
        calendar.window().close()
        taken = date(day.year(), day.month(), day.day())
        if taken != self.stored:
            self._change(taken)
        else:
            self.restore()


def _on_screen(line: QWidget, size: QSize) -> QPoint:
    """Below a line, or above it where there is no room below; never at the very edge of the screen."""
    screen = line.screen().availableGeometry().adjusted(4, 4, -4, -4)
    place = line.mapToGlobal(QPoint(0, line.height() + 2))
    if place.y() + size.height() > screen.bottom():
        place.setY(line.mapToGlobal(QPoint(0, 0)).y() - size.height() - 2)
    left = max(screen.left(), min(place.x(), screen.right() - size.width()))
    return QPoint(left, max(screen.top(), min(place.y(), screen.bottom() - size.height())))


def _calendar(language: str, theme: Theme) -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setLocale(_LOCALES[language])
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    plain = QTextCharFormat()
    plain.setForeground(theme.color("ink"))
    for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(weekday, plain)
    calendar.setFixedSize(CALENDAR)
    for table in cast("list[QTableView]", calendar.findChildren(QTableView)):
        table.horizontalHeader().setMinimumSectionSize(20)  # the padding of our headers would push Sunday out
    arrow = pixmap("chevron-down", theme.tokens["ink_soft"], size=CHEVRON, scale=2)
    for button in cast("list[QToolButton]", calendar.findChildren(QToolButton)):
        if (angle := _ARROWS.get(button.objectName())) is not None:
            button.setIcon(QIcon(arrow.transformed(QTransform().rotate(angle))))
    return calendar
