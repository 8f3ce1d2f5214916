"""One agreement from the office's own template to its second final text: each step by keyboard and mouse."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from models.codes import RevisionKind
from models.rules.agreement_steps import Step
from models.snapshots.shapes import Agreement, MeetingSnapshot
from tests.ui.story import agreements, people
from tests.ui.story.hands import CTRL, KEY, Clerk
from ui.agreements.compare_page import ComparePage
from ui.agreements.exchange_page import ExchangePage
from ui.agreements.lifecycle_page import LifecyclePage
from ui.agreements.side_page import SidePage
from ui.templates.page import TemplatesPage
from ui.templates.shelf import ShelfLine

TEMPLATE, OWN, OURS = "memorandum", "memorandum-2", "本区备忘录"
NEW_SENTENCE, SENTENCE_BEHIND = "双方每半年通报一次进展。", "每项活动由"
SIGNERS = ("梁涛", "李强")
ACCEPTED, REFUSED = ("每年至少会商一次", "每年至少会商两次"), ("提前六十日", "提前十日")
Revisions = list[tuple[int, RevisionKind]]


def agreement_of(clerk: Clerk) -> Agreement:
    """The one agreement."""
    (agreement,) = clerk.seen.agreements
    return agreement


def revisions(seen: MeetingSnapshot) -> Revisions:
    """What has been kept of it."""
    return [(one.number, one.kind) for one in seen.agreements[0].revisions]


def press_button(clerk: Clerk, parent: QWidget, words: str) -> None:
    """The button that says this."""
    found = [one for one in parent.findChildren(QPushButton) if one.text().strip() == words and one.isVisible()]
    assert len(found) == 1, words
    clerk.click(found[0])


def answer_dialog(clerk: Clerk, *lines: str) -> None:
    """Type over the lines of the dialog that is open, from the first; Enter in the last."""
    clerk.until(lambda: (dialog := QApplication.activeModalWidget()) and dialog.isActiveWindow())
    for place, words in enumerate(lines):
        clerk.retype(words, end=KEY.Key_Return if place == len(lines) - 1 else KEY.Key_Tab)
    clerk.until(lambda: QApplication.activeModalWidget() is None)


def name_file(clerk: Clerk, file: Path) -> None:
    """Say where a file goes or lies; the dialog is the system's, and completes what is typed in its own way."""
    clerk.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    clerk.until(dialog.isActiveWindow)
    line.setText(str(file))
    clerk.qtbot.keyClick(line, KEY.Key_Return)
    clerk.until(lambda: QApplication.activeModalWidget() is None)


def side_page(clerk: Clerk) -> SidePage:
    """The page beside the editor."""
    page = agreements.room_of(clerk).side.current()
    assert page is not None
    return page


def way(clerk: Clerk) -> LifecyclePage:
    """The page of the agreement's way, from wherever the agreement is open."""
    room = agreements.room_of(clerk)
    if not isinstance(room.side.current(), LifecyclePage):
        if room.side.current() is not None:
            clerk.click(side_page(clerk).back_button)
        clerk.click(room.editor.life.state)
    page = side_page(clerk)
    assert isinstance(page, LifecyclePage)
    return page


def own_template(clerk: Clerk) -> None:
    """A built-in template is copied, a sentence added to the copy, and kept as its second edition."""
    clerk.go_to(5)
    press_button(clerk, agreements.room_of(clerk).list_page, "模板")
    page = side_page(clerk)
    assert isinstance(page, TemplatesPage)
    clerk.until(lambda: page.shelf.library)
    while page.shelf.line() != ShelfLine(TEMPLATE):
        clerk.press(KEY.Key_Down)
    clerk.click(page.buttons["copy"])
    answer_dialog(clerk, OURS, "Our Memorandum")
    clerk.until(lambda: page.shelf.line() == ShelfLine(OWN) and page.editions.count() == 1)
    clerk.click(page.buttons["edit"])
    edit_template(clerk, page)
    clerk.see(lambda seen: [(one.key, one.edition, one.title.zh) for one in seen.own_templates], [(OWN, 2, OURS)])
    clerk.click(page.editor.back_button)
    clerk.click(page.back_button)


def edit_template(clerk: Clerk, page: TemplatesPage) -> None:
    """Go to a clause by its name in the list, type at its end, keep."""
    clerk.until(lambda: page.editing() and page.editor.draft is not None)
    assert page.editor.draft is not None
    place = next(
        n for n, one in enumerate(page.editor.draft.clauses) if one.body.zh.strip().startswith(SENTENCE_BEHIND)
    )
    for _line in range(place + 1):
        clerk.press(KEY.Key_Down)
    text = next(field for (_key, column), field in page.editor.sheet.texts.items() if column == "body_zh")
    clerk.click(text)
    clerk.press(KEY.Key_End, held=CTRL)
    clerk.type(NEW_SENTENCE)
    clerk.click(page.editor.keep_button)
    answer_dialog(clerk, "半年通报")
    clerk.until(lambda: page.editor.edition == 2)


def draft(clerk: Clerk) -> None:
    """An agreement from it; what it lacks is filled in."""
    room = agreements.room_of(clerk)
    clerk.click(room.list_page.first_button)
    clerk.until(lambda: OWN in room.new_page.choices and room.new_page.choices[OWN].y() > 0)  # laid out
    agreements.draft(clerk, OWN)
    clerk.see(lambda seen: [one.template for one in seen.agreements], [OWN])
    agreements.fill_in(clerk)
    said = [clause.body.zh for clause in agreement_of(clerk).clauses]
    assert [NEW_SENTENCE in text for text in said].count(True) == 1


