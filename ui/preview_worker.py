"""The worker process that makes papers to look at, to print or to open. It never imports Qt.

A process of its own beside the export worker, so that a pack under way does not keep a page waiting. One wish at a
time; which of the waiting wishes comes next is decided in the window's process (`preview_desk`).
"""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Protocol

from exporters.options import ExportOptions
from exporters.registry import SIGNING_SET
from models.agreement_assembly import Assembled
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot
from ui.export_worker import Choice, Noted, Ready, lacking, paper_place, warm_up

if TYPE_CHECKING:
    from exporters.blocks import Document

A4 = (595.28, 841.89)
LONG = 150  # blocks; below this the whole paper is there as soon as one page of it would be


class Errand(Protocol):
    """Work on the meeting that is not for the window's process: it is sent as it is, and its result comes back."""

    def do(self, snapshot: MeetingSnapshot) -> object:
        """Do it. KnownError is told to whoever asked."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One paper to be made. `snapshot` None: the meeting as before. `page`: shown first where the paper is long.

    `assemble`: no paper, but the text of this agreement made ready to be kept. `errand`: something else about it.
    """

    number: int
    snapshot: MeetingSnapshot | None
    choice: Choice | None  # None: which kinds of papers there is nothing for
    options: ExportOptions
    page: int = 1
    assemble: str = ""
    errand: Errand | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """The very bytes of the paper: a PDF file, unless another format was asked for.

    Not `complete`: only page `page` of `pages`, in a file of its own; the whole follows. `title` is the paper's.
    """

    pdf: bytes
    complete: bool
    pages: int
    page: int = 1
    title: str = ""
    notices: tuple[Noted, ...] = ()
    size: tuple[float, float] = A4  # of the first page, in points


@dataclass(frozen=True, slots=True)
class Made:
    """An answer to a wish; an incomplete one is followed by another."""

    number: int
    preview: Preview


@dataclass(frozen=True, slots=True)
class Surveyed:
    """The kinds of papers for which the meeting holds nothing yet."""

    number: int
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadyToKeep:
    """The text of an agreement, assembled."""

    number: int
    assembled: Assembled


@dataclass(frozen=True, slots=True)
class ErrandDone:
    """What an errand found."""

    number: int
    result: object


@dataclass(frozen=True, slots=True)
class Refused:
    """The paper could not be made. `details` is for the log."""

    number: int
    error: KnownError | None
    details: str


MANY = 20  # agreements; the copies of fewer are made in about a second
Answer = Ready | Made | Surveyed | ReadyToKeep | ErrandDone | Refused
Send = Callable[[Answer], None]


def serve(connection: Connection) -> None:
    """Make papers until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window to answer
    warm_up()
    connection.send(Ready())
    snapshot: MeetingSnapshot | None = None
    while True:
        try:
            wish: Wish = connection.recv()
        except EOFError:
            return
        snapshot = wish.snapshot or snapshot
        answer(replace(wish, snapshot=snapshot), connection.send)


def answer(wish: Wish, send: Send) -> None:
    """Make one paper; whatever fails is an answer, too."""
    try:
        told = _answer(wish, send)
    except KnownError as error:
        send(Refused(wish.number, error, traceback.format_exc()))
    except Exception:  # whatever else it is, the window must hear of it
        send(Refused(wish.number, None, traceback.format_exc()))
    else:
        send(told)


def _answer(wish: Wish, send: Send) -> Made | Surveyed | ReadyToKeep | ErrandDone:
    snapshot, choice = wish.snapshot, wish.choice
    if snapshot is None:
        raise RuntimeError("the first wish brings no meeting")
    if wish.errand is not None:
        return ErrandDone(wish.number, wish.errand.do(snapshot))
    if wish.assemble:
        from exporters.assembly import assemble_agreement

        made_at = wish.options.made_at
        return ReadyToKeep(wish.number, assemble_agreement(snapshot, wish.assemble, made_at=made_at))
    if choice is None:
        return Surveyed(wish.number, lacking(snapshot, wish.options))
    options = replace(wish.options, language=choice.language, agreement_key=choice.agreement_key)
    if choice.document == SIGNING_SET:
        return Made(wish.number, _print_job(wish.number, snapshot, options, send))
    return Made(wish.number, _paper(wish, snapshot, choice, options, send))


def _paper(wish: Wish, snapshot: MeetingSnapshot, choice: Choice, options: ExportOptions, send: Send) -> Preview:
    """One paper, even where the kind makes one an agreement."""
    from exporters import registry
    from exporters.export import paper_of
    from ui.final_papers import final_notices

    kind = registry.find(choice.document)
    document = kind.assemble(snapshot, options)[0]
    open_places = final_notices(snapshot, [kind], options)
    if choice.format == "pdf" and len(document.blocks) > LONG:
        _send_page(wish, document, options, send)
    paper = paper_of(kind, document, choice.format, options)
    own = (Noted(paper_place(paper), notice) for notice in paper.notices)
    noted = (*(Noted(*told) for told in open_places), *own)
    size = _first_size(paper.content) if choice.format == "pdf" else A4
    return Preview(paper.content, True, paper.pages or 0, title=paper.title, notices=noted, size=size)


def _first_size(pdf: bytes) -> tuple[float, float]:
    import pypdfium2

    file = pypdfium2.PdfDocument(pdf)
    try:
        width, height = file.get_page_size(0)
        return width, height
    finally:
        file.close()


def _send_page(wish: Wish, document: Document, options: ExportOptions, send: Send) -> None:
    """The page looked at; the empty back of a cover, which the whole file has, is no page of the layout."""
    from exporters.blocks import Cover
    from exporters.export import writing_options
    from exporters.pdf.writer import write_page

    backs = int(options.duplex and any(isinstance(block, Cover) for block in document.blocks))
    number = wish.page - backs if wish.page > 1 else 1
    try:
        written = write_page(document, writing_options(document, options), number)
    except IndexError:  # the paper has become shorter than the page that was looked at
        return
    shown = number + backs if number > 1 else 1
    send(Made(wish.number, Preview(written.content, False, (written.pages or 0) + backs, shown)))


def _print_job(number: int, snapshot: MeetingSnapshot, options: ExportOptions, send: Send) -> Preview:
    """All copies of the signing set in one file, as the printer takes them; the notices are those of the set."""
    from exporters import registry
    from exporters.pdf.writer import write
    from exporters.signing_set.build import build
    from exporters.signing_set.papers import SetPapers, nothing_to_sign
    from exporters.signing_set.separators import collated
    from ui.final_papers import final_notices

    open_places = final_notices(snapshot, [registry.find("agreement")], options, with_set=True)
    signing_set = build(snapshot, options)
    if len(signing_set.agreements) > MANY:
        first = write(next(collated(signing_set, options)), options)
        send(Made(number, Preview(first.content, False, first.pages or 1)))
    job = SetPapers(signing_set, snapshot, options).print_job()
    if job is None:
        raise nothing_to_sign(snapshot, signing_set.notices)
    of_set = (Noted(SIGNING_SET, notice) for notice in (*signing_set.notices, *job.notices))
    noted = (*of_set, *(Noted(*told) for told in open_places))
    return Preview(job.content, True, job.pages or 0, title=job.title, notices=noted)
