"""The diagnostics file holds what helps and nothing that is somebody's."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from models.errors import KnownError
from ui.diagnostics import PACKAGES, make_diagnostics, masked
from ui.log import write_log
from ui.settings import LANGUAGE, OFFICE_NAME, Settings

TRACE = """Traceback (most recent call last):
  File "/home/li.qiang/desk/ui/people/room.py", line 12, in show
    raise ValueError(name)
ValueError: bad name '李强' of 13912345678, li.qiang@example.com, 上党区 in C:\\Users\\李强\\桌面
"""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("KeyError: 'Li Qiang'", "KeyError: '…'"),
        ("李强 called 139 1234 5678", "… called …"),
        ("mail li.qiang@example.com now", "mail …@… now"),
        ('File "/home/li.qiang/desk/ui/app.py", line 3', 'File "/home/…/desk/ui/app.py", line 3'),
        ("D:\\Users\\li qiang\\x", "D:\\Users\\… qiang\\x"),
        ("line 12345 of 678", "line 12345 of 678"),
    ],
)
def test_what_may_be_personal_is_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_the_bundle_holds_versions_counts_settings_and_the_masked_log(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.set(LANGUAGE, "zh")
    settings.set(OFFICE_NAME, "上党区委人才办")
    write_log(TRACE)
    target = make_diagnostics(tmp_path / "x.zip", counts={"person": 64}, settings=settings, screens=["1366x768 @1"])
    with ZipFile(target) as bundle:
        assert bundle.namelist() == ["facts.json", "signing-desk.log"]
        facts = json.loads(bundle.read("facts.json"))
        told = bundle.read("signing-desk.log").decode()
    assert sorted(facts) == ["rows", "screens", "settings", "versions"]
    assert facts["rows"] == {"person": 64}
    assert (facts["settings"]["language"], "office_name" in facts["settings"]) == ("zh", False)
    assert set(PACKAGES) < set(facts["versions"])
    assert told.splitlines()[1:] == [
        "Traceback (most recent call last):",
        '  File "/home/…/desk/ui/people/room.py", line 12, in show',
        "    raise ValueError(name)",
        "ValueError: bad name '…' of …, …@…, … in C:\\Users\\…\\…",
        "",
    ]


def test_a_folder_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        make_diagnostics(tmp_path / "no" / "x.zip", counts={}, settings=Settings(tmp_path / "s.json"), screens=[])
    assert caught.value.code == "folder_not_writable"
    assert list(tmp_path.iterdir()) == []
