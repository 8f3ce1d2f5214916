"""What a person sees and hears of a window: its texts, its controls, and what is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTableView,
    QToolButton,
    QWidget,
)

from ui.main_window import MainWindow
from ui.widgets.details_panel import DetailsPanel
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.field_panel import FieldPanel

CHINESE = re.compile("[\u3400-\u9fff]")
CONTROLS = (QAbstractButton, QAbstractItemView, QLineEdit, QProgressBar)
BUTTON_ROOM = 8  # pixels at least between the words and the edges of a button


def speak(window: MainWindow, language: str) -> None:
    """Switch the language, where it is another one."""
    if window.language != language:
        window.apply_language(language)


def controls(window: QWidget) -> list[QWidget]:
    """Everything that can be operated, shown or not."""
    return [widget for widget in window.findChildren(QWidget) if isinstance(widget, CONTROLS) and not _inner(widget)]


def _heard(widget: QWidget) -> str:
    """What Qt tells a screen reader."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name))


def _inner(widget: QWidget) -> bool:
    """Parts of Qt's own that nobody meets by themselves (the button in a table's corner, a header)."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractItemView | QLineEdit | QAbstractSpinBox) or widget.objectName().startswith("qt_"):
        return True
    return any(isinstance(above, QCalendarWidget) or _is_drop_down(above) for above in _around(widget))


def _around(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _is_drop_down(widget: QWidget) -> bool:
    """The list that a QComboBox opens."""
    return widget.metaObject().className() == "QComboBoxPrivateContainer"


def nameless(window: QWidget) -> list[str]:
    """Controls without a name for those who hear them: one that was given, or their words, or the label beside them."""
    found = [widget for widget in controls(window) if not _heard(widget)]
    return [" < ".join(type(one).__name__ for one in (widget, *_around(widget))) for widget in found]


def words(window: QWidget) -> Iterator[str]:
    """Every text of the window itself: labels, buttons, heads, tooltips, accessible names; no table cells."""
    yield window.windowTitle()
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        yield widget.accessibleName()
        if isinstance(widget, QLabel | QAbstractButton) and not _is_a_fact(widget):
            yield widget.text()
        if isinstance(widget, QTableView):
            yield from heads(widget)
    for action in window.findChildren(QAction):
        yield action.text()


def _is_a_fact(widget: QWidget) -> bool:
    """Whether a label shows what is stored: a line of a panel below its headings."""
    panel = next((above for above in _around(widget) if isinstance(above, DetailsPanel | FieldPanel)), None)
    if isinstance(panel, FieldPanel):
        return widget in (panel.title, panel.subtitle)
    return panel is not None and widget.property("role") != "section"


def heads(table: QTableView) -> list[str]:
    """The heads of the columns."""
    model = table.model()
    return [str(model.headerData(number, Qt.Orientation.Horizontal)) for number in range(model.columnCount())]


def cut(window: QWidget) -> list[str]:
    """Visible labels, buttons and heads whose words do not fit."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            found += [text for text in _cut_words(widget) if text]
    return found


def _cut_words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, ElidedLabel):
        yield widget.text() if widget.is_cut() and not widget.toolTip() else ""
    elif isinstance(widget, QLabel) and widget.pixmap().isNull():
        yield widget.text() if _label_is_cut(widget) else ""
    elif isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        yield ""
    elif isinstance(widget, QAbstractButton):
        need = widget.fontMetrics().horizontalAdvance(widget.text())
        yield widget.text() if need + BUTTON_ROOM > widget.width() else ""
    elif isinstance(widget, QTableView):
        yield from _cut_heads(widget)


def _label_is_cut(label: QLabel) -> bool:
    if isinstance(label.parentWidget(), QAbstractScrollArea):
        return False
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    return label.fontMetrics().horizontalAdvance(label.text()) > room.width()


def _cut_heads(table: QTableView) -> Iterator[str]:
    metrics = table.horizontalHeader().fontMetrics()
    for number, head in enumerate(heads(table)):
        shown = not table.isColumnHidden(number)
        yield head if shown and metrics.horizontalAdvance(head) + BUTTON_ROOM > table.columnWidth(number) else ""
