"""What the exchange of drafts leaves to the worker process: making the file, saving it, reading one that came back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.imports.returned_docx import ReturnedPaper
from models.rules.returned_changes import Returned, ReturnedChange
from models.snapshots.agreement_names import units_apart
from models.snapshots.shapes import Agreement, MeetingSnapshot

if TYPE_CHECKING:
    from exporters.comparison.word_diff import Run
    from exporters.exchange import Sendable


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A change with its words as they are shown: what stayed, what is new, what is gone."""

    change: ReturnedChange
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A draft that came back, read. `revision`: the one it was made from; `newest`: the one that was sent last.

    `content` is empty on a second look.
    """

    paper: ReturnedPaper
    returned: Returned
    shown: tuple[ShownChange, ...]
    revision: int
    content: bytes = b""
    newest: int = 0


@dataclass(frozen=True, slots=True)
class MakeDraft:
    """Make the file of a draft."""

    agreement_key: str
    made_at: datetime
    organization_name: str = ""

    def do(self, snapshot: MeetingSnapshot) -> Sendable:
        """KnownError: what `prepare_exchange` raises."""
        from exporters.exchange import prepare_exchange

        office = self.organization_name
        return prepare_exchange(snapshot, self.agreement_key, made_at=self.made_at, organization_name=office)


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """Put a file on the disk, whole or not at all."""

    file: str
    content: bytes

    def do(self, _snapshot: MeetingSnapshot) -> str:
        """Where it lies. KnownError: what `save_as` raises."""
        from exporters.paper import Paper
        from exporters.save import save_as

        paper = Paper("agreement", "docx", "zh", "", self.content, "")
        return str(save_as(paper, Path(self.file)))


@dataclass(frozen=True, slots=True)
class RemoveDraft:
    """Take away a file that was put there for nothing."""

    file: str

    def do(self, _snapshot: MeetingSnapshot) -> None:
        """One that is gone or held already is no failure."""
        with suppress(OSError):
            Path(self.file).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class ReadDraftBack:
    """Read a file that came back; or look again at one that was read, since the clauses have changed."""

    agreement_key: str
    file: str = ""
    paper: ReturnedPaper | None = None

    def do(self, snapshot: MeetingSnapshot) -> ReadDraft:
        """KnownError: what `read_returned_file` and `read_back` raise."""
        from models.imports.returned_docx import read_returned_file
        from models.returned_drafts import newest_sent, paper_sent, read_back

        agreement, titles = _agreement(snapshot, self.agreement_key), _titles(snapshot)
        paper, content = (self.paper, b"") if self.paper is not None else read_returned_file(Path(self.file))
        returned = read_back(agreement, paper, titles)
        shown = tuple(ShownChange(change, _runs(change)) for change in returned.changes)
        revision = paper_sent(agreement, paper).revision
        return ReadDraft(paper, returned, shown, revision, content, newest_sent(agreement))


def _agreement(snapshot: MeetingSnapshot, key: str) -> Agreement:
    return next(one for one in snapshot.agreements if one.key == key)


def _titles(snapshot: MeetingSnapshot) -> dict[str, str]:
    """By key, with whom where several are called the same."""
    apart = units_apart(snapshot.agreements)
    titles = {one.key: one.title.zh or one.title.en or one.key for one in snapshot.agreements}
    units = {one.key: (unit.zh or unit.en for unit in apart.get(one.id, ())) for one in snapshot.agreements}
    return {key: " · ".join((title, *units[key])) for key, title in titles.items()}


def _runs(change: ReturnedChange) -> tuple[Run, ...]:
    from exporters.comparison.word_diff import word_diff

    return word_diff(change.old, change.new)
