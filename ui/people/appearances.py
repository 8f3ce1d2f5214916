"""Where a person appears in a meeting: agenda, agreements, routes, vehicles, plaques, rounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.snapshots.shapes import Attendee, MeetingSnapshot
from resources.languages import translator


@dataclass(frozen=True)
class Appearance:
    """A place where somebody appears: in words, and as the window goes there."""

    words: str
    place: str


def appearances(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> tuple[Appearance, ...]:
    """One line a place, in the order of the meeting."""
    found = (_agenda, _agreements, _rounds, _routes, _plaques)
    return tuple(line for lines in found for line in lines(snapshot, attendee, language))


def _agenda(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[Appearance]:
    _ = translator(language).gettext
    for item in snapshot.agenda:
        if any(presenter.attendee and presenter.attendee.id == attendee.id for presenter in item.presenters):
            yield Appearance(_("Agenda: {title}").format(title=item.title.pick(language)), f"agenda/{item.id}")
        elif item.moderator and item.moderator.id == attendee.id:
            yield Appearance(_("Moderates: {title}").format(title=item.title.pick(language)), f"agenda/{item.id}")


def _agreements(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[Appearance]:
    _ = translator(language).gettext
    for agreement in snapshot.agreements:
        for party in agreement.parties:
            if party.signatory and party.signatory.id == attendee.person.id:
                yield Appearance(
                    _("Signs: {title}").format(title=agreement.title.pick(language)), f"agreements/{agreement.key}"
                )
            elif party.liaison and party.liaison.id == attendee.person.id:
                yield Appearance(
                    _("Liaison for: {title}").format(title=agreement.title.pick(language)),
                    f"agreements/{agreement.key}",
                )


def _routes(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[Appearance]:
    _ = translator(language).gettext
    for route in snapshot.routes:
        if route.leader and route.leader.id == attendee.id:
            yield Appearance(
                _("Leads the visit: {route}").format(route=route.label.pick(language)), f"routes/{route.id}"
            )
        elif any(member.id == attendee.id for member in route.members):
            yield Appearance(_("Visit: {route}").format(route=route.label.pick(language)), f"routes/{route.id}")
        for vehicle in route.vehicles:
            if any(passenger.id == attendee.id for passenger in vehicle.passengers):
                yield Appearance(
                    _("Vehicle: {vehicle}").format(vehicle=vehicle.label.pick(language)),
                    f"routes/{route.id}/vehicles/{vehicle.id}",
                )


def _rounds(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[Appearance]:
    """Once a round, whatever they do there."""
    _ = translator(language).gettext
    for signing_round in snapshot.rounds:
        if any(person.attendee.id == attendee.id for person in signing_round.people):
            title = signing_round.title.pick(language)
            yield Appearance(_("Signing round: {title}").format(title=title), f"rounds/{signing_round.id}")


def _plaques(snapshot: MeetingSnapshot, attendee: Attendee, language: str) -> Iterator[Appearance]:
    _ = translator(language).gettext
    for plaque in snapshot.plaques:
        if plaque.giver and plaque.giver.id == attendee.id:
            yield Appearance(
                _("Hands over the plaque: {text}").format(text=plaque.text.pick(language)), f"plaques/{plaque.id}"
            )
        elif plaque.receiver and plaque.receiver.id == attendee.id:
            yield Appearance(
                _("Receives the plaque: {text}").format(text=plaque.text.pick(language)), f"plaques/{plaque.id}"
            )
