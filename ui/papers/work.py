"""What is done with papers: print, save, open, export; with a note in the workspace where phone numbers are in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from resources.languages import LANGUAGES, translator
from ui.export_desk import nothing_begun
from ui.papers.rows import PaperRow

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot
    from ui.export_desk import Gate, Start
    from ui.export_worker import Choice
    from ui.office import Office
    from ui.paper_options import PaperOptions
    from ui.preview_worker import Preview

SEVERAL = "pack"  # what the note about full phone numbers calls several papers


@dataclass(frozen=True)
class PaperWork:
    """Papers of one meeting with the options as they are now."""

    office: Office
    snapshot: MeetingSnapshot
    options: PaperOptions

    def print_rows(self, rows: tuple[PaperRow, ...], page: int, ready: Preview | None) -> None:
        """Print papers. `ready`: the first is on the screen, and these very bytes are printed."""
        choices = tuple(row.choice("pdf") for row in rows)
        printing = self.office.desk.printing
        printing.print_papers(self.snapshot, choices, self.options, self.gate(rows), page=page, ready=ready)

    def save(self, row: PaperRow, format_name: str) -> None:
        """Ask where a paper goes, and save it."""
        name = file_name(row, format_name, final=self.options.final)
        gate = self.gate((row,))
        self.office.desk.ask_and_save(self.snapshot, row.choice(format_name), name, self.options, gate)

    def open(self, row: PaperRow, format_name: str) -> None:
        """Open a copy in the program for it."""
        name, choice = file_name(row, format_name, final=self.options.final), row.choice(format_name)
        self.gate((row,))(lambda: self.office.desk.open_copy(self.snapshot, choice, name, self.options), nothing_begun)

    def export(self, rows: tuple[PaperRow, ...], choices: tuple[Choice, ...]) -> None:
        """Ask for a folder, and export; without choices everything."""
        self.office.desk.ask_and_export(self.snapshot, choices, self.options, self.gate(rows))

    def gate(self, rows: tuple[PaperRow, ...]) -> Gate:
        """Papers with full phone numbers are made only after that has been written down."""
        documents = {row.document for row in rows}
        paper, key = documents.pop() if len(documents) == 1 else SEVERAL, self.snapshot.meeting.key
        workspace = self.office.link.workspace
        client = workspace.client if workspace is not None else ""

        def work(session: Any) -> None:
            from models.actions.log_unmasked_export import log_unmasked_export

            log_unmasked_export(session, client=client, meeting_key=key, document=paper, at=datetime.now(UTC))

        def gate(start: Start, refused: Start) -> None:
            if not self.options.unmasked:
                start()
                return
            done, failed = _then(start), _then(refused)
            self.office.change("log_unmasked_export", work, done=done, failed=failed, meeting=key, document=paper)

        return gate


def _then(start: Start) -> Any:
    return lambda _nothing: start()


def file_name(row: PaperRow, format_name: str, *, final: bool) -> str:
    """What a file of the user's own is called at first: a draft never has the name of the final paper."""
    from exporters.save import safe_stem

    language = row.language if row.language in LANGUAGES else "zh"
    title = row.title(language)
    parts = [title] if final else [title, translator(language).gettext("Draft")]
    return f"{safe_stem('_'.join([*parts, row.language]))}.{format_name}"
