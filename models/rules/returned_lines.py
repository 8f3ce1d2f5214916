"""Which paragraph of a returned draft belongs to which text; what was added between them; what was touched of the rest.

Bookmarks tell where they came back. Where a program dropped them, the words do: first those that are the same, then
the likest between two that are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from models.imports.returned_docx import ReturnedLine
from models.rules.merged_text import shown_text
from models.sent_texts import SentPaper, SentText

LIKE_ENOUGH = 0.5
MOST_COMPARED = 2_000  # lines whose place is not known; more are no draft of ours
_ARTICLE = re.compile(r"\s*(第[一二三四五六七八九十百零〇\d]{1,6}条|Article\s+\d{1,3}\b)[\s　:：.、]*", re.IGNORECASE)
_ITEM = re.compile(r"\s*([（(][一二三四五六七八九十\d]{1,3}[）)])\s*")
_POINT = re.compile(r"\s*(\d{1,2}[.．、])\s*(?!\d)")


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


@dataclass(slots=True)
class Placed:
    """The paragraphs by text, in the order of the paper; what was added; what changed of the fixed lines."""

    texts: dict[int, list[ReturnedLine]] = field(default_factory=dict)
    added: list[AddedClause] = field(default_factory=list)
    fixed: list[FixedChange] = field(default_factory=list)


def placed(sent: SentPaper, lines: Sequence[ReturnedLine]) -> Placed:
    """Sort the paragraphs of one view."""
    known = {text.number: text for text in sent.texts}
    anchored = [line if line.text in known else replace(line, text=0) for line in lines]
    anchored = _by_words(sent, anchored)
    extra, fixed = _extra(sent.lines, anchored)
    found = Placed(fixed=fixed)
    last = 0
    for place, line in enumerate(anchored):
        if line.text:
            last = line.text
            found.texts.setdefault(last, []).append(line)
        elif place in extra:
            _add(found, line, last, known)
    return found


def mark_of(words: str) -> tuple[int | None, str]:
    """The level that a paragraph's own number gives it (第四条 0, （一） 1, 1. 2), and its words without that."""
    for level, pattern in enumerate((_ARTICLE, _ITEM, _POINT)):
        found = pattern.match(words)
        if found:
            return level, words[found.end() :]
    return None, words


def _add(found: Placed, line: ReturnedLine, last: int, known: Mapping[int, SentText]) -> None:
    """A clause of its own where it is numbered; else it goes on with what it stands behind."""
    level, words = mark_of(line.words)
    level = line.level if level is None else level
    owner = _text_of(last, known)
    if level is not None or (owner == 0 and not _goes_on(found, last)):
        found.added.append(AddedClause(last, level or 0, (words.strip(),)))
    elif _goes_on(found, last):
        clause = found.added[-1]
        found.added[-1] = replace(clause, lines=(*clause.lines, line.words))
    else:
        found.texts.setdefault(owner, []).append(line)


def _goes_on(found: Placed, last: int) -> bool:
    return bool(found.added) and found.added[-1].behind == last


def _text_of(last: int, known: Mapping[int, SentText]) -> int:
    """The text that a plain paragraph behind this one belongs to: behind a heading the body; 0 where there is none."""
    text = known[last]
    body = text.column.replace("heading", "body")
    same = (one.number for one in known.values() if (one.clause_id, one.column) == (text.clause_id, body))
    return next(same, 0)


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
    """Line by line where there are as many; else all at once."""
    if len(old) == len(new):
        yield from (FixedChange(*pair) for pair in zip(old, new, strict=True))
    else:
        yield FixedChange("\n".join(old), "\n".join(new))


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
