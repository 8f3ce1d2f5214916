"""The plan: who is new, who is known, who is on the list, and what is left to the user."""

from __future__ import annotations

import pickle

from models.imports.known_people import KnownPeople, KnownPerson
from models.imports.plan import Action, Candidate, Difference, PlanRow
from models.imports.plan_import import plan_import
from models.imports.tables import RowKind
from tests.models.imports.slips import (
    MEETING,
    OTHER_PHONE,
    PHONE,
    acts,
    file_of,
    knowing,
    noted,
    on_list,
    person,
    planned,
    post,
    slip,
)

NEW = ("add", [])


def test_somebody_new_is_added_with_the_notes_of_the_reader():
    row = slip(phone=PHONE, notes=(noted("phone_doubtful"),))
    assert planned(row) == (PlanRow(0, "回执.xlsx", row, Action.ADD, row.notes),)


def test_rows_that_name_nobody_are_refused():
    refused = slip("", kind=RowKind.REFUSED, notes=(noted("not_a_name"),), remarks="x")
    assert acts(planned(refused, slip("", phone=PHONE))) == [("refuse", ["not_a_name"]), ("refuse", ["no_name"])]


def test_the_same_name_with_the_same_phone_or_unit_is_the_same_person():
    known = knowing(person(1, "梁涛", post(), phone=PHONE), listed=[on_list()])
    by_phone, by_unit = slip(phone=PHONE), slip(organization="武大")
    assert acts(planned(by_phone, known=known)) == [("same", [])]
    assert acts(planned(by_unit, known=known)) == [("same", [])]


def test_somebody_known_who_is_not_on_the_list_is_added_as_the_one_known():
    known = knowing(person(1, "梁涛", post(title_zh="教授"), phone=PHONE))
    (row,) = planned(slip(phone=PHONE, title_zh="院长", arrival="2024-05-20"), known=known)
    title = Difference("title_zh", "教授", "院长")
    taken = Candidate("梁涛", "武汉大学", "教授", "138****5678", ("name_and_phone",), person_id=1, differences=(title,))
    assert (row.action, row.candidate, row.candidates) == (Action.ADD, taken, (taken,))
    assert row.reasons == (noted("known_person", name="梁涛", post="武汉大学 教授", count=1),)


def test_what_differs_is_an_update_field_by_field():
    stored = {"arrival": "2024-05-19", "remarks": "带车"}
    known = knowing(person(1, "梁涛", post(title_zh="教授"), phone=PHONE), listed=[on_list(values=stored)])
    row = slip(
        phone=PHONE, organization="武汉大学", title_zh="教授", arrival="2024-05-20", remarks="素食", email="l@w.cn"
    )
    (made,) = planned(row, known=known)
    assert (made.action, made.candidate and made.candidate.differences) == (
        Action.UPDATE,
        (
            Difference("arrival", "2024-05-19", "2024-05-20"),
            Difference("remarks", "带车", "带车；素食"),
            Difference("email", "", "l@w.cn"),
        ),
    )


def test_the_same_name_alone_is_a_doubt_never_a_merge():
    known = knowing(person(phone=PHONE), listed=[on_list()])
    (row,) = planned(slip(title_zh="教授"), known=known)
    assert (row.action, row.candidate) == (Action.DOUBT, None)
    assert row.reasons == (noted("same_name_only", name="梁涛", post="", count=1),)
    assert [candidate.attendance_id for candidate in row.candidates] == [10]


def test_a_namesake_told_apart_by_phone_or_unit_is_somebody_new():
    known = knowing(person(1, "梁涛", post(1)), person(2, "王伟", phone=PHONE))
    rows = planned(slip(organization="上党区农业农村局"), slip("王伟", phone=OTHER_PHONE), known=known)
    assert acts(rows) == [("add", ["namesake"])] * 2


def test_another_mobile_number_at_the_same_unit_is_a_doubt():
    known = knowing(person(1, "梁涛", post(), phone=PHONE))
    assert acts(planned(slip(organization="武汉大学", phone=OTHER_PHONE), known=known)) == [("doubt", ["other_phone"])]


def test_a_similar_unit_or_another_department_is_a_doubt():
    known = knowing(person(1, "梁涛", post(2)), person(2, "王伟", post(1, department="法学院")))
    rows = planned(
        slip(organization="农业农村局"), slip("王伟", organization="武汉大学", department="文学院"), known=known
    )
    assert acts(rows) == [("doubt", ["similar_unit"]), ("doubt", ["other_department"])]


