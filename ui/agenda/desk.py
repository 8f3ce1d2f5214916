"""What the agenda room stores: every wish is one undo step, with a name one understands in the undo menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from models.codes import AgendaKind
from models.rules.timing import DAY
from models.snapshots.shapes import MeetingSnapshot
from ui.agenda.adding import Spot
from ui.agenda.timeline_drag import Begin, Make, Move, Stretch, Wish

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.actions.edit_agenda_presenters import PresenterChoice
    from ui.office import Office

    Presenters = Sequence[PresenterChoice]

FIRST = time(9)  # when a day begins whose items have no clock times yet
Edit = tuple[int, str, Any, Any]
Done = Callable[[Any], None] | None
Failed = Callable[[Exception], None] | None


class AgendaDesk:
    """Writes through the office. `push` says whether what follows moves along."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.snapshot: MeetingSnapshot | None = None
        self.language = "zh"
        self.push = True

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._office.read_only

    def store_wish(self, wish: Wish, *, done: Done = None, failed: Failed = None) -> None:
        """Store what the timeline wishes of an item that is there."""
        if isinstance(wish, Move):
            self.move(wish.item_id, day=wish.day, start=wish.start, before_id=wish.before_id, done=done, failed=failed)
        elif isinstance(wish, Stretch):
            self.stretch(wish.item_id, wish.minutes, done=done, failed=failed)
        elif isinstance(wish, Begin):
            self.begin(wish.item_id, wish.start, failed=failed)

    def add(
        self,
        title: str,
        kind: AgendaKind,
        *,
        before: Spot,
        made: Spot,
        minutes: int | None = None,
        done: Done = None,
        failed: Failed = None,
    ) -> None:
        """A new item behind another one, whose id goes into `made`; what follows makes room where it is pushed."""
        self._add(title, kind, {"minutes": minutes, "push": self.push}, done, failed, before=before, made=made)

    def draw(self, made: Make, day: date | None, kind: AgendaKind, *, done: Done = None) -> None:
        """A new item without a title where it was drawn on the paper; below midnight it is the next day's."""
        day = day + timedelta(days=made.begin // DAY) if day is not None else None
        start = time(made.begin // 60 % 24, made.begin % 60)
        self._add("", kind, {"day": day, "start": start, "minutes": made.end - made.begin}, done, None)

    def _add(
        self,
        title: str,
        kind: AgendaKind,
        values: dict[str, Any],
        done: Done,
        failed: Failed,
        *,
        before: Spot | None = None,
        made: Spot | None = None,
    ) -> None:
        if self.snapshot is None or self.read_only:
            return
        meeting_id = self.snapshot.meeting.id
        given = {f"title_{self.language}": title, **values}

        def work(session: Session) -> int:
            from models.actions.edit_agenda import add_item
            from models.records import AgendaItem

            after_id = before.item_id if before is not None else None  # known by now if it was on its way
            if after_id is not None and session.get(AgendaItem, after_id) is None:
                after_id = None  # taken back meanwhile: at the end
            item_id = add_item(session, meeting_id, kind=kind, after_id=after_id, **given)
            if made is not None:
                made.item_id = item_id
            return item_id

        self._office.change("add_agenda_item", work, done=done, failed=failed, item=title)

    def move(
        self,
        item_id: int,
        *,
        day: date | None,
        start: time | None,
        before_id: int | None = None,
        expected: dict[str, Any] | None = None,
        done: Done = None,
        failed: Failed = None,
    ) -> None:
        """Another start; without one the item goes among those without clock times."""
        push = self.push

        def work(session: Session) -> None:
            from models.actions.edit_agenda import move_item
            from models.actions.edit_agenda_order import reorder_items

            move_item(session, item_id, day=day, start=start, push=push, expected=expected)
            if start is None and before_id is not None:
                reorder_items(session, (item_id,), before_id=before_id)

        label = "move_agenda_item" if start is not None else "untime_agenda_item"
        self._office.change(label, work, done=done, failed=failed, item=self.title_of(item_id))

    def untime(self, item_ids: Sequence[int]) -> None:
        """Take the clock times of items away."""
        ids = tuple(item_id for item_id in item_ids if getattr(self.item(item_id), "start", None) is not None)
        days = {item_id: self.item(item_id).day for item_id in ids}

        def work(session: Session) -> None:
            from models.actions.edit_agenda import move_item

            for item_id, day in days.items():
                move_item(session, item_id, day=day, start=None)

        self._change_of("untime_agenda_item", "untime_agenda_items", ids, work)

    def stretch(
        self,
        item_id: int,
        minutes: int | None,
        *,
        expected: dict[str, Any] | None = None,
        done: Done = None,
        failed: Failed = None,
    ) -> None:
        """Other minutes."""
        push = self.push

        def work(session: Session) -> None:
            from models.actions.edit_agenda import stretch_item

            stretch_item(session, item_id, minutes=minutes, push=push, expected=expected)

        self._office.change("stretch_agenda_item", work, done=done, failed=failed, item=self.title_of(item_id))

    def begin(self, item_id: int, start: time, *, failed: Failed = None) -> None:
        """Another beginning, the same end."""

        def work(session: Session) -> None:
            from models.actions.edit_agenda import begin_item

            begin_item(session, item_id, start=start)

        self._office.change("stretch_agenda_item", work, failed=failed, item=self.title_of(item_id))

    def close_gap(self, item_id: int) -> None:
        """What follows begins when the item ends."""

        def work(session: Session) -> None:
            from models.actions.edit_agenda import close_gap

            close_gap(session, item_id)

        self._office.change("close_agenda_gap", work, item=self.title_of(item_id))

    def set_field(
        self, item_id: int, column: str, before: Any, after: Any, *, done: Done = None, failed: Failed = None
    ) -> None:
        """One field of the panel or the table; times go the way of the timeline, so that what follows is pushed."""
        if column == "parent_id":
            self.set_parent(item_id, after, done=done, failed=failed)
            return
        label = {"minutes": "stretch_agenda_item", "start": "move_agenda_item", "day": "move_agenda_item"}.get(column)
        values = {"item": self.title_of(item_id)} | ({} if label else {"field": column})
        work = _setting(((item_id, column, before, after),), push=self.push)
        self._office.change(label or "edit_agenda_item", work, done=done, failed=failed, **values)

    def set_cells(self, edits: Sequence[Edit], *, done: Done = None, failed: Failed = None) -> None:
        """Several cells as one step: row, column, before, after."""
        if len(edits) == 1:
            self.set_field(*edits[0], done=done, failed=failed)
            return
        work = _setting(tuple(edits), push=self.push)
        self._office.change("edit_agenda_cells", work, done=done, failed=failed, count=len(edits))

    def set_parent(self, item_id: int, parent_id: int | None, *, done: Done = None, failed: Failed = None) -> None:
        """Make an item a part of another one."""

        def work(session: Session) -> None:
            from models.actions.edit_agenda_order import set_parent

            set_parent(session, item_id, parent_id=parent_id)

        values = {"item": self.title_of(item_id), "field": "parent_id"}
        self._office.change("edit_agenda_item", work, done=done, failed=failed, **values)

    def set_presenters(self, item_id: int, before: Presenters, after: Presenters, *, failed: Failed = None) -> None:
        """Who presents."""

        def work(session: Session) -> None:
            from models.actions.edit_agenda_presenters import set_presenters

            set_presenters(session, item_id, after, expected=before)

        self._office.change("set_presenters", work, failed=failed, item=self.title_of(item_id))

    def delete(self, item_ids: Sequence[int]) -> None:
        """Delete items with their parts."""
        ids = tuple(item_ids)

        def work(session: Session) -> None:
            from models.actions.edit_agenda import delete_items

            delete_items(session, ids)

        self._change_of("delete_agenda_item", "delete_agenda_items", ids, work)

    def duplicate(self, item_ids: Sequence[int], *, done: Done = None) -> None:
        """Copies behind the originals."""
        ids = tuple(item_ids)

        def work(session: Session) -> tuple[int, ...]:
            from models.actions.edit_agenda import duplicate_items

            return duplicate_items(session, ids)

        self._change_of("duplicate_agenda_item", "duplicate_agenda_items", ids, work, done)

    def reorder(self, item_ids: Sequence[int], before_id: int | None) -> None:
        """Other places in the order."""
        ids = tuple(item_ids)

        def work(session: Session) -> None:
            from models.actions.edit_agenda_order import reorder_items

            reorder_items(session, ids, before_id=before_id)

        self._change_of("reorder_agenda_item", "reorder_agenda_items", ids, work)

    def indent(self, item_ids: Sequence[int], *, out: bool = False) -> None:
        """Make items parts of the one before, or items of their own again."""
        ids = tuple(item_ids)

        def work(session: Session) -> None:
            from models.actions import edit_agenda_order

            (edit_agenda_order.outdent_items if out else edit_agenda_order.indent_items)(session, ids)

        label = "outdent_agenda_item" if out else "indent_agenda_item"
        self._office.change(label, work, item=self.title_of(ids[0]))

    def time_in_turn(self) -> None:
        """Give every item without a clock time one, each behind the one before it."""
        if self.snapshot is None or self.read_only:
            return
        meeting_id = self.snapshot.meeting.id

        def work(session: Session) -> None:
            from models.actions.edit_agenda import time_in_turn

            time_in_turn(session, meeting_id, first=FIRST)

        self._office.change("time_agenda_in_turn", work)

    def fill(self, key: str, title: str, first_day: date | None) -> None:
        """Begin with a usual agenda."""
        if self.snapshot is None:
            return
        meeting_id = self.snapshot.meeting.id

        def work(session: Session) -> None:
            from models.agenda_templates import fill_agenda

            fill_agenda(session, meeting_id, key, first_day=first_day)

        self._office.change("fill_agenda", work, template=title)

    def item(self, item_id: int) -> Any:
        """The item of the snapshot, or None."""
        agenda = self.snapshot.agenda if self.snapshot else ()
        return next((item for item in agenda if item.id == item_id), None)

    def title_of(self, item_id: int) -> str:
        """What the item is called in the undo menu."""
        from exporters.documents.words import word

        item = self.item(item_id)
        return (item.title.pick(self.language) or word(item.kind, self.language)) if item is not None else ""

    def _change_of(
        self, one: str, many: str, ids: tuple[int, ...], work: Callable[[Session], Any], done: Done = None
    ) -> None:
        if not ids or self.read_only:
            return
        if len(ids) == 1:
            self._office.change(one, work, done=done, item=self.title_of(ids[0]))
        else:
            self._office.change(many, work, done=done, count=len(ids))


def _setting(edits: tuple[Edit, ...], *, push: bool) -> Callable[[Session], None]:
    def work(session: Session) -> None:
        from models.actions.edit_agenda import set_item_field

        for item_id, column, before, after in edits:
            set_item_field(session, item_id, column, after, before=before, push=push)

    return work
