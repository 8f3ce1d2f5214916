"""Unforeseen failures: logged, told once in the window's thread, and the hooks are given back."""

from __future__ import annotations

import sys
import threading

from pytestqt.qtbot import QtBot

from ui import folders
from ui.failures import Failures


def test_a_failure_is_logged_and_told(qtbot: QtBot):
    failures = Failures()
    with qtbot.waitSignal(failures.happened) as told:
        failures.tell(ValueError("broken on purpose"))
    logged = folders.log_file().read_text(encoding="utf-8")
    assert ["ValueError: broken on purpose" in text for text in (told.args[0], logged)] == [True, True]


def test_a_failure_in_another_thread_is_told_as_well(qtbot: QtBot):
    failures = Failures()
    failures.catch()
    try:
        with qtbot.waitSignal(failures.happened) as told:
            thread = threading.Thread(target=lambda: 1 // 0)
            thread.start()
            thread.join()
    finally:
        failures.release()
    assert "ZeroDivisionError" in told.args[0]


def test_the_hooks_are_given_back():
    before = sys.excepthook, threading.excepthook
    failures = Failures()
    failures.catch()
    caught = sys.excepthook, threading.excepthook
    failures.release()
    assert (caught == before, (sys.excepthook, threading.excepthook) == before) == (False, True)


def test_ctrl_c_stays_ctrl_c(qtbot: QtBot, capsys):
    failures, told = Failures(), []
    failures.happened.connect(told.append)
    failures.tell(KeyboardInterrupt())
    qtbot.wait(1)
    assert (told, "KeyboardInterrupt" in capsys.readouterr().err) == ([], True)
