"""The cards beside the findings: key times, people by side and reply, agreements by status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from models.rules.dates import format_date
from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.overview.summary import agreement_counts, groups_words, key_times, moment_words, side_counts
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from models.store.expiring import Expiring

MOST_TIMES = 7
MOST_ENDING = 7

Go = Callable[[str], None]


class Card(QFrame):
    """A heading and a small grid below it, drawn anew with each snapshot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.heading = QLabel()
        self.heading.setProperty("role", "section")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 14, 12)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.heading)
        self._grid = QWidget()
        self._layout.addWidget(self._grid)

    def show_rows(self, heading: str, rows: Sequence[Sequence[QWidget]], stretched: int) -> None:
        """Show the heading and these rows; the column `stretched` takes the room that is left."""
        self.heading.setText(heading)
        self.setAccessibleName(heading)
        grid = QWidget()
        layout = QGridLayout(grid)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(stretched, 1)
        for line, row in enumerate(rows):
            for column, widget in enumerate(row):
                layout.addWidget(widget, line, column, 1, -1 if len(row) == 1 else 1)
        self._layout.replaceWidget(self._grid, grid)
        self._grid.hide()  # it is deleted later, and must not be seen until then
        self._grid.deleteLater()
        self._grid = grid


def times_card(card: Card, snapshot: MeetingSnapshot, language: str, go: Go) -> None:
    """The next moments of the day; each leads to where it is entered."""
    _ = translator(language).gettext
    times = key_times(snapshot)
    with_day = len({entry.day for entry in times}) > 1
    rows: list[list[QWidget]] = [
        [_faint(moment_words(entry, language, with_day=with_day)), _link(entry.title.pick(language), entry.place, go)]
        for entry in times[:MOST_TIMES]
    ]
    if not rows:
        rows = [[_link(_("No clock time yet: plan the agenda"), "agenda", go, strong=True)]]
    elif len(times) > MOST_TIMES:
        rest = len(times) - MOST_TIMES
        words = translator(language).ngettext("{count} more", "{count} more", rest).format(count=rest)
        rows.append([QLabel(), _link(words, "agenda", go)])
    card.show_rows(_("Key times"), rows, len(rows[0]) - 1)


def people_card(card: Card, snapshot: MeetingSnapshot, language: str, go: Go) -> None:
    """Each side with how many come, how many have not answered, how many do not come."""
    _ = translator(language).gettext
    counts = side_counts(snapshot)
    head = ("", _("Listed"), _("Coming"), _("Waiting"), _("Declined"))
    rows: list[list[QWidget]] = [[_faint(words, right=place > 0) for place, words in enumerate(head)]] if counts else []
    for side in counts:
        label = side.label.pick(language) or _("No side")
        numbers = (side.all, side.coming, side.waiting, side.not_coming)
        rows.append([_plain(label), *(_number(number) for number in numbers)])
    unnamed = groups_words(snapshot, language)
    if unnamed:
        rows.append([_plain(unnamed)])
    if not rows:
        rows = [[_link(_("Nobody is on the list yet: add people"), "people/new", go, strong=True)]]
    card.show_rows(_("People"), rows, 0)


def agreements_card(card: Card, snapshot: MeetingSnapshot, language: str, go: Go) -> None:
    """How many agreements stand where."""
    _ = translator(language).gettext
    rows: list[list[QWidget]] = [
        [_plain(words), _number(count)] for words, count in agreement_counts(snapshot, language)
    ]
    if not rows:
        rows = [[_link(_("No agreement yet: draft one"), "agreements/new", go, strong=True)]]
    card.show_rows(_("Agreements"), rows, 0)


def ending_card(card: Card, found: Sequence[Expiring], meeting_id: int, language: str, go: Go) -> None:
    """Agreements that end soon or have ended lately; those of other meetings with their meeting. Hidden for none."""
    _ = translator(language).gettext
    rows: list[list[QWidget]] = []
    for one in found[:MOST_ENDING]:
        title = one.title.pick(language) or one.key
        day = _faint(format_date(one.last_day, language))
        if one.meeting_id == meeting_id:
            rows.append([day, _link(title, f"agreements/{one.key}/archive", go)])
        else:
            meeting = one.meeting.pick(language)
            words = _("{agreement} ({meeting})").format(agreement=title, meeting=meeting)
            rows.append([day, _link(words, f"@{one.meeting_id}/agreements/{one.key}/archive", go)])
    rest = len(found) - MOST_ENDING
    if rest > 0:
        words = translator(language).ngettext("{count} more", "{count} more", rest).format(count=rest)
        rows.append([QLabel(), _plain(words)])
    card.show_rows(_("Agreements that end"), rows, 1)
    card.setVisible(bool(rows))


def _link(words: str, place: str, go: Go, *, strong: bool = False) -> LinkButton:
    button = LinkButton(words, strong=strong)
    button.clicked.connect(partial(go, place))
    return button


def _plain(words: str) -> QLabel:
    label = ElidedLabel()
    label.setText(words)
    return label


def _faint(words: str, *, right: bool = False) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "small")
    label.setTextFormat(Qt.TextFormat.PlainText)
    if right:
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def _number(count: int) -> QLabel:
    label = QLabel(str(count) if count else "–")
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
