"""The outline of a file, written in one go (ISO 32000-1 §12.3.3): ReportLab makes three objects of each entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFString

from exporters.pdf.boxes import Bookmark
from exporters.pdf.objects import Raw, number_of
from exporters.pdf.properties import on_one_line

_LONGEST_ENTRY = 300  # characters


@dataclass(slots=True, eq=False)
class _Entry:
    title: str
    page: int
    top: float
    above: _Entry | None = None
    before: _Entry | None = None
    after: _Entry | None = None
    kids: list[_Entry] = field(default_factory=list)

    def count(self) -> int:
        """How many entries lie below this one, on any level; all are shown."""
        return len(self.kids) + sum(kid.count() for kid in self.kids)


class Outline:
    """Gathers entries; a level never lies more than one below the entry before it."""

    ready = 1

    def __init__(self) -> None:
        self._root = _Entry("", 0, 0.0)
        self._open = [self._root]  # the entry added last, and those it lies in

    def add(self, bookmark: Bookmark, page: int, top: float) -> None:
        """Add an entry that leads to this height of a page, counted from 0."""
        del self._open[bookmark.level + 1 :]
        above = self._open[-1]
        before = above.kids[-1] if above.kids else None
        entry = _Entry(on_one_line(bookmark.title, _LONGEST_ENTRY), page, top, above, before)
        if before is not None:
            before.after = entry
        above.kids.append(entry)
        self._open.append(entry)

    def prepare(self, document: PDFDocument, _canvas: object) -> None:
        """Put the outline into the file; ReportLab calls this at the end, and leaves out one that is not `ready`."""
        if not self._root.kids:
            self.ready = -1
            return
        objects = {entry: Raw(b"") for entry in _all(self._root)}
        numbers = {entry: number_of(document, one) for entry, one in objects.items()}
        sheets = [number_of(document, page) for page in document.Pages.pages]
        for entry, one in objects.items():
            own = _own(entry, document, sheets) if entry is not self._root else b"/Type/Outlines"
            one.content = b"<<" + own + _links(entry, numbers) + b">>"
        document.Catalog.Outlines = objects[self._root]


def _all(entry: _Entry) -> Iterator[_Entry]:
    yield entry
    for kid in entry.kids:
        yield from _all(kid)


def _own(entry: _Entry, document: PDFDocument, sheets: list[int]) -> bytes:
    title: bytes = PDFString(entry.title).format(document)
    return b"/Title " + title + f"/Dest[{sheets[entry.page]} 0 R/XYZ 0 {entry.top:.3f} 0]".encode()


def _links(entry: _Entry, numbers: dict[_Entry, int]) -> bytes:
    """The entries above, before, after and below this one."""
    found = {"Parent": entry.above, "Prev": entry.before, "Next": entry.after}
    if entry.kids:
        found |= {"First": entry.kids[0], "Last": entry.kids[-1]}
    links = "".join(f"/{key} {numbers[one]} 0 R" for key, one in found.items() if one is not None)
    return f"{links}/Count {entry.count()}".encode() if entry.kids else links.encode()
