"""The user's settings on this computer: one table with type and default, kept as JSON in the config folder."""

from __future__ import annotations

import json
import locale
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeGuard, TypeVar

from ui import folders

Choice = TypeVar("Choice", str, bool, int, "tuple[str, ...]")


@dataclass(frozen=True, slots=True)
class Setting(Generic[Choice]):
    """One setting: its key in the file, its default (which fixes the type), and the values it may take."""

    key: str
    default: Choice
    allowed: tuple[Choice, ...] = ()

    def accepts(self, value: object) -> TypeGuard[Choice]:
        """Whether a value read from the file is of this setting's type and among those allowed."""
        fitting = type(value) is type(self.default) and (not self.allowed or value in self.allowed)
        return fitting and _is_writable(value)


LANGUAGE = Setting("language", "", ("", "zh", "en"))  # of the interface; empty: as the system
THEME = Setting("theme", "system", ("system", "light", "dark"))
RECENT_WORKSPACES: Setting[tuple[str, ...]] = Setting("recent_workspaces", ())
WINDOW_GEOMETRY = Setting("window_geometry", "")  # base64 of QWidget.saveGeometry()
WINDOW_STATE = Setting("window_state", "")  # base64 of QMainWindow.saveState()
LAST_MEETING = Setting("last_meeting", "")
LAST_ROOM = Setting("last_room", "people")
EXPORT_FOLDER = Setting("export_folder", "")  # empty: folders.default_exports()
SLIPS_FOLDER = Setting("slips_folder", "")  # where reply slips were last chosen
DRAFTS_FOLDER = Setting("drafts_folder", "")  # where drafts of agreements were last sent to or read from
PAPER_FOLDER = Setting("paper_folder", "")  # where a single paper was last saved
SCANS_FOLDER = Setting("scans_folder", "")  # where scans of an agreement were last chosen
TEMPLATES_FOLDER = Setting("templates_folder", "")  # where templates were last shared or read in
WORKSPACES_FOLDER = Setting("workspaces_folder", "")  # where a workspace was last made, opened or copied to
BACKUPS_FOLDER = Setting("backups_folder", "")  # where a backup was last chosen
DIAGNOSTICS_FOLDER = Setting("diagnostics_folder", "")  # where the diagnostics file was last saved
PAPERS_WIDTH = Setting("papers_width", 0)  # pixels of the list of papers; 0: a share of the room
OFFICE_NAME = Setting("office_name", "")  # goes into the properties of papers
LIST_COLUMNS: Setting[tuple[str, ...]] = Setting("list_columns", ())  # of the list of attendees; none: the usual ones
SLIP_COLUMNS: Setting[tuple[str, ...]] = Setting("slip_columns", ())  # of the reply slip, in the same way
LIST_GROUPING = Setting("list_grouping", "", ("", "unit", "rank"))
RETURN_TO = Setting("return_to", "")  # where reply slips come back to
PROOF_READER = Setting("proof_reader", "")  # who ticked facts on the proof sheet last
TABLE_LAYOUTS = Setting("table_layouts", "")  # JSON by name of table: columns hidden, their order and widths
AGENDA_VIEW = Setting("agenda_view", "timeline", ("timeline", "table", "both"))
AGENDA_PUSH = Setting("agenda_push", True)  # whether what follows an item moves along with it
AGENDA_ZOOM = Setting("agenda_zoom", 4)  # which of the scales of the timeline
TOUR_OFFERED = Setting("tour_offered", False)  # a line that goes away has told of the tour

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    THEME,
    RECENT_WORKSPACES,
    WINDOW_GEOMETRY,
    WINDOW_STATE,
    LAST_MEETING,
    LAST_ROOM,
    EXPORT_FOLDER,
    SLIPS_FOLDER,
    DRAFTS_FOLDER,
    PAPER_FOLDER,
    SCANS_FOLDER,
    TEMPLATES_FOLDER,
    WORKSPACES_FOLDER,
    BACKUPS_FOLDER,
    DIAGNOSTICS_FOLDER,
    PAPERS_WIDTH,
    OFFICE_NAME,
    LIST_COLUMNS,
    SLIP_COLUMNS,
    LIST_GROUPING,
    RETURN_TO,
    PROOF_READER,
    TABLE_LAYOUTS,
    AGENDA_VIEW,
    AGENDA_PUSH,
    AGENDA_ZOOM,
    TOUR_OFFERED,
)

RECENT_KEPT = 8


class Settings:
    """The settings of one user. `set_aside` is where a damaged file was moved, if there was one."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file or folders.settings_file()
        self.set_aside: Path | None = None
        self._given = self._read()

    def get(self, setting: Setting[Choice]) -> Choice:
        """The value chosen by the user, or the default where there is none or it makes no sense."""
        value = self._given.get(setting.key)
        if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
            value = tuple(value)
        return value if setting.accepts(value) else setting.default

    def set(self, setting: Setting[Choice], value: Choice) -> None:
        """Choose a value and keep it at once."""
        if not setting.accepts(value):
            raise ValueError(f"{setting.key} cannot be {value!r}")
        self._given = {**self._given, setting.key: value}
        self._write()

    def remember_workspace(self, location: str) -> None:
        """Put a workspace at the head of the recent ones."""
        others = [known for known in self.get(RECENT_WORKSPACES) if known != location]
        self.set(RECENT_WORKSPACES, (location, *others)[:RECENT_KEPT])

    def _read(self) -> Mapping[str, object]:
        try:
            given = json.loads(self.file.read_text(encoding="utf-8"))
        except OSError:
            return {}
        except (ValueError, RecursionError):
            given = None
        if isinstance(given, dict):
            return given
        self._keep_damaged()
        return {}

    def _keep_damaged(self) -> None:
        """Move a file that is no settings file aside: somebody may want to look at it."""
        aside = self.file.with_name(self.file.name + ".damaged")
        try:
            self.file.replace(aside)
        except OSError:
            return
        self.set_aside = aside

    def _write(self) -> None:
        """Replace the file in one step. A folder that cannot be written loses the choice, never the work."""
        text = json.dumps(self._given, ensure_ascii=True, indent=2, sort_keys=True)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.file, text)
        except OSError:
            return


def _is_writable(value: object) -> bool:
    """Whether its text can go to a file or to the screen: JSON can hold halves of characters."""
    texts = value if isinstance(value, tuple) else (value,)
    return not any(isinstance(text, str) and re.search("[\ud800-\udfff\0]", text) for text in texts)


def replace_file(file: Path, text: str) -> None:
    """Put a text in the place of a file in one step."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def interface_language(settings: Settings) -> str:
    """The language of the interface: the user's choice, else the system's."""
    return settings.get(LANGUAGE) or system_language()


def system_language() -> str:
    """ "en" where the system speaks another language than Chinese; "zh" where it is Chinese or does not say."""
    name = _system_locale()
    return "zh" if name.lower().startswith(("zh", "chinese")) or name.partition(".")[0] in ("", "C", "POSIX") else "en"


def _system_locale() -> str:
    if os.name == "nt":
        return locale.getlocale()[0] or ""
    given = (os.environ.get(variable) for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, given), "")
