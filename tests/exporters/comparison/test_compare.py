"""Clause by clause: what was inserted, deleted, moved, renumbered, reworded."""

from __future__ import annotations

from dataclasses import replace

from exporters.blocks import Clause, Document, Paragraph, Span, Title
from exporters.comparison.compare import ChangeKind, Comparison, compare
from exporters.comparison.pieces import PieceKind, pieces_of
from exporters.documents.agreement import halves
from tests.sample_meetings import sample_meetings

NUMBERS = "一二三四五六七八九"
WORDS = {
    "purpose": "为发挥双方优势，推动科技成果转化，达成本协议。",
    "talent": "双方共同培养高层次人才，每年互派干部和教师挂职锻炼。",
    "funds": "甲方负责提供场地和经费，乙方负责组织专家团队。",
    "law": "因本协议发生争议的，由双方协商解决；协商不成的，提交甲方所在地人民法院管辖。",
}


def paper(*keys: str, keyed: bool = True, **reworded: str) -> Document:
    """An agreement with these clauses in order."""
    clauses = [
        Clause(
            f"第{NUMBERS[place]}条", key, (Paragraph((Span(reworded.get(key, WORDS[key])),)),), key=key if keyed else ""
        )
        for place, key in enumerate(keys)
    ]
    return Document("agreement", "协议", "zh", (Title(("合作", "协议")), *clauses))


def told(comparison: Comparison) -> list[tuple[str, str, bool]]:
    """Heading, kind and whether moved, of each piece but the title."""
    return [(c.piece.heading, c.kind.value, c.moved) for c in comparison.changes if c.piece.kind is PieceKind.CLAUSE]


def test_a_text_is_the_same_as_itself():
    for snapshot in sample_meetings().values():
        for agreement in snapshot.agreements:
            for half in (*halves(snapshot, agreement, "zh"), *halves(snapshot, agreement, "en")):
                assert compare(half, half).is_same


def test_a_reworded_clause_is_the_only_change():
    found = compare(paper(*WORDS), paper(*WORDS, talent="双方联合培养高层次人才。"))
    assert [kind for _key, kind, _moved in told(found)] == ["same", "changed", "same", "same"]
    assert (found.count(ChangeKind.CHANGED), found.moved, found.is_same) == (1, 0, False)


def test_clauses_behind_an_inserted_one_are_renumbered_not_changed():
    assert told(compare(paper("purpose", "law"), paper("purpose", "funds", "law"))) == [
        ("purpose", "same", False),
        ("funds", "inserted", False),
        ("law", "renumbered", False),
    ]


def test_a_deleted_clause_stands_where_it_stood():
    assert told(compare(paper("purpose", "talent", "law"), paper("purpose", "law"))) == [
        ("purpose", "same", False),
        ("talent", "deleted", False),
        ("law", "renumbered", False),
    ]


def test_one_clause_moved_and_the_others_did_not():
    found = compare(paper("purpose", "talent", "funds", "law"), paper("talent", "funds", "law", "purpose"))
    assert [(key, moved) for key, _kind, moved in told(found)] == [
        ("talent", False),
        ("funds", False),
        ("law", False),
        ("purpose", True),
    ]


def test_clauses_without_keys_find_each_other_by_their_words():
    reworded = "双方共同培养高层次人才，每两年互派干部和教师挂职锻炼。"
    before, after = paper("purpose", "talent", "law", keyed=False), paper("law", "talent", keyed=False, talent=reworded)
    assert [(key, kind) for key, kind, _moved in told(compare(before, after))] == [
        ("purpose", "deleted"),
        ("law", "renumbered"),
        ("talent", "changed"),
    ]


def test_a_new_title_is_a_change_of_the_title():
    before = paper("law")
    after = replace(before, blocks=(Title(("战略合作", "协议")), *before.blocks[1:]))
    (change,) = (c for c in compare(before, after).changes if c.kind is not ChangeKind.SAME)
    assert (change.piece.kind, change.kind) == (PieceKind.TITLE, ChangeKind.CHANGED)


def test_pieces_of_an_agreement_are_all_it_says():
    snapshot = sample_meetings()["demo-full"]
    (half,) = halves(snapshot, snapshot.agreements[0], "zh")
    pieces = pieces_of(half)
    kinds = list(dict.fromkeys(piece.kind for piece in pieces))
    assert kinds[:3] == [PieceKind.TITLE, PieceKind.PARTY, PieceKind.PARAGRAPH]
    assert {PieceKind.CLAUSE, PieceKind.SIGNATURE} <= set(kinds)
    assert len({piece.key for piece in pieces if piece.key}) == sum(bool(piece.key) for piece in pieces)
