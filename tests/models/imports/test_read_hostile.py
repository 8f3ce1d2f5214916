"""Files that mean harm, or that are broken: refused in one sentence, quickly, and within memory."""

from __future__ import annotations

import random
import struct
import time
import tracemalloc
from pathlib import Path

import pytest

from models.errors import KnownError
from models.imports.limits import MEGABYTE
from models.imports.read_table import read_bytes
from tests.models.imports.corpus import excel
from tests.models.imports.corpus_files import PASSWORD, ROWS, bytes_of, locked, word
from tests.models.imports.old_files import cell_xml, ods, parts_of, sheet_xml, table_xml, xls, zipped
from ui.wording.errors import ERRORS

SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = b"</sheetData></worksheet>"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
SECONDS, MEMORY = 3, 250 * MEGABYTE


def refusal(content: bytes, name: str = "回执.xlsx", password: str = "") -> str:
    """The code with which bytes are refused, in time and within memory."""
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(KnownError) as caught:
        read_bytes(name, content, password=password)
    took, (_now, peak) = time.perf_counter() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (caught.value.values["name"], took < SECONDS, peak < MEMORY) == (name, True, True)
    return caught.value.code


@pytest.fixture
def plain(tmp_path: Path) -> dict[str, bytes]:
    """The parts of a harmless workbook."""
    return parts_of(bytes_of(excel(ROWS), tmp_path))


def with_sheet(plain: dict[str, bytes], cells: bytes) -> bytes:
    """The workbook with other rows."""
    return zipped({**plain, SHEET: HEAD + cells + TAIL})


def cell(place: str) -> bytes:
    """A row with one filled cell."""
    return f'<row r="{place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{place}"><v>1</v></c></row>'.encode()


def swollen(parts: dict[str, bytes], part: str, megabytes: int) -> bytes:
    """A file of which one part is as large as this, of spaces."""
    return zipped({**parts, part: b" " * (megabytes * MEGABYTE)})


def claiming(content: bytes, size: int) -> bytes:
    """A zip file whose first part claims another size."""
    at = content.index(b"PK\x01\x02") + 24
    return content[:at] + struct.pack("<I", size) + content[at + 4 :]


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml", SHEET])
def test_a_part_that_unpacks_without_end_is_refused(plain: dict[str, bytes], part: str):
    content = swollen({**plain, "xl/sharedStrings.xml": b""}, part, 65)
    if part == "xl/sharedStrings.xml":
        links = plain["xl/_rels/workbook.xml.rels"]
        kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
        link = b'<Relationship Id="x" Type="' + kind + b'" Target="sharedStrings.xml"/></Relationships>'
        content = swollen({**plain, "xl/_rels/workbook.xml.rels": links.replace(b"</Relationships>", link)}, part, 65)
    assert (len(content) < MEGABYTE, refusal(content)) == (True, "slip_unpacks_too_large")


def test_a_sheet_of_rows_without_end_is_read_to_the_last_row_that_counts(plain: dict[str, bytes]):
    rows = b"".join(b'<row r="%d" s="1" customFormat="1" ht="20" customHeight="1"/>' % n for n in range(4, 1_048_577))
    first = plain[SHEET][plain[SHEET].index(b"<row") : plain[SHEET].index(b"</sheetData>")]
    sheet = read_bytes("a.xlsx", with_sheet(plain, first + rows)).sheets[0]
    assert (sheet.rows, sheet.cut_at) == (ROWS, None)


def test_a_zip_file_that_claims_more_than_a_gigabyte_is_refused(plain: dict[str, bytes]):
    assert refusal(claiming(zipped(plain), 2**31)) == "slip_unpacks_too_large"


def test_a_zip_file_of_many_parts_is_refused():
    assert refusal(zipped({f"xl/{number}.xml": b"" for number in range(10_001)})) == "slip_unpacks_too_large"


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "C:/Windows/x", "xl/../../x", "..\\x", "//server/x"])
def test_names_that_lead_out_of_the_file_are_refused(plain: dict[str, bytes], name: str):
    assert refusal(zipped({**plain, name: b"x"})) == "slip_unsafe"


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/styles.xml", "_rels/.rels"])
def test_an_xlsx_part_with_a_document_type_is_refused(plain: dict[str, bytes], part: str):
    assert refusal(zipped({**plain, part: ENTITIES + plain[part]})) == "slip_unsafe"


