"""Plans the rows that bring people without names: “随行2人”, “待定”."""

from __future__ import annotations

from dataclasses import dataclass

from models.imports.book import Note
from models.imports.known_people import KnownGroup, KnownPeople
from models.imports.plan import Action, Candidate, Difference, PlanRow
from models.imports.somebody import Units, key_of
from models.imports.stored_fields import UNIT
from models.imports.tables import SlipRow

COUNT = "count"  # how many a group is; the one field of it that a slip may say otherwise
Mark = tuple[str, str]  # unit and label


def origin_of(file: str, slip: SlipRow) -> str:
    """Where a row comes from: file › sheet › row, as it is kept with the person."""
    return " › ".join(filter(None, (file, slip.sheet, str(slip.row + 1))))


def label_of(slip: SlipRow) -> str:
    """What a group is called."""
    return slip.values.get("name_zh") or slip.values.get("name_en") or slip.original


@dataclass(slots=True, eq=False)
class _Group:
    """A group on the list, or of a row before."""

    candidate: Candidate
    count: int | None
    file: str = ""  # of the row before
    origin: str = ""
    met_in: str = ""  # the file that has named it already: a second row like it is a second group


class GroupPlanner:
    """A slip sent again brings no group twice; two rows alike in one slip are two groups."""

    def __init__(self, known: KnownPeople, units: Units) -> None:
        self._units = units
        self._groups: dict[Mark, list[_Group]] = {}
        for group in known.groups:
            unit = units.names.get(group.unit_id or 0, "")
            self._groups.setdefault(self._mark(unit, group.label), []).append(_known(group, unit))

    def _mark(self, unit: str, label: str) -> Mark:
        return self._units.place(unit, "").unit if unit else "", key_of(label)

    def plan(self, key: int, file: str, slip: SlipRow) -> PlanRow:
        """The one on the list, one that another slip may have named, or a new one."""
        unit, label = slip.values.get(UNIT, ""), label_of(slip)
        like = self._groups.setdefault(self._mark(unit, label), [])
        free = [group for group in like if file not in (group.met_in, group.file)]
        if not free:
            made = Candidate(label, unit, "", "", ("same_group",), row_key=key)
            like.append(_Group(made, slip.count, file, origin_of(file, slip)))
            return PlanRow(key, file, slip, Action.ADD, slip.notes)
        one = free[0]
        one.met_in = file
        if one.candidate.group_id is None:
            note = Note("like_group", {"place": one.origin, "name": label})
            return PlanRow(key, file, slip, Action.DOUBT, (*slip.notes, note), (one.candidate,))
        taken = _with_difference(one, slip)
        action = Action.UPDATE if taken.differences else Action.SAME
        return PlanRow(key, file, slip, action, slip.notes, (taken,), taken)


def _known(group: KnownGroup, unit: str) -> _Group:
    return _Group(Candidate(group.label, unit, "", "", ("same_group",), group_id=group.id), group.count)


def _with_difference(group: _Group, slip: SlipRow) -> Candidate:
    known = group.candidate
    found: tuple[Difference, ...] = ()
    if slip.count is not None and slip.count != group.count:
        found = (Difference(COUNT, "" if group.count is None else str(group.count), str(slip.count)),)
        group.count = slip.count
    return Candidate(known.name, known.unit, "", "", known.reasons, group_id=known.group_id, differences=found)
