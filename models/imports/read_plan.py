"""From files to a plan: what the worker process runs. One bad file never stops the others."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import ParamSpec, TypeVar

from models.errors import KnownError
from models.imports.book import Book, Note
from models.imports.in_steps import Steps
from models.imports.known_people import KnownPeople
from models.imports.limits import MEGABYTE
from models.imports.no_collection import no_collection
from models.imports.plan import ImportPlan, ReadFile
from models.imports.plan_import import plan_import
from models.imports.read_table import file_in_steps
from models.imports.tables import Corrections
from models.imports.understand import understand

NOT_CORRECTED = Corrections()
LOCKS = ("~$", ".~", ".")  # Excel's, WPS's and LibreOffice's locks, and what systems hide

MANY = 5  # files, from which on their folder is listed
MOST_TOGETHER = 25  # files that take their steps together: what they hold fits into the processor's cache
MOST_HELD = 16 * MEGABYTE  # that they claim to unpack to: one that claims more is read without others after it

Given = ParamSpec("Given")
Made = TypeVar("Made")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What holds for all files of an import, and what holds for single ones by path or name."""

    units: tuple[str, ...]
    remembered: Mapping[str, str]
    meeting_year: int | None
    corrections: Mapping[str, Corrections]
    passwords: Mapping[str, str]


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
        if path.name not in named:
            named[path.name] = path
            continue
        counted = (f"{path.name} ({number})" for number in count(2))
        tries = chain((f"{path.parent.name}/{path.name}",), counted)
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
    progress: Callable[[int, int, str], object] = lambda _done, _total, _name: None,
) -> ImportPlan:
    """Read, understand and plan. Corrections and passwords by path, else by name; the password "" is for all files.

    `progress` is told how many of how many files are read, and which is next. What the office remembers and the year
    of the meeting are those of `known` unless others are given.
    """
    headers = known.remembered if remembered is None else remembered
    reading = Reading(known.unit_names, headers, meeting_year or known.meeting_year, corrections or {}, passwords or {})
    with no_collection():
        found = list(_read_all(named_files(paths), reading, progress))
        read = [each for _name, each in found if isinstance(each, ReadFile)]
        refused = [(name, each) for name, each in found if isinstance(each, Note)]
        return plan_import(read, known, refused_files=refused)


def _read_all(
    named: Mapping[str, Path], reading: Reading, progress: Callable[[int, int, str], object]
) -> Iterator[tuple[str, ReadFile | Note]]:
    """All files first, then what they mean: each kind of work stays in the processor's cache."""
    books = list(read_together(named, reading.passwords, progress))
    for (name, path), book in zip(named.items(), books, strict=True):
        if isinstance(book, Book):
            corrections = _of(reading.corrections, path) or NOT_CORRECTED
            yield name, _or_told(name, understood, book, reading, corrections)
        else:
            yield name, book


class _FileReader:
    """Reads a file step by step. `found`: its book, or why there is none; None while steps are to be taken."""

    def __init__(self, name: str, steps: Steps[Book]) -> None:
        self.found: Book | Note | None = None
        self._name, self._steps = name, steps

    def go_on(self) -> int:
        """Take a step; how many bytes are held for the next."""
        found = _or_told(self._name, self._step)
        if isinstance(found, int):
            return found
        self.found = found
        return 0

    def _step(self) -> int | Book:
        try:
            return next(self._steps)
        except StopIteration as end:
            book: Book = end.value
            return book if book.name == self._name else replace(book, name=self._name)


def read_together(
    named: Mapping[str, Path], passwords: Mapping[str, str], progress: Callable[[int, int, str], object]
) -> Iterator[Book | Note]:
    """All files, so many at a time: one step of each before the next step, as long as little is held for them."""
    beside = _folders(named.values())
    together: list[_FileReader] = []
    held = 0
    for done, (name, path) in enumerate(named.items()):
        progress(done, len(named), name)
        password = _of(passwords, path) or passwords.get("", "")
        together.append(_FileReader(name, file_in_steps(path, password=password, beside=beside.get(path.parent))))
        held += together[-1].go_on()
        if held > MOST_HELD or len(together) == MOST_TOGETHER:
            yield from _to_the_end(together)
            together, held = [], 0
    yield from _to_the_end(together)


def _to_the_end(readers: Sequence[_FileReader]) -> list[Book | Note]:
    while waiting := [reader for reader in readers if reader.found is None]:
        for reader in waiting:
            reader.go_on()
    return [reader.found for reader in readers if reader.found is not None]


def _folders(paths: Collection[Path]) -> dict[Path, frozenset[str] | None]:
    """What lies in the folders of many files, listed once."""
    folders = dict.fromkeys(path.parent for path in paths) if len(paths) >= MANY else {}
    return {folder: _names_in(folder) for folder in folders}


def _names_in(folder: Path) -> frozenset[str] | None:
    try:
        return frozenset(each.name for each in folder.iterdir())
    except OSError:  # reading the files of it will say why
        return None


def _or_told(name: str, work: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made | Note:
    """What the work makes of a file, or why there is nothing."""
    try:
        return work(*given, **named)
    except KnownError as error:
        return Note(error.code, error.values)
    except Exception as error:  # a reader's own fault: the other slips are read all the same
        places = "".join(traceback.format_tb(error.__traceback__))  # its message may quote what people wrote
        log.error("A slip could not be read (%s)\n%s", type(error).__name__, places)
        return Note("slip_failed", {"file": name, "reason": type(error).__name__})


def _of(given: Mapping[str, Made], path: Path) -> Made | None:
    return given.get(str(path), given.get(path.name)) if given else None


def understood(book: Book, reading: Reading, corrections: Corrections) -> ReadFile:
    """A book with its people."""
    found = understand(
        book,
        remembered=reading.remembered,
        corrections=corrections,
        meeting_year=reading.meeting_year,
        known_units=reading.units,
    )
    return ReadFile(book, found, corrections)
