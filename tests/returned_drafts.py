"""A draft as it went out, and what the other side may do to its Word file: by hand, with tracking, with comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from exporters.exchange import Sendable, prepare_exchange
from models.imports.returned_docx import read_returned
from models.returned_drafts import stored_sources
from models.rules.returned_changes import Returned, Sources, returned_changes
from models.snapshots.shapes import MeetingSnapshot
from tests.sample_meetings import sample_meetings

MADE_AT = datetime(2024, 5, 18, 12, 0)
DOCUMENT = "word/document.xml"
BY = 'w:author="王老师" w:date="2024-05-19T09:00:00Z"'
_PARAGRAPH = re.compile(r"<w:p>(?:(?!</w:p>).)*?</w:p>", re.DOTALL)


@cache
def sent(key: str = "park", meeting: str = "demo-full") -> Sendable:
    """A draft of a sample meeting as it goes out."""
    return prepare_exchange(sample_meetings()[meeting], key, made_at=MADE_AT, organization_name="县委人才办")


def edited(content: bytes, *edits: Callable[[str], str], parts: Mapping[str, str] | None = None) -> bytes:
    """The file with its text edited, and with other parts."""
    packed = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in (one for one in source.namelist() if one not in (parts or {})):
            part = source.read(name)
            if name == DOCUMENT:
                text = part.decode()
                for edit in edits:
                    changed = edit(text)
                    assert changed != text
                    text = changed
                part = text.encode()
            target.writestr(name, part)
        for name, text in (parts or {}).items():
            target.writestr(name, text)
    return packed.getvalue()


def reworded(old: str, new: str) -> Callable[[str], str]:
    """Words in the place of others, without tracking."""
    return lambda xml: xml.replace(old, new, 1)


def tracked(old: str, new: str) -> Callable[[str], str]:
    """The same with tracking, inside one run."""
    return lambda xml: re.sub(
        rf"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: [^>]*)?>([^<]*?){re.escape(old)}([^<]*)</w:t></w:r>",
        lambda found: _run(found[1], found[2]) + _tracked_runs(found[1], old, new) + _run(found[1], found[3]),
        xml,
        count=1,
    )


def _run(look: str, words: str, tag: str = "t") -> str:
    return f'<w:r>{look}<w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>' if words else ""


def _tracked_runs(look: str, old: str, new: str) -> str:
    gone = f'<w:del w:id="901" {BY}>{_run(look, old, "delText")}</w:del>'
    return gone + (f'<w:ins w:id="902" {BY}>{_run(look, new)}</w:ins>' if new else "")


def paragraph_with(xml: str, words: str) -> re.Match[str]:
    """The first paragraph of a clause that holds the words."""
    return next(p for p in _PARAGRAPH.finditer(xml) if words in p.group() and "desk_t" in p.group())


def heading(words: str) -> str:
    """A paragraph that is a heading as ours are."""
    return f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_run("", words)}</w:p>'


def plain(words: str) -> str:
    """A paragraph."""
    return f"<w:p>{_run('', words)}</w:p>"


def part_of(content: bytes, name: str) -> str:
    """A part of a file."""
    with ZipFile(BytesIO(content)) as source:
        return source.read(name).decode()


def without(*words: str) -> Callable[[str], str]:
    """Whole paragraphs less, each the first that holds the words within a clause."""

    def edit(xml: str) -> str:
        for one in words:
            found = next(p for p in _PARAGRAPH.finditer(xml) if one in p.group() and "desk_t" in p.group())
            xml = xml[: found.start()] + xml[found.end() :]
        return xml

    return edit


def with_paragraph(behind: str, *lines: str, style: str = "") -> Callable[[str], str]:
    """New paragraphs behind the one of a clause that holds the words."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    first, *others = lines
    new = f"<w:p>{look}{_run('', first)}</w:p>" + "".join(f"<w:p>{_run('', line)}</w:p>" for line in others)

    def edit(xml: str) -> str:
        found = next(p for p in _PARAGRAPH.finditer(xml) if behind in p.group() and "desk_t" in p.group())
        return xml[: found.end()] + new + xml[found.end() :]

    return edit


def commented(words: str, comment: str) -> tuple[Callable[[str], str], dict[str, str]]:
    """A comment on words that stand in one run."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    said = f'<w:comment w:id="7" {BY}><w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment>'
    reference = '<w:r><w:commentReference w:id="7"/></w:r>'

    def edit(xml: str) -> str:
        at = xml.index("<w:r>", xml.rindex("</w:pPr>", 0, xml.index(words)))
        end = xml.index("</w:p>", at)
        inside = f'<w:commentRangeStart w:id="7"/>{xml[at:end]}<w:commentRangeEnd w:id="7"/>{reference}'
        return xml[:at] + inside + xml[end:]

    return edit, {"word/comments.xml": f'<?xml version="1.0"?><w:comments {space}>{said}</w:comments>'}


def stored(snapshot: MeetingSnapshot, key: str) -> Sources:
    """The texts of the clauses as they are stored."""
    return stored_sources(next(one for one in snapshot.agreements if one.key == key))


def came_back(
    *edits: Callable[[str], str],
    key: str = "park",
    meeting: str = "demo-full",
    parts: Mapping[str, str] | None = None,
) -> Returned:
    """What the other side's edits are to us."""
    draft = sent(key, meeting)
    paper = read_returned("draft.docx", edited(draft.content, *edits, parts=parts))
    return returned_changes(draft.paper, paper, stored(sample_meetings()[meeting], key))
