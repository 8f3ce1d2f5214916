"""What a template and its agreements are called, of which tier they are, how many originals each party keeps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from exporters.documents.words import word
from models.clause_reading import ShownToken
from models.codes import AgreementTier
from models.templates import AgreementTemplate
from resources.languages import translator
from ui.agreements.field_text import FieldText
from ui.agreements.kept_line import KeptLine
from ui.agreements.reading import AgreementReading
from ui.agreements.sheet_lines import sheet_font
from ui.theme import Theme
from ui.widgets.choice_editors import ChoiceBox

MOST_ORIGINALS = 20
TEXTS = ("title_zh", "title_en")
LINES = ("plain_title_zh", "plain_title_en")


class TitleForm(QFrame):
    """`text_edited(column, text)`, `tier_edited(tier)`, `originals_edited(count)`."""

    text_edited = Signal(str, str)
    tier_edited = Signal(object)
    originals_edited = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.language = "zh"
        self.texts = {name: FieldText(one_line=True) for name in TEXTS}
        self.lines = {name: KeptLine("") for name in LINES}
        self.tier, self.originals = ChoiceBox(), QSpinBox()
        self.originals.setRange(1, MOST_ORIGINALS)
        self.labels = {name: QLabel() for name in (*LINES, *TEXTS, "tier", "originals")}
        self._showing = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        parts: tuple[tuple[str, QWidget], ...] = (
            *self.lines.items(),
            *self.texts.items(),
            ("tier", self.tier),
            ("originals", self.originals),
        )
        for row, (name, widget) in enumerate(parts):
            self.labels[name].setProperty("role", "soft")
            self.labels[name].setBuddy(widget)
            grid.addWidget(self.labels[name], row, 0)
            grid.addWidget(widget, row, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addLayout(grid)
        layout.addStretch(1)
        for name, text in self.texts.items():
            text.use_font(sheet_font(name[-2:], bold=False))

    def _connect(self) -> None:
        for name, text in self.texts.items():
            text.edited.connect(partial(self._text_edited, name))
        for name, line in self.lines.items():
            line.told.connect(partial(self.text_edited.emit, name))
        self.tier.activated.connect(lambda place: self.tier_edited.emit(list(AgreementTier)[place]))
        self.originals.valueChanged.connect(lambda count: None if self._showing else self.originals_edited.emit(count))

    def show_template(self, template: AgreementTemplate, reading: AgreementReading) -> None:
        """What the template says now; what is being typed stays."""
        self._showing = True
        for name, text in self.texts.items():
            language = name[-2:]
            source = template.title.en if language == "en" else template.title.zh
            text.show_source(source, partial(reading_of, reading, language))
        for name, line in self.lines.items():
            line.show_stored(template.plain_title.en if name.endswith("_en") else template.plain_title.zh)
        self.tier.setCurrentIndex(list(AgreementTier).index(template.tier))
        self.originals.setValue(template.originals_each)
        self._showing = False

    def keep_typed(self) -> None:
        """Tell what is typed and not told yet."""
        for text in self.texts.values():
            text.commit()
        for line in self.lines.values():
            line.commit()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        words = {
            "plain_title_zh": _("Name of the template (Chinese)"),
            "plain_title_en": _("Name of the template (English)"),
            "title_zh": _("Title of its agreements (Chinese)"),
            "title_en": _("Title of its agreements (English)"),
            "tier": _("Kind of agreement"),
            "originals": _("Originals for each party"),
        }
        widgets: dict[str, QWidget] = {**self.lines, **self.texts, "tier": self.tier, "originals": self.originals}
        for name, said in words.items():
            self.labels[name].setText(said)
            widgets[name].setAccessibleName(said)
        chosen = max(self.tier.currentIndex(), 0)
        self.tier.clear()
        self.tier.addItems([word(tier, language) for tier in AgreementTier])
        self.tier.setCurrentIndex(chosen)
        for text in self.texts.values():
            text.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.tier.retheme(theme)
        for text in self.texts.values():
            text.retheme(theme)

    def _text_edited(self, name: str, _before: str, after: str) -> None:
        self.text_edited.emit(name, after)


def reading_of(reading: AgreementReading, language: str, source: str) -> tuple[ShownToken, ...]:
    """The pieces of a text with their values."""
    return reading.tokens(source, language)
