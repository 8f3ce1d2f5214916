"""The words of one paper in one language, and what had to be borrowed from the other."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from exporters.blocks import DraftNote
from exporters.documents.words import word
from models.codes import DatePrecision, Qualifier
from models.rules.dates import format_date, format_time_range, format_weekday
from models.rules.masking import mask_email, mask_id, mask_numbers, mask_phone
from models.rules.numerals import count_with_qualifier, plain_number
from models.rules.person_names import spaced_for_print
from models.snapshots.shapes import Bilingual, PersonName
from resources.languages import translator

BORROWED_SHOWN = 20  # a proof names this many borrowed texts; a longer list is read in the checks


class Phrasebook:
    """Speaks one language for one paper. What it lacks it borrows visibly: the draft's notes list it.

    Spellings of names that pinyin stands in for are not marked in the text, so that a draft and the final paper say
    the same; `draft_notes` lists them too.
    """

    def __init__(self, language: str, *, unmasked: bool = False) -> None:
        self.language = language
        self.unmasked = unmasked
        self._catalog = translator(language)
        self._borrowed: dict[str, None] = {}
        self._proposed: dict[str, None] = {}

    def _(self, message: str, **values: object) -> str:
        """The message in this language, filled."""
        return self._catalog.gettext(message).format(**values)

    def n_(self, singular: str, plural: str, count: int, **values: object) -> str:
        """The message for this number, filled; the number is {count}."""
        return self._catalog.ngettext(singular, plural, count).format(count=self.number(count), **values)

    def text(self, words: Bilingual) -> str:
        """The text in this language, or the other one's."""
        if words.lacks(self.language):
            self._borrowed[words.pick(self.language)] = None
        return words.pick(self.language)

    def name(self, name: PersonName, *, spaced: bool = False) -> str:
        """A person's name; `spaced` for columns on Chinese paper (王　明)."""
        chosen = name.pick(self.language)
        if self.language == "en" and name.en_proposed:
            self._proposed[f"{name.en} ({name.zh})"] = None
        return spaced_for_print(chosen) if spaced and self.language == "zh" else chosen

    def word(self, code: StrEnum) -> str:
        """A code in words."""
        return word(code, self.language)

    def join(self, parts: Iterable[str]) -> str:
        """The parts that say something, as a list within a line."""
        return ("、" if self.language == "zh" else ", ").join(part for part in parts if part)

    def clauses(self, parts: Iterable[str]) -> str:
        """The parts that say something, set apart by commas."""
        return ("，" if self.language == "zh" else ", ").join(part for part in parts if part)

    def sentences(self, parts: Iterable[str]) -> str:
        """The parts that say something, set apart by semicolons; after a full stop nothing more is needed."""
        told = [part for part in parts if part]
        mark, stop, gap = ("；", "。", "") if self.language == "zh" else ("; ", ".", " ")
        ends = [gap if part.endswith(stop) else mark for part in told[:-1]]
        return "".join(part + end for part, end in zip(told, [*ends, ""], strict=True)) if told else ""

    def joined_title(self, meeting: str, paper: str) -> str:
        """The title of a file: 座谈会议程 / Symposium – Agenda."""
        if self.language == "zh":
            return meeting + paper
        return " – ".join(part for part in (meeting, paper) if part)

    def quoted(self, title: str) -> str:
        """The title of a text: 《合作协议》; English leaves it as it is."""
        return f"《{title}》" if title and self.language == "zh" and not title.startswith("《") else title

    def opened(self, text: str) -> str:
        """The text as it opens a line or cell: with a capital letter in English."""
        small = text[:1].islower() and not text[1:2].isupper()  # pH and iFlytek stay
        return text[:1].upper() + text[1:] if self.language == "en" and small else text

    def inside(self, text: str) -> str:
        """A common word as it stands inside a line: without its capital letter in English."""
        plain = self.language == "en" and not text[1:2].isupper()  # CPC stays
        return text[:1].lower() + text[1:] if plain else text

    def headed(self, label: str, text: str) -> str:
        """A text behind its label: A线：中益机械 / Route A: Zhongyi Machinery."""
        if not label or not text:
            return label or text
        return f"{label}：{text}" if self.language == "zh" else f"{label}: {text}"

    def bracketed(self, text: str) -> str:
        """The text in the brackets of the language; nothing for nothing."""
        if not text:
            return ""
        return f"（{text}）" if self.language == "zh" else f" ({text})"

    def number(self, value: int | Decimal) -> str:
        """A number as the language writes it."""
        return plain_number(value, self.language)

    def count(self, value: int | Decimal | None, qualifier: Qualifier, unit: str) -> str:
        """A count with its qualifier: 60余项 / more than 60 projects."""
        return count_with_qualifier(value, qualifier, unit, self.language)

    def day(self, day: date | None, precision: DatePrecision = DatePrecision.DAY) -> str:
        """A date; nothing for an unknown one."""
        return format_date(day, self.language, precision)

    def date_with_weekday(self, day: date) -> str:
        """2024年5月20日（星期一） / Monday, 20 May 2024."""
        weekday, text = format_weekday(day, self.language), self.day(day)
        return f"{text}（{weekday}）" if self.language == "zh" else f"{weekday}, {text}"

    def hours(self, start: time | None, end: time | None) -> str:
        """09:00–09:30, or what is known of it."""
        return format_time_range(start, end)

    def minutes(self, minutes: int | None) -> str:
        """How long something takes; nothing where unknown."""
        return self.n_("{count} minute", "{count} minutes", minutes) if minutes is not None else ""

    def phone(self, number: str) -> str:
        """A phone number, masked unless the paper was asked for in full."""
        return number if self.unmasked else mask_phone(number)

    def email(self, address: str) -> str:
        """An e-mail address, masked like a phone number."""
        return address if self.unmasked else mask_email(address)

    def identity_number(self, number: str) -> str:
        """An identity number, masked like a phone number."""
        return number if self.unmasked else mask_id(number)

    def free_words(self, text: str) -> str:
        """Words somebody wrote, without the numbers of people that may stand in them."""
        return text if self.unmasked else mask_numbers(text)

    def remarks(self, text: Bilingual) -> str:
        """Remarks in the language of the paper, masked before their missing English is told of."""
        return self.text(Bilingual(self.free_words(text.zh), self.free_words(text.en)))

    def yes_or_no(self, answer: bool | None) -> str:
        """是 / Yes; nothing where nobody has said."""
        return "" if answer is None else self._("Yes") if answer else self._("No")

    def draft_notes(self) -> tuple[DraftNote, ...]:
        """What a proof-reader must look at: names spelled by pinyin, texts borrowed from the other language."""
        notes = []
        if self._proposed:
            notes.append(
                self._(
                    "English spelling proposed by pinyin, to be confirmed: {names}", names=self._some(self._proposed)
                )
            )
        if self._borrowed:
            notes.append(self._("No English text yet, printed in Chinese: {texts}", texts=self._some(self._borrowed)))
        return tuple(DraftNote(note) for note in notes)

    def _some(self, texts: Iterable[str]) -> str:
        listed = list(texts)
        more = len(listed) - BORROWED_SHOWN
        rest = self.n_("and {count} more", "and {count} more", more) if more > 0 else ""
        return self.sentences((*listed[:BORROWED_SHOWN], rest))
