"""Templates as files: written to be given to others, read when others give theirs."""

from __future__ import annotations

from pathlib import Path

from models.errors import KnownError
from models.templates import AgreementTemplate, OfficeTemplate


def write_shared(own: OfficeTemplate, file: Path) -> None:
    """Write a template in the edition given. KnownError: folder_not_writable (path, reason)."""
    from models.actions.edit_templates import shared_text

    try:
        file.write_text(shared_text(own), encoding="utf-8", newline="\n")
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise KnownError("folder_not_writable", path=str(file), reason=reason) from problem


def read_shared_file(file: Path) -> AgreementTemplate:
    """Read a shared template, never more of the file than a template can be. KnownError as `read_shared`."""
    from models.actions.edit_templates import MOST_BYTES, read_shared

    try:
        with file.open("rb") as opened:
            return read_shared(opened.read(MOST_BYTES + 1), file.name)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise KnownError("template_unreadable", file=file.name, reason=reason) from problem


def shared_name(own: OfficeTemplate, language: str) -> str:
    """What the file is called, unless somebody calls it otherwise."""
    from exporters.save import safe_stem

    return f"{safe_stem(own.title.pick(language) or own.key)}.toml"
