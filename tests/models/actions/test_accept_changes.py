"""What was accepted of a returned draft is written; fields stay expressions; the file and a revision are kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from exporters.assembly import assemble_agreement
from exporters.exchange import Sendable, prepare_exchange
from models.actions.accept_changes import (
    ReturnedFile,
    accept_changes,
    keep_accepted,
    keep_sent,
    new_clause,
)
from models.actions.edit_clauses import NewClause, add_clauses
from models.actions.revisions import agreement_of, finalize
from models.codes import AgreementStatus, ClauseKind, RevisionKind
from models.errors import KnownError
from models.imports.returned_docx import read_returned
from models.records import Agreement, Clause, Revision
from models.returned_drafts import read_back as read_back_draft
from models.rules.returned_changes import ClauseAt, Returned, ReturnedChange, ReturnedKind
from models.samples import load_samples
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.kept_files import list_kept, read_kept
from models.store.queries import find_meeting
from models.store.workspace import Workspace, open_workspace
from tests.returned_drafts import MADE_AT, edited, reworded, with_paragraph, without

AT = datetime(2024, 5, 18, 4, 0, tzinfo=UTC)
MEETING, KEY = "shengzhou-zjipc", "fengli"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sendable]:
    """A workspace from which a draft was sent, to be copied, and the draft."""
    path = tmp_path_factory.mktemp("loaded") / "w.sqlite"
    with open_workspace(path) as opened:
        load_samples(opened, (MEETING,))
        return path, send(opened)


@pytest.fixture
def draft(sent: tuple[Path, Sendable]) -> Sendable:
    """The draft that was sent."""
    return sent[1]


@pytest.fixture
def workspace(sent: tuple[Path, Sendable], tmp_path: Path) -> Iterator[Workspace]:
    """The workspace from which it was sent, the test's own."""
    with open_workspace(shutil.copy(sent[0], tmp_path / "w.sqlite")) as opened:
        yield opened


def taken(workspace: Workspace) -> MeetingSnapshot:
    """The meeting as it is now."""
    with workspace.read() as session:
        return take_meeting(session, find_meeting(session, MEETING), taken_at=MADE_AT)


def agreement_id(workspace: Workspace) -> int:
    """The agreement that goes to and fro."""
    with workspace.read() as session:
        return session.scalars(select(Agreement.id).where(Agreement.key == KEY)).one()


def send(workspace: Workspace) -> Sendable:
    """Send the draft as it is."""
    made = prepare_exchange(taken(workspace), KEY, made_at=MADE_AT)
    owner = agreement_id(workspace)
    with workspace.change("send_draft") as session:
        keep_sent(session, owner, made.assembled, made.number, author="office", at=AT, to="沧澜大学")
    return made


def read_back(workspace: Workspace, made: Sendable, *edits: Callable[[str], str]) -> Returned:
    """What the other side's edits are."""
    agreement = next(one for one in taken(workspace).agreements if one.key == KEY)
    return read_back_draft(agreement, read_returned("back.docx", edited(made.content, *edits)))


def accept(workspace: Workspace, *changes: ReturnedChange, file: ReturnedFile | None = None) -> None:
    """Accept changes."""
    owner = agreement_id(workspace)
    with workspace.change("accept_changes") as session:
        accept_changes(session, owner, changes, file=file)


def printed(workspace: Workspace) -> dict[str, str]:
    """Heading → body of each article, with its fields."""
    agreement = next(one for one in taken(workspace).agreements if one.key == KEY)
    return {clause.heading.zh: clause.body.zh for clause in agreement.clauses}


def test_a_reworded_clause_is_written_with_its_fields(workspace: Workspace, draft: Sendable):
    returned = read_back(workspace, draft, reworded("参与行业标准", "牵头行业标准"))
    accept(workspace, *returned.changes)
    expected = "{{ sides_zh }}共同牵头行业标准、团体标准、企业标准和专业教学标准的研究与制定。"
    assert printed(workspace)["标准建设"] == expected


def test_what_is_refused_stays_as_it_was(workspace: Workspace, draft: Sendable):
    before = printed(workspace)
    read_back(workspace, draft, reworded("参与行业标准", "牵头行业标准"))
    accept(workspace)
    assert printed(workspace) == before


