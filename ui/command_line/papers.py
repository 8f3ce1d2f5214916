"""What `export` and `pack` share: the options of papers, and how saved papers are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from exporters.options import ExportOptions
from exporters.paper import Notice, Paper
from models.errors import KnownError
from resources.languages import translator
from ui.command_line import say
from ui.command_line.findings import notice_entry, notice_line
from ui.command_line.grammar import Request
from ui.command_line.list_options import with_lists
from ui.final_papers import place_of
from ui.settings import OFFICE_NAME, Settings

Told = Sequence[tuple[str, Notice]]  # notices with the paper each belongs to


def paper_options(request: Request, made_at: datetime, agreement: str | None = None) -> ExportOptions:
    """The choices that the arguments make."""
    given = request.options
    if given.final and given.draft:
        raise KnownError("final_and_draft")
    revision = getattr(given, "revision", None)
    if revision is not None and (agreement is None or given.document != "agreement" or given.final or given.draft):
        raise KnownError("revision_alone")
    options = ExportOptions(
        language=given.language,
        made_at=made_at,
        final=given.final,
        unmasked=given.unmasked,
        agreement_key=agreement,
        organization_name=Settings().get(OFFICE_NAME),
        preset=given.preset,
        swap_labels=getattr(given, "swap_labels", False),
        duplex=not getattr(given, "single_sided", False),
        table_card=given.table_card,
        badge=given.badge,
        card_faces=1 if given.one_face else 2,
        card_units=not given.names_only,
        as_notice=given.as_notice,
        compare_from=getattr(given, "compare_from", None),
        compare_to=getattr(given, "compare_to", None),
        revision=revision,
    )
    return with_lists(options, given)


def notices_of(papers: Iterable[Paper]) -> Told:
    """Every notice of the papers, once for each paper, in order."""
    found = ((place_of(paper.document, paper.key), notice) for paper in papers for notice in paper.notices)
    return tuple(dict.fromkeys(found))


def refuse_to_replace_finals(papers: Sequence[Paper], folder: Path, meeting_key: str, options: ExportOptions) -> None:
    """KnownError: final_paper_in_the_way, where a draft would take the place of a final paper."""
    from exporters.final_mark import is_final
    from exporters.save import replaced_files

    if options.final:
        return
    finals = [file for file in replaced_files(papers, folder, meeting_key) if is_final(file)]
    if finals:
        raise KnownError("final_paper_in_the_way", path=str(finals[0]), count=len(finals))


def report_saved(request: Request, papers: Sequence[Paper], paths: Sequence[Path], notices: Told) -> None:
    """Tell what was saved where: as JSON, or a line for each file with the notices beside them."""
    if request.options.json:
        entries = [notice_entry(notice, place, request.language) for place, notice in notices]
        say.document({"files": _file_entries(papers, paths), "findings": entries})
        return
    for path in paths:
        say.line(str(path))
    for place, notice in notices:
        say.aside(notice_line(notice, place, request.language))


def saved_count(count: int, folder: Path, language: str) -> str:
    """How many papers lie where."""
    ngettext = translator(language).ngettext
    return ngettext("{count} paper saved in {folder}", "{count} papers saved in {folder}", count).format(
        count=count, folder=folder
    )


def _file_entries(papers: Sequence[Paper], paths: Sequence[Path]) -> list[dict[str, object]]:
    return [
        {
            "path": str(path),
            "document": paper.document,
            "format": paper.format,
            "language": paper.language,
            "pages": paper.pages,
            "content_hash": paper.content_hash,
            "bytes": len(paper.content),
        }
        for paper, path in zip(papers, paths, strict=True)
    ]