def review(clerk: Clerk) -> str:
    """Under review; a line of the checklist ticked, an approval entered. The label of the line."""
    clerk.click(agreements.room_of(clerk).editor.life.next_button)
    page = way(clerk)
    clerk.retype("送司法局")
    clerk.see(revisions, [(1, RevisionKind.KEPT)])
    clerk.until(lambda: page.checklist.lines)
    line = next(iter(page.checklist.lines.values()))
    clerk.until(lambda: line.tick.height() < page.checklist.height())  # laid out
    clerk.click(line.tick, QPoint(10, line.tick.height() // 2))
    clerk.see(lambda seen: [item.done for item in seen.agreements[0].checklist].count(True), 1)
    clerk.click(page.approve_button)
    clerk.enter("区司法局")
    clerk.see(
        lambda seen: [(one.approved_by, one.revision_number) for one in seen.agreements[0].approvals], [("区司法局", 1)]
    )
    return line.item.label.zh


def finalize(clerk: Clerk, note: str, kept: Revisions) -> None:
    """Freeze the text."""
    page = way(clerk)
    clerk.click(page.steps.buttons[Step.FINALIZE])
    clerk.retype(note)
    clerk.see(revisions, kept)


def promote(clerk: Clerk) -> None:
    """Somebody who signs gets another post."""
    clerk.go_to(2)
    people.click_cell(clerk, SIGNERS.index("李强"), "title_zh")
    clerk.type("书记")
    clerk.press(KEY.Key_Return)
    clerk.see(lambda seen: people.posts(seen), [("武汉大学", "校长"), ("上党区人民政府", "书记")])
    clerk.go_to(5)


def take_over(clerk: Clerk) -> str:
    """Open the text again for what has changed; what was told of it."""
    clerk.click(side_page(clerk).back_button)
    drift = agreements.room_of(clerk).editor.life.drift
    clerk.until(drift.isVisible)
    told = drift.words
    clerk.click(drift)
    clerk.click(way(clerk).drift.take_button)
    clerk.press(KEY.Key_Return)
    clerk.see(lambda seen: seen.agreements[0].status.value, "draft")
    return told


def send_out(clerk: Clerk, file: Path, kept: Revisions) -> None:
    """The draft goes to the other side."""
    page = exchange(clerk)
    clerk.click(page.send_button)
    clerk.enter("武汉大学")
    name_file(clerk, file)
    clerk.see(revisions, kept)
    clerk.until(file.exists)


def exchange(clerk: Clerk) -> ExchangePage:
    """The page of the exchange, by the menu of the editor."""
    room = agreements.room_of(clerk)
    if room.side.current() is not None:
        clerk.click(side_page(clerk).back_button)
    press_button(clerk, room.editor, "其他")
    clerk.choose("往来稿件")
    page = side_page(clerk)
    assert isinstance(page, ExchangePage)
    return page


def edit_outside(file: Path) -> None:
    """Two sentences changed by the other side, in Word, with tracking."""
    paper = Document(str(file))
    for old, new in (ACCEPTED, REFUSED):
        runs = ((one, run) for one in paper.paragraphs for run in one.runs if old in run.text)
        track(*next(runs), old, new)
    paper.save(str(file))


def track(paragraph: Paragraph, run: Run, old: str, new: str) -> None:
    """As Word tracks it: what went in w:del, what came in w:ins, the rest in runs of the same look."""
    before, after = run.text.split(old)
    parts = [_run(run, before), _tracked("w:del", _run(run, old, gone=True)), _tracked("w:ins", _run(run, new))]
    for part in (*parts, _run(run, after)):
        run._r.addprevious(part)
    paragraph._p.remove(run._r)


def _run(like: Run, words: str, *, gone: bool = False) -> BaseOxmlElement:
    made = OxmlElement("w:r")
    if like._r.rPr is not None:
        made.append(deepcopy(like._r.rPr))
    text = OxmlElement("w:delText" if gone else "w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    made.append(text)
    return made


def _tracked(name: str, run: BaseOxmlElement) -> BaseOxmlElement:
    made = OxmlElement(name)
    made.set(qn("w:id"), str(90 + (name == "w:ins")))
    made.set(qn("w:author"), "王老师")
    made.set(qn("w:date"), "2024-05-19T09:00:00Z")
    made.append(run)
    return made


def take_back(clerk: Clerk, file: Path, kept: Revisions) -> list[str]:
    """Read the draft back: the first difference is accepted, the second refused. What was shown of them."""
    page = side_page(clerk)
    assert isinstance(page, ExchangePage)
    clerk.click(page.read_button)
    name_file(clerk, file)
    clerk.until(lambda: page.sitting is not None and len(page.result.cards) == 2)
    first, second = page.result.cards
    shown = [card.name.text() for card in page.result.cards]
    clerk.click(first.accept_button)
    clerk.click(second.refuse_button)
    clerk.click(page.result.take_button)
    clerk.see(revisions, kept)
    return shown


def compare(clerk: Clerk, older: int) -> tuple[str, list[str]]:
    """The text sent out beside the one taken over: how much differs, and the lines shown."""
    clerk.click(side_page(clerk).back_button)
    press_button(clerk, agreements.room_of(clerk).editor, "对照")
    page = side_page(clerk)
    assert isinstance(page, ComparePage)
    clerk.until(lambda: page.message.title.text() == "两份文本逐字相同。")
    while not page.choice.boxes[0].hasFocus():
        clerk.press(KEY.Key_Tab)
    for _line in range(agreement_of(clerk).revisions[-1].number - older):
        clerk.press(KEY.Key_Down)
    clerk.until(lambda: page.text.isVisible() and page.compared is not None and page.compared.wish.older == older)
    clerk.press(KEY.Key_F7)
    assert page.bar.where.text() == "1 / 1"
    return page.bar.summary.text(), page.text.toPlainText().splitlines()
