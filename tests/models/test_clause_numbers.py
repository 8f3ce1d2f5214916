"""Clause numbers and the names that depend on them."""

from __future__ import annotations

import pytest

from models.clause_numbers import article_numbers, reading_values, standing, tree_numbers
from models.codes import ClauseKind
from models.snapshots.shapes import EMPTY, AgreementParty, Clause
from tests.sample_snapshots import agreement


def clause(key: str, kind: ClauseKind = ClauseKind.ARTICLE, condition: str = "") -> Clause:
    return Clause(0, kind, key, condition, EMPTY, EMPTY)


CLAUSES = (
    clause("recitals", ClauseKind.RECITALS),
    clause("purpose"),
    clause("third", condition="party_c"),
    clause(""),
    clause("term"),
    clause("annex", ClauseKind.ANNEX),
)


def test_only_articles_that_stand_are_counted() -> None:
    signed = agreement(clauses=CLAUSES)
    assert article_numbers(signed, {}, "zh") == {"purpose": "第一条", "term": "第三条"}
    told = {"party_c": {"name_zh": "教育局"}}
    assert article_numbers(signed, told, "en") == {"purpose": "Article 1", "third": "Article 2", "term": "Article 4"}


def test_clauses_whose_condition_fails_fall_away() -> None:
    assert [found.key for found in standing(CLAUSES, {})] == ["recitals", "purpose", "", "term", "annex"]


@pytest.mark.parametrize(
    ("parties", "zh", "en"),
    [
        (0, "双方", "both Parties"),
        (2, "双方", "both Parties"),
        (3, "三方", "all three Parties"),
        (4, "四方", "all Parties"),
        (9, "九方", "all Parties"),
        (11, "各方", "all Parties"),
    ],
)
def test_sides_are_called_by_their_number(parties: int, zh: str, en: str) -> None:
    witness = AgreementParty(organization=None, is_witness=True)
    signed = agreement(parties=(AgreementParty(organization=None),) * parties + (witness,))
    assert reading_values(signed, {"known": 1}, "zh") == {"known": 1, "sides_zh": zh, "sides_en": en, "article": {}}


def test_the_whole_tree_is_numbered_as_on_paper() -> None:
    def one(number: int, kind: ClauseKind, *children: Clause, condition: str = "") -> Clause:
        return Clause(number, kind, "", condition, EMPTY, EMPTY, children)

    items = (one(3, ClauseKind.ITEM, one(4, ClauseKind.ITEM)), one(5, ClauseKind.ITEM, condition="party_c"))
    clauses = (
        one(1, ClauseKind.RECITALS),
        one(2, ClauseKind.ARTICLE, *items),
        one(6, ClauseKind.ARTICLE, one(7, ClauseKind.ITEM), condition="party_c"),
        one(8, ClauseKind.ARTICLE),
        one(9, ClauseKind.ANNEX),
    )
    signed = agreement(clauses=clauses)
    zh = {1: "", 2: "第一条", 3: "（一）", 4: "1.", 8: "第二条", 9: "附件1"}
    assert tree_numbers(signed, {}, "zh") == zh
    english = {1: "", 2: "Article 1", 3: "(1)", 4: "1.", 8: "Article 2", 9: "Annex 1"}
    assert tree_numbers(signed, {}, "en") == english
