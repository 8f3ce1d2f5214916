"""What is said of two texts: what they are called, what became of a piece, how much differs."""

from __future__ import annotations

from exporters.comparison.compare import Change, ChangeKind, Comparison
from models.codes import AgreementLanguage
from models.final_texts import final_revision
from models.snapshots.shapes import Agreement, Revision
from resources.languages import LANGUAGES, translator
from ui.agreements.lifecycle_words import revision_kind
from ui.wording.messages import N_

NARROW = "\N{NO-BREAK SPACE}"
HASH_DIGITS = 16  # as many as the paper prints
LANGUAGE_WORDS = {"zh": N_("Chinese"), "en": N_("English")}
_KINDS = {
    ChangeKind.CHANGED: N_("reworded"),
    ChangeKind.INSERTED: N_("inserted"),
    ChangeKind.DELETED: N_("deleted"),
}


def revision_words(agreement: Agreement, revision: Revision, language: str) -> str:
    """“v3 · 2024-05-18 · Sent · 沧澜大学”."""
    day = f"{revision.frozen_at.astimezone():%Y-%m-%d}" if revision.frozen_at else ""
    kind = revision_kind(agreement, revision, language)
    return " · ".join(filter(None, (f"v{revision.number}", day, kind, revision.name)))


def current_words(agreement: Agreement, language: str) -> str:
    """What the text that no revision keeps is called; of a final one, papers do not print it."""
    _ = translator(language).gettext
    if final_revision(agreement) is not None:
        return _("The text as the records would make it now")
    return _("The text as it is now")


def hash_words(digits: str, language: str) -> str:
    """“Hash 7F3A91C0 2B44D1E8”."""
    shown = digits[:HASH_DIGITS].upper()
    half = HASH_DIGITS // 2
    _ = translator(language).gettext
    return f"{_('Hash')} {shown[:half]} {shown[half:]}" if shown else ""


def is_told(change: Change) -> bool:
    """Whether a reader should stop at it; a number that moved up with the clauses before it is none."""
    return change.moved or change.kind not in (ChangeKind.SAME, ChangeKind.RENUMBERED)


def mark_lines(change: Change, language: str) -> tuple[str, ...]:
    """“reworded”, “moved from 第五条”, “in 第三条”: what became of the piece, and of an item where it is."""
    _ = translator(language).gettext
    was = change.old.place.replace(" ", NARROW) if change.old is not None else ""
    within = change.piece.within.replace(" ", NARROW) if is_told(change) else ""
    came = _came_from(change, was, language)
    kind = _(_KINDS[change.kind]) if change.kind in _KINDS else ""
    here = _("in {number}").format(number=within) if within and not (change.moved and was.startswith(within)) else ""
    return tuple(filter(None, (kind, came, here)))


def _came_from(change: Change, was: str, language: str) -> str:
    """Where it stood, as far as that is another place or number."""
    _ = translator(language).gettext
    if change.moved:
        return _("moved from {number}").format(number=was) if was else _("moved")
    renumbered = change.old is not None and change.new is not None and change.old.number != change.new.number
    return _("was {number}").format(number=was) if renumbered and was else ""


def summary_words(found: Comparison, language: str) -> str:
    """“3 reworded · 1 inserted”; or that nothing differs."""
    _ = translator(language).gettext
    if found.is_same:
        return _("Both texts are the same, word for word.")
    counts = (
        (found.count(ChangeKind.CHANGED), _("{count} reworded")),
        (found.count(ChangeKind.INSERTED), _("{count} inserted")),
        (found.count(ChangeKind.DELETED), _("{count} deleted")),
        (found.moved, _("{count} moved")),
        (found.renumbered, _("{count} renumbered only")),
    )
    return " · ".join(words.format(count=count) for count, words in counts if count)


def gap_words(same: int, renumbered: int, language: str) -> str:
    """“12 unchanged · 3 renumbered only”: what is not shown between two changes."""
    _ = translator(language).gettext
    counts = ((same, _("{count} unchanged")), (renumbered, _("{count} renumbered only")))
    return " · ".join(words.format(count=count) for count, words in counts if count)


def first_language(agreement: Agreement) -> str:
    """The language in which the agreement is signed first."""
    return "en" if agreement.language is AgreementLanguage.EN else LANGUAGES[0]
