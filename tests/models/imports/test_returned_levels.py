"""How deep a paragraph stands: lists by what they write before it, headings by their style, whatever its id."""

from __future__ import annotations

import pytest

from models.imports.returned_levels import Levels
from models.imports.safe_xml import parse_xml

SPACE = 'xmlns:w="w"'
NUMBERING = f"""<w:numbering {SPACE}>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="第%1条"/></w:lvl>
<w:lvl w:ilvl="1"><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="8"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""
STYLES = f"""<w:styles {SPACE}><w:style w:styleId="2"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="5"><w:name w:val="条款"/><w:basedOn w:val="2"/></w:style>
<w:style w:styleId="6"><w:name w:val="项"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="9"><w:name w:val="round"/><w:basedOn w:val="9"/></w:style></w:styles>"""


def counted(number: int, depth: int = 0) -> str:
    """The properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def styled(name: str) -> str:
    """The properties of a paragraph with a style."""
    return f'<w:pStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    ("about", "level"),
    [
        (counted(7), 0),
        (counted(7, 1), 1),
        (counted(8), None),
        (counted(0) + styled("2"), 0),
        (styled("2"), 0),
        (styled("5"), 0),
        (styled("6"), 1),
        (styled("9"), None),
        (styled("Heading2"), 1),
        (styled("Normal"), None),
        ("", None),
    ],
)
def test_levels(about: str, level: int | None):
    known = Levels([parse_xml("a", NUMBERING.encode())], [parse_xml("a", STYLES.encode())])
    assert known.level(parse_xml("a", f"<w:pPr {SPACE}>{about}</w:pPr>".encode())) == level


def test_without_the_list_its_depth_counts():
    assert Levels().level(parse_xml("a", f"<w:pPr {SPACE}>{counted(3, 1)}</w:pPr>".encode())) == 1
