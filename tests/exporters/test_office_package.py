"""The same paper gives the same bytes, whenever and wherever it is made."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from exporters.office_package import with_fixed_times

CORE = (
    '<cp:coreProperties><dc:title>t</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{0}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{0}</dcterms:modified></cp:coreProperties>'
)


def package(stamp: str, year: int) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(ZipInfo("docProps/core.xml", (year, 1, 2, 3, 4, 5)), CORE.format(stamp))
        archive.writestr(ZipInfo("words.xml", (year, 1, 2, 3, 4, 5)), "<dcterms:created>kept</dcterms:created>")
    return packed.getvalue()


def test_clock_leaves_no_trace() -> None:
    made_at = datetime(2024, 5, 18, 12, 30, 59)
    first = with_fixed_times(package("2031-01-01T00:00:00Z", 2031), made_at)
    assert first == with_fixed_times(package("2026-07-08T09:10:11Z", 2026), made_at)
    with ZipFile(BytesIO(first)) as archive:
        assert archive.read("docProps/core.xml").decode() == CORE.format("2024-05-18T12:30:59Z")
        assert archive.read("words.xml") == b"<dcterms:created>kept</dcterms:created>"
        assert {entry.date_time for entry in archive.infolist()} == {(2024, 5, 18, 12, 30, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {0}


def test_year_before_zip_began_is_1980() -> None:
    content = with_fixed_times(package("x", 2031), datetime(1949, 10, 1))
    with ZipFile(BytesIO(content)) as archive:
        assert archive.infolist()[0].date_time == (1980, 10, 1, 0, 0, 0)


def test_parts_are_mended_on_the_way() -> None:
    content = with_fixed_times(package("x", 2031), datetime(2024, 5, 18), {"words.xml": lambda part: part + b"!"})
    with ZipFile(BytesIO(content)) as archive:
        assert archive.read("words.xml") == b"<dcterms:created>kept</dcterms:created>!"
