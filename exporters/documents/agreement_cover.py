"""The front of an agreement: number, title, who the parties are, where and when it is signed."""

from __future__ import annotations

from exporters.blocks import Cover, Field
from exporters.documents.agreement_parties import name_field, on_final, party_names, place, witness_names
from exporters.documents.agreement_text import AgreementText
from models.snapshots.shapes import Agreement
from resources.languages import translator


def cover(agreement: Agreement, text: AgreementText, lines: tuple[str, ...]) -> Cover:
    """The cover in record order. A draft leaves number and date blank; an unknown place is to be filled in by hand."""
    _ = translator(text.language).gettext
    names = (*party_names(agreement), *witness_names(agreement))
    return Cover(
        number=Field(_("Agreement No."), on_final(text.plain("agreement.no"), "agreement.no")),
        lines=lines,
        parties=tuple(name_field(name, text) for name in names),
        signing=(
            Field(_("Place of signing"), place(text)),
            Field(_("Date of signing"), on_final(text.value("agreement.sign_date"), "agreement.sign_date")),
        ),
    )
