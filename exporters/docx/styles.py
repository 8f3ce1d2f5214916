"""The looks of a Word paper: the same page, sizes and leading as the PDF, from the same style set."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import cast

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.section import Section as WordSection
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from exporters.docx.elements import TWIPS_PER_POINT, Element, element, twips
from exporters.docx.fonts import BOLD, HAN, LATIN
from exporters.typeset.fonts import Role
from exporters.typeset.styles import PageStyle, StyleSet, TextStyle

THEME_FONTS = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")
GRAY = RGBColor(0x7F, 0x7F, 0x7F)

# The template rules a blue line below titles, spreads their letters, and sets tabs in the footer.
_TEMPLATE_LOOKS = "w:pPr/w:pBdr | w:pPr/w:tabs | w:pPr/w:contextualSpacing | w:rPr/w:spacing | w:rPr/w:kern"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its name in Word and the text style it follows; room around it in points."""

    name: str
    text: TextStyle
    before: float = 0.0
    after: float = 0.0
    gray: bool = False
    on_grid: bool = False


def define_styles(word: WordDocument, style: StyleSet) -> None:
    """Set every style that a paper uses; Word's own colored headings are put right."""
    known = {one.name: one for one in word.styles}
    _set_default_size(word, style.body.size)
    for look in looks(style):
        _define(cast(ParagraphStyle, known.get(look.name) or _new_style(word, look.name)), look)
    _set_language(word)


def looks(style: StyleSet) -> tuple[Look, ...]:
    """The paragraph styles of a style set; between the lines of a grid no room is added."""
    grid = style.on_grid
    headings = (
        Look(f"Heading {level}", text, before=style.before, on_grid=grid)
        for level, text in enumerate(style.headings, 1)
    )
    return (
        Look("Normal", style.body, on_grid=grid),
        Look("Title", style.title),
        Look("Subtitle", style.subtitle, on_grid=grid),
        *headings,
        Look("Desk Cell", style.table),
        Look("Desk Small Cell", style.table_small),
        Look("Desk Small", style.small, after=0.0 if grid else style.small.leading / 4),
        Look("Desk Note", style.note, gray=True),
        Look("Desk Sign", style.body),
        Look("Caption", style.label, before=style.before),
        Look("Header", style.note, gray=True),
        Look("Footer", style.number),
        Look("Desk Corner", style.footer, gray=True),
    )


def style_id(name: str) -> str:
    """The id under which paragraphs name a style."""
    return name.replace(" ", "")


