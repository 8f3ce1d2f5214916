"""Agreements: drafted, duplicated, reordered, deleted; each one undo step, exact both ways."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.create_agreement import (
    NewParty,
    create_agreement,
    delete_agreements,
    duplicate_agreement,
    move_agreements,
    propose_key,
    rename_agreement_key,
)
from models.codes import AgreementLanguage, AgreementStatus, AgreementTier
from models.records import Agreement, AgreementParty, Base, Clause, Meeting, RoundAgreement
from models.store.workspace import Workspace, open_workspace
from models.templates import builtin_template
from tests.factories import (
    make_agreement,
    make_base,
    make_clause,
    make_meeting,
    make_organization,
    make_party,
    make_revision,
    make_round,
    make_round_agreement,
    make_variable,
)
from tests.models.store.stored import content, refused


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Meeting 1 with the agreements one (1) and two (2); the first has a clause with an item, a party, an answer."""
    file = tmp_path_factory.mktemp("agreements") / "made.sqlite"
    with open_workspace(file, client="clerk") as opened, opened.change("load_sample", meeting="m") as session:
        meeting = make_meeting(session)
        first = make_agreement(session, meeting, "one", number="1号", position=0)
        make_agreement(session, meeting, "two", position=1)
        make_party(session, first, make_organization(session))
        make_variable(session, first, "court", "长治法院")
        clause = make_clause(session, first)
        make_clause(session, first, "", parent_id=clause.id, heading_zh="项")
    return file


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """A copy of it, this test's own."""
    return open_workspace(shutil.copy(made, tmp_path / "own.sqlite"), client="clerk")


def after(workspace: Workspace, work: Callable[[Session], object]) -> None:
    """One change, undone and redone, equal at both ends."""
    before = content(workspace)
    with workspace.change("edit_agreement") as session:
        work(session)
    changed = content(workspace)
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == changed


def keys(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return list(session.scalars(select(Agreement.key).order_by(Agreement.position, Agreement.id)))


def test_an_agreement_is_drafted_between_its_parties(workspace: Workspace) -> None:
    parties = (NewParty(1, capacity_zh="区长"), NewParty())
    with workspace:
        after(
            workspace,
            lambda session: create_agreement(
                session, 1, key="base", template="joint-base", parties=parties, language=AgreementLanguage.SIDE_BY_SIDE
            ),
        )
        with workspace.read() as session:
            made = session.get_one(Agreement, 3)
            told = (made.key, made.position, made.tier, made.language, made.originals, made.title_zh)
            template = builtin_template("joint-base")
            title = template.plain_title.zh
            assert told == ("base", 2, template.tier, AgreementLanguage.SIDE_BY_SIDE, 4, title)
            assert [(p.organization_id, p.capacity_zh, p.originals) for p in made.parties] == [
                (1, "区长", 2),
                (None, "", 2),
            ]
            tops = [clause.key for clause in made.clauses if clause.parent_id is None]
            assert tops == [clause.key for clause in template.clauses]


def test_an_agreement_without_a_template_has_no_text(workspace: Workspace) -> None:
    with workspace:
        after(workspace, lambda session: create_agreement(session, 1, key="own", title_zh=" 备忘录 "))
        with workspace.read() as session:
            made = session.get_one(Agreement, 3)
            assert (made.title_zh, made.tier, made.clauses) == ("备忘录", AgreementTier.PROJECT, [])


@pytest.mark.parametrize(
    ("key", "code"),
    [("one", "agreement_key_taken"), ("", "agreement_key_invalid"), ("A b", "agreement_key_invalid")],
)
def test_keys_that_cannot_be(workspace: Workspace, key: str, code: str) -> None:
    with workspace, refused(code, key=key), workspace.change("edit_agreement") as session:
        create_agreement(session, 1, key=key)


def test_a_key_is_proposed_from_template_and_name() -> None:
    assert propose_key((), "joint-base") == "joint-base"
    assert propose_key(("joint-base", "joint-base-2"), "joint-base") == "joint-base-3"
    assert propose_key((), "commissioner", ["Hesui Agriculture Co., Ltd."]) == "commissioner-hesui-agriculture"
    assert propose_key(("agreement",), "", ["武汉大学"]) == "agreement-2"


def test_another_key(workspace: Workspace) -> None:
    with workspace:
        after(workspace, lambda session: rename_agreement_key(session, 1, "first"))
        assert keys(workspace) == ["first", "two"]
        with refused("agreement_key_taken", key="two"), workspace.change("edit_agreement") as session:
            rename_agreement_key(session, 1, "two")


def test_a_copy_stands_behind_its_original_as_a_draft(workspace: Workspace) -> None:
    with workspace:
        after(workspace, lambda session: duplicate_agreement(session, 1))
        assert keys(workspace) == ["one", "one-2", "two"]
        with workspace.read() as session:
            copy = session.get_one(Agreement, 3)
            assert (copy.number, copy.status, copy.title_zh) == ("", AgreementStatus.DRAFT, "战略合作框架协议")
            assert [(v.name, v.value_zh) for v in copy.variables] == [("court", "长治法院")]
            assert [party.organization_id for party in copy.parties] == [1]
            clauses = session.query(Clause).filter_by(agreement_id=3).order_by(Clause.id).all()
            assert [(c.key, c.heading_zh, c.parent_id) for c in clauses] == [
                ("purpose", "合作宗旨", None),
                ("", "项", 3),
            ]


def test_another_order(workspace: Workspace) -> None:
    with workspace:
        after(workspace, lambda session: move_agreements(session, [2], before_id=1))
        assert keys(workspace) == ["two", "one"]
        after(workspace, lambda session: move_agreements(session, [2]))
        assert keys(workspace) == ["one", "two"]


def test_a_deleted_agreement_leaves_its_rounds(workspace: Workspace) -> None:
    with workspace:
        with workspace.change("add") as session:
            agreement = session.get_one(Agreement, 1)
            make_round_agreement(session, make_round(session, session.get_one(Meeting, 1)), agreement)
            make_base(session, agreement_id=1)
            make_base(session, agreement_id=1, meeting_id=1)
        after(workspace, lambda session: delete_agreements(session, [1]))
        assert keys(workspace) == ["two"]
        with workspace.read() as session:
            left = [session.query(kind).count() for kind in (AgreementParty, Clause, RoundAgreement)]
            assert (left, [(b.id, b.agreement_id) for b in session.query(Base)]) == ([0, 0, 0], [(2, None)])


def test_a_frozen_agreement_is_not_deleted(workspace: Workspace) -> None:
    with workspace:
        with workspace.change("freeze") as session:
            make_revision(session, session.get_one(Agreement, 1))
        told = {"agreement": "战略合作框架协议"}
        with refused("agreement_has_revisions", **told), workspace.change("delete_agreement") as session:
            delete_agreements(session, [1])
