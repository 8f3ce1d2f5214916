"""What an import has written, in one line; what was not written is said as plainly."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from resources.languages import translator

if TYPE_CHECKING:
    from models.imports.apply_import import Imported


def result_words(result: Imported, language: str) -> str:
    """“32 people imported: 28 new, 4 updated; 5 rows left undecided.”"""
    _, ngettext = translator(language).gettext, translator(language).ngettext
    count = result.added + result.updated
    first = ngettext("{count} person imported", "{count} people imported", count).format(count=count)
    parts = [_("{count} new").format(count=result.added), _("{count} updated").format(count=result.updated)]
    if result.groups:
        groups = ngettext("{count} group without names", "{count} groups without names", result.groups)
        parts.append(groups.format(count=result.groups))
    comma, colon = (", ", ": ") if language == "en" else ("，", "：")
    said = [first + colon + comma.join(parts), *_left_out(result, ngettext), *_remarks(result, ngettext)]
    return (". " if language == "en" else "。").join(said) + ("." if language == "en" else "。")


Count = Callable[[str, str, int], str]


def _left_out(result: Imported, ngettext: Count) -> list[str]:
    said = []
    if result.left_in_doubt:
        words = ngettext(
            "{count} row undecided, not imported", "{count} rows undecided, not imported", result.left_in_doubt
        )
        said.append(words.format(count=result.left_in_doubt))
    if result.refused:
        said.append(
            ngettext("{count} row left out", "{count} rows left out", result.refused).format(count=result.refused)
        )
    return said


def _remarks(result: Imported, ngettext: Count) -> list[str]:
    said = []
    if result.kept_meanwhile:
        words = ngettext(
            "{count} field was changed by somebody meanwhile and stays",
            "{count} fields were changed by somebody meanwhile and stay",
            result.kept_meanwhile,
        )
        said.append(words.format(count=result.kept_meanwhile))
    if result.slips_not_kept:
        words = ngettext(
            "{count} original file could not be kept: {names}",
            "{count} original files could not be kept: {names}",
            len(result.slips_not_kept),
        )
        said.append(words.format(count=len(result.slips_not_kept), names="、".join(result.slips_not_kept)))
    return said
