"""Clause numbers that Word counts: who inserts an article in WPS gets the others renumbered.

A number is left to Word only where Word would write exactly the same; any other stays plain text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from exporters.docx.elements import Element, add, element
from exporters.docx.fonts import HAN
from exporters.typeset.fonts import Role
from models.rules.numerals import clause_number, item_number

LISTS = {"zh": 90, "en": 91}  # ids above those of python-docx's template
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Level:
    """How Word writes the numbers of a level; `gap` is what it puts behind them."""

    pattern: str
    format: str
    suffix: str
    gap: str


# chineseCountingThousand: 第一百零一条, where chineseCounting would write 第一〇一条
_ZH = (
    Level("第%1条　", "chineseCountingThousand", "nothing", "　"),
    Level("（%2）", "chineseCountingThousand", "nothing", ""),
    *(Level(f"%{n}.", "decimal", "nothing", "") for n in (3, 4)),
)
_EN = (
    Level("Article %1", "decimal", "space", " "),
    Level("(%2)", "decimal", "space", " "),
    *(Level(f"%{n}.", "decimal", "space", " ") for n in (3, 4)),
)


@dataclass(slots=True)
class Numbering:
    """Counts along with Word."""

    word: WordDocument
    language: str
    _counts: list[int] = field(default_factory=lambda: [0] * LEVELS)
    _defined: bool = False

    def counts(self, number: str, depth: int, gap: str) -> bool:
        """Whether Word may write this number of a clause of this depth (from 1), `gap` behind it; it then does."""
        level = depth - 1
        if level >= LEVELS or gap != self._levels[level].gap:
            return False
        if number != _written(self._counts[level] + 1, level, self.language):
            return False
        self._counts[level:] = [self._counts[level] + 1, *[0] * (LEVELS - depth)]
        return True

    def properties(self, depth: int) -> Element:
        """What a numbered paragraph says of itself."""
        if not self._defined:
            self._define()
        made = element("numPr")
        add(made, "ilvl", val=depth - 1)
        add(made, "numId", val=LISTS[self.language])
        return made

    @property
    def _levels(self) -> tuple[Level, ...]:
        return _EN if self.language == "en" else _ZH

    def _define(self) -> None:
        self._defined = True
        numbering: Element = self.word.part.numbering_part.element
        abstract = element("abstractNum", abstractNumId=LISTS[self.language])
        add(abstract, "multiLevelType", val="multilevel")
        for number, level in enumerate(self._levels):
            _add_level(abstract, number, level, self.language)
        numbering.insert(numbering.index(numbering.find(qn("w:num"))), abstract)
        add(add(numbering, "num", numId=LISTS[self.language]), "abstractNumId", val=LISTS[self.language])


def _written(n: int, level: int, language: str) -> str:
    if level == 0:
        return clause_number(n, language)
    return item_number(n, language) if level == 1 else f"{n}."


def _add_level(abstract: Element, number: int, level: Level, language: str) -> None:
    made = add(abstract, "lvl", ilvl=number)
    add(made, "start", val=1)
    add(made, "numFmt", val=level.format)
    add(made, "suff", val=level.suffix)
    add(made, "lvlText", val=level.pattern)
    add(made, "lvlJc", val="left")
    add(add(made, "pPr"), "ind", left=0, firstLine=0)
    if number == 0:
        look = add(made, "rPr")
        add(look, "b") if language == "en" else add(look, "rFonts", hint="eastAsia", eastAsia=HAN[Role.HEI])
