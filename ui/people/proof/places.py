"""Where a fact is entered: the place of the field, where it is called otherwise than the fact."""

from __future__ import annotations

from models.snapshots.shapes import MeetingSnapshot

_OF_PEOPLE = {"unit": "unit", "substitute": "substitute_id"}
_OF_PARTIES = {"name": "organization_id", "signatory": "signatory_id"}


def entered_at(place: str, snapshot: MeetingSnapshot) -> str:
    """The place of the field in which a fact is entered."""
    above, _slash, column = place.rpartition("/")
    field = column.rpartition("_")[0]
    parts = above.split("/")
    if parts[0] == "people" and field in _OF_PEOPLE:
        return f"{above}/{_OF_PEOPLE[field]}"
    if parts[0] == "agreements" and parts[-2:-1] == ["parties"]:
        number = _number(snapshot, parts[1], int(parts[-1]))
        return f"agreements/{parts[1]}/parties/{number}/{_OF_PARTIES.get(field, column)}"
    return place


def _number(snapshot: MeetingSnapshot, key: str, party_id: int) -> int:
    """Which party it is, counted as the editor counts: from 1, witnesses last."""
    parties = [party for one in snapshot.agreements if one.key == key for party in one.parties]
    ids = [party.id for party in sorted(parties, key=lambda party: party.is_witness)]
    return ids.index(party_id) + 1 if party_id in ids else 1
