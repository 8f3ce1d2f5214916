"""Other names of a unit, and its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.actions.edit_organization import aliases_of, delete_organization, set_aliases
from models.actions.record_values import record_values
from models.errors import KnownError
from models.records import Organization
from models.store.workspace import Workspace, open_workspace
from tests.factories import make_organization


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one unit, number 1."""
    opened = open_workspace(tmp_path / "units.sqlite", client="clerk")
    with opened.change("load_sample", meeting="m") as session:
        make_organization(session)
    return opened


def aliases(workspace: Workspace) -> tuple[str, ...]:
    """The other names of unit 1."""
    with workspace.read() as session:
        return aliases_of(session, 1)


def test_other_names_keep_their_order_without_doubles_and_undo_brings_the_old_ones(workspace: Workspace) -> None:
    with workspace:
        for names in (["武大", " 武汉大学校本部 "], ["珞珈", "武大", "", "珞珈"]):
            with workspace.change("edit_organization", name="武汉大学", field="aliases") as session:
                set_aliases(session, 1, aliases=names)
        assert aliases(workspace) == ("珞珈", "武大")
        workspace.undo()
        assert aliases(workspace) == ("武大", "武汉大学校本部")
        workspace.redo()
        assert aliases(workspace) == ("珞珈", "武大")


def test_a_unit_that_nothing_names_is_deleted_and_comes_back(workspace: Workspace) -> None:
    with workspace:
        with workspace.change("delete_organization", name="武汉大学") as session:
            delete_organization(session, 1)
        with workspace.read() as session:
            assert session.get(Organization, 1) is None
        workspace.undo()
        with workspace.read() as session:
            assert record_values(session, "organization", 1)["name_zh"] == "武汉大学"


def test_a_unit_that_is_gone_is_told(workspace: Workspace) -> None:
    with workspace, workspace.read() as session, pytest.raises(KnownError, match="record_gone"):
        record_values(session, "organization", 2)
