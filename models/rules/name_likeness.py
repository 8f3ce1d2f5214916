"""When two people in a list may be one: the same name, one that looks or sounds alike, the same phone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from models.rules.readings import READINGS
from models.rules.search_text import folded, search_keys

# Characters that hand-written slips and input methods take for one another.
_LOOK_ALIKE = (
    "侯候",
    "己已巳",
    "莱菜",
    "晨辰",
    "祎袆",
    "钧均",
    "玮炜伟",
    "冼洗",
    "萍平苹",
    "杨扬",
    "张章",
    "付傅",
    "闫阎",
    "肖萧",
    "戴代",
    "邱丘",
    "佘余",
    "崔催",
    "茜倩",
    "栋拣",
    "昱煜",
    "鹏朋",
    "涛滔",
)
_CANONICAL = {ord(character): group[0] for group in _LOOK_ALIKE for character in group[1:]}
MOST_IN_A_GROUP = 12  # a phone of the office given for thirty people says nothing


class Likeness(StrEnum):
    """Why two people may be one."""

    SAME_NAME = "same_name"
    LOOKS_ALIKE = "looks_alike"
    SOUNDS_ALIKE = "sounds_alike"
    SAME_PHONE = "same_phone"


@lru_cache(maxsize=50_000)  # an import asks for the names of a whole workspace
def name_keys(name: str) -> tuple[str, str, str]:
    """How a name is compared: as written, as it looks, as it sounds. 候 亮 and 侯亮: 候亮 侯亮 houliang."""
    written = folded(name)
    return written, written.translate(_CANONICAL), "".join([READINGS[character] for character in written])


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person: a name, a phone, a unit."""

    id: int
    name: str
    phone: str = ""
    unit_id: int | None = None


def look_alikes(people: Sequence[Known]) -> tuple[tuple[int, int, Likeness], ...]:
    """Pairs of ids, the smaller first, with the strongest reason; each pair once, in the order of the people."""
    found: dict[tuple[int, int], Likeness] = {}
    for reason, groups in _groups(people):
        for group in groups:
            for one, other in combinations(group[:MOST_IN_A_GROUP], 2):
                pair = (min(one.id, other.id), max(one.id, other.id))
                if pair not in found and _may_be_one(one, other, reason):
                    found[pair] = reason
    places = {person.id: place for place, person in enumerate(people)}
    return tuple((*pair, found[pair]) for pair in sorted(found, key=lambda pair: (places[pair[0]], places[pair[1]])))


def _groups(people: Sequence[Known]) -> Iterable[tuple[Likeness, Iterable[list[Known]]]]:
    keys: dict[Likeness, Callable[[Known], str]] = {
        Likeness.SAME_NAME: lambda person: folded(person.name),
        Likeness.LOOKS_ALIKE: lambda person: folded(person.name).translate(_CANONICAL),
        Likeness.SOUNDS_ALIKE: lambda person: "".join(search_keys(person.name).split()[1:2]),
        Likeness.SAME_PHONE: lambda person: "".join(filter(str.isdigit, person.phone))[-11:],
    }
    for reason, key in keys.items():
        groups: dict[str, list[Known]] = {}
        for person in people:
            groups.setdefault(key(person), []).append(person)
        groups.pop("", None)
        yield reason, [group for group in groups.values() if len(group) > 1]


def _may_be_one(one: Known, other: Known, reason: Likeness) -> bool:
    """Of one name: unless phone and unit both speak against it. Otherwise phone or unit must speak for it."""
    same_phone = bool(one.phone) and folded(one.phone) == folded(other.phone)
    same_unit = one.unit_id is not None and one.unit_id == other.unit_id
    if reason is Likeness.SAME_PHONE:
        return folded(one.name) != folded(other.name) and len(one.name) == len(other.name)
    if same_phone or same_unit:
        return True
    differ = bool(one.phone and other.phone) or (one.unit_id is not None and other.unit_id is not None)
    return reason is Likeness.SAME_NAME and not differ