def test_a_document_type_is_refused_in_word_and_opendocument_files(tmp_path: Path):
    document, table = parts_of(bytes_of(word, tmp_path)), parts_of(bytes_of(ods(table_xml(ROWS)), tmp_path))
    document["word/document.xml"] = ENTITIES + document["word/document.xml"].partition(b"?>")[2]
    table["content.xml"] = ENTITIES + table["content.xml"]
    assert [refusal(zipped(document)), refusal(zipped(table))] == ["slip_unsafe", "slip_unsafe"]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("ZZZZZZ1", "slip_too_wide"),
        ("XFD1", "slip_too_wide"),
        ("XFD1048576", None),  # below the last row that is read
        ("AMJ20000", "slip_too_wide"),
        ("ALL19999", "slip_too_wide"),  # a rectangle of 20 million cells
    ],
)
def test_cells_far_out_are_refused_before_they_are_laid_out(plain: dict[str, bytes], place: str, code: str | None):
    content = with_sheet(plain, cell("A1") + cell(place))
    if code is None:
        sheet = read_bytes("a.xlsx", content).sheets[0]
        assert (sheet.rows, sheet.cut_at) == (((1.0,),), 1)
    else:
        assert refusal(content) == code


@pytest.mark.parametrize(
    "written",
    [
        b"<row r='1'><c r='XFD1'><v>1</v></c></row>",
        b'<row r="1"><c\tr = "XFD1"><v>1</v></c></row>',
        b'<x:row r="1"><x:c r="XFD1"><x:v>1</x:v></x:c></x:row>',
    ],
)
def test_cells_far_out_are_found_however_they_are_written(plain: dict[str, bytes], written: bytes):
    assert refusal(with_sheet(plain, cell("A1") + written)) == "slip_too_wide"


@pytest.mark.parametrize("count", [1_001, 20_000])
def test_cells_that_do_not_say_their_place_are_counted_before_they_are_laid_out(plain: dict[str, bytes], count: int):
    wide = b"<row>" + b"<c/>" * count + b"<c><v>1</v></c></row>"
    assert refusal(with_sheet(plain, wide + b"<row><c><v>1</v></c></row>" * count)) == "slip_too_wide"


def test_an_end_of_the_cells_in_a_comment_hides_no_cell_far_out(plain: dict[str, bytes]):
    hidden = b'<!--</sheetData>--><row r="1"><c r="XFD1"><v>1</v></c></row>'
    assert refusal(with_sheet(plain, hidden)) == "slip_too_wide"


def test_a_cell_that_says_it_stands_in_another_row_is_refused(plain: dict[str, bytes]):
    assert refusal(with_sheet(plain, b'<row r="1"><c r="B1048576"><v>1</v></c></row>')) == "slip_damaged"


def test_a_million_columns_of_text_are_refused():
    assert refusal(b"," * 1_000_000, "宽.csv") == "slip_too_wide"


def test_a_million_columns_of_opendocument_are_refused(tmp_path: Path):
    row = "<table:table-row>" + cell_xml("x", 'table:number-columns-repeated="1000000"') + "</table:table-row>"
    assert refusal(bytes_of(ods(sheet_xml(row)), tmp_path)) == "slip_too_wide"


def test_repeated_rows_of_opendocument_are_not_written_out_without_end(tmp_path: Path):
    row = "<table:table-row table:number-rows-repeated='99999999'>" + cell_xml("x") + "</table:table-row>"
    sheet = read_bytes("a.ods", bytes_of(ods(sheet_xml(row)), tmp_path)).sheets[0]
    assert (len(sheet.rows), sheet.cut_at) == (20_000, 20_000)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_truncated_files_are_refused(tmp_path: Path, share: float):
    made = {"xlsx": excel(ROWS), "xls": xls(ROWS), "ods": ods(table_xml(ROWS)), "docx": word}
    found = set()
    for name, make in made.items():
        content = bytes_of(make, tmp_path)
        found.add(refusal(content[: int(len(content) * share)], f"回执.{name}"))
    assert found == {"slip_damaged"}


def spoiled(content: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed; of zip files rather what is packed in them."""
    changed = bytearray(content)
    if content.startswith(b"PK"):
        parts = parts_of(content)
        part = chance.choice(sorted(parts))
        return zipped({**parts, part: spoiled(b"." + parts[part], chance)[1:]})
    for _change in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.choice((0, 255, ord("<"), ord('"'), ord("9")))
    return bytes(changed)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_spoiled_files_are_read_or_refused_and_nothing_else(tmp_path: Path, seed: int):
    chance = random.Random(seed)
    contents = [bytes_of(make, tmp_path) for make in (excel(ROWS), xls(ROWS), ods(table_xml(ROWS)), word, locked)]
    codes = set()
    for _round in range(100):
        try:
            read_bytes("回执", spoiled(chance.choice(contents), chance), password=PASSWORD)
        except KnownError as error:
            codes.add(error.code)
    assert codes <= set(ERRORS)
