"""Layers: what the screen shows and the printer leaves out (ISO 32000-1 §8.11, optional content)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFString

from exporters.pdf.objects import Raw, number_of, set_keys

SEALS, STAPLES = "seals", "staples"


class Layers:
    """The layers of one file, made when first drawn on; every one is seen on the screen and never printed."""

    def __init__(self, document: PDFDocument, titles: dict[str, str]) -> None:
        """`titles`: what a reader's layer panel calls each layer."""
        self._document, self._titles = document, titles
        self._groups: dict[str, Raw] = {}

    def group(self, name: str) -> Raw:
        """The group of a layer."""
        if name not in self._groups:
            title = PDFString(self._titles[name]).format(self._document).decode("latin-1")
            usage = "/View<</ViewState/ON>>/Print<</PrintState/OFF>>/Export<</ExportState/OFF>>"
            self._groups[name] = Raw(f"<</Type/OCG/Name {title}/Usage<<{usage}>>>>".encode("latin-1"))
        return self._groups[name]

    def properties(self, names: Sequence[str]) -> bytes:
        """What a page must say of the layers drawn on it."""
        listed = "".join(f"/{name} {number_of(self._document, self.group(name))} 0 R" for name in names)
        return f"<<{listed}>>".encode()

    def add_objects(self) -> None:
        """List the layers in the catalog; a file without any has none."""
        if not self._groups:
            return
        groups = " ".join(f"{number_of(self._document, one)} 0 R" for one in self._groups.values())
        states = "".join(
            f"<</Event/{event}/Category[/{event}]/OCGs[{groups}]>>" for event in ("View", "Print", "Export")
        )
        config = f"<</Name(Layers)/BaseState/ON/ON[{groups}]/Order[{groups}]/AS[{states}]>>"
        set_keys(self._document.Catalog, OCProperties=Raw(f"<</OCGs[{groups}]/D{config}>>".encode()))
