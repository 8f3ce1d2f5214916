"""In which languages an agreement is signed, and what a paper in another one is."""

from __future__ import annotations

from dataclasses import replace

from exporters.blocks import Block, Cover, Document
from models.codes import AgreementLanguage
from models.snapshots.shapes import Agreement
from resources.languages import LANGUAGES, translator

_SIGNED_IN = {AgreementLanguage.ZH: ("zh",), AgreementLanguage.EN: ("en",)}


def signed_in(agreement: Agreement) -> tuple[str, ...]:
    """The languages of the text that is signed, the first first."""
    return _SIGNED_IN.get(agreement.language, LANGUAGES)


def is_translation(language: str, agreement: Agreement) -> bool:
    """Whether a paper in this language is for reading only: nobody signs it."""
    return language in LANGUAGES and language not in signed_in(agreement)


def as_translation(document: Document) -> Document:
    """The paper, which says on its cover that it is no text to be signed."""
    return replace(document, blocks=tuple(_marked(block, document.language) for block in document.blocks))


def translation_words(language: str) -> str:
    """What such a paper says of itself."""
    _ = translator(language).gettext
    return _("Reference translation")


def _marked(block: Block, language: str) -> Block:
    return replace(block, mark=translation_words(language)) if isinstance(block, Cover) else block
