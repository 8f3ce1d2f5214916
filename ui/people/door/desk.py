"""What the door asks of the workspace: every tick is one step; Backspace takes the last one back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.people.door.form import Came

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.errors import Value
    from models.store.changes import ChangeSet
    from ui.office import Office


class DoorDesk(QObject):
    """`taken_back(label, name)`: a step made here was undone. `can_undo` while the last step was made here."""

    taken_back = Signal(str, str)

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self.meeting_id = 0
        self._office = office
        self._steps: list[tuple[str, Any]] = []
        office.link.feed.committed.connect(self._committed)

    @property
    def can_undo(self) -> bool:
        """Whether Backspace takes something back."""
        return bool(self._steps)

    def sign_in(self, attendance_id: int, name: str, failed: Callable[[Exception], None]) -> None:
        """They are here."""
        from models.actions.presence import sign_in

        now = _now()
        self._change("sign_in", lambda session: sign_in(session, (attendance_id,), at=now), failed, name=name)

    def sign_out(self, attendance_id: int, name: str) -> None:
        """They are not."""
        from models.actions.presence import sign_out

        self._change("sign_out", lambda session: sign_out(session, (attendance_id,)), name=name)

    def substitute(self, attendance_id: int, name: str, came: Came) -> None:
        """Somebody else came in their place."""
        from models.actions.presence import substitute_came

        now = _now()

        def work(session: Session) -> int:
            return substitute_came(session, attendance_id, at=now, person_id=came.person_id, name=came.name)

        self._change("substitute_came", work, name=name, substitute=came.name)

    def walk_in(self, came: Came) -> None:
        """Somebody came whom nobody had announced."""
        from models.actions.presence import walk_in

        now, meeting_id = _now(), self.meeting_id

        def work(session: Session) -> int:
            return walk_in(
                session,
                meeting_id,
                at=now,
                person_id=came.person_id,
                name=came.name,
                unit_id=came.unit_id,
                unit_name=came.unit_name,
                side_id=came.side_id,
            )

        self._change("walk_in", work, name=came.name)

    def undo(self) -> None:
        """Take the last step back, where it was made here."""
        if self._steps:
            self._office.link.undo(newest=True)

    def forget(self) -> None:
        """Another meeting: nothing is taken back any more."""
        self._steps.clear()

    def _change(
        self,
        label: str,
        work: Callable[[Session], object],
        failed: Callable[[Exception], None] | None = None,
        *,
        name: str,
        **more: Value,
    ) -> None:
        values: dict[str, Value] = {"name": name, **more}
        self._office.change(label, work, failed=failed, done=None, initiator=self, **values)

    def _committed(self, change: ChangeSet, initiator: object) -> None:
        """Our own steps pile up; one that is undone comes off; anybody else's work hides them."""
        name = change.values.get("name", "")
        if change.action == "change" and initiator is self:
            self._steps.append((change.label, name))
        elif change.action == "undo" and self._steps[-1:] == [(change.label, name)]:
            self._steps.pop()
            self.taken_back.emit(change.label, str(name))
        else:
            self._steps.clear()


def _now() -> datetime:
    """The wall clock at the door."""
    return datetime.now().replace(second=0, microsecond=0)
