"""Which fonts a Word paper names, and what an office without them sees instead.

Fonts are named, not embedded: Chinese offices have them. For the others `altName` in the font table tells Word, WPS
and LibreOffice what comes nearest.
"""

from __future__ import annotations

from exporters.typeset.fonts import Role

LATIN = "Times New Roman"

HAN = {
    Role.TITLE: "方正小标宋简体",
    Role.BODY: "仿宋_GB2312",
    Role.KAI: "楷体_GB2312",
    Role.HEI: "黑体",
    Role.HEI_BOLD: "黑体",
    Role.SONG: "宋体",
    Role.LATIN: "宋体",
    Role.LATIN_BOLD: "宋体",
    Role.LATIN_ITALIC: "楷体_GB2312",
}
BOLD = (Role.HEI_BOLD, Role.LATIN_BOLD)

# name → what stands in for it, family, pitch
_FONTS = {
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,宋体", "roman", "variable"),
    "仿宋_GB2312": ("FangSong_GB2312,仿宋,FangSong,华文仿宋", "modern", "fixed"),
    "楷体_GB2312": ("KaiTi_GB2312,楷体,KaiTi,华文楷体", "modern", "fixed"),
    "黑体": ("SimHei", "modern", "fixed"),
    "宋体": ("SimSun", "auto", "variable"),
    LATIN: ("Liberation Serif", "roman", "variable"),
}
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_GB2312, _ANSI = "86", "00"


def font_table() -> bytes:
    """The part `word/fontTable.xml`."""
    fonts = "".join(_font(name, *details) for name, details in _FONTS.items())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:fonts xmlns:w="{_NAMESPACE}">{fonts}</w:fonts>'.encode()


def _font(name: str, others: str, family: str, pitch: str) -> str:
    charset = _ANSI if name == LATIN else _GB2312
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
    )
