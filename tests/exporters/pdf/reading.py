"""Makes small papers and reads finished ones back."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
from pdfminer.pdftypes import resolve1

from exporters.blocks import Block, Clause, Document, Paragraph, SignatureArea, SignatureParty, text_spans
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.pdf.writer import write

MADE_AT = datetime(2024, 5, 20, 9, 0)
LINES = ("法定代表人（签字）：", "日期：　　年　　月　　日", "签订地点：")
LONG = (
    "为深入贯彻新时代人才工作部署，充分发挥武汉大学人才、科技和智力优势，推动上党区经济社会高质量发展，经双方友好协商，"
    "本着“优势互补、互利共赢”的原则（详见《项目清单》），资助100,000元，联系电话0355-8081234，依据长办发〔2018〕26号文件，"
    "自2024年5月20日起生效；English words stay whole——不拆分……"
)


def document(*blocks: Block, style: Any = "official", language: str = "zh", **values: Any) -> Document:
    """A paper of these blocks."""
    values = {"kind": "agreement", "title": "战略合作框架协议"} | values
    return Document(language=language, blocks=blocks, style=style, **values)


def made(
    *blocks: Block, final: bool = True, language: str = "zh", preset: str = "", duplex: bool = True, **values: Any
) -> Written:
    """The finished paper of these blocks."""
    office = "上党区委人才工作领导小组办公室"
    options = ExportOptions(language, MADE_AT, final=final, organization_name=office, preset=preset, duplex=duplex)
    return write(document(*blocks, language=language, **values), options)


def paragraph(text: str, **values: Any) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(text_spans(text), **values)


def clauses(count: int, text: str = LONG) -> tuple[Clause, ...]:
    """Numbered clauses, each with a sub-clause."""
    return tuple(
        Clause(f"第{number}条", "合作内容", (paragraph(text),), (Clause("（一）", "", (paragraph(text),)),))
        for number in range(1, count + 1)
    )


def area(parties: int, **values: Any) -> SignatureArea:
    """A place to sign for so many parties."""
    return SignatureArea(
        tuple(SignatureParty(f"{'甲乙丙丁戊己'[n % 6]}方（盖章）：", f"第{n}单位", LINES) for n in range(parties)),
        **values,
    )


def pages(written: Written) -> list[Any]:
    """The pages as pdfplumber sees them."""
    return _pages(written.content)


@lru_cache(16)  # to find every character of a file takes longer than to make it
def _pages(content: bytes) -> list[Any]:
    return list(pdfplumber.open(BytesIO(content)).pages)


def characters(page: Any) -> list[dict[str, Any]]:
    """The characters of a page's text block, page number and foot line left out; repeated table heads are artifacts."""
    return [one for one in page.chars if one["tag"] != "Artifact" or one["top"] < page.height / 2]


def drawn_text(written: Written) -> str:
    """Everything in the text blocks, character by character, without spaces."""
    return "".join(one["text"] for page in pages(written) for one in characters(page) if one["text"].strip())


def lines(page: Any) -> list[str]:
    """The lines of a page's text block from top to bottom."""
    rows: dict[int, list[dict[str, Any]]] = {}
    for one in characters(page):
        rows.setdefault(round(one["matrix"][5]), []).append(one)
    return ["".join(one["text"] for one in rows[place]) for place in sorted(rows, reverse=True)]


def copied(written: Written) -> list[str]:
    """What a reader copies from each page (PDFium)."""
    with pypdfium2.PdfDocument(written.content) as pdf:
        texts = []
        for page in pdf:
            part = page.get_textpage()
            texts.append(part.get_text_range())
            part.close()
            page.close()
        return texts


def outline(written: Written) -> list[tuple[int, str, int]]:
    """The outline: level, title, page (from 0)."""
    with pypdfium2.PdfDocument(written.content) as pdf:
        return [(one.level, one.get_title(), one.get_dest().get_index()) for one in pdf.get_toc()]


def opened(written: Written) -> pikepdf.Pdf:
    """The file as its objects."""
    return pikepdf.open(BytesIO(written.content))


def shapes(written: Written) -> list[str]:
    """The names of the drawings kept for the first page."""
    with opened(written) as pdf:
        return sorted(pdf.pages[0].Resources.get("/XObject", {}).keys())


def fonts(written: Written) -> dict[str, bool]:
    """Each font of the paper and whether its file is inside."""
    found = {}
    for page in pages(written):
        for reference in resolve1(page.page_obj.resources["Font"]).values():
            font = resolve1(reference)
            (descendant,) = (resolve1(one) for one in font["DescendantFonts"])
            found[font["BaseFont"].name] = "FontFile2" in resolve1(descendant["FontDescriptor"])
    return found
