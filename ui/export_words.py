"""What is said about an export while it runs and when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from resources.languages import translator
from ui.paper_places import place_of_notice
from ui.widgets.result_lines import ResultLine

if TYPE_CHECKING:
    from exporters.paper import Notice
    from models.snapshots.shapes import MeetingSnapshot
    from ui.export_worker import Done, Noted, Progress


def progress_words(report: Progress, snapshot: MeetingSnapshot | None, language: str) -> str:
    """How far it is; papers are named in the language of the window, whatever theirs is."""
    _ = translator(language).gettext
    if report.saving:
        return _("Saving {total} papers…").format(total=report.total)
    title = paper_name(report.document, report.agreement_key, snapshot, language) if report.document else ""
    words = _("Making papers, {done} of {total}: {title}") if title else _("Making papers, {done} of {total}")
    return words.format(done=report.done, total=report.total, title=title)


def paper_name(document: str, key: str, snapshot: MeetingSnapshot | None, language: str) -> str:
    """A paper in the language of the window: an agreement's own title, or what kind of paper it is."""
    from ui.wording import document_title

    agreements = snapshot.agreements if snapshot and document == "agreement" else ()
    own = (agreement.title.pick(language) for agreement in agreements if agreement.key == key)
    return next(filter(None, own), document_title(document, language))


def done_words(report: Done, language: str) -> str:
    """How many files lie where."""
    ngettext = translator(language).ngettext
    words = ngettext("{count} file saved in {folder}", "{count} files saved in {folder}", len(report.files))
    return words.format(count=len(report.files), folder=report.folder)


def count_words(lines: Sequence[ResultLine], language: str) -> str:
    """How much there is to know."""
    ngettext = translator(language).ngettext
    return ngettext("{count} notice", "{count} notices", len(lines)).format(count=len(lines))


def notice_lines(notices: Sequence[Noted], snapshot: MeetingSnapshot | None, language: str) -> tuple[ResultLine, ...]:
    """A line for each notice; those that say the same of several papers are one."""
    from ui.wording import notice_sentence

    papers: dict[Notice, list[Noted]] = {}
    for noted in notices:
        papers.setdefault(noted.notice, []).append(noted)
    return tuple(
        ResultLine(
            notice_sentence(notice, language),
            _about(noted, snapshot, language),
            place_of_notice(noted[0], snapshot) if snapshot else "",
        )
        for notice, noted in papers.items()
    )


def _about(noted: Sequence[Noted], snapshot: MeetingSnapshot | None, language: str) -> str:
    """The paper a notice is about; nothing where the sentence names it, or where it is about several."""
    notice = noted[0].notice
    names = {_name(one.paper, snapshot, language) for one in noted}
    if len(names) > 1 or {"document", "agreement"} & dict(notice.values).keys():
        return ""
    return names.pop()


def _name(paper: str, snapshot: MeetingSnapshot | None, language: str) -> str:
    document, _slash, key = paper.partition("/")
    return paper_name(document, key, snapshot, language)
