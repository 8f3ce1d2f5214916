"""Settings: typed defaults, atomic writes, damaged files kept aside, the language of the interface."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui import folders
from ui.settings import (
    LANGUAGE,
    RECENT_KEPT,
    RECENT_WORKSPACES,
    SETTINGS,
    THEME,
    WINDOW_GEOMETRY,
    Settings,
    interface_language,
    system_language,
)


def test_every_setting_has_its_default_where_there_is_no_file():
    assert [Settings().get(setting) for setting in SETTINGS] == [setting.default for setting in SETTINGS]
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)


def test_a_choice_is_kept_at_once():
    Settings().set(THEME, "dark")
    Settings().set(RECENT_WORKSPACES, ("/a", "乙.sqlite"))
    assert json.loads(folders.settings_file().read_text(encoding="utf-8")) == {
        "theme": "dark",
        "recent_workspaces": ["/a", "乙.sqlite"],
    }
    assert Settings().get(RECENT_WORKSPACES) == ("/a", "乙.sqlite")
    assert [file.name for file in folders.settings_file().parent.iterdir()] == ["settings.json"]


def test_a_choice_outside_the_table_is_refused():
    with pytest.raises(ValueError, match="theme cannot be 'pink'"):
        Settings().set(THEME, "pink")
    assert not folders.settings_file().exists()


@pytest.mark.parametrize("wrong", ['"pink"', "7", "null", '["dark"]'])
def test_a_value_of_the_wrong_kind_gives_the_default_and_is_left_in_the_file(tmp_path: Path, wrong: str):
    file = tmp_path / "settings.json"
    file.write_text(f'{{"theme": {wrong}, "later": 1}}', encoding="utf-8")
    settings = Settings(file)
    assert settings.get(THEME) == "system"
    settings.set(LANGUAGE, "en")
    assert json.loads(file.read_text(encoding="utf-8"))["later"] == 1


@pytest.mark.parametrize("content", [b"{", b"[1]", b"\xff\xfe\x00", b"", b'"text"'])
def test_a_damaged_file_is_kept_aside_and_the_defaults_hold(tmp_path: Path, content: bytes):
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    settings = Settings(file)
    aside = tmp_path / "settings.json.damaged"
    assert (settings.get(THEME), settings.set_aside, aside.read_bytes()) == ("system", aside, content)
    settings.set(THEME, "light")
    assert (Settings(file).get(THEME), Settings(file).set_aside) == ("light", None)


def test_deeply_nested_brackets_are_a_damaged_file(tmp_path: Path):
    file = tmp_path / "settings.json"
    file.write_text("[" * 100_000, encoding="utf-8")
    assert Settings(file).set_aside == tmp_path / "settings.json.damaged"


def test_a_folder_that_cannot_be_written_loses_the_choice_but_not_the_work(tmp_path: Path):
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.set(THEME, "dark")
    assert settings.get(THEME) == "dark"
    assert Settings(settings.file).get(THEME) == "system"


def test_a_damaged_file_that_cannot_be_moved_is_left(tmp_path: Path):
    file = tmp_path / "settings.json"
    file.write_text("{", encoding="utf-8")
    (tmp_path / "settings.json.damaged").mkdir()
    settings = Settings(file)
    assert (settings.set_aside, settings.get(THEME), file.read_text(encoding="utf-8")) == (None, "system", "{")


def test_the_latest_workspace_comes_first_and_once():
    settings = Settings()
    for number in range(RECENT_KEPT + 2):
        settings.remember_workspace(f"/{number}")
    settings.remember_workspace("/5")
    assert settings.get(RECENT_WORKSPACES) == ("/5", "/9", "/8", "/7", "/6", "/4", "/3", "/2")


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "POSIX"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
    ],
)
def test_without_a_choice_the_system_decides(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert (system_language(), interface_language(Settings())) == (expected, expected)


def test_the_choice_goes_before_the_system(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    Settings().set(LANGUAGE, "en")
    assert interface_language(Settings()) == "en"


def test_everything_lies_below_the_home_of_the_user(private_home: Path):
    places = (folders.default_workspace(), folders.settings_file(), folders.log_file(), folders.default_exports())
    assert [place.name for place in places] == ["workspace.sqlite", "settings.json", "signing-desk.log", "签约台"]
    assert all(place.is_relative_to(private_home) for place in places)


def test_half_a_character_in_the_file_is_no_value(tmp_path: Path):
    file = tmp_path / "settings.json"
    file.write_text('{"window_geometry": "\\ud800", "recent_workspaces": ["a\\u0000b"], "theme": "dark"}')
    settings = Settings(file)
    assert (settings.get(WINDOW_GEOMETRY), settings.get(RECENT_WORKSPACES), settings.get(THEME)) == ("", (), "dark")
