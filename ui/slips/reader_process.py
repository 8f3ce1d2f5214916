"""The worker process that reads slips and plans the import. It never imports Qt; the window's process never a parser.

Fed through a pipe with what is to be read and what the workspace knows; answers with the frozen reports below. Files
that were read stay read until they change on the disk: after a correction they are only understood and planned anew.
"""

from __future__ import annotations

import logging
import signal
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import KnownError
from models.imports.book import Book, Note
from models.imports.plan import ImportPlan, PlanRow, ReadFile
from models.imports.tables import Corrections
from ui.slips.sources import Slip, Source, slips_of

if TYPE_CHECKING:
    from models.imports.known_people import KnownPeople


@dataclass(frozen=True, slots=True)
class Wish:
    """What to read, what is known, and what was set right. `passwords` are tried on every file that has one."""

    number: int
    sources: tuple[Source, ...]
    known: KnownPeople
    clipboard_name: str = ""
    passwords: tuple[str, ...] = ()
    corrections: Mapping[str, Corrections] = field(default_factory=dict)  # by the name of the file in the plan


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded everything it needs."""


@dataclass(frozen=True, slots=True)
class Reading:
    """`done` of `total` files are read; this one is next."""

    number: int
    done: int
    total: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Planned:
    """The whole plan, and where each of its files lies ("" for the clipboard)."""

    number: int
    plan: ImportPlan
    paths: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlannedRows:
    """Some rows of the plan that follows: whoever reads them from the pipe stops the window for a moment only."""

    number: int
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class NotPlanned:
    """There is no plan. `details` is for the log."""

    number: int
    error: KnownError | None
    details: str


Report = Ready | Reading | PlannedRows | Planned | NotPlanned
ROWS_AT_ONCE = 500
Stamp = tuple[object, ...]

log = logging.getLogger(__name__)


def serve(connection: Connection) -> None:
    """Read and plan until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window to answer
    reader = SlipReader()
    connection.send(Ready())
    while True:
        try:
            wish = connection.recv()
        except EOFError:
            return
        for report in pieces(reader.answer(wish, connection)):
            connection.send(report)


def pieces(report: Planned | NotPlanned) -> Iterator[PlannedRows | Planned | NotPlanned]:
    """The plan behind its rows. Those of the files are the same ones, and stay here."""
    if isinstance(report, Planned):
        rows = report.plan.rows
        for start in range(0, len(rows), ROWS_AT_ONCE):
            yield PlannedRows(report.number, rows[start : start + ROWS_AT_ONCE])
        files = tuple(replace(file, understood=replace(file.understood, rows=())) for file in report.plan.files)
        report = replace(report, plan=replace(report.plan, rows=(), files=files))
    yield report


def whole(planned: Planned, rows: Sequence[PlanRow]) -> Planned:
    """The plan with the rows that came before it."""
    return replace(planned, plan=replace(planned.plan, rows=tuple(rows)))


class SlipReader:
    """Reads each file once, plans as often as it is asked."""

    def __init__(self) -> None:
        self._books: dict[str, tuple[Stamp, Book]] = {}

    def answer(self, wish: Wish, connection: Connection) -> Planned | NotPlanned:
        """Do what is wished, telling how far it is; whatever fails is an answer, too."""
        try:
            return self._plan(wish, connection)
        except KnownError as error:
            return NotPlanned(wish.number, error, traceback.format_exc())
        except Exception:  # whatever else it is, the window must hear of it
            return NotPlanned(wish.number, None, traceback.format_exc())

    def _plan(self, wish: Wish, connection: Connection) -> Planned:
        from models.imports.no_collection import no_collection

        with no_collection():
            return self._planned(wish, connection)

    def _planned(self, wish: Wish, connection: Connection) -> Planned:
        from models.imports.plan_import import plan_import

        slips = slips_of(wish.sources, wish.clipboard_name)
        files: list[ReadFile] = []
        refused: list[tuple[str, Note]] = []
        for done, slip in enumerate(slips):
            connection.send(Reading(wish.number, done, len(slips), slip.name))
            try:
                files.append(self._read_file(slip, wish))
            except KnownError as error:
                refused.append((slip.name, Note(error.code, dict(error.values))))
            except Exception as error:  # a reader's own fault: the other slips are read all the same
                log.exception("A slip could not be read")
                refused.append((slip.name, Note("slip_failed", {"file": slip.name, "reason": type(error).__name__})))
        self._forget_others(slips)
        connection.send(Reading(wish.number, len(slips), len(slips)))
        plan = plan_import(tuple(files), wish.known, refused_files=tuple(refused))
        return Planned(wish.number, plan, {slip.name: slip.source.path for slip in slips})

    def _read_file(self, slip: Slip, wish: Wish) -> ReadFile:
        """One file, read and understood. KnownError: what readers refuse."""
        from models.imports.understand import understand

        book = replace(self._book(slip, wish.passwords), name=slip.name)
        corrections = wish.corrections.get(slip.name, Corrections())
        understood = understand(
            book,
            remembered=wish.known.remembered,
            corrections=corrections,
            meeting_year=wish.known.meeting_year,
            known_units=wish.known.unit_names,
        )
        return ReadFile(book, understood, corrections)

    def _book(self, slip: Slip, passwords: Sequence[str]) -> Book:
        key, stamp = _key(slip.source), _stamp(slip.source)
        kept = self._books.get(key)
        if kept is None or kept[0] != stamp:
            kept = (stamp, read_source(slip.source, passwords))
            self._books[key] = kept
        return kept[1]

    def _forget_others(self, slips: Sequence[Slip]) -> None:
        wanted = {_key(slip.source) for slip in slips}
        self._books = {key: kept for key, kept in self._books.items() if key in wanted}


def read_source(source: Source, passwords: Sequence[str]) -> Book:
    """A file, opened with the first password that fits; or the clipboard. KnownError: what readers refuse."""
    from models.imports.read_clipboard import read_clipboard
    from models.imports.read_table import read_file

    if not source.path:
        return read_clipboard(source.text, source.html)
    path = Path(source.path)
    try:
        return read_file(path)
    except KnownError as error:
        if error.code != PASSWORD_NEEDED or not passwords:
            raise
    refusal = KnownError(PASSWORD_WRONG, name=path.name)
    for password in passwords:
        try:
            return read_file(path, password=password)
        except KnownError as error:
            if error.code != PASSWORD_WRONG:
                raise
            refusal = error
    raise refusal


PASSWORD_NEEDED, PASSWORD_WRONG = "slip_password_needed", "slip_password_wrong"


def _key(source: Source) -> str:
    return source.path or f"{source.text}\n{source.html}"


def _stamp(source: Source) -> Stamp:
    """Changes when the file does."""
    if not source.path:
        return ()
    try:
        found = Path(source.path).stat()
    except OSError:
        return ()  # reading it will say why
    return (found.st_size, found.st_mtime_ns)
