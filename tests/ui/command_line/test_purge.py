"""`purge`: shows what is cleared, and clears it when its term is over."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from models.records import Attendance, Meeting, Person
from models.store.workspace import open_workspace
from ui import folders
from ui.agreements.batch_file import batch_file
from ui.command_line import run

PHONE = "13800138000"


def give_phone(file: Path) -> None:
    """Somebody at a meeting long past has a phone."""
    with open_workspace(file) as workspace, workspace.change("prepare") as session:
        meeting = session.scalars(select(Meeting).where(Meeting.key == "shangdang-whu")).one()
        person = Person(name_zh="王伟", phone=PHONE)
        session.add(person)
        session.flush()
        session.add(Attendance(meeting_id=meeting.id, person_id=person.id))


def phones(file: Path) -> list[str]:
    """All phones left."""
    with open_workspace(file) as workspace, workspace.read() as session:
        return [phone for phone in session.scalars(select(Person.phone)) if phone]


def test_a_dry_run_shows_and_keeps(samples: Path, capsys: pytest.CaptureFixture[str]):
    give_phone(samples)
    assert run(["purge", "shangdang-whu", "--dry-run"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[:2] == [
        "This would be cleared for good; nothing was changed:",
        "  phone, e-mail, identity number, ethnicity and diet of 1 person",
    ]
    assert phones(samples) == [PHONE]


def test_what_is_past_its_term_is_cleared(samples: Path, capsys: pytest.CaptureFixture[str]):
    give_phone(samples)
    assert run(["purge", "shangdang-whu"]) == 0
    assert capsys.readouterr().out.startswith("Cleared:\n  phone, e-mail")
    assert phones(samples) == []
    assert run(["purge", "shangdang-whu"]) == 0
    assert "Nothing is left to clear; the term ended on 18 August 2024." in capsys.readouterr().out


def test_the_half_entered_batch_of_the_meeting_goes_too(samples: Path):
    with open_workspace(samples) as workspace, workspace.read() as session:
        ids = session.scalars(select(Meeting.id).order_by(Meeting.key.desc())).all()
        files = [batch_file(folders.settings_file(), workspace.location, meeting_id) for meeting_id in ids]
    files[0].parent.mkdir(parents=True, exist_ok=True)
    for file in files:
        file.write_text("{}", encoding="utf-8")
    assert run(["purge", "shangdang-whu"]) == 0
    assert [file.exists() for file in files] == [False, True]


def test_a_meeting_within_its_term_is_refused(samples: Path, capsys: pytest.CaptureFixture[str]):
    with open_workspace(samples) as workspace, workspace.change("prepare") as session:
        meeting = session.scalars(select(Meeting).where(Meeting.key == "shangdang-whu")).one()
        meeting.starts_on = meeting.ends_on = meeting.starts_on.replace(year=2999)
    assert run(["purge", "shangdang-whu"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("The personal data of “上党区")
    assert told.endswith("are kept until 2999-08-18. They can be cleared after that day; nothing was cleared.\n")
