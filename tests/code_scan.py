"""Finds, in the source, every code that is raised, found or noticed, and the values given with it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("models", "exporters", "ui")


HandedOn = dict[tuple[str, str], int]  # folder and name of a function → position of the code among its arguments


@dataclass(frozen=True)
class Use:
    """A code in the source; `names` are the values given by keyword, None where they are not written out there."""

    code: str
    place: str
    names: frozenset[str] | None


@cache
def modules() -> tuple[tuple[str, tuple[ast.AST, ...]], ...]:
    """Every module of the app with all nodes of its syntax tree."""
    files = sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py"))
    return tuple((file.relative_to(ROOT).as_posix(), tuple(ast.walk(ast.parse(file.read_bytes())))) for file in files)


@cache
def uses(callee: str) -> tuple[Use, ...]:
    """Calls of `callee` (KnownError, Finding …) with a literal code, also through functions that hand it on."""
    handed = handed_on(callee)
    return tuple(
        use
        for place, nodes in modules()
        for call in calls(nodes)
        if (at := code_position(call, folder(place), callee, handed)) is not None
        for use in _codes(call, at, place, direct=called(call) == callee)
    )


def texts(*, except_below: str) -> set[str]:
    """Every literal text of the source outside a folder."""
    nodes = (node for place, nodes in modules() if not place.startswith(except_below) for node in nodes)
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def handed_on(callee: str) -> HandedOn:
    """Functions that make `callee` of a code they are given, also by way of one another."""
    found: HandedOn = {}
    while True:
        more = {
            (folder(place), function.name): at
            for place, nodes in modules()
            for function in nodes
            if isinstance(function, ast.FunctionDef)
            for at in _code_arguments(function, folder(place), callee, found)
        }
        if more == found:
            return found
        found = more


def code_position(call: ast.Call, within: str, callee: str, handed: HandedOn) -> int | None:
    """Which argument of a call is the code; None where the call has nothing to do with `callee`."""
    return 0 if called(call) == callee else handed.get((within, called(call)))


def _code_arguments(function: ast.FunctionDef, within: str, callee: str, handed: HandedOn) -> Iterator[int]:
    """Where among its own arguments a function takes the code that it hands on."""
    own = [argument.arg for argument in function.args.args if argument.arg not in ("self", "cls")]
    for call in calls(ast.walk(function)):
        at = code_position(call, within, callee, handed)
        if at is not None and at < len(call.args) and getattr(call.args[at], "id", None) in own:
            yield own.index(ast.unparse(call.args[at]))


def folder(place: str) -> str:
    """The folder of a module: functions that hand a code on are known within it."""
    return place.rpartition("/")[0]


def calls(nodes: Iterable[ast.AST]) -> Iterator[ast.Call]:
    """The calls among nodes."""
    return (node for node in nodes if isinstance(node, ast.Call))


def called(call: ast.Call) -> str:
    """The last part of the name that is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _codes(call: ast.Call, at: int, place: str, *, direct: bool) -> Iterator[Use]:
    """The literal codes at an argument; both where a condition chooses between two."""
    argument = call.args[at] if at < len(call.args) else None
    written_out = direct and all(keyword.arg for keyword in call.keywords)
    names = frozenset(keyword.arg or "" for keyword in call.keywords) if written_out else None
    chosen = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
    for node in chosen:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Use(node.value, f"{place}:{call.lineno}", names)
