"""Where people sit in the meeting: the code of their seat, as it stands on cards and in messages."""

from __future__ import annotations

from models.codes import SeatLayout
from models.snapshots.shapes import MeetingSnapshot, Seat

_MEETING = (SeatLayout.ROSTRUM, SeatLayout.FACING, SeatLayout.ROUND, SeatLayout.AUDIENCE, SeatLayout.SIGNING_TABLE)


def seat_codes(snapshot: MeetingSnapshot) -> dict[int, str]:
    """The code of each attendee's seat by id: of the meeting itself, not of the photo or the banquet."""
    codes: dict[int, str] = {}
    for layout in _MEETING:
        for plan in (one for one in snapshot.seat_plans if one.layout is layout):
            for seat in plan.seats:
                if seat.attendee is not None:
                    codes.setdefault(seat.attendee.id, _code(seat))
    return codes


def _code(seat: Seat) -> str:
    return seat.label or f"{seat.row}-{seat.position}"
