"""Reads the arguments: options before the command are the interface's, those after it the command's."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

from models.errors import KnownError
from resources.languages import LANGUAGES, translator
from ui.command_line.argparse_words import speaking
from ui.command_line.commands import COMMANDS, WORKSPACE, Argument, Command
from ui.wording.messages import N_

PROGRAM = "python main.py"
PURPOSE = N_(
    "Signing Desk: papers for university–county meetings and signing ceremonies. Without a command the window opens."
)
USAGE = N_("python main.py [--workspace WS] [--language zh|en] [COMMAND …]")
COMMAND_LIST = N_("commands:")
MORE_HELP = N_("For one command: python main.py COMMAND --help")
INTERFACE_LANGUAGE = Argument(
    ("--language",), N_("language of the interface: zh or en"), {"metavar": "L", "choices": LANGUAGES}
)
OPTIONS_WITH_VALUE = ("--workspace", "--language")


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: the command (none: the window), the interface language, the workspace, its own options."""

    command: Command | None
    language: str
    workspace: str
    options: argparse.Namespace

    def say(self, message: str, **values: object) -> str:
        """A message in the interface language with its values."""
        return translator(self.language).gettext(message).format(**values)


class Parser(argparse.ArgumentParser):
    """An argument parser that raises `KnownError` and knows its messages in the interface language."""

    def __init__(self, command: str, arguments: Iterable[Argument], language: str, **more: Any) -> None:
        super().__init__(prog=f"{PROGRAM} {command}".rstrip(), allow_abbrev=False, **more)
        say = translator(language).gettext
        for argument in arguments:
            details: dict[str, Any] = dict(argument.details)
            self.add_argument(*argument.names, help=say(argument.purpose), **details)

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the arguments in one line."""
        raise KnownError("bad_arguments", reason=message, program=self.prog)


def read_arguments(arguments: list[str], default_language: str) -> Request:
    """Understand the arguments; KnownError where they make no sense, SystemExit after a help text."""
    before, name, after = split(arguments)
    language = spoken_language(before, default_language)
    with speaking(language):
        options = interface_parser(language).parse_args(before)
        command = find_command(name) if name is not None else None
        if command is not None:
            own = argparse.Namespace(workspace=options.workspace)
            options = command_parser(command, language).parse_args(after, own)
    workspace = options.workspace or os.environ.get("SIGNING_DESK_WORKSPACE", "")
    return Request(command, language, workspace, options)


def split(arguments: list[str]) -> tuple[list[str], str | None, list[str]]:
    """The arguments before the command, the command, and those after it."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 2 if arguments[at] in OPTIONS_WITH_VALUE else 1
    name = arguments[at] if at < len(arguments) else None
    return arguments[:at], name, arguments[at + 1 :]


def spoken_language(before: list[str], default: str) -> str:
    """The interface language asked for before the command; a wrong one is refused later, in the default language."""
    chosen = default
    for at, argument in enumerate(before):
        option, _, value = argument.partition("=")
        if option == "--language":
            chosen = value or (before[at + 1] if at + 1 < len(before) else "")
    return chosen if chosen in LANGUAGES else default


def find_command(name: str) -> Command:
    """The command with this name."""
    for command in COMMANDS:
        if command.name == name:
            return command
    raise KnownError("unknown_command", command=name, known=", ".join(command.name for command in COMMANDS))


def interface_parser(language: str) -> Parser:
    """The options before the command, and the help that lists the commands."""
    say = translator(language).gettext
    widest = max(len(command.name) for command in COMMANDS)
    lines = [f"  {command.name.ljust(widest)}  {say(command.purpose)}" for command in COMMANDS]
    return Parser(
        "",
        (WORKSPACE, INTERFACE_LANGUAGE),
        language,
        usage=say(USAGE),
        description=say(PURPOSE),
        epilog="\n".join([say(COMMAND_LIST), *lines, "", say(MORE_HELP)]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def command_parser(command: Command, language: str) -> Parser:
    """The arguments of one command. The workspace may also be named here."""
    purpose = translator(language).gettext(command.purpose)
    parser = Parser(command.name, command.arguments, language, description=purpose)
    details: dict[str, Any] = {**WORKSPACE.details, "default": argparse.SUPPRESS}
    parser.add_argument(*WORKSPACE.names, help=translator(language).gettext(WORKSPACE.purpose), **details)
    return parser
