"""What of a Word paper may be edited by the other side: fields become locked controls, each text a bookmark."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from exporters.docx.elements import Element, add, element
from exporters.docx.exchange_marks import MARKS, TEXT
from models.sent_texts import Part, SentPaper

FIRST_ID = 100  # above those of the writer's own bookmarks
LONGEST_TAG = 64  # Word calls a file with a longer one damaged
FIELD_TAG, NUMBER_TAG, FIXED_TAG, BOOKMARK = "desk:", "desk:number", "desk:fixed", "desk_t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_AFTER_TRACKING = ("w:defaultTabStop", "w:evenAndOddHeaders", "w:characterSpacingControl")


@dataclass(slots=True)
class Controls:
    """Puts the controls into one paper. `fixed`: what a locked control calls itself, in the paper's language."""

    paper: SentPaper
    fixed: str
    _id: int = FIRST_ID
    _parts: dict[int, Part] = field(default_factory=dict)

    def place(self, word: WordDocument) -> None:
        """Turn the marks into controls and bookmarks, lock the rest, and let Word track what is changed."""
        self._parts = {part.field: part for text in self.paper.texts for part in text.parts if part.field}
        body: Element = word.element.body
        paragraphs = [one for one in body.iter(qn("w:p")) if any(_is_marked(text) for text in one.iter(qn("w:t")))]
        last = {name: one for one in paragraphs for name in _names(one)}
        for paragraph in paragraphs:
            self._rebuild(paragraph, {name for name in _names(paragraph) if last[name] is paragraph})
        self._lock(body)
        settings: Element = word.settings.element
        settings.insert_element_before(element("trackRevisions"), *_AFTER_TRACKING)

    def _rebuild(self, paragraph: Element, own: set[str]) -> None:
        """The runs of a paragraph anew; a text named here a second time (in the list of annexes) is fixed."""
        within = paragraph
        ends: list[Element] = []
        for child in list(paragraph):
            if child.tag == qn("w:pPr"):
                continue
            paragraph.remove(child)
            for made, mark in _split(child):
                if mark.startswith(TEXT):
                    if mark[1:-1] in own:
                        ends.append(self._begin(paragraph, mark[1:-1]))
                elif mark:
                    within = self._control(paragraph, mark) if len(mark) > 1 else paragraph
                elif made is not None:
                    within.append(made)
        paragraph.extend(ends)

    def _begin(self, paragraph: Element, name: str) -> Element:
        """A bookmark where the text begins; what stands before it is the clause's number. The bookmark's end."""
        before = [child for child in paragraph if child.tag == qn("w:r")]
        if before:
            content = self._sdt(paragraph, NUMBER_TAG, "sdtContentLocked")
            content.extend(before)
        number = self._next()
        start = add(paragraph, "bookmarkStart", id=number)
        start.set(qn("w:name"), BOOKMARK + name.replace(".", "_"))
        return element("bookmarkEnd", id=number)

    def _control(self, paragraph: Element, mark: str) -> Element:
        part = self._parts[int(mark[1:-1])]
        inside = part.source[2:-2].strip() if part.source.startswith("{{") else part.source
        lock = "sdtLocked" if part.blank else "contentLocked"  # a sentence with a field in it may be struck out
        return self._sdt(paragraph, f"{FIELD_TAG}{part.field} {inside}"[:LONGEST_TAG].strip(), lock)

    def _sdt(self, parent: Element, tag: str, lock: str) -> Element:
        """A content control at the end of its parent; its content."""
        control = add(parent, "sdt")
        about = add(control, "sdtPr")
        add(about, "alias", val=self.fixed)
        add(about, "tag", val=" ".join(tag.split()))
        add(about, "id", val=self._next())
        add(about, "lock", val=lock)
        return add(control, "sdtContent")

    def _lock(self, body: Element) -> None:
        """Cover, parties, places to sign: paragraph by paragraph; LibreOffice repeats what a larger one holds."""
        for paragraph in list(body.iter(qn("w:p"))):
            words = [child for child in paragraph if child.tag in (qn("w:r"), qn("w:fldSimple"), qn("w:sdt"))]
            if _is_said(paragraph) and not _is_edited(paragraph):
                for inner in [one for one in words if one.tag == qn("w:sdt")]:  # of fields, which are fixed anyway
                    words[words.index(inner) : words.index(inner) + 1] = list(inner[1])
                    paragraph.remove(inner)
                self._sdt(paragraph, FIXED_TAG, "sdtContentLocked").extend(words)

    def _next(self) -> int:
        self._id += 1
        return self._id


def _is_marked(text: Element) -> bool:
    return bool(text.text and MARKS.search(text.text))


def _names(paragraph: Element) -> list[str]:
    """The texts (“12.0”) that begin in a paragraph."""
    found = (mark for text in paragraph.iter(qn("w:t")) for mark in MARKS.finditer(text.text or ""))
    return [mark["text"][1:-1] for mark in found if mark["text"]]


def _is_said(paragraph: Element) -> bool:
    return any((text.text or "").strip() for text in paragraph.iter(qn("w:t")))


def _is_edited(paragraph: Element) -> bool:
    names = (one.get(qn("w:name")) or "" for one in paragraph.iter(qn("w:bookmarkStart")))
    return any(name.startswith(BOOKMARK) for name in names)


def _split(child: Element) -> Iterator[tuple[Element | None, str]]:
    """The runs and marks of a run, in order; anything else as it is."""
    if child.tag != qn("w:r") or not any(_is_marked(text) for text in child.iter(qn("w:t"))):
        yield child, ""
        return
    look = child.find(qn("w:rPr"))
    for part in child:
        if part.tag == qn("w:rPr"):
            continue
        if part.tag != qn("w:t"):
            yield _run(child, look, deepcopy(part)), ""
            continue
        for words, mark in _pieces(part.text or ""):
            yield (_run(child, look, _words(part, words)), "") if words else (None, mark)


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Words and marks by turns."""
    words, end = "", 0
    for mark in MARKS.finditer(text):
        words += text[end : mark.start()]
        end = mark.end()
        if mark["brace"]:
            words += "{"
            continue
        if words:
            yield words, ""
            words = ""
        yield "", mark.group()
    words += text[end:]
    if words:
        yield words, ""


def _run(like: Element, look: Element | None, content: Element) -> Element:
    run: Element = like.makeelement(like.tag)
    if look is not None:
        run.append(deepcopy(look))
    run.append(content)
    return run


def _words(like: Element, words: str) -> Element:
    made: Element = like.makeelement(like.tag)
    made.text = words
    if words != words.strip():
        made.set(_SPACE, "preserve")
    return made
