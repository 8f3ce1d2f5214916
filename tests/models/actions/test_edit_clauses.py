"""Clauses: added, moved, indented, deleted; references follow or are told; each step undone exactly."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models.actions.edit_clauses import (
    NewClause,
    add_clauses,
    delete_clauses,
    edit_clause_text,
    indent_clause,
    move_clauses,
    outdent_clause,
    rename_clause_key,
    set_condition,
)
from models.clause_numbers import tree_numbers
from models.clause_sources import clauses_of_agreement, clauses_of_template
from models.codes import ClauseKind
from models.records import Clause, Meeting
from models.snapshots.take_agreements import _clauses
from models.store.workspace import Workspace, open_workspace
from models.templates import builtin_template
from tests.factories import make_agreement, make_clause, make_meeting
from tests.models.store.stored import content, refused
from tests.sample_snapshots import agreement as shape_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agreement, number 1: recitals 1, purpose 2 with the items 3 and 4, term 5 that names purpose, annex 6."""
    file = tmp_path_factory.mktemp("clauses") / "made.sqlite"
    with open_workspace(file, client="clerk") as opened, opened.change("load_sample", meeting="m") as session:
        agreement = make_agreement(session, make_meeting(session))
        make_clause(session, agreement, "recitals", kind=ClauseKind.RECITALS, heading_zh="", position=0)
        purpose = make_clause(session, agreement, position=1)
        for place in (0, 1):
            item = {"kind": ClauseKind.ITEM, "heading_zh": f"项{place}", "parent_id": purpose.id, "position": place}
            make_clause(session, agreement, "", **item)
        make_clause(session, agreement, "term", heading_zh="期限", body_zh="见{{ article.purpose }}", position=2)
        make_clause(session, agreement, "annex", kind=ClauseKind.ANNEX, heading_zh="清单", position=3)
    return file


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """A copy of it, this test's own."""
    return open_workspace(shutil.copy(made, tmp_path / "own.sqlite"), client="clerk")


def tree(workspace: Workspace) -> list[tuple[int, int | None, str]]:
    """Clauses in printed order with their parents and numbers."""
    with workspace.read() as session:
        rows = session.query(Clause).order_by(Clause.position, Clause.id).all()
        shape = shape_of(clauses=_clauses(rows))
        parents = {row.id: row.parent_id for row in rows}
    return [(number, parents[number], mark) for number, mark in tree_numbers(shape, {}, "zh").items()]


def after(workspace: Workspace, work: Callable[[Session], object]) -> list[tuple[int, int | None, str]]:
    """The tree after one change, which is undone, redone and equal at both ends."""
    before = content(workspace)
    with workspace.change("edit_clause") as session:
        work(session)
    changed = content(workspace)
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == changed
    return tree(workspace)


def test_numbers_of_the_whole_tree(workspace: Workspace) -> None:
    with workspace:
        assert tree(workspace) == [
            (1, None, ""),
            (2, None, "第一条"),
            (3, 2, "（一）"),
            (4, 2, "（二）"),
            (5, None, "第二条"),
            (6, None, "附件1"),
        ]


def test_a_clause_goes_before_another_with_its_items(workspace: Workspace) -> None:
    with workspace:
        moved = after(workspace, lambda session: move_clauses(session, [5], parent_id=None, before_id=2))
    assert [(row, mark) for row, _parent, mark in moved][1:4] == [(5, "第一条"), (2, "第二条"), (3, "（一）")]


def test_an_item_moved_to_the_top_becomes_an_article(workspace: Workspace) -> None:
    with workspace:
        moved = after(workspace, lambda session: outdent_clause(session, 3))
    assert moved[1:4] == [(2, None, "第一条"), (4, 2, "（一）"), (3, None, "第二条")]


def test_an_article_is_indented_below_the_one_before_it(workspace: Workspace) -> None:
    with workspace:
        assert after(workspace, lambda session: indent_clause(session, 5))[4] == (5, 2, "（三）")


def test_the_first_article_and_the_annex_are_not_indented(workspace: Workspace) -> None:
    with workspace:
        before = tree(workspace)
        with workspace.change("edit_clause") as session:
            indent_clause(session, 2)  # only the recitals stand before it
            indent_clause(session, 6)
        assert tree(workspace) == before


@pytest.mark.parametrize(("moved", "parent"), [(2, 3), (2, 2)])
def test_no_clause_goes_below_itself(workspace: Workspace, moved: int, parent: int) -> None:
    with workspace, refused("clause_below_itself"), workspace.change("edit_clause") as session:
        move_clauses(session, [moved], parent_id=parent)


