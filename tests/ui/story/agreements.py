"""Three agreements, each from a template of its own; what their texts lack is filled in where it is asked for."""

from __future__ import annotations

from models.agreement_facts import FactKind
from models.snapshots.shapes import AgreementParty, MeetingSnapshot
from tests.ui.story.hands import KEY, Clerk
from ui.agreements.missing_panel import FactLine
from ui.agreements.room import AgreementsRoom

TEMPLATES = ("strategic-framework", "school-enterprise", "joint-base")
PARTIES = (("上党区人民政府", "李强"), ("武汉大学", "梁涛"))
TYPED = {
    FactKind.DATE: "2027-5-20",
    FactKind.NUMBER: "3",
    FactKind.EACH_PARTY: "2",
    FactKind.TEXT: "长治市上党区",
    FactKind.PLAIN: "2027-01",
    FactKind.LIST: "人才引进、成果转化",
    FactKind.PERSON: "王明",
    FactKind.UNIT: "武汉大学",
}


def made(seen: MeetingSnapshot) -> list[tuple[str | None, list[tuple[str, str]]]]:
    """Which template each comes from, and who signs."""
    return [(one.template, [_signing(party) for party in one.parties]) for one in seen.agreements]


def _signing(party: AgreementParty) -> tuple[str, str]:
    assert party.organization is not None and party.signatory is not None
    return party.organization.name.zh, party.signatory.name.zh


def room_of(clerk: Clerk) -> AgreementsRoom:
    """The room, open."""
    room = clerk.window.rooms["agreements"]
    assert isinstance(room, AgreementsRoom) and room.isVisible()
    return room


def draft_three(clerk: Clerk) -> None:
    """The room of the agreements, from the first template to the last fact."""
    clerk.go_to(5)
    clerk.until(lambda: room_of(clerk).list_page.first_button.isVisible())
    clerk.click(room_of(clerk).list_page.first_button)
    clerk.press(KEY.Key_Escape)  # not yet
    for count, template in enumerate(TEMPLATES):
        page = room_of(clerk).list_page
        clerk.click(page.new_button if count else page.first_button)
        draft(clerk, template)
        clerk.see(made, [(each, list(PARTIES)) for each in TEMPLATES[: count + 1]])
        fill_in(clerk)
        clerk.click(room_of(clerk).editor.back_button)


def draft(clerk: Clerk, template: str) -> None:
    """The page of a new agreement: its template, its parties and who signs for them."""
    page = room_of(clerk).new_page
    button = page.choices[template]
    clerk.click(button, button.rect().center() / 2)
    for line, names in zip(page.lines, PARTIES, strict=True):
        for picker, name in zip((line.unit, line.signatory), names, strict=True):
            clerk.click(picker.line)
            clerk.enter(name)
    clerk.click(page.create_button)
    clerk.until(lambda: room_of(clerk).editor.isVisible())


def fill_in(clerk: Clerk) -> None:
    """Answer the panel until nothing is missing that it can ask for."""
    panel = room_of(clerk).editor.missing
    clerk.until(lambda: panel.lines)
    while asked := [line for line in panel.lines if line.fact.place is not None]:
        answer(clerk, asked[0])
        clerk.until(lambda asked=asked: asked[0].fact.name not in [line.fact.name for line in panel.lines])


def answer(clerk: Clerk, line: FactLine) -> None:
    """Type what a fact is, in each language it is asked in."""
    assert line.fact.place is not None
    for field in [*line.lines.values()] or [line.input()]:
        clerk.click(field)
        clerk.enter(TYPED[line.fact.place.kind])
