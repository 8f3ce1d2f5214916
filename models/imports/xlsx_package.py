"""The parts of an Excel workbook: which sheets it has, where they lie, what belongs to each."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

from models.errors import KnownError
from models.imports.limits import MOST_SHEETS, MOST_UNPACKED_PART
from models.imports.safe_xml import attribute, below, parse_xml, refuse_types
from models.imports.xlsx_sheet import SheetXml, sheet_xml
from models.imports.zip_parts import ZipParts

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


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
    """The parts that hold values, unpacked."""

    sheets: tuple[WorkbookSheet, ...]
    styles: bytes
    texts: bytes
    from_1904: bool


def links(parts: ZipParts, part: str) -> dict[str, Link]:
    """What a part refers to, by the identifiers it uses; nothing outside the file."""
    folder, base = posixpath.split(part)
    listed = parts.read(posixpath.join(folder, "_rels", f"{base}.rels"))
    if not listed:
        return {}
    found = {}
    for one in below(parse_xml(parts.name, listed), "Relationship"):
        if attribute(one, "TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, attribute(one, "Target").replace("\\", "/")))
            found[attribute(one, "Id")] = Link(attribute(one, "Type").rpartition("/")[2], target.lstrip("/"))
    return found


def open_workbook(parts: ZipParts) -> Workbook:
    """The worksheets with their XML, the styles and the shared texts."""
    start = next((link.part for link in links(parts, "").values() if link.kind == "officeDocument"), "xl/workbook.xml")
    root = parse_xml(parts.name, parts.read(start))
    linked = links(parts, start)
    return Workbook(
        _sheets(parts, root, linked),
        _unpacked(parts, linked, "styles"),
        _unpacked(parts, linked, "sharedStrings"),
        any(attribute(one, "date1904") in ("1", "true") for one in below(root, "workbookPr")),
    )


def values_package(workbook: Workbook) -> bytes:
    """A workbook of these parts alone, in the usual places: nothing else of the file reaches the compiled reader."""
    numbers = range(1, len(workbook.sheets) + 1)
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="s{n}"/>' for n in numbers)
    links = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    links += [("styles", "styles", "styles.xml"), ("texts", "sharedStrings", "sharedStrings.xml")]
    contents: dict[str, str | bytes] = {
        "_rels/.rels": _relationships([("b", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><workbookPr '
        f'date1904="{workbook.from_1904:d}"/><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relationships(links),
        **{f"xl/worksheets/sheet{n}.xml": workbook.sheets[n - 1].xml.content for n in numbers},
        "xl/styles.xml": workbook.styles,
        "xl/sharedStrings.xml": workbook.texts,
    }
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as package:
        for part, content in contents.items():
            if content:
                package.writestr(part, content)
    return written.getvalue()


def _relationships(links: Iterable[tuple[str, str, str]]) -> str:
    listed = "".join(f'<Relationship Id="{name}" Type="{_LINKS}/{kind}" Target="{to}"/>' for name, kind, to in links)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _sheets(parts: ZipParts, root: Element, linked: Mapping[str, Link]) -> tuple[WorkbookSheet, ...]:
    """The worksheets in the order of their tabs; charts and dialogs hold no people."""
    listed = [one for table in below(root, "sheets") for one in table]
    if len(listed) > MOST_SHEETS:
        raise KnownError("slip_unpacks_too_large", name=parts.name)
    found: list[WorkbookSheet] = []
    for one in listed:
        link = linked.get(next((value for key, value in one.items() if key.endswith("}id")), ""))
        if link and link.kind == "worksheet":
            hidden = attribute(one, "state") in ("hidden", "veryHidden")
            found.append(WorkbookSheet(attribute(one, "name"), hidden, link.part, sheet_xml(parts, link.part)))
        if sum(len(sheet.xml.content) for sheet in found) > 2 * MOST_UNPACKED_PART:
            raise KnownError("slip_unpacks_too_large", name=parts.name)
    return tuple(found)


def _unpacked(parts: ZipParts, linked: Mapping[str, Link], kind: str) -> bytes:
    """A part that the workbook has once, or nothing."""
    content = next((parts.read(link.part) for link in linked.values() if link.kind == kind), b"")
    refuse_types(parts.name, content)
    return content
