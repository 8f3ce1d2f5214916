"""What every room may ask of the window: to change and read the workspace, to tell, to go elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from ui.dialogs.troubles import Action

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.errors import Value
    from models.looking import Looking
    from ui.export_desk import ExportDesk
    from ui.own_undo import Lender
    from ui.preview_desk import PreviewDesk
    from ui.settings import Settings
    from ui.workspace_link import WorkspaceLink

Result = TypeVar("Result")


@dataclass(frozen=True)
class Office:
    """The services of the window, handed to each room when it is made.

    `tell_error(action, error)` opens the calm dialog; `notice(words)` shows a line that goes away; `show_place(place)`
    opens the room that holds a place ("people/12/title_zh") and puts the cursor there.
    """

    link: WorkspaceLink
    settings: Settings
    desk: ExportDesk
    tell_error: Callable[[Action, Exception], None]
    notice: Callable[[str], None]
    show_place: Callable[[str], None]
    undo: Lender  # a page with steps of its own lends them

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.link.read_only

    @property
    def preview(self) -> PreviewDesk:
        """The desk that makes papers to look at, in a worker process; started when it is first asked for."""
        return self.desk.preview

    def change(
        self,
        label: str,
        work: Callable[[Session], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        initiator: object = None,
        **values: Value,
    ) -> None:
        """One undo step, written in the writer's thread; a failure is told, and `failed` may give back what was typed.

        `work` runs in another thread: it may touch the session and frozen values, never a widget.
        """

        def not_done(error: Exception) -> None:
            if failed is not None:
                failed(error)
            self.tell_error(Action.CHANGE, error)

        self.link.change(label, work, done=done, failed=not_done, initiator=initiator, **values)

    def read(
        self,
        work: Callable[[Session], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Read in the reader's thread; `done` gets frozen values in the window's thread, never a stored row."""
        self.link.read(work, done, failed or self._not_read)

    def look(
        self,
        work: Callable[[Looking], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """As `read`, for what is read without records: it loads no more than a window at rest has anyway."""
        self.link.look(work, done, failed or self._not_read)

    def _not_read(self, error: Exception) -> Any:
        self.tell_error(Action.OTHER, error)
