"""Reads a draft that the other side sent back: which text it is, what stands in it now, who changed it, who said what.

Hostile until read: sizes are looked at first, no types and entities in XML, nothing is unpacked to the disk.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from xml.etree.ElementTree import Element

from models.errors import KnownError
from models.imports.docx_text import words_in
from models.imports.limits import MEGABYTE, MOST_BYTES
from models.imports.parser_faults import parser_faults
from models.imports.returned_levels import Levels
from models.imports.returned_paragraphs import (
    Beside,
    BesideKind,
    Bit,
    Paragraph,
    TrackedBy,
    every_quote,
    in_view,
    paragraphs_of,
)
from models.imports.returned_parts import WordParts
from models.imports.safe_xml import attribute, below
from models.imports.sniff import OLE
from models.rules.unseen_letters import without_unseen

MOST_COMMENTS = 5_000
LONGEST_COMMENT = 4_000
LONGEST_BESIDE = 500  # characters told of a footnote, a text box …
MOST_BESIDE = 200
_CORNER = re.compile(r"\bv(\d{1,6}) · ([0-9A-F]{8})\b")
_PROPERTIES = ("DeskAgreement", "DeskRevision", "DeskLanguage", "DeskHash")


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """A paragraph as it stands. `text`: the number of the text it belongs to, 0 for none."""

    text: int
    bits: tuple[Bit, ...]
    level: int | None = None  # from 0, of its number or heading
    tracked: tuple[TrackedBy, ...] = ()

    @property
    def words(self) -> str:
        """What it says."""
        return "".join(bit.text for bit in self.bits)


@dataclass(frozen=True, slots=True)
class ReturnedComment:
    """A comment of the other side. `text`: the number of the text it is about; `quote`: the words it is put on."""

    text: int
    author: str
    at: str
    words: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedPaper:
    """What came back. `revision` 0: the file does not say from which it was made, though it is ours.

    `content_hash`: whole, or its beginning, or nothing.
    """

    name: str
    agreement: str
    revision: int
    language: str
    content_hash: str
    now: tuple[ReturnedLine, ...]
    before: tuple[ReturnedLine, ...]
    comments: tuple[ReturnedComment, ...] = ()
    tracked: Mapping[int, tuple[TrackedBy, ...]] = field(default_factory=dict)  # by text
    beside: tuple[tuple[int, Beside], ...] = ()  # what no paragraph says, each with the text it stands in or behind
    margins: tuple[str, ...] = ()  # the lines of headers and footers

    @property
    def lines(self) -> tuple[str, ...]:
        """The paragraphs that belong to no text: cover, parties, places to sign."""
        return tuple(line.words for line in self.now if not line.text)


def read_returned_file(path: Path) -> tuple[ReturnedPaper, bytes]:
    """A file and its bytes. KnownError: returned_unreadable (name, reason), and those of `read_returned`."""
    try:
        about = path.stat()
        if about.st_size > MOST_BYTES:
            raise KnownError("returned_too_large", name=path.name, most=MOST_BYTES // MEGABYTE)
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):  # pipes and devices have no end
            raise KnownError("returned_no_word", name=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise KnownError("returned_unreadable", name=path.name, reason=error.strerror or str(error)) from error
    return read_returned(path.name, content), content


def read_returned(name: str, content: bytes) -> ReturnedPaper:
    """What a Word file says. KnownError: returned_no_word, returned_old_word, returned_not_ours, returned_damaged,
    returned_unsafe, returned_too_large (name).
    """
    if content.startswith(OLE):
        raise KnownError("returned_old_word", name=name)
    if not content.startswith(b"PK"):
        raise KnownError("returned_no_word", name=name)
    try:
        with parser_faults(name):
            return _read(name, WordParts(name, content))
    except KnownError as error:
        code = _TOLD.get(error.code, error.code)
        raise KnownError(code, **{**error.values, **_LIMITS.get(code, {})}) from error


_TOLD = {
    "slip_damaged": "returned_damaged",
    "slip_unsafe": "returned_unsafe",
    "slip_unpacks_too_large": "returned_too_large",
    "slip_locked_otherwise": "returned_old_word",
}
_LIMITS = {"returned_too_large": {"most": MOST_BYTES // MEGABYTE}}


def _read(name: str, parts: WordParts) -> ReturnedPaper:
    document = parts.document
    if document is None:
        raise KnownError("returned_no_word", name=name)
    said = _properties(parts)
    levels = Levels(parts.beside("numbering"), parts.beside("styles"))
    found = paragraphs_of(name, document, levels)
    if not said["DeskAgreement"] and not any(one.text for one in found):
        raise KnownError("returned_not_ours", name=name)
    margins = _margins(name, parts)
    revision, content_hash = said["DeskRevision"], said["DeskHash"]
    if not revision:  # some programs drop the properties; the corner of each page says the same
        revision, content_hash = _corner(margins)
    return ReturnedPaper(
        name=name,
        agreement=said["DeskAgreement"],
        revision=int(revision) if revision.isdecimal() and len(revision) < 7 else 0,
        language=said["DeskLanguage"],
        content_hash=content_hash,
        now=_lines(in_view(found, now=True)),
        before=_lines(in_view(found, now=False)),
        comments=_comments(parts, found),
        tracked=_tracked(found),
        beside=_beside(parts, found),
        margins=margins,
    )


def _properties(parts: WordParts) -> dict[str, str]:
    said = dict.fromkeys(_PROPERTIES, "")
    root = parts.properties
    for one in below(root, "property") if root is not None else ():
        if attribute(one, "name") in said:
            said[attribute(one, "name")] = "".join(one.itertext()).strip()[:200]
    return said


def _beside(parts: WordParts, paragraphs: Sequence[Paragraph]) -> tuple[tuple[int, Beside], ...]:
    """What stands beside the words; of a note what it says."""
    notes: dict[BesideKind, dict[str, Element]] = {
        kind: {attribute(one, "id"): one for root in parts.beside(f"{kind}s") for one in below(root, kind)}
        for kind in (BesideKind.FOOTNOTE, BesideKind.ENDNOTE)
    }
    found, text = [], 0
    for paragraph, before in zip(paragraphs, (Paragraph(), *paragraphs), strict=False):
        text = paragraph.text or text
        if _runs_on(before, paragraph):
            found.append((text, Beside(BesideKind.RUN_ON)))
        for one in paragraph.beside:
            note = notes.get(one.kind, {}).get(one.words)
            words = words_in(note).text if note is not None else "" if one.kind in notes else one.words
            found.append((text, Beside(one.kind, words.strip()[:LONGEST_BESIDE])))
    return tuple(found[:MOST_BESIDE])


def _runs_on(first: Paragraph, second: Paragraph) -> bool:
    """Whether the end between two texts was deleted with tracking."""
    if first.ended_now or not first.text or second.text in (0, first.text):
        return False
    return all(any(bit.text.strip() for bit in one.said(now=True)) for one in (first, second))


def _margins(name: str, parts: WordParts) -> tuple[str, ...]:
    """The lines of headers and footers, each once; numbers of pages left out."""
    roots = (*parts.beside("header"), *parts.beside("footer"))
    lines = ("".join(bit.text for bit in one.said(now=True)) for root in roots for one in paragraphs_of(name, root))
    said = (" ".join(without_unseen(line).split())[:LONGEST_BESIDE] for line in lines)
    return tuple(dict.fromkeys(line for line in said if line))


def _lines(paragraphs: Sequence[Paragraph]) -> tuple[ReturnedLine, ...]:
    return tuple(ReturnedLine(one.text, _merged(one.bits), one.level, tuple(one.changes)) for one in paragraphs)


def _merged(bits: Sequence[Bit]) -> tuple[Bit, ...]:
    """Neighbors of one kind as one; how they came to stand there is told elsewhere."""
    runs = groupby(bits, key=lambda bit: bit.field)
    return tuple(Bit("".join(bit.text for bit in run), number) for number, run in runs)


def _corner(margins: tuple[str, ...]) -> tuple[str, str]:
    """Revision and the beginning of the hash: “v2 · 7F3A91C0 · …”."""
    found = next((mark for line in margins if (mark := _CORNER.search(line))), None)
    return (found[1], found[2].lower()) if found else ("", "")


def _comments(parts: WordParts, paragraphs: Sequence[Paragraph]) -> tuple[ReturnedComment, ...]:
    about: dict[str, tuple[int, str]] = {}
    for comment, text, quote in every_quote(paragraphs):
        number, words = about.get(comment, (0, ""))
        about[comment] = (number or text, words + quote)
    found = []
    for one in (comment for root in parts.beside("comments") for comment in below(root, "comment")):
        text, quote = about.get(attribute(one, "id"), (0, ""))
        words = words_in(one).text.strip()[:LONGEST_COMMENT]
        author, at = attribute(one, "author")[:100], attribute(one, "date")[:30]
        found.append(ReturnedComment(text, author, at, words, quote[:LONGEST_COMMENT]))
        if len(found) >= MOST_COMMENTS:
            break
    return tuple(found)


def _tracked(paragraphs: Sequence[Paragraph]) -> dict[int, tuple[TrackedBy, ...]]:
    found: dict[int, dict[TrackedBy, None]] = {}
    for paragraph in paragraphs:
        if paragraph.changes:
            found.setdefault(paragraph.text, {}).update(dict.fromkeys(paragraph.changes))
    return {text: tuple(changes) for text, changes in found.items()}
