"""What is to be read: files, folders of files, what the clipboard held; and what each is called in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.errors import KnownError

MOST_FILES = 500
_OPEN_ELSEWHERE = ("~$", ".~")  # what Office and WPS leave beside a file that is open
_OF_THE_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class Source:
    """A file or a folder by its path, or the words and the table of the clipboard."""

    path: str = ""
    text: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing to read, under a name that no other of the import has."""

    name: str
    source: Source


def slips_of(sources: Sequence[Source], clipboard_name: str) -> tuple[Slip, ...]:
    """Every file of every folder, once. KnownError: too_many_slips."""
    found: dict[str, Slip] = {}
    names: set[str] = set()
    for source in sources:
        for each in _files(source) if source.path else (source,):
            key = each.path or f"{each.text}\n{each.html}"
            if key not in found:
                found[key] = Slip(_free_name(each, clipboard_name, names), each)
                names.add(found[key].name)
            if len(found) > MOST_FILES:
                raise KnownError("too_many_slips", count=MOST_FILES)
    return tuple(found.values())


def _files(source: Source) -> Iterator[Source]:
    """The file itself, or what lies in the folder and below it, in the order of the names."""
    path = Path(source.path)
    if not path.is_dir():
        yield source
        return
    for file in sorted(_below(path), key=lambda one: [part.casefold() for part in one.parts]):
        yield Source(str(file))


def _below(folder: Path) -> Iterable[Path]:
    """All files that people put there: nothing hidden, nothing of the system, no lock files."""
    for entry in folder.iterdir():
        if entry.name.startswith((".", *_OPEN_ELSEWHERE)) or entry.name.lower() in _OF_THE_SYSTEM:
            continue
        if entry.is_dir() and not entry.is_symlink():  # a link may lead back to a folder above
            yield from _below(entry)
        elif entry.is_file():
            yield entry


def _free_name(source: Source, clipboard_name: str, taken: set[str]) -> str:
    """回执.xlsx; a second one says its folder as well, a third of the same folder name is counted."""
    path = Path(source.path)
    wanted = path.name if source.path else clipboard_name
    if wanted in taken and source.path:
        wanted = f"{path.parent.name}/{path.name}"
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted} ({number})"
    return name
