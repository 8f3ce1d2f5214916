"""Edits of visits and the ceremony, taken back and done again exactly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.orm import Session

from models.actions import edit_ceremony, edit_visits, vehicles
from models.records import Meeting
from models.store.workspace import open_workspace
from tests import factories as make
from tests.models.actions.test_undo_of_actions import round_trip
from tests.models.store.stored import content


def prepare(session: Session) -> Meeting:
    """A meeting, number 1, with four attendees."""
    meeting = make.make_meeting(session)
    for rank, name in enumerate(("梁涛", "李强", "王明", "赵敏")):
        make.make_attendance(session, meeting, make.make_person(session, name), rank=rank)
    return meeting


STEPS: tuple[Callable[[Session], object], ...] = (
    lambda session: edit_visits.add_route(session, 1, label_zh="A线", label_en="Route A"),
    lambda session: edit_visits.add_stop(session, 1, place_zh="一厂"),
    lambda session: edit_visits.add_stop(session, 1, place_zh="二厂", before_id=1),
    lambda session: edit_visits.move_stops(session, 1, [1], before_id=2),
    lambda session: edit_visits.duplicate_stops(session, 1, [2]),
    lambda session: edit_visits.duplicate_route(session, 1, label_zh="B线", label_en="Route B"),
    lambda session: edit_visits.move_route(session, 2, to_position=0),
    lambda session: vehicles.add_vehicle(session, 1, label_zh="1号车", label_en="Car 1", seats=2),
    lambda session: vehicles.add_vehicle(session, 1, label_zh="2号车", label_en="Car 2", seats=2),
    lambda session: edit_visits.add_members(session, 1, [4, 3, 2, 1]),
    lambda session: vehicles.choose_leader(session, 2, 4),
    lambda session: vehicles.fill_seats(session, 1),
    lambda session: vehicles.seat_people(session, 1, [4], seat=0),
    lambda session: vehicles.move_vehicle(session, 2, to_position=0),
    lambda session: vehicles.fill_seats(session, 1, anew=True),
    lambda session: vehicles.unseat_people(session, 1, [1, 4]),
    lambda session: edit_visits.move_members(session, 1, [2, 3], to_route_id=2),
    lambda session: vehicles.delete_vehicle(session, 1),
    lambda session: edit_visits.delete_stops(session, 1, [1, 2]),
    lambda session: edit_visits.delete_route(session, 1),
)


def test_each_step_of_planning_visits(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        with workspace.change("load_sample", meeting="m") as session:
            prepare(session)
        before = content(workspace)
        for step in STEPS:
            with workspace.change("edit_visits") as session:
                step(session)
        round_trip(workspace, len(STEPS))
        for _step in STEPS:
            workspace.undo()
        assert content(workspace) == before


CEREMONY: tuple[Callable[[Session], object], ...] = (
    lambda session: edit_ceremony.add_round(session, 1),
    lambda session: edit_ceremony.add_round(session, 1),
    lambda session: edit_ceremony.move_rows(session, "signing_round", [2], before_id=1),
    lambda session: edit_ceremony.add_agreements(session, 1, [1, 2]),
    lambda session: edit_ceremony.call_signatories(session, 1),
    lambda session: edit_ceremony.add_people(session, 1, [3, 4]),
    lambda session: edit_ceremony.move_agreements(session, 1, [2], before_id=1),
    lambda session: edit_ceremony.move_people(session, 1, [3], before_id=1),
    lambda session: edit_ceremony.add_plaque(session, 1, text_zh="基地"),
    lambda session: edit_ceremony.add_cue_line(session, 1, text_zh="开会"),
    lambda session: edit_ceremony.add_cue_line(session, 1, text_zh="入场", before_id=1),
    lambda session: edit_ceremony.add_seat_plan(session, 1, title_zh="主席台"),
    lambda session: edit_ceremony.remove_agreements(session, 1, [2]),
    lambda session: edit_ceremony.remove_people(session, 1, [1]),
    lambda session: edit_ceremony.delete_rows(session, "signing_round", [1, 2]),
    lambda session: edit_ceremony.delete_rows(session, "plaque_award", [1]),
)


def test_each_step_of_preparing_the_ceremony(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        with workspace.change("load_sample", meeting="m") as session:
            meeting = prepare(session)
            for number in (1, 2):
                make.make_party(session, make.make_agreement(session, meeting, f"a{number}"), None, signatory_id=number)
        before = content(workspace)
        for step in CEREMONY:
            with workspace.change("edit_ceremony") as session:
                step(session)
        round_trip(workspace, len(CEREMONY))
        for _step in CEREMONY:
            workspace.undo()
        assert content(workspace) == before
