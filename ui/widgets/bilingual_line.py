"""A field in two languages: the Chinese above the English, each told apart by a small sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from resources.languages import translator
from ui.widgets.field_editors import TextEditor, TextLike
from ui.widgets.field_shapes import Field, FieldKind
from ui.widgets.line_editors import LineEditor

SIGNS = (("_zh", "中"), ("_en", "EN"))
SIGN_WIDTH = 22


class BilingualLine(QWidget):
    """Two editors, `zh` and `en`, of the columns that end in _zh and _en."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        made = TextEditor if field.kind is FieldKind.BILINGUAL_TEXT else LineEditor
        self.zh: TextLike = made(field)
        self.en: TextLike = made(field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self._signs: list[QLabel] = []
        for row, (editor, (_ending, sign)) in enumerate(zip((self.zh, self.en), SIGNS, strict=True)):
            label = QLabel(sign)
            label.setProperty("role", "small")
            label.setFixedWidth(SIGN_WIDTH)
            label.setContentsMargins(0, 7, 0, 0)
            self._signs.append(label)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(editor, row, 1)

    def editors(self) -> dict[str, TextLike]:
        """The editors by column."""
        return dict(zip(self.field.columns, (self.zh, self.en), strict=True))

    def show_english(self, shown: bool) -> None:
        """Whether the English stands below the Chinese; a line that stands alone needs no sign."""
        self.en.setVisible(shown)
        for sign in self._signs:
            sign.setVisible(shown)

    def name(self, language: str) -> None:
        """Name both for those who hear them; a hint is given once."""
        _ = translator(language).gettext
        label = _(self.field.label)
        self.zh.input().setAccessibleName(_("{field} (Chinese)").format(field=label))
        self.en.input().setAccessibleName(_("{field} (English)").format(field=label))
