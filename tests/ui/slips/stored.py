"""What a workspace holds after an import."""

from __future__ import annotations

from models.records import Attendance, Person
from models.store.workspace import Workspace


def people_called(workspace: Workspace, *names: str) -> list[str]:
    """Those of these names who are on a list, in order."""
    with workspace.read() as session:
        listed = session.query(Person.name_zh).join(Attendance, Attendance.person_id == Person.id)
        return [name for (name,) in listed.filter(Person.name_zh.in_(names)).order_by(Attendance.rank)]
