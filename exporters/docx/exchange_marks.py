"""Signs inside a text that say where a text of a clause begins and what in it is fixed, until the Word file is written.

They go through layout as letters; the paper that leaves holds content controls and bookmarks in their place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from exporters.typeset.safe_text import REPLACEMENT
from models.sent_texts import Part, SentText, printed_lines
from models.snapshots.shapes import Bilingual, Clause

TEXT, FIELD, NAMED, END, BRACE = (chr(0x10FF00 + n) for n in range(5))
MARKS = re.compile(
    f"(?P<text>{TEXT}\\d+\\.\\d+{NAMED})|(?P<field>{FIELD}\\d+{NAMED})|(?P<end>{END})|(?P<brace>{BRACE})"
)
_OURS = str.maketrans(dict.fromkeys((TEXT, FIELD, NAMED, END, BRACE), REPLACEMENT))


def without_marks(text: str) -> str:
    """A text of the user's, in which none of our signs stands."""
    return text.translate(_OURS)


def marked_clauses(clauses: tuple[Clause, ...], texts: Mapping[tuple[int, str], SentText]) -> tuple[Clause, ...]:
    """The clauses with their texts as they print, marked; `texts` by clause and column."""
    return tuple(
        replace(
            clause,
            heading=_marked(clause, "heading", clause.heading, texts),
            body=_marked(clause, "body", clause.body, texts),
            children=marked_clauses(clause.children, texts),
        )
        for clause in clauses
    )


def _marked(clause: Clause, name: str, pair: Bilingual, texts: Mapping[tuple[int, str], SentText]) -> Bilingual:
    """A text that is not sent stays as it is; it is printed, but has no mark."""
    found = {one: texts.get((clause.id, f"{name}_{one}")) for one in ("zh", "en")}
    written = {one: marked_text(text) if text else getattr(pair, one) for one, text in found.items()}
    for one, other in (("zh", "en"), ("en", "zh")):
        borrowed = found[other]
        if not written[one].strip() and borrowed is not None:
            written[one] = _plain(borrowed)
    return Bilingual(written["zh"], written["en"])


def marked_text(text: SentText) -> str:
    """The paragraphs of a text, each with its number before it."""
    lines = printed_lines(text.parts)
    return "\n".join(f"{TEXT}{text.number}.{n}{NAMED}{''.join(map(_part, line))}" for n, line in enumerate(lines))


def _part(part: Part) -> str:
    words = part.shown.replace("{", BRACE)
    return f"{FIELD}{part.field}{NAMED}{words}{END}" if part.field else words


def _plain(text: SentText) -> str:
    return "\n".join("".join(part.shown.replace("{", BRACE) for part in line) for line in printed_lines(text.parts))
