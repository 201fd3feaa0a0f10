"""Real races: threads on one file, and client processes on a ZEO server.

Nobody is booked twice, no acknowledged booking is lost, and nobody who could be served is refused
or gets an error.
"""

from .build import NOW
from .build import PARIS
from .build import TUESDAY
from .racer import AGENTS
from .racer import CHANGES
from .racer import COUNTERS
from .racer import PLACES
from .racer import race
from .racer import RESOURCES
from .racer import STARTS
from collections import Counter
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.scheduling.minutes import span
from contextlib import ExitStack
from pathlib import Path
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

import json
import pytest
import subprocess
import sys
import transaction
import ZEO


pytestmark = pytest.mark.race


class Threads:
    """Eight threads on one file."""

    def __init__(self, tmp_path):
        self.db = DB(FileStorage(str(tmp_path / "Data.fs")), pool_size=20)

    def race(self, deeds):
        return [race(self.db, deeds)]


class Processes:
    """Two client processes of a ZEO server in a third, four threads each."""

    def __init__(self, address):
        self.address = address
        self.db = ZEO.DB(address, wait_timeout=60)

    def race(self, deeds):
        with ExitStack() as stack:
            clients = [self.client(str(first), *deeds[first : first + 4]) for first in (0, 4)]
            for client in clients:
                stack.enter_context(client)
                stack.callback(client.kill)
            assert [client.stdout.readline() for client in clients] == ["ready\n", "ready\n"]
            for client in clients:
                client.stdin.write("go\n")
                client.stdin.flush()
            return [json.loads(client.communicate(timeout=120)[0]) for client in clients]

    def client(self, *arguments):
        return subprocess.Popen(
            [sys.executable, "-m", "tests.ledger.racer", self.address, *arguments],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )


@pytest.fixture(params=["threads", "processes"])
def field(request):
    """Where to race: a ledger in which nothing is booked yet."""
    if request.param == "threads":
        made = Threads(request.getfixturevalue("tmp_path"))
    else:
        made = Processes(request.getfixturevalue("zeo"))
    with made.db.transaction() as connection:
        connection.root()["ledger"] = Ledger()
    yield made
    made.db.close()


@pytest.fixture
def run(field, capsys):
    """Race, see that all is well, and tell what became of it."""

    def raced(*deeds):
        told = field.race(deeds)
        tally, conflicts = Counter(), Counter()
        acknowledged, cancelled = [], []
        for each in told:
            assert each["failed"] == []
            acknowledged += each["acknowledged"]
            cancelled += each["cancelled"]
            tally.update(each["tally"])
            conflicts.update(each["conflicts"])
        with capsys.disabled():
            print(f" {len(acknowledged)} booked, {conflicts.total()} conflicts", end=" ")
        assert len(set(acknowledged)) == len(acknowledged)
        transaction.begin()
        connection = field.db.open()
        connection.sync()
        ledger = connection.root()["ledger"]
        settled(ledger, set(acknowledged), set(cancelled))
        tally["bumped"] = ledger.revision.number
        connection.close()
        return len(acknowledged), tally

    return raced


def settled(ledger, acknowledged, cancelled):
    """Each acknowledged booking is on its agent's lane and on its counter's, and no other is."""
    assert list(verify(ledger, PARIS, NOW)) == []
    assert {one.reference for one in ledger.between(0)} == acknowledged
    lanes = ledger.days[TUESDAY.toordinal()].lanes
    for uids in (AGENTS, COUNTERS):
        there = [entry.reference for uid in uids for entry in lanes[uid].entries]
        assert sorted(there) == sorted(acknowledged - cancelled)
    for uid, lane in lanes.items():
        assert lane.taken(0).peak(span(0, 1440)) <= RESOURCES[uid]


def test_all_places_are_booked_and_each_once(run):
    booked, _ = run(*["fill"] * 8)
    assert booked == PLACES


def test_one_seat_that_all_want_is_had_by_one(run):
    booked, tally = run(*["seat"] * 8)
    assert (booked, tally["refused"]) == (1, 7)


def test_an_agent_whom_all_want_at_other_times_is_had_by_all(run):
    booked, tally = run(*["own"] * 8)
    assert (booked, tally["refused"]) == (len(STARTS), 0)


def test_cancelling_and_booking_go_together(run):
    run(*["churn"] * 8)


def test_all_places_are_booked_while_the_set_up_changes(run):
    booked, tally = run(*["fill"] * 7, "change")
    assert booked == PLACES
    assert tally["bumped"] == CHANGES


def test_all_places_are_booked_by_those_who_keep_them_first(run):
    booked, _ = run(*["keep"] * 8)
    assert booked == PLACES


def test_keeping_cancelling_and_booking_go_together(run):
    run(*["keep"] * 4, *["churn"] * 4)
