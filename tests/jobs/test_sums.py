"""Days are summed up in the night after them, by whichever process comes first."""

from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.jobs.all import JOBS
from collective.rendezvous.jobs.all import SUMS
from collective.rendezvous.jobs.run import run
from collective.rendezvous.scheduling.rules import Actor
from datetime import date
from tests.jobs.conftest import THURSDAY
from tests.jobs.conftest import Time
from tests.town import wish
from typing import Any

import transaction


def summed(section: Any) -> list[date]:
    transaction.begin()
    ledger = ledger_of(section)
    assert ledger is not None
    return [date.fromordinal(number) for number in ledger.sums.days]


def test_the_clock_sums_up_what_is_over_and_nothing_else(
    portal: Any, section: Any, citizen: Any, time: Time
) -> None:
    assert SUMS in JOBS
    citizen().book(wish(THURSDAY))
    assert run(portal, time.now(), [SUMS]) == {"sums": 0}
    run(portal, time.passes(days=2), [SUMS])
    assert summed(section) == [], "Thursday is not over"
    assert run(portal, time.passes(days=1), [SUMS]) == {"sums": 1}
    assert summed(section) == [date(2026, 11, 12)]
    assert run(portal, time.passes(hours=1), [SUMS]) == {}, "once a night"
    assert run(portal, time.passes(days=1), [SUMS]) == {"sums": 1}
    assert summed(section) == [date(2026, 11, 12), date(2026, 11, 13)]


def test_a_past_day_that_staff_change_is_summed_up_again(
    portal: Any, section: Any, citizen: Any, time: Time
) -> None:
    made = citizen().book(wish(THURSDAY)).appointment
    run(portal, time.passes(days=20), [SUMS])
    desk = Desk(section, Actor("administrator", None, "admin"), time.now(), transaction.commit)
    thursday = date(2026, 11, 12)
    assert desk.statistics(thursday, thursday).totals.no_shows == 0
    desk.transition(made.reference, "no_show")
    assert desk.statistics(thursday, thursday).totals.no_shows == 1
    transaction.begin()
    assert desk.ledger is not None and desk.ledger.sums.get(thursday).stale
    assert run(portal, time.passes(days=1), [SUMS]) == {"sums": 2}
    transaction.begin()
    assert not desk.ledger.sums.get(thursday).stale
    assert desk.statistics(thursday, thursday).totals.no_shows == 1


def test_sums_outlive_erasure_and_follow_a_deletion(
    portal: Any, section: Any, citizen: Any, time: Time
) -> None:
    made = citizen().book(wish(THURSDAY)).appointment
    run(portal, time.passes(days=20), [SUMS])
    desk = Desk(section, Actor("administrator", None, "admin"), time.now(), transaction.commit)
    thursday = date(2026, 11, 12)
    desk.erase(made.reference)
    transaction.begin()
    assert desk.ledger is not None and not desk.ledger.sums.get(thursday).stale
    assert desk.statistics(thursday, thursday).totals.appointments == 1
    desk.delete(made.reference)
    assert desk.statistics(thursday, thursday).totals.appointments == 0
