"""One page of a paper for the screen: the same page as in the whole file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from exporters.blocks import Document
from exporters.options import ExportOptions
from exporters.pdf.writer import write, write_page
from tests.exporters.generated import agreement
from tests.exporters.pdf.reading import MADE_AT, pages

DRAFT = ExportOptions("zh", MADE_AT, final=False)


def seen(page: Any) -> list[tuple[str, float, float]]:
    """Every character with its place."""
    return [(one["text"], round(one["x0"], 2), round(one["y0"], 2)) for one in page.chars]


@pytest.fixture(scope="module")
def paper() -> Document:
    return agreement(5, 5)


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_page_looks_as_in_the_whole_paper(paper: Document, number: int):
    whole = write(paper, DRAFT)
    single = write_page(paper, DRAFT, number)
    (page,) = pages(single)
    assert single.pages == whole.pages
    assert seen(page) == seen(pages(whole)[number - 1])
    assert len(page.objects) == len(pages(whole)[number - 1].objects)


def test_there_is_no_page_after_the_last(paper: Document):
    with pytest.raises(IndexError):
        write_page(paper, DRAFT, 99)


def test_the_same_page_has_the_same_bytes(paper: Document):
    assert write_page(paper, DRAFT, 1) == write_page(paper, DRAFT, 1)


def test_layers_of_a_single_page_are_listed_in_its_file(paper: Document):
    """Else a reader that prints the page prints the staple marks too."""
    with pikepdf.open(BytesIO(write_page(paper, DRAFT, 2).content)) as pdf:
        groups = pdf.Root.OCProperties.OCGs
        assert [str(group.Usage.Print.PrintState) for group in groups] == ["/OFF"]
