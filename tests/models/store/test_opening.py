"""Opening: what is created, what is refused and how, what can only be read."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path, PureWindowsPath

import pytest

from models.errors import KnownError
from models.store.file_connections import file_uri
from models.store.history import StepName
from models.store.location import Location, file_of, parse_location
from models.store.migrate import OURS
from models.store.queries import list_meetings
from models.store.workspace import open_workspace
from tests.models.store.stored import add_meeting, content, refused


def test_missing_file_is_created_with_its_folders(tmp_path: Path) -> None:
    file = tmp_path / "县委" / "人才办 100%?#" / "meetings.desk"
    with open_workspace(str(file)) as workspace:
        add_meeting(workspace)
        opened = (workspace.location, workspace.name, workspace.read_only)
    assert opened == (str(file), "meetings", False)
    assert [path.name for path in file.parent.iterdir()] == ["meetings.desk"]


def test_empty_file_becomes_a_workspace(tmp_path: Path) -> None:
    file = tmp_path / "new.desk"
    file.touch()
    with open_workspace(file) as workspace:
        assert content(workspace) == {}
    assert not (tmp_path / "backups").exists()


def test_sqlite_url_is_its_file(file: Path) -> None:
    with open_workspace(f"sqlite:///{file}") as workspace:
        assert workspace.location == str(file)


def test_file_is_written_safely(file: Path) -> None:
    with open_workspace(file) as workspace, workspace.read() as session:
        connection = session.connection()
        names = ("journal_mode", "foreign_keys", "synchronous")
        assert [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names] == ["wal", 1, 2]


@pytest.mark.parametrize("start", [b"PK\x03\x04 a spreadsheet", b"x", b"SQLite format 3\x00 and then nothing of it"])
def test_file_of_another_kind_is_refused_and_left_alone(tmp_path: Path, start: bytes) -> None:
    file = tmp_path / "report.xlsx"
    file.write_bytes(start)
    with pytest.raises(KnownError) as caught:
        open_workspace(file)
    assert (caught.value.code, caught.value.values["path"]) == ("not_a_workspace", str(file))
    assert ([path.name for path in tmp_path.iterdir() if path.is_file()], file.read_bytes()) == (["report.xlsx"], start)


def test_sqlite_file_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    before = file.read_bytes()
    with refused("not_a_workspace", path=str(file)):
        open_workspace(file)
    assert ([path.name for path in tmp_path.iterdir() if path.is_file()], file.read_bytes()) == (
        ["places.sqlite"],
        before,
    )


def test_newer_workspace_is_refused_by_name(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE signing_desk_revision SET version_num = '0999'")
    with refused("workspace_newer", path=str(file), found="0999", known=OURS.head):
        open_workspace(file)
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]


@pytest.mark.posix
def test_damaged_workspace_is_named(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(100)
        stream.write(b"\xff" * 4000)
    with pytest.raises(KnownError) as caught:
        open_workspace(file)
    assert caught.value.code == "workspace_damaged"


def test_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    inside = tmp_path / "file" / "folder" / "meetings.desk"
    with refused("workspace_unreachable", path=str(inside), reason="Not a directory"):
        open_workspace(inside)
    beside = tmp_path / "file" / "meetings.desk"
    with refused("workspace_unreachable", path=str(beside), reason="File exists"):
        open_workspace(beside)


def test_folder_is_no_workspace(tmp_path: Path) -> None:
    with refused("workspace_unreachable", path=str(tmp_path), reason="Is a directory"):
        open_workspace(tmp_path)


@pytest.mark.parametrize("location", ["mysql://root@localhost/desk", "sqlite://", "sqlite:///:memory:", "nonsense://"])
def test_other_databases_are_refused(location: str) -> None:
    with pytest.raises(KnownError) as caught:
        open_workspace(location)
    assert caught.value.code == "unknown_database"


def test_password_is_never_shown() -> None:
    place = parse_location("postgresql://clerk:secret@db/office")
    assert (str(place), place.name) == ("postgresql+psycopg://clerk:***@db/office", "office")
    with refused("needs_a_file", location="postgresql+psycopg://clerk:***@db/office"):
        file_of("postgresql://clerk:secret@db/office")


@pytest.mark.parametrize(
    ("location", "said"),
    [
        (
            "postgresql://db/office?password=secret&user=clerk",
            "postgresql+psycopg://db/office?password=%2A%2A%2A&user=clerk",
        ),
        ("postgresql://clerk:se/cret@db/office", "postgresql+psycopg://clerk:***@db/office"),
        ("postgresql://clerk:secret@db:port/office?x=1", "postgresql://***@db:port/office?x=1"),
        ("postgresql://db:port/office?sslpassword=secret&x=1", "postgresql://db:port/office?sslpassword=***&x=1"),
        ("mysql://db/office?password=secret", "mysql://db/office?password=%2A%2A%2A"),
    ],
)
def test_password_in_any_place_of_an_address_is_not_shown(location: str, said: str) -> None:
    try:
        shown = str(parse_location(location))
    except KnownError as error:
        shown = str(error.values["location"])
    assert shown == said


def test_home_of_nobody_is_a_name_like_any_other(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse_location("~nobody-here.desk") == Location(path=tmp_path / "~nobody-here.desk")


@pytest.mark.posix
def test_link_to_a_workspace_is_the_workspace_itself(file: Path, tmp_path: Path) -> None:
    link, circle = tmp_path / "desktop.desk", tmp_path / "circle.desk"
    link.symlink_to(file)
    circle.symlink_to(circle)
    assert parse_location(link) == Location(path=file)
    with pytest.raises(KnownError) as caught:
        open_workspace(circle)
    assert caught.value.code == "workspace_unreachable"


def test_path_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse_location("meetings.desk") == Location(path=tmp_path / "meetings.desk")


def test_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(KnownError) as caught:
        open_workspace("postgresql://clerk:secret@127.0.0.1:1/office")
    installed = importlib.util.find_spec("psycopg") is not None
    assert caught.value.code == ("database_unreachable" if installed else "driver_missing")
    assert "secret" not in str(caught.value)


def test_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with refused("driver_missing", driver="psycopg"):
        open_workspace("postgresql://clerk:secret@127.0.0.1:1/office")


def test_network_share_is_named_behind_an_empty_authority() -> None:
    class Share(PureWindowsPath):
        """A path of Windows, which other systems cannot open."""

        def absolute(self) -> PureWindowsPath:
            return self

    uris = [file_uri(Share(path)) for path in (r"\\server\share\会议.desk", r"C:\desk\100%.desk")]
    assert uris == ["file:////server/share/%E4%BC%9A%E8%AE%AE.desk", "file:///C:/desk/100%25.desk"]


@pytest.mark.parametrize("location", ["://", "postgresql://clerk:secret@host:port/x"])
def test_garbled_url_is_refused(location: str) -> None:
    with pytest.raises(KnownError) as caught:
        open_workspace(location)
    assert caught.value.code == "unknown_database"
    assert "secret" not in str(caught.value)


@pytest.fixture
def protected(fresh_file: Path) -> Iterator[Path]:
    """A workspace with one meeting, in a folder without write rights, outside root's private folders."""
    folder = Path(tempfile.mkdtemp())
    file = Path(shutil.copyfile(fresh_file, folder / "meetings.desk"))
    with open_workspace(file) as workspace:
        add_meeting(workspace)
    file.chmod(0o444)
    folder.chmod(0o555)
    yield file
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextmanager
def without_rights() -> Iterator[None]:
    """As a user who owns nothing; root may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.posix
def test_protected_workspace_is_read_and_not_changed(protected: Path) -> None:
    with without_rights(), open_workspace(protected) as workspace:
        assert (workspace.read_only, workspace.next_undo()) == (True, StepName("add_meeting"))
        with workspace.read() as session:
            assert [meeting.key for meeting in list_meetings(session)] == ["shangdang-whu"]
        with refused("workspace_read_only", path=str(protected)):
            add_meeting(workspace, "other")
        with refused("workspace_read_only", path=str(protected)):
            workspace.undo()
    assert [path.name for path in protected.parent.iterdir()] == ["meetings.desk"]


@pytest.mark.posix
def test_protected_workspace_of_an_older_schema_must_be_upgraded_first(protected: Path) -> None:
    protected.parent.chmod(0o755)
    protected.chmod(0o644)
    with closing(sqlite3.connect(protected)) as connection, connection:
        connection.execute("DELETE FROM signing_desk_revision")
    with closing(sqlite3.connect(protected)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    protected.chmod(0o444)
    protected.parent.chmod(0o555)
    with without_rights(), refused("workspace_needs_upgrade", path=str(protected), found="", known=OURS.head):
        open_workspace(protected)


@pytest.mark.posix
def test_protected_workspace_with_a_log_that_cannot_be_read_is_not_shown_without_it(protected: Path) -> None:
    protected.parent.chmod(0o755)
    protected.with_name("meetings.desk-wal").write_bytes(b"changes not yet in the file")
    protected.parent.chmod(0o555)
    with without_rights(), pytest.raises(KnownError) as caught:
        open_workspace(protected)
    assert caught.value.code == "workspace_unreachable"


@pytest.mark.posix
def test_missing_file_in_a_protected_folder_is_refused(protected: Path) -> None:
    new = protected.with_name("new.desk")
    with without_rights(), refused("workspace_unreachable", path=str(new), reason="Permission denied"):
        open_workspace(new)


def test_listing_needs_neither_alembic_nor_the_records(file: Path) -> None:
    program = (
        "import sys\n"
        "from models.store.workspace import open_workspace\n"
        "from models.store.queries import list_meetings\n"
        f"with open_workspace({str(file)!r}) as workspace, workspace.read() as session:\n"
        "    list_meetings(session)\n"
        "print([name for name in ('alembic', 'models.records', 'mako') if name in sys.modules])\n"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_closing_twice_is_harmless(file: Path) -> None:
    workspace = open_workspace(file)
    workspace.close()
    workspace.close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]
