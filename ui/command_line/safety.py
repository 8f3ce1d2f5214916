"""`backup`, `restore`, `integrity`: the safety of what was entered."""

from __future__ import annotations

from pathlib import Path

from ui.command_line import say
from ui.command_line.grammar import Request
from ui.command_line.workspace import location
from ui.wording import problem_sentence
from ui.wording.messages import N_

BACKED_UP = N_("Backup written: {file}")
RESTORED = N_("Restored from {file}. What was there before is kept in the folder “backups” beside the workspace.")
WHOLE = N_("The workspace is whole: {workspace}")
NOT_WHOLE = N_("The workspace is damaged. Restore a backup (python main.py restore FILE); what was found:")


def run_backup(request: Request) -> int:
    """Copy the workspace to the file named, its kept files with it, or to the backup folder beside it."""
    from models.store.backup import back_up
    from models.store.kept_files import copy_along

    target = Path(request.options.output) if request.options.output else None
    copy = back_up(location(request), target)
    if target is not None:
        copy_along(location(request), copy)
    say.line(request.say(BACKED_UP, file=copy))
    return 0


def run_restore(request: Request) -> int:
    """Put the backup in the place of the workspace, and the kept files that lie beside it to those of the workspace."""
    from models.store.backup import restore
    from models.store.kept_files import copy_along
    from models.store.location import file_of

    restore(Path(request.options.file), location(request))
    copy_along(Path(request.options.file), file_of(location(request)))
    say.line(request.say(RESTORED, file=request.options.file))
    return 0


def run_integrity(request: Request) -> int:
    """Say whether the workspace is whole; exit status 1 where it is not."""
    from models.store.integrity import check_integrity
    from models.store.location import parse_location  # shows an address without its password

    problems = check_integrity(location(request))
    if not problems:
        say.line(request.say(WHOLE, workspace=parse_location(location(request))))
        return 0
    say.line(request.say(NOT_WHOLE))
    for problem in problems:
        say.line(f"  {problem_sentence(problem, request.language)}")
    return 1
