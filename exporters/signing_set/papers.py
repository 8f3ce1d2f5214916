"""The signing set as papers: signing order, print job, and the folder for the print shop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from hashlib import sha256

from exporters.blocks import Document
from exporters.fingerprint import content_hash
from exporters.options import ExportOptions
from exporters.paper import Notice, Paper, Written
from exporters.registry import SIGNING_SET
from exporters.signing_set.build import SIGNED_ELSEWHERE, SigningSet
from exporters.signing_set.print_list import print_list
from exporters.signing_set.print_shop import PRINT_SHOP, PrintFile, print_files
from exporters.signing_set.separators import collated
from exporters.signing_set.signing_order import signing_order
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator

FOLDER = "01-signing-set"

Work = Callable[[], Paper]


def set_folder(options: ExportOptions) -> str:
    """The folder of a set: drafts, one-sided and swapped copies each lie apart, so that no two are ever mixed up."""
    traits = {"draft": not options.final, "single-sided": not options.duplex, "swapped": options.swap_labels}
    return "-".join((FOLDER, *(name for name, holds in traits.items() if holds)))


def nothing_to_sign(snapshot: MeetingSnapshot, notices: Sequence[Notice]) -> KnownError:
    """Why a set holds no copies: its agreements are signed in the other language, or there are none."""
    if notices and all(notice.code in SIGNED_ELSEWHERE for notice in notices):
        return KnownError("signed_in_other_language")
    return KnownError("no_material", document=SIGNING_SET, meeting=snapshot.meeting.key)


class SetPapers:
    """Makes the papers of one set, one at a time, so that whoever asks can tell how far it is."""

    def __init__(self, signing_set: SigningSet, snapshot: MeetingSnapshot, options: ExportOptions) -> None:
        self._set, self._snapshot, self._options = signing_set, snapshot, options
        self._files: Sequence[PrintFile] = print_files(signing_set, options)
        self._pages: dict[str, int] = {}
        self._ = translator(options.language).gettext

    def works(self) -> tuple[Work, ...]:
        """The papers to make, in order: the print list comes last, since it counts the pages of the others."""
        if not self._files:  # no agreement, or none of them with parties yet
            return ()
        copies = ((lambda file=file: self._copy(file)) for file in self._files)
        return (self._order, self._job, *copies, self._list)

    def print_job(self) -> Paper | None:
        """All copies in one file, as the printer takes them; None where nothing is to be signed."""
        return self._job() if self._files else None

    def _order(self) -> Paper:
        document = signing_order(self._set, self._snapshot, self._options)
        return self._sheet(document, self._named("01_signing-order"), self._("Signing order"))

    def _job(self) -> Paper:
        """All copies with their separator sheets in one file, ready for the printer."""
        from exporters.pdf.writer import write_together

        documents = tuple(collated(self._set, self._options))
        written = write_together(documents, self._options, fronts=self._options.duplex)
        texts = "\n".join(signed.content_hash for signed in self._set.agreements)
        words = sha256(texts.encode("ascii")).hexdigest()
        return self._paper(written, words, self._named("02_print-job"), self._("Print job: all copies"))

    def _copy(self, file: PrintFile) -> Paper:
        from exporters.pdf.writer import write

        written = write(file.run.document, self._options)
        self._pages[file.stem] = written.pages or 0
        made = self._paper(written, file.signed.content_hash, f"{self._shop}/{file.stem}", file.run.document.title)
        return replace(made, document="agreement", key=file.signed.agreement.key, language=file.run.document.language)

    def _list(self) -> Paper:
        document = print_list(self._files, self._pages, self._snapshot, self._options)
        stem = "print-list" if self._options.language == "en" else self._("Print list")
        return self._sheet(document, f"{self._shop}/00_{stem}", self._("Print list"))

    def _sheet(self, document: Document, stem: str, title: str) -> Paper:
        from exporters.pdf.writer import write

        return self._paper(write(document, self._options), content_hash(document), stem, title)

    def _paper(self, written: Written, words: str, stem: str, title: str) -> Paper:
        return Paper(
            document=SIGNING_SET,
            format="pdf",
            language=self._options.language,
            title=title,
            content=written.content,
            content_hash=words,
            pages=written.pages,
            notices=written.notices,
            file=f"{set_folder(self._options)}/{stem}.pdf",
        )

    def _named(self, stem: str) -> str:
        return f"{stem}_{self._snapshot.meeting.key}_{self._options.language}"

    @property
    def _shop(self) -> str:
        return f"{PRINT_SHOP}-{self._options.language}"
