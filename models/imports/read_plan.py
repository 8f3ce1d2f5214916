"""From files to a plan: what the worker process runs. One bad file never stops the others."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from models.errors import KnownError
from models.imports.book import Book, Note
from models.imports.known_people import KnownPeople
from models.imports.plan import ImportPlan, ReadFile
from models.imports.plan_import import plan_import
from models.imports.read_table import read_file
from models.imports.tables import Corrections
from models.imports.understand import understand

NOT_CORRECTED = Corrections()
LOCKS = ("~$", ".~", ".")  # Excel's, WPS's and LibreOffice's locks, and what systems hide

Given = TypeVar("Given")

log = logging.getLogger(__name__)


def slip_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files meant: of a folder all in it, by name, without the locks of open ones; each once."""
    found: list[Path] = []
    for path in paths:
        found += _files_in(path) if path.is_dir() else [path]
    return tuple(dict.fromkeys(found))


def _files_in(folder: Path) -> Iterator[Path]:
    yield from sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith(LOCKS))


def named_files(paths: Iterable[Path]) -> dict[str, Path]:
    """The files by a name that no other of the import has: 回执.xlsx, a second one with its folder, or counted."""
    named: dict[str, Path] = {}
    for path in paths:
        tries = (path.name, f"{path.parent.name}/{path.name}", *(f"{path.name} ({n})" for n in range(2, 10_000)))
        named[next(name for name in tries if name not in named)] = path
    return named


def read_plan(
    paths: Sequence[Path],
    known: KnownPeople,
    *,
    corrections: Mapping[str, Corrections] | None = None,
    passwords: Mapping[str, str] | None = None,
    remembered: Mapping[str, str] | None = None,
    meeting_year: int | None = None,
) -> ImportPlan:
    """Read, understand and plan. Corrections and passwords by path, else by name; the password "" is for all files.

    What the office remembers and the year of the meeting are those of `known` unless others are given.
    """
    read: list[ReadFile] = []
    refused: list[tuple[str, Note]] = []
    for name, path in named_files(paths).items():
        wanted = _of(corrections, path) or NOT_CORRECTED
        password = _of(passwords, path) or (passwords or {}).get("", "")
        headers = known.remembered if remembered is None else remembered
        try:
            book = replace(read_file(path, password=password), name=name)
            read.append(_understood(book, wanted, headers, meeting_year or known.meeting_year, known))
        except KnownError as error:
            refused.append((name, Note(error.code, error.values)))
        except Exception as error:  # a reader's own fault: the other slips are read all the same
            log.exception("A slip could not be read")
            refused.append((name, Note("slip_failed", {"file": name, "reason": type(error).__name__})))
    return plan_import(read, known, refused_files=refused)


def _of(given: Mapping[str, Given] | None, path: Path) -> Given | None:
    return (given or {}).get(str(path), (given or {}).get(path.name))


def _understood(
    book: Book, corrections: Corrections, remembered: Mapping[str, str], year: int | None, known: KnownPeople
) -> ReadFile:
    understood = understand(
        book, remembered=remembered, corrections=corrections, meeting_year=year, known_units=known.unit_names
    )
    return ReadFile(book, understood, corrections)
