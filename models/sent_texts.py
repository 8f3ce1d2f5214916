"""A draft as it went to the other side: each text of its clauses in parts, words to be edited and parts that stay.

Kept with the revision that was sent: what comes back is compared with what went out, whatever has changed since.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.snapshots import shape_json

KEPT_AS = "sent"  # in the terms of the revision


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a text. `source`: as written in the clause; `shown`: as printed.

    `field`: the number under which a fixed part stands in the paper, 0 for words; words have `source` = `shown`. What
    shows nothing (the sign of a condition, a branch that does not hold) is neither in the paper nor ever edited.
    """

    source: str
    shown: str
    field: int = 0
    fact: str = ""  # what a field shows ("party_a.name_zh"), as far as it is one fact
    blank: bool = False  # the fact is not known: a line to fill in

    @property
    def is_words(self) -> bool:
        """Whether the other side may edit it."""
        return not self.field and bool(self.shown) and self.source == self.shown


@dataclass(frozen=True, slots=True)
class SentText:
    """A heading or body of a clause in one language. `mark`: the number before it, where it is plain text."""

    number: int
    clause_id: int
    column: str  # "heading_zh"
    parts: tuple[Part, ...]

    @property
    def source(self) -> str:
        """The text as the clause has it."""
        return "".join(part.source for part in self.parts)


@dataclass(frozen=True, slots=True)
class SentClause:
    """A clause that stood in the paper. `name`: “第三条 合作内容”."""

    id: int
    parent_id: int | None
    name: str
    name_en: str = ""
    mark: str = ""  # its number alone, in each language
    mark_en: str = ""


@dataclass(frozen=True, slots=True)
class SentPaper:
    """What was sent: by `revision` and `content_hash` the returned paper says what it was made from.

    `lines`: everything else in the paper, which nobody may edit: cover, parties, places to sign; `margins`: the lines
    of its headers and footers.
    """

    agreement: str
    language: str
    revision: int
    content_hash: str
    texts: tuple[SentText, ...]
    clauses: tuple[SentClause, ...]
    lines: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()


def packed_paper(paper: SentPaper) -> dict[str, object]:
    """The paper as JSON, to be kept in a revision's terms under `KEPT_AS`."""
    return shape_json.to_json(paper)


def paper_in(terms: Mapping[str, object]) -> SentPaper | None:
    """The paper that a revision keeps; None where nothing was sent from it."""
    packed = terms.get(KEPT_AS)
    return shape_json.from_json(SentPaper, packed) if isinstance(packed, Mapping) else None


def printed_lines(parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], ...]:
    """The parts by the paragraphs they print as; a line that says nothing prints as none."""
    lines: list[list[Part]] = [[]]
    for part in parts:
        if part.field:
            lines[-1].append(part)
            continue
        first, *others = part.shown.split("\n")
        lines[-1].append(Part(first, first))
        lines.extend([Part(other, other)] for other in others)
    shown = (tuple(part for part in line if part.shown) for line in lines)
    return tuple(line for line in shown if says_something(line))


def says_something(line: tuple[Part, ...]) -> bool:
    """Whether a line prints as a paragraph."""
    return any(part.field or part.shown.strip() for part in line)
