"""Editing the ceremony: rounds, plaques, the host's lines and seat plans as they are stored afterwards."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import edit_ceremony as edit
from models.codes import RoundPart, SeatLayout
from models.errors import KnownError
from models.records import Agreement, CueLine, Meeting, PlaqueAward, SeatPlan, SigningRound
from tests import factories as make


@pytest.fixture
def meeting(session: Session) -> Meeting:
    """A meeting of three people."""
    made = make.make_meeting(session)
    for rank, name in enumerate(("梁涛", "李强", "王明")):
        make.make_attendance(session, made, make.make_person(session, name), rank=rank)
    return made


def order(session: Session, kind: type, column: str) -> list[tuple[str, int]]:
    """A text of each row and its place, in order."""
    session.flush()
    session.expire_all()
    return [(getattr(row, column), row.position) for row in session.scalars(select(kind).order_by(kind.position))]


def stage(session: Session, round_id: int) -> list[tuple[int, RoundPart, int | None, int]]:
    """Who is on stage: person, part, agreement, place."""
    session.flush()
    session.expire_all()
    people = session.get_one(SigningRound, round_id).people
    return [(row.attendance_id, row.part, row.agreement_id, row.position) for row in people]


def table(session: Session, round_id: int) -> list[tuple[int, int]]:
    """What is signed: agreement and place."""
    session.flush()
    session.expire_all()
    return [(row.agreement_id, row.position) for row in session.get_one(SigningRound, round_id).agreements]


def agreements(session: Session, meeting: Meeting, count: int) -> list[Agreement]:
    """Agreements, each signed by the person of its number and by somebody who does not attend."""
    made = [make.make_agreement(session, meeting, f"a{number}") for number in range(1, count + 1)]
    absent = make.make_person(session, "赵敏")
    for number, agreement in enumerate(made, 1):
        make.make_party(session, agreement, None, signatory_id=number)
        make.make_party(session, agreement, None, signatory_id=absent.id, position=1)
        make.make_party(session, agreement, None, signatory_id=3, is_witness=True, position=2)
    return made


def test_rounds_are_called_by_their_number(session: Session, meeting: Meeting) -> None:
    first = edit.add_round(session, meeting.id)
    edit.add_round(session, meeting.id, title_en=" Finale ")
    assert order(session, SigningRound, "title_zh") == [("第一轮", 0), ("", 1)]
    assert (session.get_one(SigningRound, first).title_en, first) == ("Round 1", 1)
    assert order(session, SigningRound, "title_en")[1] == ("Finale", 1)


def test_plaques_and_seat_plans_are_added_last(session: Session, meeting: Meeting) -> None:
    edit.add_plaque(session, meeting.id, text_zh=" 优质生源基地 ")
    edit.add_plaque(session, meeting.id, text_en="Practice Base")
    edit.add_seat_plan(session, meeting.id, title_zh="主席台")
    edit.add_seat_plan(session, meeting.id, layout=SeatLayout.PHOTO)
    assert order(session, PlaqueAward, "text_zh") == [("优质生源基地", 0), ("", 1)]
    assert order(session, SeatPlan, "layout") == [(SeatLayout.ROSTRUM, 0), (SeatLayout.PHOTO, 1)]


def test_a_line_is_added_in_front_of_another(session: Session, meeting: Meeting) -> None:
    first = edit.add_cue_line(session, meeting.id, text_zh="开会")
    edit.add_cue_line(session, meeting.id, text_zh="散会")
    edit.add_cue_line(session, meeting.id, text_zh="入场", before_id=first)
    assert order(session, CueLine, "text_zh") == [("入场", 0), ("开会", 1), ("散会", 2)]


def test_rows_move_together_and_leave_no_gap_when_deleted(session: Session, meeting: Meeting) -> None:
    ids = [edit.add_cue_line(session, meeting.id, text_zh=text) for text in "甲乙丙丁"]
    edit.move_rows(session, "cue_line", [ids[3], ids[2]], before_id=ids[0])
    assert order(session, CueLine, "text_zh") == [("丙", 0), ("丁", 1), ("甲", 2), ("乙", 3)]
    edit.delete_rows(session, "cue_line", [ids[2], ids[0], 99])
    assert order(session, CueLine, "text_zh") == [("丁", 0), ("乙", 1)]
    edit.delete_rows(session, "cue_line", [99])
    with pytest.raises(KnownError, match="record_gone"):
        edit.move_rows(session, "cue_line", [99], before_id=None)


def test_lines_of_a_deleted_round_stay(session: Session, meeting: Meeting) -> None:
    round_id = edit.add_round(session, meeting.id)
    make.make_cue_line(session, meeting, round_id=round_id)
    make.make_round_agreement(session, edit.round_of(session, round_id), agreements(session, meeting, 1)[0])
    edit.delete_rows(session, "signing_round", [round_id])
    assert [line.round_id for line in session.scalars(select(CueLine))] == [None]
    assert order(session, SigningRound, "title_zh") == []


def test_agreements_stand_once_from_left_to_right(session: Session, meeting: Meeting) -> None:
    round_id = edit.add_round(session, meeting.id)
    a, b, c = (agreement.id for agreement in agreements(session, meeting, 3))
    edit.add_agreements(session, round_id, [b, a, b])
    edit.add_agreements(session, round_id, [a, c])
    assert table(session, round_id) == [(b, 0), (a, 1), (c, 2)]
    edit.move_agreements(session, round_id, [c], before_id=b)
    assert table(session, round_id) == [(c, 0), (b, 1), (a, 2)]
    edit.add_people(session, round_id, [1], agreement_id=b)
    edit.remove_agreements(session, round_id, [b])
    assert table(session, round_id) == [(c, 0), (a, 1)]
    assert stage(session, round_id) == [(1, RoundPart.WITNESS, None, 0)]


def test_signatories_who_attend_are_called_once(session: Session, meeting: Meeting) -> None:
    round_id = edit.add_round(session, meeting.id)
    a, b = (agreement.id for agreement in agreements(session, meeting, 2))
    edit.add_agreements(session, round_id, [b, a])
    assert edit.call_signatories(session, round_id) == 2
    assert edit.call_signatories(session, round_id) == 0
    assert stage(session, round_id) == [(2, RoundPart.SIGNATORY, b, 0), (1, RoundPart.SIGNATORY, a, 1)]


def test_people_are_added_moved_and_taken_off_the_stage(session: Session, meeting: Meeting) -> None:
    round_id = edit.add_round(session, meeting.id)
    first, second, third = edit.add_people(session, round_id, [3, 1, 3, 2])
    edit.move_people(session, round_id, [third], before_id=first)
    assert [row[0] for row in stage(session, round_id)] == [2, 3, 1]
    edit.remove_people(session, round_id, [first, second])
    assert stage(session, round_id) == [(2, RoundPart.WITNESS, None, 0)]


def test_a_round_that_is_gone_is_named(session: Session) -> None:
    with pytest.raises(KnownError) as caught:
        edit.add_people(session, 7, [1])
    assert (caught.value.code, caught.value.values) == ("record_gone", {"record": "signing_round", "number": 7})
