"""Writes a file small: objects without a stream are packed together and compressed (ISO 32000-1 §7.5.7, §7.5.8).

ReportLab writes each object and each line of the cross-reference as plain text, which made a tenth of an agreement.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

from exporters.pdf.objects import FileStream

_PACKED = 200  # objects: a reader unpacks all of a pack to see one
_AT, _IN_PACK = 1, 2


def compact(document: PDFDocument) -> bytes:
    """The bytes of the file; takes the place of `document.format`."""
    references = {"Root": document.Reference(document.Catalog), "Info": document.Reference(document.info)}
    packs: list[list[tuple[int, bytes]]] = [[]]
    file = bytearray(pdfdoc.PDFFile(document._pdfVersion).format(document))
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
    for number, item, body in _objects(document):
        if isinstance(item, FileStream | PDFStream):
            _append(file, places, number, body)
            continue
        if len(packs[-1]) == _PACKED:
            packs.append([])
        packs[-1].append((number, body.strip()))
    for own, pack in enumerate(packs, start=document.objectcounter + 1):
        places |= {number: (_IN_PACK, own, index) for index, (number, _body) in enumerate(pack)}
        _append(file, places, own, _pack(pack).format(document))
    start, number = len(file), document.objectcounter + len(packs) + 1
    places[number] = (_AT, start, 0)
    keys = {"Type": "/XRef", "Size": number + 1, "W": "[1 4 2]", "ID": document.ID(), **references}
    table = b"".join(struct.pack(">BIH", *places[one]) for one in range(number + 1))
    _append(file, places, number, FileStream(table, keys).format(document))
    return bytes(file) + f"startxref\n{start}\n%%EOF\n".encode()


def _objects(document: PDFDocument) -> Iterator[tuple[int, object, bytes]]:
    """Every object with its number and bytes; writing one may bring forth others."""
    number = 1
    while number in document.numberToId:
        item = document.idToObject[document.numberToId[number]]
        yield number, item, pdfdoc.format(item, document, toplevel=1)
        number += 1


def _append(file: bytearray, places: dict[int, tuple[int, int, int]], number: int, body: bytes) -> None:
    places[number] = (_AT, len(file), 0)
    file += f"{number} 0 obj\n".encode() + body + b"endobj\n"


def _pack(objects: list[tuple[int, bytes]]) -> FileStream:
    offsets, at = [], 0
    for number, body in objects:
        offsets.append(f"{number} {at}")
        at += len(body) + 1
    index = " ".join(offsets).encode() + b"\n"
    content = index + b"\n".join(body for _number, body in objects)
    return FileStream(content, {"Type": "/ObjStm", "N": len(objects), "First": len(index)})
