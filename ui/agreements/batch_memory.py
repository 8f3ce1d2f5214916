"""A half-entered batch outlives its page: it is kept on this computer, meeting by meeting, until it is drafted, or the
personal data of the meeting are cleared.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.codes import AgreementLanguage
from ui.agreements.batch_file import batch_file
from ui.agreements.batch_lines import BatchLine
from ui.settings import replace_file

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot
    from ui.office import Office

LONGEST_KEPT = 60 * 86_400.0  # seconds; a table names people, so nothing is kept for ever
_WORKED_OUT = ("number", "clauses", "without", "title")  # of a line: they follow from the rest
Values = dict[str, Any]
Key = tuple[str, int, datetime | None]  # location of the workspace, id of the meeting, when its data were cleared


class BatchMemory:
    """The half-entered batch of a meeting: a file beside the user's settings; without a window nothing is written."""

    def __init__(self, file: Path | None = None, of: Key | None = None) -> None:
        self._file, self._of = file, of
        self._first: Values = {}  # what the panel said when nothing was entered
        self._written = ""
        self._remove_old()

    def is_of(self, office: Office | None, snapshot: MeetingSnapshot) -> bool:
        """Whether this is the batch of a meeting, in the workspace that is open."""
        return self._of == _key(office, snapshot)

    def was_of(self, office: Office | None, snapshot: MeetingSnapshot) -> bool:
        """Whether it was, before the personal data of the meeting were cleared."""
        return self._of is not None and self._of[:2] == _key(office, snapshot)[:2] and not self.is_of(office, snapshot)

    def take_up(self, first: Values) -> tuple[Values, tuple[BatchLine, ...]]:
        """What was entered; `first` without lines where nothing was. A damaged file is as none."""
        self._first, self._written = first, ""
        if self._file is None:
            return dict(first), ()
        self._remove_cleared()
        with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, ArithmeticError):
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return {**first, **_values_of(kept["values"])}, tuple(map(_line_of, kept["lines"]))
        return dict(first), ()

    def keep(self, values: Values, lines: Sequence[BatchLine]) -> None:
        """Write what is entered now; nothing where there is nothing that was not proposed."""
        if self._file is None:
            return
        if not lines and values == self._first:
            self._remove()
            return
        text = json.dumps({"values": _stored(values), "lines": [_stored_line(line) for line in lines]})
        if text != self._written:
            self._written = text
            with suppress(OSError):  # a folder that cannot be written loses the table with the window, never the work
                self._file.parent.mkdir(parents=True, exist_ok=True)
                replace_file(self._file, text)

    def drafted(self, values: Values) -> None:
        """The batch has become agreements: what the panel says is where the next one begins."""
        self._first = dict(values)
        self._remove()

    def _remove(self) -> None:
        self._written = ""
        with suppress(OSError):
            if self._file is not None:
                self._file.unlink(missing_ok=True)

    def _remove_cleared(self) -> None:
        """Somebody may have cleared the data elsewhere, or while this was still shown."""
        cleared = self._of[2] if self._of is not None else None
        with suppress(OSError):
            if cleared is not None and self._file is not None and self._file.stat().st_mtime < cleared.timestamp():
                self._remove()

    def _remove_old(self) -> None:
        with suppress(OSError):
            for file in self._file.parent.glob("*.json") if self._file is not None else ():
                if time.time() - file.stat().st_mtime > LONGEST_KEPT:
                    file.unlink(missing_ok=True)


def memory_of(office: Office | None, snapshot: MeetingSnapshot) -> BatchMemory:
    """That of a meeting in the workspace that is open."""
    key = _key(office, snapshot)
    return BatchMemory(batch_file(office.settings.file, *key[:2]) if office is not None else None, key)


def _key(office: Office | None, snapshot: MeetingSnapshot) -> Key:
    workspace = office.link.workspace if office is not None else None
    meeting = snapshot.meeting
    return (workspace.location if workspace is not None else "", meeting.id, meeting.personal_data_purged_at)


def _stored(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: {"day": value.isoformat()} if isinstance(value, date) else value for key, value in values.items()}


def _values_of(stored: Mapping[str, Any]) -> Values:
    values: Values = {
        key: date.fromisoformat(value["day"]) if isinstance(value, dict) else value for key, value in stored.items()
    }
    if "language" in values:
        values["language"] = AgreementLanguage(values["language"])
    return values


def _stored_line(line: BatchLine) -> dict[str, Any]:
    told = {one.name: getattr(line, one.name) for one in fields(line) if one.name not in _WORKED_OUT}
    amount = None if line.amount is None else str(line.amount)
    return {**told, "amount": amount, "answers": dict(line.answers), "left_out": sorted(line.left_out)}


def _line_of(stored: Mapping[str, Any]) -> BatchLine:
    amount = None if stored["amount"] is None else Decimal(stored["amount"])
    return replace(BatchLine(**stored), amount=amount, left_out=frozenset(stored["left_out"]))
