"""The worker process that makes papers. It never imports Qt; the window's process never imports a writer.

Fed through a pipe with frozen snapshots; answers with the frozen reports below. Cancelling means ending this process:
all papers of a job are made before the first one is saved, and none is saved before the window has said `Go`, after
which it cancels no more. So a cancelled job leaves nothing behind.
"""

from __future__ import annotations

import signal
import traceback
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from exporters.options import ExportOptions
from exporters.paper import Notice, Paper
from exporters.registry import SIGNING_SET
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
    """What to make and where to put it. Without choices: the whole pack, in every language of `options`.

    `file`: one paper under a name of the user's own, who has been asked about a file of that name. `read_only`: it is
    a copy to look at.
    """

    number: int
    snapshot: MeetingSnapshot
    options: tuple[ExportOptions, ...]
    folder: str
    choices: tuple[Choice, ...] = ()
    file: str = ""
    read_only: bool = False


class Existing(Enum):
    """What to do with files that would be replaced."""

    REPLACE = auto()
    KEEP_BOTH = auto()


@dataclass(frozen=True, slots=True)
class Go:
    """The window's word that the papers may be put in place."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has loaded everything it needs."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` papers are made. Which one is being made or was just made: its kind and key; or: all are
    made, and will be saved as soon as a `Go` comes.
    """

    number: int
    done: int
    total: int
    document: str = ""
    agreement_key: str = ""
    saving: bool = False


@dataclass(frozen=True, slots=True)
class Asks:
    """All papers are made, but files of other content lie in their places: an `Existing` is awaited."""

    number: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A notice, and the paper it is about ("agreement/strategic", "agenda", "signing-set")."""

    paper: str
    notice: Notice


@dataclass(frozen=True, slots=True)
class Done:
    """Everything is saved."""

    number: int
    folder: str
    files: tuple[str, ...]
    notices: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Nothing is saved, unless the error says so. `details` is for the log."""

    number: int
    error: KnownError | None
    details: str


Report = Ready | Progress | Asks | Done | Failed


class HungUpError(Exception):
    """Nobody is there to answer any more."""


