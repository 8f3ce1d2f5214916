"""Parties, areas, state and key of an agreement; facts filled in where they belong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from models.actions.edit_agreement import (
    add_party,
    edit_agreement,
    move_parties,
    remove_parties,
    set_areas,
    set_liaison,
    set_party_unit,
    set_signatory,
    set_witness,
)
from models.actions.fill_fact import as_count, fill_fact
from models.agreement_facts import FactKind, FactPlace
from models.codes import AgreementStatus
from models.records import Agreement, AgreementParty, Organization, Person
from models.store.workspace import Workspace, open_workspace
from tests.factories import make_agreement, make_appointment, make_meeting, make_organization, make_party, make_person
from tests.models.store.stored import content, refused


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Agreement 1 between units 1 and 2, witness 3; person 1 holds a post at unit 1."""
    file = tmp_path_factory.mktemp("parties") / "made.sqlite"
    with open_workspace(file, client="clerk") as opened, opened.change("load_sample", meeting="m") as session:
        agreement = make_agreement(session, make_meeting(session))
        units = [make_organization(session, name) for name in ("武汉大学", "上党区", "教育局")]
        for place, unit in enumerate(units):
            make_party(session, agreement, unit, position=place, is_witness=place == 2)
        person = make_person(session)
        titles = {"title_zh": "院长", "title_en": "Dean", "department_zh": "文学院", "department_en": ""}
        make_appointment(session, person, units[0], **titles)
    return file


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """A copy of it, this test's own."""
    return open_workspace(shutil.copy(made, tmp_path / "own.sqlite"), client="clerk")


def after(workspace: Workspace, work: Callable[[Session], object]) -> list[tuple[Any, ...]]:
    """The parties after one change, which is undone and redone, equal at both ends."""
    before = content(workspace)
    with workspace.change("edit_party") as session:
        work(session)
    changed = content(workspace)
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == changed
    with workspace.read() as session:
        return [(p.id, p.organization_id, p.is_witness) for p in session.get_one(Agreement, 1).parties]


def party(workspace: Workspace, *names: str) -> tuple[Any, ...]:
    with workspace.read() as session:
        return tuple(getattr(session.get_one(AgreementParty, 1), name) for name in names)


def test_a_new_party_stands_before_the_witnesses(workspace: Workspace) -> None:
    with workspace:
        assert after(workspace, lambda session: add_party(session, 1, unit="和穗公司")) == [
            (1, 1, False),
            (2, 2, False),
            (4, 4, False),
            (3, 3, True),
        ]


def test_a_new_party_of_a_known_name_is_the_known_unit(workspace: Workspace) -> None:
    with workspace:
        assert after(workspace, lambda session: add_party(session, 1, unit=" 武汉大学 ", is_witness=True))[-1] == (
            4,
            1,
            True,
        )


def test_there_are_ten_parties_at_most(workspace: Workspace) -> None:
    with workspace, refused("too_many_parties", most=10), workspace.change("add_party") as session:
        for _place in range(9):
            add_party(session, 1)


def test_the_others_move_up(workspace: Workspace) -> None:
    with workspace:
        assert after(workspace, lambda session: remove_parties(session, [1, 3])) == [(2, 2, False)]


def test_parties_change_places_and_witnesses_stay_behind(workspace: Workspace) -> None:
    with workspace:
        moved = after(workspace, lambda session: move_parties(session, [3, 2], before_id=1))
        assert [row[0] for row in moved] == [2, 1, 3]
        assert [row[0] for row in after(workspace, lambda session: set_witness(session, 2, True))] == [1, 2, 3]


def test_a_signatory_signs_as_what_they_are_there(workspace: Workspace) -> None:
    with workspace:
        after(workspace, lambda session: set_signatory(session, 1, 1))
        assert party(workspace, "signatory_id", "capacity_zh", "capacity_en") == (1, "院长", "Dean")
        after(workspace, lambda session: set_signatory(session, 1, "王五"))
        assert party(workspace, "signatory_id", "capacity_zh") == (2, "院长")
        after(workspace, lambda session: set_signatory(session, 1, None))
        assert party(workspace, "signatory_id") == (None,)


def test_the_department_of_the_contact_is_proposed(workspace: Workspace) -> None:
    with workspace:
        after(workspace, lambda session: set_liaison(session, 1, 1))
        assert party(workspace, "liaison_id", "liaison_department_zh") == (1, "文学院")


