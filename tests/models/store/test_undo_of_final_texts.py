"""A final text is not changed by a step taken back: not by the next client, not by the same one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from models.actions import edit_agreement, edit_clauses, lifecycle
from models.actions.merge_people import merge_people
from models.agreement_assembly import Assembled, packed_agreement, packed_terms
from models.agreement_drift import Drift, printed_facts
from models.codes import AgreementStatus
from models.errors import KnownError
from models.records import Agreement, Person
from models.snapshots.shapes import Bilingual
from models.snapshots.take import take_meeting
from models.store.workspace import Workspace, open_workspace
from tests import factories as make

AT = datetime(2024, 5, 18, 4, 0, tzinfo=UTC)


@pytest.fixture
def clients(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """Two clients of a workspace with a draft that has a party and a clause."""
    file = tmp_path / "w.sqlite"
    with open_workspace(file, client="one") as one, open_workspace(file, client="two") as two:
        with one.change("create_agreement") as session:
            agreement = make.make_agreement(session, make.make_meeting(session))
            signatory = make.make_person(session, "李强")
            unit = make.make_organization(session)
            make.make_party(session, agreement, unit, signatory_id=signatory.id, capacity_zh="副书记")
            make.make_clause(session, agreement)
        yield one, two


def change(workspace: Workspace, act: object) -> None:
    """One step of a client."""
    assert callable(act)
    with workspace.change("edit_clause") as session:
        act(session)


def reword(session: Session) -> None:
    edit_clauses.edit_clause_text(session, 1, {"body_zh": "新条款。"})


def freeze(session: Session) -> None:
    """Make the text final as it is stored."""
    snapshot = take_meeting(session, 1, taken_at=AT)
    (shape,) = snapshot.agreements
    packed = {"agreement": packed_agreement(shape), "facts": printed_facts(snapshot, shape)}
    assembled = Assembled(shape.key, "zh", "a" * 64, {}, {}, terms=packed_terms(shape.clauses), **packed)
    lifecycle.make_final(session, 1, assembled, author="two", at=AT)


def refused(act: object) -> str:
    """The code with which a step is refused."""
    assert callable(act)
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.code


def status(workspace: Workspace) -> AgreementStatus:
    with workspace.read() as session:
        return session.get_one(Agreement, 1).status


def test_an_edit_is_not_undone_or_redone_under_a_final_text(clients: tuple[Workspace, Workspace]):
    one, two = clients
    for edit in (reword, lambda session: edit_agreement.set_signatory(session, 1, "王伟")):
        change(one, edit)
        change(two, freeze)
        assert refused(one.undo) == "agreement_is_final"
        two.undo()
        one.undo()
        change(two, freeze)
        assert refused(one.redo) == "agreement_is_final"
        two.undo()
        one.redo()


def test_what_is_no_part_of_the_text_is_undone(clients: tuple[Workspace, Workspace]):
    one, two = clients
    change(one, lambda session: setattr(session.get_one(Person, 1), "name_zh", "李伟"))
    change(two, freeze)
    one.undo()
    assert status(one) is AgreementStatus.FINAL


def test_two_people_made_one_are_two_again_whatever_text_names_them(clients: tuple[Workspace, Workspace]):
    one, two = clients
    change(one, lambda session: make.make_person(session, "李强"))
    change(two, freeze)
    change(one, lambda session: merge_people(session, 2, 1, values={}))
    for act in (one.undo, one.redo, one.undo):
        act()
    change(one, lambda session: merge_people(session, 2, 1, values={}))
    assert status(one) is AgreementStatus.FINAL


def test_steps_of_the_life_cycle_are_undone_whole(clients: tuple[Workspace, Workspace]):
    one, _two = clients
    change(one, freeze)
    drift = Drift("party_a.post", Bilingual("副书记"), Bilingual("书记"), "")
    given = {"reason": "换届", "author": "one", "at": AT}
    change(one, lambda session: lifecycle.reopen_and_take_over(session, 1, [drift], **given))
    states = [status(one)]
    for act in (one.undo, one.redo):
        act()
        states.append(status(one))
    assert states == [AgreementStatus.DRAFT, AgreementStatus.FINAL, AgreementStatus.DRAFT]
    change(one, reword)
    one.undo()
    one.undo()
    assert status(one) is AgreementStatus.FINAL
