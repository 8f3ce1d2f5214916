"""An edited text written back into its source: the words as they came, the fields still as expressions.

The source of a clause is more than its words: fields, conditions, branches that do not hold. What the other side saw is
matched with what it sent back, letter by letter; everything behind the letters stays where it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models.rules.letter_matching import opcodes
from models.sent_texts import Part, says_something

LONGEST = 50_000  # characters of one text, as the engine of templates takes
_OPENING = re.compile(r"\{(?=[{%#]|\Z)")

Bits = Sequence[tuple[str, int]]  # words, and the number of the fixed part that they stand in (0: none)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A fixed part that came back otherwise, `now` as it reads; None: it does not stand in the text any more."""

    fact: str
    sent: str
    now: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The new source, what it prints, and the fixed parts that were touched; those still there print what they did."""

    source: str
    shown: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Atom:
    """A letter or a fixed part of the text sent."""

    source: str
    shown: str
    field: int = 0

    @property
    def key(self) -> tuple[int, str]:
        return (self.field, "") if self.field else (0, self.shown)


def shown_text(parts: Iterable[Part]) -> str:
    """The text as it went out, a line for each paragraph."""
    return "".join(atom.shown for atom in _atoms(parts))


def merged(parts: tuple[Part, ...], returned: Bits, elsewhere: Iterable[Part] = ()) -> Merged:
    """The source of a text that came back; `elsewhere`: fixed parts of other texts, which may have been moved here.

    A fixed part that still has its control keeps its expression, whatever was written over it. One whose control is
    lost is found again by its words, as far as these stand where they stood.
    """
    known = {part.field: part for part in (*elsewhere, *parts) if part.field}
    own = {part.field: part for part in parts if part.field}
    atoms = tuple(_atoms(parts))
    pieces = _found_again(atoms, [(words, number if number in known else 0) for words, number in returned])
    there = [(number, letter) for words, number in pieces for letter in ([""] if number else words)]
    shown = "".join(known[number].shown if number else words for words, number in pieces)
    return Merged(_joined(_runs(atoms, there, known)), shown, tuple(_touched(pieces, known, own)))


def _atoms(parts: Iterable[Part]) -> Iterator[_Atom]:
    """Letters and fixed parts in order; line breaks around lines that say nothing do not show."""
    lines: list[list[_Atom]] = [[]]
    breaks: list[_Atom] = []
    for part in parts:
        if part.field or not part.shown:
            lines[-1].append(_Atom(part.source, part.shown, part.field))
            continue
        for letter in part.shown:
            atom = _Atom(letter if part.is_words else "", letter)
            if letter == "\n":
                breaks.append(atom)
                lines.append([])
            else:
                lines[-1].append(atom)
    begun = False
    for number, line in enumerate(lines):
        says = says_something(tuple(Part("", atom.shown, atom.field) for atom in line))
        if number:
            yield breaks[number - 1] if says and begun else replace(breaks[number - 1], shown="")
        begun = begun or says
        yield from line if says else (replace(atom, shown="") for atom in line)


def _found_again(atoms: tuple[_Atom, ...], pieces: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The pieces with fixed parts whose control is lost put back where their words stand unchanged."""
    present = {number for _words, number in pieces if number}
    if all(not atom.field or atom.field in present for atom in atoms):
        return pieces
    sent = "".join(atom.shown for atom in atoms)
    back = "".join(words for words, _number in pieces)
    blocks = [(a, b, c) for tag, a, b, c, _d in opcodes(sent, back) if tag == "equal"]
    found: list[tuple[int, int, int]] = []  # start and end in what came back, number
    place = 0
    for atom in atoms:
        end = place + len(atom.shown)
        if atom.field and atom.field not in present:
            found += [(c + place - a, c + end - a, atom.field) for a, b, c in blocks if a <= place and end <= b]
        place = end
    return list(_cut(pieces, found))


def _cut(pieces: list[tuple[str, int]], found: list[tuple[int, int, int]]) -> Iterator[tuple[str, int]]:
    """The pieces of words cut where a fixed part was found inside them."""
    start = 0
    for words, number in pieces:
        end, at = start + len(words), start
        for begin, stop, field in found if not number else ():
            if at <= begin and stop <= end:
                yield words[at - start : begin - start], 0
                yield words[begin - start : stop - start], field
                at = stop
        yield words[at - start :], number
        start = end


def _runs(atoms: tuple[_Atom, ...], there: list[tuple[int, str]], known: dict[int, Part]) -> Iterator[tuple[bool, str]]:
    """The text in runs: whether it is source already, and what it says."""
    seen = [place for place, atom in enumerate(atoms) if atom.shown]
    next_atom = 0
    for tag, a, b, c, d in opcodes([atoms[place].key for place in seen], there):
        if a < b:
            yield from _hidden(atoms[next_atom : seen[a]])
            next_atom = seen[a]
        if tag != "equal":
            for number, letter in there[c:d]:
                yield (True, known[number].source) if number else (False, letter)
        for place in seen[a:b]:
            yield from _hidden(atoms[next_atom:place])
            if tag == "equal":
                yield bool(atoms[place].field), atoms[place].source
            next_atom = place + 1
    yield from _hidden(atoms[next_atom:])


def _hidden(atoms: tuple[_Atom, ...]) -> Iterator[tuple[bool, str]]:
    """What shows nothing stays; of words that is white space alone."""
    for atom in atoms:
        yield not atom.source.isspace(), atom.source


def _joined(runs: Iterable[tuple[bool, str]]) -> str:
    """The source; braces among the words of a stranger never become an expression."""
    whole, words = "", ""
    for is_source, text in runs:
        if not is_source:
            words += text
        elif text:
            whole += _plain(words) + text
            words = ""
    return whole + _plain(words)


def _plain(words: str) -> str:
    return _OPENING.sub("{{ '{' }}", words)


def _touched(pieces: list[tuple[str, int]], known: dict[int, Part], own: dict[int, Part]) -> Iterator[FieldChange]:
    for words, number in pieces:
        part = known.get(number)
        if part is not None and words != part.shown:
            yield FieldChange(_name(part), part.shown, words)
    present = {number for _words, number in pieces}
    for number, part in own.items():
        if number not in present:
            yield FieldChange(_name(part), part.shown, None)


def _name(part: Part) -> str:
    return part.fact or part.source
