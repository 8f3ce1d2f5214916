"""Fills in a fact that an agreement's text waits for, in the record where it belongs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of, set_fields
from models.actions.final_text import refuse_final
from models.agreement_facts import FactKind, FactPlace
from models.errors import KnownError
from models.records import Agreement, AgreementArea, AgreementVariable, Organization, Person
from models.rules.person_names import is_han

_SEPARATORS = re.compile(r"[、；;，,\n]+")
Values = Mapping[str, Any]  # language → text; "" → the value that has no language


def fill_fact(session: Session, agreement_id: int, place: FactPlace, values: Values) -> None:
    """Store the fact. Texts come by language; a person or unit as the id of a record, or as a name to be added.

    Only the languages given are written. KnownError: record_gone, not_a_number (typed).
    """
    if place.record == "variable":
        set_variable(session, agreement_id, place.column, values)
    elif place.kind is FactKind.LIST:
        add_areas(session, agreement_id, values)
    elif place.kind is FactKind.EACH_PARTY:
        give_each_party(session, agreement_id, place.column, as_count(values.get("")))
    elif place.kind in (FactKind.PERSON, FactKind.UNIT):
        chosen = values.get("")
        add = add_person if place.kind is FactKind.PERSON else add_unit
        row = chosen if isinstance(chosen, int) else add(session, str(chosen))
        set_fields(session, place.record, place.row_id, {place.column: row})
    else:
        set_fields(session, place.record, place.row_id, _columns(place, values))


def _columns(place: FactPlace, values: Values) -> dict[str, Any]:
    if place.kind is FactKind.TEXT:
        return {f"{place.column}_{language}": text for language, text in values.items() if language}
    value = values.get("")
    if place.kind is FactKind.NUMBER:
        return {place.column: as_count(value)}
    if place.kind is FactKind.DATE and not isinstance(value, date | None):
        raise ValueError(f"no date: {value!r}")
    return {place.column: value}


def as_count(value: Any) -> int | None:
    """A whole number that was typed, None for nothing. KnownError: not_a_number (typed)."""
    if value is None or isinstance(value, int):
        return value
    text = str(value).strip()
    if not text:
        return None
    if not text.isdecimal() or len(text) > 6:
        raise KnownError("not_a_number", typed=text)
    return int(text)


def set_variable(session: Session, agreement_id: int, name: str, values: Values) -> None:
    """Answer a question of the template; an answer that is empty in both languages is taken away."""
    agreement = _open_agreement(session, agreement_id)
    found = next((row for row in agreement.variables if row.name == name), None)
    if found is None:
        place = max((row.position for row in agreement.variables), default=-1) + 1
        found = AgreementVariable(agreement_id=agreement_id, name=name, position=place, value_zh="", value_en="")
        agreement.variables.append(found)
    for language, text in values.items():
        setattr(found, f"value_{language or 'zh'}", str(text).strip())
    if not found.value_zh and not found.value_en:
        agreement.variables.remove(found)
    session.flush()


def add_areas(session: Session, agreement_id: int, values: Values) -> None:
    """Fields of cooperation from texts that list them (人才引进、成果转化); those there already get what they lack."""
    agreement = _open_agreement(session, agreement_id)
    listed = {
        language: [part.strip() for part in _SEPARATORS.split(str(text)) if part.strip()]
        for language, text in values.items()
        if language
    }
    for place in range(max(map(len, listed.values()), default=0)):
        if place >= len(agreement.areas):
            agreement.areas.append(AgreementArea(position=place, text_zh="", text_en=""))
        for language, parts in listed.items():
            if place < len(parts):
                setattr(agreement.areas[place], f"text_{language}", parts[place])
    session.flush()


def give_each_party(session: Session, agreement_id: int, column: str, count: int | None) -> None:
    """Give every party (not the witnesses) so many copies; the total follows."""
    agreement = _open_agreement(session, agreement_id)
    for party in agreement.parties:
        if not party.is_witness:
            setattr(party, column, count)
    kept = [getattr(party, column) or 0 for party in agreement.parties]
    filing = (agreement.filing_copies or 0) if column == "originals" else 0
    setattr(agreement, column, None if count is None else sum(kept) + filing)
    session.flush()


def _open_agreement(session: Session, agreement_id: int) -> Agreement:
    """The agreement, whose text is about to be changed. KnownError: record_gone, agreement_is_final (agreement)."""
    agreement = record_of(session, "agreement", agreement_id)
    assert isinstance(agreement, Agreement)
    refuse_final(session, agreement)
    return agreement


def add_person(session: Session, name: str) -> int:
    """The one person known by exactly this name, else a new one; returns the id."""
    text = name.strip()
    column = "name_zh" if any(map(is_han, text)) else "name_en"
    found = session.scalars(select(Person.id).where(getattr(Person, column) == text).limit(2)).all()
    if len(found) == 1:
        return found[0]
    return _stored(session, Person(**{column: text}))


def add_unit(session: Session, name: str) -> int:
    """The one unit known by exactly this name, else a new one; returns the id."""
    text = name.strip()
    column = "name_zh" if any(map(is_han, text)) else "name_en"
    found = session.scalars(select(Organization.id).where(getattr(Organization, column) == text).limit(2)).all()
    if len(found) == 1:
        return found[0]
    return _stored(session, Organization(**{column: text}))


def _stored(session: Session, row: Person | Organization) -> int:
    session.add(row)
    session.flush()
    return row.id
