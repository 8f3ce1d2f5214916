"""Every paper of the meeting in every language, as rows that can be ticked; an agreement's papers one an agreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from exporters.registry import DOCUMENTS, LANGUAGES, SIGNING_SET, DocumentKind
from models.codes import AgreementStatus
from models.snapshots.shapes import Agreement, Clause, MeetingSnapshot
from resources.languages import translator
from ui.export_worker import Choice
from ui.paper_places import place_of_paper
from ui.widgets.row_model import Column, RowModel
from ui.wording import document_title


def N_(message: str) -> str:
    """Mark a message; the model translates it."""
    return message


FORMAT_NAMES = {"pdf": "PDF", "xlsx": "Excel", "docx": "Word"}
LANGUAGE_NAMES = {"zh": N_("Chinese"), "en": N_("English"), "zh-en": N_("Both languages")}
CARDS = ("table-cards", "badges")
SIGNED = (SIGNING_SET, "agreement", "signature-pages")
Name = tuple[str, str | None, str]  # what a row is known by: document, agreement key, language


class Lack(StrEnum):
    """Why a paper cannot be made well yet."""

    NONE = "none"
    NOTHING = "nothing"  # the meeting holds nothing for it
    TEXT = "text"  # the agreement has no text yet
    ENGLISH = "english"  # some of it would stand there in Chinese


@dataclass(frozen=True)
class PaperRow:
    """A paper in one language. `count` is how much the meeting holds for it, or lacks in English."""

    id: int
    document: str
    agreement_key: str | None
    language: str
    formats: tuple[str, ...]
    titles: tuple[str, str]  # of an agreement, in Chinese and English; empty: the name of the paper
    lack: Lack = Lack.NONE
    count: int | None = None

    @property
    def name(self) -> Name:
        """What the row is known by."""
        return self.document, self.agreement_key, self.language

    @property
    def makeable(self) -> bool:
        """Whether there is anything to make."""
        return self.lack in (Lack.NONE, Lack.ENGLISH)

    @property
    def signed(self) -> bool:
        """Whether it belongs to what is signed."""
        return self.document in SIGNED

    @property
    def place(self) -> str:
        """Where what it says is entered."""
        return place_of_paper(self.document, self.agreement_key)

    def title(self, language: str) -> str:
        """Its name in a language."""
        own = self.titles[1] or self.titles[0] if language == "en" else self.titles[0] or self.titles[1]
        return own or document_title(self.document, language)

    def choice(self, format_name: str) -> Choice:
        """What the workers are asked for."""
        return Choice(self.document, format_name, self.language, self.agreement_key)


class RowNumbers:
    """Gives each paper a number that it keeps, whatever comes and goes."""

    def __init__(self) -> None:
        self._known: dict[Name, int] = {}

    def of(self, name: Name) -> int:
        """The number of a paper."""
        return self._known.setdefault(name, len(self._known) + 1)


def paper_rows(
    snapshot: MeetingSnapshot, lacking: Collection[str] = (), numbers: RowNumbers | None = None
) -> tuple[PaperRow, ...]:
    """What is signed first, then the papers of the meeting, in registry order. `lacking`: kinds without material."""
    known = numbers or RowNumbers()
    rows = [*_sets(snapshot, known)]
    for kind in DOCUMENTS:
        rows += _agreement_rows(kind, snapshot, known) if kind.per_agreement else _rows(kind, snapshot, lacking, known)
    return tuple(rows)


def _sets(snapshot: MeetingSnapshot, numbers: RowNumbers) -> Iterator[PaperRow]:
    """A set to sign in each language in which something is signed; of an agreement in both, in the first."""
    from exporters.documents.agreement_languages import signed_in

    texts = Counter(signed_in(agreement)[0] for agreement in snapshot.agreements if agreement.clauses)
    for language in (one for one in LANGUAGES if texts[one] or not texts):
        name = (SIGNING_SET, None, language)
        lack = Lack.NONE if texts else Lack.NOTHING
        yield PaperRow(numbers.of(name), *name, ("pdf",), ("", ""), lack, texts[language])


def _rows(
    kind: DocumentKind, snapshot: MeetingSnapshot, lacking: Collection[str], numbers: RowNumbers
) -> Iterator[PaperRow]:
    lack = Lack.NOTHING if kind.key in lacking else Lack.NONE
    for language in kind.languages:
        name = (kind.key, None, language)
        yield PaperRow(numbers.of(name), *name, kind.formats, ("", ""), lack, pieces(kind.key, snapshot))


def _agreement_rows(kind: DocumentKind, snapshot: MeetingSnapshot, numbers: RowNumbers) -> Iterator[PaperRow]:
    for agreement in snapshot.agreements:
        if kind.key == "comparison" and not has_something_to_compare(agreement):
            continue
        titles, missing = (agreement.title.zh, agreement.title.en), without_english(agreement)
        for language in kind.languages:
            name = (kind.key, agreement.key, language)
            lack, count = Lack.NONE, len(agreement.clauses)
            if not agreement.clauses:
                lack = Lack.TEXT
            elif missing and "en" in language.split("-"):
                lack, count = Lack.ENGLISH, missing
            yield PaperRow(numbers.of(name), *name, kind.formats, titles, lack, count)


def has_something_to_compare(agreement: Agreement) -> bool:
    """Whether two revisions were kept, or one that the text may have left behind."""
    settled = agreement.status in (AgreementStatus.FINAL, AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)
    return len(agreement.revisions) > 1 or (bool(agreement.revisions) and not settled)


def without_english(agreement: Agreement) -> int:
    """How many clauses, headings counted with their text, have no English yet."""
    return sum(clause.heading.lacks("en") or clause.body.lacks("en") for clause in _every(agreement.clauses))


def _every(clauses: Iterable[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        yield clause
        yield from _every(clause.children)


def pieces(key: str, snapshot: MeetingSnapshot) -> int | None:
    """How many of what the paper is about the meeting holds; None where that is not one number."""
    if key in CARDS:
        from models.rules.card_holders import card_people

        return len(card_people(snapshot))
    steps = sum(item.parent_id is None for item in snapshot.agenda)
    people = len(snapshot.attendees) + len(snapshot.groups)
    counts = {
        "signature-pages": sum(bool(agreement.clauses) for agreement in snapshot.agreements),
        "agenda": steps,
        "schedule": steps,
        "attendees": people,
        "sign-in": people,
        "contacts": len(snapshot.attendees),
        "logistics": len(snapshot.attendees),
        "itinerary": sum(len(route.stops) for route in snapshot.routes),
        "ledger": len(snapshot.cooperations),
    }
    return counts.get(key)


def content(row: PaperRow, language: str) -> str:
    """What goes into the paper, or why it cannot be made yet."""
    _, ngettext = translator(language).gettext, translator(language).ngettext
    if row.lack is Lack.NOTHING:
        return _("Nothing for it yet")
    if row.lack is Lack.TEXT:
        return _("No text yet")
    if row.count is None or not row.count:
        return ""
    words = ngettext("{count} item", "{count} items", row.count)
    if row.lack is Lack.ENGLISH:
        words = ngettext("{count} clause without English", "{count} clauses without English", row.count)
    elif row.document == "agreement":
        words = ngettext("{count} clause", "{count} clauses", row.count)
    elif row.signed:
        words = ngettext("{count} agreement", "{count} agreements", row.count)
    elif row.document in CARDS:
        words = ngettext("{count} card", "{count} cards", row.count)
    elif row.document in ("attendees", "sign-in", "contacts", "logistics"):
        words = ngettext("{count} entry", "{count} entries", row.count)
    return words.format(count=row.count)


def language_words(row: PaperRow, language: str) -> str:
    """The language of the paper, in words."""
    return translator(language).gettext(LANGUAGE_NAMES[row.language])


def token(row: PaperRow) -> str:
    """Papers without material stand back."""
    return "ink" if row.makeable else "ink_faint"


def _content_token(row: PaperRow) -> str:
    return "warn" if row.lack is Lack.ENGLISH else "ink_faint"


def _nothing(_row: PaperRow, _language: str) -> str:
    return ""


class PapersModel(RowModel):
    """The papers, each with a tick and the formats it is exported in; both outlive a reload and a filter."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__(
            (
                Column("ticked", "", _nothing),
                Column("paper", N_("Paper"), lambda row, language: row.title(language), token=token, flexible=True),
                Column("language", N_("Language"), language_words, token=token),
                Column("format", N_("Format"), lambda row, _language: self.format_words(row), token=token),
                Column("content", N_("Content"), content, token=_content_token, yielding=True),
            )
        )
        self._ticked: set[int] = set()
        self._all: tuple[PaperRow, ...] = ()
        self._formats: dict[int, tuple[str, ...]] = {}

    def take_all(self, rows: Sequence[PaperRow]) -> None:
        """All papers there are; which are shown is decided by the filter."""
        self._all = tuple(rows)

    def all_rows(self) -> tuple[PaperRow, ...]:
        """All papers, shown or not."""
        return self._all

    def ticked(self) -> tuple[PaperRow, ...]:
        """The ticked papers, in their order, shown or not."""
        return tuple(row for row in self._all if row.id in self._ticked)

    def tick(self, ids: Collection[int], *, on: bool) -> None:
        """Tick or untick papers."""
        self._ticked = self._ticked | set(ids) if on else self._ticked - set(ids)
        self._column_changed(0)
        self.ticks_changed.emit()

    def formats(self, row: PaperRow) -> tuple[str, ...]:
        """The formats in which a paper is exported."""
        return self._formats.get(row.id, row.formats[:1])

    def choose_formats(self, row: PaperRow, formats: Collection[str]) -> None:
        """Export a paper in these formats, at least one."""
        kept = tuple(name for name in row.formats if name in formats)
        if kept:
            self._formats[row.id] = kept
            self._column_changed(3)

    def format_words(self, row: PaperRow) -> str:
        """The formats of a paper, in words."""
        return ", ".join(FORMAT_NAMES.get(name, name) for name in self.formats(row))

    def choices(self, rows: Iterable[PaperRow]) -> tuple[Choice, ...]:
        """What the workers are asked for: each paper in each of its formats."""
        return tuple(row.choice(name) for row in rows for name in self.formats(row))

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Qt: the first column can be ticked."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else usual

    def cell(self, row: Any, column: Column, role: int) -> Any:
        """The tick, besides what every cell has."""
        if column.key == "ticked" and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.id in self._ticked else Qt.CheckState.Unchecked
        if column.key == "ticked" and role == Qt.ItemDataRole.AccessibleTextRole:
            return row.title(self.language)
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

    def _column_changed(self, number: int) -> None:
        if self.rows():
            self.dataChanged.emit(self.index(0, number), self.index(self.rowCount() - 1, number))