def test_a_unit_that_is_known_more_exactly_is_not_written_over():
    known = knowing(
        person(1, "梁涛", post(2)), person(2, "王伟", post(1)), units={1: ("财政局",), 2: ("上党区财政局",)}
    )
    less, more = planned(slip(organization="财政局"), slip("王伟", organization="上党区财政局"), known=known)
    assert acts((less, more)) == [("doubt", ["similar_unit"])] * 2
    assert [row.candidates[0].differences for row in (less, more)] == [
        (),
        (Difference("organization", "财政局", "上党区财政局"),),
    ]


def test_an_office_is_known_by_its_short_name_and_only_at_its_own_place():
    units = {1: ("云岭县工业和信息化局",), 2: ("云岭县卫健局",)}
    people = (person(1, "梁涛", post(1)), person(2, "王伟", post(2)))
    known = knowing(*people, units=units, listed=[on_list(10, 1), on_list(20, 2)])
    rows = planned(
        slip(organization="云岭县工信局"),
        slip(organization="青川县工信局"),
        slip("王伟", organization="云岭县卫生健康委员会"),
        slip("李静", organization="青川县科技局"),
        slip("李静", organization="青川县科学技术局"),
        known=known,
    )
    told = [["namesake"], ["similar_unit"], [], ["earlier_row"]]
    assert acts(rows) == [("same", []), *zip(("add", "doubt", "add", "same"), told, strict=True)]


def test_unit_and_department_in_one_word_are_the_same_place():
    known = knowing(person(1, "梁涛", post(1, department="法学院")), listed=[on_list()])
    assert acts(planned(slip(organization="武大法学院"), known=known)) == [("same", [])]


def test_a_department_that_became_a_unit_of_its_own_is_the_same_place():
    units = {1: ("上党区人民政府", "上党区"), 2: ("上党区科学技术局",)}
    known = knowing(person(1, "梁涛", post(1, department="科学技术局")), units=units, listed=[on_list()])
    assert acts(planned(slip(organization="上党区科学技术局"), known=known)) == [("same", [])]


def test_look_alikes_with_the_same_phone_or_unit_are_doubts():
    known = knowing(person(1, "侯亮", phone=PHONE), person(2, "张炜", post(1)), person(3, "李静", post(1)))
    rows = planned(
        slip("候亮", phone=PHONE),
        slip("张伟", organization="武汉大学"),
        slip("李敬", organization="武汉大学"),
        slip("李净", organization="别处"),
        known=known,
    )
    assert acts(rows) == [("doubt", ["looks_alike"]), ("doubt", ["looks_alike"]), ("doubt", ["sounds_alike"]), NEW]


def test_one_character_apart_with_the_same_phone_is_a_doubt_and_other_names_only_share_it():
    known = knowing(person(1, "张伟民", phone=PHONE), person(2, "周敏", phone=OTHER_PHONE))
    rows = planned(slip("张为国", phone=OTHER_PHONE), slip("张韦民", phone=PHONE), known=known)
    assert acts(rows) == [("add", ["shared_phone"]), ("doubt", ["sounds_alike"])]
    assert acts(planned(slip("张伟明", phone=PHONE), known=known)) == [("doubt", ["one_character"])]


def test_an_identity_number_settles_it():
    known = knowing(person(1, "梁涛", phone=PHONE, id_number="11010519491231002X"))
    same = slip(phone=OTHER_PHONE, id_number="11010519491231002x")
    assert acts(planned(same, known=known)) == [("add", ["known_person"])]
    other = slip(phone=PHONE, id_number="110105194912310038")
    assert acts(planned(other, known=known)) == [("doubt", ["other_id"])]


def test_the_identity_number_of_somebody_else_is_a_doubt_and_is_told_without_it():
    known = knowing(person(1, "梁涛", phone=PHONE, id_number="11010519491231002X"))
    (row, again) = planned(
        slip("周敏", id_number="11010519491231002x"), slip("吴静", id_number="11010519491231002X"), known=known
    )
    assert acts((row, again)) == [("doubt", ["same_id"])] * 2
    assert (row.reasons[0].values, row.candidates[0].reasons) == (
        {"name": "梁涛", "post": "", "count": 1},
        ("same_id",),
    )
    assert [one.name for one in again.candidates] == ["梁涛", "周敏"]


def test_other_names_and_english_names_are_known():
    known = knowing(KnownPerson(1, {"name_zh": "梁永民", "name_en": "Liang Yongmin"}, (post(),), ("梁勇民",)))
    alias, english = slip("梁勇民", organization="武汉大学"), slip("", name_en="LIANG Yongmin", organization="武汉大学")
    for row in (alias, english):
        (made,) = planned(row, known=known)
        assert (made.action, made.candidate and made.candidate.differences) == (Action.ADD, ())


