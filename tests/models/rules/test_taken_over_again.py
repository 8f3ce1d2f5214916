"""What was accepted of a draft is no difference when the same file is read again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.imports.returned_docx import read_returned
from models.rules.returned_changes import ReturnedKind, returned_changes
from tests.returned_drafts import edited, reworded, sent, stored, without
from tests.sample_meetings import sample_meetings


@pytest.mark.parametrize(
    "edit",
    [
        without("坚持需求导向"),  # a text with a field in it, taken out
        reworded("以服务", "以 "),
        reworded("合作宗旨与目标", "宗旨 "),
    ],
)
def test_nothing_differs_again(edit: Callable[[str], str]):
    paper = read_returned("a.docx", edited(sent().content, edit))
    now = dict(stored(sample_meetings()["demo-full"], "park"))
    (change,) = returned_changes(sent().paper, paper, now).changes
    assert change.kind is ReturnedKind.REWORDED
    now[change.clause_id] = {**now[change.clause_id], change.column: change.source.strip()}
    assert returned_changes(sent().paper, paper, now).is_same
