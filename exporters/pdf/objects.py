"""Objects of a PDF file: streams as the archive standard wants them, and keys that ReportLab lacks."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDictionary, PDFDocument, PDFName, PDFObject

_LEVEL, _FONT_LEVEL = 4, 3  # 9 would make a file 4 % smaller, and its fonts would take four times as long


class FileStream(PDFObject):  # type: ignore[misc]
    """A stream whose end stands on a line of its own (ISO 19005-2 §6.1.7.1; ReportLab leaves the line end out)."""

    __RefOnly__ = 1

    def __init__(self, content: bytes, keys: Mapping[str, object] | None = None, *, plain: bool = False) -> None:
        """`plain`: not compressed, for metadata that tools must find without reading PDF."""
        self.content, self.keys, self.plain = content, keys or {}, plain

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of the object."""
        stored, keys = self.content, dict(self.keys)
        if document.compression and not self.plain:
            stored = zlib.compress(stored, _FONT_LEVEL if "Length1" in keys else _LEVEL)
            keys["Filter"] = PDFName("FlateDecode")
        head: bytes = PDFDictionary(keys | {"Length": len(stored)}).format(document)
        return head + b"\nstream\n" + stored + b"\nendstream\n"


class Raw(PDFObject):  # type: ignore[misc]
    """An object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, _document: PDFDocument) -> bytes:
        """The bytes of the object."""
        return self.content


class Sheet(PDFObject):  # type: ignore[misc]
    """A page; `structure` is what its place in the structure makes it say."""

    __RefOnly__ = 1

    def __init__(self, size: tuple[float, float], contents: FileStream, resources: Raw) -> None:
        self.size, self.contents, self.resources, self.structure = size, contents, resources, ""

    def format(self, document: PDFDocument) -> bytes:
        """The bytes of the object."""
        above, contents, resources = (
            number_of(document, one) for one in (document.Pages, self.contents, self.resources)
        )
        return (
            f"<</Type/Page/Parent {above} 0 R/MediaBox[0 0 {self.size[0]:.4f} {self.size[1]:.4f}]"
            f"/Resources {resources} 0 R/Contents {contents} 0 R{self.structure}>>"
        ).encode()


def number_of(document: PDFDocument, item: PDFObject, name: str | None = None) -> int:
    """The object number of an item, given one if it has none."""
    reference = document.Reference(item, name)
    number: int = document.idToObjectNumberAndVersion[reference.name][0]
    return number


def set_keys(item: PDFCatalog, **keys: object) -> None:
    """Give a catalog keys that ReportLab does not know of."""
    item.__NoDefault__ = [*item.__NoDefault__, *keys]
    for name, value in keys.items():
        setattr(item, name, value)
