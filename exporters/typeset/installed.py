"""Fonts of the machine that offices expect on official papers, used where they are installed and may be embedded.

Only files whose names hint at one of them are opened; what decides is the name inside. The folders are looked through
once a process. SIGNING_DESK_FONTS=bundled leaves them alone: papers then look the same on every machine.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from exporters.typeset.truetype import NO_OUTLINES, FontFile
from models.errors import KnownError

SWITCH = "SIGNING_DESK_FONTS"
BUNDLED_ONLY = "bundled"
DAMAGED, OTHER_OUTLINES, FORBIDDEN = "damaged file", "no TrueType outlines", "embedding not allowed"

WANTED: dict[str, tuple[str, ...]] = {
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
    "body": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "SimFang"),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "SimKai"),
    "hei": ("黑体", "SimHei"),
}  # what the fonts of a role call themselves, the better first
_ALL_NAMES = frozenset(name for names in WANTED.values() for name in names)
_HINT = re.compile("fz|xbs|biaosong|fang|kai|hei|gb2312|小标宋|仿宋|楷|黑体", re.IGNORECASE)
_ENDINGS = (".ttf", ".ttc", ".otf")
_MUST_HAVE = "一国人民政府大学合作协议书甲乙方，。（）"
_MOST_FILES = 20_000  # a folder that is no font folder is not read to its end
_MOST_IN_A_COLLECTION = 16


@dataclass(frozen=True, slots=True)
class Skipped:
    """A font file that would have been used: its name and why it was not (a message of the catalogs)."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Installed:
    """The fonts found for each role, the best first, and the files passed over."""

    roles: dict[str, tuple[FontFile, ...]]
    skipped: tuple[Skipped, ...]


def installed() -> Installed:
    """What this machine has; nothing where SIGNING_DESK_FONTS says so."""
    if os.environ.get(SWITCH) == BUNDLED_ONLY:
        return Installed({}, ())
    return found_in(tuple(folders()))


@cache
def found_in(places: tuple[Path, ...]) -> Installed:
    """The same for these folders, looked through once."""
    return look_through(places)


def look_through(places: Iterable[Path]) -> Installed:
    """The wanted fonts in these folders and below."""
    fonts: list[FontFile] = []
    skipped: list[Skipped] = []
    for path in _hinted(places):
        try:
            fonts += _usable(path, skipped)
        except KnownError as error:
            skipped.append(Skipped(path.name, OTHER_OUTLINES if error.values["reason"] == NO_OUTLINES else DAMAGED))
    roles = {role: tuple(_of_role(names, fonts)) for role, names in WANTED.items()}
    return Installed({role: found for role, found in roles.items() if found}, tuple(skipped))


def _usable(path: Path, skipped: list[Skipped]) -> Iterator[FontFile]:
    first = FontFile(path)
    for number in range(min(first.collected, _MOST_IN_A_COLLECTION)):
        font = FontFile(path, number) if number else first
        font.check()
        if font.names.isdisjoint(_ALL_NAMES):
            continue
        if not font.embeddable:
            skipped.append(Skipped(path.name, FORBIDDEN))
        elif all(font.ink(font.glyph_of(one)) for one in _MUST_HAVE):
            yield font


def _of_role(names: tuple[str, ...], fonts: list[FontFile]) -> Iterator[FontFile]:
    for name in names:
        yield from (font for font in fonts if name in font.names)


def _hinted(places: Iterable[Path]) -> Iterator[Path]:
    """The files whose names hint at a wanted font, in a settled order."""
    for place in places:
        for path in sorted(islice(_files(place), _MOST_FILES)):
            if path.suffix.lower() in _ENDINGS and _HINT.search(path.name):
                yield path


def _files(place: Path) -> Iterator[Path]:
    for folder, _folders, names in os.walk(place):
        yield from (Path(folder, name) for name in names)


def folders() -> Iterator[Path]:
    """The font folders of Windows and of Linux desks, the user's own first, as far as there are any."""
    for place in (*_windows(), *_linux()):
        if place.is_dir():
            yield place


def _windows() -> Iterator[Path]:
    if "LOCALAPPDATA" in os.environ:
        yield Path(os.environ["LOCALAPPDATA"], "Microsoft", "Windows", "Fonts")
    if "WINDIR" in os.environ:
        yield Path(os.environ["WINDIR"], "Fonts")


def _linux() -> Iterator[Path]:
    home = Path(os.environ.get("HOME", "/nonexistent"))
    yield Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share", "fonts")
    yield home / ".fonts"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    yield from (Path(place, "fonts") for place in shared.split(":") if place)
