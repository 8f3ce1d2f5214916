"""From a snapshot to finished papers: one kind in one format, or everything a meeting has material for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from exporters import registry
from exporters.blocks import Document
from exporters.fingerprint import content_hash
from exporters.options import ExportOptions
from exporters.paper import Notice, Paper
from exporters.registry import DocumentKind
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator

Progress = Callable[[int, int, Paper | None], None]
Work = Callable[[], Paper]


def export_papers(snapshot: MeetingSnapshot, kind: str, format_name: str, options: ExportOptions) -> tuple[Paper, ...]:
    """The papers of one kind in one format: one, or one an agreement.

    Raises KnownError: unknown_document, unknown_format, unknown_language, no_material, and what the writers raise.
    """
    document_kind = registry.find(kind)
    _check_format(document_kind, format_name)
    _check_language(document_kind, options.language)
    documents = document_kind.assemble(snapshot, options)
    return tuple(paper_of(document_kind, document, format_name, options) for document in documents)


def pack_papers(
    snapshot: MeetingSnapshot, options: ExportOptions, progress: Progress | None = None
) -> tuple[tuple[Paper, ...], tuple[Notice, ...]]:
    """The signing set and every paper the meeting has material for, in every format; what is left out is a notice.

    The papers of the meeting come first, in registry order. `progress(done, total, paper)` is called before the first
    paper (None) and after each. KnownError: what `build` of the signing set raises for a final pack.
    """
    works, left_out = _works(snapshot, options)
    report = progress or _silent
    report(0, len(works), None)
    papers: list[Paper] = []
    for work in works:
        papers.append(work())
        report(len(papers), len(works), papers[-1])
    return tuple(papers), left_out


def _works(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[list[Work], tuple[Notice, ...]]:
    """What makes each paper, and notices about the kinds without material."""
    works: list[Work] = []
    notices: list[Notice] = []
    if options.language not in registry.LANGUAGES:  # an agreement in both languages is exported by itself
        known = ", ".join(registry.LANGUAGES)
        raise KnownError("unknown_language", document=registry.SIGNING_SET, language=options.language, known=known)
    for kind in (one for one in registry.DOCUMENTS if one.in_packs):
        try:
            documents = kind.assemble(snapshot, options)
        except KnownError as error:
            if error.code != "no_material":
                raise
            notices.append(Notice("left_out", (("document", kind.key),)))
            continue
        for format_name in kind.formats:
            works += [partial(paper_of, kind, document, format_name, options) for document in documents]
    in_set, said = signing_set_works(snapshot, options)
    return [*works, *in_set], (*notices, *said)


def signing_set_works(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[tuple[Work, ...], tuple[Notice, ...]]:
    """What makes each paper of the signing set, and its notices; nothing where no agreement has a text yet."""
    from exporters.signing_set.build import build
    from exporters.signing_set.papers import SetPapers

    if not any(agreement.clauses for agreement in snapshot.agreements):
        return (), ()
    signing_set = build(snapshot, options)
    return SetPapers(signing_set, snapshot, options).works(), signing_set.notices


def paper_of(kind: DocumentKind, document: Document, format_name: str, options: ExportOptions) -> Paper:
    """A document that has been assembled, written in one format."""
    written = registry.writer(format_name)(document, writing_options(document, options))
    return Paper(
        document=kind.key,
        format=format_name,
        language=document.language,
        title=_title(kind, document),
        content=written.content,
        content_hash=content_hash(document),
        pages=written.pages,
        key=document.key,
        notices=written.notices,
        file=_file_of_revision(kind, document, format_name, options),
    )


def writing_options(document: Document, options: ExportOptions) -> ExportOptions:
    """What the writer is told: a kept revision is printed with its number and its date."""
    return replace(options, final=True) if _is_kept(document, options) else options


def _is_kept(document: Document, options: ExportOptions) -> bool:
    return options.revision is not None and document.kind == "agreement"


def _file_of_revision(kind: DocumentKind, document: Document, format_name: str, options: ExportOptions) -> str:
    """A name of its own: it never takes the place of the agreement itself."""
    if not _is_kept(document, options):
        return ""
    return f"{kind.order:02d}_{kind.key}_{document.key}_v{options.revision}_{document.language}.{format_name}"


def _title(kind: DocumentKind, document: Document) -> str:
    """An agreement's own title; the name of the paper for all others."""
    if kind.per_agreement:
        return document.title
    return translator(document.language).gettext(kind.title)


def _check_format(kind: DocumentKind, format_name: str) -> None:
    if format_name not in kind.formats:
        raise KnownError("unknown_format", document=kind.key, format=format_name, known=", ".join(kind.formats))


def _check_language(kind: DocumentKind, language: str) -> None:
    if language not in kind.languages:
        raise KnownError("unknown_language", document=kind.key, language=language, known=", ".join(kind.languages))


def _silent(_done: int, _total: int, _paper: Paper | None) -> None:
    """Progress that nobody watches."""
