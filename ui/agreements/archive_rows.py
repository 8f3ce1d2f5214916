"""The tables of archive and seals: their rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from models.rules.dates import format_date
from models.snapshots.agreement_names import units_apart
from models.snapshots.shapes import Agreement, Attachment, Bilingual, MeetingSnapshot, SealUse
from resources.languages import translator
from ui.units.fields import unit_entries
from ui.widgets.picker_entries import Entry, other_names
from ui.widgets.row_model import Column, EditorKind
from ui.wording.messages import N_

KINDS = {"application/pdf": "PDF", "image/jpeg": "JPG", "image/png": "PNG"}
SEALS = ("公章", "合同专用章")
Shown = Callable[[], "MeetingSnapshot | None"]


@dataclass(frozen=True)
class ScanRow:
    """A file beside the agreement."""

    id: int
    scan: Attachment


def scan_rows(agreement: Agreement) -> list[ScanRow]:
    """In the order in which they came."""
    return [ScanRow(one.id, one) for one in agreement.attachments]


def size_words(size: int) -> str:
    """320 KB, 1.4 MB."""
    return f"{size / 2**20:.1f} MB" if size >= 2**20 else f"{max(1, round(size / 1024))} KB"


SCAN_COLUMNS = (
    Column("name", N_("File"), lambda row, _: row.scan.name, strong=True, flexible=True),
    Column("kind", N_("Kind"), lambda row, _: KINDS.get(row.scan.media_type, row.scan.media_type)),
    Column("size", N_("Size"), lambda row, _: size_words(row.scan.size), right=True),
    Column(
        "hash",
        N_("Fingerprint"),
        lambda row, _: row.scan.sha256[:8].upper(),
        token=lambda _: "ink_soft",
        tip=lambda row, _: row.scan.sha256,
    ),
)


@dataclass(frozen=True)
class SealRow:
    """An entry of the register, with its number in it and the agreement's title in both languages."""

    id: int
    number: int
    use: SealUse
    agreement: Agreement | None = None
    apart: tuple[Bilingual, ...] = ()  # whose agreement it is, where several are called the same


def seal_rows(snapshot: MeetingSnapshot) -> list[SealRow]:
    """In the order of the register."""
    known, apart = {one.id: one for one in snapshot.agreements}, units_apart(snapshot.agreements)
    return [
        SealRow(use.id, number, use, known.get(use.agreement_id or 0), apart.get(use.agreement_id or 0, ()))
        for number, use in enumerate(snapshot.seal_uses, 1)
    ]


def agreement_entries(snapshot: MeetingSnapshot | None, language: str) -> list[Entry]:
    """The agreements of the meeting, to be picked."""
    return [
        Entry(one.id, title_of(one, language), parties_of(one, language), other_names(one.number, one.key))
        for one in (snapshot.agreements if snapshot else ())
    ]


def title_of(agreement: Agreement | None, language: str) -> str:
    """What an agreement is called; nothing for none."""
    return (agreement.title.pick(language) or agreement.key) if agreement else ""


def parties_of(agreement: Agreement | None, language: str) -> str:
    """Between whom: agreements signed together are often called the same."""
    parties = agreement.parties if agreement else ()
    return " · ".join(party.organization.name.pick(language) for party in parties if party.organization)


def _yes_no(language: str) -> Sequence[tuple[Any, str]]:
    _ = translator(language).gettext
    return [(True, _("Yes")), (False, _("No"))]


def _field(key: str, heading: str, kind: EditorKind = EditorKind.LINE, **settings: Any) -> Column:
    """A column of the record that shows what is stored."""

    def text(row: SealRow, _language: str) -> str:
        value = getattr(row.use, key)
        return "" if value is None else str(value)

    return Column(key, heading, text, value=lambda row, _: getattr(row.use, key), editor=kind, **settings)


def seal_columns(shown: Shown) -> tuple[Column, ...]:
    """The columns of the register; agreements and units are those of the meeting shown."""
    return (
        Column("place", "", lambda row, _: str(row.number), right=True, handle=True, token=lambda _: "ink_faint"),
        _document(shown),
        _unit(shown),
        _field("seal", N_("Seal"), suggestions=lambda _row, _language: SEALS),
        Column(
            "used_on",
            N_("Sealed on"),
            lambda row, language: format_date(row.use.used_on, language),
            value=lambda row, _: row.use.used_on,
            editor=EditorKind.DATE,
        ),
        _field("pages", N_("Pages"), EditorKind.NUMBER, right=True),
        _field("copies", N_("Copies"), EditorKind.NUMBER, right=True),
        _edges(),
        _field("approved_by", N_("Approved by")),
        _field("operator", N_("Sealed by")),
        _field("remarks", N_("Remarks"), hidden=True),
    )


def _document_words(row: SealRow, language: str) -> str:
    """With whom first, where several agreements are called the same: a narrow column cuts the end off."""
    title = title_of(row.agreement, language) or row.use.document
    return " · ".join(filter(None, (*(unit.pick(language) for unit in row.apart), title)))


def _document(shown: Shown) -> Column:
    """An agreement of the meeting, or the name of another paper."""
    return Column(
        "agreement_id",
        N_("Document"),
        _document_words,
        value=lambda row, _: row.use.agreement_id,
        editor=EditorKind.PICK,
        entries=lambda language: agreement_entries(shown(), language),
        create_words=N_("Another document: “{text}”"),
        tip=lambda row, language: parties_of(row.agreement, language),
        strong=True,
        flexible=True,
    )


def _unit(shown: Shown) -> Column:
    return Column(
        "organization_id",
        N_("Whose seal"),
        lambda row, language: row.use.organization.name.pick(language) if row.use.organization else "",
        value=lambda row, _: row.use.organization.id if row.use.organization else None,
        editor=EditorKind.PICK,
        entries=lambda language: unit_entries(_units(shown()), language),
        flexible=True,
    )


def _edges() -> Column:
    return Column(
        "across_edges",
        N_("Across the edges"),
        lambda row, language: translator(language).gettext("Yes") if row.use.across_edges else "",
        value=lambda row, _: row.use.across_edges,
        editor=EditorKind.CHOICE,
        choices=_yes_no,
    )


def _units(snapshot: MeetingSnapshot | None) -> Sequence[Any]:
    return snapshot.all_organizations if snapshot else ()
