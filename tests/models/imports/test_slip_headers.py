"""Headers that the office has set right once are remembered."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.imports.book import Book
from models.imports.plan import ImportPlan, ReadFile
from models.imports.slip_headers import chosen_headers, remember_headers, remembered_headers
from models.imports.tables import ColumnMatch, FoundTable, MatchedBy, Understood
from models.records import Setting
from models.store.workspace import open_workspace


def test_what_was_chosen_is_remembered_under_the_plain_header():
    columns = (
        ColumnMatch(0, "姓 名*", "name_zh", MatchedBy.HEADER),
        ColumnMatch(1, "科室（必填）", "department", MatchedBy.CHOSEN),
        ColumnMatch(2, "编制", "", MatchedBy.CHOSEN),
        ColumnMatch(3, "", "phone", MatchedBy.CHOSEN),
    )
    table = FoundTable("Sheet1", (0,), columns, 1, 5)
    plan = ImportPlan(1, (ReadFile(Book("a.xlsx", "xlsx", ()), Understood((table,), ())),), ())
    assert chosen_headers(plan) == {"科室": "department", "编制": ""}


def test_remembered_headers_grow_and_unknown_meanings_are_passed_over(session: Session):
    assert remembered_headers(session) == {}
    remember_headers(session, {"科室": "department", "编制": ""})
    remember_headers(session, {"科室": "title_zh", "旧": "no_such_field"})
    session.flush()
    assert remembered_headers(session) == {"科室": "title_zh", "编制": ""}
    session.scalars(select(Setting)).one().value = "broken"
    assert remembered_headers(session) == {}


def test_nothing_new_to_remember_is_no_change(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        for _time in range(2):
            with workspace.change("remember") as session:
                remember_headers(session, {"科室": "department"})
        workspace.undo()
        assert workspace.next_undo() is None
