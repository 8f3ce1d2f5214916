"""An import under way: what is decided and set right, and what of it stays when the plan is made anew."""

from __future__ import annotations

from dataclasses import replace

from models.imports.plan import Action, Candidate, Decision
from models.imports.tables import Corrections
from tests.ui.slips import plans
from tests.ui.slips.plans import FILE, KNOWN, SHEET, STORED
from ui.slips.sitting import action_with, candidates_of
from ui.slips.sources import Source


def test_a_doubt_is_decided_and_counted():
    made = plans.sitting()
    before = made.counts()
    made.decide(made.plan.rows[0], Action.UPDATE, STORED)
    counts = [before[Action.DOUBT], made.counts()[Action.DOUBT], made.counts()[Action.UPDATE]]
    assert (counts, made.decisions(), made.has_work) == ([1, 0, 1], {0: Decision(Action.UPDATE, STORED)}, True)


def test_what_is_decided_as_it_was_proposed_is_no_decision():
    made = plans.sitting()
    made.decide(made.plan.rows[1], Action.REFUSE)
    made.decide(made.plan.rows[1], Action.ADD)
    assert (made.decided, made.has_work) == ({}, False)


def test_a_row_that_names_nobody_stays_out():
    made = plans.sitting()
    made.decide(made.plan.rows[4], Action.ADD)
    assert made.decided == {}


def test_a_field_keeps_what_is_stored_until_another_person_is_meant():
    made = plans.sitting()
    row = made.plan.rows[0]
    made.decide(row, Action.UPDATE, STORED)
    made.keep_stored(row, "phone", keep=True)
    made.keep_stored(row, "name_zh", keep=True)
    made.keep_stored(row, "name_zh", keep=False)
    kept = made.kept_fields(row)
    made.decide(row, Action.ADD, KNOWN)
    assert (kept, made.kept_fields(row)) == (frozenset({"phone"}), frozenset())


def test_somebody_who_is_not_on_the_list_is_put_on_it_and_anybody_else_updated():
    earlier = Candidate("侯亮", "", "", "", (), row_key=0)
    assert [action_with(one) for one in (KNOWN, STORED, earlier)] == [Action.ADD, Action.UPDATE, Action.UPDATE]
    group = replace(KNOWN, person_id=None, group_id=5)
    assert action_with(group) is Action.UPDATE


def test_a_new_plan_keeps_the_decisions_of_the_rows_that_are_still_there():
    made = plans.sitting()
    made.decide(made.plan.rows[0], Action.UPDATE, STORED)
    made.decide(made.plan.rows[1], Action.REFUSE)
    changed = replace(STORED, title="副校长")
    first = replace(plans.rows()[0], key=0, candidates=(changed,))
    made.take(plans.plan((first,)), {})
    assert made.decisions() == {0: Decision(Action.UPDATE, changed)}


def test_a_decision_for_somebody_who_is_gone_is_forgotten():
    made = plans.sitting()
    made.decide(made.plan.rows[0], Action.UPDATE, STORED)
    made.take(plans.plan((replace(plans.rows()[0], candidates=(KNOWN,)),)), {})
    assert (made.decided, made.action_of(made.plan.rows[0])) == ({}, Action.DOUBT)


def test_a_decision_for_an_earlier_row_follows_that_row():
    made = plans.sitting()
    earlier = Candidate("张三", "第一中学", "", "", ("namesake",), row_key=1)
    added = replace(plans.rows()[2], candidate=None, candidates=(earlier,))
    made.take(plans.plan((*plans.rows()[:2], added)), {})
    made.decide(made.plan.rows[2], Action.UPDATE, earlier)
    moved = replace(earlier, row_key=0)
    fewer = (replace(plans.rows()[1], key=0), replace(added, key=1, candidates=(moved,)))
    made.take(plans.plan(fewer), {})
    assert made.decisions() == {1: Decision(Action.UPDATE, moved)}


def test_corrections_are_kept_by_file_and_taken_back_by_sheet():
    made = plans.sitting()
    made.correct_column(FILE, SHEET, 3, "remarks")
    made.correct_header(FILE, "别的表", (4, 5))
    both = made.corrections[FILE]
    made.forget_corrections(FILE, "别的表")
    assert both == Corrections({(SHEET, 3): "remarks"}, {"别的表": (4, 5)})
    assert made.corrections[FILE] == Corrections({(SHEET, 3): "remarks"})
    assert [made.is_corrected(FILE, sheet) for sheet in (SHEET, "别的表")] == [True, False]


def test_another_header_makes_the_columns_of_its_sheet_anew():
    made = plans.sitting()
    made.correct_column(FILE, SHEET, 3, "remarks")
    made.correct_header(FILE, SHEET, (2,))
    assert made.corrections[FILE] == Corrections({}, {SHEET: (2,)})


def test_a_hidden_sheet_is_read_when_it_is_ticked_and_any_other_until_it_is_not():
    made = plans.sitting()
    before = [made.is_used(FILE, SHEET, hidden=False), made.is_used(FILE, "旧表", hidden=True)]
    made.use_sheet(FILE, SHEET, use=False)
    made.use_sheet(FILE, "旧表", use=True)
    after = [made.is_used(FILE, SHEET, hidden=False), made.is_used(FILE, "旧表", hidden=True)]
    assert (before, after) == ([True, False], [False, True])
    assert made.corrections[FILE] == Corrections(skipped_sheets=frozenset({SHEET}), included_sheets=frozenset({"旧表"}))


def test_people_of_one_cell_are_known_and_can_be_kept_together():
    made = plans.sitting()
    rows = made.plan.rows
    split = [made.is_split(row) for row in rows]
    made.keep_together(rows[1], together=True)
    assert (split, made.is_together(rows[2])) == ([False, True, True, False, False], True)
    made.keep_together(rows[1], together=False)
    assert made.corrections[FILE] == Corrections()


def test_people_of_two_tables_side_by_side_are_no_people_of_one_cell():
    made, row = plans.sitting(), plans.rows()[1]
    made.take(plans.plan((replace(row, key=0), replace(row, key=1))), {})
    assert [made.is_split(one) for one in made.plan.rows] == [False, False]


def test_people_and_groups_are_counted_apart():
    made = plans.sitting()
    made.decide(made.plan.rows[1], Action.REFUSE)
    assert made.written() == (1, 1)


def test_the_one_proposed_comes_first_and_once():
    row = replace(plans.rows()[2], candidates=(STORED, KNOWN))
    assert candidates_of(row) == (KNOWN, STORED)


def test_the_same_file_is_read_once():
    made = plans.sitting()
    made.add([Source("/b.xlsx"), Source("/slips/第一中学.xlsx")])
    assert made.sources == (Source("/slips/第一中学.xlsx"), Source("/b.xlsx"))


def test_who_was_to_be_new_is_asked_about_again_when_somebody_is_found_since():
    made = plans.sitting()
    for row in made.plan.rows[:2]:
        made.decide(row, Action.ADD)
        made.decide(row, Action.REFUSE if row.key else Action.ADD)
    found = replace(STORED, person_id=99, attendance_id=990)
    again = [replace(row, candidates=(*row.candidates, found)) for row in made.plan.rows[:2]]
    made.take(plans.plan((again[0], again[1])), {})
    assert [made.action_of(row) for row in again] == [Action.DOUBT, Action.REFUSE]
