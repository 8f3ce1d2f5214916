"""What the field menu offers, in words and with present values: names, lists and conditions, numbers of clauses."""

from __future__ import annotations

from models.agreement_fields import field_offers
from models.clause_reading import shown_tokens
from models.snapshots.shapes import Agreement
from resources.languages import translator
from ui.agreements.fact_names import fact_word
from ui.agreements.field_menu import Offered
from ui.agreements.reading import AgreementReading


def offered_fields(
    reading: AgreementReading, text_language: str, language: str, *, like: Agreement | None = None
) -> list[Offered]:
    """The fields of a text in a language, said in `language`. `like`: whose parties decide which are offered."""
    found = []
    for offer in field_offers(like or reading.agreement, text_language):
        token = shown_tokens(offer.expression, reading.values[text_language], text_language)[0]
        words = _offer_words(offer.name, reading, language)
        value = "" if offer.group == "structures" else token.value
        found.append(Offered(_group(offer.group, language), words, value, offer.expression))
    return found


def _offer_words(name: str, reading: AgreementReading, language: str) -> str:
    _ = translator(language).gettext
    owner, _dot, key = name.partition(".")
    if owner == "article":
        clause = next((one for one in reading.agreement.clauses if one.key == key), None)
        return reading.heading(clause, language) if clause else name
    if owner == "each":
        return _("for each: {name}").format(name=fact_word(key, language))
    if owner == "with":
        return _("only with {name}").format(name=fact_word(key, language))
    return fact_word(name, language)


def _group(group: str, language: str) -> str:
    _ = translator(language).gettext
    fixed = {
        "agreement": _("Agreement"),
        "event": _("Meeting"),
        "cooperation": _("Cooperation"),
        "answers": _("Answers to the template"),
        "clauses": _("Numbers of clauses"),
        "structures": _("Lists and conditions"),
    }
    return fixed.get(group) or fact_word(group, language)
