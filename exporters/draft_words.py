"""What a draft says of itself on every page, in each language of the paper."""

from __future__ import annotations

from exporters.blocks import Document, Section
from models.codes import AgreementMark
from resources.languages import translator

PAST = "past"  # `Document.mark` of a kept revision that is not the text in force
_MARKED_SHEETS = ("agenda", "handbook", "invitation", "signing-set")  # what goes out as if it were settled


def is_marked(document: Document, *, final: bool) -> bool:
    """Whether the paper is marked: drafts of agreements and of what is handed out with them, and past revisions."""
    goes_out = document.style == "agreement" or document.kind in _MARKED_SHEETS
    return document.mark == PAST or (goes_out and not final)


def languages_of(document: Document) -> tuple[str, ...]:
    """The languages of a paper, the first first."""
    own = (block.language for block in document.blocks if isinstance(block, Section) and block.language)
    return tuple(dict.fromkeys((*document.language.split("-"), *own)))


def draft_words(document: Document, language: str) -> str:
    """The word across the page: 预览稿, or what the text goes round as."""
    _ = translator(language).gettext
    if document.mark == PAST:
        return _("PAST REVISION")
    if document.mark == AgreementMark.FOR_REVIEW:
        return _("FOR REVIEW")
    return _("FOR COMMENT") if document.mark == AgreementMark.FOR_COMMENT else _("DRAFT")


def draft_band(document: Document) -> tuple[str, ...]:
    """What the word means, in each language: a paper to be signed must not be."""
    signed = document.style == "agreement" or document.kind == "signing-set"
    return tuple(_band(document.mark, language, signed=signed) for language in languages_of(document))


def _band(mark: str, language: str, *, signed: bool) -> str:
    _ = translator(language).gettext
    if mark == PAST:
        return _("PAST REVISION – not for signature")
    if mark == AgreementMark.FOR_REVIEW:
        return _("DRAFT FOR REVIEW – not for signature")
    if mark == AgreementMark.FOR_COMMENT:
        return _("DRAFT FOR COMMENT – not for signature")
    return _("DRAFT – not for signature") if signed else _("DRAFT – for checking only")
