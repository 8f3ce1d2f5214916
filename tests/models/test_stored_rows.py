"""Plain rows are what the records would be: the same columns, the same values, of the same types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, DateTime, MetaData, Table, create_engine, select
from sqlalchemy.orm import Session

from models.looking import Looking, looking_at
from models.records import Record, Setting
from models.snapshots.rows import BELOW, OF_MEETING
from models.stored_rows import COLUMNS, stored_rows, stored_with_those_above
from tests import factories as make
from tests.models.snapshots.whole_meeting import make_whole_meeting
from tools import stored_columns


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    Record.metadata.create_all(engine)
    with Session(engine) as opened:
        yield opened
    engine.dispose()


@pytest.fixture
def looking(session: Session) -> Looking:
    make_whole_meeting(session, 2)
    return looking_at(session)


def told(row: Any, names: list[str]) -> list[tuple[type, Any]]:
    """The values with their types: 1 is not True, and "signed" is not a code."""
    return [(type(getattr(row, name)), getattr(row, name)) for name in names]


def test_the_columns_written_down_are_those_of_the_records():
    assert COLUMNS.read_text(encoding="utf-8") == stored_columns.table()


def test_a_moment_without_a_zone_cannot_be_written_down():
    column: Column[Any] = Table("odd", MetaData(), Column("at", DateTime())).c.at
    with pytest.raises(ValueError, match=r"odd\.at"):
        stored_columns.kind_of(column)


def test_every_row_is_what_the_record_is(session: Session, looking: Looking):
    session.expire_all()
    seen = {}
    for mapper in Record.registry.mappers:
        names = [column.name for column in mapper.local_table.columns]
        kept = session.scalars(select(mapper.class_).order_by(mapper.class_.id)).all()
        plain = stored_rows(looking, mapper.local_table.name, order=("id",))
        assert [told(row, names) for row in plain] == [told(row, names) for row in kept]
        seen[mapper.local_table.name] = len(plain)
    of_meeting = {*OF_MEETING.values(), *(table for table, _column, _owners in BELOW.values())}
    assert {table for table in of_meeting if not seen[table]} == set()


def test_rows_are_chosen_by_numbers_and_by_what_is_empty(session: Session, looking: Looking):
    one, other = (make.make_meeting(session, key) for key in ("one", "other"))
    first = make.make_agenda_item(session, one, title_zh="甲")
    below = make.make_agenda_item(session, one, title_zh="乙", parent_id=first.id, position=1)
    make.make_agenda_item(session, other, title_zh="丙")
    looking = looking_at(session)
    found = [
        stored_rows(looking, "agenda_item", {"meeting_id": (one.id,)}, columns=("id", "title_zh")),
        stored_rows(looking, "agenda_item", {"meeting_id": (one.id,)}, columns=("id",), empty=("parent_id",)),
        stored_rows(looking, "agenda_item", {"parent_id": (first.id,), "id": (first.id,)}, columns=("id",)),
        stored_rows(looking, "agenda_item", {"meeting_id": ()}),
    ]
    both = [(first.id,), (below.id,)]
    assert found == [[(first.id, "甲"), (below.id, "乙")], both[:1], both, []]


@pytest.mark.parametrize("number", ["1", "1) OR (1=1", None])
def test_only_numbers_stand_in_a_statement(looking: Looking, number: Any):
    with pytest.raises((ValueError, TypeError)):
        stored_rows(looking, "meeting", {"id": (number,)}, order=("id",))


def test_rows_come_with_all_above_them_and_a_circle_ends(session: Session):
    top = make.make_organization(session, "大学")
    middle = make.make_organization(session, "学院", parent_id=top.id)
    low = make.make_organization(session, "系", parent_id=middle.id)
    make.make_organization(session, "别处", parent_id=top.id)
    found = [[row.id for row in stored_with_those_above(looking_at(session), "organization", [low.id])]]
    top.parent_id = low.id
    found.append([row.id for row in stored_with_those_above(looking_at(session), "organization", [middle.id])])
    assert found == [[top.id, middle.id, low.id]] * 2


def test_the_tool_writes_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(stored_columns, "COLUMNS", tmp_path / "columns.tsv")
    assert stored_columns.main() == 0
    assert (tmp_path / "columns.tsv").read_text(encoding="utf-8") == COLUMNS.read_text(encoding="utf-8")


def test_a_number_in_json_is_read_as_the_number_it_is(session: Session) -> None:
    session.add(Setting(key="privacy.retention_days", value=90))
    session.flush()
    found = stored_rows(looking_at(session), "setting", columns=("key", "value"), order=("id",))
    assert [tuple(row) for row in found] == [("privacy.retention_days", 90)]
