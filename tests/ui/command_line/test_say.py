"""Printing: aligned columns with Han characters, one JSON document, a bar only on a terminal."""

from __future__ import annotations

import io
import json

import pytest

from ui.command_line import say


class Terminal(io.StringIO):
    """A text stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("签约台", 6), ("王　明", 6), ("a签", 3), ("é", 1), ("", 0), ("𬭎", 2), ("（甲）", 6)],
)
def test_a_han_character_takes_two_columns(text: str, columns: int):
    assert say.width(text) == columns


def test_columns_are_aligned_and_numbers_stand_at_the_right(capsys: pytest.CaptureFixture[str]):
    say.table(("键", "Name", "N"), (("a", "签约台", "7"), ("bcd", "x", "12")), right=frozenset({2}))
    assert capsys.readouterr().out == "键   Name     N\na    签约台   7\nbcd  x       12\n"


def test_a_table_without_rows_is_its_head(capsys: pytest.CaptureFixture[str]):
    say.table(("Key", "Name"), ())
    assert capsys.readouterr().out == "Key  Name\n"


def test_json_keeps_chinese_and_survives_a_lone_surrogate(capsys: pytest.CaptureFixture[str]):
    say.prepare_streams()
    say.document({"名": "签", "odd": "\udcff"})
    assert json.loads(capsys.readouterr().out) == {"名": "签", "odd": "\udcff"}


def test_a_character_the_terminal_lacks_stops_nothing(monkeypatch: pytest.MonkeyPatch):
    raw = io.BytesIO()
    terminal = io.TextIOWrapper(raw, encoding="ascii", write_through=True)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdout", terminal)
    say.prepare_streams()
    say.line("签 ok")
    assert raw.getvalue() == b"\\u7b7e ok\n"


def test_a_pipe_gets_utf_8_whatever_the_code_page(monkeypatch: pytest.MonkeyPatch):
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="gbk", write_through=True))
    say.prepare_streams()
    say.line("签约台")
    assert raw.getvalue().decode("utf-8") == "签约台\n"


def test_the_bar_is_drawn_over_itself_and_taken_away():
    terminal = Terminal()
    bar = say.Progress(terminal)
    bar(0, 2, "议程")
    bar(1, 2, "x")
    bar.clear()
    half = "#" * 12 + "-" * 12
    assert terminal.getvalue().split("\r") == [
        "",
        f"[{'-' * 24}] 0/2 议程",
        f"[{half}] 1/2 x   ",
        " " * 32,
        "",
    ]


def test_without_a_terminal_there_is_no_bar():
    stream = io.StringIO()
    bar = say.Progress(stream)
    bar(1, 1, "x")
    bar.clear()
    assert stream.getvalue() == ""


def test_nothing_to_do_is_an_empty_bar():
    terminal = Terminal()
    say.Progress(terminal)(0, 0, "")
    assert terminal.getvalue() == f"\r[{'-' * 24}] 0/0 "
