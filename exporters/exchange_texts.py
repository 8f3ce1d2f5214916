"""The clauses of an agreement in parts, as they go to the other side: words to edit, fields that stay fixed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporters.documents.agreement_text import AgreementText
from exporters.docx.exchange_marks import without_marks
from exporters.typeset.safe_text import clean_text
from models.clause_numbers import standing, tree_numbers
from models.clause_reading import ShownToken, fact_of, shown_tokens
from models.rules.clause_text import TokenKind
from models.sent_texts import Part, SentClause, SentText
from models.snapshots.shapes import Agreement, Bilingual, Clause

LANGUAGES = ("zh", "en")
_OPENING = (TokenKind.IF, TokenKind.FOR)


class Numbers:
    """Counts from one."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """The next number."""
        self.last += 1
        return self.last


def sent_clauses(agreement: Agreement, values: Mapping[str, Mapping[str, object]]) -> tuple[SentClause, ...]:
    """The clauses that stand, in order; `values` by language."""
    marks = {language: tree_numbers(agreement, values[language], language) for language in LANGUAGES}
    return tuple(_clauses(agreement.clauses, None, values, marks))


def _clauses(
    clauses: tuple[Clause, ...],
    parent_id: int | None,
    values: Mapping[str, Mapping[str, object]],
    marks: Mapping[str, Mapping[int, str]],
    above: tuple[str, str] = ("", ""),
) -> Iterator[SentClause]:
    """`above`: the numbers of the clause that they stand below; an item is called “第三条（二）”."""
    for clause in standing(clauses, values["zh"]):
        own = {language: marks[language].get(clause.id, "") for language in LANGUAGES}
        whole = {"zh": above[0] + own["zh"], "en": f"{above[1]} {own['en']}".strip()}
        names = {one: _name(clause, whole[one], values[one], one) for one in LANGUAGES}
        yield SentClause(clause.id, parent_id, names["zh"], names["en"], own["zh"], own["en"])
        yield from _clauses(clause.children, clause.id, values, marks, (whole["zh"], whole["en"]))


def _name(clause: Clause, mark: str, values: Mapping[str, object], language: str) -> str:
    return f"{mark} {AgreementText(values, language).line(clause.heading)}".strip()


def sent_texts(
    agreement: Agreement, values: Mapping[str, Mapping[str, object]], languages: tuple[str, ...]
) -> tuple[SentText, ...]:
    """Every text of the clauses that stand, in the languages of the paper. A text borrowed from the other language
    is left out: it is no text of its own.
    """
    texts, fields = Numbers(), Numbers()
    found = []
    for clause in _standing(agreement.clauses, values["zh"]):
        for language in languages:
            for name, pair in (("heading", clause.heading), ("body", clause.body)):
                source = getattr(pair, language)
                if source.strip():
                    parts = parts_of(source, values[language], language, fields)
                    found.append(SentText(texts.next(), clause.id, f"{name}_{language}", parts))
    return tuple(found)


def _standing(clauses: tuple[Clause, ...], values: Mapping[str, object]) -> Iterator[Clause]:
    for clause in standing(clauses, values):
        yield clause
        yield from _standing(clause.children, values)


def parts_of(source: str, values: Mapping[str, object], language: str, fields: Numbers) -> tuple[Part, ...]:
    """The text in parts; a text that cannot be taken apart is fixed as a whole."""
    text = AgreementText(values, language)
    before = fields.last
    parts = tuple(_parts(shown_tokens(source, values, language), text, fields))
    if "".join(part.shown for part in parts) == _printed(text, source):
        return parts
    fields.last = before
    return tuple(_fixed(source, text, fields))


def _parts(tokens: tuple[ShownToken, ...], text: AgreementText, fields: Numbers) -> Iterator[Part]:
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind is TokenKind.WORDS and token.stands:
            words = _clean(token.source)
            yield Part(words, words)
        elif token.kind is TokenKind.FIELD and token.stands:
            yield from _fixed(token.source, text, fields, fact_of(token), blank=bool(token.missing and not token.value))
        elif token.kind is TokenKind.FOR and token.stands:
            end = _end_of(tokens, place)
            yield from _fixed("".join(one.source for one in tokens[place : end + 1]), text, fields)
            place = end
        else:
            yield Part(token.source, "")
        place += 1


def _end_of(tokens: tuple[ShownToken, ...], place: int) -> int:
    """Where the loop ends that begins here."""
    depth = 0
    for at in range(place, len(tokens)):
        depth += (tokens[at].kind in _OPENING) - (tokens[at].kind is TokenKind.END)
        if depth == 0:
            return at
    return len(tokens) - 1


def _fixed(source: str, text: AgreementText, fields: Numbers, fact: str = "", *, blank: bool = False) -> Iterator[Part]:
    """A fixed part, one for each line that it prints; the first stands for its source."""
    for number, line in enumerate(_printed(text, source).split("\n")):
        if number:
            yield Part("", "\n")
        field = fields.next() if line else 0
        yield Part("" if number else source, line, field, fact, blank)


def _printed(text: AgreementText, source: str) -> str:
    return _clean(text.line(Bilingual(source, source)))


def _clean(text: str) -> str:
    return without_marks(clean_text(text))
