"""Two texts of an agreement, clause by clause: what was inserted, deleted, moved, reworded. Compared in a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from models.agreement_assembly import frozen_half
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import LANGUAGES, translator
from ui.agreements.compare_bar import CompareBar
from ui.agreements.compare_choice import CompareChoice
from ui.agreements.compare_errands import Compared, CompareTexts
from ui.agreements.compare_paper import ComparePaper
from ui.agreements.compare_sheet import Look
from ui.agreements.compare_text import ComparedText
from ui.agreements.compare_words import first_language, summary_words
from ui.agreements.side_page import SidePage
from ui.dialogs.troubles import Action
from ui.theme import Theme, load_theme
from ui.widgets.message_page import MessagePage

if TYPE_CHECKING:
    from models.errors import KnownError
    from ui.office import Office

OWNER = "compare"
PATIENCE = 250  # ms until it is said that the texts are being compared


class ComparePage(SidePage):
    """Compares two texts of one agreement. Below: “<older>”, “<older>/<newer>”: numbers of revisions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice, self.bar, self.text, self.paper = CompareChoice(), CompareBar(), ComparedText(), ComparePaper()
        self.message, self.pages, self.theme = MessagePage("history"), QStackedWidget(), load_theme("light")
        self.keep_button = self.message.add_button(self._show_way)
        self.again_button = self.message.add_button(self._ask)
        self.going = {forward: QAction(self) for forward in (True, False)}
        self.compared: Compared | None = None
        self._asked: CompareTexts | None = None  # an answer is awaited
        self._error: KnownError | None = None
        self._outdated = False  # changed while nobody looked
        self._just_opened = False  # the keyboard goes to the texts as soon as they are there
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.head.addWidget(self.paper)
        panel, inside = QFrame(), QVBoxLayout()
        panel.setProperty("role", "panel")
        panel.setLayout(inside)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.text)
        for page in (self.message, panel):
            self.pages.addWidget(page)
        self.body.setSpacing(10)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self._late.timeout.connect(self._say_late)
        self.choice.changed.connect(self._ask)
        self.bar.changed.connect(self._ask)
        self.bar.looked.connect(self._show_texts)
        self.bar.stepped.connect(self.step)
        self.text.moved.connect(self._show_steps)
        for keys, forward in (("F7", True), ("Shift+F7", False)):
            action = self.going[forward]
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, forward=forward: self.step(forward))
            self.addAction(action)

    # --- shown

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.paper.attach(office)

    def begin(self) -> None:
        """What was chosen of this agreement before stays chosen."""
        self._ask()

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """Show the agreement as it is now."""
        another = self.agreement is None or agreement is None or self.agreement.id != agreement.id
        super().show_snapshot(snapshot, agreement)
        if agreement is None:
            return
        if another:
            self._forget()  # nor does an answer about the one before belong here any more
            self.choice.begin(agreement)
            self.bar.languages[first_language(agreement)].setChecked(True)
        self.title.setText(agreement.title.pick(self.language) or agreement.key)
        self.choice.offer(agreement, self.language)
        self._ask()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.setAccessibleName(_("Compare texts"))
        self.text.setAccessibleName(_("What differs between the two texts"))
        self.keep_button.setText(_("State and revisions"))
        self.again_button.setText(_("Try again"))
        self.going[True].setText(_("Next change"))
        self.going[False].setText(_("Previous change"))
        for part in (self.choice, self.bar, self.paper):
            part.retranslate(language)
        if self.agreement is not None:
            self.title.setText(self.agreement.title.pick(language) or self.agreement.key)
            self.choice.offer(self.agreement, language)
        self._show_texts()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.theme = theme
        for part in (self.choice, self.bar, self.paper, self.message):
            part.retheme(theme)
        self._show_texts()

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        self._just_opened = self.compared is None
        shown = self.text if self.compared is not None else self.choice.boxes[0]
        (shown if shown.isVisibleTo(self) else self.keep_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """“2” against the newest text, “1/3” two revisions."""
        older, _slash, newer = place.partition("/")
        numbers = {one.number for one in self.agreement.revisions} if self.agreement is not None else set()
        if self.agreement is None or not older.isdecimal() or int(older) not in numbers:
            return
        if newer.isdecimal() and int(newer) in numbers:
            self.choice.choose(int(older), int(newer))
        else:
            self.choice.begin(self.agreement, int(older))
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: in view again; what changed meanwhile is compared now."""
        super().showEvent(event)
        if self._outdated:
            self._ask()

    def step(self, forward: bool) -> None:
        """Go to the next change, or to the one before."""
        self.text.step(forward=forward)
        if self.text.isVisibleTo(self):
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- compared

    def _ask(self) -> None:
        """Have the two texts compared, unless they are shown already."""
        agreement, snapshot, office = self.agreement, self.snapshot, self.office
        if agreement is None or snapshot is None or office is None:
            return
        if not self.isVisible():
            self._outdated = True
            return
        self._outdated, self._error = False, None
        older, newer = self.choice.older, self.choice.newer
        if older is None:
            self._forget()
            return
        self.bar.choose_language(self.bar.language, self._languages(agreement))
        wish = CompareTexts(agreement.key, self.bar.language, older, newer)
        if self.compared is not None and self.compared.wish == wish and newer is not None:
            self._asked = None
            office.preview.forget(OWNER)
            self._show_texts()
            return
        self._asked = wish
        self._late.start()
        office.preview.run(OWNER, snapshot, wish, self._done, self._failed)

    def _languages(self, agreement: Agreement) -> tuple[str, ...]:
        """Those in which both texts are kept; the text as it is now can be made in any."""
        chosen = [one for one in agreement.revisions if one.number in (self.choice.older, self.choice.newer)]
        return tuple(one for one in LANGUAGES if all(frozen_half(revision, one) for revision in chosen))

    def _forget(self) -> None:
        self.compared = self._asked = None
        if self.office is not None:
            self.office.preview.forget(OWNER)
        self._late.stop()
        self._show_texts()

    def _done(self, compared: Compared) -> None:
        if compared.wish != self._asked:
            return
        self._asked = None
        self._late.stop()
        same = self.compared == compared and self.pages.currentIndex() == 1
        self.compared = compared
        if not same:
            self._show_texts()
        if self._just_opened and self.choice.boxes[0].hasFocus() and self.text.isVisible():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._just_opened = False

    def _failed(self, error: KnownError | None, details: str) -> None:
        self._late.stop()
        self.compared = self._asked = None
        self._error = error
        self._show_texts(failed=True)
        if error is None and self.office is not None:  # a fault of the program: for the log, too
            self.office.tell_error(Action.OTHER, RuntimeError(details))

    def _say_late(self) -> None:
        """What is shown stays while it is compared anew; in the place of other texts nothing else may stand."""
        if self.compared is not None and self.compared.wish == self._asked:
            return
        _ = translator(self.language).gettext
        self.message.say(_("Comparing the texts…"), _("One moment…"))
        self.keep_button.hide()
        self.again_button.hide()
        self.pages.setCurrentIndex(0)

    # --- said

    def _show_texts(self, *, failed: bool = False) -> None:
        compared, snapshot = self.compared, self.snapshot
        none = self.agreement is not None and not self.agreement.revisions
        self.choice.setVisible(not none)
        self.bar.setVisible(not none and compared is not None)
        self.choice.show_hashes(compared.hashes if compared is not None else ("", ""), self.language)
        title = self.agreement.title.pick(compared.wish.language) if self.agreement and compared else ""
        self.paper.show_wish(snapshot, compared.wish if compared is not None else None, title)
        if none or failed or self._error is not None:
            self._say_why(none)
        elif compared is not None:
            self._lay_out_texts(compared)

    def _lay_out_texts(self, compared: Compared) -> None:
        words = summary_words(compared.comparison, self.language)
        self.bar.summary.setText(words)
        if compared.comparison.is_same and self.bar.only_changes:
            self._say_same(words)
            return
        look = Look(self.language, compared.wish.language, self.theme, self.bar.beside, self.bar.only_changes)
        self.text.show_comparison(compared.comparison, look)
        self.pages.setCurrentIndex(1)

    def _say_same(self, words: str) -> None:
        self.bar.summary.clear()
        self.bar.show_steps(None, 0, back=False, forward=False)
        _ = translator(self.language).gettext
        self.message.say(words, _("Choose other texts above, or show the whole text."))
        self.keep_button.hide()
        self.again_button.hide()
        self.pages.setCurrentIndex(0)

    def _say_why(self, nothing_kept: bool) -> None:
        from ui.wording import error_sentence

        _ = translator(self.language).gettext
        if nothing_kept:
            self.message.say(
                _("There is no earlier text to compare with yet"),
                _("A revision is kept when the text goes to review, is made final, is sent out, or on purpose."),
            )
        else:
            other = _("Choose other texts above.")
            said = error_sentence(self._error, self.language) if self._error is not None else other
            self.message.say(_("The texts could not be compared"), said)
        self.keep_button.setVisible(nothing_kept)
        self.again_button.setVisible(not nothing_kept)
        self.pages.setCurrentIndex(0)

    def _show_steps(self) -> None:
        text = self.text
        back, forward = text.can_step(forward=False), text.can_step(forward=True)
        self.bar.show_steps(text.current, text.count, back=back, forward=forward)

    def _show_way(self) -> None:
        if self.office is not None and self.agreement is not None:
            self.office.show_place(f"agreements/{self.agreement.key}/life")
