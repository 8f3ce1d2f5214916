"""The kind that a title speaks of."""

from __future__ import annotations

import pytest

from models.codes import AgendaKind
from models.rules.agenda_kinds import kind_of_title, usual_minutes


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("县领导致辞", AgendaKind.SPEECH),
        ("签约仪式上县委书记致辞", AgendaKind.SPEECH),
        ("签署战略合作框架协议", AgendaKind.SIGNING),
        ("合影留念", AgendaKind.PHOTO),
        ("茶歇", AgendaKind.BREAK),
        ("工作午餐", AgendaKind.MEAL),
        ("报到", AgendaKind.CHECK_IN),
        ("乘车前往会议中心", AgendaKind.TRANSFER),
        ("Group photo", AgendaKind.PHOTO),
        ("Welcome address by the county", AgendaKind.SPEECH),
        ("分组讨论", AgendaKind.EXCHANGE),
        ("", AgendaKind.EXCHANGE),
    ],
)
def test_the_words_of_a_title_tell_its_kind(title: str, kind: AgendaKind):
    assert kind_of_title(title) == kind


def test_every_kind_has_its_usual_minutes():
    assert {usual_minutes(kind) > 0 for kind in AgendaKind} == {True}