def test_a_deleted_and_an_added_clause(workspace: Workspace, draft: Sendable):
    before = list(printed(workspace))
    returned = read_back(
        workspace,
        draft,
        without(">宣传推广<", "互相宣传品牌"),
        with_paragraph("参与行业标准", "廉洁条款", "各方承诺廉洁。", style="Heading1"),
    )
    assert [one.kind for one in returned.changes] == [ReturnedKind.ADDED, ReturnedKind.DELETED]
    accept(workspace, *returned.changes)
    place = before.index("宣传推广")
    assert list(printed(workspace)) == [*before[:place], "廉洁条款", *before[place + 1 :]]
    assert printed(workspace)["廉洁条款"] == "各方承诺廉洁。"


def test_a_moved_clause_goes_before_the_one_it_stands_before(workspace: Workspace, draft: Sendable):
    paragraph = re.compile(r"<w:p>(?:(?!</w:p>).)*?</w:p>", re.DOTALL)

    def move(xml: str) -> str:
        found = [one for one in paragraph.finditer(xml) if "desk_t" in one.group()]
        first = next(place for place, one in enumerate(found) if ">宣传推广<" in one.group())
        start, end = found[first].start(), found[first + 1].end()
        target = next(one.start() for one in found if ">人才培养<" in one.group())
        return xml[:target] + xml[start:end] + xml[target:start] + xml[end:]

    order = list(printed(workspace))
    accept(workspace, *read_back(workspace, draft, move).changes)
    order.insert(order.index("人才培养"), order.pop(order.index("宣传推广")))
    assert list(printed(workspace)) == order


def test_a_clause_moved_below_another_goes_there(workspace: Workspace, draft: Sendable):
    with workspace.change("make") as session:
        rows = session.scalars(select(Clause).where(Clause.agreement_id == agreement_id(workspace)))
        by_heading = {row.heading_zh: row.id for row in rows}
        new = NewClause(ClauseKind.ITEM, body_zh="互派讲师。")
        (item,) = add_clauses(session, agreement_id(workspace), [new], parent_id=by_heading["宣传推广"])
    into = ClauseAt(by_heading["人才培养"])
    accept(workspace, ReturnedChange(ReturnedKind.MOVED, item, into=into))
    with workspace.read() as session:
        assert session.get_one(Clause, item).parent_id == into.id
    with pytest.raises(KnownError, match="record_gone"):
        accept(workspace, ReturnedChange(ReturnedKind.MOVED, item, into=ClauseAt(9_999)))


def below(workspace: Workspace, heading: str) -> list[str]:
    """The items of the article with this heading."""
    agreement = next(one for one in taken(workspace).agreements if one.key == KEY)
    article = next(one for one in agreement.clauses if one.heading.zh == heading)
    return [one.body.zh for one in article.children]


def test_items_behind_a_new_clause_stand_below_it(workspace: Workspace):
    agreement = next(one for one in taken(workspace).agreements if one.key == KEY)
    behind = next(one.id for one in agreement.clauses if one.heading.zh == "宣传推广")
    texts = (("廉洁条款\n各方：", 0), ("（一）不得宴请；", 1), ("（二）不得收礼。", 1))
    added = [
        ReturnedChange(ReturnedKind.ADDED, behind, column="body_zh", source=text, level=level) for text, level in texts
    ]
    accept(workspace, *added)
    assert (below(workspace, "廉洁条款"), below(workspace, "宣传推广")) == (["不得宴请；", "不得收礼。"], [])
    article = next(one for one in taken(workspace).agreements if one.key == KEY).clauses
    new = next(one.id for one in article if one.heading.zh == "廉洁条款")
    first = ReturnedChange(ReturnedKind.ADDED, new, column="body_zh", source="（一）不得请托；", level=1)
    accept(workspace, first, replace(first, source="（二）不得打招呼；"))
    assert below(workspace, "廉洁条款") == ["不得请托；", "不得打招呼；", "不得宴请；", "不得收礼。"]


def test_two_new_clauses_behind_one_keep_their_order(workspace: Workspace, draft: Sendable):
    lines = ("第八条　廉洁条款", "各方承诺廉洁。", "第九条　不可抗力", "互不担责。")
    returned = read_back(workspace, draft, with_paragraph("参与行业标准", *lines))
    accept(workspace, *returned.changes)
    order = list(printed(workspace))
    place = order.index("标准建设")
    assert order[place + 1 : place + 3] == ["廉洁条款", "不可抗力"]


