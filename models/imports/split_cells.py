"""Unit and title in one cell, and the unit that somebody's words begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.imports.book import CellValue, Note
from models.imports.texts import CleanCell, Cleaned, clean_remark, clean_words, told
from models.imports.titles import ends_as_title, ends_as_unit, is_title, is_unit

_BRACKETED = re.compile(r"(?P<title>[^()（）]+)[(（](?P<unit>[^()（）]+)[)）]")
_LATIN_PARTS = re.compile(r"\s*[,;/]\s*")


class UnitSplitter:
    """Splits 县委组织部部长 by the units known to the workspace, else where a unit ends and a whole title begins."""

    def __init__(self, known_units: Sequence[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for unit in {unit.strip() for unit in known_units if len(unit.strip()) > 1}:
            self._by_head.setdefault(unit[:2], []).append(unit)
        for units in self._by_head.values():
            units.sort(key=len, reverse=True)

    def clean(self, value: CellValue) -> CleanCell:
        """The unit, with title (and department) as further values; told, for it is a proposal."""
        text = clean_words(value)
        if not text or text in ("无", "-", "/"):
            return ""
        unit, department, title = self.split(clean_remark(value))
        if not unit and not title:
            return told("unit_and_title", "unit_not_found", text, text)
        extra = tuple((field, words) for field, words in (("department", department), ("title_zh", title)) if words)
        code = "unit_split" if unit and title else "unit_not_found" if not unit else "title_not_found"
        return Cleaned(unit, extra, (Note(code, {"field": "unit_and_title", "text": text}),))

    def divides(self, value: CellValue) -> bool:
        """Whether a cell surely holds both a unit and a title."""
        unit, _department, title = self.split(clean_remark(value))
        return bool(unit and title)

    def split(self, raw: str) -> tuple[str, str, str]:
        """Unit, department, title; empty where they are not found."""
        text = clean_words(raw)
        if known := self._known(text):
            department, title = _department_and_title(text[len(known) :].lstrip(" ，,、/-"))
            return known, department, title
        return (
            _spaced(raw) or _bracketed(text) or _glued(text) or (("", "", text) if is_title(text) else (text, "", ""))
        )

    def _known(self, text: str) -> str:
        return next((unit for unit in self._by_head.get(text[:2], ()) if text.startswith(unit)), "")


def _department_and_title(rest: str) -> tuple[str, str]:
    """机械学院院长 behind a known unit: the department, and the title."""
    if not rest or is_title(rest):
        return "", rest
    unit, _, title = _glued(rest) or ("", "", rest)
    return unit, title


def _spaced(raw: str) -> tuple[str, str, str] | None:
    """浙江大学 教授, 财政局/局长, Zhejiang University, Professor."""
    for parts in (raw.split(" "), re.split(r"[/／,，]", raw), _LATIN_PARTS.split(raw)):
        if len(parts) < 2:
            continue
        for cut in range(1, len(parts)):
            unit, title = clean_words(" ".join(parts[:cut])).strip(",，"), "、".join(map(clean_words, parts[cut:]))
            if is_unit(unit) and (is_title(title) or title.isascii()):
                return unit, "", title if not title.isascii() else ", ".join(parts[cut:])
    return None


def _bracketed(text: str) -> tuple[str, str, str] | None:
    """局长（财政局）."""
    found = _BRACKETED.fullmatch(text)
    if found is None:
        return None
    if is_title(found["title"]) and not is_title(found["unit"]):
        return found["unit"], "", found["title"]
    return (found["title"], "", found["unit"]) if is_title(found["unit"]) else None


def _glued(text: str) -> tuple[str, str, str] | None:
    """The last place where a unit ends and a whole title begins; of several titles the first decides."""
    first, *others = text.split("、")
    cuts = [cut for cut in range(len(first) - 1, 1, -1) if ends_as_unit(first[:cut]) and is_title(first[cut:])]
    if not cuts:
        return _after_unit(first, others)
    return first[: cuts[0]], "", "、".join([first[cuts[0] :], *others])


def _after_unit(first: str, others: Sequence[str]) -> tuple[str, str, str] | None:
    """浙江大学机械工程系主任助理 and the like: an unknown title that ends like one, behind a whole unit."""
    if not ends_as_title(first):
        return None
    for cut in range(len(first) - 2, 2, -1):
        if is_unit(first[:cut]) and not is_title(first[:cut]) and ends_as_title("某某" + first[cut:]):
            return first[:cut], "", "、".join([first[cut:], *others])
    return None
