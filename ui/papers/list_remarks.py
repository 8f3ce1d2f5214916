"""What is unusual about lists and reply slips, and which of their choices are remembered on this computer."""

from __future__ import annotations

from dataclasses import replace

from resources.languages import translator
from ui.paper_options import USUAL, PaperOptions
from ui.papers.rows import N_
from ui.settings import LIST_COLUMNS, LIST_GROUPING, RETURN_TO, SLIP_COLUMNS, Settings

GROUPING_REMARKS = {"unit": N_("lists by unit"), "rank": N_("lists by rank")}


def list_remarks(options: PaperOptions, language: str) -> list[str]:
    """What is unusual, in a few words each."""
    _ = translator(language).gettext
    told = [_(GROUPING_REMARKS[options.grouping])] if options.grouping in GROUPING_REMARKS else []
    if options.came_only:
        told.append(_("list of those who came"))
    if options.columns:
        told.append(_("own columns"))
    if options.slip_columns:
        told.append(_("own columns on slips"))
    if options.unit:
        told.append(_("slips for each unit") if options.unit == "*" else _("slip for {unit}").format(unit=options.unit))
    return told


def remembered(settings: Settings) -> PaperOptions:
    """The usual options with what was chosen for lists some day."""
    return replace(
        USUAL,
        columns=settings.get(LIST_COLUMNS),
        slip_columns=settings.get(SLIP_COLUMNS),
        grouping=settings.get(LIST_GROUPING),
        return_to=settings.get(RETURN_TO),
    )


def remember(settings: Settings, options: PaperOptions) -> None:
    """Keep what holds for every meeting."""
    if remembered(settings) != replace(
        USUAL,
        columns=options.columns,
        slip_columns=options.slip_columns,
        grouping=options.grouping,
        return_to=options.return_to,
    ):
        settings.set(LIST_COLUMNS, options.columns)
        settings.set(SLIP_COLUMNS, options.slip_columns)
        settings.set(LIST_GROUPING, options.grouping)
        settings.set(RETURN_TO, options.return_to)
