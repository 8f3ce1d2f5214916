"""The posts in which somebody attends, and how editing one leaves the meetings that are over as they were."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of, set_fields
from models.codes import MeetingStatus
from models.errors import KnownError
from models.records import Appointment, Attendance, AttendanceAppointment, Meeting, Person

OVER = (MeetingStatus.CLOSED, MeetingStatus.ARCHIVED)


def used_posts(session: Session, attendance: Attendance) -> list[Appointment]:
    """Those that the attendance names, else those that the person holds on the first day of the meeting."""
    if attendance.appointments:
        named = [session.get(Appointment, use.appointment_id) for use in attendance.appointments]
        return [post for post in named if post is not None]
    person = session.get(Person, attendance.person_id) if attendance.person_id else None
    if person is None:
        return []
    meeting = session.get(Meeting, attendance.meeting_id)
    day = meeting.starts_on if meeting else None
    return [post for post in person.appointments if _is_held(post, day)]


def post_to_edit(session: Session, attendance: Attendance, place: int = 0) -> Appointment:
    """The post at a place, ready to be changed; made where there is none, copied where a meeting that is over shows it.

    The names and titles on the papers of a closed or archived meeting are what they were then.
    """
    posts = used_posts(session, attendance)
    if place >= len(posts):
        return add_post(session, attendance)
    kept = [other for other in _others(session, attendance) if posts[place] in used_posts(session, other)]
    over = [other for other in kept if _is_over(session, other)]
    if not over:
        return posts[place]
    for other in over:
        _pin(session, other, used_posts(session, other))
    made = _copy(session, posts[place])
    now = [*posts[:place], made, *posts[place + 1 :]]
    for other in (attendance, *(other for other in kept if other not in over)):
        _pin(session, other, now)
    return made


def set_post(session: Session, attendance_id: int, appointment_id: int, *, field: str, value: Any, seen: Any) -> None:
    """Change a field of one of the posts. KnownError: record_gone; changed_meanwhile."""
    attendance = record_of(session, "attendance", attendance_id)
    assert isinstance(attendance, Attendance)
    place = next((n for n, post in enumerate(used_posts(session, attendance)) if post.id == appointment_id), None)
    if place is None:
        raise KnownError("record_gone", record="appointment", number=appointment_id)
    post = post_to_edit(session, attendance, place)
    set_fields(session, "appointment", post.id, {field: value}, expected={field: seen})


def add_post(session: Session, attendance: Attendance) -> Appointment:
    """One more post, in which the person attends as well."""
    person = session.get(Person, attendance.person_id)
    assert person is not None
    posts = used_posts(session, attendance)
    pinned = [other for other in _others(session, attendance) if _is_over(session, other)]
    for other in pinned:
        _pin(session, other, used_posts(session, other))
    made = Appointment(person_id=person.id, position=len(person.appointments))
    person.appointments.append(made)
    session.flush()
    if attendance.appointments:
        _pin(session, attendance, [*posts, made])
    return made


def attend_in_new_post(session: Session, attendance: Attendance, **values: Any) -> Appointment:
    """One more post of the person, the only one in which they attend here; at other meetings they attend as before."""
    person = session.get(Person, attendance.person_id)
    assert person is not None
    for other in _others(session, attendance):
        _pin(session, other, used_posts(session, other))
    made = Appointment(person_id=person.id, position=len(person.appointments), **values)
    person.appointments.append(made)
    session.flush()
    _pin(session, attendance, [made])
    return made


def attend_in(session: Session, attendance: Attendance, post: Appointment) -> None:
    """They attend in this one of their posts."""
    _pin(session, attendance, [post])


def remove_post(session: Session, attendance: Attendance, appointment_id: int) -> None:
    """The person attends in this post no longer; a post that no meeting shows any more is deleted."""
    posts = used_posts(session, attendance)
    rest = [post for post in posts if post.id != appointment_id]
    gone = next((post for post in posts if post.id == appointment_id), None)
    if gone is None:
        return
    if any(gone in used_posts(session, other) for other in _others(session, attendance)):
        _pin(session, attendance, rest)
        return
    for use in [use for use in attendance.appointments if use.appointment_id == appointment_id]:
        attendance.appointments.remove(use)
    session.flush()
    person = session.get(Person, attendance.person_id)
    if person is not None:
        person.appointments.remove(gone)


def _others(session: Session, attendance: Attendance) -> Sequence[Attendance]:
    """The attendances of the same person at other meetings."""
    query = select(Attendance).where(Attendance.person_id == attendance.person_id, Attendance.id != attendance.id)
    return session.scalars(query.order_by(Attendance.id)).all()


def _is_over(session: Session, attendance: Attendance) -> bool:
    meeting = session.get(Meeting, attendance.meeting_id)
    return meeting is not None and meeting.status in OVER


def _pin(session: Session, attendance: Attendance, posts: Sequence[Appointment]) -> None:
    """Let an attendance name exactly these posts; what it names already stays the same row."""
    named = {use.appointment_id: use for use in attendance.appointments}
    uses = [named.get(post.id) or AttendanceAppointment(appointment_id=post.id) for post in posts]
    attendance.appointments[:] = uses
    for place, use in enumerate(uses):
        if use.position != place:
            use.position = place
    session.flush()


def _copy(session: Session, post: Appointment) -> Appointment:
    person = session.get(Person, post.person_id)
    assert person is not None
    names = ("organization_id", "department_zh", "department_en", "title_zh", "title_en", "valid_from", "valid_to")
    made = Appointment(position=len(person.appointments), **{name: getattr(post, name) for name in names})
    person.appointments.append(made)
    session.flush()
    return made


def _is_held(post: Appointment, day: date | None) -> bool:
    begun = day is None or post.valid_from is None or post.valid_from <= day
    return begun and (day is None or post.valid_to is None or post.valid_to >= day)
