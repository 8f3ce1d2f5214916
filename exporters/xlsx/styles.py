"""The looks of a sheet, as named styles: one each for role and alignment.

Fonts are named, not embedded: the paper is opened on another machine. 宋体 (SimSun) and 黑体 (SimHei) are on every
Chinese Windows, and WPS on UOS and Kylin stands in for them at the same width. 仿宋_GB2312 is not (Windows has 仿宋
under another name), 等线 came with Office 2016 only: either would be replaced in silence, and lines would break anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.workbook import Workbook

from exporters.blocks import Align

BODY_SIZE = 11.0  # points; column widths are counted in digits of this size
SMALL_SIZE = 9.0
FAMILIES = {"zh": ("宋体", "黑体"), "en": ("Arial", "Arial")}  # body, headings

_THIN = Side(style="thin", color="FF595959")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. `size` in points."""

    role: str
    size: float = BODY_SIZE
    strong: bool = False
    heading: bool = False  # set in the headings' family
    boxed: bool = False
    fill: str = ""
    color: str = ""
    align: Align = "left"
    italic: bool = False
    open: bool = False  # to be filled in where the rest of the sheet is protected


TITLE = Look("title", 18, strong=True, align="center")
SUBTITLE = Look("subtitle", 12, align="center")
HEADINGS = {level: Look(f"heading {level}", size, heading=True, strong=True) for level, size in ((1, 13), (2, 12))}
MINOR_HEADING = Look("heading 3", BODY_SIZE, strong=True)
TEXT = Look("text")
SMALL_TEXT = Look("small text", SMALL_SIZE)
NOTE = Look("note", SMALL_SIZE, color="FF7F7F7F")
CAPTION = Look("caption", BODY_SIZE, strong=True, heading=True)
HEADER = Look("header", heading=True, strong=True, boxed=True, fill="FFEDEDED", align="center")
BODY = Look("body", boxed=True)
GROUP = Look("group", boxed=True, strong=True, fill="FFF7F7F7")
TOTAL = Look("total", boxed=True, strong=True)
FIELD_LABEL = Look("field label", boxed=True, strong=True, heading=True, fill="FFEDEDED", align="center")
FIELD_ROOM = Look("field room", boxed=True)


@lru_cache(maxsize=128)
def sized(look: Look, size: float, *, strong: bool = False) -> Look:
    """The look in another size, perhaps strong."""
    return replace(look, size=size, strong=strong or look.strong)


@cache
def opened(look: Look) -> Look:
    """The look of cells that are to be filled in."""
    return replace(look, open=True)


class StyleBook:
    """Hands out the names of styles, and registers each in the workbook when it is first used."""

    def __init__(self, workbook: Workbook, language: str) -> None:
        self._workbook = workbook
        self._families = FAMILIES[language]
        self._names: dict[Look, str] = {}
        self._numbers: dict[tuple[Look, Align, str, bool], int] = {}
        vars(workbook)["_named_styles"]["Normal"].font = self._font(TEXT)  # its digits are the unit of column widths

    def name(self, look: Look, align: Align | None = None) -> str:
        """The name of the style for a look, perhaps aligned otherwise."""
        wanted = replace(look, align=align or look.align)
        if wanted not in self._names:
            self._names[wanted] = self._register(wanted)
        return self._names[wanted]

    def number(self, look: Look, align: Align | None = None, number_format: str = "", *, quoted: bool = False) -> int:
        """The number of that style in the file; `number_format` is Excel's, `quoted` keeps text from being computed."""
        key = (look, align or look.align, number_format, quoted)
        known = self._numbers.get(key)
        if known is not None:
            return known
        cell = Cell(self._workbook.worksheets[0], 1, 1)
        cell.style = self.name(look, align)
        if number_format:
            cell.number_format = number_format
        if quoted:
            cell.quotePrefix = True
        self._numbers[key] = cell.style_id
        return self._numbers[key]

    def _register(self, look: Look) -> str:
        style = NamedStyle(f"Desk {len(self._names) + 1} {look.role}")
        style.font = self._font(look)
        horizontal = look.align if look.align in ("center", "right") else "left"
        indent = 1 if look.boxed and horizontal != "center" else 0
        style.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True, indent=indent)
        if look.boxed:
            style.border = _BOX
        if look.open:
            style.protection = Protection(locked=False)
        if look.fill:
            style.fill = PatternFill("solid", fgColor=look.fill)
        self._workbook.add_named_style(style)
        return style.name

    def _font(self, look: Look) -> Font:
        family = self._families[1 if look.heading else 0]
        return Font(name=family, size=look.size, bold=look.strong, italic=look.italic, color=look.color or None)
