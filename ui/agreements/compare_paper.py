"""The comparison on paper: opened, saved or printed from the page that shows it."""

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
    from ui.agreements.compare_errands import CompareTexts


class ComparePaper(PaperButton):
    """`show_wish` says which comparison it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: tuple[MeetingSnapshot, CompareTexts, str] | None = None

    def show_wish(self, snapshot: MeetingSnapshot | None, wish: CompareTexts | None, title: str) -> None:
        """Of which comparison the paper is made; without one there is none."""
        self._about = None if snapshot is None or wish is None else (snapshot, wish, title)
        self.setEnabled(self._about is not None)

    def words(self) -> str:
        """What the button says."""
        return translator(self.language).gettext("Comparison on paper")

    def paper(self) -> ShownPaper | None:
        """The comparison that is shown."""
        if self._about is None:
            return None
        snapshot, wish, _title = self._about
        choice = Choice("comparison", "pdf", wish.language, wish.agreement_key)
        return ShownPaper(snapshot, choice, replace(USUAL, compare_from=wish.older, compare_to=wish.newer))

    def file_name(self) -> str:
        """“战略合作协议_修改对照稿_v1-v3_zh.pdf”."""
        from exporters.save import safe_stem

        if self._about is None:
            return ""
        _snapshot, wish, title = self._about
        words = translator(wish.language).gettext
        newer = f"v{wish.newer}" if wish.newer is not None else words("the text as it is now")
        parts = (title[:LONGEST_TITLE], words("Comparison"), f"v{wish.older}-{newer}", wish.language)
        return f"{safe_stem('_'.join(parts))}.pdf"
