"""The parts of a Word file by what they are to each other: each program names its files as it likes."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from models.errors import KnownError
from models.imports.limits import MEGABYTE
from models.imports.safe_xml import attribute, below, local, parse_xml
from models.imports.zip_parts import ZipParts

MOST_UNPACKED = 24 * MEGABYTE  # of one part, which is laid out in memory
_USUAL = "word/document.xml"


class WordParts:
    """Of one file. KnownError of every call: slip_damaged, slip_unsafe, slip_unpacks_too_large (name)."""

    def __init__(self, name: str, content: bytes) -> None:
        self._name, self._parts = name, ZipParts(name, content)
        main = [path for kind, path in self._related("") if kind == "officeDocument"]
        self._main = next((path for path in main if path in self._parts), _USUAL)

    @property
    def document(self) -> Element | None:
        """The text; None where the file is none of Word's."""
        root = self._root(self._main)
        return root if root is not None and local(root) == "document" else None

    @property
    def properties(self) -> Element | None:
        """The properties that users add."""
        found = (path for kind, path in self._related("") if kind == "custom-properties")
        return self._root(next(found, "docProps/custom.xml"))

    def beside(self, kind: str) -> tuple[Element, ...]:
        """What belongs to the text: its comments, footnotes, headers …"""
        paths = [path for found, path in self._related(self._main) if found == kind and path in self._parts]
        roots = (self._root(path) for path in dict.fromkeys(paths or [f"word/{kind}.xml"]))
        return tuple(root for root in roots if root is not None)

    def _related(self, path: str) -> list[tuple[str, str]]:
        """What a part names: kind and path of each."""
        folder = dirname(path)
        root = self._root(join(folder, "_rels", f"{path[len(folder) :].lstrip('/')}.rels"))
        found = below(root, "Relationship") if root is not None else ()
        return [
            (attribute(one, "Type").rpartition("/")[2], _path(folder, attribute(one, "Target")))
            for one in found
            if attribute(one, "TargetMode") != "External"
        ]

    def _root(self, path: str) -> Element | None:
        if path not in self._parts:
            return None
        if self._parts.size(path) > MOST_UNPACKED:
            raise KnownError("slip_unpacks_too_large", name=self._name)
        return parse_xml(self._name, self._parts.read(path))


def _path(folder: str, target: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))
