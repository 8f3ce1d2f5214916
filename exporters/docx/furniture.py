"""What stands on each page of a Word paper besides its text: the number, the foot line, the mark of a draft."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from exporters.blocks import Cover, Document
from exporters.docx.elements import Element, add, add_counted, add_run, add_tab, twips
from exporters.draft_words import draft_band, is_marked
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import StyleSet

GRAY = "7F7F7F"
_AFTER_NUMBER = ("w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:docGrid")


def has_cover(document: Document) -> bool:
    """Whether the paper begins with a cover: a section of its own, without number."""
    return any(isinstance(block, Cover) for block in document.blocks[:1])


def write_furniture(word: WordDocument, document: Document, style: StyleSet, *, final: bool) -> None:
    """Footers from the first numbered page on, headers from the first page on; later sections follow."""
    covered = has_cover(document)
    dashes = style.portrait.number == "dashes"
    word.settings.odd_and_even_pages_header_footer = dashes
    if covered:
        _start_with_one(word.sections[1]._sectPr)
    section = word.sections[int(covered)]
    footers = [section.footer, section.even_page_footer] if dashes else [section.footer]
    for even, footer in enumerate(footers):
        footer.is_linked_to_previous = False
        line = _Foot(footer.paragraphs[0]._p, document, style, covered=covered)
        line.outside(even=bool(even)) if dashes else line.centered()
    if is_marked(document, final=final):
        first = word.sections[0]
        for header in (first.header, first.even_page_header) if dashes else (first.header,):
            header.is_linked_to_previous = False
            _mark(header.paragraphs[0]._p, "　".join(draft_band(document)))


class _Foot:
    """The line at the foot of the pages."""

    def __init__(self, line: Element, document: Document, style: StyleSet, *, covered: bool) -> None:
        self._line, self._style, self._covered = line, style, covered
        self._corner, self._foot = clean_line(document.corner), clean_line(document.footer)

    def outside(self, *, even: bool) -> None:
        """GB/T 9704 §7.5: — 3 — in the outer corner, one character in; mark and foot line in the other corner."""
        inset, width = self._style.number.size, self._style.portrait.text_width
        small = "　".join(filter(None, (self._corner, self._foot)))
        properties = _styled(self._line, "Footer")
        add(add(properties, "tabs"), "tab", val="right", pos=twips(width if even else width - inset))
        add(properties, "ind", left=twips(inset) if even else 0)
        if not even:
            self._small(small)
            add_tab(self._line)
        self._count("— {page} —")
        if even and small:
            add_tab(self._line)
            self._small(small)

    def centered(self) -> None:
        """“3 / 6” in the middle, the corner mark on the left, the foot line below."""
        middle = twips(self._style.portrait.text_width / 2)
        add(add(_styled(self._line, "Footer"), "tabs"), "tab", val="center", pos=middle)
        if self._corner:
            self._small(self._corner)
        add_tab(self._line)
        self._count("{page} / {pages}")
        if self._foot:
            below = self._line.makeelement(self._line.tag)
            self._line.addnext(below)
            add(_styled(below, "DeskCorner"), "jc", val="center")
            add_run(below, self._foot)

    def _count(self, text: str) -> None:
        add_counted(self._line, text, covered=self._covered)

    def _small(self, text: str) -> None:
        """Runs that look like the foot line beside those of the page number."""
        before = len(self._line)
        self._count(text)
        for run in [one for made in self._line[before:] for one in made.iter(qn("w:r"))]:
            look = run.makeelement(qn("w:rPr"))
            add(look, "color", val=GRAY)
            add(look, "sz", val=round(self._style.footer.size * 2))
            run.insert(0, look)


def _mark(line: Element, mark: str) -> None:
    add(_styled(line, "Header"), "jc", val="center")
    add_run(line, mark)


def _styled(line: Element, style: str) -> Element:
    for old in line.findall(qn("w:pPr")):
        line.remove(old)
    properties: Element = line.makeelement(qn("w:pPr"))
    line.insert(0, properties)
    add(properties, "pStyle", val=style)
    return properties


def _start_with_one(section: Element) -> None:
    number = section.makeelement(qn("w:pgNumType"), {qn("w:start"): "1"})
    section.insert_element_before(number, *_AFTER_NUMBER)
