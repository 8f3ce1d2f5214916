"""`import-people`: takes reply slips into the list of a meeting, or shows what that would do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import KnownError
from models.imports.plan import Action
from models.imports.tables import RowKind
from ui.command_line import say
from ui.command_line.grammar import Request
from ui.command_line.import_report import as_document, told_plan, told_result
from ui.command_line.workspace import opened
from ui.wording.slips import slip_sentence

if TYPE_CHECKING:
    from models.imports.apply_import import Imported
    from models.imports.known_people import KnownPeople
    from models.imports.plan import ImportPlan
    from models.store.workspace import Workspace

NOTHING_READ = 2


def run_import_people(request: Request) -> int:
    """Read, plan and, unless it is a dry run, write. 1 where rows or files were refused, 2 where nothing was read."""
    from models.imports.known_people import known_people
    from models.imports.read_plan import named_files, slip_files
    from models.store.queries import find_meeting

    files = named_files(slip_files(Path(name) for name in request.options.files))
    if not files:
        raise KnownError("no_slips_there", path=", ".join(request.options.files))
    with opened(request) as workspace:
        with workspace.read() as session:
            meeting_id = find_meeting(session, _storable(request.options.meeting))
            known = known_people(session, meeting_id)
        plan = _plan(known, files, request.options.password)
        for _name, note in plan.refused_files:
            say.aside(slip_sentence(note, request.language))
        if not plan.files:
            return NOTHING_READ
        if not any(file.understood.tables for file in plan.files):
            raise KnownError("slip_no_table", name=plan.files[0].book.name)
        done = None
        if not request.options.dry_run:
            plan, done = _write(workspace, plan, known, files)
    _report(request, plan, done)
    refused = any(row.action is Action.REFUSE for row in plan.rows)
    return int(refused or any(note.code != "file_twice" for _name, note in plan.refused_files))


def _storable(argument: str) -> str:
    """An argument may be any bytes."""
    return argument.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


def _plan(known: KnownPeople, files: Mapping[str, Path], password: str) -> ImportPlan:
    from models.imports.read_plan import read_plan

    progress = say.Progress()
    try:
        return read_plan(tuple(files.values()), known, passwords={"": password}, progress=progress)
    finally:
        progress.clear()


def _write(
    workspace: Workspace, plan: ImportPlan, known: KnownPeople, files: Mapping[str, Path]
) -> tuple[ImportPlan, Imported]:
    """What was written, and the plan of it."""
    from models.actions.import_people import import_people, planned_anew
    from models.imports.no_collection import no_collection

    written = [row for row in plan.rows if row.action in (Action.ADD, Action.UPDATE)]
    people = sum(row.slip.kind is not RowKind.GROUP for row in written)
    paths = {name: str(path) for name, path in files.items()}
    with no_collection(), workspace.change("import_people", count=people) as session:
        plan = planned_anew(session, plan, known)
        return plan, import_people(session, plan, {}, imported_at=datetime.now().astimezone(), paths=paths)


def _report(request: Request, plan: ImportPlan, done: Imported | None) -> None:
    if request.options.json:
        say.document(as_document(plan, request.language))
        return
    told_plan(plan, request.language, whole=done is None)
    if done is not None:
        told_result(done, request.language)
