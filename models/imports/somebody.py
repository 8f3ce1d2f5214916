"""Those whom the rows of an import are compared with: people known, and the rows before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from models.imports.known_people import KnownAttendee, KnownPeople, KnownPerson, KnownPost
from models.imports.stored_fields import UNIT
from models.rules.name_likeness import name_keys
from models.rules.search_text import folded
from models.rules.unit_names import full_name

Names = tuple[tuple[str, str, str], ...]  # as written, as it looks, as it sounds
_NOT_DIGITS = re.compile(r"\D+")
_MOBILE = re.compile(r"(?:86)?(1[3-9]\d{9})")


@dataclass(slots=True, eq=False)
class Somebody:
    """One of them. `values` by field of a slip, as they will stand after the rows so far."""

    values: dict[str, str]
    names: Names
    units: list[Place]
    phones: set[str]
    mobiles: set[str]
    person_id: int | None = None
    attendance_id: int | None = None
    row_key: int | None = None  # of the row that brings them
    tentative: bool = False  # that row is in doubt itself
    titles: set[str] = field(default_factory=set)  # of each post and of all together, folded
    origin: str = ""  # file, sheet and row
    number: int = -1  # in the order in which they came


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody works: every spelling of the unit, folded, and the department."""

    unit: str  # one and the same for all spellings of a known unit
    spellings: frozenset[str]
    department: str = ""

    def marks(self) -> Iterable[str]:
        """What two who work here have in common; 武汉大学法学院 is one however it is divided."""
        yield self.unit
        yield from (spelling + self.department for spelling in self.spellings)


@lru_cache(maxsize=50_000)
def key_of(text: str) -> str:
    """How units, departments and titles are compared."""
    return folded(text)


@lru_cache(maxsize=50_000)
def phones_in(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The numbers of a text, and those among them that are mobile phones, which tell people apart."""
    if len(text) == 11 and text.isdecimal() and "13" <= text[:2] <= "19":
        return (alone := frozenset((text,))), alone
    numbers = {_NOT_DIGITS.sub("", part) for part in re.split(r"[/,;，；、]", text)}
    plain = {found[1] if (found := _MOBILE.fullmatch(number)) else number for number in numbers if len(number) > 6}
    return frozenset(plain), frozenset(number for number in plain if _MOBILE.fullmatch(number))


class Units:
    """The units by every spelling."""

    def __init__(self, known: KnownPeople) -> None:
        self.ids: dict[str, int] = {}
        self.spellings: dict[int, frozenset[str]] = {}
        self.names: dict[int, str] = {}
        for unit in known.units:
            keys = [key_of(name) for name in unit.names]
            self.spellings[unit.id] = frozenset((*keys, *map(full_name, keys)))
            self.names[unit.id] = unit.names[0] if unit.names else ""
            for key in keys:
                self.ids.setdefault(key, unit.id)
        for unit_id, spellings in self.spellings.items():  # behind what is written so
            for key in spellings:
                self.ids.setdefault(key, unit_id)
        self._places: dict[tuple[str, str], Place] = {}

    def id_of(self, key: str) -> int | None:
        """The unit of a name, folded, or of its full name."""
        found = self.ids.get(key)
        return self.ids.get(full_name(key)) if found is None else found

    def place(self, unit: str, department: str) -> Place:
        """Where a row says that somebody works."""
        found = self._places.get((unit, department))
        if found is None:
            key = key_of(unit)
            unit_id, full = self.id_of(key), full_name(key)
            spellings = frozenset((key, full)) if unit_id is None else self.spellings[unit_id]
            found = Place(full if unit_id is None else f"#{unit_id}", spellings, key_of(department))
            self._places[unit, department] = found
        return found

    def place_of(self, post: KnownPost) -> Place | None:
        """Where a post is held."""
        if post.unit_id is None or post.unit_id not in self.spellings:
            return None
        return Place(f"#{post.unit_id}", self.spellings[post.unit_id], key_of(post.values.get("department", "")))


def of_row(values: Mapping[str, str], units: Units) -> Somebody:
    """Who a row of a slip brings."""
    phone, phone_2 = values.get("phone", ""), values.get("phone_2", "")
    phones, mobiles = phones_in(phone) if phone else (frozenset[str](), frozenset[str]())
    if phone_2:
        more, more_mobiles = phones_in(phone_2)
        phones, mobiles = phones | more, mobiles | more_mobiles
    unit = values.get(UNIT, "")
    return Somebody(
        dict(values),
        _names(values, ()),
        [units.place(unit, values.get("department", ""))] if unit else [],
        set(phones),
        set(mobiles),
        titles={key_of(values["title_zh"])} if values.get("title_zh") else set(),
    )


def of_person(person: KnownPerson, units: Units, attendee: KnownAttendee | None) -> Somebody:
    """Who the workspace knows; of those on the list, with what the list says of them."""
    posts = _used(person, attendee)
    first = posts[0] if posts else None
    values = {**person.values, **(attendee.values if attendee else {}), **(first.values if first else {})}
    if first is not None and first.unit_id in units.names:
        values[UNIT] = units.names[first.unit_id]
    made = of_row(values, units)
    made.units = [place for post in person.posts if (place := units.place_of(post)) is not None]
    made.names = _names(person.values, person.other_names)
    made.person_id = person.id
    made.titles = _titles(posts)
    if attendee is not None:
        made.attendance_id = attendee.id
        _put_words(made, attendee, units)
    return made


def _used(person: KnownPerson, attendee: KnownAttendee | None) -> tuple[KnownPost, ...]:
    """The posts in which they attend, else all they hold."""
    if attendee is None or not attendee.post_ids:
        return person.posts
    return tuple(post for post in person.posts if post.id in attendee.post_ids) or person.posts


def _titles(posts: tuple[KnownPost, ...]) -> set[str]:
    """Each title, and all of them as they are printed together."""
    said = [post.values["title_zh"] for post in posts if "title_zh" in post.values]
    return {key_of(text) for text in (*said, "、".join(said)) if text}


def _put_words(made: Somebody, attendee: KnownAttendee, units: Units) -> None:
    """The words that this meeting puts in the place of the posts'."""
    if attendee.unit:
        made.values[UNIT] = attendee.unit
        made.units.insert(0, units.place(attendee.unit, ""))
    if attendee.title_zh:
        made.values["title_zh"] = attendee.title_zh
        made.titles = {key_of(attendee.title_zh)}
    if attendee.title_en:
        made.values["title_en"] = attendee.title_en


def _names(values: Mapping[str, str], others: tuple[str, ...]) -> Names:
    return tuple(name_keys(name) for name in (values.get("name_zh"), values.get("name_en"), *others) if name)
