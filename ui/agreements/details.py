"""What the panel beside the list says about one agreement."""

from __future__ import annotations

from exporters.documents.words import word
from models.rules.dates import format_date
from models.snapshots.agreement_values import party_label
from models.snapshots.shapes import Agreement, AgreementParty
from resources.languages import translator
from ui.widgets.details_panel import Details, Section


def agreement_details(agreement: Agreement, language: str) -> Details:
    """Parties, copies, dates, clause headings."""
    _ = translator(language).gettext
    sections = [
        Section(_party_name(place, one, language), _party(one, language)) for place, one in enumerate(agreement.parties)
    ]
    sections += [
        Section(_("Language"), (word(agreement.language, language),)),
        Section(_("Signing"), _signing(agreement, language)),
        Section(_("Copies"), _copies(agreement, language)),
        Section(_("Clauses"), headings(agreement, language)),
        Section(_("Remarks"), _filled(agreement.remarks.pick(language))),
    ]
    return Details(agreement.title.pick(language), agreement.number, tuple(sections))


def _party_name(place: int, party: AgreementParty, language: str) -> str:
    _ = translator(language).gettext
    return _("Witnessing party") if party.is_witness else party_label(place).pick(language)


def _party(party: AgreementParty, language: str) -> tuple[str, ...]:
    _ = translator(language).gettext
    unit = party.organization.name.pick(language) if party.organization else ""
    signatory = party.signatory.name.pick(language) if party.signatory else ""
    between = ", " if language == "en" else " "
    signs = between.join(filter(None, (signatory, party.capacity.pick(language))))
    said = _("Signatory: {name}").format(name=signs) if signs else _("Signatory not named")
    return _filled(unit, party.department.pick(language), said)


def _signing(agreement: Agreement, language: str) -> tuple[str, ...]:
    place = agreement.signed_at.pick(language)
    between = ", " if language == "en" else " "
    return _filled(between.join(filter(None, (format_date(agreement.signed_on, language), place))))


def _copies(agreement: Agreement, language: str) -> tuple[str, ...]:
    _ = translator(language).gettext
    counted = (
        (_("Originals: {count}"), agreement.originals),
        (_("Duplicates: {count}"), agreement.duplicates),
        (_("For filing: {count}"), agreement.filing_copies),
    )
    return tuple(text.format(count=count) for text, count in counted if count)


def headings(agreement: Agreement, language: str) -> tuple[str, ...]:
    """The headings of the clauses, without numbers: which clauses stand is known only when the paper is made."""
    return _filled(*(clause.heading.pick(language) for clause in agreement.clauses))


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
