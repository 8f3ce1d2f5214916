"""The looks of a Word paper: fonts for Latin and for Han characters, page, headings.

Fonts are named, not embedded, as with Excel: 仿宋, 黑体 and 宋体 are on every Chinese Windows and in WPS.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section as WordSection
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

LATIN = "Times New Roman"
PAGE = (210, 297)  # A4, millimeters
MARGINS = {"official": (37, 26, 35, 28), "agreement": (30, 25, 28, 28), "sheet": (20, 18, 20, 18)}  # top, right …
THEME_FONTS = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its name in Word, Han font, size in points."""

    name: str
    han: str
    size: float
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    gray: bool = False


BODY = Look("Normal", "仿宋", 12)
TITLE = Look("Title", "宋体", 20, bold=True, after=6)
SUBTITLE = Look("Subtitle", "仿宋", 13, after=8)
HEADINGS = (
    Look("Heading 1", "黑体", 14, before=12, after=4),
    Look("Heading 2", "楷体", 13, bold=True, before=8, after=3),
    Look("Heading 3", "仿宋", 12, bold=True, before=6, after=2),
    Look("Heading 4", "仿宋", 12, before=4, after=2),
)
CELL = Look("Desk Cell", "宋体", 10)
SMALL_CELL = Look("Desk Small Cell", "宋体", 9)
SMALL = Look("Desk Small", "仿宋", 10)
NOTE = Look("Desk Note", "楷体", 10, gray=True)
CAPTION = Look("Caption", "黑体", 11, before=6, after=3)
FOOTER = Look("Footer", "宋体", 9)
LOOKS = (BODY, TITLE, SUBTITLE, *HEADINGS, CELL, SMALL_CELL, SMALL, NOTE, CAPTION, FOOTER)


def define_styles(word: WordDocument) -> None:
    """Set every style that a paper uses; Word's own colored headings are put right."""
    for look in LOOKS:
        _define(_style(word, look.name), look)
    _set_language(word)
    _join_scripts(word)


def set_page(section: WordSection, *, style: str, landscape: bool) -> None:
    """A4 upright or on its side, with the margins of the kind of paper."""
    width, height = PAGE[::-1] if landscape else PAGE
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    top, right, bottom, left = MARGINS["sheet" if landscape else style]
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    section.footer_distance = Mm(12)


def text_width(section: WordSection) -> float:
    """Millimeters between the margins."""
    width, left, right = section.page_width, section.left_margin, section.right_margin
    assert width is not None
    assert left is not None
    assert right is not None
    return float(width.mm - left.mm - right.mm)


def _style(word: WordDocument, name: str) -> ParagraphStyle:
    if name in [style.name for style in word.styles]:
        return cast(ParagraphStyle, word.styles[name])
    style: ParagraphStyle = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    return style


def _define(style: ParagraphStyle, look: Look) -> None:
    style.font.name, style.font.size, style.font.bold = LATIN, Pt(look.size), look.bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0x7F, 0x7F, 0x7F) if look.gray else RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in THEME_FONTS:  # a theme font would win over the one named here
        fonts.attrib.pop(qn(theme), None)
    fonts.set(qn("w:eastAsia"), look.han)
    fonts.set(qn("w:cs"), LATIN)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
    style.paragraph_format.line_spacing = 1.0 if look in (CELL, SMALL_CELL, FOOTER) else 1.35
    for border in style.element.xpath("w:pPr/w:pBdr"):  # the template rules a blue line below titles
        border.getparent().remove(border)


def _set_language(word: WordDocument) -> None:
    """So that Word's spelling check does not underline the paper in red."""
    properties = word.styles["Normal"].element.get_or_add_rPr()
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-US")
    lang.set(qn("w:eastAsia"), "zh-CN")
    properties.append(lang)


def _join_scripts(word: WordDocument) -> None:
    """No gap between Han characters and figures: “2024年5月20日” is printed as offices print it."""
    properties = word.styles["Normal"].element.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        switch = OxmlElement(name)
        switch.set(qn("w:val"), "0")
        properties.insert_element_before(switch, "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind")
