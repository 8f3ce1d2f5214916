"""What this program is: name, version, license, and the versions of what it stands on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator

WIDTH = 440


class AboutDialog(QDialog):
    """Name, purpose, version, license; opened with `open()`."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = translator(language).gettext
        self.setWindowTitle(_("About Signing Desk"))
        self.setAccessibleName(_("About Signing Desk"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(_label("签约台 · Signing Desk", "name"))
        layout.addWidget(_label(_("Papers for university–county meetings and signing ceremonies, made offline.")))
        layout.addWidget(_label(versions(language), "soft"))
        layout.addWidget(_label(_("Free software under the GNU General Public License, version 3 or later."), "soft"))
        layout.addWidget(_label(_("Nothing is sent anywhere: all data stays in your workspace."), "soft"))
        self.close_button = QPushButton(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        self.close_button.setProperty("role", "main")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        layout.addSpacing(8)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)


def versions(language: str) -> str:
    """“Version 0.1.0 · Python 3.11 · Qt 6.8”."""
    try:
        own = version("signing-desk")
    except PackageNotFoundError:  # run from a folder that was never installed
        own = "–"
    _ = translator(language).gettext
    told = _("Version {version}").format(version=own)
    return f"{told} · Python {platform.python_version()} · Qt {qVersion()}"


def _label(words: str, role: str = "") -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setFixedWidth(WIDTH - 48)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
