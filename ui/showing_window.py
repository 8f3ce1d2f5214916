"""What is asked of the window from everywhere: what it shows, and to show something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot
    from models.store.queries import MeetingRow
    from ui.appearance import Appearance
    from ui.showing import Showing
    from ui.theme import Theme


class ShowingWindow(QMainWindow):
    """A window that shows one meeting in one room, in one language and theme."""

    appearance: Appearance
    showing: Showing

    @property
    def language(self) -> str:
        """The language of the interface."""
        return self.appearance.language

    @property
    def theme(self) -> Theme:
        """The theme worn."""
        return self.appearance.theme

    @property
    def meetings(self) -> tuple[MeetingRow, ...]:
        """The meetings of the workspace."""
        return self.showing.meetings

    @property
    def meeting_id(self) -> int | None:
        """The meeting shown."""
        return self.showing.meeting_id

    @property
    def snapshot(self) -> MeetingSnapshot | None:
        """The snapshot the rooms show."""
        return self.showing.snapshot

    @property
    def room(self) -> str:
        """The key of the room shown."""
        return self.showing.room

    def show_meeting(self, meeting_id: int) -> None:
        """Show a meeting in every room."""
        self.showing.show_meeting(meeting_id)

    def show_room(self, key: str) -> None:
        """Open a room."""
        self.showing.show_room(key)

    def show_place(self, place: str) -> None:
        """Open the room that holds a place ("people/12/title_zh") and put the cursor there."""
        self.showing.show_place(place)

    # --- language and theme

    def choose_language(self, language: str) -> None:
        """Speak another language from now on, and the next time as well."""
        self.appearance.choose_language(language)

    def apply_language(self, language: str) -> None:
        """Say everything in a language, at once."""
        self.appearance.apply_language(language)

    def apply_theme(self, name: str) -> None:
        """Draw everything in a theme, at once."""
        self.appearance.apply_theme(name)
