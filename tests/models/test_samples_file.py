"""Sample files with mistakes: the error names the file, the row and the key."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from models.codes import MeetingKind, OrganizationKind
from models.errors import KnownError, Value
from models.records import AgendaItem, Cooperation, Meeting, Organization, Person, VisitRoute
from models.samples_file import read_sample
from models.samples_shape import shape_of

MEETING = '[meeting]\nkey = "own"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the sample is written."""
    return tmp_path / "own.toml"


def mistake(file: Path, text: str) -> tuple[str, dict[str, Value]]:
    """The error that a file with this text, besides a meeting, raises."""
    file.write_text(MEETING + text, "utf-8")
    with pytest.raises(KnownError) as caught:
        read_sample(file)
    return caught.value.code, caught.value.values


def at(row: str, key: str, given: str = "") -> dict[str, Value]:
    """The values of an error in the sample."""
    return {"file": "own.toml", "table": row, "key": key, "given": given}


def test_the_values_of_a_row_become_those_of_its_columns(file: Path):
    text = """
        kinds = ["symposium", "signing"]
        title = {zh = "会", en = "Meeting"}
        starts_on = 2024-05-20
        [[agenda_item]]
        start = 09:30:00
        minutes = 20
        title = {zh = "开场"}
        [[cooperation]]
        amount = 12.5
        [[organization]]
        kind = "association"
        has_legal_personality = false
        """
    file.write_text(MEETING + text, "utf-8")
    entries = {record: rows[0].values for record, rows in read_sample(file).items() if rows}
    assert entries[Meeting] == {
        "key": "own",
        "kinds": (MeetingKind.SYMPOSIUM, MeetingKind.SIGNING),
        "title_zh": "会",
        "title_en": "Meeting",
        "starts_on": date(2024, 5, 20),
    }
    assert entries[AgendaItem] == {"start": time(9, 30), "minutes": 20, "title_zh": "开场", "title_en": ""}
    assert entries[Cooperation] == {"amount": Decimal("12.5")}
    assert entries[Organization] == {"kind": OrganizationKind.ASSOCIATION, "has_legal_personality": False}


def test_rows_are_called_by_id_or_by_what_they_are_about_or_after_their_owner(file: Path):
    text = """
        [[person]]
        id = "liang"
        appointments = [{title = {zh = "院长"}}, {id = "second"}]
        [[attendance]]
        person = "liang"
        [[agreement]]
        key = "frame"
        parties = [{}]
        """
    file.write_text(MEETING + text, "utf-8")
    entries = {record.__tablename__: rows for record, rows in read_sample(file).items()}
    assert [entry.name for entry in entries["person"][0].lists["appointments"]] == ["liang/1", "second"]
    assert [entries[table][0].name for table in ("person", "attendance", "agreement")] == ["liang", "liang", "frame"]
    assert entries["agreement"][0].lists["parties"][0].name == "frame/1"
    assert entries["meeting"][0].name == ""


def test_short_forms_are_written_out(file: Path):
    text = """
        [[organization]]
        aliases = ["武大", {alias = "WHU", language = "en"}]
        [[side]]
        units = ["whu"]
        [[agreement]]
        areas = [{zh = "人才", en = "talent"}, {text = {zh = "科技"}}]
        """
    file.write_text(MEETING + text, "utf-8")
    rows = {record.__tablename__: rows[0].lists for record, rows in read_sample(file).items() if rows}
    assert [row.values for row in rows["organization"]["aliases"]] == [
        {"alias": "武大"},
        {"alias": "WHU", "language": "en"},
    ]
    assert [row.links for row in rows["side"]["units"]] == [{"organization_id": "whu"}]
    assert [row.values["text_zh"] for row in rows["agreement"]["areas"]] == ["人才", "科技"]


