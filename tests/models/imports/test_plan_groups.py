"""Rows that bring people without names."""

from __future__ import annotations

from models.imports.known_people import KnownGroup
from models.imports.plan import Action, Candidate, Difference
from models.imports.plan_import import plan_import
from tests.models.imports.slips import acts, file_of, group, knowing, planned, slip

ON_LIST = KnownGroup(5, "随行人员", 2, 1)


def test_a_group_on_the_list_is_the_same_or_counted_anew():
    known = knowing(groups=(ON_LIST,))
    same, more = group("随行人员", 2, organization="武大"), group("随行人员", 3, organization="武大")
    assert acts(planned(same, known=known)) == [("same", [])]
    (row,) = planned(more, known=known)
    taken = Candidate(
        "随行人员", "武汉大学", "", "", ("same_group",), group_id=5, differences=(Difference("count", "2", "3"),)
    )
    assert (row.action, row.candidate, row.candidates) == (Action.UPDATE, taken, (taken,))


def test_two_rows_alike_in_one_slip_are_two_groups():
    rows = [group(organization="武汉大学", row=number) for number in (4, 6)]
    assert acts(planned(*rows)) == [("add", [])] * 2
    assert acts(planned(*rows, known=knowing(groups=(KnownGroup(5, "随行2人", 2, 1),)))) == [("same", []), ("add", [])]


def test_the_same_group_in_another_slip_is_a_doubt():
    files = [file_of(group(organization="武汉大学"), name=name) for name in ("a.xlsx", "b.xlsx")]
    rows = plan_import(files, knowing()).rows
    assert acts(rows) == [("add", []), ("doubt", ["like_group"])]
    assert rows[1].reasons[0].values == {"place": "a.xlsx › Sheet1 › 5", "name": "随行2人"}
    assert [one.row_key for one in rows[1].candidates] == [0]


def test_a_group_of_another_unit_or_without_a_label_is_one_of_its_own():
    known = knowing(groups=(ON_LIST,))
    rows = planned(group("随行人员", 2), group("", None, remarks="待定"), slip(), known=known)
    assert acts(rows) == [("add", [])] * 3