def test_a_revision_and_the_file_are_kept(workspace: Workspace, draft: Sendable):
    returned = read_back(workspace, draft, reworded("参与行业标准", "牵头行业标准"))
    accept(workspace, *returned.changes, file=ReturnedFile("回稿.docx", b"PK the very bytes"))
    owner = agreement_id(workspace)
    assembled = assemble_agreement(taken(workspace), KEY, made_at=MADE_AT)
    with workspace.change("keep_accepted") as session:
        number = keep_accepted(session, owner, assembled, author="office", at=AT, name="回稿.docx")
    with workspace.read() as session:
        rows = session.scalars(select(Revision).where(Revision.agreement_id == owner).order_by(Revision.number))
        kinds = [(row.number, row.kind, row.name) for row in rows]
        (kept,) = list_kept(session, agreement_id=owner)
        assert read_kept(session, kept.id) == b"PK the very bytes"
    sent, back = RevisionKind.SENT, RevisionKind.RETURNED
    assert kinds == [(number - 1, sent, "沧澜大学"), (number, back, "回稿.docx")]


def test_what_was_changed_here_since_it_was_shown_is_not_written_over(workspace: Workspace, draft: Sendable):
    (change,) = read_back(workspace, draft, reworded("参与行业标准", "牵头行业标准")).changes
    with workspace.change("edit_clause") as session:
        clause = session.get(Clause, change.clause_id)
        assert clause is not None
        clause.body_zh = "我方另拟。"
    with pytest.raises(KnownError, match="changed_meanwhile"):
        accept(workspace, change)
    accept(workspace, replace(change, stored="我方另拟。", ours=True))
    assert printed(workspace)["标准建设"] == change.source


def test_a_clause_that_others_refer_to_is_not_deleted(workspace: Workspace, draft: Sendable):
    with workspace.change("refer") as session:
        rows = session.scalars(select(Clause).where(Clause.agreement_id == agreement_id(workspace)))
        by_heading = {row.heading_zh: row for row in rows}
        by_heading["宣传推广"].key = "news"
        by_heading["标准建设"].body_zh += "见{{ article.news }}。"
    returned = read_back(workspace, draft, without(">宣传推广<", "互相宣传品牌"))
    with pytest.raises(KnownError, match="clause_referred_to"):
        accept(workspace, *returned.changes)


def test_a_final_text_takes_nothing_over(workspace: Workspace, draft: Sendable):
    returned = read_back(workspace, draft, reworded("参与行业标准", "牵头行业标准"))
    assembled = assemble_agreement(taken(workspace), KEY, made_at=MADE_AT)
    with workspace.change("finalize_agreement") as session:
        agreement_of(session, agreement_id(workspace)).status = AgreementStatus.DRAFT
        finalize(session, agreement_id(workspace), assembled, author="office", at=AT)
    with pytest.raises(KnownError, match="agreement_is_final"):
        accept(workspace, *returned.changes)


def test_a_draft_that_another_revision_has_overtaken_is_not_sent(workspace: Workspace, draft: Sendable):
    made = prepare_exchange(taken(workspace), KEY, made_at=MADE_AT)
    send(workspace)
    assert made.number == draft.number + 1
    with pytest.raises(KnownError, match="draft_overtaken"), workspace.change("send_draft") as session:
        keep_sent(session, agreement_id(workspace), made.assembled, made.number, author="office", at=AT)


@pytest.mark.parametrize(
    ("source", "level", "clause"),
    [
        ("廉洁条款", 0, NewClause(heading_zh="廉洁条款")),
        ("各方承诺廉洁。", 0, NewClause(body_zh="各方承诺廉洁。")),
        ("（三）另行商定；", 1, NewClause(ClauseKind.ITEM, body_zh="另行商定；")),
        ("标题\n正文。", 1, NewClause(ClauseKind.ITEM, heading_zh="标题", body_zh="正文。")),
    ],
)
def test_the_first_line_is_a_heading_where_it_looks_like_one(source: str, level: int, clause: NewClause):
    change = ReturnedChange(ReturnedKind.ADDED, 1, column="body_zh", source=source, level=level)
    assert new_clause(change) == clause


def test_a_clause_that_came_in_both_languages_is_taken_apart_in_each():
    english = "Confidentiality and the Protection of Personal Information\nThe Parties keep secrets."
    change = ReturnedChange(ReturnedKind.ADDED, 1, column="body_zh", source="保密\n各方保密。", source_en=english)
    heading, body = english.split("\n")
    assert new_clause(change) == NewClause(
        heading_zh="保密", body_zh="各方保密。", heading_en=heading, body_en=body, kind=ClauseKind.ARTICLE
    )
    alone = ReturnedChange(ReturnedKind.ADDED, 1, column="body_en", source=english)
    assert new_clause(alone) == NewClause(heading_en=heading, body_en=body)
