"""Papers of any blocks and any text: each ends, keeps to its pages and prints every character."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.blocks import (
    Card,
    Cards,
    Cell,
    Clause,
    Column,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Section,
    SignatureArea,
    SignatureParty,
    Spacer,
    Span,
    SpanKind,
    Table,
    Title,
    text_spans,
)
from tests.exporters.pdf.reading import made, pages

TEXT = st.text(
    st.sampled_from(list("县校合作协议，。、；：《》“”（）——……· ab12,.-\n\t\x00\ud800<&=\u3000𬭎2024年5月日")),
    max_size=60,
)
SPANS = st.lists(st.builds(Span, TEXT, st.sampled_from(SpanKind), st.integers(0, 60)), max_size=4).map(tuple)
PARAGRAPH = st.builds(
    Paragraph,
    SPANS,
    st.sampled_from(["left", "center", "right", "justify"]),
    st.integers(0, 4),
    st.booleans(),
    st.booleans(),
)
CELL = st.builds(Cell, TEXT, st.none(), st.booleans())
ROW = st.builds(Row, st.lists(CELL, max_size=4).map(tuple), st.sampled_from(["body", "group", "total", "blank"]))
COLUMN = st.builds(Column, TEXT, TEXT, st.floats(0, 40), st.sampled_from(["left", "center", "right", "justify"]))
PARTY = st.builds(SignatureParty, TEXT, TEXT, st.lists(TEXT, max_size=4).map(tuple))
CARD = st.builds(Card, TEXT, TEXT, st.tuples(TEXT), st.tuples(TEXT, TEXT), TEXT, TEXT, TEXT)
BLOCK = st.one_of(
    st.builds(Title, st.lists(TEXT, max_size=3).map(tuple), TEXT),
    st.builds(Heading, TEXT, st.integers(0, 6), TEXT),
    PARAGRAPH,
    st.builds(Clause, TEXT, TEXT, st.lists(PARAGRAPH, max_size=2).map(tuple)),
    st.builds(FieldList, st.lists(st.builds(Field, TEXT, SPANS), max_size=3).map(tuple), TEXT),
    st.builds(
        Table, st.lists(COLUMN, max_size=4).map(tuple), st.lists(ROW, max_size=4).map(tuple), TEXT, st.floats(0, 300)
    ),
    st.builds(SignatureArea, st.lists(PARTY, max_size=5).map(tuple), st.lists(PARTY, max_size=3).map(tuple), TEXT),
    st.builds(DraftNote, TEXT),
    st.builds(Cards, st.lists(CARD, max_size=3).map(tuple), st.just(90.0), st.floats(25, 130), st.integers(1, 2)),
    st.builds(Spacer, st.floats(0, 60)),
    st.just(PageBreak()),
    st.builds(Section, TEXT, st.lists(PARAGRAPH, max_size=2).map(tuple), st.sampled_from([None, True, False])),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    st.lists(BLOCK, max_size=6),
    st.sampled_from(["official", "agreement", "sheet"]),
    st.sampled_from(["zh", "en"]),
    st.booleans(),
)
def test_any_blocks_make_a_paper(blocks: list[Any], style: str, language: str, final: bool):
    written = made(*blocks, style=style, language=language, final=final)
    found = pages(written)
    assert (written.pages, bool(found)) == (len(found), True)
    assert all(one["x0"] >= -1 and one["x1"] <= page.width + 1 for page in found for one in page.chars)


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=5))
def test_every_character_of_running_text_is_printed_in_order(texts: list[str]):
    found = pages(made(*[Paragraph(text_spans(text)) for text in texts], style="sheet"))
    printed = "".join(one["text"] for page in found for one in page.chars if round(one["size"], 1) == 12)
    wanted = "".join(texts).replace("\ud800", "\ufffd").replace("\x00", "")
    assert "".join(printed.split()) == "".join(wanted.split())
