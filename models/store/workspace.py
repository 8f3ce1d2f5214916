"""The workspace: the two doors to everything stored, and undo."""

from __future__ import annotations

import errno
import logging
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from models.errors import KnownError, Value
from models.looking import FileLook, Looking
from models.store.database_errors import known_errors
from models.store.file_connections import connect
from models.store.held_locks import HeldLocks
from models.store.location import Location, parse_location
from models.store.lock import WorkspaceLock, host_name, user_name
from models.store.looks import FileLooks, Looks, SharedLooks
from models.store.news import News
from models.store.revisions import OURS, refuse_other_files, stored_revision

if TYPE_CHECKING:  # looking at a file does without SQLAlchemy and the records: starting is quick, resting is cheap
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

    from models.store.changes import ChangeSet
    from models.store.next_steps import StepName
    from models.store.recorder import Recorder

Listener = Callable[["ChangeSet", object], None]

LABEL = re.compile(r"[a-z][a-z0-9_]*")
NO_RIGHTS = (errno.EACCES, errno.EPERM, errno.EROFS)

log = logging.getLogger(__name__)


class Workspace:
    """An open workspace. Any thread may read and change; changes come one after the other."""

    def __init__(
        self,
        location: Location,
        make_engine: Callable[[], Engine],
        looks: Looks,
        *,
        client: str,
        lock: WorkspaceLock | None,
        held: HeldLocks | None = None,
    ) -> None:
        """Use `open_workspace`; without a lock a file is only read. The engine is made for the first change."""
        self.location = str(location)
        self.name = location.name
        self.client = client
        self.read_only = location.path is not None and lock is None
        self._make_engine, self._looks = make_engine, looks
        self._made_engine: Engine | None = None
        self._making = threading.Lock()
        self._lock, self._held = lock, held
        self._writer = threading.Lock()
        self._writing_thread: int | None = None
        self._listeners: list[Listener] = []
        self._news = News()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one moment and cannot write. Take plain values out of it, never rows."""
        engine = self._engine()
        from sqlalchemy.orm import Session

        from models.store.engines import Door, opened

        with (
            known_errors(self.location),
            opened(engine, Door("read() only reads")) as connection,
            Session(connection, autoflush=False) as session,
        ):
            yield session

    @contextmanager
    def look(self) -> Iterator[Looking]:
        """One moment, read by plain statements (`stored_rows`): of a file without SQLAlchemy and the records."""
        with known_errors(self.location), self._looks.look() as looking:
            if self._held is not None:
                self._held.hold_index()
            yield looking

    def get_ready(self) -> None:
        """Load what the first change and `read` need: half a second that nobody waits for later."""
        self._engine()
        from sqlalchemy.orm import configure_mappers

        from models.store import history, recorder

        assert history and recorder
        configure_mappers()

    @contextmanager
    def change(self, label: str, *, initiator: object = None, **values: Value) -> Iterator[Session]:
        """One transaction, one undo step, one broadcast; an exception leaves no trace. KnownError: see `_changing`.

        `label` is the code of what is done ("reorder_agenda"), `values` fill its sentence.
        """
        from models.store.history import keep_change
        from models.store.next_steps import StepName
        from models.store.recorder import ChangeSession

        if not LABEL.fullmatch(label):
            raise ValueError(f"a label is a code such as 'reorder_agenda', not {label!r}")
        with self._changing() as recorder:
            with ChangeSession(recorder) as session:
                yield session
                session.flush()
            done = keep_change(recorder, self.client, StepName(label, values))
        self._tell(done, initiator)

    @contextmanager
    def change_for_good(self, label: str, *, initiator: object = None, **values: Value) -> Iterator[Session]:
        """As `change`, but nothing takes it back: with it goes the undo history of every client, whatever it held.

        For the deletion of personal data alone. `compact` then takes it out of the file, too.
        """
        from models.store.history import keep_for_good
        from models.store.next_steps import StepName
        from models.store.recorder import ChangeSession

        with self._changing() as recorder:
            with ChangeSession(recorder) as session:
                yield session
                session.flush()
            done = keep_for_good(recorder, self.client, StepName(label, values))
        self._tell(done, initiator)

    def compact(self) -> None:
        """Write the file anew, so that nothing deleted can be read from free pages. A shared database does so itself.

        KnownError: workspace_read_only, workspace_busy, disk_full.
        """
        if self.read_only:
            raise KnownError("workspace_read_only", path=self.location)
        engine = self._engine()
        if engine.dialect.name != "sqlite":
            return
        with self._alone(), known_errors(self.location):
            raw = engine.raw_connection()
            try:
                cursor = raw.cursor()
                cursor.execute("PRAGMA secure_delete=ON")
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()

    def undo(self, *, initiator: object = None, expected: StepName | None = None) -> ChangeSet:
        """Take back this client's newest step; `expected` is the one the user was shown.

        KnownError: nothing_to_undo, step_not_next, step_row_changed, step_row_deleted …
        """
        return self._replay("undo", initiator, expected)

    def redo(self, *, initiator: object = None, expected: StepName | None = None) -> ChangeSet:
        """Do again the step undone last. KnownError: nothing_to_redo, and as `undo`."""
        return self._replay("redo", initiator, expected)

    def next_undo(self) -> StepName | None:
        """What `undo` would take back."""
        return self._next_step(undone=False)

    def next_redo(self) -> StepName | None:
        """What `redo` would do again."""
        return self._next_step(undone=True)

    def has_news(self) -> bool:
        """Whether others (another process, another computer) have changed something since this was last asked.

        The first answer is no: it only remembers where things stand. Cheap enough to be asked every second or two.
        """
        with self.look() as looking:
            return self._news.look(looking)

    def subscribe(self, listener: Callable[[ChangeSet, object], None]) -> Callable[[], None]:
        """Call `listener(change_set, initiator)` after each commit, in the changing thread; returns the unsubscribe."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def close(self) -> None:
        """Close the connections and leave the lock; closing twice is harmless."""
        if self._held is not None:
            self._held.let_go()
        self._looks.close()
        if self._made_engine is not None:
            self._made_engine.dispose()
        if self._held is not None:
            self._held.close()
        if self._lock is not None:
            self._lock.release()

    def _engine(self) -> Engine:
        with self._making:
            if self._made_engine is None:
                self._made_engine = self._make_engine()
            return self._made_engine

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _replay(self, action: Literal["undo", "redo"], initiator: object, expected: StepName | None) -> ChangeSet:
        from models.store.history import replay

        with self._changing() as recorder:
            done = replay(recorder, self.client, action, expected)
        self._tell(done, initiator)
        return done

    def _next_step(self, *, undone: bool) -> StepName | None:
        from models.store.next_steps import next_step

        with self.look() as looking:
            found = next_step(looking, self.client, undone=undone)
        return found[1] if found else None

    @contextmanager
    def _changing(self) -> Iterator[Recorder]:
        """A transaction with its recorder, committed at the end.

        KnownError: workspace_read_only, workspace_busy, disk_full, record_in_use, record_missing, key_taken,
        changed_elsewhere, text_too_long, text_unreadable …
        """
        if self.read_only:
            raise KnownError("workspace_read_only", path=self.location)
        engine = self._engine()
        from sqlalchemy.exc import IntegrityError

        from models.store.engines import Door, opened
        from models.store.recorder import Recorder
        from models.store.refusals import refusal

        door = Door("change() writes through records only: this leaves no image to undo with", writing=True)
        with self._alone(), known_errors(self.location), opened(engine, door) as connection:
            recorder = Recorder(connection, door)
            try:
                with connection.begin():
                    yield recorder
                self._news.note_own(recorder.audit_entry)
            except IntegrityError as error:
                connection.connection.rollback()  # a COMMIT that is refused leaves SQLite's transaction open
                known = refusal(error, recorder, connection)
                if known is None:
                    raise
                raise known from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One writer at a time; a change within a change would wait for itself."""
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("change() within change()")
        with self._writer:
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    def _tell(self, done: ChangeSet | None, initiator: object) -> None:
        """Tell every listener. The change is committed: a listener that fails must not make it look undone."""
        if done is None:
            return
        for listener in tuple(self._listeners):
            try:
                listener(done, initiator)
            except Exception:
                log.exception("A listener failed after %s", done.label)


def open_workspace(location: str | Path, *, client: str | None = None) -> Workspace:
    """Open a workspace, create it if it is missing, migrate it if it is older.

    `client` names whose undo history is used: by default this user on this host. A file or folder without write rights
    is opened for reading. KnownError: not_a_workspace, workspace_newer, workspace_held_elsewhere,
    workspace_unreachable, workspace_damaged, workspace_needs_upgrade, disk_full, database_unreachable …
    """
    place, client = parse_location(location), client or f"{user_name()}@{host_name()}"
    with known_errors(str(place)):
        if place.path is None:
            return _open_url(place, client)
        lock = _enter(place.path)
        if lock is None:
            return _open_reading(place, place.path, client)
        return _open_file(place, place.path, client, lock)


def _enter(path: Path) -> WorkspaceLock | None:
    """Our entry in the lock file, None without the right to write.

    KnownError: workspace_unreachable, workspace_held_elsewhere.
    """
    lock = WorkspaceLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _ask_to_write(path)
        lock.acquire()
    except OSError as error:
        if error.errno in NO_RIGHTS and path.is_file():
            return None
        raise KnownError("workspace_unreachable", path=str(path), reason=error.strerror or "") from error
    return lock


def _ask_to_write(path: Path) -> None:
    """OSError: no rights. Where locks go with any closing (POSIX), the file is only asked for: we may have it open."""
    if os.name == "posix" and path.is_file():
        if not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    elif path.exists():
        path.open("r+b").close()


def _open_file(place: Location, path: Path, client: str, lock: WorkspaceLock) -> Workspace:
    """A file that may be written."""
    try:
        if path.exists():
            refuse_other_files(path)
        with closing(connect(path)) as connection:
            revision = stored_revision(FileLook(connection), str(place))
        if revision != OURS.head:
            _migrate_file(path)
        held = HeldLocks(path) if _use_write_ahead_log(path) else None
    except BaseException:
        lock.release()
        raise
    if held is not None:
        held.hold()
    return Workspace(place, lambda: _file_engine(path), FileLooks(path), client=client, lock=lock, held=held)


def _file_engine(path: Path, *, read_only: bool = False) -> Engine:
    from models.store.lean_sqlalchemy import load_sqlalchemy

    load_sqlalchemy()
    from models.store.engines import file_engine

    return file_engine(path, read_only=read_only)


def _migrate_file(path: Path) -> None:
    from models.store.backup import back_up
    from models.store.engines import file_engine
    from models.store.migrate import migrate

    engine = file_engine(path, foreign_keys=False)
    migrate(engine, str(path), before=lambda: back_up(path, None))


def _use_write_ahead_log(path: Path) -> bool:
    """Let readers read while somebody writes. A file system that cannot keeps the old journal, which is as safe."""
    with closing(connect(path)) as connection:
        return bool(connection.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",))


def _open_reading(place: Location, path: Path, client: str) -> Workspace:
    """A file that is only read. KnownError: workspace_needs_upgrade."""
    WorkspaceLock(path).check()
    refuse_other_files(path)
    looks = FileLooks(path, read_only=True)
    with looks.look() as looking:
        found = stored_revision(looking, str(place))
    if found != OURS.head:
        raise KnownError("workspace_needs_upgrade", path=str(path), found=found or "", known=OURS.head)
    return Workspace(place, lambda: _file_engine(path, read_only=True), looks, client=client, lock=None)


def _open_url(place: Location, client: str) -> Workspace:
    """A shared database."""
    from models.store.engines import url_engine
    from models.store.migrate import migrate

    assert place.url is not None
    engine = url_engine(place.url)
    try:
        migrate(engine, str(place))
    except BaseException:
        engine.dispose()
        raise
    return Workspace(place, lambda: engine, SharedLooks(engine), client=client, lock=None)
