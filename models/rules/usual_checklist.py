"""What is usually ticked off before an agreement is signed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from models.codes import AgreementLanguage, ClauseKind
from models.snapshots.shapes import Bilingual


@dataclass(frozen=True, slots=True)
class UsualItem:
    """A line of the checklist. `key` tells it from those of the office's own."""

    key: str
    label: Bilingual


_LEGALITY = UsualItem("legality_review", Bilingual("合法性审查", "Legality review"))
_DECISION = UsualItem("decision", Bilingual("双方内部决策程序", "Internal decisions of the parties"))
_AUTHORIZATION = UsualItem(
    "authorization", Bilingual("授权委托书（非法定代表人签署的）", "Letters of authorization, unless heads sign")
)
_COPIES = UsualItem("copies", Bilingual("份数、页码与骑缝位置核对", "Copies, page numbers and room for seals"))
_ANNEXES = UsualItem("annexes", Bilingual("附件齐备", "Annexes complete"))
_TRANSLATION = UsualItem("translation", Bilingual("中英文文本一致性核对", "Chinese and English texts compared"))


def usual_items(language: AgreementLanguage, kinds: Collection[ClauseKind]) -> tuple[UsualItem, ...]:
    """The usual items for an agreement in a language, with clauses of these kinds."""
    items = [_LEGALITY, _DECISION, _AUTHORIZATION, _COPIES]
    if ClauseKind.ANNEX in kinds:
        items.append(_ANNEXES)
    if language in (AgreementLanguage.SIDE_BY_SIDE, AgreementLanguage.ZH_THEN_EN):
        items.append(_TRANSLATION)
    return tuple(items)
