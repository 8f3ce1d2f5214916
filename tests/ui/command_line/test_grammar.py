"""Arguments: what is before the command is the interface's, what is wrong is said in one line in its language."""

from __future__ import annotations

import os

import pytest

from models.errors import KnownError
from ui.command_line.argparse_words import ARGPARSE_MESSAGES, ARGPARSE_PLURALS, speaking
from ui.command_line.commands import COMMANDS
from ui.command_line.grammar import Request, read_arguments

EXPORT = ["export", "liandu-lsu", "agenda", "--language", "en", "-o", "out"]


def read(*arguments: str) -> Request:
    """Read the arguments with Chinese as the default language."""
    return read_arguments(list(arguments), "zh")


def test_the_commands_are_those_of_the_contract():
    names = [command.name for command in COMMANDS]
    making = ["sample", "list", "documents", "export", "pack", "import-people"]
    assert names == [*making, "check", "purge", "backup", "restore", "integrity"]


def test_without_a_command_the_window_is_meant():
    request = read()
    assert (request.command, request.language, request.workspace) == (None, "zh", "")


def test_language_before_the_command_is_the_interfaces_and_after_it_the_papers():
    request = read("--language", "en", "export", "k", "agenda", "--language", "zh", "-o", "out")
    assert (request.language, request.options.language, request.options.output) == ("en", "zh", "out")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--workspace", "W", "list"],
        ["--workspace=W", "list"],
        ["list", "--workspace", "W"],
        ["--workspace", "other", "list", "--workspace=W"],
    ],
)
def test_the_workspace_may_be_named_before_or_after_the_command(arguments: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SIGNING_DESK_WORKSPACE", "E")
    assert read(*arguments).workspace == "W"


def test_the_environment_names_the_workspace_where_no_argument_does(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SIGNING_DESK_WORKSPACE", "E")
    assert read("list").workspace == "E"


def test_all_options_of_an_export_are_read():
    given = vars(
        read(
            *EXPORT, "--format=pdf", "--agreement", "a1", "--final", "--preset", "compact", "--unmasked", "--json"
        ).options
    )
    assert given == {
        "workspace": None,
        "meeting": "liandu-lsu",
        "document": "agenda",
        "format": "pdf",
        "language": "en",
        "agreement": "a1",
        "compare_from": None,
        "compare_to": None,
        "revision": None,
        "final": True,
        "draft": False,
        "unmasked": True,
        "preset": "compact",
        "group_by": "",
        "came": False,
        "columns": "",
        "blank_lines": None,
        "unit": "",
        "reply_by": "",
        "return_to": "",
        "table_card": "",
        "badge": "",
        "one_face": False,
        "names_only": False,
        "as_notice": False,
        "output": "out",
        "json": True,
    }


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["export", "k"], "the following arguments are required: DOCUMENT, --language, -o/--output"),
        (["list", "--all"], "unrecognized arguments: --all"),
        (["list", "extra"], "unrecognized arguments: extra"),
        (["--workspace"], "argument --workspace: expected one argument"),
        (["list", "--js"], "unrecognized arguments: --js"),
        (["list", "--json=1"], "argument --json: ignored explicit argument '1'"),
    ],
)
def test_arguments_that_make_no_sense_are_refused(arguments: list[str], reason: str):
    with pytest.raises(KnownError) as refused:
        read_arguments(arguments, "en")
    assert (refused.value.code, refused.value.values["reason"]) == ("bad_arguments", reason)


def test_the_reason_is_given_in_the_language_of_the_interface():
    with pytest.raises(KnownError) as refused:
        read("check")
    assert refused.value.values == {"reason": "缺少必需的参数：MEETING", "program": "python main.py check"}


def test_a_wrong_interface_language_is_refused_in_the_default_one():
    with pytest.raises(KnownError) as refused:
        read("--language", "fr", "list")
    assert str(refused.value.values["reason"]).startswith("参数 --language：不能是 'fr'")


@pytest.mark.parametrize("name", ["print", "", "签约", "\udcff"])
def test_an_unknown_command_is_named_with_those_there_are(name: str):
    with pytest.raises(KnownError) as refused:
        read(name)
    assert (refused.value.code, refused.value.values["command"]) == ("unknown_command", name)
    assert str(refused.value.values["known"]).startswith("sample, list, documents")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", [None, *(command.name for command in COMMANDS)])
def test_every_command_has_a_help_text(command: str | None, language: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        read_arguments([*([command] if command else []), "--help"], language)
    text = capsys.readouterr().out
    assert ended.value.code == 0
    assert text.startswith("用法：" if language == "zh" else "usage: ")
    assert ("show this help" in text) == (language == "en")


def test_argparse_speaks_chinese_within_the_block_only():
    import gettext

    before = (gettext.textdomain(), os.environ.get("LANGUAGE"))
    with speaking("zh"):
        assert all(gettext.gettext(message) != message for message in ARGPARSE_MESSAGES)
        assert all(gettext.ngettext(*message, 2) not in message for message in ARGPARSE_PLURALS)
    assert (gettext.textdomain(), os.environ.get("LANGUAGE")) == before
