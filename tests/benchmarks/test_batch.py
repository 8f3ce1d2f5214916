"""A hundred agreements drafted from a table, against the least that could do so: bare Jinja2 and bare ORM rows.

The bare half renders the text of each agreement in both languages, every template compiled once, and inserts the same
rows by SQLAlchemy's ORM alone: no undo, no checks, no titles, no trace. Ours is the whole step as the window does it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jinja2 import ChainableUndefined, Environment
from sqlalchemy import create_engine, inspect
from sqlalchemy.orm import Session

from models.actions.batch_agreements import BatchCommon, BatchParty, BatchRow, draft_batch
from models.clause_numbers import reading_values
from models.records import Agreement, Organization, Record
from models.records.base import Record as Base
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.workspace import Workspace, open_workspace
from models.templates import TemplateClause, builtin_template
from tests.factories import TAKEN_AT, make_meeting, make_organization

COUNT, ROUNDS, MOST = 100, 3, 3.0
TEMPLATE = "school-enterprise"
AREAS = tuple((zh, f"area {n}") for n, zh in enumerate(("技术攻关", "技术服务", "培训", "咨询", "标准建设"), start=1))
FILLED = {"id", "version", "created_at", "updated_at"}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A meeting of a college and a hundred enterprises."""
    with open_workspace(tmp_path / "batch.sqlite") as opened:
        with opened.change("prepare") as session:
            make_meeting(session)
            make_organization(session, "浙江工业职业技术学院", name_en="Zhejiang Industry Polytechnic College")
            for number in range(COUNT):
                make_organization(session, f"第{number}机械有限公司", name_en=f"Machinery {number} Co., Ltd.")
        yield opened


def draft(workspace: Workspace) -> float:
    """Seconds of one batch, as one undo step, committed."""
    with workspace.read() as session:
        school, *units = [row.id for row in session.query(Organization).order_by(Organization.id)]
    rows = [BatchRow(BatchParty(unit), amount=Decimal(100_000)) for unit in units]
    common = BatchCommon(
        parties=(BatchParty(school),),
        signed_on=date(2024, 5, 20),
        term_years=3,
        originals_each=2,
        areas=AREAS,
        answers={"court": ("嵊州市人民法院", "the People’s Court of Shengzhou")},
    )
    started = time.perf_counter()
    with workspace.change("draft_batch", count=COUNT) as session:
        draft_batch(session, 1, TEMPLATE, common, rows)
    return time.perf_counter() - started


def texts_of(clauses: tuple[TemplateClause, ...]) -> Iterator[str]:
    """Every text of a template, in both languages."""
    for clause in clauses:
        yield from (clause.heading.zh, clause.heading.en, clause.body.zh, clause.body.en)
        yield from texts_of(clause.items)


def bare_texts(snapshot: MeetingSnapshot) -> float:
    """Seconds to render the texts of all agreements with bare Jinja2; the values are at hand."""
    environment = Environment(autoescape=False, undefined=ChainableUndefined)
    names: dict[str, Callable[..., object]] = {
        "join_en": lambda words: ", ".join(map(str, words or ())),
        "each": lambda rows, name: [row.get(name, "") for row in rows or ()],
        "default": lambda value, other: value or other,
    }
    environment.filters |= names
    for name in ("in_capitals", "in_chinese", "in_words", "amount", "amount_in_capitals", "date_zh", "date_en"):
        environment.filters[name] = str
    given = [reading_values(one, agreement_values(snapshot, one), "zh") for one in snapshot.agreements]
    templates = [environment.from_string(text) for text in texts_of(builtin_template(TEMPLATE).clauses)]
    started = time.perf_counter()
    for values in given:
        for template in templates:
            template.render(values)
    return time.perf_counter() - started


def bare_rows(workspace: Workspace, file: Path) -> float:
    """Seconds to insert the rows that the batch made, with bare ORM objects, in one transaction."""
    tables = ("agreement_batch", "agreement", "agreement_party", "agreement_area", "agreement_variable", "clause")
    kinds = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    with workspace.read() as session:
        copies = [(kinds[table], plain(row)) for table in tables for row in session.query(kinds[table]).order_by("id")]
    engine = create_engine(f"sqlite:///{file}")
    Record.metadata.create_all(engine)
    with Session(engine) as session:
        make_meeting(session)
        for number in range(COUNT + 1):
            make_organization(session, f"第{number}")
        session.commit()
        started = time.perf_counter()
        session.add_all([kind(**columns) for kind, columns in copies])
        session.commit()
        taken = time.perf_counter() - started
    engine.dispose()
    return taken


def plain(row: Record) -> dict[str, Any]:
    """The columns of a row, its number too, so that those below it need no second flush."""
    return {
        column.key: getattr(row, column.key)
        for column in inspect(type(row)).columns
        if column.key not in FILLED - {"id"}
    }


@pytest.mark.bench
def test_a_batch_of_a_hundred_costs_no_more_than_three_times_its_text_and_rows(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, texts, rows = [], [], []
    for number in range(ROUNDS):
        ours.append(draft(workspace))
        with workspace.read() as session:
            assert session.query(Agreement).count() == COUNT
            snapshot = take_meeting(session, 1, taken_at=TAKEN_AT)
        texts.append(bare_texts(snapshot))
        rows.append(bare_rows(workspace, tmp_path / f"bare{number}.sqlite"))
        workspace.undo()
    least = min(texts) + min(rows)
    with capsys.disabled():
        sys.stdout.write(
            f"\nbatch of {COUNT}: {min(ours) * 1000:.0f} ms; bare Jinja2 {min(texts) * 1000:.0f} ms + bare ORM "
            f"{min(rows) * 1000:.0f} ms; {min(ours) / least:.2f} times\n"
        )
    assert min(ours) <= MOST * least
