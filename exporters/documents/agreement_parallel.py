"""The agreement in Chinese and English side by side, clause by clause; what cannot stand beside stands below."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from exporters.blocks import (
    Block,
    Cover,
    Document,
    DraftNote,
    Field,
    FieldList,
    Paragraph,
    Parallel,
    ParallelRow,
    Section,
    SignatureArea,
    SignatureParty,
    Spacer,
    SpanKind,
    Title,
)
from resources.languages import translator

LANGUAGES = ("zh", "en")
GAP = " "  # between what both languages say on one line

Run = tuple[type, list[Block]]
Pair = tuple[Sequence[Block], Sequence[Block]]


def side_by_side(chinese: Document, english: Document) -> Document:
    """One paper of the two: same agreement, same clauses."""
    pairs = list(_paired(chinese.blocks, english.blocks))
    return replace(
        chinese,
        language="-".join(LANGUAGES),
        title=_joined(chinese.title, english.title, " / "),
        subject=_joined(chinese.subject, english.subject, " / "),
        keywords=tuple(dict.fromkeys(chinese.keywords + english.keywords)),
        corner="",
        blocks=tuple(_gathered(pairs)),
    )


def _paired(chinese: Sequence[Block], english: Sequence[Block]) -> Iterable[Pair]:
    """Blocks of one kind beside one another; where one side has more of a kind (paragraphs), all of them at once."""
    left, right = deque(_runs(chinese)), deque(_runs(english))
    while left or right:
        if left and right and left[0][0] is right[0][0]:
            first, second = left.popleft()[1], right.popleft()[1]
        elif right and (not left or right[0][0] is Paragraph):
            first, second = [], right.popleft()[1]
        else:
            first, second = left.popleft()[1], []
        if len(first) == len(second):
            yield from (((block,), (same,)) for block, same in zip(first, second, strict=True))
        else:
            yield first, second


def _runs(blocks: Sequence[Block]) -> list[Run]:
    """The blocks in runs of one kind; empty lines are left out, rows stand apart by themselves."""
    runs: list[Run] = []
    for block in blocks:
        if isinstance(block, Spacer):
            continue
        if not runs or runs[-1][0] is not type(block):
            runs.append((type(block), []))
        runs[-1][1].append(block)
    return runs


def _gathered(pairs: Iterable[Pair]) -> Iterable[Block]:
    """What may stand side by side in one Parallel after another; the rest across the page, in both languages."""
    rows: list[ParallelRow] = []
    for left, right in pairs:
        wide = across(left[0], right[0]) if left and right else ()
        if not wide:
            rows += _rows(left, right)
            continue
        if rows:
            yield Parallel(tuple(rows), LANGUAGES)
            rows = []
        yield from wide
    if rows:
        yield Parallel(tuple(rows), LANGUAGES)


def _rows(left: Sequence[Block], right: Sequence[Block]) -> Iterable[ParallelRow]:
    """A row; a list of labelled lines has one for each of them, as long as both languages say the same."""
    if len(left) == len(right) == 1 and isinstance(left[0], FieldList) and isinstance(right[0], FieldList):
        one, other = left[0].fields, right[0].fields
        if len(one) == len(other):
            return [_line_of_both(n, a, b) for n, (a, b) in enumerate(zip(one, other, strict=True))]
    return [ParallelRow(tuple(left), tuple(right))]


def _line_of_both(number: int, left: Field, right: Field) -> ParallelRow:
    """One labelled line; the first of a list stands a little apart from the list before it."""
    apart: tuple[Block, ...] = () if number else (Spacer(0.5),)
    return ParallelRow((*apart, FieldList((left,))), (*apart, FieldList((right,))))


def across(left: Block, right: Block) -> tuple[Block, ...]:
    """Both languages as blocks over the whole width; nothing for what stands side by side."""
    if isinstance(left, Cover) and isinstance(right, Cover):
        return (_cover(left, right),)
    if isinstance(left, Title) and isinstance(right, Title):
        return (Title(left.lines, GAP.join(right.lines), "en"),)
    if isinstance(left, SignatureArea) and isinstance(right, SignatureArea):
        return (Spacer(), _signatures(left, right))
    if isinstance(left, Section) and isinstance(right, Section):
        return (Section(_joined(left.name, right.name), (*left.blocks, Spacer(), *right.blocks)),)
    return (left, right) if isinstance(left, DraftNote) else ()


def _cover(left: Cover, right: Cover) -> Cover:
    """The Chinese cover with the English one; what is filled in once stands behind both labels."""
    english = replace(
        right,
        number=replace(right.number, spans=()),
        signing=tuple(map(_second, left.signing, right.signing)),
    )
    return replace(left, english=english)


def _second(left: Field, right: Field) -> Field:
    """A place, or a date that is known, in English, too; a blank is filled in once."""
    once = left.spans == right.spans or any(span.kind is SpanKind.BLANK for span in left.spans + right.spans)
    return replace(right, spans=()) if once else right


def _signatures(left: SignatureArea, right: SignatureArea) -> SignatureArea:
    """The places in both languages, line by line: what English asks for, Chinese does, too."""
    return replace(
        left,
        parties=tuple(map(_party, left.parties, right.parties)),
        witnesses=tuple(map(_party, left.witnesses, right.witnesses)),
        english=right,
    )


def _party(left: SignatureParty, right: SignatureParty) -> SignatureParty:
    return replace(left, lines=tuple(map(_chinese_line, right.lines)))


def _chinese_line(english: str) -> str:
    """The message is the English label; the room of its Chinese form for year, month and day is the rule's here."""
    chinese = translator("zh").gettext(english)
    return chinese[: chinese.find("：") + 1] or chinese


def _joined(left: str, right: str, between: str = GAP) -> str:
    """Both, or the one that says something; what is the same in both languages once."""
    return between.join(dict.fromkeys(text for text in (left.strip(), right.strip()) if text))
