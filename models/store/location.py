"""Where a workspace lies: a file, or a database behind a URL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import KnownError

if TYPE_CHECKING:  # a file needs no database library
    from sqlalchemy.engine import URL

PASSWORD = re.compile(r"(//).*(?=@)|(?<=[?&])((?:\w*password)=)[^&]*", re.IGNORECASE)


@dataclass(frozen=True)
class Location:
    """Exactly one of `path` and `url` is given."""

    path: Path | None = None
    url: URL | None = None

    def __str__(self) -> str:
        return str(self.path) if self.url is None else shown(self.url)

    @property
    def name(self) -> str:
        """What people call it: the file's name without its ending, or the database's."""
        return self.path.stem if self.path else str(self.url.database if self.url else "")


def shown(url: URL) -> str:
    """An address as it may be shown: without its password, wherever that stands."""
    hidden = {name: "***" for name in url.query if "password" in name.lower()}
    return url.update_query_dict(hidden).render_as_string(hide_password=True)


def absolute(text: str | Path) -> Path:
    """The whole path. “~” is the home folder; a “~name” of no user is a file of that name."""
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError:
        return Path(text).absolute()


def is_there(path: Path) -> bool:
    """Whether it is a file; a name too long for any is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _file(text: str | Path) -> Path:
    """The file itself: a second name for it (a symbolic link) shares its lock, its log and its backups."""
    path = absolute(text)
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError):  # a name too long, a circle of links: opening it says so
        return path


def parse_location(location: str | Path) -> Location:
    """A path or a SQLAlchemy URL; a `sqlite:///` URL is its file. KnownError: unknown_database."""
    text = str(location)
    if isinstance(location, Path) or "://" not in text:
        return Location(path=_file(text))
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:  # a port that is no number is a ValueError
        raise KnownError("unknown_database", location=PASSWORD.sub(r"\1\2***", text)) from error
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return Location(path=_file(url.database))
    if url.get_backend_name() == "postgresql":
        return Location(url=url.set(drivername="postgresql+psycopg"))
    raise KnownError("unknown_database", location=shown(url))


def file_of(location: str | Path) -> Path:
    """The file of a workspace that is one. KnownError: needs_a_file (a shared database has tools of its own)."""
    parsed = parse_location(location)
    if parsed.path is None:
        raise KnownError("needs_a_file", location=str(parsed))
    return parsed.path
