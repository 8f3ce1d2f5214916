"""The worker process that makes papers. It never imports Qt; the window's process never imports a writer.

Fed through a pipe with frozen snapshots; answers with the frozen reports below. Cancelling means ending this process:
all papers of a job are made before the first one is saved, so a cancelled job leaves nothing behind.
"""

from __future__ import annotations

import signal
import traceback
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from exporters.options import ExportOptions
from exporters.paper import Notice, Paper
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot


@dataclass(frozen=True, slots=True)
class Choice:
    """One paper to be made."""

    document: str
    format: str
    language: str
    agreement_key: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What to make and where to put it. Without choices: the whole pack, in every language of `options`."""

    number: int
    snapshot: MeetingSnapshot
    options: tuple[ExportOptions, ...]
    folder: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded everything it needs."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` papers are made. What is being made (a kind) or was just made (a title), or: saving now."""

    number: int
    done: int
    total: int
    document: str = ""
    title: str = ""
    saving: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """Everything is saved."""

    number: int
    folder: str
    files: tuple[str, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing is saved. `details` is for the log."""

    number: int
    error: KnownError | None
    details: str


Report = Ready | Progress | Done | Failed


def serve(connection: Connection) -> None:
    """Make papers until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window to answer
    _warm_up()
    connection.send(Ready())
    while True:
        try:
            job = connection.recv()
        except EOFError:
            return
        connection.send(answer(job, connection))


def _warm_up() -> None:
    """Import what every job needs, while nobody waits."""
    from importlib import import_module

    from exporters import registry

    for path in (*registry.WRITERS.values(), *(kind.assemble_path for kind in registry.DOCUMENTS)):
        with suppress(ImportError):  # the job that needs it will say so
            import_module(path.partition(":")[0])


def answer(job: Job, connection: Connection) -> Done | Failed:
    """Do one job, telling how far it is; whatever fails is an answer, too."""
    try:
        return _run(job, connection)
    except KnownError as error:
        return Failed(job.number, error, traceback.format_exc())
    except Exception:  # whatever else it is, the window must hear of it
        return Failed(job.number, None, traceback.format_exc())


def _run(job: Job, connection: Connection) -> Done:
    from exporters.save import save_papers

    papers, left_out = _make_chosen(job, connection) if job.choices else _make_pack(job, connection)
    connection.send(Progress(job.number, len(papers), len(papers), saving=True))
    files = save_papers(papers, Path(job.folder), job.snapshot.meeting.key)
    notices = (*left_out, *(notice for paper in papers for notice in paper.notices))
    return Done(job.number, job.folder, tuple(str(file) for file in files), notices)


def _make_chosen(job: Job, connection: Connection) -> tuple[list[Paper], list[Notice]]:
    """The chosen papers; those without material are left out, unless all are."""
    from exporters.export import export_papers

    papers: list[Paper] = []
    left_out: list[Notice] = []
    refused: KnownError | None = None
    for done, choice in enumerate(job.choices):
        connection.send(Progress(job.number, done, len(job.choices), document=choice.document))
        options = replace(job.options[0], language=choice.language, agreement_key=choice.agreement_key)
        try:
            papers += export_papers(job.snapshot, choice.document, choice.format, options)
        except KnownError as error:
            if error.code != "no_material":
                raise
            refused = error
            left_out.append(Notice("left_out", (("document", choice.document),)))
    if not papers and refused is not None:
        raise refused
    return papers, left_out


def _make_pack(job: Job, connection: Connection) -> tuple[list[Paper], list[Notice]]:
    from exporters.export import pack_papers

    papers: list[Paper] = []
    left_out: list[Notice] = []
    for place, options in enumerate(job.options):

        def tell(done: int, total: int, title: str, place: int = place) -> None:
            connection.send(Progress(job.number, total * place + done, total * len(job.options), title=title))

        made, said = pack_papers(job.snapshot, options, tell)
        papers += made
        left_out += [notice for notice in said if notice not in left_out]
    return papers, left_out
