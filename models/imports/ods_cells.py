"""What a cell of an ods file holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from xml.etree.ElementTree import Element

from models.imports.book import CellValue
from models.imports.safe_xml import attribute, below, local

_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
_NUMBERS = ("float", "percentage", "currency")
_ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)|Err:\d{3}")


def cell_value(cell: Element) -> CellValue:
    """The value by its stored type; a number that is shown with leading zeros is the text shown."""
    kind = attribute(cell, "value-type")
    if kind in _NUMBERS:
        number, shown = float(attribute(cell, "value")), _shown(cell)
        zeros = shown.isdecimal() and shown.startswith("0") and len(shown) > 1 and float(shown) == number
        return shown if zeros else number
    if kind == "boolean":
        return attribute(cell, "boolean-value") == "true"
    if kind == "date":
        return _moment(attribute(cell, "date-value")) or _shown(cell) or None
    if kind == "time":
        return _time(attribute(cell, "time-value")) or _shown(cell) or None
    return _shown(cell) or attribute(cell, "string-value") or None


def comment_of(cell: Element) -> str:
    """The note on a cell."""
    notes = ("\n".join(map(_words, below(note, "p"))) for note in cell if local(note) == "annotation")
    return "\n".join(notes).strip()


def failed(cell: Element) -> str:
    """What a failed formula shows; empty for all others."""
    if not attribute(cell, "formula") and attribute(cell, "value-type") != "error":
        return ""
    shown = _shown(cell)
    return shown if _ERRORS.fullmatch(shown) else ""


def is_struck(cell: Element, struck: Collection[str]) -> bool:
    """Whether the whole cell is struck through, by its own style or by those of all its words."""
    if not struck:
        return False
    if attribute(cell, "style-name") in struck:
        return True
    spans = list(below(cell, "span"))
    loose = any((part.text or "").strip() for part in below(cell, "p"))
    return bool(spans) and not loose and all(attribute(span, "style-name") in struck for span in spans)


def repeated(element: Element, what: str, how: str = "repeated") -> int:
    """How often a row or cell stands there, or over how many it is spread; at least once."""
    number = attribute(element, f"number-{what}-{how}")
    return int(number) if number.isdecimal() and 0 < len(number) < 9 and int(number) else 1


def _shown(cell: Element) -> str:
    return "\n".join(_words(part) for part in cell if local(part) == "p")


def _words(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for part in element:
        kind = local(part)
        if kind == "s":
            count = attribute(part, "c")
            yield " " * (min(int(count), 1000) if count.isdecimal() else 1)
        elif kind in ("tab", "line-break"):
            yield "\t" if kind == "tab" else "\n"
        elif kind not in ("annotation", "frame"):
            yield from _pieces(part)
        yield part.tail or ""


def _moment(text: str) -> CellValue:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return date(found.year, found.month, found.day) if "T" not in text else found


def _time(text: str) -> CellValue:
    found = _DURATION.fullmatch(text)
    if not found:
        return None
    hours, minutes, seconds = map(int, found.groups())
    if hours < 24 and minutes < 60 and seconds < 60:
        return time(hours, minutes, seconds)
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)
