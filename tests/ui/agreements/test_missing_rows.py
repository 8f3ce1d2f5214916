"""The table of missing facts: what a typed cell answers, and whose the facts are."""

from __future__ import annotations

from datetime import date

import pytest

from models.agreement_facts import FactKind, FactPlace, MissingFact
from models.shared_facts import SharedFact, shared_facts
from tests.sample_meetings import sample_meetings
from ui.agreements.missing_rows import FactRow, answer_of, columns, fact_rows

MEETING = sample_meetings()["shengzhou-zjipc"]


def fact(kind: FactKind, *languages: str) -> SharedFact:
    place = FactPlace(kind, "agreement", 1, "column", "agreements/a/column")
    return SharedFact(("key",), MissingFact("agreement.x", languages, (1,), place), None, (1,), ((1, place),))


def known(name: str, *, person: bool) -> int | str:
    return 7 if (name, person) == ("李强", True) else name


@pytest.mark.parametrize(
    ("kind", "column", "typed", "answer"),
    [
        (FactKind.TEXT, "value", " 嵊州 ", {"zh": "嵊州"}),
        (FactKind.TEXT, "english", "Shengzhou", {"en": "Shengzhou"}),
        (FactKind.LIST, "value", "培训、咨询", {"zh": "培训、咨询"}),
        (FactKind.PLAIN, "value", "91330683X", {"": "91330683X"}),
        (FactKind.NUMBER, "value", "3", {"": 3}),
        (FactKind.EACH_PARTY, "value", "２", {"": 2}),
        (FactKind.DATE, "value", "2027年4月16日", {"": date(2027, 4, 16)}),
        (FactKind.PERSON, "value", "李强", {"": 7}),
        (FactKind.UNIT, "value", "新昌轴承", {"": "新昌轴承"}),
    ],
)
def test_a_cell_answers_as_its_fact_is_stored(kind: FactKind, column: str, typed: str, answer: object):
    assert answer_of(fact(kind), column, typed, known) == answer


@pytest.mark.parametrize(
    ("kind", "typed"),
    [(FactKind.TEXT, " "), (FactKind.NUMBER, "三年"), (FactKind.DATE, "明天"), (FactKind.CHOICE, "中文")],
)
def test_what_cannot_be_the_fact_is_refused(kind: FactKind, typed: str):
    with pytest.raises(ValueError, match=typed):
        answer_of(fact(kind), "value", typed, known)


def test_only_the_languages_that_are_asked_for_can_be_typed():
    by_key = {column.key: column for column in columns(tuple, tuple)}
    given = (fact(FactKind.TEXT, "zh"), fact(FactKind.TEXT, "en"), fact(FactKind.DATE), fact(FactKind.CHOICE))
    rows = [FactRow(1, one, ("", ""), ("", "")) for one in given]
    can = [[bool(editable(row)) for row in rows] for key in ("value", "english") if (editable := by_key[key].editable)]
    assert can == [[True, False, True, False], [False, True, False, False]]


def test_facts_of_all_are_said_so_and_those_of_one_are_named():
    agreements = MEETING.agreements[:2]
    ids = [one.id for one in agreements]
    together = shared_facts(MEETING, ids)
    term = next(one for one in together if one.name == "agreement.term_years")
    row = fact_rows([term], {term.key: 1}, agreements)[0]
    assert (row.whose, row.needed) == (("各份相同", "all alike"), ("全部 2 份协议", "all 2 agreements"))
    each = [one for one in shared_facts(MEETING, ids, together=False) if one.name == "agreement.term_years"]
    rows = fact_rows(each, {one.key: number for number, one in enumerate(each)}, agreements)
    assert [one.whose[0] for one in rows] == [one.parties[1].organization.name.zh for one in agreements]
    assert rows[0].needed == ("1 份协议", "1 agreement")
