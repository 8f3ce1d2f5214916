"""The fingerprint counts words and nothing else; stored blocks come back exactly."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters import blocks
from exporters.blocks import (
    Cell,
    Column,
    Cover,
    Document,
    DraftNote,
    Field,
    Paragraph,
    Row,
    Section,
    Span,
    SpanKind,
    Table,
)
from exporters.fingerprint import content_hash, from_json, to_json

WORDS = Paragraph((Span("上党区"), Span("甲方", SpanKind.NAME)))
PAPER = Document("agenda", "议程", "zh", (WORDS, Section("A线", (WORDS,))))


def test_hash_is_stable() -> None:
    """A changed value here means that every paper printed before seems outdated: do not."""
    assert content_hash(PAPER) == "518ba9c93a0ca8cd3a79513f11693267bf4ecf8788c4c8ce2eb740434026f683"


def test_draft_notes_do_not_count_at_any_depth() -> None:
    note = DraftNote("示范文本")
    noted = replace(PAPER, blocks=(note, WORDS, Section("A线", (WORDS, note))))
    assert content_hash(noted) == content_hash(PAPER)


def test_which_copy_it_is_does_not_count() -> None:
    front = Cover(Field("编号", ()), ("协议",), ())
    one, other = (replace(PAPER, blocks=(replace(front, mark=mark),)) for mark in ("", "副本"))
    assert content_hash(one) == content_hash(other)


def test_whether_a_cell_is_kept_on_one_line_does_not_count() -> None:
    one, other = (replace(PAPER, blocks=(Table((), (Row((Cell("甲", name=name),)),)),)) for name in (False, True))
    assert content_hash(one) == content_hash(other)


def test_properties_that_are_no_words_do_not_count() -> None:
    other = replace(PAPER, subject="x", keywords=("y",), style="sheet", landscape=True, corner="v1", numbered=False)
    assert content_hash(other) == content_hash(PAPER)


@pytest.mark.parametrize(
    "other",
    [
        replace(PAPER, title="日程"),
        replace(PAPER, language="en"),
        replace(PAPER, footer="内部资料"),
        replace(PAPER, key="framework"),
        replace(PAPER, blocks=(WORDS,)),
        replace(PAPER, blocks=PAPER.blocks[::-1]),
    ],
)
def test_words_and_their_order_count(other: Document) -> None:
    assert content_hash(other) != content_hash(PAPER)


def test_composed_and_decomposed_letters_are_the_same_words() -> None:
    one, other = (replace(PAPER, blocks=(Paragraph((Span(text),)),)) for text in ("Lyu\u0308", "Ly\u00fc"))
    assert content_hash(one) == content_hash(other)


def test_whole_widths_are_the_same_with_and_without_a_point() -> None:
    one, other = (replace(PAPER, blocks=(Table((Column("a", "b", width),), ()),)) for width in (3, 3.0))
    assert content_hash(one) == content_hash(other)


def test_lone_surrogate_and_rare_characters_can_be_hashed_and_stored() -> None:
    odd = replace(PAPER, blocks=(Paragraph((Span("张\U0002b82d \ud800 <b>&"),)),))
    assert len(content_hash(odd)) == 64
    assert from_json(json.loads(json.dumps(to_json(odd)))) == odd


def test_stored_form_is_plain_json() -> None:
    cell = Cell("3月1日", date(2024, 3, 1), strong=True)
    stored = to_json(Document("ledger", "台账", "zh", (Table((), (Row((cell,)),)),)))
    packed_cell = {"shape": "Cell", "text": "3月1日", "value": {"date": "2024-03-01"}, "strong": True, "name": False}
    rows = [{"shape": "Row", "kind": "body", "cells": [packed_cell]}]
    looks = {"row_height": 0.0, "small": False, "whole": False, "form": False}
    assert stored["blocks"] == [{"shape": "Table", "columns": [], "rows": rows, "caption": ""} | looks]


def test_something_else_is_not_a_document() -> None:
    with pytest.raises(ValueError, match="not a stored document"):
        from_json({"shape": "Spacer", "lines": 1.0})


texts = st.text(max_size=8)
values = st.one_of(
    st.none(),
    texts,
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.times(),
    st.datetimes(),
)
spans = st.lists(st.builds(Span, texts, st.sampled_from(SpanKind), st.integers(0, 40)), max_size=3).map(tuple)
paragraphs = st.builds(Paragraph, spans, st.sampled_from(["left", "center", "right", "justify"]), st.integers(0, 4))
cells = st.lists(st.builds(Cell, texts, values, st.booleans()), max_size=3).map(tuple)
parties = st.lists(st.builds(blocks.SignatureParty, texts, texts, st.tuples(texts)), max_size=2).map(tuple)
leaves = st.one_of(
    paragraphs,
    st.builds(blocks.Title, st.tuples(texts), texts),
    st.builds(blocks.Heading, texts, st.integers(1, 4), texts),
    st.builds(blocks.FieldList, st.tuples(st.builds(blocks.Field, texts, spans)), texts),
    st.builds(Table, st.tuples(st.builds(Column, texts, texts, st.floats(0, 60))), st.tuples(st.builds(Row, cells))),
    st.builds(blocks.SignatureArea, parties, parties, texts),
    st.builds(DraftNote, texts),
    st.builds(blocks.Cover, st.builds(blocks.Field, texts, spans), st.tuples(texts), st.just(())),
    st.builds(blocks.Spacer, st.floats(0, 9)),
    st.builds(blocks.PageBreak),
    st.builds(
        blocks.Clause, texts, texts, st.tuples(paragraphs), st.tuples(st.builds(blocks.Clause, texts, texts)), texts
    ),
)
sections = st.builds(Section, texts, st.lists(leaves, max_size=2).map(tuple), st.sampled_from([None, True, False]))
documents = st.builds(
    Document, texts, texts, st.sampled_from(["zh", "en"]), st.lists(leaves | sections, max_size=4).map(tuple)
)


@given(documents)
def test_every_document_comes_back_exactly(document: Document) -> None:
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


@pytest.mark.parametrize("value", [datetime(2024, 5, 20, 9), time(9, 30), date(2024, 5, 20), Decimal("1.50"), 3, "3"])
def test_typed_cells_keep_their_type(value: blocks.CellValue) -> None:
    document = Document("ledger", "", "zh", (Table((), (Row((Cell("x", value),)),)),))
    [table] = from_json(to_json(document)).blocks
    assert isinstance(table, Table)
    assert type(table.rows[0].cells[0].value) is type(value)
