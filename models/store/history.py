"""The undo history: keeps a step's row images, and replays them backward and forward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, cast

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from models.errors import KnownError, Value
from models.records import AuditEntry, ChangeStep, Record, RowImage
from models.store.changes import ChangeSet, meetings_of
from models.store.engines import defer_links
from models.store.final_rows import refuse_final_rows
from models.store.images import Image, differing, in_chunks, read_images, row_of, table_named
from models.store.names import name_of
from models.store.next_steps import StepName, next_step
from models.store.recorder import Recorder, RowChange, opened_door, unique_columns

KEPT_STEPS = 200  # of each client; older ones can no longer be undone

STEPS = cast(Table, ChangeStep.__table__)
IMAGES = cast(Table, RowImage.__table__)
AUDIT = cast(Table, AuditEntry.__table__)
OUTSIDE_UNDO = frozenset(
    str(mapper.class_.__tablename__) for mapper in Record.registry.mappers if not mapper.class_.undoable
)


def keep_change(recorder: Recorder, client: str, step: StepName) -> ChangeSet | None:
    """Write the step of a change that is about to be committed; None when no row differs."""
    changes = recorder.changes()
    if not changes:
        return None
    connection, meeting_ids = recorder.connection, meetings_of(recorder.connection, changes)
    undoable = list(_undoable(changes))
    with opened_door(recorder.door):
        if undoable:
            _forget_undone(connection, client)
            _write_step(connection, client, step, undoable, meeting_ids)
            _forget_old(connection, client)
        recorder.audit_entry = _audit(connection, client, step.label, changes)
    return ChangeSet(step.label, step.values, _kinds(changes), meeting_ids)


def _undoable(changes: Sequence[RowChange]) -> Iterator[RowChange]:
    """What undo takes back. A frozen text stays, unless its agreement came with the same step (a sample meeting)."""
    born = {change.row_id for change in changes if change.table == "agreement" and change.before is None}
    for change in changes:
        frozen = change.after if change.table == "revision" and change.before is None else None
        if change.table not in OUTSIDE_UNDO or (frozen and frozen["agreement_id"] in born):
            yield change


def keep_for_good(recorder: Recorder, client: str, step: StepName) -> ChangeSet | None:
    """Keep no step of a change that is about to be committed, and forget all steps of all clients."""
    changes = recorder.changes()
    connection, meeting_ids = recorder.connection, meetings_of(recorder.connection, changes)
    with opened_door(recorder.door):
        connection.execute(delete(IMAGES))
        connection.execute(delete(STEPS))
        recorder.audit_entry = _audit(connection, client, step.label, changes)
    return ChangeSet(step.label, step.values, _kinds(changes), meeting_ids) if changes else None


def _kinds(changes: Iterable[RowChange]) -> frozenset[str]:
    return frozenset(change.table for change in changes)


def _write_step(
    connection: Connection, client: str, step: StepName, changes: list[RowChange], meeting_ids: frozenset[int]
) -> None:
    values = {"client": client, "label": step.label, "values": dict(step.values), "meeting_ids": sorted(meeting_ids)}
    step_id = connection.execute(insert(STEPS).values(**values)).inserted_primary_key
    assert step_id is not None
    rows = [
        {
            "step_id": step_id[0],
            "position": position,
            "table": change.table,
            "row_id": change.row_id,
            "before": change.before,
            "after": change.after,
        }
        for position, change in enumerate(changes)
    ]
    connection.execute(insert(IMAGES), rows)


def _audit(connection: Connection, client: str, label: str, changes: Iterable[RowChange], **values: Value) -> int:
    """Leave a trace: who, when, what, how many rows; never what was in them. Returns its id."""
    counts = {"inserted": 0, "updated": 0, "deleted": 0}
    for change in changes:
        counts["inserted" if change.before is None else "deleted" if change.after is None else "updated"] += 1
    entry = insert(AUDIT).values(
        happened_at=datetime.now(UTC),
        client=client,
        label=label,
        values={**values, **counts},
        row_count=sum(counts.values()),
    )
    made = connection.execute(entry).inserted_primary_key
    assert made is not None
    return int(made[0])


def _forget_undone(connection: Connection, client: str) -> None:
    """A new change takes the place of what was undone."""
    _forget(connection, select(STEPS.c.id).where(STEPS.c.client == client, STEPS.c.undone))


def _forget_old(connection: Connection, client: str) -> None:
    """Keep the history bounded."""
    newest = select(STEPS.c.id).where(STEPS.c.client == client).order_by(STEPS.c.id.desc())
    _forget(connection, newest.offset(KEPT_STEPS))


def _forget(connection: Connection, steps: Any) -> None:
    for chunk in in_chunks(list(connection.scalars(steps))):
        connection.execute(delete(IMAGES).where(IMAGES.c.step_id.in_(chunk)))
        connection.execute(delete(STEPS).where(STEPS.c.id.in_(chunk)))


def replay(
    recorder: Recorder, client: str, action: Literal["undo", "redo"], expected: StepName | None = None
) -> ChangeSet:
    """Undo or redo one step of the client: the `expected` one, where the user was shown it.

    KnownError: nothing_to_undo, nothing_to_redo, step_not_next, step_row_changed, step_row_deleted, agreement_is_final.
    """
    connection = recorder.connection
    found = next_step(connection, client, undone=action == "redo")
    if found is None:
        raise KnownError(f"nothing_to_{action}")
    step_id, step = found
    if expected is not None and step != expected:
        raise KnownError("step_not_next")  # another window of the same user has undone or changed something
    changes = _step_changes(connection, step_id, backward=action == "undo")
    _refuse_changed(connection, step, changes)
    refuse_final_rows(connection, changes, backward=action == "undo")
    for change in changes:
        recorder.before[change.table, change.row_id] = change.before
        if change.after is None:
            recorder.deleted[change.table, change.row_id] = None
    with opened_door(recorder.door):
        _store(recorder, changes)
        done = {"undone": action == "undo", "version": STEPS.c.version + 1}
        connection.execute(update(STEPS).where(STEPS.c.id == step_id).values(**done))
        recorder.audit_entry = _audit(connection, client, action, changes, step=step.label)
    kinds, meeting_ids = _kinds(changes), meetings_of(connection, changes)
    return ChangeSet(step.label, step.values, kinds, meeting_ids, action)


def _step_changes(connection: Connection, step_id: int, *, backward: bool) -> tuple[RowChange, ...]:
    """The row changes to make: those of the step, turned round for undo."""
    query = select(IMAGES).where(IMAGES.c.step_id == step_id).order_by(IMAGES.c.position, IMAGES.c.id)
    rows = connection.execute(query).mappings().all()
    if backward:
        return tuple(RowChange(row["table"], row["row_id"], row["after"], row["before"]) for row in reversed(rows))
    return tuple(RowChange(row["table"], row["row_id"], row["before"], row["after"]) for row in rows)


def _by_table(changes: Iterable[RowChange]) -> dict[str, list[RowChange]]:
    grouped: dict[str, list[RowChange]] = defaultdict(list)
    for change in changes:
        grouped[change.table].append(change)
    return grouped


def _refuse_changed(connection: Connection, step: StepName, changes: Iterable[RowChange]) -> None:
    """Refuse the step when a row is no longer as the step left it."""
    for table, group in _by_table(changes).items():
        stored = read_images(connection, table_named(table), [change.row_id for change in group])
        for change in group:
            now = stored.get(change.row_id)
            fields = differing(change.before, now)
            if not fields:
                continue
            code = "step_row_deleted" if now is None else "step_row_changed"
            name = name_of(connection, table, now or change.before or {"id": change.row_id})
            raise KnownError(code, label=step.label, record=table, name=name, fields=", ".join(fields))


def _store(recorder: Recorder, changes: Iterable[RowChange]) -> None:
    """Write the images: deletes, updates, inserts. Links are checked at the commit, so the order of tables is free."""
    connection = recorder.connection
    defer_links(connection)
    grouped = _by_table(changes)
    for name, group in grouped.items():
        table = table_named(name)
        gone = [change.row_id for change in group if change.after is None]
        for chunk in in_chunks(gone):
            connection.execute(delete(table).where(table.c.id.in_(chunk)))
    for name, group in grouped.items():
        _update(connection, table_named(name), [change for change in group if change.before and change.after])
    for name, group in grouped.items():
        rows = [_stamped(name, change.after) for change in group if change.before is None and change.after]
        if rows:
            connection.execute(insert(table_named(name)), rows)


def _update(connection: Connection, table: Table, changes: list[RowChange]) -> None:
    """Give rows their other image. Unique values step aside first: two rows may exchange theirs."""
    moving = [column for column in unique_columns(table) if any(_moves(change, column) for change in changes)]
    for column in moving:
        for change in changes:
            aside = {column: f"~{change.row_id}"}
            connection.execute(update(table).where(table.c.id == change.row_id).values(**aside))
    if changes:
        names = [column.name for column in table.columns if column.name not in ("id", "version")]
        values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
        statement = update(table).where(table.c.id == bindparam("row_id")).values(version=table.c.version + 1, **values)
        connection.execute(statement, [_parameters(table, names, change) for change in changes])


def _parameters(table: Table, names: list[str], change: RowChange) -> dict[str, Any]:
    """What one row of the statement above takes."""
    row = _stamped(table.name, change.after)
    return {"row_id": change.row_id, **{f"new_{name}": row[name] for name in names}}


def _moves(change: RowChange, column: str) -> bool:
    return bool(change.before and change.after and change.before[column] != change.after[column])


def _stamped(table: str, image: Image | None) -> dict[str, Any]:
    """The row to store: the image, as of now, and newer than any copy somebody may still hold."""
    assert image is not None
    return row_of(table_named(table), image) | {"version": image["version"] + 1, "updated_at": datetime.now(UTC)}
