"""Qt's own words (standard buttons, context menus) in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

CATALOGS = {"zh": "qtbase_zh_CN"}  # English is what Qt speaks without one


class QtWords(QObject):
    """Keeps at most one of Qt's translators installed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._installed: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Switch Qt's own words."""
        self.stop()
        if language in CATALOGS:
            translator = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if translator.load(CATALOGS[language], folder) and QCoreApplication.installTranslator(translator):
                self._installed = translator

    def stop(self) -> None:
        """Take the translator out again."""
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None
