"""A row of a batch in thought: its title, and the clauses that its facts let stand; what a template asks."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from models.actions.batch_agreements import BatchCommon, BatchParty, BatchRow
from models.batch_preview import preview_row
from models.codes import ClauseKind
from models.snapshots.shapes import Bilingual
from models.template_questions import questions_of, switches_of
from models.templates import TemplateClause, builtin_template
from tests.sample_meetings import sample_meetings

MEETING = sample_meetings()["shengzhou-zjipc"]
COLLEGE, FIRST = MEETING.sides[1].units[0], MEETING.sides[0].units[0]
TEMPLATE = builtin_template("school-enterprise")
COMMON = BatchCommon(parties=(BatchParty(COLLEGE.id),))


def test_the_title_names_units_of_the_meeting_known_ones_and_new_ones():
    known = {4711: Bilingual("新昌轴承", "Xinchang Bearings")}
    rows = [BatchRow(BatchParty(unit)) for unit in (FIRST.id, 4711, "天台橡胶", None)]
    titles = [preview_row(MEETING, TEMPLATE, COMMON, row, known).title.zh for row in rows]
    ours = COLLEGE.short_name.zh or COLLEGE.name.zh
    theirs = FIRST.short_name.zh or FIRST.name.zh
    named = [f"{ours}与{name}产教融合校企合作框架协议" for name in (theirs, "新昌轴承", "天台橡胶")]
    assert titles == [*named, TEMPLATE.plain_title.zh]


def test_a_written_title_stays():
    row = BatchRow(BatchParty(FIRST.id), title=("合作协议", ""))
    assert preview_row(MEETING, TEMPLATE, COMMON, row, {}).title == Bilingual("合作协议")


def test_clauses_fall_away_without_what_they_depend_on():
    bare = preview_row(MEETING, TEMPLATE, COMMON, BatchRow(BatchParty(FIRST.id)), {})
    third = BatchRow(BatchParty(FIRST.id), others=(BatchParty("协会"),), amount=Decimal(1000))
    full = preview_row(MEETING, TEMPLATE, COMMON, third, {})
    assert set(bare.without) - set(full.without) == {"association", "funds"}
    assert bare.stand(TEMPLATE, frozenset({"standards"})) == bare.stand(TEMPLATE) - 1
    assert full.stand(TEMPLATE) == bare.stand(TEMPLATE) + 2


def test_a_condition_that_cannot_be_read_falls_away_nowhere():
    clause = TemplateClause("odd", ClauseKind.ARTICLE, "1 +", Bilingual("条款"), Bilingual("内容"))
    template = replace(TEMPLATE, clauses=(clause,))
    assert preview_row(MEETING, template, COMMON, BatchRow(BatchParty(1)), {}).without == ()


def test_a_template_asks_what_no_record_holds_and_says_on_what_clauses_depend():
    assert questions_of(TEMPLATE) == ("court",)
    letter = builtin_template("letter-of-intent")
    assert "tech.name" in questions_of(letter)
    assert switches_of(letter) == ("intent.exclusive_months",)
    commissioner = questions_of(builtin_template("commissioner"))
    assert "commissioner.name" in commissioner
    assert not [name for name in commissioner if name.startswith(("targets", "party", "agreement", "fields"))]