def serve(connection: Connection) -> None:
    """Make papers until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window to answer
    warm_up()
    connection.send(Ready())
    with suppress(HungUpError):
        while True:
            connection.send(answer(_hear(connection), connection))


def _hear(connection: Connection) -> Any:
    """What the window says next."""
    try:
        return connection.recv()
    except EOFError as error:
        raise HungUpError from error


def warm_up() -> None:
    """Import what every job needs, while nobody waits."""
    from importlib import import_module

    from exporters import registry

    for path in (*registry.WRITERS.values(), *(kind.assemble_path for kind in registry.DOCUMENTS)):
        with suppress(ImportError):  # the job that needs it will say so
            import_module(path.partition(":")[0])


def answer(job: Job, connection: Connection) -> Done | Failed:
    """Do one job, telling how far it is; whatever fails is an answer, too. HungUpError: nobody hears it."""
    try:
        return _run(job, connection)
    except KnownError as error:
        return Failed(job.number, error, traceback.format_exc())
    except HungUpError:
        raise
    except Exception:  # whatever else it is, the window must hear of it
        return Failed(job.number, None, traceback.format_exc())


def _run(job: Job, connection: Connection) -> Done:
    papers, noted = _make_chosen(job, connection) if job.choices else _make_pack(job, connection)
    existing = _ask(job, papers, connection)
    connection.send(Progress(job.number, len(papers), len(papers), saving=True))
    _hear(connection)  # Go: from here on nobody cancels
    files = _save(job, papers, existing)
    older = (Noted(SIGNING_SET, notice) for notice in _older_copies(files))
    own = (Noted(paper_place(paper), notice) for paper in papers for notice in paper.notices)
    return Done(job.number, job.folder, files, tuple(dict.fromkeys((*noted, *own, *older))))


def paper_place(paper: Paper) -> str:
    """The paper a notice is about."""
    return f"{paper.document}/{paper.key}" if paper.key else paper.document


def _ask(job: Job, papers: list[Paper], connection: Connection) -> Existing:
    """What to do with the files in the way; asked once, and only where there are any."""
    from exporters.save import replaced_files

    if job.file and len(papers) == 1:
        return Existing.REPLACE
    files = replaced_files(papers, Path(job.folder), job.snapshot.meeting.key)
    if not files:
        return Existing.REPLACE
    connection.send(Asks(job.number, tuple(str(file) for file in files)))
    answer: Existing = _hear(connection)
    return answer


def _save(job: Job, papers: list[Paper], existing: Existing) -> tuple[str, ...]:
    from exporters.save import save_as, save_papers

    folder = Path(job.folder)
    if job.file and len(papers) == 1:  # a slip for each unit is several files, each with a name of its own
        files: tuple[Path, ...] = (save_as(papers[0], folder / job.file),)
    else:
        files = save_papers(papers, folder, job.snapshot.meeting.key, beside=existing is Existing.KEEP_BOTH)
    if job.read_only:
        for file in files:
            file.chmod(0o444)
    return tuple(str(file) for file in files)


def _older_copies(files: tuple[str, ...]) -> tuple[Notice, ...]:
    from exporters.signing_set.print_shop import older_copies

    return older_copies(map(Path, files))


def _make_chosen(job: Job, connection: Connection) -> tuple[list[Paper], list[Noted]]:
    """The chosen papers; those without material are left out, unless all are."""
    papers: list[Paper] = []
    noted: list[Noted] = []
    refused: KnownError | None = None
    for done, choice in enumerate(job.choices):
        about = Progress(job.number, done, len(job.choices), choice.document, choice.agreement_key or "")
        connection.send(about)
        try:
            made, said = make(job.snapshot, choice, job.options[0])
        except KnownError as error:
            if error.code not in ("no_material", "signed_in_other_language"):
                raise
            refused = error
            noted.append(Noted(choice.document, Notice("left_out", (("document", choice.document),))))
            continue
        papers += made
        noted += said
    if not papers and refused is not None:
        raise refused
    return papers, noted


def make(
    snapshot: MeetingSnapshot, choice: Choice, given: ExportOptions
) -> tuple[tuple[Paper, ...], tuple[Noted, ...]]:
    """The papers of one choice; a final one is checked first. KnownError: what `export_papers` and the checks raise."""
    from exporters import registry
    from exporters.export import export_papers, signing_set_works
    from exporters.signing_set.papers import nothing_to_sign
    from ui.final_papers import final_notices

    options = replace(given, language=choice.language, agreement_key=choice.agreement_key)
    if choice.document != registry.SIGNING_SET:
        open_places = final_notices(snapshot, [registry.find(choice.document)], options)
        papers = export_papers(snapshot, choice.document, choice.format, options)
        return papers, tuple(Noted(place, notice) for place, notice in open_places)
    works, notices = signing_set_works(snapshot, options)
    if not works:
        raise nothing_to_sign(snapshot, notices)
    open_places = final_notices(snapshot, [registry.find("agreement")], options, with_set=True)
    noted = (*(Noted(registry.SIGNING_SET, notice) for notice in notices), *(Noted(*told) for told in open_places))
    return tuple(work() for work in works), noted


def _make_pack(job: Job, connection: Connection) -> tuple[list[Paper], list[Noted]]:
    from exporters.export import pack_papers

    papers: list[Paper] = []
    noted: list[Noted] = []
    for place, options in enumerate(job.options):

        def tell(done: int, total: int, paper: Paper | None, place: int = place) -> None:
            document, key = (paper.document, paper.key) if paper else ("", "")
            counted = total * place + done, total * len(job.options)
            connection.send(Progress(job.number, *counted, document, key))

        noted += _final_notices(job.snapshot, options)
        made, said = pack_papers(job.snapshot, options, tell)
        papers += made
        noted += [Noted(dict(notice.values).get("document", SIGNING_SET), notice) for notice in said]
    return papers, noted


def _final_notices(snapshot: MeetingSnapshot, options: ExportOptions) -> list[Noted]:
    """What a final pack leaves open. KnownError: english_missing."""
    from exporters import registry
    from ui.final_papers import final_notices

    if not options.final:
        return []
    nothing = lacking(snapshot, options)
    kinds = [kind for kind in registry.DOCUMENTS if kind.in_packs and kind.key not in nothing]
    return [Noted(*told) for told in final_notices(snapshot, kinds, options, with_set=True)]


def lacking(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[str, ...]:
    """The kinds of papers for which the meeting holds nothing yet."""
    from exporters import registry

    found = []
    for kind in registry.DOCUMENTS:
        try:
            kind.assemble(snapshot, options)
        except KnownError as error:
            if error.code != "no_material":
                raise
            found.append(kind.key)
    return tuple(found)