def test_a_guide_is_an_attendee_or_somebody_in_words(file: Path):
    text = '[[visit_route]]\nstops = [{guide = "liang"}, {guide = {zh = "周小满", en = "Zhou Xiaoman"}}]\n'
    file.write_text(MEETING + text, "utf-8")
    named, told = read_sample(file)[VisitRoute][0].lists["stops"]
    assert (named.links, named.values) == ({"guide_id": "liang"}, {})
    assert (told.links, told.values) == ({}, {"guide_zh": "周小满", "guide_en": "Zhou Xiaoman"})


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ('[[organisation]]\nid = "x"\n', "sample_unknown_table", at("", "organisation")),
        ("[[meeting_extra]]\n", "sample_unknown_table", at("", "meeting_extra")),
        ('colour = "red"\n', "sample_unknown_key", at("meeting 1", "colour")),
        ("position = 3\n", "sample_unknown_key", at("meeting 1", "position")),
        ("[[agreement]]\nclauses = []\n", "sample_unknown_key", at("agreement 1", "clauses")),
        ('[[person]]\n[[person]]\nname_zh = "梁涛"\n', "sample_unknown_key", at("person 2", "name_zh")),
        ('[[side]]\nunits = [{unit = "x"}]\n', "sample_unknown_key", at("side 1 / units 1", "unit")),
        ('status = "over"\n', "sample_wrong_value", at("meeting 1", "status", "over")),
        ('kinds = "signing"\n', "sample_wrong_value", at("meeting 1", "kinds", "signing")),
        ('kinds = ["party"]\n', "sample_wrong_value", at("meeting 1", "kinds", "['party']")),
        ('title = "会"\n', "sample_wrong_value", at("meeting 1", "title", "会")),
        ('title = {cn = "会"}\n', "sample_wrong_value", at("meeting 1", "title", "{'cn': '会'}")),
        ("title = {zh = 1}\n", "sample_wrong_value", at("meeting 1", "title", "{'zh': 1}")),
        ("title = {}\n", "sample_wrong_value", at("meeting 1", "title", "{}")),
        ('starts_on = "5月20日"\n', "sample_wrong_value", at("meeting 1", "starts_on", "5月20日")),
        (
            "starts_on = 2024-05-20T09:00:00\n",
            "sample_wrong_value",
            at("meeting 1", "starts_on", "2024-05-20 09:00:00"),
        ),
        ("invented = 1\n", "sample_wrong_value", at("meeting 1", "invented", "1")),
        ("[[agenda_item]]\nminutes = true\n", "sample_wrong_value", at("agenda_item 1", "minutes", "True")),
        ("[[agenda_item]]\nmoderator = 3\n", "sample_wrong_value", at("agenda_item 1", "moderator", "3")),
        ("[[side]]\nunits = 3\n", "sample_wrong_value", at("side 1", "units", "3")),
        ("[[agreement]]\nparties = [3]\n", "sample_wrong_value", at("agreement 1 / parties 1", "agreement_party", "3")),
    ],
)
def test_a_mistake_is_named_with_its_place(file: Path, text: str, code: str, values: dict[str, Value]):
    assert mistake(file, text) == (code, values)


def test_a_file_needs_exactly_one_meeting(file: Path):
    file.write_text('[[side]]\nid = "a"\n', "utf-8")
    with pytest.raises(KnownError, match="sample_needs_one_meeting"):
        read_sample(file)


def test_a_file_that_is_no_toml_is_refused_by_name(file: Path):
    code, values = mistake(file, "title = \n")
    assert (code, values["file"]) == ("sample_unreadable", "own.toml")


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_a_file_that_cannot_be_read_is_refused_by_name(file: Path, content: bytes | None):
    if content:
        file.write_bytes(content)
    with pytest.raises(KnownError, match="sample_unreadable"):
        read_sample(file)


def test_a_list_never_gives_the_column_of_its_owner():
    shape = shape_of(Person)
    assert shape.table == "person"
    assert "person" not in shape.lists["appointments"].links
    assert shape.lists["appointments"].links == {"organization": "organization"}
