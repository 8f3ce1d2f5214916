"""Settings of the office, kept in the workspace and so the same for everybody who works on it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.office_keys import LADDERS_KEY, OfficeSetting, Value
from models.records import Setting
from models.rules.ranks import Ladders, Rung, as_stored, from_stored, ladders_of


def read_office_setting(session: Session, setting: OfficeSetting[Value]) -> Value:
    """What was chosen, or the default; so, too, where something else lies under the key."""
    stored = session.scalar(select(Setting.value).where(Setting.key == setting.key))
    return stored if setting.fits(stored) else setting.default


def write_office_setting(session: Session, setting: OfficeSetting[Value], value: Value) -> None:
    """Keep a choice; inside a change. A value that does not fit is a programming error."""
    if not setting.fits(value):
        raise ValueError(f"{setting.key} cannot be {value!r}")
    _write(session, setting.key, value)


def read_ladders(session: Session) -> Ladders:
    """The office's table of ranks, or the one proposed."""
    return ladders_of(own_rungs(session))


def own_rungs(session: Session) -> tuple[Rung, ...]:
    """The rungs of the office's own table; none where it has none."""
    return from_stored(session.scalar(select(Setting.value).where(Setting.key == LADDERS_KEY)))


def write_ladders(session: Session, rungs: Sequence[Rung]) -> None:
    """Keep the office's table of ranks; none: the proposed one holds again. Inside a change."""
    _write(session, LADDERS_KEY, as_stored(rungs) or None)


def _write(session: Session, key: str, value: object) -> None:
    row = session.scalar(select(Setting).where(Setting.key == key))
    if row is None:
        session.add(Setting(key=key, value=value))
    elif row.value != value:
        row.value = value
