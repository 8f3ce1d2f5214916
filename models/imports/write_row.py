"""Writes rows of a slip: somebody new with their post, somebody on the list with what differs."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from models.actions.people import CellChange, printed_unit, set_cells, shown
from models.actions.people_posts import attend_in, attend_in_new_post, used_posts
from models.codes import Reply
from models.imports.plan import Action, Difference, PlanRow
from models.imports.plan_groups import origin_of
from models.imports.somebody import key_of
from models.imports.stored_fields import (
    MOST_OTHERWISE,
    OF_ATTENDANCE,
    OF_PERSON,
    OF_POST,
    UNIT,
    as_text,
    columns,
    storable,
    stored_value,
)
from models.imports.tables import SlipRow
from models.imports.targets import Step
from models.imports.unit_numbers import UnitNumbers
from models.records import Appointment, Attendance, Person, PersonAlias

OF_PLACE = (UNIT, *OF_POST)


class RowWriter:
    """Counts the fields that were left alone because somebody else has changed them since they were shown."""

    def __init__(self, session: Session, meeting_id: int, units: UnitNumbers) -> None:
        self._session, self._meeting_id, self._units = session, meeting_id, units
        self._seen: dict[tuple[int, str], set[str]] = {}
        self.kept_meanwhile = 0

    # --- somebody new on the list

    def person(self, slip: SlipRow) -> Person:
        """A new person with the post that the slip names."""
        post = self._post(slip)
        return Person(appointments=[Appointment(**post)] if post else [], **columns(slip.values, OF_PERSON))

    def _post(self, slip: SlipRow) -> dict[str, Any]:
        post = columns(slip.values, OF_POST)
        if slip.values.get(UNIT):
            unit_id, department = self._units.post(slip.values[UNIT], post.get("department_zh", ""))
            post |= {"organization_id": unit_id, "department_zh": department}
        return post

    def attendance(self, row: PlanRow, person_id: int) -> Attendance:
        """A place on the list; a slip that names somebody says that they come, unless it says otherwise."""
        values = {"reply": Reply.CONFIRMED, **columns(row.slip.values, OF_ATTENDANCE)}
        made = Attendance(meeting_id=self._meeting_id, person_id=person_id, **values)
        note_source(made, row)
        return made

    def settle_post(self, attendance: Attendance, step: Step) -> None:
        """Somebody known comes in the post that the slip names, where they hold it; else what differs is written."""
        written = [each for each in step.written if each.field in OF_PLACE]
        if written:
            self._write_post(attendance, step.row.slip, written)
            return
        posts = used_posts(self._session, attendance)
        meant = [post for post in posts if self._is_meant(post, step.row.slip)]
        if len(posts) > 1 and len(meant) == 1:
            attend_in(self._session, attendance, meant[0])

    def _is_meant(self, post: Appointment, slip: SlipRow) -> bool:
        wanted = self._post(slip)
        same_unit = wanted.get("organization_id") in (None, post.organization_id)
        return same_unit and key_of(post.title_zh) == key_of(slip.values.get("title_zh", ""))

    # --- somebody on the list

    def update(self, attendance: Attendance, person: Person, step: Step) -> bool:
        """Write what differs, and that they come; whether anything was written."""
        wrote = self.write_person(person, step)
        places = []
        for each in step.written:
            if each.field in OF_ATTENDANCE and self._is_as_seen(
                attendance, each, _now(attendance, OF_ATTENDANCE, each)
            ):
                value = stored_value(each.field, storable(each.field, each.slip))
                setattr(attendance, OF_ATTENDANCE[each.field], value)
                wrote = True
            elif each.field in OF_PLACE and self._is_as_seen(attendance, each, self._place_now(attendance, each.field)):
                places.append(each)
        if places:
            self._write_post(attendance, step.row.slip, places)
        return self.confirm(attendance, step) or bool(places) or wrote

    def write_person(self, person: Person, step: Step) -> bool:
        """What differs and stays with the person; whether anything was written."""
        wrote, name_before = False, person.name_zh
        for each in step.written:
            if each.field in OF_PERSON and self._is_as_seen(person, each, _now(person, OF_PERSON, each)):
                setattr(person, OF_PERSON[each.field], storable(each.field, each.slip))
                wrote = True
        return _keep_spelling(person, step, name_before) or wrote

    def confirm(self, attendance: Attendance, step: Step) -> bool:
        """A slip came back: who was only invited comes."""
        if "reply" in step.row.slip.values or attendance.reply not in (Reply.UNKNOWN, Reply.INVITED):
            return False
        attendance.reply = Reply.CONFIRMED
        return True

    def _write_post(self, attendance: Attendance, slip: SlipRow, written: list[Difference]) -> None:
        """Another unit is another post; another title or department of this one is written there."""
        fields = {each.field: each.slip for each in written}
        if UNIT in fields:
            attend_in_new_post(self._session, attendance, **self._post(slip))
            attendance.unit_override_zh = attendance.unit_override_en = ""
            attendance.title_override_zh = attendance.title_override_en = ""
            return
        for field, column in OF_POST.items():
            if field in fields:
                now = shown(self._session, attendance, column)
                set_cells(self._session, [CellChange(attendance.id, column, now, storable(field, fields[field]))])

    def _place_now(self, attendance: Attendance, field: str) -> str:
        if field != UNIT:
            return str(shown(self._session, attendance, OF_POST[field]))
        printed = printed_unit(self._session, attendance)
        return printed.zh or printed.en

    def _is_as_seen(self, record: Attendance | Person, each: Difference, now: str) -> bool:
        """Whether the field holds what the user saw, or what an earlier row of this import wrote."""
        seen = self._seen.setdefault((id(record), each.field), set())
        seen |= {each.stored, each.slip}
        if each.field == UNIT:
            same = now in seen or bool(each.stored and key_of(each.stored) in key_of(now))
        else:
            same = now in seen
        self.kept_meanwhile += not same
        return same and now != each.slip


def _keep_spelling(person: Person, step: Step, name_before: str) -> bool:
    """Of two spellings the one that is not the name becomes another name: the next slip with it raises no doubt."""
    found = step.candidate.differences if step.candidate and step.action is not Action.SAME else ()
    given = next((storable("name_zh", each.slip) for each in found if each.field == "name_zh"), "")
    known = {person.name_zh, *(alias.alias for alias in person.aliases)} if given else set()
    others = [name for name in (name_before, given) if given and name and name not in known]
    for name in others:
        person.aliases.append(PersonAlias(alias=name, position=len(person.aliases), language="zh"))
    return bool(others)


def _now(record: Attendance | Person, fields: dict[str, str] | Any, each: Difference) -> str:
    return as_text(getattr(record, fields[each.field]))


def note_source(attendance: Attendance, row: PlanRow) -> None:
    """Where the entry comes from, and the row as it stood there; those of several slips one behind the other."""
    source = storable("source", origin_of(row.file, row.slip))
    sources = [known for known in attendance.source.split("；") if known] if attendance.source else []
    if source in sources:
        return
    while sources and len("；".join((*sources, source))) > MOST_OTHERWISE:
        del sources[0]
    attendance.source = "；".join((*sources, source))
    text = storable("remarks", row.slip.original)
    attendance.source_text = f"{attendance.source_text}\n{text}" if attendance.source_text else text
