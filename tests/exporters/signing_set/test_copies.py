"""Who keeps how many copies: the numbers of the copies clause, or a clear refusal."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exporters.signing_set.copies import MOST_COPIES, Copies, copies_plan
from models.errors import KnownError
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Agreement
from tests.sample_meetings import sample_meetings
from tests.sample_snapshots import agreement, party, snapshot

NO = {"originals": None}


def plan(*kept: dict[str, Any], **changes: Any) -> Copies:
    """The copies of an agreement between parties that keep these."""
    return copies_plan(agreement(parties=tuple(party(**{"originals": 2} | one) for one in kept), **changes))


def kept(copies: Copies) -> list[tuple[int | None, int, int, int, int]]:
    return [(k.party, k.originals, k.originals_after, k.duplicates, k.duplicates_after) for k in copies.keepers]


def test_every_party_keeps_its_own_number_and_copies_are_numbered_through() -> None:
    copies = plan({}, {"originals": 3}, {"duplicates": 1}, originals=8, duplicates=1, filing_copies=1)
    assert kept(copies) == [(0, 2, 0, 0, 0), (1, 3, 2, 0, 0), (2, 2, 5, 1, 0), (None, 1, 7, 0, 1)]
    assert (copies.originals, copies.duplicates, copies.assumed) == (8, 1, False)
    assert [keeper.keeps is None for keeper in copies.keepers] == [False, False, False, True]


def test_total_follows_from_the_parties_where_it_is_not_stated() -> None:
    assert plan({}, {"originals": 1}, filing_copies=2).originals == 5


def test_stated_total_is_shared_evenly() -> None:
    copies = plan(NO, NO, originals=5, duplicates=4, filing_copies=1)
    assert kept(copies) == [(0, 2, 0, 2, 0), (1, 2, 2, 2, 2), (None, 1, 4, 0, 4)]


def test_witness_keeps_copies_after_the_parties_wherever_it_is_listed() -> None:
    witness = {"is_witness": True, "originals": 1}
    assert kept(plan({}, witness, {}, originals=5)) == [(0, 2, 0, 0, 0), (1, 2, 2, 0, 0), (None, 1, 4, 0, 0)]
    assert kept(plan({}, witness | NO, {})) == [(0, 2, 0, 0, 0), (1, 2, 2, 0, 0)]


def test_party_that_keeps_nothing_is_no_keeper() -> None:
    assert kept(plan({}, {"originals": 0}, {})) == [(0, 2, 0, 0, 0), (2, 2, 2, 0, 0)]


def test_one_copy_for_each_party_where_nothing_is_told() -> None:
    copies = plan(NO, NO, NO | {"is_witness": True})
    assert (kept(copies), copies.originals, copies.assumed) == ([(0, 1, 0, 0, 0), (1, 1, 1, 0, 0)], 2, True)


@pytest.mark.parametrize(
    ("numbers", "changes", "code", "values"),
    [
        (({}, {}), {"originals": 5}, "copies_wrong_sum", {"stated": 5, "kept": 4}),
        (({}, {}), {"originals": 4, "filing_copies": 1}, "copies_wrong_sum", {"stated": 4, "kept": 5}),
        (({}, NO), {"originals": 4}, "copies_not_told", {}),
        (({}, NO), {}, "copies_not_told", {}),
        ((NO, NO), {"originals": 5}, "copies_not_told", {}),
        (({}, {"originals": -1}), {}, "copies_not_told", {}),
        (({"originals": 0}, {"originals": 0}), {}, "copies_not_told", {}),
        (({"originals": 0, "duplicates": 1}, {"originals": 0}), {"originals": 0}, "copies_not_told", {}),
        (({}, {}), {"duplicates": 1}, "duplicates_wrong_sum", {"stated": 1, "kept": 0}),
        (({"duplicates": 2}, {}), {"duplicates": 1}, "duplicates_wrong_sum", {"stated": 1, "kept": 2}),
        (({"originals": 200}, {}), {}, "too_many_copies", {"copies": 202, "most": MOST_COPIES}),
    ],
)
def test_numbers_that_do_not_agree_are_refused(
    numbers: tuple[dict[str, Any], ...], changes: dict[str, Any], code: str, values: dict[str, int]
) -> None:
    with pytest.raises(KnownError) as caught:
        plan(*numbers, **changes)
    assert (caught.value.code, caught.value.values) == (code, {"agreement": "战略合作框架协议"} | values)


def test_copies_of_the_sample_agreements_add_up() -> None:
    signed = sample_meetings()["demo-full"].agreements
    plans = [copies_plan(one) for one in signed]
    assert [copies.originals for copies in plans] == [4, 6, 5, 5, 4, 4, 4, 3, 3, 3, 5, 4]
    assert [sum(keeper.originals for keeper in copies.keepers) for copies in plans] == [one.originals for one in signed]
    assert [copies.duplicates for copies in plans] == [2, *[0] * 11]


def stated(signed: Agreement) -> tuple[int, ...]:
    """What the copies clause can say: the total, what each party keeps, the witnesses together, the files."""
    values = agreement_values(snapshot(agreements=(signed,)), signed)
    figures, parties = values["agreement"], values["parties"]
    assert isinstance(figures, dict) and isinstance(parties, list)
    each = [figures.get("copies_each", one.get("originals", -1)) for one in parties]
    return figures.get("copies_total", -1), *each, figures.get("witness_copies", 0), figures.get("filing_copies", 0)


def planned(copies: Copies, parties: int) -> tuple[int, ...]:
    """The same figures, counted in the signing set."""
    own = {keeper.party: keeper.originals for keeper in copies.keepers}
    witnesses = sum(k.originals for k in copies.keepers if k.party is None and k.keeps is not None)
    filed = sum(k.originals for k in copies.keepers if k.keeps is None)
    return copies.originals, *(own.get(place, 0) for place in range(parties)), witnesses, filed


def test_witness_without_a_number_has_the_even_share_in_the_clause_too() -> None:
    three = tuple(party(originals=None, is_witness=witness) for witness in (False, False, True))
    assert stated(agreement(parties=three, originals=6)) == (6, 2, 2, 2, 0)


COUNT = some.none() | some.integers(0, 3)


@given(some.none() | some.integers(1, 15), some.lists(COUNT, max_size=4), some.lists(COUNT, max_size=2), COUNT)
def test_clause_states_what_the_set_holds(
    total: int | None, parties: list[int | None], witnesses: list[int | None], filing: int | None
) -> None:
    keepers = [party(originals=one) for one in parties] + [party(originals=one, is_witness=True) for one in witnesses]
    signed = agreement(parties=tuple(keepers), originals=total, filing_copies=filing)
    try:
        copies = copies_plan(signed)
    except KnownError:
        if not any(one is not None for one in parties):  # no even share, since nobody keeps it
            assert stated(signed)[1:-2] == (-1,) * len(parties)
        return
    if not copies.assumed:
        assert stated(signed) == planned(copies, len(parties))
