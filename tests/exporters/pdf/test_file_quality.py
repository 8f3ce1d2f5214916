"""The finished file: sound, small, and its text copied exactly by every reader at hand."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from exporters import registry
from exporters.blocks import Cell, Clause, Column, Row, Table, Title
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.pdf.writer import write, write_together
from tests.exporters.pdf.reading import LONG, MADE_AT, area, copied, document, fonts, made, outline, pages, paragraph
from tests.sample_meetings import sample_meetings

NAMES = "张𬭎、王㛃、龚䶮、𫰠、赵镕、周喆、𫖯𬀩𫍽"
MIXED = NAMES + "，2024年5月20日在Wuhan签约，共100,000元。" + LONG


def by_pdfium(written: Written, _folder: Path) -> str:
    return copied(written)[0]


def by_pdfplumber(written: Written, _folder: Path) -> str:
    with pdfplumber.open(BytesIO(written.content)) as pdf:
        return "".join(one["text"] for one in pdf.pages[0].chars)


def by_poppler(written: Written, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(written.content)
    return subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], capture_output=True, check=True).stdout.decode()


READERS = [by_pdfium, by_pdfplumber] + ([by_poppler] if shutil.which("pdftotext") else [])


@pytest.mark.parametrize("read", READERS)
def test_every_reader_copies_the_source_text(read: Callable[[Written, Path], str], tmp_path: Path):
    found = "".join(read(made(paragraph(MIXED, indent=0)), tmp_path).split())
    assert "".join(MIXED.split()) in found


@pytest.mark.parametrize("read", READERS)
def test_every_reader_finds_names_in_titles_and_cells(read: Callable[[Written, Path], str], tmp_path: Path):
    table = Table((Column("a", "姓名", 6), Column("b", "𬭎", 4)), (Row((Cell("张𬭎"), Cell("𫰠"))),))
    found = read(made(Title(("𬭎𫰠协议",)), table), tmp_path)
    assert [name in found for name in ("𬭎𫰠协议", "姓名", "张𬭎", "𫰠")] == [True] * 4


PAPERS = [
    ("demo-full", kind.key, language)
    for kind in registry.DOCUMENTS
    for language in kind.languages
    if "pdf" in kind.formats and kind.key != "comparison"  # of which the samples have no material
]


@pytest.mark.parametrize("archive", [False, True])
@pytest.mark.parametrize(("meeting", "kind", "language"), PAPERS)
def test_sample_papers_are_sound(meeting: str, kind: str, language: str, archive: bool):
    """What `qpdf --check` checks: structure, streams, cross-references."""
    options = ExportOptions(language, MADE_AT, archive=archive)
    papers = registry.find(kind).assemble(sample_meetings()[meeting], options)[:1]
    for paper in papers:
        written = write(paper, options)
        with pikepdf.open(BytesIO(written.content)) as pdf:
            assert (pdf.check_pdf_syntax(), len(pdf.pages)) == ([], written.pages)
        assert set(fonts(written).values()) == {True}


def long_agreement(pages: int, distinct: int) -> tuple[Clause, ...]:
    """Clauses of random Han characters that fill about so many pages."""
    draw = random.Random(7)
    han = [chr(code) for code in draw.sample(range(0x4E00, 0x9FA0), 4000) if chr(code).encode("gb2312", "ignore")]
    texts = ["".join(draw.choices(han[:distinct], k=145)) + "。" for _number in range(pages * 3)]
    return tuple(Clause(f"第{number}条", "合作内容", (paragraph(text),)) for number, text in enumerate(texts, 1))


def test_a_16_page_agreement_of_500_characters_is_small():
    written = made(*long_agreement(16, 500), area(2), style="agreement", final=False, corner="v2 · 7F3A91C0")
    assert written.pages is not None and written.pages >= 16
    assert len(written.content) <= 320 * 1024
    families = [name.split("+")[1] for name in fonts(written)]
    assert len(families) == len({*families})


def test_objects_are_packed_and_every_one_is_found():
    written = made(*long_agreement(60, 50), style="agreement")
    with pikepdf.open(BytesIO(written.content)) as pdf:
        packs = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Type") == "/ObjStm"]
        counts = [int(pack.N) for pack in packs]
        assert (counts[:-1], 0 < counts[-1] <= 200) == ([200] * (len(counts) - 1), True)
        assert len(counts) > 2
        assert [one for one in pdf.objects if one is None] == []
    assert len(outline(written)) == 180


@pytest.mark.parametrize("archive", [False, True])
def test_the_archive_gets_the_plainest_file(archive: bool):
    content = write(document(paragraph("县")), ExportOptions("zh", MADE_AT, archive=archive)).content
    assert [b"/ObjStm" in content, b"\nxref\n" in content] == [not archive, archive]


def test_rare_names_are_right_in_title_and_outline():
    written = made(Clause("第一条", "张𬭎与𫰠"), title="聘任𬭎𫰠协议")
    assert outline(written) == [(0, "第一条　张𬭎与𫰠", 0)]
    with pikepdf.open(BytesIO(written.content)) as pdf:
        assert str(pdf.trailer.Info.Title) == "聘任𬭎𫰠协议"


def test_several_papers_in_one_file_keep_their_own_numbers():
    first = document(Title(("甲",)), Clause("第一条", "总则"), style="agreement", corner="{pages}份")
    second = document(Title(("乙",)), paragraph("县" * 700), style="agreement", language="zh")
    written = write_together((first, second), ExportOptions("zh", MADE_AT, final=True))
    numbers = ["".join(one["text"] for one in page.chars if round(one["size"]) == 14) for page in pages(written)]
    assert (written.pages, numbers) == (3, ["— 1 —", "— 1 —", "— 2 —"])
    assert outline(written) == [(0, "第一条　总则", 0)]
    assert len({*fonts(written)}) == len({name.split("+")[1] for name in fonts(written)})
