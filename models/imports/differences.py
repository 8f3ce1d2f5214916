"""What a slip says otherwise than what is known, field by field, as it would be written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from models.codes import Reply
from models.imports.likeness import Unit, compare_units, says_less
from models.imports.plan import Difference
from models.imports.somebody import Somebody, key_of, phones_in
from models.imports.stored_fields import OF_ATTENDANCE, OF_PERSON, OF_POST, READ, UNIT, stored_value

ADDED_TO = ("remarks", "diet")  # what is known stays, the slip's words are put behind it
BETWEEN = "；"


def differences(slip: Mapping[str, str], row: Somebody, known: Somebody) -> tuple[Difference, ...]:
    """In the order of the fields. Of somebody who is not on the list only what stays with the person."""
    listed = known.attendance_id is not None or known.row_key is not None
    return tuple(_differences(slip, row, known, listed=listed))


def _differences(slip: Mapping[str, str], row: Somebody, known: Somebody, *, listed: bool) -> Iterator[Difference]:
    for field, text in slip.items():
        stored = known.values.get(field, "")
        if text == stored or (field in OF_ATTENDANCE and not listed):
            continue
        if field == UNIT:
            if compare_units(row, known) not in (Unit.SAME, Unit.OTHER_DEPARTMENT) and not says_less(row, known):
                yield Difference(field, stored, text)
        elif field in ADDED_TO and stored:
            if key_of(text) not in key_of(stored):
                yield Difference(field, stored, stored + BETWEEN + text)
        elif field in _SAYS_THE_SAME:
            if not _SAYS_THE_SAME[field](text, known):
                yield Difference(field, stored, text)
        elif _is_written(field, text) and key_of(text) != key_of(stored):
            yield Difference(field, stored, text)
    if listed and "reply" not in slip and known.values.get("reply") == Reply.DECLINED:
        yield Difference("reply", Reply.DECLINED, Reply.CONFIRMED)


def _is_written(field: str, text: str) -> bool:
    """Whether a field has a place in the records, and the text can be stored there."""
    return (field in OF_PERSON or field in OF_POST or field in OF_ATTENDANCE) and (
        field not in READ or stored_value(field, text) is not None
    )


def _same_phone(text: str, known: Somebody) -> bool:
    """Known under either number, however it is written."""
    return bool(text) and phones_in(text)[0] <= known.phones and bool(phones_in(text)[0])


def _same_title(text: str, known: Somebody) -> bool:
    """One of the titles known, all of them, or some: a slip that names fewer posts takes none away."""
    if key_of(text) in known.titles:
        return True
    stored = {key_of(part) for part in _TITLES.split(known.values.get("title_zh", "")) if part}
    said = {key_of(part) for part in _TITLES.split(text) if part}
    return bool(said) and said <= stored


def _same_name(text: str, known: Somebody) -> bool:
    return key_of(text) in {written for written, _looks, _sounds in known.names}


def _same_department(text: str, known: Somebody) -> bool:
    """Told apart, or as the end of the unit's name."""
    key = key_of(text)
    return any(
        place.department == key or (not place.department and any(name.endswith(key) for name in place.spellings))
        for place in known.units
    )


_TITLES = re.compile(r"[、，,;；/\s]+")
_SAYS_THE_SAME: Mapping[str, Callable[[str, Somebody], bool]] = {
    "phone": _same_phone,
    "phone_2": _same_phone,
    "title_zh": _same_title,
    "name_zh": _same_name,
    "name_en": _same_name,
    "department": _same_department,
}


def take_over(known: Somebody, row: Somebody, found: tuple[Difference, ...]) -> None:
    """What the rows behind are compared with: what was known, and what this one says."""
    for difference in found:
        known.values[difference.field] = difference.slip
    known.phones |= row.phones
    known.mobiles |= row.mobiles
    if any(difference.field == "title_zh" for difference in found):
        known.titles |= row.titles
    known.units += [place for place in row.units if place not in known.units]
