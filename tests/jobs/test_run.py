"""Turns: a job is done once by whoever comes first, again when it is due, and stops no other."""

from collective.rendezvous.jobs.job import Job
from collective.rendezvous.jobs.run import run
from collective.rendezvous.ledger.timetable import LEASE
from collective.rendezvous.ledger.timetable import turn_of
from datetime import datetime
from datetime import timedelta
from tests.jobs.conftest import NOW
from tests.jobs.conftest import PARIS
from tests.town import section as empty_section
from tests.town import wish
from threading import Barrier
from threading import Thread
from typing import Any
from ZODB.POSException import ConflictError

import logging
import pytest
import transaction


HOUR = timedelta(hours=1)


class Counting:
    """A job that notes where it was done."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, section: Any, now: datetime) -> int:
        self.done.append(section.getId())
        return 1


@pytest.fixture
def counting() -> Counting:
    return Counting()


def test_a_job_is_done_in_every_section_whatever_its_state(
    portal: Any, section: Any, counting: Counting
) -> None:
    empty_section(portal, "annexe", state="preparation")
    transaction.commit()
    assert run(portal, NOW, [Job("count", HOUR, counting)]) == {"count": 2}
    assert sorted(counting.done) == ["annexe", "rendez-vous"]
    turn = turn_of(portal, "count")
    assert (turn.begun, turn.until, turn.done, turn.failed) == (int(NOW.timestamp()), 0, 2, 0)


def test_it_is_done_again_when_it_is_due(portal: Any, section: Any, time: Any, counting: Counting) -> None:
    jobs = [Job("count", HOUR, counting)]
    assert run(portal, time.now(), jobs) == {"count": 1}
    assert run(portal, time.passes(minutes=59), jobs) == {}
    assert run(portal, time.passes(minutes=1), jobs) == {"count": 1}


@pytest.mark.parametrize(
    ("before", "after", "due"),
    [
        ((2026, 11, 10, 1, 59), (2026, 11, 10, 2, 0), True),
        ((2026, 11, 10, 2, 0), (2026, 11, 10, 23, 59), False),
        ((2026, 11, 10, 2, 0), (2026, 11, 11, 1, 59), False),
        ((2026, 11, 10, 2, 0), (2026, 11, 11, 2, 0), True),
        ((2026, 11, 10, 9, 0), (2026, 11, 12, 1, 0), True),
        ((2026, 3, 28, 2, 0), (2026, 3, 29, 3, 0), True),
        ((2026, 10, 24, 12, 0), (2026, 10, 25, 2, 0), True),
    ],
)
def test_what_is_daily_is_due_once_a_night(
    before: tuple[int, ...], after: tuple[int, ...], due: bool
) -> None:
    begun = int(datetime(*before, tzinfo=PARIS).timestamp())
    assert (
        Job("daily", "daily", lambda section, now: 0).due(begun, datetime(*after, tzinfo=PARIS), PARIS) == due
    )


def test_what_never_was_done_is_due(portal: Any) -> None:
    assert Job("daily", "daily", lambda section, now: 0).due(0, NOW, PARIS)
    assert Job("hourly", HOUR, lambda section, now: 0).due(0, NOW, PARIS)


def test_a_turn_that_another_process_has_is_left_until_its_lease_is_over(
    portal: Any, section: Any, time: Any, counting: Counting
) -> None:
    jobs = [Job("count", HOUR, counting)]
    turn_of(portal, "count", create=True).take(NOW)
    transaction.commit()
    assert run(portal, time.passes(seconds=LEASE - 1), jobs) == {}
    assert run(portal, time.passes(seconds=1), jobs) == {"count": 1}


def test_a_failure_stops_neither_the_other_sections_nor_the_other_jobs(
    portal: Any, section: Any, counting: Counting, caplog: pytest.LogCaptureFixture
) -> None:
    empty_section(portal, "annexe")
    transaction.commit()

    def fail(where: Any, now: datetime) -> int:
        where.title = "Changed"
        if where.getId() == "annexe":
            raise ValueError("Marie Durand <marie@example.org>")
        return 1

    jobs = [Job("fail", HOUR, fail), Job("count", HOUR, counting)]
    with caplog.at_level(logging.ERROR):
        assert run(portal, NOW, jobs) == {"fail": 1, "count": 2}
    assert turn_of(portal, "fail").failed == 1
    assert portal["annexe"].title == "Rendez-vous"
    assert portal["rendez-vous"].title == "Changed"
    assert "The job fail failed in /plone/annexe: ValueError" in caplog.text
    assert "Marie" not in caplog.text


def test_what_conflicts_is_tried_again(portal: Any, section: Any) -> None:
    tries = []

    def conflict(where: Any, now: datetime) -> int:
        tries.append(where)
        if len(tries) < 3:
            raise ConflictError
        return 1

    assert run(portal, NOW, [Job("conflict", HOUR, conflict)]) == {"conflict": 1}
    assert len(tries) == 3


def test_a_job_that_sees_nothing_to_do_goes_nowhere(portal: Any, section: Any, counting: Counting) -> None:
    jobs = [Job("count", timedelta(), counting, waits=lambda ledger, now: False)]
    assert run(portal, NOW, jobs) == {"count": 0}
    assert counting.done == []


def test_a_deleted_section_is_passed_over(portal: Any, section: Any, counting: Counting) -> None:
    portal.manage_delObjects(["rendez-vous"])
    transaction.commit()
    assert run(portal, NOW, [Job("count", HOUR, counting)]) == {"count": 0}


def test_of_clocks_that_come_at_once_one_has_the_turn(portal: Any, section: Any, counting: Counting) -> None:
    from collective.rendezvous.jobs.sites import sites

    run(portal, NOW, [Job("count", HOUR, counting)])
    counting.done.clear()
    barrier, failures = Barrier(3), []

    def work() -> None:
        try:
            for site in sites():
                barrier.wait()
                run(site, NOW + HOUR, [Job("count", HOUR, counting)])
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert counting.done == ["rendez-vous"]


def test_a_look_of_an_idle_clock_reads_and_writes_nothing(portal: Any, section: Any, citizen: Any) -> None:
    from collective.rendezvous.jobs.sites import sites

    citizen().book(wish("2026-11-12T09:20:00+01:00"))
    for _look in range(2):
        for site in sites():
            run(site, NOW)
    counts = []
    for site in sites():
        connection = site._p_jar
        last = connection.db().lastTransaction()
        before = connection.getTransferCounts()
        run(site, NOW)
        counts.append(
            (connection.getTransferCounts()[0] - before[0], connection.db().lastTransaction() == last)
        )
    assert counts == [(0, True)]
