"""`export`: one paper of a meeting."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from exporters import registry
from exporters.options import ExportOptions
from exporters.registry import DocumentKind
from models.errors import KnownError
from ui.command_line.grammar import Request
from ui.command_line.papers import notices_of, paper_options, refuse_to_replace_finals, report_saved
from ui.command_line.workspace import log_unmasked, opened, take
from ui.final_papers import final_notices


def run_export(request: Request) -> int:
    """Make the paper in the format and language asked for, and save it."""
    from exporters.export import export_papers
    from exporters.save import save_papers

    made_at = datetime.now().replace(microsecond=0)
    kind, format_name, options = wanted(request, made_at)
    folder = Path(request.options.output)
    with opened(request) as workspace:
        snapshot = take(workspace, request.options.meeting, made_at)
        open_places = final_notices(snapshot, [kind], options)
        papers = export_papers(snapshot, kind.key, format_name, options)
        refuse_to_replace_finals(papers, folder, snapshot.meeting.key, options)
        if options.unmasked:
            log_unmasked(workspace, snapshot, kind.key)
    paths = save_papers(papers, folder, snapshot.meeting.key)
    report_saved(request, papers, paths, [*open_places, *notices_of(papers)])
    return 0


def wanted(request: Request, made_at: datetime) -> tuple[DocumentKind, str, ExportOptions]:
    """The kind of paper, its format and the options; what cannot be is refused before any work is done."""
    given = request.options
    kind = registry.find(given.document)
    if given.format is None and len(kind.formats) > 1:
        raise KnownError("format_needed", document=kind.key, known=", ".join(kind.formats))
    if given.agreement is not None and not kind.per_agreement:
        raise KnownError("not_per_agreement", document=kind.key)
    return kind, given.format or kind.formats[0], paper_options(request, made_at, given.agreement)
