"""Clause numbers and the names that depend on them."""

from __future__ import annotations

import pytest

from models.clause_numbers import article_numbers, reading_values, standing
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
        (4, "各方", "all Parties"),
        (9, "各方", "all Parties"),
    ],
)
def test_sides_are_called_by_their_number(parties: int, zh: str, en: str) -> None:
    witness = AgreementParty(organization=None, is_witness=True)
    signed = agreement(parties=(AgreementParty(organization=None),) * parties + (witness,))
    assert reading_values(signed, {"known": 1}, "zh") == {"known": 1, "sides_zh": zh, "sides_en": en, "article": {}}