def test_two_known_who_both_fit_are_a_doubt():
    known = knowing(person(1, "梁涛", phone=PHONE), person(2, "梁涛", post()))
    (row,) = planned(slip(phone=PHONE, organization="武汉大学"), known=known)
    assert (row.action, row.reasons[0].code, [one.person_id for one in row.candidates]) == (
        Action.DOUBT,
        "several_known",
        [1, 2],
    )


def test_a_row_like_an_earlier_one_is_no_second_person():
    first, again = slip(phone=PHONE, title_zh="教授"), slip(row=7, phone=PHONE, title_zh="院长")
    rows = planned(first, again, slip(row=9, phone=PHONE))
    assert acts(rows) == [NEW, ("update", ["earlier_row"]), ("same", ["earlier_row"])]
    assert rows[1].candidate == Candidate(
        "梁涛", "", "教授", "138****5678", ("name_and_phone",), row_key=0,
        differences=(Difference("title_zh", "教授", "院长"),),
    )  # fmt: skip
    assert [row.reasons[-1] for row in rows[1:]] == [
        noted("earlier_row", place="回执.xlsx › Sheet1 › 5"),
        noted("earlier_row", place="回执.xlsx › Sheet1 › 5"),
    ]


def test_a_row_like_one_in_doubt_is_in_doubt_itself():
    known = knowing(person())
    rows = planned(slip(phone=PHONE), slip(row=5, phone=PHONE), known=known)
    assert acts(rows) == [("doubt", ["same_name_only"]), ("doubt", ["like_doubtful_row"])]
    assert [(one.row_key, one.person_id) for one in rows[1].candidates] == [(0, None), (None, 1)]


def test_a_row_that_was_struck_out_waits_for_the_user():
    rows = planned(slip(struck=True, notes=(noted("row_struck"),)))
    assert acts(rows) == [("doubt", ["row_struck"])]


def test_a_slip_confirms_who_was_invited_and_asks_about_who_declined():
    people = [person(1, "梁涛", phone=PHONE), person(2, "王伟", phone=OTHER_PHONE)]
    listed = [on_list(10, 1, values={"reply": ""}), on_list(11, 2, values={"reply": "declined"})]
    rows = planned(slip(phone=PHONE), slip("王伟", phone=OTHER_PHONE), known=knowing(*people, listed=listed))
    assert acts(rows) == [("same", ["slip_confirms"]), ("update", [])]
    assert rows[1].candidate and rows[1].candidate.differences == (Difference("reply", "declined", "confirmed"),)


def test_words_that_stand_for_unit_and_title_at_this_meeting_are_compared():
    known = knowing(person(1, "梁涛", post(title_zh="教授")), listed=[on_list(unit="武汉大学工会", title_zh="代表")])
    assert acts(planned(slip(organization="武汉大学工会", title_zh="代表"), known=known)) == [("same", [])]


def test_a_file_that_is_there_twice_is_read_once():
    rows = (slip(phone=PHONE),)
    plan = plan_import(
        [file_of(*rows, name="a.xlsx", sha256="1"), file_of(*rows, name="b.xlsx", sha256="1")],
        KnownPeople(MEETING, kept_slips={"1": "旧.xlsx"}),
        refused_files=[("c.pdf", noted("slip_pdf"))],
    )
    assert (acts(plan.rows), [file.book.name for file in plan.files]) == ([NEW], ["a.xlsx"])
    assert plan.refused_files == (
        ("c.pdf", noted("slip_pdf")),
        ("b.xlsx", noted("file_twice", file="b.xlsx", first="a.xlsx")),
    )
    assert plan.notes == (noted("imported_before", file="a.xlsx"),)
    known = KnownPeople(MEETING, kept_slips={"1": "a.xlsx", "2": "b.xlsx"})
    both = plan_import([file_of(name="a.xlsx", sha256="1"), file_of(name="b.xlsx", sha256="2")], known)
    assert both.notes == (noted("several_imported_before", file="a.xlsx", count=2),)


def test_ten_thousand_of_one_name_are_planned_all_the_same():
    rows = [slip("王伟", row=number, phone=f"138{number:08d}") for number in range(10_000)]
    plan = plan_import([file_of(*rows)], KnownPeople(MEETING))
    assert plan.counts() == {**dict.fromkeys(Action, 0), Action.ADD: 10_000}


def test_what_is_known_and_the_plan_travel_between_processes():
    known = knowing(person(1, "梁涛", post(), phone=PHONE), listed=[on_list()])
    plan = plan_import([file_of(slip(phone=PHONE))], pickle.loads(pickle.dumps(known)))
    assert pickle.loads(pickle.dumps(plan)) == plan
