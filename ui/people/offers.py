"""What the fields of people offer to choose from: units, people, titles, replies, capacities."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from exporters.documents.words import word
from models.codes import AttendanceCategory, Reply
from models.snapshots.shapes import OwnColumn, Person, Side
from resources.languages import translator
from ui.people.rows import N_, PersonRow
from ui.widgets.picker_entries import Entries, Entry, other_names

if TYPE_CHECKING:
    from models.store.directory import OrganizationRow, TitleRow
    from models.store.directory import PersonRow as KnownPerson

Choices = Sequence[tuple[Any, str]]
NO_ANSWER = N_("No answer yet")
GENDERS = (("", ""), ("male", N_("Male")), ("female", N_("Female")))
YES_OR_NO = ((None, ""), (True, N_("Yes")), (False, N_("No")))


def _nobody_reads() -> None:
    """A room that is not in a window yet."""


@dataclass
class Known:
    """What the editors offer: sides of this meeting, units and people of the workspace, titles at each unit."""

    sides: tuple[Side, ...] = ()
    own: tuple[OwnColumn, ...] = ()
    units: tuple[OrganizationRow, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    people_read: bool = False  # they are many, and read when somebody first wants to pick one
    want_people: Callable[[], None] = _nobody_reads
    titles: dict[int, tuple[TitleRow, ...]] = field(default_factory=dict)
    _made: dict[tuple[str, str], Entries] = field(default_factory=dict)

    def take_units(self, units: tuple[OrganizationRow, ...]) -> None:
        """Other units."""
        if units != self.units:
            self.units = units
            self._made = {key: made for key, made in self._made.items() if key[0] != "units"}

    def take_people(self, people: tuple[KnownPerson, ...], entries: Entries, language: str) -> None:
        """Other people, with their entries in one language, made beforehand."""
        self.people, self.people_read = people, True
        self._made = {key: made for key, made in self._made.items() if key[0] != "people"}
        self._made["people", language] = entries

    def forget_people(self) -> None:
        """They may be others by now: they are read again when they are wanted."""
        self.people, self.people_read = (), False
        self._made = {key: made for key, made in self._made.items() if key[0] != "people"}

    def side_choices(self, language: str) -> Choices:
        """The sides of the meeting, and none."""
        return [(None, ""), *((side.id, side.label.pick(language)) for side in self.sides)]

    def unit_entries(self, language: str) -> Sequence[Entry]:
        """The units, each with its kind; other spellings find it as well."""
        key = ("units", language)
        if key not in self._made:
            self._made[key] = Entries(self._units_in(language))
        return self._made[key]

    def _units_in(self, language: str) -> list[Entry]:
        return [
            Entry(
                unit.id,
                unit.name.pick(language),
                word(unit.kind, language),
                other_names(unit.name.zh, unit.name.en, unit.short_name.zh, unit.short_name.en, *unit.aliases),
            )
            for unit in self.units
        ]

    def people_entries(self, language: str) -> Sequence[Entry]:
        """The people of the workspace, each with unit and title; nobody yet, but soon, where they are not read."""
        if not self.people_read:
            self.want_people()
            return ()
        key = ("people", language)
        if key not in self._made:
            self._made[key] = people_entries(self.people, language)
        return self._made[key]

    def substitutes(self, present: Person | None, language: str) -> Sequence[Entry]:
        """Who can be a substitute: everybody, and only the present one until somebody turns to the field."""
        if self.people_read:
            return self.people_entries(language)
        return (Entry(present.id, present.name.pick(language)),) if present else ()

    def titles_for(self, row: PersonRow, language: str) -> Sequence[str]:
        """The titles ever given at the unit of a row, the usual ones first."""
        unit_id = row.attendee.organization_id if row.attendee else None
        titles = (entry.title for entry in self.titles.get(unit_id or 0, ()))
        spoken = (title.zh if language == "zh" else title.en for title in titles)
        return list(dict.fromkeys(text for text in spoken if text))


def people_entries(people: Sequence[KnownPerson], language: str) -> Entries:
    """People to pick, each with unit and title; the name in either language finds them."""
    return Entries(
        Entry(
            person.id,
            person.name.pick(language),
            " ".join(filter(None, (person.unit.pick(language), person.title.pick(language)))),
            person.name.en if language == "zh" else person.name.zh,
        )
        for person in people
    )


def reply_choices(language: str) -> Choices:
    """The replies; the first, which has no words, stands for "no slip was sent"."""
    return [(code, word(code, language)) for code in Reply]


def named_replies(language: str) -> Choices:
    """The replies, each with words, to choose from."""
    none = translator(language).gettext(NO_ANSWER)
    return [(code, words or none) for code, words in reply_choices(language)]


def category_choices(language: str) -> Choices:
    """The capacities in which people come."""
    return [(code, word(code, language)) for code in AttendanceCategory]


def told(pairs: Sequence[tuple[Any, str]]) -> Callable[[str], Choices]:
    """Choices whose words are messages."""

    def choices(language: str) -> Choices:
        _ = translator(language).gettext
        return [(value, _(words) if words else "") for value, words in pairs]

    return choices
