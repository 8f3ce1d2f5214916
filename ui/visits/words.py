"""Words of the visits room that several of its parts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.rules.masking import mask_phone
from models.snapshots.shapes import Attendee, Organization, Vehicle, VisitRoute, VisitStop
from resources.languages import translator
from ui.widgets.picker_entries import Entry, other_names

if TYPE_CHECKING:
    from models.store.directory import OrganizationRow


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


def route_name(route: VisitRoute, language: str) -> str:
    """The label of a route, or that it has none."""
    _ = translator(language).gettext
    return route.label.pick(language) or _("Route without a name")


def stop_name(stop: VisitStop, language: str) -> str:
    """Where a stop is, or that nobody has said so yet."""
    _ = translator(language).gettext
    return stop.place.pick(language) or _("Place not named yet")


def vehicle_name(vehicle: Vehicle, language: str) -> str:
    """The label of a vehicle, else its plate."""
    _ = translator(language).gettext
    return vehicle.label.pick(language) or vehicle.plate or _("Vehicle without a name")


def person_name(person: Attendee, language: str) -> str:
    """The name as it is printed."""
    return person.person.name.pick(language) or "—"


def person_detail(person: Attendee, language: str) -> str:
    """Unit and title on one line."""
    said = (person.unit.pick(language), person.title.pick(language))
    return (" " if language == "zh" else ", ").join(filter(None, said))


def person_entry(person: Attendee, language: str) -> Entry:
    """An attendee in a picker: found by either name, by unit and by title."""
    other = person.person.name.pick("en" if language == "zh" else "zh")
    keys = other_names(other, *person.person.aliases)
    return Entry(person.id, person_name(person, language), person_detail(person, language), keys)


def unit_entry(row: OrganizationRow | Organization, language: str) -> Entry:
    """A unit in a picker: found by either name, the short ones and its other spellings."""
    other = row.name.pick("en" if language == "zh" else "zh")
    keys = other_names(other, row.short_name.zh, row.short_name.en, *row.aliases)
    return Entry(row.id, row.name.pick(language), row.short_name.pick(language), keys)


def contact(stop: VisitStop, language: str) -> str:
    """Whom to call there, the phone masked."""
    return " ".join(filter(None, (stop.contact.pick(language), mask_phone(stop.contact_phone))))


def minutes_words(minutes: int, language: str) -> str:
    """2 小时 40 分 / 2 h 40 min."""
    _ = translator(language).gettext
    hours, rest = divmod(minutes, 60)
    said = [_("{count} h").format(count=hours)] if hours else []
    if rest or not hours:
        said.append(_("{count} min").format(count=rest))
    return " ".join(said)
