"""The generated agreements as Typst source: the same words, page, pitch and fonts, with Typst's own line breaking."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.blocks import Block, Clause, Document, FieldList, Paragraph, SignatureArea, SignatureParty, Spans, Title

PAGE = """#set page(width: 210mm, height: 297mm, margin: (left: 28mm, right: 26mm, top: 37mm, bottom: 35mm),
  numbering: "— 1 —")
#set text(font: ("Liberation Serif", "FandolFang R", "Noto Serif SC"), size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 13pt, first-line-indent: (amount: 2em, all: true))
"""
_SPECIAL = str.maketrans({mark: "\\" + mark for mark in "\\#$*_`<>@=~[]/-+'\""})


def source(document: Document) -> str:
    """The whole agreement."""
    return PAGE + "\n\n".join(text for block in document.blocks for text in _block(block))


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Title):
        lines = " \\ ".join(map(_plain, block.lines))
        yield f'#align(center, text(font: ("Noto Serif SC",), weight: "bold", size: 22pt)[{lines}])'
    elif isinstance(block, FieldList):
        for field in block.fields:
            yield f'#text(font: "Noto Sans SC")[{_plain(field.label)}：]{_spans(field.spans)}'
    elif isinstance(block, Clause):
        yield from _clause(block, 1)
    elif isinstance(block, SignatureArea):
        yield _plain(block.note)
        yield "#grid(columns: (1fr, 1fr), " + ", ".join(map(_party, block.parties)) + ")"


def _clause(clause: Clause, depth: int) -> Iterator[str]:
    paragraphs = list(clause.paragraphs)
    if clause.heading:
        yield f'#text(font: "Noto Sans SC")[{_plain(clause.number)}　{_plain(clause.heading)}]'
    elif paragraphs:
        yield _plain(clause.number) + _spans(paragraphs.pop(0).spans)
    yield from (_paragraph(paragraph) for paragraph in paragraphs)
    for child in clause.children:
        yield from _clause(child, depth + 1)


def _paragraph(paragraph: Paragraph) -> str:
    return _spans(paragraph.spans)


def _party(party: SignatureParty) -> str:
    return "[" + " \\ ".join(map(_plain, (party.label, party.name, *party.lines))) + "]"


def _spans(spans: Spans) -> str:
    return "".join(_plain(span.text) for span in spans)


def _plain(text: str) -> str:
    return text.translate(_SPECIAL)
