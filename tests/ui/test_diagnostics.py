"""The diagnostics file holds what helps and nothing that is somebody's."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from models.errors import KnownError
from ui.diagnostics import LONGEST_LOG, PACKAGES, make_diagnostics, safe_settings
from ui.log import write_log
from ui.masking import masked
from ui.settings import LANGUAGE, OFFICE_NAME, SETTINGS, Settings

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
        ("file of li.qiang@example.com not found", "file of …@… not found"),
        ('File "/home/li.qiang/desk/ui/app.py", line 3', 'File "ui/app.py", line 3'),
        ("could not open D:\\Users\\li qiang\\x", "could not open …"),
        ("it can't open 'Li Qiang', isn't it", "it can'…'…'…'… it"),
        ("phone 139.1234.5678 or (0571) 8888/6666", "… or (…"),
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
        '  File "ui/people/room.py", line 12, in show',
        "    raise ValueError(name)",
        "ValueError: bad name '…' of …@… in …",
        "",
    ]


def test_settings_that_name_a_person_or_a_place_are_left_out(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    for setting in SETTINGS:
        if type(setting.default) is str and not setting.allowed:
            settings.set(setting, "李强")
    told = {key for key, value in safe_settings(settings).items() if value == "李强"}
    assert told == {"last_room", "table_layouts", "window_geometry", "window_state"}


def test_a_folder_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        make_diagnostics(tmp_path / "no" / "x.zip", counts={}, settings=Settings(tmp_path / "s.json"), screens=[])
    assert caught.value.code == "folder_not_writable"
    assert list(tmp_path.iterdir()) == []


NASTY = """2026-11-22T18:14:20
Traceback (most recent call last):
  File "C:\\Users\\Li Qiang\\签约台\\ui\\people\\room.py", line 12, in show
    raise ValueError(name)
  File "/Volumes/Wang Fang/.venv/lib/python3.11/site-packages/sqlalchemy/engine/base.py", line 7, in _execute
    cursor.execute(statement, parameters)
sqlalchemy.exc.IntegrityError: (sqlite3.IntegrityError) UNIQUE constraint failed: person.phone
[SQL: UPDATE person SET name_en=? WHERE id = ?]
[parameters: ("Li Qiang's", '13912345678', 'wang.fang@zju.edu.cn', 7)]
During handling of the above exception, another exception occurred:
ValueError: Wang Fang of Zhejiang University can't open /media/wangfang/USB/Li Qiang/offer.docx, wangfang said
WARNING ui.jobs: li qiang, LI Qiang, \\u674e\\u5f3a, %E6%9D%8E, b'\\xe6\\x9d\\x8e' １３９１２３４５６７８ 139 1234 5678
KeyError: "Li
Qiang" 李强@county.gov.cn +86 (139) 1234-5678, 139_1234_5678 \\\\server\\Li Qiang\\x, file:///home/li%20qiang
"""


def test_no_name_number_address_or_folder_of_a_nasty_log_survives() -> None:
    shown = masked(NASTY)
    survivors = ("Li", "LI", "li ", "qiang", "Qiang", "Wang", "Fang", "wang", "fang", "Zhejiang", "zju", "1391", "1234")
    assert [name for name in (*survivors, "5678", "674e", "E6", "xe6", "@c", "USB", "docx") if name in shown] == []
    assert [character for character in shown if not character.isascii() and character != "…"] == []
    assert shown.splitlines()[:6] == [
        "2026-11-22T18:14:20",
        "Traceback (most recent call last):",
        '  File "ui/people/room.py", line 12, in show',
        "    raise ValueError(name)",
        '  File "site-packages/sqlalchemy/engine/base.py", line 7, in _execute',
        "    cursor.execute(statement, parameters)",
    ]


def test_of_a_long_log_whole_lines_are_kept(tmp_path: Path) -> None:
    write_log("/home/li qiang/desk " * (LONGEST_LOG // 20) + "\nValueError: bad name")
    target = make_diagnostics(tmp_path / "x.zip", counts={}, settings=Settings(tmp_path / "s.json"), screens=[])
    with ZipFile(target) as bundle:
        assert bundle.read("signing-desk.log").decode() == "ValueError: bad name\n"
