"""Clauses that only got other numbers are told apart from those that say something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import Cell, Clause, Column, Document, Paragraph, Row, Section, Span, Table
from exporters.comparison.compare import Change, ChangeKind, compare
from exporters.comparison.pieces import Piece, pieces_of
from exporters.comparison.word_diff import Run, RunKind, word_diff

MARKS = {RunKind.SAME: "{}", RunKind.INSERTED: "[+{}]", RunKind.DELETED: "[-{}]"}


def paper(*clauses: tuple[str, str]) -> Document:
    """An agreement of clauses, each told as key and text."""
    numbers = "一二三四五六七八九"
    blocks = [
        Clause(f"第{numbers[place]}条", key, (Paragraph((Span(text),)),), key=key)
        for place, (key, text) in enumerate(clauses)
    ]
    return Document("agreement", "协议", "zh", tuple(blocks))


def last_change(old: Document, new: Document) -> Change:
    """What became of the last piece."""
    return compare(old, new).changes[-1]


def marked(runs: tuple[Run, ...]) -> str:
    """The change on one line."""
    return "".join(MARKS[run.kind].format(run.text) for run in runs)


@pytest.mark.parametrize(
    ("old", "new"),
    [("每年提供岗位50个。", "每年提供岗位60个。"), ("一式4份。", "一式6份。"), ("邮编046000", "邮编046001")],
)
def test_another_figure_is_another_wording(old: str, new: str):
    assert last_change(paper(("a", old)), paper(("a", new))).kind is ChangeKind.CHANGED


def test_a_reference_to_another_clause_is_another_wording():
    one, two = ("one", "甲方提供场地。"), ("two", "乙方提供设备。")
    change = last_change(paper(one, two, ("c", "按第一条办理。")), paper(one, two, ("c", "按第二条办理。")))
    assert (change.kind, marked(change.text)) == (ChangeKind.CHANGED, "按[-第一条][+第二条]办理。")


def test_references_that_follow_their_clauses_are_no_other_wording():
    old = paper(("gone", "别的。"), ("a", "甲。"), ("b", "乙。"), ("c", "除第二条、第三条外无效。"))
    new = paper(("a", "甲。"), ("b", "乙。"), ("c", "除第一条、第二条外无效。"))
    change = last_change(old, new)
    assert (change.kind, marked(change.text)) == (
        ChangeKind.RENUMBERED,
        "除[-第二条][+第一条]、[-第三条][+第二条]外无效。",
    )


def test_only_what_was_reworded_beside_such_references_is_told():
    old = paper(("gone", "别的。"), ("a", "甲。"), ("c", "除第二条外，本协议无效。"))
    new = paper(("a", "甲。"), ("c", "除第一条外，本协议有效。"))
    change = last_change(old, new)
    assert (change.kind, marked(change.text)) == (ChangeKind.CHANGED, "除[-第二条][+第一条]外，本协议[-无][+有]效。")


def test_a_number_typed_by_hand_that_stays_is_no_change():
    old = paper(("gone", "别的。"), ("a", "甲。"), ("c", "见第二条，三年。"))
    new = paper(("a", "甲。"), ("c", "见第二条，五年。"))
    assert marked(last_change(old, new).text) == "见第二条，[-三][+五]年。"


def test_english_references_are_words_of_their_own():
    assert marked(word_diff("see Article 7, 7 days", "see Article 8, 7 days")) == "see [-Article 7][+Article 8], 7 days"


def test_the_number_of_a_row_is_no_part_of_its_words():
    columns = (Column("number", "序号", 3, "center"), Column("unit", "单位", 9))
    rows = tuple(Row((Cell(str(n), n), Cell(unit))) for n, unit in enumerate(("甲县政府", "乙大学"), 1))
    table = Table(columns, rows)
    annex = Section("附件1", (Paragraph((Span("附件1"),)), table))
    document = Document("agreement", "协议", "zh", (annex,))
    assert [(piece.number, piece.heading, piece.text) for piece in pieces_of(document)] == [
        ("", "附件1", ""),
        ("1", "", "甲县政府"),
        ("2", "", "乙大学"),
    ]
    swapped = replace(annex, blocks=(Table(columns, (rows[1], rows[0])),))
    found = compare(document, replace(document, blocks=(swapped,)))
    assert {change.kind for change in found.changes} <= {ChangeKind.SAME, ChangeKind.RENUMBERED}
    assert all(isinstance(change.piece, Piece) for change in found.changes)
