"""What people do at a meeting, derived from agenda, agreements, rounds, plaques and routes; never typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.codes import RoundPart
from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator


def N_(message: str) -> str:
    """Mark a message; `role_words` translates it."""
    return message


ROLES: Mapping[str, str] = {
    "moderator": N_("Moderator"),
    "speaker": N_("Speaker"),
    "signatory": N_("Signatory"),
    "witness": N_("Witness"),
    "assistant": N_("Signing assistant"),
    "plaque_giver": N_("Hands over a plaque"),
    "plaque_receiver": N_("Receives a plaque"),
    "liaison": N_("Liaison"),
    "route_leader": N_("Visit leader"),
}
_PARTS = {RoundPart.SIGNATORY: "signatory", RoundPart.WITNESS: "witness", RoundPart.ASSISTANT: "assistant"}


def role_words(role: str, language: str) -> str:
    """A role in words."""
    return translator(language).gettext(ROLES[role])


def roles_of(snapshot: MeetingSnapshot) -> Mapping[int, tuple[str, ...]]:
    """The roles of each attendee, by id, the foremost first."""
    found: dict[int, set[str]] = {}
    for attendee_id, role in (*_by_person(snapshot), *_agenda(snapshot), *_ceremony(snapshot)):
        found.setdefault(attendee_id, set()).add(role)
    return {attendee_id: tuple(role for role in ROLES if role in roles) for attendee_id, roles in found.items()}


def _by_person(snapshot: MeetingSnapshot) -> Iterator[tuple[int, str]]:
    """Agreements name people; a person may attend twice."""
    attending: dict[int, list[int]] = {}
    for attendee in snapshot.attendees:
        attending.setdefault(attendee.person.id, []).append(attendee.id)
    for agreement in snapshot.agreements:
        for party in agreement.parties:
            for person, role in ((party.signatory, "signatory"), (party.liaison, "liaison")):
                for attendee_id in attending.get(person.id, ()) if person else ():
                    yield attendee_id, role


def _agenda(snapshot: MeetingSnapshot) -> Iterator[tuple[int, str]]:
    for item in snapshot.agenda:
        if item.moderator:
            yield item.moderator.id, "moderator"
        for presenter in item.presenters:
            if presenter.attendee:
                yield presenter.attendee.id, "speaker"
    for route in snapshot.routes:
        if route.leader:
            yield route.leader.id, "route_leader"


def _ceremony(snapshot: MeetingSnapshot) -> Iterator[tuple[int, str]]:
    for signing_round in snapshot.rounds:
        for person in signing_round.people:
            yield person.attendee.id, _PARTS[person.part]
    for plaque in snapshot.plaques:
        if plaque.giver:
            yield plaque.giver.id, "plaque_giver"
        if plaque.receiver:
            yield plaque.receiver.id, "plaque_receiver"
