"""Which paragraph of a returned draft belongs to which text; what was added between them; what was touched of the rest.

Bookmarks tell where they came back. Where a program dropped them, the words do: first those that are the same, then
the likest between two that are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import groupby

from models.imports.returned_docx import ReturnedLine
from models.rules.merged_text import shown_text
from models.rules.typed_numbers import mark_of, typed_mark
from models.sent_texts import SentPaper, SentText

LIKE_ENOUGH = 0.5
LONGEST_FIXED = 500  # characters told of a fixed line
MOST_COMPARED = 2_000  # lines whose place is not known; more are no draft of ours


@dataclass(frozen=True, slots=True)
class FixedChange:
    """A line that nobody was to edit, as it went and as it came back; either may be empty."""

    sent: str
    now: str


@dataclass(frozen=True, slots=True)
class AddedClause:
    """Paragraphs that make a clause of their own. `behind`: the text they stand behind; `level` from 0."""

    behind: int
    level: int
    lines: tuple[str, ...]
    language: str = "zh"


@dataclass(slots=True)
class Placed:
    """The paragraphs by text, in the order of the paper; what was added; what changed of the fixed lines.

    `bodies`: by heading, what stands behind one whose clause went out without a text. `typed`: by text, the number
    that was written before it by hand.
    """

    texts: dict[int, list[ReturnedLine]] = field(default_factory=dict)
    added: list[AddedClause] = field(default_factory=list)
    fixed: list[FixedChange] = field(default_factory=list)
    bodies: dict[int, list[ReturnedLine]] = field(default_factory=dict)
    typed: dict[int, str] = field(default_factory=dict)


def placed(sent: SentPaper, lines: Sequence[ReturnedLine]) -> Placed:
    """Sort the paragraphs of one view."""
    known = {text.number: text for text in sent.texts}
    anchored = [line if line.text in known else replace(line, text=0) for line in lines]
    anchored = _by_words(sent, anchored)
    extra, fixed = _extra(sent.lines, anchored)
    found = Placed(fixed=fixed)
    last = 0
    for number, run in groupby(enumerate(anchored), key=lambda one: one[1].text):
        group = list(run)
        own = _own(known[number], [line for _place, line in group]) if number else ()
        for at, (place, line) in enumerate(group):
            if number and (own[at] or not last):
                last = number
                found.texts.setdefault(number, []).append(line)
            elif number or place in extra:
                _add(found, line, last, known)
    for number in _first_texts(sent):
        _take_number_off(found, sent, known[number])
    return found


def _own(text: SentText, lines: Sequence[ReturnedLine]) -> list[bool]:
    """Which paragraphs below one bookmark are the text; a numbered one that is unlike it is a clause of its own."""
    if len(lines) == 1:
        return [True]
    sent = [_bare(line) for line in shown_text(text.parts).split("\n")]
    degrees = [max(_likeness(_bare(mark_of(line.words)[1]), wanted) for wanted in sent) for line in lines]
    if text.column.startswith("heading"):
        best = degrees.index(max(degrees))
        return [place == best for place in range(len(lines))]
    marked, like = {mark_of(line)[0] for line in sent}, [degree >= LIKE_ENOUGH for degree in degrees]
    own: list[bool] = []
    for line, is_like in zip(lines, like, strict=True):
        level = _level_of(line)
        plain = level is None and all(own)
        numbered_so = level is not None and (level in marked or (level > 0 and not any(like)))
        own.append(is_like or plain or numbered_so)
    return own


def _level_of(line: ReturnedLine) -> int | None:
    level = mark_of(line.words)[0]
    return line.level if level is None else level


def _first_texts(sent: SentPaper) -> Iterator[int]:
    """The text of each clause, in each language, that its number stands before."""
    seen: set[tuple[int, str]] = set()
    for text in sent.texts:
        place = text.clause_id, text.column.rpartition("_")[2]
        if place not in seen:
            seen.add(place)
            yield text.number


def _take_number_off(found: Placed, sent: SentPaper, text: SentText) -> None:
    """A number written by hand before a text is not part of it: clauses are counted here."""
    clause = next((one for one in sent.clauses if one.id == text.clause_id), None)
    lines = found.texts.get(text.number)
    if clause is None or not lines:
        return
    level, mark = mark_of(lines[0].words)[0], clause.mark_en if text.column.endswith("_en") else clause.mark
    if level is None or level != mark_of(mark)[0] or mark_of(shown_text(text.parts))[0] == level:
        return
    found.typed[text.number] = typed_mark(lines[0].words)
    lines[0] = _unnumbered(lines[0])


def _add(found: Placed, line: ReturnedLine, last: int, known: Mapping[int, SentText]) -> None:
    """A clause of its own where it is numbered; else it goes on with what it stands behind."""
    level, words = mark_of(line.words)
    level = line.level if level is None else level
    language = _language_of(line.words, last, known)
    before = next((place for place, one in _latest(found, last) if one.language == language), None)
    if level is not None:
        found.added.append(AddedClause(last, level, (words.strip(),), language))
    elif before is not None:
        clause = found.added[before]
        found.added[before] = replace(clause, lines=(*clause.lines, line.words))
    elif owner := _text_of(known[last], f"body_{language}", known):
        found.texts.setdefault(owner, []).append(line)
    else:
        heading = _text_of(known[last], f"heading_{language}", known)
        found.bodies.setdefault(heading or last, []).append(line)


def _latest(found: Placed, last: int) -> Iterator[tuple[int, AddedClause]]:
    """What was added behind a text, with its place, the last first."""
    places = range(len(found.added) - 1, -1, -1)
    return ((place, found.added[place]) for place in places if found.added[place].behind == last)


def _text_of(text: SentText, column: str, known: Mapping[int, SentText]) -> int:
    """Another text of the same clause; 0 where there is none."""
    same = (one.number for one in known.values() if (one.clause_id, one.column) == (text.clause_id, column))
    return next(same, 0)


def _language_of(words: str, last: int, known: Mapping[int, SentText]) -> str:
    """In which language a paragraph is; of a paper in one language that one."""
    languages = {text.column.rpartition("_")[2] for text in known.values()}
    if len(languages) == 2 and re.search("[\u3400-\u9fff]", words):
        return "zh"
    if len(languages) == 2 and re.search("[A-Za-z]", words):
        return "en"
    return known[last].column.rpartition("_")[2]


def _extra(sent: tuple[str, ...], lines: Sequence[ReturnedLine]) -> tuple[set[int], list[FixedChange]]:
    """Places of the lines that are new behind a text, and what else differs from the lines that were fixed."""
    loose = [place for place, line in enumerate(lines) if not line.text]
    before, after = [_bare(line) for line in sent], [_bare(lines[place].words) for place in loose]
    extra: set[int] = set()
    fixed: list[FixedChange] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        old = list(before[a:b])
        others = []
        for at in range(c, d):
            if _follows_text(lines, loose[at], extra) and not _like_any(after[at], old):
                extra.add(loose[at])
            else:
                others.append(after[at])
        if old or others:
            fixed.extend(_paired(old, others))
    return extra, fixed


def _paired(old: list[str], new: list[str]) -> Iterator[FixedChange]:
    """Line by line where there are as many, else what is alike, in order; of very many no more than their beginning."""
    if len(old) == len(new):
        yield from (_fixed(*pair) for pair in zip(old, new, strict=True))
        return
    if len(old) * len(new) > MOST_COMPARED:
        yield _fixed("\n".join(old), "\n".join(new))
        return
    for line in new:
        at = next((place for place, other in enumerate(old) if _likeness(line, other) >= LIKE_ENOUGH), None)
        yield from (_fixed(other, "") for other in old[: at or 0])
        yield _fixed("" if at is None else old[at], line)
        del old[: 0 if at is None else at + 1]
    yield from (_fixed(other, "") for other in old)


def _fixed(sent: str, now: str) -> FixedChange:
    return FixedChange(
        *(words if len(words) <= LONGEST_FIXED else f"{words[:LONGEST_FIXED]}…" for words in (sent, now))
    )


def _follows_text(lines: Sequence[ReturnedLine], place: int, extra: set[int]) -> bool:
    return place > 0 and (bool(lines[place - 1].text) or place - 1 in extra)


def _like_any(line: str, others: Sequence[str]) -> bool:
    return any(_likeness(line, other) >= LIKE_ENOUGH for other in others)


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    like = matcher.real_quick_ratio() >= LIKE_ENOUGH and matcher.quick_ratio() >= LIKE_ENOUGH
    return matcher.ratio() if like else 0.0


def _bare(words: str) -> str:
    return " ".join(words.split())


def _by_words(sent: SentPaper, lines: list[ReturnedLine]) -> list[ReturnedLine]:
    """Texts without a bookmark found by what they say."""
    present = {line.text for line in lines}
    missing = [text for text in sent.texts if text.number not in present]
    loose = [place for place, line in enumerate(lines) if not line.text]
    if not missing or len(loose) > MOST_COMPARED:
        return lines
    fixed = {_bare(line) for line in sent.lines}
    free = {place: _bare(mark_of(lines[place].words)[1]) for place in loose if _bare(lines[place].words) not in fixed}
    for text in missing:
        for wanted in (_bare(line) for line in shown_text(text.parts).split("\n")):
            same = next((place for place, words in free.items() if wanted and words == wanted), None)
            if same is not None:
                lines[same] = _unnumbered(replace(lines[same], text=text.number))
                del free[same]
    return _by_likeness(sent, lines, free)


def _by_likeness(sent: SentPaper, lines: list[ReturnedLine], free: dict[int, str]) -> list[ReturnedLine]:
    order = [text.number for text in sent.texts]
    places: dict[int, int] = {}
    for place, line in enumerate(lines):
        places.setdefault(line.text, place)
    for at, text in enumerate(sent.texts):
        if text.number in places or not free:
            continue
        begin = next((places[number] for number in reversed(order[:at]) if number in places), -1)
        end = next((places[number] for number in order[at + 1 :] if number in places), len(lines))
        wanted = _bare(shown_text(text.parts))
        between = [(_likeness(words, wanted), -place) for place, words in free.items() if begin < place < end]
        degree, best = max(between, default=(0.0, 0))
        if degree >= LIKE_ENOUGH:
            lines[-best] = _unnumbered(replace(lines[-best], text=text.number))
            places[text.number] = -best
            del free[-best]
    return lines


def _unnumbered(line: ReturnedLine) -> ReturnedLine:
    """Without the number that a program wrote out in the place of one it counted."""
    _level, words = mark_of(line.words)
    gone = len(line.words) - len(words)
    bits = list(line.bits)
    while gone and bits:
        taken = min(gone, len(bits[0].text))
        bits[0] = replace(bits[0], text=bits[0].text[taken:])
        gone -= taken
        if not bits[0].text:
            bits.pop(0)
    return replace(line, bits=tuple(bits))


def returned_bits(lines: Sequence[ReturnedLine]) -> list[tuple[str, int]]:
    """The words of a text, a line for each paragraph, with the fixed parts that they stand in."""
    bits: list[tuple[str, int]] = []
    for number, line in enumerate(lines):
        if number:
            bits.append(("\n", 0))
        bits.extend((bit.text, bit.field) for bit in line.bits)
    return bits
