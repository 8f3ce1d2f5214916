"""A reply slip goes out and comes back: every column is known, and every person is who was written down."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from exporters.documents.reply_slip import SLIP_COLUMNS
from exporters.export import export_papers
from exporters.options import EACH_UNIT, ExportOptions
from models.imports.read_table import read_bytes
from models.imports.tables import MatchedBy, Understood
from models.imports.understand import understand
from tests.sample_meetings import TAKEN_AT, sample_meetings

ALL = {
    "name_zh": "王㛃", "name_en": "Wang Jie", "organization": "云岭县财政局", "department": "预算科",
    "title_zh": "科长", "gender": "女", "ethnicity": "汉族", "phone": "13800001001", "phone_2": "0000-5551002",
    "email": "wang@example.org", "id_number": "11010519491231002X", "lodging": "是", "arrival": "4月15日15:10",
    "arrival_trip": "G8803", "departure": "2027-04-16", "departure_trip": "G8814", "meals": "是", "diet": "清真",
    "vehicle": "示A·U0003", "remarks": "发言",
}  # fmt: skip
FEW = {"name_zh": "阿依古丽·买买提", "name_en": "Ayiguli Maimaiti", "title_zh": "副教授", "phone": "13800001014"}
IN_ENGLISH = {"女": "Female", "是": "Yes"}
AS_KEPT = {"gender": "female", "lodging": "yes", "arrival": "2027-04-15T15:10"}


def filled(language: str, columns: tuple[str, ...], *people: dict[str, str], unit: str = "云岭县财政局") -> Understood:
    """The slip filled in as a unit does, in Excel, and read again."""
    choices = ExportOptions(language, TAKEN_AT, final=True, slip_columns=columns, unit=unit)
    [paper] = export_papers(sample_meetings()["demo-full"], "reply-slip", "xlsx", choices)
    workbook = load_workbook(BytesIO(paper.content))
    sheet = workbook.worksheets[0]
    [first] = [cell.row + 1 for cell in sheet["A"] if cell.value in ("序号", "No.")]
    for row, person in enumerate(people, start=first):
        for column, key in enumerate(columns, start=1):
            if key in person:
                word = IN_ENGLISH.get(person[key], person[key]) if language == "en" else person[key]
                sheet.cell(row, column).value = word
    stream = BytesIO()
    workbook.save(stream)
    return understand(read_bytes("slip.xlsx", stream.getvalue()), meeting_year=2027)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_column_is_known_and_every_word_comes_back(language: str) -> None:
    read = filled(language, tuple(SLIP_COLUMNS), ALL, FEW)
    [table] = read.tables
    assert [(column.field, column.by) for column in table.columns] == [(key, MatchedBy.HEADER) for key in SLIP_COLUMNS]
    assert [dict(row.values) for row in read.rows] == [ALL | AS_KEPT, FEW | {"organization": "云岭县财政局"}]
    assert (read.rows[0].notes, read.notes) == ((), ())


def test_the_unit_of_the_slip_is_that_of_its_people() -> None:
    read = filled("zh", ("sequence", "name_zh", "title_zh", "phone"), FEW, unit="云岭县科技局")
    assert read.tables[0].unit == "云岭县科技局"
    words = {key: FEW[key] for key in ("name_zh", "title_zh", "phone")}
    assert [dict(row.values) for row in read.rows] == [words | {"organization": "云岭县科技局"}]


def test_an_empty_slip_brings_nobody() -> None:
    read = filled("zh", tuple(SLIP_COLUMNS))
    assert (len(read.tables), read.rows) == (1, ())


def test_slips_for_every_unit_name_their_unit() -> None:
    choices = ExportOptions("zh", TAKEN_AT, final=True, unit=EACH_UNIT)
    papers = export_papers(sample_meetings()["demo-full"], "reply-slip", "xlsx", choices)
    units = [understand(read_bytes("slip.xlsx", paper.content)).tables[0].unit for paper in papers]
    assert units == [paper.key for paper in papers]
