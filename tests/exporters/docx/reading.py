"""Makes small Word papers and reads finished ones back: numbers that Word counts are counted here too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from exporters.blocks import Block, Cell, Column, Document, Row, SignatureParty
from exporters.docx.writer import write
from exporters.options import ExportOptions
from models.rules.numerals import chinese_number

OPTIONS = ExportOptions("zh", datetime(2024, 5, 18, 12, 0), organization_name="区委组织部")
COLUMNS = (Column("no", "序号", 3, "center"), Column("name", "姓名", 5), Column("unit", "单位", 20, "justify"))
PARTY = SignatureParty("甲方（盖章）：", "区政府", ("签字：", "日期：　　年　　月　　日"))
FORMATS = {"chineseCountingThousand": chinese_number, "decimal": str}


def document(*blocks: Block, **changes: Any) -> Document:
    """A paper of these blocks."""
    return Document(**{"kind": "fact-sheet", "title": "资料卡", "language": "zh", "blocks": blocks} | changes)


def word(*blocks: Block, options: ExportOptions = OPTIONS, **changes: Any) -> WordDocument:
    """The finished paper of these blocks, opened again."""
    return docx.Document(BytesIO(write(document(*blocks, **changes), options).content))


def lines(paper: WordDocument) -> list[tuple[str, str]]:
    """Style and text of each paragraph that says something, tables left out."""
    found = ((paragraph.style.name, paragraph.text) for paragraph in paper.paragraphs)
    return [(style, text) for style, text in found if text]


def cells(paper: WordDocument, table: int = 0) -> list[list[str]]:
    """The texts of a table."""
    return [[cell.text for cell in row.cells] for row in paper.tables[table].rows]


def row(*texts: str) -> Row:
    """A row of plain cells."""
    return Row(tuple(map(Cell, texts)))


def printed(paper: WordDocument) -> list[str]:
    """Everything that a reader sees, line by line, with the numbers that Word counts."""
    return list(_printed(paper))


def _printed(paper: WordDocument) -> Iterator[str]:
    lists: dict[str, dict[int, int]] = {}
    for paragraph in paper.element.body.iter(qn("w:p")):
        text = "".join("\n" if part.tag == qn("w:br") else part.text or "" for part in _texts(paragraph))
        yield _number(paper, paragraph, lists) + text


def _texts(paragraph: Any) -> list[Any]:
    return list(paragraph.xpath(".//w:t | .//w:br[not(@w:type)]"))


def _number(paper: WordDocument, paragraph: Any, lists: dict[str, dict[int, int]]) -> str:
    """The paragraph's number with what follows it; deeper levels begin anew after each."""
    levels = paragraph.xpath("w:pPr/w:numPr/w:ilvl/@w:val")
    if not levels:
        return ""
    level, list_id = int(levels[0]), paragraph.xpath("w:pPr/w:numPr/w:numId/@w:val")[0]
    counts = lists.setdefault(list_id, {})
    counts[level] = counts.get(level, 0) + 1
    for deeper in [one for one in counts if one > level]:
        del counts[deeper]
    own = f"w:abstractNum[@w:abstractNumId={list_id}]/w:lvl[@w:ilvl={level}]"
    (defined,) = paper.part.numbering_part.element.xpath(own)
    pattern, suffix, style = (defined.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("lvlText", "suff", "numFmt"))
    number: str = pattern.replace(f"%{level + 1}", FORMATS[style](counts[level]))
    return number + (" " if suffix == "space" else "")
