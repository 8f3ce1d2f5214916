"""Reads a Word file that came back: tracked changes, also in tables; hostile and broken files."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from models.errors import KnownError
from models.imports.limits import MOST_BYTES
from models.imports.returned_docx import ReturnedPaper, read_returned, read_returned_file
from models.imports.returned_paragraphs import TrackedBy

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:id="1" w:author="李" w:date="2024-05-19T09:00:00Z"'
LI = TrackedBy("李", "2024-05-19T09:00:00Z")
MARK = '<w:bookmarkStart w:id="5" w:name="desk_t3_0"/>'


def package(body: str, **parts: bytes) -> bytes:
    """A Word file with this body, and other parts by name."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as target:
        target.writestr("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            target.writestr(name, content)
    return packed.getvalue()


def read(body: str) -> ReturnedPaper:
    """What a file with this body says; it is one of ours."""
    return read_returned("a.docx", package(body))


def line(*runs: str, about: str = "") -> str:
    """A paragraph of the third text."""
    return f'<w:p>{about}{MARK}{"".join(runs)}<w:bookmarkEnd w:id="5"/></w:p>'


def run(words: str, tag: str = "t") -> str:
    """A run."""
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def views(paper: ReturnedPaper) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Text and words of each paragraph now, and before the tracked changes."""
    return ([(one.text, one.words) for one in paper.now], [(one.text, one.words) for one in paper.before])


INSERTED, DELETED = f"<w:ins {BY}>{run('新')}</w:ins>", f"<w:del {BY}>{run('旧', 'delText')}</w:del>"


def test_inserted_and_deleted_words():
    paper = read(line(run("甲"), DELETED, INSERTED, run("乙")))
    assert views(paper) == ([(3, "甲新乙")], [(3, "甲旧乙")])
    assert paper.tracked == {3: (LI,)}


def test_words_inserted_by_one_and_deleted_by_another_stand_in_neither():
    both = f"<w:ins {BY}><w:del {BY}>{run('谁', 'delText')}</w:del></w:ins>"
    assert views(read(line(run("甲"), both))) == ([(3, "甲")], [(3, "甲")])


def test_moved_words():
    gone = f"<w:moveFrom {BY}>{run('移')}</w:moveFrom>"
    come = f"<w:moveTo {BY}>{run('移')}</w:moveTo>"
    assert views(read(line(gone, run("甲"), come))) == ([(3, "甲移")], [(3, "移甲")])


@pytest.mark.parametrize(("mark", "now", "before"), [("del", ["甲乙"], ["甲", "乙"]), ("ins", ["甲", "乙"], ["甲乙"])])
def test_an_end_of_paragraph_that_was_tracked(mark: str, now: list[str], before: list[str]):
    about = f"<w:pPr><w:rPr><w:{mark} {BY}/></w:rPr></w:pPr>"
    paper = read(line(run("甲"), about=about) + f"<w:p>{run('乙')}</w:p>")
    assert ([one.words for one in paper.now], [one.words for one in paper.before]) == (now, before)


def test_tracked_changes_in_tables_and_rows():
    cell = f"<w:tc>{line(run('甲'), DELETED, INSERTED)}</w:tc>"
    row = f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc><w:p>{run('新行')}</w:p></w:tc></w:tr>"
    gone = f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc><w:p>{run('旧行')}</w:p></w:tc></w:tr>"
    paper = read(f"<w:tbl><w:tr>{cell}</w:tr>{row}{gone}</w:tbl>")
    assert views(paper) == ([(3, "甲新"), (0, "新行")], [(3, "甲旧"), (0, "旧行")])


def test_numbers_of_pages_count_for_nothing():
    simple = f'<w:fldSimple w:instr=" PAGE ">{run("7")}</w:fldSimple>'
    parts = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>' for part in parts)
    instruction = "<w:r><w:instrText> NUMPAGES </w:instrText></w:r>"
    counted = begin + instruction + separate + run("9") + end
    assert views(read(line(run("共"), simple, counted, run("页"))))[0] == [(3, "共页")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "returned_no_word"),
        (b"%PDF-1.7", "returned_no_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "returned_old_word"),
        (b"PK\x03\x04 broken", "returned_damaged"),
        (package(f"<w:p>{run('别人的文件')}</w:p>"), "returned_not_ours"),
        (package(line(run("甲"))).replace(b"PK", b"PK", 1)[:-30], "returned_damaged"),
        (package("<w:p>"), "returned_damaged"),
        (
            package("<w:p><!-- --></w:p>", **{"docProps/custom.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}),
            "returned_unsafe",
        ),
        (package("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000), "returned_damaged"),
        (package(" " * (25 << 20)), "returned_too_large"),
    ],
    ids=["empty", "pdf", "doc", "broken", "foreign", "cut", "xml", "doctype", "deep", "bomb"],
)
def test_what_is_no_draft_of_ours_is_refused(content: bytes, code: str):
    with pytest.raises(KnownError) as refused:
        read_returned("a.docx", content)
    assert (refused.value.code, refused.value.values["name"]) == (code, "a.docx")


def test_a_workbook_is_no_word_file():
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        target.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(KnownError, match="returned_no_word"):
        read_returned("a.docx", packed.getvalue())


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path):
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(300 << 20)
    with pytest.raises(KnownError) as refused:
        read_returned_file(path)
    assert refused.value.values == {"name": "a.docx", "most": MOST_BYTES >> 20}


def test_a_device_is_not_read():
    with pytest.raises(KnownError, match="returned_no_word"):
        read_returned_file(Path(os.devnull))


def test_a_file_that_is_gone_is_told(tmp_path: Path):
    with pytest.raises(KnownError, match="returned_unreadable"):
        read_returned_file(tmp_path / "none.docx")
