"""Fills in facts that several agreements wait for, each wherever it is stored, as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from models.actions.edit_agreement import set_liaison, set_signatory
from models.actions.fill_fact import fill_fact
from models.agreement_facts import FactPlace

Places = Sequence[tuple[int, FactPlace]]  # agreement, place
_PROPOSING = {"signatory_id": set_signatory, "liaison_id": set_liaison}


def fill_shared_facts(session: Session, answers: Sequence[tuple[Places, Mapping[str, Any]]]) -> None:
    """Store each answer (language → value, as `fill_fact` takes it) at all its places.

    Who signs or is asked brings the title and department of the post along, as everywhere. KnownError of `fill_fact`.
    """
    for places, values in answers:
        for agreement_id, place in places:
            if place.record == "agreement_party" and place.column in _PROPOSING:
                _PROPOSING[place.column](session, place.row_id, values[""])
            else:
                fill_fact(session, agreement_id, place, values)
