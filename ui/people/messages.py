"""Texts about the chosen people, put on the clipboard to be pasted into WeChat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from resources.languages import translator

if TYPE_CHECKING:
    from models.snapshots.shapes import Attendee
    from ui.people.room import PeopleRoom

CHASE, ARRANGE, ARRANGE_IN_FULL = "chase", "arrange", "arrange_in_full"


def message_menu(room: PeopleRoom, parent: QMenu) -> QMenu:
    """What can be written to the chosen people."""
    _ = translator(room.language).gettext
    menu = QMenu(_("Copy a message for WeChat"), parent)
    words = {
        CHASE: _("Chase the reply slip"),
        ARRANGE: _("Car, room and seat"),
        ARRANGE_IN_FULL: _("Car, room and seat, with phone numbers (this is logged)"),
    }
    for key, said in words.items():
        action = menu.addAction(said, partial(copy_message, room, key))
        action.setEnabled(key != ARRANGE_IN_FULL or not (room.office is None or room.office.read_only))
    menu.setEnabled(bool(_chosen(room)))
    return menu


def copy_message(room: PeopleRoom, key: str) -> None:
    """Put the texts on the clipboard and say how many; with phone numbers only once that has been written down."""
    texts = _texts(room, key)
    if key == ARRANGE_IN_FULL and texts:
        _log(room, lambda _nothing: _put(room, key, texts))
    else:
        _put(room, key, texts)


def _chosen(room: PeopleRoom) -> list[Attendee]:
    return [row.attendee for row in room.chosen_rows() if row.attendee is not None]


def _texts(room: PeopleRoom, key: str) -> tuple[str, ...]:
    """One text a unit, or one a person, each in the language of whoever gets it."""
    from exporters.documents.messages import arrangement_texts, by_language, chasing_texts

    found: list[str] = []
    for language, people in by_language(_chosen(room)).items() if room.snapshot is not None else ():
        if key == CHASE:
            found += chasing_texts(room.snapshot, people, language=language)
        else:
            unmasked = key == ARRANGE_IN_FULL
            found += arrangement_texts(room.snapshot, people, language=language, unmasked=unmasked)
    return tuple(found)


def _put(room: PeopleRoom, key: str, texts: Sequence[str]) -> None:
    _, ngettext = translator(room.language).gettext, translator(room.language).ngettext
    if not texts:
        none = _("Everybody chosen has answered.") if key == CHASE else _("Nothing is arranged yet for those chosen.")
        _tell(room, none)
        return
    QGuiApplication.clipboard().setText("\n\n".join(texts))
    words = ngettext(
        "{count} message copied. Paste it into WeChat.",
        "{count} messages copied. Paste them into WeChat.",
        len(texts),
    )
    _tell(room, words.format(count=len(texts)))


def _tell(room: PeopleRoom, words: str) -> None:
    if room.office is not None:
        room.office.notice(words)


def _log(room: PeopleRoom, done: Any) -> None:
    from exporters.documents.messages import MESSAGE

    if room.office is None or room.snapshot is None:
        return
    workspace, meeting = room.office.link.workspace, room.snapshot.meeting.key
    client = workspace.client if workspace is not None else ""

    def work(session: Any) -> None:
        from models.actions.log_unmasked_export import log_unmasked_export

        log_unmasked_export(session, client=client, meeting_key=meeting, document=MESSAGE, at=datetime.now(UTC))

    room.office.change("log_unmasked_export", work, done=done, meeting=meeting, document=MESSAGE)
