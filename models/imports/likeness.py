"""Whether a row is somebody known already: surely, perhaps, or only of the same name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from models.imports.somebody import Place, Somebody
from models.rules.unit_names import may_be_same


class Verdict(IntEnum):
    """How likely it is, the likeliest first."""

    SURE = 0  # the name, and a phone or the unit
    DOUBT = 1
    NAMESAKE = 2  # the name alone, and what else is known differs
    SHARED_PHONE = 3  # the phone alone: an office's, or a secretary's
    NOBODY = 4


@dataclass(frozen=True, slots=True)
class Judgment:
    """How likely it is, and why; the first reason is the one told."""

    verdict: Verdict
    reasons: tuple[str, ...] = ()


NOBODY = Judgment(Verdict.NOBODY)


class Unit(IntEnum):
    """How two places of work compare."""

    SAME = 0
    OTHER_DEPARTMENT = 1
    SIMILAR = 2  # one name is the end or the beginning of the other (农业农村局, 上党区农业农村局); 发改局, 发改委
    UNKNOWN = 3
    OTHER = 4


def judge(row: Somebody, known: Somebody) -> Judgment:
    """Compare. The same name alone is never enough, and what speaks against it leaves a doubt."""
    unit = compare_units(row, known)
    same_phone = bool(row.phones & known.phones)
    other_phone = bool(row.mobiles and known.mobiles) and not row.mobiles & known.mobiles
    ids = (row.values.get("id_number", "").upper(), known.values.get("id_number", "").upper())
    same_id, other_id = all(ids) and ids[0] == ids[1], all(ids) and ids[0] != ids[1]
    if any(mine[0] == theirs[0] for mine in row.names for theirs in known.names):
        marks = _marks(row, known, same_phone=same_phone, same_id=same_id, unit=unit)
        return _of_same_name(marks, unit, other_phone=other_phone and not same_id, other_id=other_id)
    if same_id:
        alike = _alike(row, known)
        return Judgment(Verdict.DOUBT, ("same_id", alike) if alike else ("same_id",))
    return _of_other_name(row, known, unit, told_apart=other_phone or other_id, same=same_phone)


def _marks(row: Somebody, known: Somebody, *, same_phone: bool, same_id: bool, unit: Unit) -> tuple[str, ...]:
    """What besides the name speaks for it."""
    email = row.values.get("email", "").lower()
    spoken = {
        "name_and_phone": same_phone,
        "name_and_id": same_id,
        "name_and_unit": unit is Unit.SAME,
        "name_and_email": bool(email) and email == known.values.get("email", "").lower(),
    }
    return tuple(reason for reason, holds in spoken.items() if holds)


def _of_same_name(marks: tuple[str, ...], unit: Unit, *, other_phone: bool, other_id: bool) -> Judgment:
    if marks and other_id:
        return Judgment(Verdict.DOUBT, ("other_id", *marks))
    if marks == ("name_and_unit",) and other_phone:
        return Judgment(Verdict.DOUBT, ("other_phone", *marks))
    if marks:
        return Judgment(Verdict.SURE, marks)
    if other_id:
        return Judgment(Verdict.NAMESAKE, ("namesake",))
    if unit is Unit.SIMILAR:
        return Judgment(Verdict.DOUBT, ("similar_unit",))
    if other_phone or unit is Unit.OTHER:
        return Judgment(Verdict.NAMESAKE, ("namesake",))
    reason = "other_department" if unit is Unit.OTHER_DEPARTMENT else "same_name_only"
    return Judgment(Verdict.DOUBT, (reason,))


def _of_other_name(row: Somebody, known: Somebody, unit: Unit, *, told_apart: bool, same: bool) -> Judgment:
    """Names that look or sound alike need a phone or a unit; other names need both number and all but one character."""
    if not same and (unit is not Unit.SAME or told_apart):
        return NOBODY
    alike = _alike(row, known)
    if alike:
        return Judgment(Verdict.DOUBT, (alike, "same_phone" if same else "same_unit"))
    if not same:
        return NOBODY
    if any(_one_apart(mine[0], theirs[0]) for mine in row.names for theirs in known.names):
        return Judgment(Verdict.DOUBT, ("one_character", "same_phone"))
    return Judgment(Verdict.SHARED_PHONE, ("shared_phone",))


def _alike(row: Somebody, known: Somebody) -> str:
    pairs = [(mine, theirs) for mine in row.names for theirs in known.names]
    if any(mine[1] == theirs[1] for mine, theirs in pairs):
        return "looks_alike"
    return "sounds_alike" if any(mine[2] == theirs[2] for mine, theirs in pairs) else ""


def _one_apart(one: str, other: str) -> bool:
    """张伟民, 张卫民; of two characters one in common says nothing."""
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def compare_units(row: Somebody, known: Somebody) -> Unit:
    """The best that any of their places comes to."""
    if not row.units or not known.units:
        return Unit.UNKNOWN
    return min(_compare(mine, theirs) for mine in row.units for theirs in known.units)


def _compare(one: Place, other: Place) -> Unit:
    if one.unit == other.unit:
        differ = one.department and other.department and one.department != other.department
        return Unit.OTHER_DEPARTMENT if differ else Unit.SAME
    if not set(one.marks()).isdisjoint(other.marks()):
        return Unit.SAME
    if any(_is_part(mine, theirs) for mine in _whole(one) for theirs in _whole(other)):
        return Unit.SIMILAR
    if any(may_be_same(mine, theirs) for mine in one.spellings for theirs in other.spellings):
        return Unit.SIMILAR
    return Unit.OTHER


def says_less(row: Somebody, known: Somebody) -> bool:
    """Whether the row names a unit that is known more exactly: 财政局, where 上党区财政局 is known."""
    said = {name for place in row.units for name in place.spellings if len(name) > 2}
    return any(name.endswith(tuple(said)) for place in known.units for name in _whole(place)) if said else False


def _whole(place: Place) -> set[str]:
    """The unit with its department, in one word."""
    return {spelling + place.department for spelling in place.spellings}


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and (long.startswith(short) or long.endswith(short))
