"""What is said of a draft that came back: of each difference, of fields that were touched, of who did it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from exporters.comparison.word_diff import Run, RunKind
from models.imports.returned_docx import ReturnedComment
from models.imports.returned_paragraphs import Beside, BesideKind, TrackedBy
from models.rules.merged_text import FieldChange
from models.rules.returned_changes import ClauseAt, ReturnedChange, ReturnedKind
from models.rules.returned_lines import FixedChange
from resources.languages import translator
from ui.agreements.fact_names import fact_word
from ui.wording.messages import N_

if TYPE_CHECKING:
    from ui.theme import Theme

_KINDS = {
    ReturnedKind.REWORDED: N_("Reworded"),
    ReturnedKind.DELETED: N_("Deleted"),
    ReturnedKind.ADDED: N_("New clause behind it"),
    ReturnedKind.MOVED: N_("Moved"),
}
_BESIDE = {
    BesideKind.FOOTNOTE: N_("Footnote: “{words}”"),
    BesideKind.ENDNOTE: N_("Endnote: “{words}”"),
    BesideKind.TEXT_BOX: N_("Text box: “{words}”"),
    BesideKind.PICTURE: N_("A picture"),
    BesideKind.STRUCK: N_("Struck through by hand, not as a tracked deletion: “{words}”"),
    BesideKind.RUN_ON: N_("Runs on in the paragraph of the text before it"),
    BesideKind.MARGIN: N_("Header or footer: “{words}”"),
}


def kind_words(change: ReturnedChange, language: str) -> str:
    """“Reworded · heading”, “Deleted”; of a text in English that it is that one."""
    _ = translator(language).gettext
    is_reworded = change.kind is ReturnedKind.REWORDED
    parts = [_("Fixed part") if change.only_told and is_reworded else _(_KINDS[change.kind])]
    if is_reworded and change.column.startswith("heading"):
        parts.append(_("heading"))
    if change.column.endswith("_en"):
        parts.append(_("English text"))
    return " · ".join(parts)


def clause_name(change: ReturnedChange, language: str) -> str:
    """“第三条 合作内容”; the recitals have no name of their own."""
    _ = translator(language).gettext
    return ((change.name_en if language == "en" else change.name) or change.name or change.name_en) or _("Recitals")


def remarks(change: ReturnedChange, language: str) -> list[str]:
    """What should be known before it is decided."""
    _ = translator(language).gettext
    said = _moved(change, language)
    if change.gone:
        said.append(_("This clause has been deleted here since the draft went out; the change cannot be taken over."))
    elif change.ours and change.kind is ReturnedKind.DELETED:
        said.append(_("You have changed this clause since the draft went out. Accepting deletes your wording, too."))
    elif change.ours:
        now = _("You have changed this text since the draft went out. Accepting replaces your wording: {text}")
        said.append(now.format(text=change.stored))
    if change.untracked and change.tracked:
        said.append(_("Not all of this was tracked: compare it closely."))
    elif change.untracked:
        said.append(_("This was changed without tracking."))
    said += [field_words(one, language) for one in change.fields]
    return said


def _moved(change: ReturnedChange, language: str) -> list[str]:
    """Where a clause stands now."""
    _ = translator(language).gettext
    if change.kind is not ReturnedKind.MOVED:
        return []
    before, into = (one and _at(one, language) for one in (change.before, change.into))
    if change.only_told:
        told = _("It now stands in “{clause}”, where no clause can stand here; write it there as text if you agree.")
        return [told.format(clause=into)]
    if into and before:
        return [_("It now stands in “{clause}”, before “{before}”.").format(clause=into, before=before)]
    if into:
        return [_("It now stands in “{clause}”, at the end.").format(clause=into)]
    if before:
        return [_("It now stands before “{before}”.").format(before=before)]
    return [_("It now stands at the end of its level.")]


def _at(one: ClauseAt, language: str) -> str:
    return (one.name_en if language == "en" else one.name) or one.name or one.name_en


def beside_words(clause: ClauseAt, beside: Beside, language: str) -> str:
    """A footnote, a text box …, and where it stands."""
    said = translator(language).gettext(_BESIDE[beside.kind]).format(words=_shortened(beside.words, 200))
    return _there(clause, said, language)


def told_comment(clause: ClauseAt, comment: ReturnedComment, language: str) -> str:
    """A comment on a clause that did not change, and where it stands."""
    return _there(clause, comment_words(comment, language), language)


def _there(clause: ClauseAt, said: str, language: str) -> str:
    name = _at(clause, language) or (translator(language).gettext("Recitals") if clause.id else "")
    return (": " if language == "en" else "：").join(filter(None, (name, said)))


def field_words(change: FieldChange, language: str) -> str:
    """A fixed word that was touched all the same."""
    _ = translator(language).gettext
    fact = fact_word(change.fact, language) if "{" not in change.fact else _("A fixed part")
    if change.now is None:
        words = _("{fact} (“{sent}”) stands there no more; accepting takes it out of the clause.")
    elif not change.sent.strip("_"):
        words = _("{fact} was filled in: “{now}”. Enter it where it belongs; the text then shows it everywhere.")
    else:
        words = _("{fact} was “{sent}” and is now “{now}”. It is not taken over; change it where it is entered.")
    said = words.format(fact=fact, sent=change.sent, now=change.now or "")
    return said[:1].upper() + said[1:]


def fixed_words(change: FixedChange, language: str) -> str:
    """A line of the cover, the parties or the places to sign."""
    _ = translator(language).gettext
    if not change.now:
        return _("“{sent}” was taken out").format(sent=change.sent)
    if not change.sent:
        return _("“{now}” was put in").format(now=change.now)
    return _("“{sent}” became “{now}”").format(sent=change.sent, now=change.now)


def who_words(tracked: tuple[TrackedBy, ...]) -> str:
    """“Wang · 2024-05-19”."""
    return ", ".join(dict.fromkeys(" · ".join(filter(None, (one.author, one.at[:10]))) for one in tracked))


def comment_words(comment: ReturnedComment, language: str) -> str:
    """Who says what about which words."""
    _ = translator(language).gettext
    who = " · ".join(filter(None, (comment.author, comment.at[:10])))
    if comment.quote.strip():
        said = _("{who}, about “{quote}”: {words}")
        return said.format(who=who, quote=_shortened(comment.quote.strip()), words=comment.words)
    return _("{who}: {words}").format(who=who, words=comment.words)


def _shortened(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def runs_html(runs: tuple[Run, ...], theme: Theme) -> str:
    """The words with what is new underlined and what is gone struck: to be told apart without colors, too."""
    good, bad = theme.tokens["good"], theme.tokens["bad"]
    said = []
    for run in runs:
        words = escape(run.text).replace("\n", "<br>")
        if run.kind is RunKind.INSERTED:
            words = f'<u style="color: {good}">{words}</u>'
        elif run.kind is RunKind.DELETED:
            words = f'<s style="color: {bad}">{words}</s>'
        said.append(words)
    return "".join(said)
