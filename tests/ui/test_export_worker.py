"""The worker's side, run here on a pipe of our own: what it answers to every kind of job."""

from __future__ import annotations

import threading
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from exporters.paper import Notice
from models.codes import ClauseKind
from models.errors import KnownError
from models.snapshots.shapes import Clause
from tests import sample_snapshots as make
from ui.export_worker import Asks, Choice, Done, Existing, Failed, Go, HungUpError, Job, Noted, Progress, answer

MEETING = make.snapshot(attendees=(make.attendee(),), agenda=(make.agenda_item(),))
AGENDA = Choice("agenda", "pdf", "zh")
CLAUSE = Clause(
    1, ClauseKind.ARTICLE, "scope", "", make.both("范围", "Scope"), make.both("双方合作。", "We cooperate.")
)
NOTHING = Choice("itinerary", "pdf", "zh")


def job(folder: Path, *choices: Choice) -> Job:
    """A job in both languages."""
    return Job(7, MEETING, (make.options("zh"), make.options("en")), str(folder), choices)


@pytest.fixture
def pipe():
    here, there = Pipe()
    with here, there:
        yield here, there


def run(pipe: tuple[Connection, Connection], asked: Job) -> list[object]:
    """All progress, then the answer."""
    here, there = pipe
    heard: list[object] = []
    thread = threading.Thread(target=lambda: there.send(answer(asked, there)))
    thread.start()
    while not heard or not isinstance(heard[-1], Done | Failed):
        heard.append(here.recv())
        if isinstance(heard[-1], Progress) and heard[-1].saving:
            here.send(Go())
    thread.join()
    return heard


def test_chosen_papers_are_made_then_saved(pipe, tmp_path: Path):
    file = str(tmp_path / "20_agenda_shangdang_zh.pdf")
    assert run(pipe, job(tmp_path, AGENDA)) == [
        Progress(7, 0, 1, document="agenda"),
        Progress(7, 1, 1, saving=True),
        Done(7, str(tmp_path), (file,), ()),
    ]
    assert Path(file).read_bytes().startswith(b"%PDF")


def test_no_file_is_touched_before_the_window_says_so(pipe, tmp_path: Path):
    here, there = pipe
    thread = threading.Thread(target=lambda: there.send(answer(job(tmp_path / "out", AGENDA), there)))
    thread.start()
    asked = [here.recv(), here.recv()][-1]
    before = (asked, here.poll(0.05), (tmp_path / "out").exists())
    here.send(Go())
    done = here.recv()
    thread.join()
    assert (before, type(done)) == ((Progress(7, 1, 1, saving=True), False, False), Done)


@pytest.mark.parametrize("asked", ["go", "existing"])
def test_a_window_that_hangs_up_instead_of_answering_ends_the_job(tmp_path: Path, asked: str):
    if asked == "existing":
        (tmp_path / "20_agenda_shangdang_zh.pdf").write_bytes(b"the final one")
    here, there = Pipe()
    ended: list[bool] = []

    def work() -> None:
        with pytest.raises(HungUpError):
            answer(job(tmp_path, AGENDA), there)
        ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    while not isinstance(report := here.recv(), Asks) and not getattr(report, "saving", False):
        pass
    here.close()
    thread.join()
    left = [b"the final one"] if asked == "existing" else []
    assert (ended, [file.read_bytes() for file in tmp_path.iterdir()]) == ([True], left)


def test_a_chosen_paper_without_material_is_left_out(pipe, tmp_path: Path):
    done = run(pipe, job(tmp_path, NOTHING, AGENDA))[-1]
    assert isinstance(done, Done)
    assert (len(done.files), done.notices) == (
        1,
        (Noted("itinerary", Notice("left_out", (("document", "itinerary"),))),),
    )


@pytest.mark.parametrize(
    ("existing", "names"),
    [
        (Existing.REPLACE, ["20_agenda_shangdang_zh.pdf"]),
        (Existing.KEEP_BOTH, ["20_agenda_shangdang_zh-2.pdf", "20_agenda_shangdang_zh.pdf"]),
    ],
)
def test_a_file_of_other_content_is_asked_about_before_anything_is_saved(
    pipe, tmp_path: Path, existing: Existing, names: list[str]
):
    old = tmp_path / "20_agenda_shangdang_zh.pdf"
    old.write_bytes(b"the final one")
    pipe[0].send(existing)
    heard = run(pipe, job(tmp_path, AGENDA))
    assert heard[1] == Asks(7, (str(old),))
    assert sorted(file.name for file in tmp_path.iterdir()) == names
    assert (old.read_bytes() == b"the final one") is (existing is Existing.KEEP_BOTH)


