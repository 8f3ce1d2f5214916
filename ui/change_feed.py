"""Every committed change as one signal in the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from models.store.changes import ChangeSet
    from models.store.workspace import Workspace


class ChangeFeed(QObject):
    """Turns `workspace.subscribe` into `committed(ChangeSet, initiator)`, queued to this object's thread."""

    committed = Signal(object, object)
    _happened = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe: Callable[[], None] | None = None
        self._happened.connect(self.committed, Qt.ConnectionType.QueuedConnection)

    def follow(self, workspace: Workspace) -> None:
        """Listen to a workspace, and to no other any more."""
        self.stop()
        self._unsubscribe = workspace.subscribe(self._tell)

    def stop(self) -> None:
        """Listen no more."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _tell(self, change: ChangeSet, initiator: object) -> None:
        """Called by the store in the thread that wrote."""
        self._happened.emit(change, initiator)
