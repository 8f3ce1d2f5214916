"""The structure of a tagged paper: what is the title, a heading, a paragraph, a cell (ISO 32000-1 §14.8).

Every line is drawn inside marked content that names its element; what is no text (rules, marks, page numbers) is an
artifact. Elements come into being when their first line is drawn; groups without a kind, made for each block in order,
keep the tree in reading order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument

from exporters.pdf.objects import Raw, Sheet, number_of, set_keys

_CELLS = ("TD", "TH")


class Element:
    """A structure element: its kind, its parts, and its content as (page, number on that page).

    One without a kind is a mere group: its parts count as its parent's.
    """

    def __init__(self, kind: str, parent: Element | None = None, attributes: str = "") -> None:
        self.kind, self.attributes = kind, attributes
        self.parts: list[Element] = []
        self.content: list[tuple[int, int]] = []
        if parent is not None:
            parent.parts.append(self)

    def kids(self) -> list[Element]:
        """The elements right below this one; those in which nothing was drawn are left out, empty cells apart."""
        found = [one for part in self.parts for one in ([part] if part.kind else part.kids())]
        return [one for one in found if one.content or one.kind in _CELLS or one.kids()]

    def all(self, parent: Element | None = None) -> Iterator[tuple[Element, Element | None]]:
        """This element and everything in it, in reading order, each with the one above it."""
        yield self, parent
        for kid in self.kids():
            yield from kid.all(self)


class Structure:
    """The structure tree of one file."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.pages: defaultdict[int, list[Element]] = defaultdict(list)

    def mark(self, element: Element, page: int) -> int:
        """Note that the next marked content of this page belongs to the element; its number."""
        number = len(self.pages[page])
        self.pages[page].append(element)
        element.content.append((page, number))
        return number

    def add_objects(self, document: PDFDocument, pages: Sequence[Sheet]) -> None:
        """Put the tree into the file and let its pages and catalog lead to it."""
        tree = Raw(b"")
        top = number_of(document, tree)
        elements = list(self.root.all())
        objects = [Raw(b"") for _element in elements]
        numbers = {pair[0]: number_of(document, one) for pair, one in zip(elements, objects, strict=True)}
        sheets = [number_of(document, page) for page in pages]
        for (element, parent), one in zip(elements, objects, strict=True):
            above = top if parent is None else numbers[parent]
            one.content = _element_bytes(element, above, numbers, sheets)
        owners = sorted(self.pages.items())
        places = " ".join(f"{page}[{_references(numbers[one] for one in found)}]" for page, found in owners)
        tree.content = (
            f"<</Type/StructTreeRoot/K {numbers[self.root]} 0 R/ParentTreeNextKey {len(pages)}"
            f"/ParentTree<</Nums[{places}]>>>>"
        ).encode()
        for place, page in enumerate(pages):
            page.structure = f"/StructParents {place}/Tabs/S"
        set_keys(document.Catalog, StructTreeRoot=tree, MarkInfo=Raw(b"<</Marked true>>"))


def _element_bytes(element: Element, above: int, numbers: dict[Element, int], sheets: list[int]) -> bytes:
    said = f"<</Type/StructElem/S/{element.kind}/P {above} 0 R{element.attributes}"
    if kids := element.kids():
        return f"{said}/K[{_references(numbers[kid] for kid in kids)}]>>".encode()
    if not element.content:
        return f"{said}>>".encode()
    first = element.content[0][0]
    content = " ".join(_content(page, number, first, sheets) for page, number in element.content)
    return f"{said}/Pg {sheets[first]} 0 R/K[{content}]>>".encode()


def _content(page: int, number: int, first: int, sheets: list[int]) -> str:
    return f"{number}" if page == first else f"<</Type/MCR/Pg {sheets[page]} 0 R/MCID {number}>>"


def _references(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)