def test_the_same_paper_once_more_is_no_question(pipe, tmp_path: Path):
    run(pipe, job(tmp_path, AGENDA))
    heard = run(pipe, job(tmp_path, AGENDA))
    assert [type(report) for report in heard] == [Progress, Progress, Done]


def test_one_paper_is_saved_under_a_name_of_its_own_and_may_not_be_written(pipe, tmp_path: Path):
    asked = Job(7, MEETING, (make.options("zh"),), str(tmp_path), (AGENDA,), "我的议程.pdf", read_only=True)
    run(pipe, asked)
    assert [(file.name, file.stat().st_mode & 0o777) for file in tmp_path.iterdir()] == [("我的议程.pdf", 0o444)]


def test_the_signing_set_is_one_choice_of_many_papers(pipe, tmp_path: Path):
    signed = make.snapshot(
        agreements=(make.agreement(clauses=(CLAUSE,), parties=(make.party(), make.party("上党区"))),)
    )
    asked = Job(7, signed, (make.options("zh"),), str(tmp_path), (Choice("signing-set", "pdf", "zh"),))
    done = run(pipe, asked)[-1]
    assert isinstance(done, Done), done
    assert {Path(file).parent.name for file in done.files} >= {"01-signing-set-draft", "print-shop-zh"}


@pytest.mark.parametrize("choices", [(Choice("signing-set", "pdf", "zh"),), ()])
def test_copies_of_an_earlier_set_are_told(pipe, tmp_path: Path, choices: tuple[Choice, ...]):
    parties = (make.party(), make.party("上党区"))
    signed = make.snapshot(agreements=(make.agreement(clauses=(CLAUSE,), parties=parties),))
    shop = tmp_path / "01-signing-set-draft" / "print-shop-zh"
    shop.mkdir(parents=True)
    older = shop / "09_旧协议_甲方正本_2份_A4双面.pdf"
    older.write_bytes(b"of last week")
    done = run(pipe, Job(7, signed, (make.options("zh"),), str(tmp_path), choices))[-1]
    assert isinstance(done, Done), done
    assert [one for one in done.notices if one.notice.code == "older_copies"] == [
        Noted("signing-set", Notice("older_copies", (("count", "1"), ("file", str(older)))))
    ]


def test_an_agreement_without_parties_has_no_signing_set_yet(pipe, tmp_path: Path):
    written = make.snapshot(agreements=(make.agreement(clauses=(CLAUSE,)),))
    asked = Job(7, written, (make.options("zh"),), str(tmp_path), (Choice("signing-set", "pdf", "zh"),))
    failed = run(pipe, asked)[-1]
    assert isinstance(failed, Failed) and isinstance(failed.error, KnownError), failed
    assert failed.error.code == "no_material"


def test_a_final_paper_in_english_that_lacks_english_is_refused(pipe, tmp_path: Path):
    item = make.agenda_item("开幕", "")
    final = replace(make.options("en"), final=True)
    chinese_only = make.snapshot(agenda=(item,))
    failed = run(pipe, Job(7, chinese_only, (final,), str(tmp_path), (Choice("agenda", "pdf", "en"),)))[-1]
    assert isinstance(failed, Failed) and isinstance(failed.error, KnownError), failed
    assert (failed.error.code, failed.error.values["document"]) == ("english_missing", "agenda")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("choices", [(NOTHING,), (NOTHING, NOTHING)])
def test_nothing_but_papers_without_material_is_an_error(pipe, tmp_path: Path, choices: tuple[Choice, ...]):
    failed = run(pipe, job(tmp_path, *choices))[-1]
    assert isinstance(failed, Failed) and isinstance(failed.error, KnownError)
    assert (failed.error.code, failed.error.values) == (
        "no_material",
        {"document": "itinerary", "meeting": "shangdang"},
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(pipe, tmp_path: Path):
    (tmp_path / "file").touch()
    failed = run(pipe, job(tmp_path / "file" / "folder", AGENDA))[-1]
    assert isinstance(failed, Failed) and isinstance(failed.error, KnownError)
    assert failed.error.code == "folder_not_writable"


def test_whatever_else_goes_wrong_is_told_with_its_details(pipe, tmp_path: Path):
    wrong = Job(7, MEETING, (), str(tmp_path), (AGENDA,))  # without options
    failed = run(pipe, wrong)[-1]
    assert isinstance(failed, Failed)
    assert (failed.error, "IndexError" in failed.details) == (None, True)
