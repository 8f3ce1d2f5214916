"""Paper bytes → disk. The one place that writes papers.

A whole pack is first written beside its targets, flushed to the disk, and only then put in place file by file: a full
disk or a kill leaves the old papers as they were, and never half a paper.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from exporters.paper import Paper
from exporters.registry import find
from models.errors import KnownError

LONGEST_NAME = 120  # bytes of UTF-8 before the extension: below the 255 of Linux, and short inside Windows' 260
LONGEST_LEFT_BEHIND = 3600.0  # seconds; older temporary files were left by a kill, younger ones may be another export's
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_ILLEGAL = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s\ud800-\udfff]+')
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # marks that hide, or turn the name round
_TEMPORARY = ".signing-desk-"


def file_name(paper: Paper, meeting_key: str) -> str:
    """“10_agreement_shangdang-whu_zh.pdf”. The number in front keeps it clear of Windows' reserved names (CON, AUX).

    A paper that names its own file lies below the folder, as in “01-signing-set/02_print-job_shangdang-whu_zh.pdf”.
    """
    if paper.file:
        *folders, name = paper.file.split("/")
        stem, _, ending = name.rpartition(".")
        return "/".join((*(safe_stem(part) or "-" for part in folders), f"{safe_stem(stem)}.{ending}"))
    stem = f"{find(paper.document).order:02d}_{paper.document}_{paper.key or meeting_key}_{paper.language}"
    return f"{safe_stem(stem)}.{paper.format}"


def save_papers(papers: Iterable[Paper], folder: Path, meeting_key: str, *, beside: bool = False) -> tuple[Path, ...]:
    """Write all papers into `folder`, made if missing; their paths in the order of `papers`.

    KnownError: folder_not_writable, disk_full, file_in_use, saved_in_part (saved, total: these are whole).
    Papers of the same name in one pack get -2, -3 …; so does, with `beside`, a paper whose name is that of another
    file, and the folder of a set of which one has.
    """
    pack = tuple(papers)
    return _save(pack, _targets(pack, folder, meeting_key, beside=beside), folder)


def save_as(paper: Paper, file: Path) -> Path:
    """Write one paper under a name of the user's own; the errors of `save_papers`."""
    return _save((paper,), (file,), file.parent)[0]


def replaced_files(papers: Iterable[Paper], folder: Path, meeting_key: str) -> tuple[Path, ...]:
    """The files that `save_papers` would put something else in the place of."""
    pack = tuple(papers)
    targets = zip(pack, _targets(pack, folder, meeting_key), strict=True)
    return tuple(target for paper, target in targets if _differs(target, paper.content))


def _differs(file: Path, content: bytes) -> bool:
    """Whether something else lies there already."""
    try:
        return file.exists() and (file.stat().st_size != len(content) or file.read_bytes() != content)
    except OSError:
        return True


def _save(pack: tuple[Paper, ...], targets: tuple[Path, ...], folder: Path) -> tuple[Path, ...]:
    for place in dict.fromkeys((folder, *(target.parent for target in targets))):
        _make_folder(place)
    _remove_left_behind(folder)
    staged: list[Path] = []
    try:
        for paper in pack:
            staged.append(folder / f"{_TEMPORARY}{secrets.token_hex(8)}.part")
            _write(staged[-1], paper.content)
        for number, (temporary, target) in enumerate(zip(staged, targets, strict=True)):
            _put_in_place(temporary, target, before=number, total=len(targets))
    except OSError as error:
        raise _known(error, folder) from error
    finally:
        for temporary in staged:
            temporary.unlink(missing_ok=True)
    for place in {folder, *(target.parent for target in targets)}:
        _flush_folder(place)
    return targets


def safe_stem(stem: str) -> str:
    """The stem without what Windows, Linux or a USB stick cannot keep in a file name."""
    name = _ILLEGAL.sub("-", _UNSEEN.sub("", stem))
    while len(name.encode()) > LONGEST_NAME:
        name = name[: len(name) // 2 - 1] + "-" + name[len(name) // 2 + 1 :]  # the language at the end stays
    return name.rstrip(". ")


def _targets(pack: Sequence[Paper], folder: Path, meeting_key: str, *, beside: bool = False) -> tuple[Path, ...]:
    """A path of its own for each paper; names that differ in case only are one file on Windows."""
    taken: set[str] = set()
    targets = []
    names = [Path(file_name(paper, meeting_key)) for paper in pack]
    for paper, wanted in zip(pack, _set_beside(pack, names, folder) if beside else names, strict=True):
        target, count = wanted, 1
        while str(target).casefold() in taken or (beside and _differs(folder / target, paper.content)):
            count += 1
            target = wanted.with_name(f"{wanted.stem}-{count}{wanted.suffix}")
        taken.add(str(target).casefold())
        targets.append(folder / target)
    return tuple(targets)


def _set_beside(pack: Sequence[Paper], names: Sequence[Path], folder: Path) -> list[Path]:
    """The names, where papers in a folder of their own move whole beside it: their list names the files next to it."""
    moved: dict[str, str] = {}
    for top in dict.fromkeys(name.parts[0] for name in names if len(name.parts) > 1):
        own = [(Path(*name.parts[1:]), paper) for paper, name in zip(pack, names, strict=True) if name.parts[0] == top]
        count = 1
        while any(_differs(folder / moved.get(top, top) / name, paper.content) for name, paper in own):
            count += 1
            moved[top] = f"{top}-{count}"
    return [Path(moved.get(name.parts[0], name.parts[0]), *name.parts[1:]) for name in names]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _known(error, folder) from error


def _remove_left_behind(folder: Path) -> None:
    """Temporary files of an export that was killed; the wall clock is read here only."""
    for leftover in folder.glob(f"{_TEMPORARY}*.part"):
        try:
            if time.time() - leftover.stat().st_mtime > LONGEST_LEFT_BEHIND:
                leftover.unlink()
        except OSError:  # another export has just removed it
            continue


def _write(path: Path, content: bytes) -> None:
    """Onto the disk, not only into its cache: the power may go right after."""
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _put_in_place(temporary: Path, target: Path, *, before: int, total: int) -> None:
    try:
        temporary.replace(target)
    except OSError as error:  # on Windows: the old paper is open in Excel or a viewer
        about = {"path": str(target), "reason": _reason(error)}
        if before:
            raise KnownError("saved_in_part", **about, saved=before, total=total) from error
        raise KnownError("file_in_use", **about) from error


def _flush_folder(folder: Path) -> None:
    """Make the new names last; Windows cannot open a folder and needs no such thing."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _known(error: OSError, folder: Path) -> KnownError:
    if error.errno in NO_ROOM:
        return KnownError("disk_full", folder=str(folder))
    return KnownError("folder_not_writable", folder=str(folder), reason=_reason(error))


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
