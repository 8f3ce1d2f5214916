"""Every paper of the registry in every language and format, as rows that can be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from exporters.registry import DOCUMENTS, DocumentKind
from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.widgets.row_model import Column, RowModel
from ui.wording import document_title


def N_(message: str) -> str:
    """Mark a message; the model translates it."""
    return message


FORMAT_NAMES = {"pdf": "PDF", "xlsx": "Excel", "docx": "Word"}
LANGUAGE_NAMES = {"zh": N_("Chinese"), "en": N_("English"), "zh-en": N_("Chinese and English")}


@dataclass(frozen=True)
class PaperRow:
    """A paper in one language and one format. `pieces` says how much the meeting holds for it, None if not counted."""

    id: int
    kind: DocumentKind
    language: str
    format: str
    pieces: int | None


def paper_rows(snapshot: MeetingSnapshot) -> Sequence[PaperRow]:
    """In registry order; for each paper language by language."""
    choices = [(kind, language, name) for kind in DOCUMENTS for language in kind.languages for name in kind.formats]
    return [
        PaperRow(number, kind, language, name, pieces(kind.key, snapshot))
        for number, (kind, language, name) in enumerate(choices, 1)
    ]


def pieces(key: str, snapshot: MeetingSnapshot) -> int | None:
    """How many of what the paper is about the meeting holds; None where that is not one number."""
    steps = sum(item.parent_id is None for item in snapshot.agenda)
    counts = {
        "agreement": len(snapshot.agreements),
        "signature-pages": len(snapshot.agreements),
        "agenda": steps,
        "schedule": steps,
        "attendees": len(snapshot.attendees) + len(snapshot.groups),
        "sign-in": len(snapshot.attendees) + len(snapshot.groups),
        "itinerary": sum(len(route.stops) for route in snapshot.routes),
        "ledger": len(snapshot.cooperations),
    }
    return counts.get(key)


def content(row: PaperRow, language: str) -> str:
    """What goes into the paper."""
    if row.pieces is None:
        return ""
    _, ngettext = translator(language).gettext, translator(language).ngettext
    if not row.pieces:
        return _("Nothing for it in this meeting yet")
    words = ngettext("{count} item", "{count} items", row.pieces)
    if row.kind.key == "agreement":
        words = ngettext("{count} agreement, in a file of its own", "{count} agreements, a file each", row.pieces)
    elif row.kind.key in ("attendees", "sign-in"):
        words = ngettext("{count} entry", "{count} entries", row.pieces)
    return words.format(count=row.pieces)


def paper_title(row: PaperRow, language: str) -> str:
    """The name of the paper."""
    return document_title(row.kind.key, language)


def token(row: PaperRow) -> str:
    """Papers without content stand back."""
    return "ink_faint" if row.pieces == 0 else "ink"


COLUMNS = (
    Column("ticked", "", lambda _row, _language: ""),
    Column("paper", N_("Paper"), paper_title, token=token, flexible=True),
    Column(
        "language",
        N_("Language"),
        lambda row, language: translator(language).gettext(LANGUAGE_NAMES[row.language]),
        token=token,
    ),
    Column("format", N_("Format"), lambda row, _: FORMAT_NAMES.get(row.format, row.format), token=token),
    Column("content", N_("Content"), content, token=lambda _: "ink_faint", flexible=True),
)


class PapersModel(RowModel):
    """The papers with a tick each; ticks outlive a reload."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__(COLUMNS)
        self._ticked: set[int] = set()

    def ticked(self) -> tuple[PaperRow, ...]:
        """The ticked papers, in their order."""
        return tuple(row for row in self.rows() if row.id in self._ticked)

    def tick(self, ids: Sequence[int], *, on: bool) -> None:
        """Tick or untick papers."""
        self._ticked = self._ticked | set(ids) if on else self._ticked - set(ids)
        if self.rows():
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, 0), [Qt.ItemDataRole.CheckStateRole]
            )
        self.ticks_changed.emit()

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Qt: the first column can be ticked."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else usual

    def cell(self, row: Any, column: Column, role: int) -> Any:
        """The tick, besides what every cell has."""
        if column.key == "ticked" and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self._ticked else Qt.CheckState.Unchecked
        return super().cell(row, column, role)

    def setData(
        self, index: QModelIndex | QPersistentModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Qt: tick by mouse."""
        row = self.row_at(index.row())
        if role != Qt.ItemDataRole.CheckStateRole or row is None or index.column() != 0:
            return False
        self.tick([row.id], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True
