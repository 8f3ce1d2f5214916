"""What is said of an agreement's way: its steps and what each asks, drift in plain words, what a revision is."""

from __future__ import annotations

from datetime import date
from functools import partial

from exporters.documents.words import word
from models.agreement_drift import Drift, masked
from models.checks.lifecycle import signatory_of
from models.codes import AgreementStatus, KeptFileKind, RevisionKind
from models.final_texts import final_revision
from models.rules.agreement_steps import REASONED, REVIEW_MARKS, Step
from models.snapshots.shapes import Agreement, MeetingSnapshot, Revision
from resources.languages import translator
from ui.agreements.step_form import Answers, Asked, Form
from ui.wording.messages import N_
from ui.wording.values import variable_word

STEP_WORDS = {
    Step.SEND: N_("Send to review…"),
    Step.WITHDRAW: N_("Back to draft"),
    Step.FINALIZE: N_("Make final…"),
    Step.REOPEN: N_("Open again…"),
    Step.SIGN: N_("Enter the signing…"),
    Step.ARCHIVE: N_("Archive…"),
    Step.TAKE_BACK: N_("Take the step back…"),
}
_EXPLAINED = {
    Step.SEND: N_("The text goes round for review. It is kept as a revision, and the usual checklist is made."),
    Step.FINALIZE: N_(
        "The text is frozen: papers print it from now on, whatever changes in templates, people or units. It can be "
        "opened again, with a reason."
    ),
    Step.REOPEN: N_(
        "The agreement becomes a draft and prints what the records say now. The frozen text stays among the revisions; "
        "the reason is kept."
    ),
    Step.SIGN: N_("The paper has been signed. From now on its text is not opened any more."),
    Step.ARCHIVE: N_("The signed paper lies in the archive."),
    Step.TAKE_BACK: N_("Only for a step that was taken by mistake. The reason is kept."),
}


def state_words(agreement: Agreement, language: str) -> str:
    """“Under review · draft for comment”, “Final text · v3”."""
    revision = final_revision(agreement)
    mark = word(agreement.mark, language) if agreement.status is AgreementStatus.UNDER_REVIEW else ""
    return " · ".join(filter(None, (word(agreement.status, language), mark, f"v{revision.number}" if revision else "")))


def drift_words(agreement: Agreement, drift: Drift, language: str) -> str:
    """“李强的职务已改为“书记”；协议仍写“副书记””."""
    _ = translator(language).gettext
    shown = masked(drift)
    now, frozen = shown.now.pick(language), shown.frozen.pick(language)
    party = signatory_of(agreement, drift)
    name = party.signatory.name.pick(language) if party and party.signatory else ""
    values = {"person": name, "fact": variable_word(drift.name, language), "now": now, "frozen": frozen}
    if name and now and frozen:
        said = _("The post of {person} has become “{now}”; the agreement still says “{frozen}”.")
    elif not now:
        said = _("{fact}: nothing is entered any more; the agreement still says “{frozen}”.")
    elif not frozen:
        said = _("{fact} is “{now}” by now; the agreement has nothing there.")
    else:
        said = _("{fact} has become “{now}”; the agreement still says “{frozen}”.")
    words = said.format(**values)
    return words[:1].upper() + words[1:]


def revision_kind(agreement: Agreement, revision: Revision, language: str) -> str:
    """Why it was kept; whether papers print it."""
    _ = translator(language).gettext
    if revision.kind is not RevisionKind.FINAL:
        return word(revision.kind, language)
    return _("Final, in force") if final_revision(agreement) is revision else _("Final, not in force")


def form_of(step: Step, snapshot: MeetingSnapshot, agreement: Agreement, language: str, number: str = "") -> Form:
    """What a step asks. `number`: the archive number that is proposed where none is entered."""
    _ = translator(language).gettext
    words = _(STEP_WORDS[step]).rstrip("…")
    notes = _before_final(agreement, language) if step is Step.FINALIZE else ()
    asked = _asked(step, snapshot, agreement, language, number)
    remarks = partial(_remarks, step, agreement, language)
    return Form(words, _(_EXPLAINED[step]), words, asked, notes, remarks)


def _remarks(step: Step, agreement: Agreement, language: str, answers: Answers) -> tuple[str, ...]:
    """What looks like a slip in the days that are entered, and the scan that an archived paper should have."""
    _ = translator(language).gettext
    day = date.fromisoformat(answers["day"]) if answers.get("day") else None
    told = []
    if day is not None and day > date.today():
        told.append(_("This day lies in the future."))
    if step is Step.ARCHIVE:
        if day is not None and agreement.signed_on is not None and day < agreement.signed_on:
            told.append(_("This is before the day of signing, {day}.").format(day=agreement.signed_on.isoformat()))
        if not any(one.kind is KeptFileKind.SCAN for one in agreement.attachments):
            told.append(_("No scan of the signed paper is kept yet; add it under “Archive and scans”."))
    return tuple(told)


def _asked(
    step: Step, snapshot: MeetingSnapshot, agreement: Agreement, language: str, number: str
) -> tuple[Asked, ...]:
    _ = translator(language).gettext
    if step in REASONED:
        return (Asked("reason", _("Reason"), needed=True),)
    if step is Step.SEND:
        return (Asked("mark", _("Mark"), REVIEW_MARKS[0].value, choices=_marks(language)), Asked("note", _("Note")))
    if step is Step.SIGN:
        return (Asked("day", _("Signed on"), _signing_day(snapshot, agreement), day=True, needed=True),)
    if step is Step.ARCHIVE:
        today = date.today().isoformat()
        asked = Asked("number", _("Archive number"), agreement.archive_number or number)
        return (Asked("day", _("Archived on"), today, day=True, needed=True), asked)
    return (Asked("note", _("Note")),)


def _marks(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((mark.value, word(mark, language)) for mark in REVIEW_MARKS)


def _signing_day(snapshot: MeetingSnapshot, agreement: Agreement) -> str:
    day = agreement.signed_on or snapshot.meeting.starts_on
    return day.isoformat() if day else ""


def _before_final(agreement: Agreement, language: str) -> tuple[str, ...]:
    """What should be looked at before the text is frozen."""
    _ = translator(language).gettext
    still = [item.label.pick(language) for item in agreement.checklist if not item.done]
    between = "、" if language == "zh" else ", "
    return tuple(
        filter(
            None,
            (
                _("Not ticked off yet: {items}").format(items=between.join(still)) if still else "",
                "" if agreement.approvals else _("No approval is entered yet."),
            ),
        )
    )