def set_page(section: WordSection, style: StyleSet, *, landscape: bool) -> None:
    """A4 upright or on its side with the text block of the PDF, and the grid where the paper stands on one."""
    shape = style.landscape if landscape else style.portrait
    properties: Element = section._sectPr
    for name in ("w:pgSz", "w:pgMar", "w:docGrid"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    later = ("w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid")
    for made in (_size(shape, landscape=landscape), _margins(shape)):
        properties.insert_element_before(made, *later)
    if style.on_grid:
        properties.append(_grid(style))


def text_width(style: StyleSet, *, landscape: bool) -> float:
    """Points between the margins."""
    return (style.landscape if landscape else style.portrait).text_width


def indented(style: StyleSet, text: TextStyle, characters: int) -> Element | None:
    """The first line's indent, in characters for those who change the size; nothing where a style set has none."""
    if not style.indented or not characters:
        return None
    return element("ind", firstLineChars=100 * characters, firstLine=twips(characters * text.cell))


def _size(shape: PageStyle, *, landscape: bool) -> Element:
    size = element("pgSz", w=twips(shape.width), h=twips(shape.height))
    if landscape:
        size.set(qn("w:orient"), "landscape")
    return size


def _margins(shape: PageStyle) -> Element:
    """The footer's lower edge lies where the PDF's number stands."""
    below = shape.height - shape.top - shape.text_height
    return element(
        "pgMar",
        top=twips(shape.top),
        right=twips(shape.width - shape.left - shape.text_width),
        bottom=twips(below),
        left=twips(shape.left),
        header=twips(shape.top / 2),
        footer=twips(max(below - shape.number_drop - 4, 0)),
        gutter=0,
    )


def _grid(style: StyleSet) -> Element:
    """GB/T 9704 §5.2.2: 22 lines of 28 characters. Rounded down, or the last line falls on the next page.

    The pitch of the characters is in their style, not in `charSpace`: LibreOffice puts type that is wider than a cell
    of the grid into two.
    """
    return element("docGrid", type="linesAndChars", linePitch=int(style.body.leading * 20))


def _set_default_size(word: WordDocument, points: float) -> None:
    """LibreOffice measures the cells of the grid by it, Word by Normal."""
    for size in word.styles.element.xpath("w:docDefaults//w:sz | w:docDefaults//w:szCs"):
        size.set(qn("w:val"), str(round(points * 2)))


def _new_style(word: WordDocument, name: str) -> ParagraphStyle:
    style: ParagraphStyle = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles["Normal"]
    return style


def _define(style: ParagraphStyle, look: Look) -> None:
    for theirs in style.element.xpath(_TEMPLATE_LOOKS):
        theirs.getparent().remove(theirs)
    style.font.name, style.font.size, style.font.bold = LATIN, Pt(look.text.size), look.text.role in BOLD
    style.font.italic = look.text.role is Role.LATIN_ITALIC
    style.font.color.rgb = GRAY if look.gray else RGBColor(0, 0, 0)
    _set_fonts(style.element.rPr, look.text.role)
    _set_pitch(style.element.rPr, look.text)
    _set_lines(style, look)


def _set_fonts(properties: Element, role: Role) -> None:
    fonts = properties.rFonts
    for theme in THEME_FONTS:  # a theme font would win over the one named here
        fonts.attrib.pop(qn(theme), None)
    fonts.set(qn("w:eastAsia"), HAN[role])
    fonts.set(qn("w:cs"), LATIN)


def _set_pitch(properties: Element, text: TextStyle) -> None:
    """Type that is wider than its cell moves together; rounded down, so that a full line fits."""
    for size in properties.findall(qn("w:sz")) if text.cell < text.size else ():
        size.addprevious(element("spacing", val=floor((text.cell - text.size) * TWIPS_PER_POINT)))


def _set_lines(style: ParagraphStyle, look: Look) -> None:
    """On the grid a line takes what the grid says, elsewhere the leading of the style set."""
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.keep_with_next = True if look.name.startswith(("Heading", "Title", "Subtitle", "Caption")) else None
    layout.widow_control = False if look.on_grid else None
    properties = style.element.get_or_add_pPr()
    for old in properties.xpath("w:snapToGrid | w:overflowPunct"):
        properties.remove(old)
    properties.insert_element_before(element("overflowPunct", val=0), *_BEFORE_SPACING)
    if look.on_grid:
        layout.line_spacing = 1.0
        return
    layout.line_spacing = Pt(look.text.leading)
    properties.insert_element_before(element("snapToGrid", val=0), *_BEFORE_SPACING[6:])


_BEFORE_SPACING = (
    *("w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid"),
    *("w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc"),
    *("w:textDirection", "w:textAlignment", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr"),
)


def _set_language(word: WordDocument) -> None:
    """So that Word's spelling check does not underline the paper in red, and Han characters look Chinese."""
    properties = word.styles["Normal"].element.get_or_add_rPr()
    properties.append(element("lang", val="en-US", eastAsia="zh-CN"))
    settings: Element = word.settings.element
    for theme in settings.findall(qn("w:themeFontLang")):
        theme.set(qn("w:eastAsia"), "zh-CN")
    for spacing in settings.findall(qn("w:characterSpacingControl")):
        spacing.set(qn("w:val"), "compressPunctuation")
