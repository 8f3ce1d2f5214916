"""The words of an agreement's clauses: template texts filled from the records, blanks where a fact is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exporters.blocks import Clause, Paragraph, Span, SpanKind
from models.clause_numbers import standing
from models.codes import ClauseKind
from models.rules.numerals import clause_number, item_number
from models.rules.template_text import Piece, render
from models.snapshots import shapes
from models.snapshots.shapes import Bilingual

# Length of a blank in characters, by how the missing name ends; most want a few words.
NUMBER, WORDS, LINE = 4, 8, 14
_SHORT = "_cap _total _each .originals _years .term_zh .term_en _per_month _per_year _month_zh"
_LONG = ".name_zh .name_en .title_zh .title_en .uscc .address_zh .address_en .text_zh .text_en"
_BLANKS = {NUMBER: tuple(_SHORT.split()), LINE: tuple(_LONG.split())}


@dataclass(frozen=True, slots=True)
class AgreementText:
    """Fills texts for one agreement in one language."""

    values: Mapping[str, object]
    language: str

    def line(self, text: Bilingual) -> str:
        """A heading or title on one line, blanks ruled."""
        return "".join(piece.text or "_" * 2 * blank_width(piece.missing) for piece in self._pieces(text))

    def paragraphs(self, text: Bilingual) -> tuple[Paragraph, ...]:
        """The body, a paragraph for each line that says something."""
        lines: list[list[Span]] = [[]]
        for piece in self._pieces(text):
            first, *others = piece.text.split("\n")
            lines[-1] += _spans(Piece(first, piece.missing, piece.name))
            lines += [_spans(Piece(other, name=piece.name)) for other in others]
        return tuple(Paragraph(tuple(spans)) for spans in lines if _says_something(spans))

    def clauses(self, clauses: tuple[shapes.Clause, ...]) -> tuple[Clause, ...]:
        """The articles that stand, numbered anew."""
        articles = (clause for clause in standing(clauses, self.values) if clause.kind is ClauseKind.ARTICLE)
        return tuple(self._clause(clause, clause_number(n, self.language), 1) for n, clause in enumerate(articles, 1))

    def value(self, name: str) -> str:
        """A value by its dotted name without the language ("party_a.name"), in the other language if need be."""
        return _found(self.values, f"{name}_{self.language}") or _found(self.values, f"{name}_{self._other}")

    def plain(self, name: str) -> str:
        """A value that has no language: a code, a number, a phone."""
        return _found(self.values, name)

    def _clause(self, clause: shapes.Clause, number: str, depth: int) -> Clause:
        children = (child for child in standing(clause.children, self.values))
        return Clause(
            number=number,
            heading=self.line(clause.heading),
            paragraphs=self.paragraphs(clause.body),
            children=tuple(self._clause(c, self._item_number(n, depth), depth + 1) for n, c in enumerate(children, 1)),
            key=clause.key,
        )

    def _item_number(self, n: int, depth: int) -> str:
        return item_number(n, self.language) if depth == 1 else f"{n}."

    def _pieces(self, text: Bilingual) -> Iterator[Piece]:
        """Filled pieces; a fact known in the other language only is given in that one rather than left blank."""
        for piece in render(text.pick(self.language), self.values).pieces:
            known = _in_other_language(self.values, piece.missing, self.language, self._other)
            yield Piece(known) if known else piece

    @property
    def _other(self) -> str:
        return "zh" if self.language == "en" else "en"


def blank_width(name: str) -> int:
    """How long the line for a missing fact is, in characters."""
    return next((width for width, endings in _BLANKS.items() if name.endswith(endings)), WORDS)


def blank(name: str) -> Span:
    """A place to fill in by hand, which says what is missing."""
    return Span(name, SpanKind.BLANK, blank_width(name))


def _spans(piece: Piece) -> list[Span]:
    if piece.missing:
        return [blank(piece.missing)]
    return [Span(piece.text, SpanKind.NAME if piece.name else SpanKind.TEXT)] if piece.text else []


def _says_something(spans: list[Span]) -> bool:
    return any(span.kind is SpanKind.BLANK or span.text.strip() for span in spans)


def _in_other_language(values: Mapping[str, object], missing: str, language: str, other: str) -> str:
    if not missing.endswith(f"_{language}"):
        return ""
    return _found(values, f"{missing.removesuffix(language)}{other}")


def _found(values: Mapping[str, object], name: str) -> str:
    """The text under a dotted name; items of lists count from 1."""
    found: object = values
    for part in name.split("."):
        if isinstance(found, Mapping):
            found = found.get(part)
        elif isinstance(found, list) and part.isdigit() and int(part) <= len(found):
            found = found[int(part) - 1]
        else:
            return ""
    if isinstance(found, list):
        return "、".join(str(item) for item in found)
    return str(found) if isinstance(found, str | int) else ""
