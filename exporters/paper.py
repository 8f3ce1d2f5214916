"""A finished paper, in memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the user should know about a paper that was made all the same: a code and its values."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer returns: the bytes, the number of pages (None where the format has none), and notices."""

    content: bytes
    pages: int | None = None
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper ready to be saved, previewed or printed. `key` tells papers of one kind apart (agreement key).

    `file` is the path below the folder chosen, for papers whose name is not made from kind and key ("a/b.pdf").
    """

    document: str
    format: str
    language: str
    title: str
    content: bytes
    content_hash: str
    pages: int | None = None
    key: str = ""
    notices: tuple[Notice, ...] = ()
    file: str = ""
