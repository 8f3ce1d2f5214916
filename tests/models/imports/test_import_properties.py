"""Whatever slips hold: no row is lost, the same input gives the same plan, a second import brings nobody."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from models.imports.apply_import import apply_import
from models.imports.known_people import KnownPeople, known_people
from models.imports.plan import Action, ImportPlan
from models.imports.plan_import import plan_import
from models.imports.tables import RowKind, SlipRow
from models.records import Attendance, Person, Record
from tests import factories as make
from tests.models.imports.slips import file_of, group, slip

NAMES = ("王伟", "王玮", "侯亮", "候亮", "梁涛", "Ann Lee", "")
UNITS = ("", "武汉大学", "武大", "武汉大学法学院", "农业农村局", "上党区农业农村局")
PHONES = ("", "13812345678", "13987654321", "0355-2113499")
FIELDS = {"organization": UNITS, "department": ("", "法学院"), "phone": PHONES, "title_zh": ("", "教授", "局长")}


@st.composite
def rows(draw: st.DrawFn) -> SlipRow:
    """A person, a group or nobody."""
    values = {field: text for field, texts in FIELDS.items() if (text := draw(st.sampled_from(texts)))}
    kind = draw(st.sampled_from(("person", "person", "person", "group", "refused")))
    if kind == "group":
        return group(draw(st.sampled_from(("随行2人", "待定"))), draw(st.sampled_from((None, 1, 2))), **values)
    name = draw(st.sampled_from(NAMES))
    return slip(name, kind=RowKind(kind), struck=draw(st.integers(0, 9)) == 0, **values)


slips = st.lists(st.lists(rows(), max_size=8), min_size=1, max_size=3)


def plan_of(lists: list[list[SlipRow]], known: KnownPeople) -> ImportPlan:
    """The plan of several files."""
    return plan_import([file_of(*each, name=f"{number}.xlsx") for number, each in enumerate(lists)], known)


@settings(max_examples=50, deadline=None)
@given(slips)
def test_every_row_has_its_place_in_the_plan_and_points_back_only(lists: list[list[SlipRow]]):
    plan = plan_of(lists, KnownPeople(1))
    assert [row.slip for row in plan.rows] == [row for each in lists for row in each]
    assert [row.key for row in plan.rows] == list(range(len(plan.rows)))
    pointed = [(row.key, one.row_key) for row in plan.rows for one in row.candidates if one.row_key is not None]
    assert [pair for pair in pointed if pair[1] >= pair[0]] == []
    assert plan == plan_of(lists, KnownPeople(1))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # making an example smaller takes minutes
)
@given(slips)
def test_a_second_import_of_the_same_slips_brings_nobody(lists: list[list[SlipRow]]):
    engine = create_engine("sqlite://")
    Record.metadata.create_all(engine)
    with Session(engine) as session:
        meeting = make.make_meeting(session)
        plan = plan_of(lists, known_people(session, meeting.id))
        done = apply_import(session, plan, {})
        people = [row for row in plan.rows if row.action is Action.ADD and row.slip.kind is RowKind.PERSON]
        assert (done.added, done.groups) == (len(people), plan.counts()[Action.ADD] - len(people))
        assert session.scalar(select(func.count(Person.id))) == done.added
        again = plan_of(lists, known_people(session, meeting.id))
        new = [plan.rows[row.key].action for row in again.rows if row.action is Action.ADD]
        assert set(new) <= {Action.DOUBT}  # none but those left out the first time
        ranks = session.scalars(select(Attendance.rank).order_by(Attendance.rank)).all()
        assert list(ranks) == list(range(done.added))
    engine.dispose()
