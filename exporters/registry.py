"""Every paper the app can make: kind × format × language → functions. Menus, command line and tests read this table.

A new paper is one function in `documents/` and one row here. Functions are named by path and imported when first used,
so that listing papers costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from exporters.blocks import Document
from exporters.options import ExportOptions
from exporters.paper import Written
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot

Assemble = Callable[[MeetingSnapshot, ExportOptions], tuple[Document, ...]]
Write = Callable[[Document, ExportOptions], Written]

LANGUAGES = ("zh", "en")


def N_(message: str) -> str:
    """Mark a title for the catalogs; it is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One paper: `key` as on the command line, `title` a message, `assemble` the path of its function.

    `assemble(snapshot, options)` returns one Document, or one an agreement; it raises KnownError("no_material") when
    the meeting holds nothing for it. `order` is the {nn} in file names. `in_signing_pack`: with the agreements.
    """

    key: str
    title: str
    formats: tuple[str, ...]
    assemble_path: str
    order: int
    languages: tuple[str, ...] = LANGUAGES
    per_agreement: bool = False
    in_packs: bool = True  # False: made only where somebody asks for it

    def assemble(self, snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
        """Make the blocks of this paper."""
        return cast(Assemble, _load(self.assemble_path))(snapshot, options)


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind(
        "agreement",
        N_("Agreement"),
        ("pdf", "docx"),
        "exporters.documents.agreement:assemble",
        10,
        languages=(*LANGUAGES, "zh-en"),
        per_agreement=True,
    ),
    DocumentKind(
        "comparison",
        N_("Comparison"),
        ("pdf",),
        "exporters.documents.comparison:assemble",
        12,
        per_agreement=True,
        in_packs=False,
    ),
    DocumentKind(
        "signature-pages", N_("Signature pages"), ("pdf",), "exporters.documents.signature_pages:assemble", 15
    ),
    DocumentKind("agenda", N_("Agenda"), ("pdf", "docx"), "exporters.documents.agenda:assemble", 20),
    DocumentKind("handbook", N_("Conference handbook"), ("pdf",), "exporters.documents.handbook:assemble", 25),
    DocumentKind("schedule", N_("Schedule"), ("pdf",), "exporters.documents.schedule:assemble", 30),
    DocumentKind("invitation", N_("Invitation"), ("docx", "pdf"), "exporters.documents.invitation:assemble", 35),
    DocumentKind("reply-slip", N_("Reply slip"), ("xlsx",), "exporters.documents.reply_slip:assemble", 37),
    DocumentKind("attendees", N_("List of attendees"), ("xlsx", "pdf"), "exporters.documents.attendees:assemble", 40),
    DocumentKind("sign-in", N_("Sign-in sheet"), ("xlsx", "pdf"), "exporters.documents.sign_in:assemble", 50),
    DocumentKind("contacts", N_("Contact list"), ("xlsx",), "exporters.documents.contacts:assemble", 52),
    DocumentKind(
        "table-cards",
        N_("Table cards"),
        ("pdf",),
        "exporters.documents.table_cards:assemble",
        54,
        languages=(*LANGUAGES, "zh-en"),
    ),
    DocumentKind(
        "badges", N_("Badges"), ("pdf",), "exporters.documents.badges:assemble", 56, languages=(*LANGUAGES, "zh-en")
    ),
    DocumentKind("itinerary", N_("Visit itinerary"), ("pdf", "xlsx"), "exporters.documents.itinerary:assemble", 60),
    DocumentKind("logistics", N_("Logistics"), ("xlsx",), "exporters.documents.logistics:assemble", 65),
    DocumentKind("ledger", N_("Cooperation ledger"), ("xlsx",), "exporters.documents.ledger:assemble", 70),
    DocumentKind("register", N_("Register of agreements"), ("xlsx",), "exporters.documents.register:assemble", 75),
    DocumentKind("fact-sheet", N_("Fact sheet"), ("docx",), "exporters.documents.fact_sheet:assemble", 80),
    DocumentKind("proof-sheet", N_("Proof sheet"), ("pdf",), "exporters.documents.proof_sheet:assemble", 90),
)

WRITERS = {
    "pdf": "exporters.pdf.writer:write",
    "xlsx": "exporters.xlsx.writer:write",
    "docx": "exporters.docx.writer:write",
}


SIGNING_SET = "signing-set"  # made by a pack only, so it is no kind of its own
_SIGNING_SET_TITLE = N_("Signing set")


def title(key: str) -> str:
    """The message that names a paper, or the signing set of a pack."""
    return _SIGNING_SET_TITLE if key == SIGNING_SET else find(key).title


def find(key: str) -> DocumentKind:
    """The paper with this key, or KnownError("unknown_document")."""
    for kind in DOCUMENTS:
        if kind.key == key:
            return kind
    raise KnownError("unknown_document", document=key, known=", ".join(kind.key for kind in DOCUMENTS))


def writer(format_name: str) -> Write:
    """The writer of a format."""
    return cast(Write, _load(WRITERS[format_name]))


def _load(path: str) -> object:
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)
