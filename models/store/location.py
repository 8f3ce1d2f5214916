"""Where a workspace lies: a file, or a database behind a URL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from models.errors import KnownError


@dataclass(frozen=True)
class Location:
    """Exactly one of `path` and `url` is given."""

    path: Path | None = None
    url: URL | None = None

    def __str__(self) -> str:
        return str(self.path) if self.url is None else self.url.render_as_string(hide_password=True)

    @property
    def name(self) -> str:
        """What people call it: the file's name without its ending, or the database's."""
        return self.path.stem if self.path else str(self.url.database if self.url else "")


def parse_location(location: str | Path) -> Location:
    """A path or a SQLAlchemy URL; a `sqlite:///` URL is its file. KnownError: unknown_database."""
    text = str(location)
    if isinstance(location, Path) or "://" not in text:
        return Location(path=Path(text).expanduser().absolute())
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:  # a port that is no number is a ValueError
        raise KnownError("unknown_database", location=re.sub("//.*@", "//***@", text)) from error
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return Location(path=Path(url.database).absolute())
    if url.get_backend_name() == "postgresql":
        return Location(url=url.set(drivername="postgresql+psycopg"))
    raise KnownError("unknown_database", location=url.render_as_string(hide_password=True))


def file_of(location: str | Path) -> Path:
    """The file of a workspace that is one. KnownError: needs_a_file (a shared database has tools of its own)."""
    parsed = parse_location(location)
    if parsed.path is None:
        raise KnownError("needs_a_file", location=str(parsed))
    return parsed.path
