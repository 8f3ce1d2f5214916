"""The options of lists and reply slips on the command line."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from exporters.options import ExportOptions
from models.errors import KnownError
from ui.command_line.grammar import read_arguments
from ui.command_line.papers import paper_options

MADE_AT = datetime(2026, 4, 1, 9, 0)


def options(document: str, *arguments: str) -> ExportOptions:
    """The options of an export."""
    given = ["export", "k", document, "--language", "zh", "-o", "out", *arguments]
    return paper_options(read_arguments(given, "en"), MADE_AT)


def test_all_are_read() -> None:
    found = options(
        "reply-slip", "--unit", "*", "--reply-by", "5-10", "--return-to", "rc@x.cn", "--blank-lines", "4",
        "--group-by", "unit", "--columns", "name_zh, phone,",
    )  # fmt: skip
    told = (found.unit, found.reply_by, found.return_to, found.blank_lines, found.grouping, found.slip_columns)
    assert told == ("*", date(2026, 5, 10), "rc@x.cn", 4, "unit", ("name_zh", "phone"))
    assert options("attendees", "--columns", "name").columns == ("name",)
    assert [options("attendees", *given).came_only for given in ((), ("--came",))] == [False, True]


def test_a_pack_takes_what_concerns_all_its_papers() -> None:
    given = ["pack", "k", "--language", "zh", "-o", "out", "--group-by", "rank", "--reply-by", "2026-05-10"]
    found = paper_options(read_arguments(given, "en"), MADE_AT)
    assert (found.grouping, found.reply_by, found.unit, found.blank_lines) == ("rank", date(2026, 5, 10), "", None)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("agenda", "--columns", "name"), "no_own_columns"),
        (("reply-slip", "--reply-by", "soon"), "not_a_day"),
        (("reply-slip", "--reply-by", "2-30"), "not_a_day"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...], code: str) -> None:
    with pytest.raises(KnownError, match=code):
        options(*arguments)
