"""Opens the workspace that a command works on, and takes the meeting it names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ui import folders
from ui.command_line.grammar import Request

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot
    from models.store.workspace import Workspace


def location(request: Request) -> str:
    """The file or database URL of the workspace: the one named, else the user's own."""
    return request.workspace or str(folders.default_workspace())


@contextmanager
def opened(request: Request) -> Iterator[Workspace]:
    """The workspace, open within this block."""
    from models.store.workspace import open_workspace

    workspace = open_workspace(location(request))
    try:
        yield workspace
    finally:
        workspace.close()


def take(workspace: Workspace, meeting: str, taken_at: datetime) -> MeetingSnapshot:
    """The meeting with this key or number, whole."""
    from models.snapshots.take import take_meeting
    from models.store.queries import find_meeting

    storable = meeting.encode("utf-8", "surrogatepass").decode("utf-8", "replace")  # an argument may be any bytes
    with workspace.read() as session:
        return take_meeting(session, find_meeting(session, storable), taken_at=taken_at)


def log_unmasked(workspace: Workspace, snapshot: MeetingSnapshot, paper: str) -> None:
    """Leave a trace that a paper with full phone numbers was made: who, when, which; never the numbers."""
    from models.actions.log_unmasked_export import log_unmasked_export

    key = snapshot.meeting.key
    with workspace.change("log_unmasked_export", meeting=key, document=paper) as session:
        log_unmasked_export(session, client=workspace.client, meeting_key=key, document=paper, at=datetime.now(UTC))