def test_a_unit_is_created_in_place(workspace: Workspace) -> None:
    with workspace:
        assert after(workspace, lambda session: set_party_unit(session, 1, "Hesui Ltd."))[0] == (1, 4, False)
        with workspace.read() as session:
            assert (session.get_one(Organization, 4).name_zh, session.get_one(Organization, 4).name_en) == (
                "",
                "Hesui Ltd.",
            )


def test_areas_are_replaced_in_order(workspace: Workspace) -> None:
    with workspace:
        for areas in ((("人才", "talent"), (" ", ""), ("科技", "")), (("科技", "science"),)):
            after(workspace, lambda session, areas=areas: set_areas(session, 1, areas))
            with workspace.read() as session:
                stored = [(row.text_zh, row.text_en) for row in session.get_one(Agreement, 1).areas]
            assert stored == [area for area in areas if area[0].strip()]


def test_only_what_is_being_prepared_has_a_state_by_hand(workspace: Workspace) -> None:
    with workspace:
        after(
            workspace, lambda session: edit_agreement(session, 1, {"status": AgreementStatus.UNDER_REVIEW, "key": "x"})
        )
        told = {"agreement": "战略合作框架协议"}
        with refused("status_not_by_hand", **told), workspace.change("edit_agreement") as session:
            edit_agreement(session, 1, {"status": AgreementStatus.SIGNED})


FACTS = [
    (FactPlace(FactKind.TEXT, "organization", 1, "address", ""), {"zh": "珞珈山"}, ("address_zh", "珞珈山")),
    (FactPlace(FactKind.PLAIN, "organization", 1, "credit_code", ""), {"": "12"}, ("credit_code", "12")),
]


@pytest.mark.parametrize(("place", "values", "stored"), FACTS)
def test_a_fact_of_a_unit_is_stored_there(
    workspace: Workspace, place: FactPlace, values: dict[str, Any], stored: tuple[str, str]
) -> None:
    with workspace:
        after(workspace, lambda session: fill_fact(session, 1, place, values))
        with workspace.read() as session:
            assert getattr(session.get_one(Organization, 1), stored[0]) == stored[1]


def test_facts_of_the_agreement_are_stored_there(workspace: Workspace) -> None:
    places = [
        (FactPlace(FactKind.DATE, "agreement", 1, "starts_on", ""), {"": date(2027, 5, 1)}),
        (FactPlace(FactKind.NUMBER, "agreement", 1, "term_years", ""), {"": "3"}),
        (FactPlace(FactKind.EACH_PARTY, "agreement", 1, "originals", ""), {"": 2}),
        (
            FactPlace(FactKind.LIST, "agreement_area", 1, "text", ""),
            {"zh": "人才引进、成果转化", "en": "talent; transfer"},
        ),
        (FactPlace(FactKind.TEXT, "variable", 1, "court", ""), {"zh": "法院"}),
        (FactPlace(FactKind.PERSON, "agreement_party", 1, "signatory_id", ""), {"": "Wu Song"}),
    ]
    with workspace:
        for place, values in places:
            after(workspace, lambda session, place=place, values=values: fill_fact(session, 1, place, values))
        with workspace.read() as session:
            made = session.get_one(Agreement, 1)
            assert (made.starts_on, made.term_years, made.originals) == (date(2027, 5, 1), 3, 4)
            assert [p.originals for p in made.parties] == [2, 2, None]
            assert [(a.text_zh, a.text_en) for a in made.areas] == [("人才引进", "talent"), ("成果转化", "transfer")]
            assert [(v.name, v.value_zh) for v in made.variables] == [("court", "法院")]
            assert session.get_one(Person, made.parties[0].signatory_id).name_en == "Wu Song"


def test_an_emptied_answer_is_taken_away(workspace: Workspace) -> None:
    place = FactPlace(FactKind.TEXT, "variable", 1, "court", "")
    with workspace:
        after(workspace, lambda session: fill_fact(session, 1, place, {"zh": "法院", "en": "Court"}))
        after(workspace, lambda session: fill_fact(session, 1, place, {"zh": "", "en": ""}))
        with workspace.read() as session:
            assert session.get_one(Agreement, 1).variables == []


@pytest.mark.parametrize(("typed", "count"), [("", None), (" 12 ", 12), (None, None), (4, 4)])
def test_counts_as_typed(typed: object, count: int | None) -> None:
    assert as_count(typed) == count


@pytest.mark.parametrize("typed", ["-1", "two", "1.5", "1234567"])
def test_what_is_no_count_is_told(typed: str) -> None:
    with refused("not_a_number", typed=typed):
        as_count(typed)
