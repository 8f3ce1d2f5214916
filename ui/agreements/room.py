"""The agreements room: the list, and for the chosen one its parties, signatories, copies and clause headings."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from exporters.documents.words import word
from exporters.registry import find
from models.rules.dates import format_date
from models.snapshots.shapes import Agreement, AgreementBatch, AgreementParty, MeetingSnapshot
from resources.languages import translator
from ui.agreements.rows import COLUMNS, N_, AgreementRow, agreement_rows
from ui.export_worker import Choice
from ui.theme import Theme
from ui.widgets.details_panel import Details, Section
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.table_room import TableRoom

_LETTERS_ZH = "甲乙丙丁戊己庚辛壬癸"
_LETTERS_EN = "ABCDEFGHIJ"


class AgreementsRoom(TableRoom):
    """The agreements of the meeting."""

    columns = COLUMNS
    icon_name = "file-pen-line"
    title = N_("Agreements")
    details_name = N_("About the chosen agreement")
    empty_title = N_("No agreement yet")
    empty_words = N_(
        "Here stand the texts to be signed, with their parties, signatories and copies. "
        "At this meeting none was signed."
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.export_button = QPushButton()
        self.export_button.clicked.connect(self.export_chosen)
        self.action_row.addWidget(self.export_button)

    def rows_of(self, snapshot: MeetingSnapshot) -> list[AgreementRow]:
        """In order."""
        return list(agreement_rows(snapshot))

    def remark_on(self, snapshot: MeetingSnapshot) -> str:
        """How many, and where the source says that the list is not complete."""
        count = len(snapshot.agreements)
        said = [
            translator(self.language).ngettext("{count} agreement", "{count} agreements", count).format(count=count)
        ]
        said += [self._incomplete(batch) for batch in snapshot.batches if not batch.list_complete]
        return " · ".join(said)

    def _incomplete(self, batch: AgreementBatch) -> str:
        _ = translator(self.language).gettext
        if batch.stated_count is None:
            return _("list not complete")
        return _("list not complete, {count} stated").format(count=batch.stated_count)

    def allow_export(self, allowed: bool) -> None:
        """Whether an export may be started now."""
        self.export_button.setEnabled(allowed)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        words = _("Export this agreement…")
        self.export_button.setText(ICON_GAP + words)
        self.export_button.setAccessibleName(words)

    def retheme(self, theme: Theme) -> None:
        """Draw the icon in another theme."""
        super().retheme(theme)
        self.export_button.setIcon(icon("file-down", theme))

    def export_chosen(self) -> None:
        """Ask for an export of the chosen agreement."""
        row, kind = self.table.chosen(), find("agreement")
        if row is not None:
            key = row.agreement.key
            pairs = ((name, language) for language in kind.languages for name in kind.formats)
            self.export_requested.emit(tuple(Choice(kind.key, name, language, key) for name, language in pairs))

    def details_of(self, row: AgreementRow) -> Details:
        """Parties, copies, dates, clause headings."""
        _, language, agreement = translator(self.language).gettext, self.language, row.agreement
        sections = [
            Section(self._party_name(place, one), self._party(one)) for place, one in enumerate(agreement.parties)
        ]
        sections += [
            Section(_("Language"), (word(agreement.language, language),)),
            Section(_("Signing"), self._signing(agreement)),
            Section(_("Copies"), self._copies(agreement)),
            Section(_("Clauses"), headings(agreement, language)),
            Section(_("Remarks"), _filled(agreement.remarks.pick(language))),
        ]
        return Details(agreement.title.pick(language), agreement.number, tuple(sections))

    def _party_name(self, place: int, party: AgreementParty) -> str:
        _ = translator(self.language).gettext
        if party.is_witness or place >= len(_LETTERS_ZH):
            return _("Witnessing party") if party.is_witness else _("Party")
        letters = _LETTERS_EN if self.language == "en" else _LETTERS_ZH
        return _("Party {letter}").format(letter=letters[place])

    def _party(self, party: AgreementParty) -> tuple[str, ...]:
        _, language = translator(self.language).gettext, self.language
        unit = party.organization.name.pick(language) if party.organization else ""
        signatory = party.signatory.name.pick(language) if party.signatory else ""
        between = ", " if language == "en" else " "
        signs = between.join(filter(None, (signatory, party.capacity.pick(language))))
        said = _("Signatory: {name}").format(name=signs) if signs else _("Signatory not named")
        return _filled(unit, party.department.pick(language), said)

    def _signing(self, agreement: Agreement) -> tuple[str, ...]:
        place = agreement.signed_at.pick(self.language)
        between = ", " if self.language == "en" else " "
        return _filled(between.join(filter(None, (format_date(agreement.signed_on, self.language), place))))

    def _copies(self, agreement: Agreement) -> tuple[str, ...]:
        _ = translator(self.language).gettext
        counted = (
            (_("Originals: {count}"), agreement.originals),
            (_("Duplicates: {count}"), agreement.duplicates),
            (_("For filing: {count}"), agreement.filing_copies),
        )
        return tuple(text.format(count=count) for text, count in counted if count)


def headings(agreement: Agreement, language: str) -> tuple[str, ...]:
    """The headings of the clauses, without numbers: which clauses stand is known only when the paper is made."""
    return _filled(*(clause.heading.pick(language) for clause in agreement.clauses))


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
