"""Offices by their full and their short names: 云岭县工信局 is 云岭县工业和信息化局. Other places are other units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import resources

LEVELS = "省市县区州盟旗"
# Where the place stands within the name, and how that is said shortly.
_SHORTLY = (
    (re.compile(f"^(?:中国共产主义青年团|共青团)(.*[{LEVELS}])委(?:员会)?$"), r"\1团委"),
    (re.compile(f"^(.*)团([{LEVELS}])委$"), r"\1\2团委"),
    (re.compile(f"^(?:中国人民政治协商会议|政协)(.*[{LEVELS}])委员会"), r"\1政协"),
    (re.compile(f"^(?:中国共产党|中共)(.*[{LEVELS}])委(?:员会)?"), r"\1委"),
    (re.compile(f"^(.*[{LEVELS}])委员会(?=.)"), r"\1委"),
    (re.compile("^(?:中国共产党|中共)(?=.)"), ""),
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a place: where ("": not said), what it is called in full, and the offices it may be mistaken for."""

    place: str
    name: str
    family: str


@lru_cache(maxsize=50_000)
def full_name(unit: str) -> str:
    """The unit with the office in full, 云岭县工信局 → 云岭县工业和信息化局; others as they are."""
    if unit[-2:] not in _ends():
        return unit
    office = office_of(unit)
    return office.place + office.name if office else _plain(unit)


@lru_cache(maxsize=50_000)
def may_be_same(one: str, other: str) -> bool:
    """Whether both may be meant for one office: the place less exact, or an office of the same family."""
    mine, theirs = office_of(one), office_of(other)
    return mine is not None and theirs is not None and mine.family == theirs.family and _near(mine.place, theirs.place)


def _near(one: str, other: str) -> bool:
    """云岭县, 云岭, 清江市云岭县, or no place at all; 云岭市 is another one."""
    short, long = sorted((one, other), key=len)
    if long.endswith(short):  # nothing, too
        return True
    return long[-1] in LEVELS and long[:-1].endswith(short)


def office_of(unit: str) -> Office | None:
    """The office by the end of the name, the longest one known; None for a unit of another kind."""
    if unit[-2:] not in _ends():
        return None
    plain, offices = _plain(unit), _offices()
    for start in range(max(0, len(plain) - _longest()), len(plain) - 1):
        known = offices.get(plain[start:])
        if known is not None:
            return Office(plain[:start], *known)
    return None


def _plain(unit: str) -> str:
    """Party and league without what stands around the place: 中共云岭县委员会组织部 → 云岭县委组织部."""
    if "委" in unit or unit.startswith("中"):
        for pattern, shortly in _SHORTLY:
            unit, found = pattern.subn(shortly, unit, count=1)
            if found:
                break
    return unit


@cache
def _offices() -> dict[str, tuple[str, str]]:
    """A name of an office → its name in full and its family."""
    offices: dict[str, tuple[str, str]] = {}
    for line in resources.path("tables/unit_short_names.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            family, full, *short = line.split("\t")
            offices |= dict.fromkeys((full, *(word for words in short for word in words.split())), (full, family))
    return offices


@cache
def _ends() -> frozenset[str]:
    """How the names of offices end, with those of party committees: most units of a long slip are of another kind."""
    return frozenset((*(name[-2:] for name in _offices()), *(f"{level}委" for level in LEVELS), "员会"))


@cache
def _longest() -> int:
    return max(map(len, _offices()))
