"""Which agreements of the workspace have taken a clause of the library over."""

from __future__ import annotations

from pathlib import Path

from models.actions.edit_clauses import NewClause, add_clauses
from models.snapshots.shapes import Bilingual
from models.store.clause_uses import ClauseUse, uses_of_clause
from models.store.workspace import open_workspace
from tests import factories as make

TAKEN = NewClause(key="disputes", heading_zh="争议", body_zh="协商。", library_clause="library/disputes")


def test_each_agreement_that_took_the_clause_over_is_told_once(file: Path) -> None:
    with open_workspace(file) as workspace, workspace.change("make") as session:
        meeting = make.make_meeting(session, "old", title_zh="座谈会", title_en="")
        other = make.make_agreement(session, meeting, "other")
        plain = make.make_agreement(session, meeting, "plain", title_zh="", title_en="")
        add_clauses(session, plain.id, (TAKEN, TAKEN))
        add_clauses(session, other.id, (NewClause(heading_zh="宗旨", library_clause="memorandum/disputes"),))
        assert uses_of_clause(session, "disputes") == (ClauseUse(Bilingual("座谈会"), Bilingual("plain")),)
        assert uses_of_clause(session, "notices") == ()
