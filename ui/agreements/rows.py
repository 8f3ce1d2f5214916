"""The agreements of a meeting as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.documents.words import word
from models.codes import AgreementStatus
from models.snapshots.shapes import Agreement, MeetingSnapshot
from ui.widgets.row_model import Column


def N_(message: str) -> str:
    """Mark a message; the model translates it."""
    return message


@dataclass(frozen=True)
class AgreementRow:
    """A line of the agreements table."""

    id: int
    number: str
    agreement: Agreement


def agreement_rows(snapshot: MeetingSnapshot) -> Sequence[AgreementRow]:
    """In the order of the meeting."""
    return [AgreementRow(one.id, str(place), one) for place, one in enumerate(snapshot.agreements, 1)]


def parties(row: AgreementRow, language: str) -> str:
    """The parties in order, short names where there are."""
    names = [
        party.organization.short_name.pick(language) or party.organization.name.pick(language)
        for party in row.agreement.parties
        if party.organization
    ]
    return " · ".join(names)


def copies(row: AgreementRow, _language: str) -> str:
    """Originals and duplicates together."""
    known = [count for count in (row.agreement.originals, row.agreement.duplicates) if count is not None]
    return str(sum(known)) if known else ""


def tier(row: AgreementRow, language: str) -> str:
    """Framework, special or project."""
    return word(row.agreement.tier, language)


def status(row: AgreementRow, language: str) -> str:
    """How far it is."""
    return word(row.agreement.status, language)


def status_token(row: AgreementRow) -> str:
    """The color of the status; its word says the same."""
    done = (AgreementStatus.FINAL, AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)
    return "good" if row.agreement.status in done else "warn"


COLUMNS = (
    Column("number", N_("No."), lambda row, _: row.number, right=True, token=lambda _: "ink_faint"),
    Column("title", N_("Agreement"), lambda row, language: row.agreement.title.pick(language), flexible=True),
    Column("parties", N_("Parties"), parties, flexible=True),
    Column("tier", N_("Type"), tier, token=lambda _: "ink_soft", yielding=True),
    Column("copies", N_("Copies"), copies, right=True),
    Column("status", N_("Status"), status, token=status_token, yielding=True),
)
