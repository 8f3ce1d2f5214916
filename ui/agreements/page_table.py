"""The pages of the agreements room beside list and editor: a row each; the code of a page is loaded when used."""

from __future__ import annotations

from dataclasses import dataclass

from ui.wording.messages import N_


@dataclass(frozen=True)
class PageRow:
    """A page: what its command says, and the class that makes it (a `SidePage`) as "module:class".

    `of_one`: of the agreement opened or chosen; the command then stands above the text and in the list's menu, else
    above the list. `shown`: as a button of its own, not only under “More”. Places: agreements/<agreement>/<key>/… for
    a page of one agreement, agreements/@<key>/… for another.
    """

    key: str
    words: str
    made_by: str
    icon: str
    of_one: bool = False
    shown: bool = False
    changes: bool = False  # of no use where nothing can be changed
    keys: str = ""


PAGES: tuple[PageRow, ...] = (
    PageRow("templates", N_("Templates"), "ui.templates.page:TemplatesPage", "book-open", shown=True),
    PageRow(
        "batch", N_("Draft a batch"), "ui.agreements.batch_page:BatchPage", "file-spreadsheet", shown=True, changes=True
    ),
    PageRow("missing", N_("Missing facts"), "ui.agreements.missing_page:MissingPage", "circle-alert"),
    PageRow("seals", N_("Register of seals"), "ui.agreements.archive_seals:SealsPage", "list-ordered"),
    PageRow("life", N_("State and revisions"), "ui.agreements.lifecycle_page:LifecyclePage", "history", of_one=True),
    PageRow("compare", N_("Compare"), "ui.agreements.compare_page:ComparePage", "columns-2", of_one=True, shown=True),
    PageRow("archive", N_("Archive and scans"), "ui.agreements.archive_page:ArchivePage", "archive", of_one=True),
    PageRow(
        "exchange", N_("Exchange of drafts"), "ui.agreements.exchange_page:ExchangePage", "file-pen-line", of_one=True
    ),
)


def load_page(row: PageRow) -> type:
    """The class that makes the page."""
    from importlib import import_module

    module, _, name = row.made_by.partition(":")
    made: type = getattr(import_module(module), name)
    return made
