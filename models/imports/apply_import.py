"""Writes a plan: one change, one undo step. What was shown is written; what somebody else has changed since is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.actions.edit_record import record_of
from models.codes import Qualifier
from models.imports.list_places import Sides, put_behind
from models.imports.no_collection import collect_young
from models.imports.plan import Action, Decision, Difference, ImportPlan
from models.imports.plan_groups import COUNT, label_of, origin_of
from models.imports.stored_fields import UNIT, as_text, storable
from models.imports.targets import Step, Target, steps_of, targets_of
from models.imports.unit_numbers import UnitNumbers
from models.imports.write_row import RowWriter, note_source
from models.records import Attendance, AttendeeGroup, Person
from models.rules.person_names import is_han
from models.store.images import in_chunks

AT_ONCE = 250  # people made before progress is told: a fifth of a second

Given = TypeVar("Given")
Progress = Callable[[int, int], object]


@dataclass(slots=True)
class Imported:
    """What an import has written, in rows of the plan; nobody is named here."""

    added: int = 0
    updated: int = 0
    same: int = 0
    groups: int = 0
    left_in_doubt: int = 0  # doubts nobody decided: not imported
    refused: int = 0
    units_made: int = 0
    kept_meanwhile: int = 0  # fields that somebody else had changed since the plan was made
    kept_slips: tuple[str, ...] = ()
    slips_not_kept: tuple[str, ...] = ()  # gone, changed or too large by the time
    attendance_ids: tuple[int, ...] = ()  # those added, in the order of the slips


def apply_import(
    session: Session,
    plan: ImportPlan,
    decisions: Mapping[int, Decision],
    *,
    progress: Progress = lambda _done, _total: None,
) -> Imported:
    """Write the rows, inside a change. Doubts without a decision are left out and counted. KnownError: record_gone."""
    record_of(session, "meeting", plan.meeting_id)
    steps = steps_of(plan, decisions)
    done = _counted(plan, decisions)
    units = UnitNumbers(session)
    units.make(step.row.slip.values.get(UNIT, "") for step in steps if _names_unit(step))
    targets = targets_of(steps)
    importing = _Import(session, plan.meeting_id, units, done)
    importing.write_people([target for target in targets if not target.is_group], progress)
    importing.write_groups([target for target in targets if target.is_group])
    done.units_made, done.kept_meanwhile = units.made, importing.writer.kept_meanwhile
    session.flush()
    return done


def _counted(plan: ImportPlan, decisions: Mapping[int, Decision]) -> Imported:
    counts = plan.counts(decisions)
    return Imported(left_in_doubt=counts[Action.DOUBT], refused=counts[Action.REFUSE])


def _names_unit(step: Step) -> bool:
    """Whether the unit of the row will be written."""
    known = step.candidate is not None and step.candidate.row_key is None
    return not known or any(each.field == UNIT for each in step.written)


class _Steps:
    """Tells how far it is, in people made and in entries written."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def of(self, some: Sequence[Given]) -> Iterator[Sequence[Given]]:
        """So many at a time."""
        for start in range(0, len(some), AT_ONCE):
            yield (part := some[start : start + AT_ONCE])
            self._done += len(part)
            self._progress(min(self._done, self._total), self._total)
            collect_young()


