"""Where a person appears in a meeting: agenda, agreements, routes, vehicles, plaques, rounds."""

from __future__ import annotations

from collections.abc import Iterator

from models.snapshots.shapes import Attendee, MeetingSnapshot
from resources.languages import translator


def appearances(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> tuple[str, ...]:
    """One line a place, in the order of the meeting."""
    found = (_agenda, _agreements, _routes, _plaques)
    return tuple(line for lines in found for line in lines(snapshot, attendee, language))


def _agenda(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[str]:
    _ = translator(language).gettext
    for item in snapshot.agenda:
        if any(presenter.attendee and presenter.attendee.id == attendee.id for presenter in item.presenters):
            yield _("Agenda: {title}").format(title=item.title.pick(language))
        elif item.moderator and item.moderator.id == attendee.id:
            yield _("Moderates: {title}").format(title=item.title.pick(language))


def _agreements(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[str]:
    _ = translator(language).gettext
    for agreement in snapshot.agreements:
        for party in agreement.parties:
            if party.signatory and party.signatory.id == attendee.person.id:
                yield _("Signs: {title}").format(title=agreement.title.pick(language))
            elif party.liaison and party.liaison.id == attendee.person.id:
                yield _("Liaison for: {title}").format(title=agreement.title.pick(language))


def _routes(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[str]:
    _ = translator(language).gettext
    for route in snapshot.routes:
        if route.leader and route.leader.id == attendee.id:
            yield _("Leads the visit: {route}").format(route=route.label.pick(language))
        elif any(member.id == attendee.id for member in route.members):
            yield _("Visit: {route}").format(route=route.label.pick(language))
        for vehicle in route.vehicles:
            if any(passenger.id == attendee.id for passenger in vehicle.passengers):
                yield _("Vehicle: {vehicle}").format(vehicle=vehicle.label.pick(language))


def _plaques(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[str]:
    _ = translator(language).gettext
    for plaque in snapshot.plaques:
        if plaque.giver and plaque.giver.id == attendee.id:
            yield _("Hands over the plaque: {text}").format(text=plaque.text.pick(language))
        elif plaque.receiver and plaque.receiver.id == attendee.id:
            yield _("Receives the plaque: {text}").format(text=plaque.text.pick(language))
