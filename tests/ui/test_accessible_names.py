"""Everything that can be operated has a name for those who hear it, in every room and both languages."""

from __future__ import annotations

import pytest

from tests.ui import seen
from ui.main_window import MainWindow
from ui.rooms import CLASSES, is_built

ROOMS = [key for key in CLASSES if is_built(key)]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_control_of_a_room_has_an_accessible_name(demo_window: MainWindow, room: str, language: str):
    seen.speak(demo_window, language)
    demo_window.show_room(room)
    assert (seen.nameless(demo_window.rooms[room]), len(seen.controls(demo_window.rooms[room])) > 0) == ([], True)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_control_of_the_frame_has_an_accessible_name(demo_window: MainWindow, language: str):
    seen.speak(demo_window, language)
    frame = demo_window.frame
    parts = (demo_window.menus, frame.rail, frame.top_bar, frame.status, frame.activity, frame.problem_page)
    assert [name for part in parts for name in seen.nameless(part)] == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_says_its_own_name(demo_window: MainWindow, room: str):
    names = []
    for language in ("zh", "en"):
        demo_window.rooms[room].retranslate(language)
        names.append(demo_window.rooms[room].accessibleName())
    demo_window.rooms[room].retranslate(demo_window.language)
    assert (all(names), names[0] != names[1]) == (True, True)
