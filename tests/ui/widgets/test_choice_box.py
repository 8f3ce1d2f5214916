"""A list of choices: words that do not fit end in … and are told whole; the wheel changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.choice_editors import ChoiceBox

LONG = "云岭县人民政府与沧澜大学战略合作框架协议" * 5


def ask(box: ChoiceBox) -> str:
    """The tooltip that the pointer brings up."""
    place = QPointF(10, 10)
    QApplication.sendEvent(box, QEnterEvent(place, place, box.mapToGlobal(place)))
    return box.toolTip()


def test_words_that_do_not_fit_are_told_whole(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems([LONG, "协议"])
    box.resize(200, 32)
    box.show()
    assert box.shown_words().endswith("…") and LONG.startswith(box.shown_words()[:-1])
    assert ask(box) == LONG
    box.setCurrentIndex(1)
    assert (box.shown_words(), ask(box)) == ("协议", "")
    box.setToolTip("哪一份")
    assert ask(box) == "哪一份"


def test_a_box_as_wide_as_its_words_cuts_none(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
    box.addItems(["刚起草的 10 份协议", "所有草稿"])
    box.resize(box.sizeHint())
    assert box.shown_words() == "刚起草的 10 份协议"
