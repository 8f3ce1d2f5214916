"""The facts of an agreement: title, languages, dates, copies, fields of cooperation, answers to its template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from exporters.documents.words import word
from models.agreement_facts import plain_name
from models.codes import AgreementLanguage, AgreementStatus, AgreementTier
from models.snapshots.shapes import Agreement, Bilingual
from resources.languages import translator
from ui.agreements.rows import N_
from ui.agreements.short_table import ShortTable
from ui.theme import Theme
from ui.widgets.edit_model import CellEdit
from ui.widgets.field_panel import Field, FieldKind, FieldPanel, FieldSection
from ui.widgets.row_model import Column
from ui.wording.values import variable_word

PREPARED = (AgreementStatus.DRAFT, AgreementStatus.UNDER_REVIEW)


def _tiers(language: str) -> Sequence[tuple[Any, str]]:
    return [(tier, word(tier, language)) for tier in AgreementTier]


def _statuses(language: str) -> Sequence[tuple[Any, str]]:
    return [(status, word(status, language)) for status in PREPARED]


def _languages(language: str) -> Sequence[tuple[Any, str]]:
    return [(one, word(one, language)) for one in AgreementLanguage]


def _prevailing(language: str) -> Sequence[tuple[Any, str]]:
    _ = translator(language).gettext
    return [("zh", _("Chinese")), ("en", _("English")), ("", _("Neither"))]


def sections(agreement: Agreement) -> tuple[FieldSection, ...]:
    """The fields. A state that was reached by signing or freezing is shown, not set."""
    status = Field("status", N_("Status"), FieldKind.CHOICE, choices=_statuses)
    names = (*_NAMES, status) if agreement.status in PREPARED else _NAMES
    return (FieldSection("", names), *_OTHERS)


_NAMES = (
    Field("title", N_("Title of the agreement"), FieldKind.BILINGUAL_LINE),
    Field("number", N_("Number of the agreement")),
    Field("key", N_("Short key, for file names")),
    Field("tier", N_("Type"), FieldKind.CHOICE, choices=_tiers),
    Field("language", N_("Language"), FieldKind.CHOICE, choices=_languages),
    Field("prevailing_language", N_("Prevailing language"), FieldKind.CHOICE, choices=_prevailing),
)
_SIGNING = (
    Field("signed_on", N_("Date of signing"), FieldKind.DATE),
    Field("signed_at", N_("Place of signing"), FieldKind.BILINGUAL_LINE),
)
_TERM = (
    Field("starts_on", N_("First day"), FieldKind.DATE),
    Field("ends_on", N_("Last day"), FieldKind.DATE),
    Field("term_years", N_("Term in years"), FieldKind.NUMBER),
)
_COPIES = (
    Field("originals", N_("Originals, all together"), FieldKind.NUMBER),
    Field("duplicates", N_("Duplicates, all together"), FieldKind.NUMBER),
    Field("filing_copies", N_("Copies for filing"), FieldKind.NUMBER),
)
_OTHERS = (
    FieldSection(N_("Signing"), _SIGNING),
    FieldSection(N_("Term"), _TERM),
    FieldSection(N_("Copies"), _COPIES),
    FieldSection(N_("Remarks"), (Field("remarks", N_("Remarks"), FieldKind.BILINGUAL_TEXT),)),
)


def values_of(agreement: Agreement) -> dict[str, Any]:
    """The values of the fields by column."""
    plain = (
        "number key tier status language prevailing_language signed_on starts_on ends_on term_years originals "
        "duplicates filing_copies"
    )
    values = {name: getattr(agreement, name) for name in plain.split()}
    for name in ("title", "signed_at", "remarks"):
        pair: Bilingual = getattr(agreement, name)
        values |= {f"{name}_zh": pair.zh, f"{name}_en": pair.en}
    return values


@dataclass(frozen=True)
class AreaRow:
    """A field of cooperation; its id is its place, from 1."""

    id: int
    text: Bilingual


@dataclass(frozen=True)
class AnswerRow:
    """An answer to a question of the template."""

    id: int
    name: str
    value: Bilingual


AREA_COLUMNS = (
    Column("zh", N_("Chinese"), lambda row, _: row.text.zh, flexible=True, value=lambda row, _: row.text.zh),
    Column("en", N_("English"), lambda row, _: row.text.en, flexible=True, value=lambda row, _: row.text.en),
)
ANSWER_COLUMNS = (
    Column("name", N_("Question"), lambda row, language: variable_word(row.name, language), token=lambda _: "ink_soft"),
    Column("zh", N_("Chinese"), lambda row, _: row.value.zh, flexible=True, value=lambda row, _: row.value.zh),
    Column("en", N_("English"), lambda row, _: row.value.en, flexible=True, value=lambda row, _: row.value.en),
)


class FactsPage(QWidget):
    """Shows and edits the facts of one agreement."""

    field_edited = Signal(int, str, object, object)
    areas_edited = Signal(object)  # the whole list of (Chinese, English)
    answers_edited = Signal(object)  # name → language → text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = FieldPanel()
        self.panel.setMinimumWidth(280)
        self.panel.setMaximumWidth(16_777_215)
        self.note, self.copies_line, self._labels = QLabel(), QLabel(), (QLabel(), QLabel())
        self.note.setProperty("role", "note")
        self.note.setWordWrap(True)
        self.note.hide()
        self.copies_line.setWordWrap(True)
        self.areas = ShortTable(AREA_COLUMNS, N_("＋ Type a field of cooperation"))
        self.answers = ShortTable(ANSWER_COLUMNS)
        self._agreement: Agreement | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.note)
        layout.addWidget(self.panel, 1)
        below = ((None, self.copies_line), (self._labels[0], self.areas), (self._labels[1], self.answers))
        for label, widget in below:
            if label is not None:
                label.setProperty("role", "heading")
                self.panel.add_widget(label)
            self.panel.add_widget(widget)
        self._connect()

    def _connect(self) -> None:
        self.panel.field_edited.connect(self.field_edited)
        self.areas.table.cells_edited.connect(self._areas_changed)
        self.areas.table.new_row_requested.connect(self._area_added)
        self.areas.table.rows_moved.connect(self._areas_moved)
        self.areas.table.rows_deleted.connect(self._areas_deleted)
        self.answers.table.cells_edited.connect(self._answers_changed)
        self.answers.table.rows_deleted.connect(self._answers_deleted)

    def show_agreement(self, agreement: Agreement, language: str, copies_words: str) -> None:
        """Show an agreement; what is being typed stays."""
        self._agreement = agreement
        status = "" if agreement.status in PREPARED else word(agreement.status, language)
        self.panel.show_record(agreement.id, "", status, sections(agreement), values_of(agreement))
        self.copies_line.setText(copies_words)
        self.copies_line.setVisible(bool(copies_words))
        self.areas.show_rows([AreaRow(place, text) for place, text in enumerate(agreement.areas, 1)])
        answers = [AnswerRow(place, one.name, one.value) for place, one in enumerate(agreement.variables, 1)]
        self.answers.show_rows(answers)
        for widget in (self.answers, self._labels[1]):
            widget.setVisible(bool(answers))

    def show_note(self, words: str) -> None:
        """What the checks say about the agreement as a whole."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def reveal(self, column: str) -> bool:
        """Put the cursor into a field, the areas or an answer ("variables/court"); whether it is here."""
        if column.startswith("areas"):
            self.areas.begin()
            return True
        name = column.partition("/")[2]
        if name:
            found = next((row for row in self.answers.model.rows() if plain_name(row.name) == plain_name(name)), None)
            return found is not None and self.answers.table.edit_cell(found.id, "zh")
        self.panel.focus_field(column)
        return column in self.panel.editors or f"{column}_{self.panel.language}" in self.panel.editors

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited."""
        self.panel.set_read_only(read_only)
        for table in (self.areas, self.answers):
            table.model.set_read_only(read_only)

    def keep_typed(self) -> None:
        """Tell what is typed and not told yet."""
        self.panel.keep_typed()
        self.areas.table.keep_typed()
        self.answers.table.keep_typed()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.panel.retranslate(language)
        self.panel.name(_("Facts of the agreement"))
        for label, table, words in (
            (self._labels[0], self.areas, _("Fields of cooperation")),
            (self._labels[1], self.answers, _("Answers to the template")),
        ):
            label.setText(words)
            table.retranslate(language, words)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.panel.retheme(theme)
        self.areas.retheme(theme)
        self.answers.retheme(theme)

    # areas and answers are edited as a whole

    def _areas_now(self) -> list[tuple[str, str]]:
        return [(row.text.zh, row.text.en) for row in self.areas.model.rows()]

    def _areas_changed(self, edits: tuple[CellEdit, ...]) -> None:
        texts: list[list[str]] = [list(pair) for pair in self._areas_now()]
        for edit in edits:
            texts[edit.row_id - 1][edit.column_key == "en"] = str(edit.after or "")
        self.areas_edited.emit([(zh, en) for zh, en in texts])

    def _area_added(self, typed: str) -> None:
        self.areas_edited.emit([*self._areas_now(), (typed, "")])

    def _areas_moved(self, ids: tuple[int, ...], before: int | None) -> None:
        pairs, order = self._areas_now(), [row.id for row in self.areas.model.rows() if row.id not in ids]
        place = order.index(before) if before in order else len(order)
        self.areas_edited.emit([pairs[row_id - 1] for row_id in (*order[:place], *ids, *order[place:])])

    def _areas_deleted(self, ids: tuple[int, ...]) -> None:
        self.areas_edited.emit([pair for place, pair in enumerate(self._areas_now(), 1) if place not in ids])

    def _answers_changed(self, edits: tuple[CellEdit, ...]) -> None:
        self.answers_edited.emit(_by_name(self.answers.model.rows(), edits))

    def _answers_deleted(self, ids: tuple[int, ...]) -> None:
        gone = [row.name for row in self.answers.model.rows() if row.id in ids]
        self.answers_edited.emit({name: {"zh": "", "en": ""} for name in gone})


def _by_name(rows: Sequence[AnswerRow], edits: Sequence[CellEdit]) -> Mapping[str, dict[str, str]]:
    names = {row.id: row.name for row in rows}
    found: dict[str, dict[str, str]] = {}
    for edit in edits:
        found.setdefault(names[edit.row_id], {})[edit.column_key] = str(edit.after or "")
    return found
