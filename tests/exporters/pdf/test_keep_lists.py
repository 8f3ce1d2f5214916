"""Where a list of labels, such as a party of an agreement, may be divided between pages."""

from __future__ import annotations

import pytest

from exporters.blocks import Field, FieldList, text_spans
from tests.exporters.pdf.reading import lines, made, pages, paragraph


def counts(before: int, fields: int) -> list[int]:
    """How many lines of a list stand on each page, so many full lines of text before it."""
    block = FieldList(tuple(Field("乙方" if not number else "住所", text_spans("某地")) for number in range(fields)))
    found = pages(made(*[paragraph("县" * 28)] * before, block, style="agreement"))
    return [sum("某地" in line for line in lines(page)) for page in found]


@pytest.mark.parametrize("before", range(14, 22))
def test_a_short_list_stays_on_one_page(before: int):
    assert [count for count in counts(before, 5) if count] == [5]


@pytest.mark.parametrize("before", range(14, 22))
def test_no_line_of_a_longer_list_stands_alone(before: int):
    found = [count for count in counts(before, 7) if count]
    assert (sum(found), min(found) >= 2) == (7, True)
