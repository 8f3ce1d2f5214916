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
        across = _across(left[0], right[0]) if left and right else ()
        if not across:
            rows += _rows(left, right)
            continue
        if rows:
            yield Parallel(tuple(rows), LANGUAGES)
            rows = []
        yield from across
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


def _across(left: Block, right: Block) -> tuple[Block, ...]:
    """Both as blocks over the whole width; nothing for what stands side by side."""
    if isinstance(left, Cover) and isinstance(right, Cover):
        return (_cover(left, right),)
    if isinstance(left, Title) and isinstance(right, Title):
        return (Title(left.lines, GAP.join(right.lines)),)
    if isinstance(left, SignatureArea) and isinstance(right, SignatureArea):
        return (Spacer(), _signatures(left, right))
    if isinstance(left, Section) and isinstance(right, Section):
        return (Section(_joined(left.name, right.name), (*left.blocks, Spacer(), *right.blocks)),)
    return (left, right) if isinstance(left, DraftNote) else ()


def _cover(left: Cover, right: Cover) -> Cover:
    return replace(
        left,
        number=replace(left.number, label=_joined(left.number.label, right.number.label)),
        lines=(*left.lines, *right.lines),
        parties=tuple(field for pair in map(_names, left.parties, right.parties) for field in pair),
        signing=tuple(field for pair in zip(left.signing, right.signing, strict=True) for field in _field(*pair)),
    )


def _names(left: Field, right: Field) -> tuple[Field, Field]:
    """Both names of a party; the English label has a colon of its own, or it would get a Chinese one."""
    return left, replace(right, label=f"{right.label}:")


def _field(left: Field, right: Field) -> tuple[Field, ...]:
    """A name in both languages; a number, a date or a blank once, behind both labels."""
    if left.spans != right.spans and all(span.kind is SpanKind.NAME for span in left.spans + right.spans):
        return _names(left, right)
    return (replace(left, label=_joined(left.label, right.label)),)


def _signatures(left: SignatureArea, right: SignatureArea) -> SignatureArea:
    return SignatureArea(
        parties=tuple(map(_party, left.parties, right.parties)),
        witnesses=tuple(map(_party, left.witnesses, right.witnesses)),
        note=_joined(left.note, right.note),
        alone=_joined(left.alone, right.alone),
        count=_joined(left.count, right.count),
    )


def _party(left: SignatureParty, right: SignatureParty) -> SignatureParty:
    """Label and name in both languages, and the lines to fill, each with both labels."""
    name = _joined(left.name, right.name, "\n")
    return SignatureParty(_joined(left.label, right.label), name, tuple(map(_line, right.lines)))


def _line(english: str) -> str:
    """“姓名 Name:”: the message is the English label, its Chinese form may leave room for year, month and day."""
    chinese, _colon, _room = translator("zh").gettext(english).partition("：")
    return _joined(chinese, english)


def _joined(left: str, right: str, between: str = GAP) -> str:
    """Both, or the one that says something; what is the same in both languages once."""
    return between.join(dict.fromkeys(text for text in (left.strip(), right.strip()) if text))
