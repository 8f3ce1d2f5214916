"""The options of lists and reply slips, as they are typed."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from datetime import date

from exporters.options import ExportOptions
from models.errors import KnownError
from models.rules.typed_values import read_day


def with_lists(options: ExportOptions, given: Namespace) -> ExportOptions:
    """The options with those of lists. KnownError: no_own_columns, not_a_day, unknown_grouping."""
    found = replace(
        options,
        grouping=given.group_by,
        came_only=getattr(given, "came", False),
        reply_by=_day(given.reply_by, options),
        return_to=given.return_to,
        unit=getattr(given, "unit", ""),
        blank_lines=getattr(given, "blank_lines", None),
    )
    keys = tuple(key.strip() for key in getattr(given, "columns", "").split(",") if key.strip())
    if not keys:
        return found
    if given.document == "attendees":
        return replace(found, columns=keys)
    if given.document == "reply-slip":
        return replace(found, slip_columns=keys)
    raise KnownError("no_own_columns", document=given.document)


def _day(typed: str, options: ExportOptions) -> date | None:
    if not typed:
        return None
    try:
        day = read_day(typed, near=options.made_at.date())
    except ValueError:
        day = None
    if day is None:
        raise KnownError("not_a_day", typed=typed)
    return day
