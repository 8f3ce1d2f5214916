"""What is said of two texts: what they are called, what became of a piece, how much differs."""

from __future__ import annotations

from exporters.comparison.compare import Change, ChangeKind, Comparison
from models.codes import AgreementLanguage
from models.final_texts import final_revision
from models.snapshots.shapes import Agreement, Revision
from resources.languages import LANGUAGES, translator
from ui.agreements.lifecycle_words import revision_kind
from ui.wording.messages import N_

HASH_DIGITS = 16  # as many as the paper prints
LANGUAGE_WORDS = {"zh": N_("Chinese"), "en": N_("English")}
_KINDS = {
    ChangeKind.CHANGED: N_("reworded"),
    ChangeKind.INSERTED: N_("inserted"),
    ChangeKind.DELETED: N_("deleted"),
}


def revision_words(agreement: Agreement, revision: Revision, language: str) -> str:
    """“v3 · Sent · 沧澜大学 · 2024-05-18 12:00”."""
    moment = f"{revision.frozen_at.astimezone():%Y-%m-%d %H:%M}" if revision.frozen_at else ""
    kind = revision_kind(agreement, revision, language)
    return " · ".join(filter(None, (f"v{revision.number}", kind, revision.name, moment)))


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
    return f"{translator(language).gettext('Hash')} {shown[:half]} {shown[half:]}" if shown else ""


def is_told(change: Change) -> bool:
    """Whether a reader should stop at it; a number that moved up with the clauses before it is none."""
    return change.moved or change.kind not in (ChangeKind.SAME, ChangeKind.RENUMBERED)


def mark_lines(change: Change, language: str) -> tuple[str, ...]:
    """“reworded”, “moved from 第五条”: what became of the piece, one thing a line."""
    _ = translator(language).gettext
    was = change.old.place if change.old is not None else ""
    kind = _(_KINDS[change.kind]) if change.kind in _KINDS else ""
    if change.moved:
        return tuple(filter(None, (kind, _("moved from {number}").format(number=was) if was else _("moved"))))
    renumbered = change.old is not None and change.new is not None and change.old.number != change.new.number
    return tuple(filter(None, (kind, _("was {number}").format(number=was) if renumbered and was else "")))


def summary_words(found: Comparison, language: str) -> str:
    """“3 pieces reworded · 1 piece inserted”; or that nothing differs."""
    said = translator(language)
    if found.is_same:
        return said.gettext("Both texts are the same, word for word.")
    changed, inserted = found.count(ChangeKind.CHANGED), found.count(ChangeKind.INSERTED)
    deleted, renumbered = found.count(ChangeKind.DELETED), found.count(ChangeKind.RENUMBERED)
    counts = (
        (changed, said.ngettext("{count} piece reworded", "{count} pieces reworded", changed)),
        (inserted, said.ngettext("{count} piece inserted", "{count} pieces inserted", inserted)),
        (deleted, said.ngettext("{count} piece deleted", "{count} pieces deleted", deleted)),
        (found.moved, said.ngettext("{count} piece moved", "{count} pieces moved", found.moved)),
        (renumbered, said.ngettext("{count} piece renumbered only", "{count} pieces renumbered only", renumbered)),
    )
    return " · ".join(words.format(count=count) for count, words in counts if count)


def gap_words(same: int, renumbered: int, language: str) -> str:
    """“12 unchanged · 3 pieces renumbered only”: what is not shown between two changes."""
    said = translator(language)
    parts = (
        (same, said.ngettext("{count} piece unchanged", "{count} pieces unchanged", same)),
        (renumbered, said.ngettext("{count} piece renumbered only", "{count} pieces renumbered only", renumbered)),
    )
    return " · ".join(words.format(count=count) for count, words in parts if count)


def first_language(agreement: Agreement) -> str:
    """The language in which the agreement is signed first."""
    return "en" if agreement.language is AgreementLanguage.EN else LANGUAGES[0]
