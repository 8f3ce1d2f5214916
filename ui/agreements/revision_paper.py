"""A kept revision on paper: opened, saved or printed as it was kept, from the table of revisions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resources.languages import translator
from ui.agreements.paper_button import LONGEST_TITLE, PaperButton, ShownPaper
from ui.export_worker import Choice
from ui.paper_options import USUAL

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot
    from ui.agreements.lifecycle_tables import RevisionRow

BOTH = "zh-en"


class RevisionPaper(PaperButton):
    """`show_row` says which revision it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: MeetingSnapshot | None = None
        self._row: RevisionRow | None = None

    def show_row(self, snapshot: MeetingSnapshot | None, row: RevisionRow | None) -> None:
        """The revision that is chosen; without one there is nothing to print."""
        self._snapshot, self._row = snapshot, row
        self.setEnabled(row is not None)
        self.say()

    def words(self) -> str:
        """What the button says."""
        number = self._row.revision.number if self._row is not None else ""
        return translator(self.language).gettext("v{number} on paper").format(number=number)

    def paper(self) -> ShownPaper | None:
        """The revision that is chosen."""
        snapshot, row = self._snapshot, self._row
        if snapshot is None or row is None:
            return None
        choice = Choice("agreement", "pdf", _language_of(row), row.agreement.key)
        return ShownPaper(snapshot, choice, replace(USUAL, revision=row.revision.number))

    def file_name(self) -> str:
        """“战略合作协议_v2_历史版本_zh.pdf”; the final text in force is called so."""
        from exporters.save import safe_stem
        from models.final_texts import final_revision

        if self._row is None:
            return ""
        agreement, revision = self._row.agreement, self._row.revision
        _ = translator(self.language).gettext
        state = _("Final text") if final_revision(agreement) == revision else _("PAST REVISION").capitalize()
        title = agreement.title.pick(self.language) or agreement.key
        parts = (title[:LONGEST_TITLE], f"v{revision.number}", state, _language_of(self._row))
        return f"{safe_stem('_'.join(parts))}.pdf"

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.setToolTip(_("The text as it was kept, with the number of the revision and its hash on every page"))


def _language_of(row: RevisionRow) -> str:
    """The language in which its text was to be signed."""
    kept = row.revision.language
    return kept if kept in ("zh", "en") else BOTH
