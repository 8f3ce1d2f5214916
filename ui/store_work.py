"""What the lanes of the window do with the store. Nothing heavy is imported before one of them runs."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.errors import Value
    from models.looking import Looking
    from models.snapshots.shapes import MeetingSnapshot
    from models.store.next_steps import StepName
    from models.store.queries import MeetingRow
    from models.store.workspace import Workspace

Result = TypeVar("Result")


@dataclass(frozen=True)
class Glance:
    """What the frame shows of a workspace: its meetings, and the steps that undo and redo would take."""

    meetings: tuple[MeetingRow, ...]
    undo: StepName | None
    redo: StepName | None


NOTHING_SHOWN = Glance((), None, None)


def glimpse_of(location: str) -> tuple[MeetingRow, ...]:
    """The meetings of a file, before anything else is loaded."""
    from models.store.glimpse import glimpse

    return glimpse(location)


def open_at(location: str) -> Workspace:
    """Open a workspace."""
    from models.store.workspace import open_workspace

    return open_workspace(location)


def forget_result(_result: object) -> None:
    """Nobody waits for it."""


def import_what_rooms_need(keys: Collection[str]) -> None:
    """What rooms need: imported here, it does not stop the window."""
    from ui.rooms import import_rooms

    import_rooms(keys)


def read(workspace: Workspace, work: Callable[[Session], Result]) -> Result:
    """Read with records."""
    with workspace.read() as session:
        return work(session)


def look(workspace: Workspace, work: Callable[[Looking], Result]) -> Result:
    """Read by plain statements."""
    with workspace.look() as looking:
        return work(looking)


def change(
    workspace: Workspace,
    label: str,
    work: Callable[[Session], Result],
    initiator: object,
    values: dict[str, Value],
) -> Result:
    """One change, one undo step. A search for circles among all objects would stop the window, too."""
    from models.imports.no_collection import short_pause

    with short_pause(), workspace.change(label, initiator=initiator, **values) as session:
        return work(session)


def write(workspace: Workspace, change: Callable[[Workspace], Result]) -> Result:
    """What makes its own step: undo, redo, samples; as `change`."""
    from models.imports.no_collection import short_pause

    with short_pause():
        return change(workspace)


def list_glance(workspace: Workspace) -> Glance:
    """The meetings alone."""
    from models.store.queries import list_meetings

    with workspace.look() as looking:
        return Glance(list_meetings(looking), None, None)


def glance(workspace: Workspace) -> Glance:
    """The meetings and the next steps."""
    return replace(list_glance(workspace), undo=workspace.next_undo(), redo=workspace.next_redo())


def take(workspace: Workspace, meeting_id: int) -> MeetingSnapshot:
    """A snapshot of a meeting, as of now."""
    from models.snapshots.take import take_meeting

    with workspace.look() as looking:
        return take_meeting(looking, meeting_id, taken_at=datetime.now())


def load_all_samples(workspace: Workspace) -> Any:
    """Load the sample meetings, their agreements with final texts."""
    from models.samples import load_samples
    from ui.start.sample_texts import SampleTexts

    with SampleTexts() as texts:
        return load_samples(workspace, assemble=texts)
