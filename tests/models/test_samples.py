"""Loading the samples: once and for all, each as one step, nothing doubled."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from exporters.assembly import assemble_agreement
from models import records
from models.errors import KnownError
from models.records import Agreement, Meeting, Organization, Person, Record, Revision
from models.rules.classified import looks_classified
from models.samples import SAMPLE_KEYS, SampleReport, base_types, load_meeting, load_samples
from models.snapshots.shapes import Bilingual
from models.store.workspace import Workspace, open_workspace
from tests.sample_meetings import sample_meetings

REPORTED = SAMPLE_KEYS[:5]
MADE_AT = datetime(2024, 5, 18, 12, 0)

# People about whom a fact is told, and of whose names a report gives no characters.
PINYIN_ONLY = {"liandu-lsu": {"Jiang Jie"}, "lanzhou-lzu": {"Wang Wei", "Jia Jing"}}


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace, migrated once."""
    file = tmp_path_factory.mktemp("samples") / "empty.sqlite"
    open_workspace(file).close()
    return file


@pytest.fixture
def workspace(empty_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace of one's own."""
    with open_workspace(shutil.copyfile(empty_file, tmp_path / "own.sqlite")) as opened:
        yield opened


def count(workspace: Workspace, record: type[Record]) -> int:
    """How many rows a table has."""
    with workspace.read() as session:
        return session.scalar(select(func.count()).select_from(record)) or 0


def counts(workspace: Workspace) -> dict[str, int]:
    """The rows of every table people fill."""
    tables = {mapper.class_ for mapper in Record.registry.mappers if mapper.class_.undoable}
    return {table.__tablename__: count(workspace, table) for table in tables}


def bilinguals(shape: object) -> Iterator[Bilingual]:
    """Every text in two languages below a shape."""
    if isinstance(shape, Bilingual):
        yield shape
    elif isinstance(shape, tuple):
        for part in shape:
            yield from bilinguals(part)
    elif is_dataclass(shape):
        for part in fields(shape):
            yield from bilinguals(getattr(shape, part.name))


def test_all_samples_are_loaded_and_a_second_time_changes_nothing(workspace: Workspace):
    assert load_samples(workspace) == SampleReport(loaded=SAMPLE_KEYS, present=())
    before = counts(workspace)
    assert load_samples(workspace) == SampleReport(loaded=(), present=SAMPLE_KEYS)
    assert counts(workspace) == before
    with workspace.read() as session:
        assert tuple(session.scalars(select(Meeting.key).order_by(Meeting.id))) == SAMPLE_KEYS
        assert session.scalars(select(Meeting.key).where(Meeting.invented)).all() == ["demo-full"]


def test_a_meeting_that_is_present_is_left_alone(workspace: Workspace):
    with workspace.change("add_meeting") as session:
        session.add(Meeting(key="liandu-lsu", title_zh="我们自己的会"))
    report = load_samples(workspace, ("liandu-lsu", "lanzhou-lzu"))
    assert report == SampleReport(loaded=("lanzhou-lzu",), present=("liandu-lsu",))
    with workspace.read() as session:
        assert session.scalar(select(Meeting.title_zh).where(Meeting.key == "liandu-lsu")) == "我们自己的会"


def test_each_meeting_is_one_step_of_undo(workspace: Workspace):
    empty = counts(workspace)
    load_samples(workspace, REPORTED[:2])
    assert [workspace.undo().values for _ in range(3)] == [
        {"meeting": "shengzhou-zjipc"},
        {"meeting": "hongdong-zju"},
        {"count": 13},
    ]
    assert counts(workspace) == empty


def test_a_unit_and_a_person_already_present_are_used_and_not_doubled(workspace: Workspace):
    with workspace.change("add_unit") as session:
        school = Organization(name_zh="武汉大学政治与公共管理学院", phone="027-00000000")
        session.add(school)
        session.flush()
        liang = Person(name_zh="梁涛", appointments=[records.Appointment(organization_id=school.id, title_zh="院长")])
        session.add_all([liang, Person(name_zh="梁永民")])
    load_samples(workspace, ("shangdang-whu", "lanzhou-lzu"))
    with workspace.read() as session:
        (kept,) = session.scalars(select(Person).where(Person.name_zh == "梁涛"))
        assert [post.title_zh for post in kept.appointments] == ["院长", "党委书记"]
        (unit,) = session.scalars(select(Organization).where(Organization.name_zh == "武汉大学政治与公共管理学院"))
        assert (unit.phone, unit.name_en) == ("027-00000000", "")
        # Somebody of the same name at no unit of the sample's is somebody else.
        assert len(session.scalars(select(Person).where(Person.name_zh == "梁永民")).all()) == 2


def test_a_meeting_loaded_beside_its_renamed_copy_has_the_same_people_and_units(workspace: Workspace):
    load_samples(workspace, ("lanzhou-lzu",))
    before = counts(workspace)
    with workspace.change("rename_meeting") as session:
        session.scalars(select(Meeting)).one().key = "old"
    load_samples(workspace, ("lanzhou-lzu",))
    after = counts(workspace)
    for table in ("person", "organization", "appointment", "organization_alias", "person_alias"):
        assert after[table] == before[table]
    assert after["attendance"] == 2 * before["attendance"]


def test_the_kinds_of_base_are_loaded_once(workspace: Workspace):
    load_samples(workspace, REPORTED[:1])
    load_samples(workspace, REPORTED[1:2])
    assert count(workspace, records.BaseType) == 13
    codes = [base_type.code for base_type in base_types()]
    assert codes == [*(f"B{number:02d}" for number in range(1, 13)), "B99"]
    assert base_types()[8].name_zh == "高校干部人才培养基地"


def test_a_mistake_in_a_file_leaves_nothing_behind(workspace: Workspace, tmp_path: Path):
    file = tmp_path / "own.toml"
    file.write_text('[meeting]\nkey = "own"\n[[side]]\nunits = ["nobody"]\n', "utf-8")
    with pytest.raises(KnownError) as caught, workspace.change("load_sample", meeting="own") as session:
        load_meeting(session, file)
    assert caught.value.code == "sample_unknown_name"
    assert count(workspace, Meeting) == 0


@pytest.mark.parametrize("key", SAMPLE_KEYS)
def test_every_text_is_there_in_chinese_and_in_english(key: str):
    without = {text.en for text in bilinguals(sample_meetings()[key]) if text.lacks("zh") or text.lacks("en")}
    assert without == PINYIN_ONLY.get(key, set())


@pytest.mark.parametrize("key", REPORTED)
def test_where_a_report_is_silent_nothing_is_filled_in(key: str):
    meeting = sample_meetings()[key]
    assert {one.person.phone + one.person.email + one.room + one.arrival for one in meeting.attendees} <= {""}
    assert {unit.credit_code + unit.phone + unit.address.zh for unit in meeting.all_organizations} <= {""}
    assert {(item.start, item.minutes) for item in meeting.agenda} == {(None, None)}
    for agreement in meeting.agreements:
        assert (agreement.originals, agreement.duplicates, agreement.term_years) == (None, None, None)
        assert {(party.signatory, party.liaison, party.originals) for party in agreement.parties} == {
            (None, None, None)
        }


@pytest.mark.parametrize("key", SAMPLE_KEYS)
def test_no_sample_looks_classified(key: str):
    assert not any(
        looks_classified(text.zh) or looks_classified(text.en) for text in bilinguals(sample_meetings()[key])
    )


@pytest.mark.parametrize("key", SAMPLE_KEYS)
def test_english_dates_are_written_as_the_papers_write_them(key: str):
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    american = re.compile(rf"\b(?:{months}) \d{{1,2}}, \d{{4}}")
    assert [text.en for text in bilinguals(sample_meetings()[key]) if american.search(text.en)] == []


def test_samples_with_frozen_texts_are_taken_back_and_brought_again(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        load_samples(workspace, ("shangdang-whu",), assemble=partial(assemble_agreement, made_at=MADE_AT))
        with workspace.read() as session:
            frozen = session.scalars(select(Revision.content_hash).order_by(Revision.id)).all()
        workspace.undo()
        with workspace.read() as session:
            left = [session.scalars(select(kind.id)).all() for kind in (Revision, Agreement, Meeting)]
        workspace.redo()
        with workspace.read() as session:
            again = session.scalars(select(Revision.content_hash).order_by(Revision.id)).all()
    assert (left, again) == ([[], [], []], frozen)
    assert len(frozen) == 2


def test_a_text_frozen_later_keeps_its_agreement(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        load_samples(workspace, ("shangdang-whu",))
        with workspace.change("keep_revision") as session:
            agreement = session.scalars(select(Agreement)).first()
            assert agreement is not None
            session.add(Revision(agreement_id=agreement.id))
        with pytest.raises(KnownError, match="record_in_use"):
            workspace.undo()
