"""The tables of an agreement's way: approvals, and revisions, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exporters.documents.words import word
from models.codes import AgreementMark
from models.snapshots.shapes import Agreement, Approval, Revision
from ui.agreements.lifecycle_words import revision_kind
from ui.widgets.row_model import Column, EditorKind
from ui.wording.messages import N_

HASH_SHOWN = 8  # characters, as many as tell revisions apart


@dataclass(frozen=True)
class ApprovalRow:
    """Who approved what."""

    id: int
    approval: Approval


@dataclass(frozen=True)
class RevisionRow:
    """A revision, with the agreement it is of."""

    id: int
    agreement: Agreement
    revision: Revision


def approval_rows(agreement: Agreement) -> list[ApprovalRow]:
    """In the order they were entered."""
    return [ApprovalRow(approval.id, approval) for approval in agreement.approvals]


def revision_rows(agreement: Agreement) -> list[RevisionRow]:
    """The newest first."""
    newest_first = sorted(agreement.revisions, key=lambda revision: revision.number, reverse=True)
    return [RevisionRow(revision.id, agreement, revision) for revision in newest_first]


def _marks(language: str) -> Sequence[tuple[Any, str]]:
    return [(mark, word(mark, language) or "—") for mark in AgreementMark]


def _moment(row: RevisionRow, _language: str) -> str:
    moment = row.revision.frozen_at
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else ""


def _kind(row: RevisionRow, language: str) -> str:
    return revision_kind(row.agreement, row.revision, language)


def _called(row: RevisionRow, _language: str) -> str:
    return " · ".join(filter(None, (row.revision.name, row.revision.note)))


APPROVAL_COLUMNS = (
    Column(
        "approved_by",
        N_("Approved by"),
        lambda row, _: row.approval.approved_by,
        strong=True,
        value=lambda row, _: row.approval.approved_by,
        flexible=True,
    ),
    Column(
        "approved_on",
        N_("On"),
        lambda row, _: row.approval.approved_on.isoformat() if row.approval.approved_on else "",
        value=lambda row, _: row.approval.approved_on,
        editor=EditorKind.DATE,
    ),
    Column(
        "mark",
        N_("Mark"),
        lambda row, language: word(row.approval.mark, language),
        value=lambda row, _: row.approval.mark,
        editor=EditorKind.CHOICE,
        choices=_marks,
    ),
    Column(
        "revision",
        N_("Revision"),
        lambda row, _: f"v{row.approval.revision_number}" if row.approval.revision_number else "",
    ),
    Column(
        "opinion",
        N_("Opinion"),
        lambda row, _: row.approval.opinion,
        value=lambda row, _: row.approval.opinion,
        flexible=True,
    ),
)
REVISION_COLUMNS = (
    Column("number", N_("Revision"), lambda row, _: f"v{row.revision.number}", strong=True),
    Column("kind", N_("Kind"), _kind, yielding=True),
    Column("name", N_("Name and note"), _called, flexible=True),
    Column("when", N_("Kept on"), _moment, tip=lambda row, _: row.revision.author),
    Column(
        "hash",
        N_("Hash"),
        lambda row, _: row.revision.content_hash[:HASH_SHOWN].upper(),
        token=lambda _: "ink_soft",
        tip=lambda row, _: row.revision.content_hash,
    ),
)
