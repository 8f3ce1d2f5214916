"""What a template or a clause of the library says, to read: its text with the fields in brackets, what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from exporters.documents.words import word
from models.clause_numbers import SIDES
from models.clause_reading import ShownToken
from models.codes import AgreementTier, ClauseKind
from models.rules.clause_text import Token, TokenKind, names_in, tokens
from models.rules.numerals import clause_number, item_number
from models.snapshots.shapes import EMPTY, Bilingual
from models.template_file import LibraryClause
from models.templates import KEYS, AgreementTemplate, OfficeTemplate, TemplateClause, builtin_template
from resources.languages import translator
from ui.agreements.chips import chip_words
from ui.agreements.condition_words import condition_words
from ui.agreements.fact_names import fact_word
from ui.templates.uses_list import UsesList

ASKS_WIDTH = 260


class ReadingPane(QFrame):
    """Shows one template or clause; nothing is edited here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.language = "zh"
        self.heading, self.about, self.text = QLabel(), QLabel(), QTextBrowser()
        self.asks_heading, self.asks, self.uses = QLabel(), QListWidget(), UsesList()
        self.heading.setProperty("role", "heading")
        self.heading.setWordWrap(True)
        self.about.setProperty("role", "small")
        self.about.setWordWrap(True)
        self.asks_heading.setProperty("role", "section")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.asks.setFrameShape(QFrame.Shape.NoFrame)
        self.asks.setWordWrap(True)
        self.asks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.about)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        side = QVBoxLayout()
        side.addWidget(self.asks_heading)
        side.addWidget(self.asks, 1)
        side.addWidget(self.uses, 1)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(ASKS_WIDTH)
        side.setContentsMargins(8, 0, 0, 0)
        row.addWidget(holder)
        layout.addLayout(row, 1)

    def show_template(self, template: AgreementTemplate, own: OfficeTemplate | None) -> None:
        """A whole template."""
        self.uses.hide()
        _ = translator(self.language).gettext
        self.heading.setText(template.plain_title.pick(self.language) or template.key)
        self.about.setText(" · ".join(filter(None, self._about(template, own))))
        self.text.setPlainText("\n".join(_lines(template, self.language)))
        self._ask(template.asks_for(self.language))

    def show_clause(self, one: LibraryClause) -> None:
        """A clause of the library."""
        self.uses.hide()  # until they are read
        _ = translator(self.language).gettext
        self.heading.setText(one.clause.heading.pick(self.language))
        whose = _("Our own clause") if one.own else _("Built into the program")
        self.about.setText(" · ".join(filter(None, (one.variant.pick(self.language), whose))))
        both = (in_brackets(one.clause.body.zh, "zh"), in_brackets(one.clause.body.en, "en"))
        texts = both if self.language == "zh" else reversed(both)
        self.text.setPlainText("\n\n".join(filter(None, texts)))
        alone = AgreementTemplate("library", AgreementTier.PROJECT, 1, EMPTY, EMPTY, (one.clause,))
        self._ask(alone.asks_for(self.language))

    def show_trouble(self, title: str, words: str) -> None:
        """A template that cannot be read."""
        self.uses.hide()
        self.heading.setText(title)
        self.about.setText(words)
        self.text.clear()
        self._ask(())

    def retranslate(self, language: str) -> None:
        """Say everything in another language; what is shown is shown again by the page."""
        self.language = self.uses.language = language
        _ = translator(language).gettext
        self.asks_heading.setText(_("What it asks for"))
        self.asks.setAccessibleName(_("What it asks for"))
        self.text.setAccessibleName(_("Wording of the template"))

    def _about(self, template: AgreementTemplate, own: OfficeTemplate | None) -> Iterator[str]:
        said = translator(self.language)
        _ = said.gettext
        yield word(template.tier, self.language)
        count = len(template.clauses)
        yield said.ngettext("{count} clause", "{count} clauses", count).format(count=count)
        if own is None:
            yield _("Built into the program; copy it to change it")
            return
        yield _("edition {edition}").format(edition=own.edition)
        yield _("copied from “{template}”").format(template=self._title_of(own.based_on)) if own.based_on else ""
        yield own.note

    def _title_of(self, key: str) -> str:
        return builtin_template(key).plain_title.pick(self.language) if key in KEYS else key

    def _ask(self, names: Iterable[str]) -> None:
        said = dict.fromkeys(fact_word(_plain(name), self.language) for name in names)
        self.asks.clear()
        self.asks.addItems(list(said))


def _plain(name: str) -> str:
    return name[:-3] if name[-3:] in ("_zh", "_en") else name


def _lines(template: AgreementTemplate, language: str) -> Iterator[str]:
    articles = annexes = 0
    for clause in template.clauses:
        number = ""
        if clause.kind is ClauseKind.ARTICLE:
            articles += 1
            number = clause_number(articles, language)
        elif clause.kind is ClauseKind.ANNEX:
            annexes += 1
            number = translator(language).gettext("Annex {number}").format(number=annexes)
        yield from _clause_lines(clause, number, language)


def _clause_lines(clause: TemplateClause, number: str, language: str) -> Iterator[str]:
    _ = translator(language).gettext
    heading = "  ".join(filter(None, (number, in_brackets(clause.heading.pick(language), language))))
    told = condition_words(clause.condition, language)
    only = _("stands only if: {condition}").format(condition=told) if told else ""
    if heading or only:
        yield "  ".join(filter(None, (heading, f"［{only}］" if only else "")))
    if clause.body:
        yield in_brackets(clause.body.pick(language), language)
    for place, item in enumerate(clause.items, 1):
        yield f"{item_number(place, language)} {in_brackets(item.body.pick(language), language)}"
    yield ""


def in_brackets(source: str, language: str) -> str:
    """The words with the names of the fields in brackets."""
    sides = Bilingual(SIDES["zh"][0], SIDES["en"][0])
    parts = []
    for token in tokens(source):
        names = names_in(token.inside) if token.kind is TokenKind.FIELD else ()
        if names and names[0].startswith("sides_"):
            parts.append(sides.pick(language))
        elif names:
            parts.append(f"［{fact_word(_plain(names[0]), language)}］")
        else:
            parts.append(_structure(token, language))
    return "".join(parts)


def _structure(token: Token, language: str) -> str:
    """Words as they are; a condition or list with a bracket of its own around what it holds."""
    if token.kind is TokenKind.WORDS:
        return token.text
    said = chip_words(ShownToken(token.kind, token.text), language)
    if token.kind is TokenKind.END:
        return "〕"
    if token.kind in (TokenKind.ELSE, TokenKind.ELIF):
        return f"｜{said}："
    return f"〔{said}：" if token.kind in (TokenKind.IF, TokenKind.FOR) else ""
