"""`pack`: the signing set and every paper that the meeting has material for, in one go."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from exporters.paper import Notice
from exporters.registry import DOCUMENTS, SIGNING_SET
from ui.command_line import say
from ui.command_line.grammar import Request
from ui.command_line.papers import (
    notices_of,
    paper_options,
    refuse_to_replace_finals,
    report_saved,
    saved_count,
)
from ui.command_line.workspace import log_unmasked, opened, take
from ui.final_papers import final_notices


def run_pack(request: Request) -> int:
    """Make all papers in all their formats, with a bar on a terminal, and save them together."""
    from exporters.export import pack_papers
    from exporters.save import save_papers
    from exporters.signing_set.print_shop import older_copies

    made_at = datetime.now().replace(microsecond=0)
    options = paper_options(request, made_at)
    progress, folder = say.Progress(), Path(request.options.output)
    with opened(request) as workspace:
        snapshot = take(workspace, request.options.meeting, made_at)
        try:
            papers, left_out = pack_papers(
                snapshot, options, lambda done, total, paper: progress(done, total, paper.title if paper else "")
            )
        finally:
            progress.clear()
        kinds = [kind for kind in DOCUMENTS if any(paper.document == kind.key for paper in papers)]
        open_places = final_notices(snapshot, kinds, options, with_set=True)
        refuse_to_replace_finals(papers, folder, snapshot.meeting.key, options)
        if options.unmasked:
            log_unmasked(workspace, snapshot, "pack")
    paths = save_papers(papers, folder, snapshot.meeting.key)
    of_pack = [*left_out, *older_copies(paths)]
    told = [*open_places, *notices_of(papers), *((_place(notice), notice) for notice in of_pack)]
    report_saved(request, papers, paths, told)
    if not request.options.json:
        say.aside(saved_count(len(paths), folder, request.language))
    return 0


def _place(notice: Notice) -> str:
    """The paper that a notice of the whole pack is about: the one left out, or the signing set."""
    return dict(notice.values).get("document", SIGNING_SET)
