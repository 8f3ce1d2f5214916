"""Edits of a unit that are more than one of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from models.actions.edit_record import record_of
from models.records import Organization, OrganizationAlias


def aliases_of(session: Session, organization_id: int) -> tuple[str, ...]:
    """The other names of a unit, in order. KnownError: record_gone."""
    return tuple(alias.alias for alias in _organization(session, organization_id).aliases)


def set_aliases(session: Session, organization_id: int, *, aliases: Sequence[str]) -> None:
    """Give a unit these other names; empty lines and doubles fall away, names that stay keep their notes.

    KnownError: record_gone.
    """
    organization = _organization(session, organization_id)
    wanted = list(dict.fromkeys(name for given in aliases if (name := given.strip())))
    known = {alias.alias: alias for alias in organization.aliases}
    organization.aliases[:] = [known.get(name) or OrganizationAlias(alias=name) for name in wanted]
    for place, alias in enumerate(organization.aliases):
        if alias.position != place:
            alias.position = place


def delete_organization(session: Session, organization_id: int) -> None:
    """Delete a unit that nothing names any more. KnownError: record_gone; record_in_use, at the commit."""
    session.delete(_organization(session, organization_id))


def _organization(session: Session, organization_id: int) -> Organization:
    row = record_of(session, "organization", organization_id)
    assert isinstance(row, Organization)
    return row