class _Import:
    """One import into a meeting."""

    def __init__(self, session: Session, meeting_id: int, units: UnitNumbers, done: Imported) -> None:
        self._session, self._meeting_id, self._units, self._done = session, meeting_id, units, done
        self._sides = Sides(session, meeting_id)
        self.writer = RowWriter(session, meeting_id, units)
        query = select(Attendance).where(Attendance.meeting_id == meeting_id)
        self._listed = list(session.scalars(query.order_by(Attendance.rank, Attendance.id)))

    def write_people(self, targets: Sequence[Target], progress: Progress) -> None:
        """Those new on the list are made together; then, in the order of the rows, what differs is written."""
        people = self._known([target.person_id for target in targets])
        missing = [target for target in targets if target.person_id not in people]
        steps = _Steps(progress, len(missing) + len(targets))
        made = self._make(missing, steps)
        there = {row.person_id: row for row in self._listed}
        on_list = {row.id: row for row in self._listed}
        new: list[tuple[Attendance, Target]] = []
        rows: list[tuple[Attendance, int, Sequence[Step]]] = []
        for target in targets:
            person_id = made.get(id(target)) or people[target.person_id].id
            attendance = on_list.get(target.attendance_id or 0) or there.get(person_id)
            left = target.steps
            if attendance is None:
                attendance, left = self.writer.attendance(target.steps[0].row, person_id), target.steps[1:]
                attendance.side_id = self._sides.of(self._unit_of(target, people))
                new.append((attendance, target))
            if left:
                rows.append((attendance, person_id, left))
        self._put_on_list(new, people, steps)
        self._update(rows, steps)

    def _make(self, targets: Sequence[Target], steps: _Steps) -> dict[int, int]:
        """Somebody new for each of these; who that is, by the identity of the target."""
        made: dict[int, int] = {}
        for some in steps.of(targets):
            people = [self.writer.person(target.steps[0].row.slip) for target in some]
            self._session.add_all(people)
            self._session.flush()
            made |= {id(target): person.id for target, person in zip(some, people, strict=True)}
        return made

    def _known(self, person_ids: Sequence[int | None]) -> dict[int | None, Person]:
        """The people named, with their posts; one who is gone meanwhile is not among them."""
        found: dict[int | None, Person] = {}
        for chunk in in_chunks([person_id for person_id in person_ids if person_id is not None]):
            query = select(Person).where(Person.id.in_(chunk)).options(selectinload(Person.appointments))
            found |= {person.id: person for person in self._session.scalars(query)}
        return found

    def _put_on_list(
        self, new: Sequence[tuple[Attendance, Target]], people: Mapping[int | None, Person], steps: _Steps
    ) -> None:
        """Each behind the others of its side; somebody known with what the slip says of them otherwise."""
        put_behind(self._listed, [attendance for attendance, _target in new])
        for some in steps.of(new):
            self._session.add_all(attendance for attendance, _target in some)
            self._session.flush()
            for attendance, target in some:
                if target.person_id in people:
                    self.writer.write_person(people[target.person_id], target.steps[0])
                    self.writer.settle_post(attendance, target.steps[0])
        self._done.added += len(new)
        self._done.attendance_ids = tuple(attendance.id for attendance, _target in new)

    def _unit_of(self, target: Target, people: Mapping[int | None, Person]) -> int | None:
        """The unit that the slip names, else that of the first post of somebody known."""
        values = target.steps[0].row.slip.values
        if values.get(UNIT):
            return self._units.post(values[UNIT], "")[0]
        posts = people[target.person_id].appointments if target.person_id in people else ()
        return next((post.organization_id for post in posts), None)

    def _update(self, rows: Sequence[tuple[Attendance, int, Sequence[Step]]], progress: _Steps) -> None:
        for some in progress.of(rows):
            for attendance, person_id, steps in some:
                person = self._session.get_one(Person, person_id)
                for step in steps:
                    wrote = self.writer.update(attendance, person, step)
                    if wrote:
                        note_source(attendance, step.row)
                    is_update = wrote and step.action is not Action.SAME
                    self._done.updated += is_update
                    self._done.same += not is_update

    def write_groups(self, targets: Sequence[Target]) -> None:
        """New groups behind the others; of one on the list how many they are."""
        query = select(AttendeeGroup).where(AttendeeGroup.meeting_id == self._meeting_id)
        there = {row.id: row for row in self._session.scalars(query)}
        place = len(there)
        for target in targets:
            known = there.get(target.group_id or 0)
            if known is None:
                self._session.add(self._group(target.steps[0], place))
                place += 1
                self._done.groups += 1
            else:
                self._recount(known, target)

    def _group(self, step: Step, place: int) -> AttendeeGroup:
        slip = step.row.slip
        label = storable("name_zh", label_of(slip))
        unit_id = self._units.post(slip.values[UNIT], "")[0] if slip.values.get(UNIT) else None
        return AttendeeGroup(
            meeting_id=self._meeting_id,
            side_id=self._sides.of(unit_id),
            organization_id=unit_id,
            position=place,
            stated_count=slip.count,
            qualifier=Qualifier.EXACT,
            source=storable("source", origin_of(step.row.file, slip)),
            source_text=storable("remarks", slip.original),
            **{"label_zh" if any(map(is_han, label)) else "label_en": label},
        )

    def _recount(self, group: AttendeeGroup, target: Target) -> None:
        for step in target.steps:
            counted = [each.slip for each in step.written if each.field == COUNT and self._is_as_seen(group, each)]
            for count in counted:
                group.stated_count = int(count)
            self._done.updated += bool(counted)
            self._done.same += not counted

    def _is_as_seen(self, group: AttendeeGroup, each: Difference) -> bool:
        """Whether the group counts as many as the user saw."""
        same = as_text(group.stated_count) == each.stored
        self.writer.kept_meanwhile += not same
        return same
