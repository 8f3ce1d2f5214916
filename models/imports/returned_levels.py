"""How deep a paragraph of a Word file stands: by the number that Word counts for it, or the heading that it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from models.imports.safe_xml import attribute, below, local
from models.rules.typed_numbers import level_of

_DEEPEST_STYLE = 10  # styles based on one another


class Levels:
    """Of one file. `numbering`, `styles`: its parts, as far as it has them."""

    def __init__(self, numbering: Iterable[Element] = (), styles: Iterable[Element] = ()) -> None:
        self._lists: dict[tuple[str, str], int | None] = {}  # number of a list and its depth → level
        for root in numbering:
            self._read_lists(root)
        self._styles: Mapping[str, Element] = {
            attribute(one, "styleId"): one for root in styles for one in below(root, "style")
        }

    def level(self, about: Element) -> int | None:
        """From 0, by the properties of a paragraph; None for a plain one."""
        level = self._counted(about)
        name = _value(about, "pStyle")
        if level is not None:
            return level
        for _number in range(_DEEPEST_STYLE):
            style = self._styles.get(name)
            if style is None:
                return _heading_level(name)
            level = self._of_style(style)
            if level is not None:
                return level
            name = _value(style, "basedOn")
        return None

    def _of_style(self, style: Element) -> int | None:
        """What one style says itself."""
        own = _child(style, "pPr")
        level = self._counted(own) if own is not None else None
        return _heading_level(_value(style, "name")) if level is None else level

    def _counted(self, about: Element) -> int | None:
        """The level of the list that the properties name; bullets have none."""
        found = _child(about, "numPr")
        number = _value(found, "numId") if found is not None else ""
        if found is None or number in ("", "0"):
            return None
        depth = _value(found, "ilvl") or "0"
        return self._lists.get((number, depth)) if self._lists else _digit(depth)

    def _read_lists(self, root: Element) -> None:
        kinds = {attribute(one, "abstractNumId"): one for one in root if local(one) == "abstractNum"}
        for one in root:
            if local(one) != "num":
                continue
            kind = kinds.get(_value(one, "abstractNumId"))
            for level in kind if kind is not None else ():
                if local(level) == "lvl":
                    place = attribute(one, "numId"), attribute(level, "ilvl")
                    self._lists[place] = level_of(_value(level, "lvlText"))


def _heading_level(name: str) -> int | None:
    """Of a style called “heading 1” or “Heading1”."""
    return max(_digit(name[-1:]) - 1, 0) if name.lower().startswith("heading") else None


def _child(element: Element, name: str) -> Element | None:
    return next((part for part in element if local(part) == name), None)


def _value(element: Element, name: str) -> str:
    """The value of a property."""
    found = _child(element, name)
    return attribute(found, "val") if found is not None else ""


def _digit(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) == 1 else 0