@pytest.mark.parametrize(("moved", "parent"), [(5, 1), (5, 6), (6, 2)])
def test_nothing_goes_below_recitals_and_annexes(workspace: Workspace, moved: int, parent: int) -> None:
    with workspace, refused("clause_too_deep", most=3), workspace.change("edit_clause") as session:
        move_clauses(session, [moved], parent_id=parent)


def test_new_clauses_get_free_keys_and_their_references_follow(workspace: Workspace) -> None:
    new = (
        NewClause(key="term", body_zh="{{ article.term }}{{ article.purpose }}"),
        NewClause(key="purpose", condition="article.term"),
    )
    with workspace:
        after(workspace, lambda session: add_clauses(session, 1, new, after_id=2))
        with workspace.read() as session:
            rows = session.query(Clause).filter(Clause.id > 6).order_by(Clause.position).all()
            assert [(row.key, row.condition, row.body_zh) for row in rows] == [
                ("term_2", "", "{{ article.term_2 }}{{ article.purpose_2 }}"),
                ("purpose_2", "article.term_2", ""),
            ]


def test_new_clauses_stand_before_the_annexes(workspace: Workspace) -> None:
    with workspace:
        added = after(workspace, lambda session: add_clauses(session, 1, [NewClause(items=(NewClause(),))]))
    assert added[5:] == [(7, None, "第三条"), (8, 7, "（一）"), (6, None, "附件1")]


def test_a_clause_that_others_refer_to_is_not_deleted(workspace: Workspace) -> None:
    with workspace, refused("clause_referred_to", clause="合作宗旨", by="期限"), workspace.change("x") as session:
        delete_clauses(session, [2])


def test_a_clause_goes_with_what_refers_to_it_and_with_its_items(workspace: Workspace) -> None:
    with workspace:
        assert after(workspace, lambda session: delete_clauses(session, [2, 5])) == [(1, None, ""), (6, None, "附件1")]


def test_references_follow_a_new_key(workspace: Workspace) -> None:
    with workspace:
        after(workspace, lambda session: rename_clause_key(session, 2, "goal"))
        with workspace.read() as session:
            assert session.get_one(Clause, 5).body_zh == "见{{ article.goal }}"


@pytest.mark.parametrize(
    ("key", "code", "values"),
    [
        ("term", "clause_key_taken", {"key": "term"}),
        ("1st", "clause_key_invalid", {"key": "1st"}),
        ("", "clause_referred_to", {"clause": "合作宗旨", "by": "期限"}),
    ],
)
def test_keys_that_cannot_be(workspace: Workspace, key: str, code: str, values: dict[str, object]) -> None:
    with workspace, refused(code, **values), workspace.change("edit_clause") as session:
        rename_clause_key(session, 2, key)


def test_words_are_stored_even_if_they_cannot_be_read(workspace: Workspace) -> None:
    with workspace:
        after(
            workspace,
            lambda session: edit_clause_text(
                session, 5, {"body_zh": "{{ x"}, expected={"body_zh": "见{{ article.purpose }}"}
            ),
        )
        with workspace.read() as session:
            assert session.get_one(Clause, 5).body_zh == "{{ x"


def test_only_texts_are_edited_as_texts(workspace: Workspace) -> None:
    with workspace, pytest.raises(ValueError, match="kind"), workspace.change("edit_clause") as session:
        edit_clause_text(session, 5, {"kind": "annex"})


def test_a_condition_must_be_readable(workspace: Workspace) -> None:
    with workspace:
        assert (5, None, "第二条") not in after(workspace, lambda session: set_condition(session, 5, "party_c"))
        with pytest.raises(Exception, match="template"), workspace.change("edit_clause") as session:
            set_condition(session, 5, "party_c and")


def test_a_template_is_taken_over_whole(workspace: Workspace) -> None:
    template = builtin_template("commissioner")
    with workspace:
        with workspace.change("add_agreement") as session:
            made = make_agreement(session, session.get_one(Meeting, 1), "other")
            add_clauses(session, made.id, clauses_of_template(template))
        with workspace.read() as session:
            rows = session.query(Clause).filter_by(agreement_id=2).order_by(Clause.position, Clause.id).all()
            taken = clauses_of_agreement(shape_of(clauses=_clauses(rows)))
    assert [(one.key, one.body_zh, len(one.items)) for one in taken] == [
        (one.key, one.body.zh, len(one.items)) for one in template.clauses
    ]
