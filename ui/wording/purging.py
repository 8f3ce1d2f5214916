"""What a purge clears, in lines: for the command line and the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.rules.dates import format_date
from resources.languages import translator

if TYPE_CHECKING:
    from models.purging import PurgePreview


def purge_lines(preview: PurgePreview, language: str, *, with_younger: bool = False) -> tuple[str, ...]:
    """What is cleared and what stays, a line each; only what there is."""
    told = (*_of_people(preview, language), *_of_the_workspace(preview, language))
    lines = [words.format(count=count) for count, words in told if count]
    return (*lines, *_staying(preview, language, with_younger=with_younger))


def _of_people(preview: PurgePreview, language: str) -> tuple[tuple[int, str], ...]:
    """What stands in the records of the meeting: how many, and their words."""
    n_, counts = translator(language).ngettext, preview.counts
    people = n_(
        "phone, e-mail, identity number, ethnicity and diet of {count} person",
        "phone, e-mail, identity number, ethnicity and diet of {count} people",
        counts.people,
    )
    attendances = n_(
        "travel, room, meals and the words of the slip of {count} attendee",
        "travel, rooms, meals and the words of the slips of {count} attendees",
        counts.attendances,
    )
    contacts = n_("{count} phone of drivers and hosts", "{count} phones of drivers and hosts", counts.contacts)
    return (
        (counts.people, people),
        (counts.attendances, attendances),
        (counts.contacts, contacts),
        (counts.rides, n_("{count} seat in a vehicle", "{count} seats in vehicles", counts.rides)),
        (counts.notes, n_("numbers in {count} remark (masked)", "numbers in {count} remarks (masked)", counts.notes)),
    )


def _of_the_workspace(preview: PurgePreview, language: str) -> tuple[tuple[int, str], ...]:
    """What is kept beside the records."""
    n_, slips, backups = translator(language).ngettext, len(preview.slips), len(preview.old_backups)
    steps = n_(
        "the undo history of the whole workspace ({count} step)",
        "the undo history of the whole workspace ({count} steps)",
        preview.undo_steps,
    )
    return (
        (slips, n_("{count} kept slip", "{count} kept slips", slips)),
        (preview.undo_steps, steps),
        (backups, n_("{count} backup older than the term", "{count} backups older than the term", backups)),
    )


def _staying(preview: PurgePreview, language: str, *, with_younger: bool) -> tuple[str, ...]:
    _, n_ = translator(language).gettext, translator(language).ngettext
    kept, younger = preview.counts.people_kept, len(preview.younger_backups)
    lines = []
    if younger and with_younger:
        lines.append(n_("{count} younger backup", "{count} younger backups", younger).format(count=younger))
    if kept:
        words = n_(
            "Kept for now: the data of {count} person who is needed elsewhere (another meeting, an agreement)",
            "Kept for now: the data of {count} people who are needed elsewhere (another meeting, an agreement)",
            kept,
        )
        lines.append(words.format(count=kept))
    if younger and not with_younger:
        words = n_(
            "{count} younger backup still holds the data and makes way by itself in time",
            "{count} younger backups still hold the data and make way by themselves in time",
            younger,
        )
        lines.append(words.format(count=younger))
    if not lines and preview.counts.is_empty and not preview.slips:
        day = format_date(preview.counts.kept_until, language)
        lines.append(_("Nothing is left to clear; the term ended on {day}.").format(day=day))
    return tuple(lines)
