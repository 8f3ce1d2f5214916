"""Settings of the office: the default until somebody chooses, and never something that does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.office_keys import RETENTION_DAYS, SINGLE_NAME_FIRST
from models.office_settings import (
    read_ladders,
    read_office_setting,
    write_ladders,
    write_office_setting,
)
from models.records import Setting
from models.rules.ranks import LOWEST_RANK, Rung
from models.store.workspace import open_workspace


def test_what_was_chosen_holds_until_it_is_undone(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        read = []
        for days in (30, 60):
            with workspace.change("set_office_setting") as session:
                write_office_setting(session, RETENTION_DAYS, days)
                read.append(read_office_setting(session, RETENTION_DAYS))
        workspace.undo()
        with workspace.read() as session:
            read.append(read_office_setting(session, RETENTION_DAYS))
        assert read == [30, 60, 30]


@pytest.mark.parametrize("stored", [None, "90", 0, True, 4000, 1.5])
def test_what_does_not_fit_counts_as_not_chosen(tmp_path: Path, stored: object):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        with workspace.change("set_office_setting") as session:
            session.add(Setting(key=RETENTION_DAYS.key, value=stored))
        with workspace.read() as session:
            assert read_office_setting(session, RETENTION_DAYS) == 90


def test_a_flag_is_no_number(tmp_path: Path):
    with (
        open_workspace(tmp_path / "w.sqlite") as workspace,
        workspace.change("set_office_setting") as session,
        pytest.raises(ValueError, match=r"names\.single_given_name_first cannot be 1"),
    ):
        write_office_setting(session, SINGLE_NAME_FIRST, 1)


def test_the_office_s_ranks_put_people_in_order(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace, workspace.change("set_ranks") as session:
        write_ladders(session, [Rung(1, (("秘书",), (), (), ())), Rung(2, (("书记",), (), (), ()))])
        own = read_ladders(session)
        ranks = [own.rank("秘书"), own.rank("书记"), own.rank("县长")]
        write_ladders(session, [])
        proposed = read_ladders(session).rank("县长")
    assert (ranks, proposed) == ([1, 2, LOWEST_RANK], 12)
