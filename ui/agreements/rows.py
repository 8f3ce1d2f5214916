"""The agreements of a meeting as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exporters.documents.words import word
from models.codes import AgreementStatus, AgreementTier
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import translator
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
    missing: int | None = None  # facts that its paper lacks; None: not counted yet


def agreement_rows(snapshot: MeetingSnapshot, missing: Mapping[int, int] | None = None) -> Sequence[AgreementRow]:
    """In the order of the meeting; `missing` by the agreement's id."""
    counts = missing or {}
    return [AgreementRow(one.id, str(n), one, counts.get(one.id)) for n, one in enumerate(snapshot.agreements, 1)]


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
    """Framework, specific or project; that it is an agreement, the list says."""
    _ = translator(language).gettext
    words = {
        AgreementTier.FRAMEWORK: _("Framework"),
        AgreementTier.SPECIAL: _("Specific"),
        AgreementTier.PROJECT: _("One project"),
    }
    return words[row.agreement.tier]


def status(row: AgreementRow, language: str) -> str:
    """How far it is."""
    return word(row.agreement.status, language)


def status_token(row: AgreementRow) -> str:
    """The color of the status; its word says the same."""
    done = (AgreementStatus.FINAL, AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)
    return "good" if row.agreement.status in done else "warn"


def title(row: AgreementRow, language: str) -> str:
    """The title, or the key where there is none."""
    return row.agreement.title.pick(language) or row.agreement.key


def missing(row: AgreementRow, language: str) -> str:
    """How many facts the text lacks; an agreement without a text says so."""
    _ = translator(language).gettext
    if not row.agreement.clauses:
        return _("no text")
    return "" if row.missing is None else str(row.missing) if row.missing else "✓"


def missing_token(row: AgreementRow) -> str:
    """The color of the count; the sign says the same."""
    return "good" if row.agreement.clauses and row.missing == 0 else "warn"


COLUMNS = (
    Column("number", N_("No."), lambda row, _: row.number, right=True, token=lambda _: "ink_faint", handle=True),
    Column("title", N_("Agreement"), title, flexible=True, strong=True),
    Column("parties", N_("Parties"), parties, flexible=True),
    Column("tier", N_("Type"), tier, token=lambda _: "ink_soft", yielding=True),
    Column("copies", N_("Copies"), copies, right=True),
    Column("missing", N_("Missing"), missing, right=True, token=missing_token),
    Column("status", N_("Status"), status, token=status_token),
)
