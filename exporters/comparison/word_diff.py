"""What changed between two wordings, in words a reader would name, also in Chinese, which has no blanks between them.

Chinese is cut into the short words that the glossary knows and single characters; changes are then tidied: what little
stayed between two changes goes with them, so that 共同培养 → 联合培养 reads as one change of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

import resources

_TOKEN = re.compile(
    r"第[一二三四五六七八九十百零〇\d]+[条款项]|\bArticle \d+"  # a reference to a clause
    r"|\b[0-9A-Z]{17}[0-9A-Z]\b"  # a credit code
    r"|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日"
    r"|[¥￥$]?\d+(?:[,，]\d{3})*(?:\.\d+)?(?:[%％‰]|万元|亿元|元|万|亿)?"
    r"|[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*"
    r"|[甲乙丙丁戊己双三四五各]方"
    r"|[壹贰叁肆伍陆柒捌玖拾佰仟零]+"
    r"|\s+|.",
    re.DOTALL,
)
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
Numbers = Mapping[str, str]  # number of a clause → the number it has now
REMEMBERED = 512  # texts: each is looked at for several counterparts
SHORT_ISLAND = 1  # characters that stayed between two changes and are not worth a break


class RunKind(StrEnum):
    """What became of a run of words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Run:
    """Words with what became of them. Deleted ones stand before those that take their place."""

    kind: RunKind
    text: str


def word_diff(old: str, new: str, numbers: Numbers | None = None) -> tuple[Run, ...]:
    """The new wording, with what was deleted where it stood. Joined without the deleted runs it is `new` again.

    `numbers` tells which clause has which number now: a reference that follows its clause is a change of its own.
    """
    if old == new:
        return (Run(RunKind.SAME, new),) if new else ()
    before, after = words_of(old), words_of(new)
    matcher = SequenceMatcher(None, _followed(before, after, numbers or {}), after, autojunk=False)
    changes = [(tag, before[a:b], after[c:d]) for tag, a, b, c, d in matcher.get_opcodes()]
    return tuple(_runs(_tidied(changes)))


def only_renumbered(old: str, new: str, numbers: Numbers) -> bool:
    """Whether the new wording is the old one with its references following their clauses."""
    before, after = words_of(old), words_of(new)
    return _followed(before, after, numbers) == after


@lru_cache(maxsize=REMEMBERED)
def words_of(text: str) -> tuple[str, ...]:
    """The text in words; joined they are the text again."""
    return tuple(_words(text))


def _followed(before: tuple[str, ...], after: tuple[str, ...], numbers: Numbers) -> tuple[str, ...]:
    """The old words with the numbers that clauses have now; a number typed by hand that stayed is left alone."""
    there = frozenset(after)
    moved = {old: new for old, new in numbers.items() if new in there or old not in there}
    return tuple(moved.get(word, word) for word in before) if moved else before


def likeness(old: str, new: str) -> float:
    """How much two texts share, 0 … 1, by the pairs of neighboring words: quick, and blind to where they stand."""
    before, after = _pairs(old), _pairs(new)
    if not before or not after:
        return float(old == new)
    return 2 * len(before & after) / (len(before) + len(after))


@lru_cache(maxsize=REMEMBERED)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    words = words_of(text)
    return frozenset(pairwise(words)) or frozenset((word, "") for word in words)


def _words(text: str) -> Iterator[str]:
    known = _known_words()
    longest = max(map(len, known), default=1)
    position = 0
    while position < len(text):
        word = _known_at(text, position, known, longest) if _HAN.match(text, position) else ""
        if not word:
            found = _TOKEN.match(text, position)
            assert found is not None
            word = found.group()
        yield word
        position += len(word)


def _known_at(text: str, position: int, known: frozenset[str], longest: int) -> str:
    """The longest known word that begins here."""
    for length in range(min(longest, len(text) - position), 1, -1):
        if text[position : position + length] in known:
            return text[position : position + length]
    return ""


@cache
def _known_words() -> frozenset[str]:
    """Short words of the glossary; long ones would hide a change within them."""
    lines = resources.path("tables/glossary.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t")[1] for line in lines if line.count("\t") > 1)
    return frozenset(cell for cell in cells if 2 <= len(cell) <= 4 and all(_HAN.match(c) for c in cell))


_Change = tuple[str, Sequence[str], Sequence[str]]


def _tidied(changes: Sequence[_Change]) -> Iterator[_Change]:
    """Changes with the islands between them that are too short to be read on their own taken in."""
    held: _Change | None = None
    for place, (tag, before, after) in enumerate(changes):
        island = tag == "equal" and held is not None and place + 1 < len(changes) and _is_short(after)
        if tag == "equal" and not island:
            if held is not None:
                yield held
                held = None
            yield tag, before, after
        elif held is None:
            held = ("replace", before, after)
        else:
            held = ("replace", [*held[1], *before], [*held[2], *after])
    if held is not None:
        yield held


def _is_short(words: Sequence[str]) -> bool:
    text = "".join(words)
    return len(text) <= SHORT_ISLAND and (bool(_HAN.match(text)) or not text.strip())


def _runs(changes: Iterator[_Change]) -> Iterator[Run]:
    for tag, before, after in changes:
        if tag == "equal":
            yield from _followed_runs(before, after)
            continue
        for kind, words in ((RunKind.DELETED, before), (RunKind.INSERTED, after)):
            if words:
                yield Run(kind, "".join(words))


def _followed_runs(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    """Words that stayed, but for references that followed their clauses."""
    same = ""
    for old, new in zip(before, after, strict=True):
        if old == new:
            same += new
            continue
        if same:
            yield Run(RunKind.SAME, same)
        yield from (Run(RunKind.DELETED, old), Run(RunKind.INSERTED, new))
        same = ""
    if same:
        yield Run(RunKind.SAME, same)
