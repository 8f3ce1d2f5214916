"""The parts of an Excel workbook: which sheets it has, where they lie, what belongs to each."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from models.errors import KnownError
from models.imports.limits import MOST_SHEETS, MOST_UNPACKED_PART
from models.imports.safe_xml import refuse_types
from models.imports.xlsx_sheet import SheetXml, sheet_xml
from models.imports.zip_parts import ZipParts

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_USUAL = {"book": "xl/workbook.xml", "styles": "xl/styles.xml", "texts": "xl/sharedstrings.xml"}
_SHORT = 8_000  # bytes of a part whose reading is kept for the next file
_TAG = r"<(?:\w+:)?{}\b([^<>]*)>"
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True, slots=True)
class Link:
    """What a part refers to: the last word of the type ("worksheet", "comments"), and where it lies."""

    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A worksheet of the workbook with its XML."""

    name: str
    hidden: bool
    part: str
    xml: SheetXml


@dataclass(frozen=True, slots=True)
class Workbook:
    """The parts that hold values, unpacked. `usual`: the file may be read as it is: nothing was cut or odd."""

    sheets: tuple[WorkbookSheet, ...]
    styles: bytes
    texts: bytes
    from_1904: bool
    usual: bool


def tags(name: str, xml: bytes, tag: str) -> Iterator[dict[str, str]]:
    """The attributes of all elements that are called so: of short lists, where a parser costs more than it sees."""
    refuse_types(name, xml)
    return iter(_tags(xml, tag) if len(xml) <= _SHORT else _found_tags(xml, tag))


@lru_cache(maxsize=200)
def _tags(xml: bytes, tag: str) -> tuple[dict[str, str], ...]:
    """Files of one program, or copies of one form, have the same short parts."""
    return tuple(_found_tags(xml, tag))


def _found_tags(xml: bytes, tag: str) -> Iterator[dict[str, str]]:
    for found in re.finditer(_TAG.format(tag), xml.decode("utf-8", "replace")):
        yield {
            key.rpartition(":")[2]: html.unescape(double or single)
            for key, double, single in _ATTRIBUTE.findall(found[1])
        }


def links(parts: ZipParts, part: str) -> Mapping[str, Link]:
    """What a part refers to, by the identifiers it uses; nothing outside the file."""
    folder, _, base = part.rpartition("/")
    listed = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
    if listed not in parts:
        return {}
    xml = parts.read(listed)
    refuse_types(parts.name, xml)
    return _links(xml, folder) if len(xml) <= _SHORT else _found_links(xml, folder)


@lru_cache(maxsize=200)
def _links(xml: bytes, folder: str) -> Mapping[str, Link]:
    return _found_links(xml, folder)


def _found_links(xml: bytes, folder: str) -> Mapping[str, Link]:
    found: dict[str, Link] = {}
    for one in _found_tags(xml, "Relationship"):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, one.get("Target", "").replace("\\", "/")))
            found[one.get("Id", "")] = Link(one.get("Type", "").rpartition("/")[2], target.lstrip("/"))
    return found


def open_workbook(parts: ZipParts) -> Workbook:
    """The worksheets with their XML, the styles and the shared texts."""
    start = next((link.part for link in links(parts, "").values() if link.kind == "officeDocument"), _USUAL["book"])
    book = parts.read(start)
    linked = links(parts, start)
    styles, texts = _part(linked, "styles"), _part(linked, "sharedStrings")
    sheets = _sheets(parts, book, linked)
    usual = start == _USUAL["book"] and styles in ("", _USUAL["styles"]) and texts in ("", _USUAL["texts"])
    hidden_texts = not texts and _USUAL["texts"] in parts
    return Workbook(
        sheets,
        _unpacked(parts, styles),
        _unpacked(parts, texts),
        any(one.get("date1904") in ("1", "true") for one in tags(parts.name, book, "workbookPr")),
        usual and not hidden_texts and parts.is_plain and all(sheet.xml.untouched for sheet in sheets),
    )


def values_package(workbook: Workbook) -> bytes:
    """A workbook of these parts alone, in the usual places: nothing else of the file reaches the compiled reader."""
    numbers = range(1, len(workbook.sheets) + 1)
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="s{n}"/>' for n in numbers)
    targets = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    targets += [("styles", "styles", "styles.xml"), ("texts", "sharedStrings", "sharedStrings.xml")]
    contents: dict[str, str | bytes] = {
        "_rels/.rels": _relationships([("b", "officeDocument", _USUAL["book"])]),
        _USUAL["book"]: f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><workbookPr '
        f'date1904="{workbook.from_1904:d}"/><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relationships(targets),
        **{f"xl/worksheets/sheet{n}.xml": workbook.sheets[n - 1].xml.content for n in numbers},
        _USUAL["styles"]: workbook.styles,
        _USUAL["texts"]: workbook.texts,
    }
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as package:
        for part, content in contents.items():
            if content:
                package.writestr(part, content)
    return written.getvalue()


def _relationships(targets: Iterable[tuple[str, str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{name}" Type="{_LINKS}/{kind}" Target="{to}"/>' for name, kind, to in targets)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _sheets(parts: ZipParts, book: bytes, linked: Mapping[str, Link]) -> tuple[WorkbookSheet, ...]:
    """The worksheets in the order of their tabs; charts and dialogs hold no people."""
    found: list[WorkbookSheet] = []
    for one in tags(parts.name, book, "sheet"):
        link = linked.get(one.get("id", ""))
        if link and link.kind == "worksheet":
            hidden = one.get("state") in ("hidden", "veryHidden")
            found.append(WorkbookSheet(one.get("name", ""), hidden, link.part, sheet_xml(parts, link.part)))
        if len(found) > MOST_SHEETS or sum(len(sheet.xml.content) for sheet in found) > 2 * MOST_UNPACKED_PART:
            raise KnownError("slip_unpacks_too_large", name=parts.name)
    if not found:
        raise KnownError("slip_damaged", name=parts.name)
    return tuple(found)


def _part(linked: Mapping[str, Link], kind: str) -> str:
    """Where a part lies that the workbook has once, in small letters; empty where it has none."""
    return next((link.part.lower() for link in linked.values() if link.kind == kind), "")


def _unpacked(parts: ZipParts, part: str) -> bytes:
    content = parts.read(part) if part else b""
    refuse_types(parts.name, content)
    return content
