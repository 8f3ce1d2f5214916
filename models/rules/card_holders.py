"""Who gets a card: those on the list who come and are named."""

from __future__ import annotations

from models.codes import Reply
from models.snapshots.shapes import Attendee, MeetingSnapshot


def card_people(snapshot: MeetingSnapshot) -> tuple[Attendee, ...]:
    """Everybody but those who declined, have not answered an invitation yet, or send somebody without a name."""
    return tuple(one for one in snapshot.attendees if gets_card(one))


def gets_card(attendee: Attendee) -> bool:
    """Whether a card is made for an attendee, or for whoever comes instead."""
    if attendee.reply in (Reply.DECLINED, Reply.INVITED):
        return False
    comes = attendee.person if attendee.reply is not Reply.SUBSTITUTE else attendee.substitute
    return comes is not None and bool(comes.name.zh or comes.name.en)
