"""What the papers room asks of the preview desk, and what it makes of the answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from resources.languages import translator
from ui.paper_places import place_of_refusal
from ui.papers.preview_panel import PreviewPanel
from ui.papers.rows import PaperRow
from ui.settings import OFFICE_NAME

if TYPE_CHECKING:
    from models.errors import KnownError
    from models.snapshots.shapes import MeetingSnapshot
    from ui.office import Office
    from ui.paper_options import PaperOptions
    from ui.preview_worker import Preview

OWNER, SURVEYOR = "papers", "papers survey"


class PreviewWishes(QObject):
    """`ask` brings the pages of a paper into the panel; `survey` answers with `surveyed`."""

    surveyed = Signal(object, object)  # the snapshot asked about; tuple[str, ...]: kinds there is nothing for

    def __init__(self, panel: PreviewPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._made_from: tuple[MeetingSnapshot, PaperOptions] | None = None  # the pages in the panel

    def is_current(self, snapshot: MeetingSnapshot, given: PaperOptions) -> bool:
        """Whether the pages in the panel are those of this snapshot and these options."""
        made = self._made_from
        return made is not None and made[0] is snapshot and made[1] == given

    def ask(self, office: Office, snapshot: MeetingSnapshot, row: PaperRow, given: PaperOptions) -> None:
        """Have the pages of a paper made, the one in view first."""
        options = given.in_language(row.language, datetime.now(), office.settings.get(OFFICE_NAME))
        office.preview.ask(
            OWNER,
            snapshot,
            row.choice("pdf"),
            options,
            lambda preview: self._show(row, preview, snapshot, given),
            lambda error, details: self._refuse(row, snapshot, error, details),
            page=max(self._panel.view.page, 1),
        )

    def forget(self, office: Office) -> None:
        """No pages are wanted."""
        office.preview.forget(OWNER)

    def survey(self, office: Office, snapshot: MeetingSnapshot, given: PaperOptions) -> None:
        """Ask which kinds of papers there is nothing for."""
        options = given.in_language("zh", datetime.now(), "")
        office.preview.survey(
            SURVEYOR,
            snapshot,
            options,
            lambda lacking: self.surveyed.emit(snapshot, lacking),
            lambda _error, _details: None,  # the papers themselves will tell
        )

    def _is_shown(self, row: PaperRow) -> bool:
        return self._panel.row is not None and self._panel.row.name == row.name

    def _show(self, row: PaperRow, preview: Preview, snapshot: MeetingSnapshot, given: PaperOptions) -> None:
        if self._is_shown(row):
            self._made_from = (snapshot, given)
            self._panel.show_preview(preview, draft=not given.final)

    def _refuse(self, row: PaperRow, snapshot: MeetingSnapshot, error: KnownError | None, details: str) -> None:
        if not self._is_shown(row):
            return
        if error is not None:
            from ui.wording import error_sentence

            self._panel.show_refusal(error_sentence(error, self._panel.language), place_of_refusal(error, snapshot))
            return
        from ui.log import write_log

        write_log(details)
        _ = translator(self._panel.language).gettext
        self._panel.show_refusal(_("The paper could not be made, for a reason that was not foreseen."), "")
