"""Who signs first: framework, special, project; those of one batch together."""

from __future__ import annotations

from dataclasses import dataclass

from models.codes import AgreementTier
from models.rules.signing_order import counted_tiers, signing_order

FRAMEWORK, SPECIAL, PROJECT = AgreementTier


@dataclass(frozen=True)
class Text:
    """An agreement, as far as its order goes."""

    name: str
    tier: AgreementTier
    batch_id: int | None = None


def names(*texts: Text) -> str:
    return "".join(text.name for text in signing_order(texts))


def test_what_is_more_general_comes_first_and_the_rest_stays_as_it_stood():
    assert names(Text("a", PROJECT), Text("b", FRAMEWORK), Text("c", SPECIAL), Text("d", FRAMEWORK)) == "bdca"


def test_those_of_one_batch_stand_behind_its_first():
    assert names(Text("a", SPECIAL, 1), Text("b", SPECIAL), Text("c", SPECIAL, 2), Text("d", SPECIAL, 1)) == "adbc"


def test_a_batch_of_two_tiers_is_parted():
    assert names(Text("a", PROJECT, 1), Text("b", FRAMEWORK), Text("c", FRAMEWORK, 1)) == "bca"


def test_nothing_has_no_order():
    assert (names(), counted_tiers([])) == ("", {})


def test_tiers_are_counted_in_the_order_of_signing():
    given = [Text("a", PROJECT), Text("b", SPECIAL), Text("c", PROJECT)]
    assert list(counted_tiers(given).items()) == [(SPECIAL, 1), (PROJECT, 2)]
