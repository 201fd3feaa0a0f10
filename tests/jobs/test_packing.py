"""The clock warns when the database has not been packed for long."""

from collections.abc import Iterator
from collective.rendezvous.jobs import packing
from collective.rendezvous.jobs.all import JOBS
from collective.rendezvous.jobs.all import PACKING
from collective.rendezvous.jobs.run import run
from collective.rendezvous.ledger.timetable import Turn
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from pathlib import Path
from typing import Any
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

import logging
import pytest
import transaction


@pytest.fixture
def turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Turn]:
    """The turn of the job, in a file that can be packed; written on three nights."""
    db = DB(FileStorage(str(tmp_path / "Data.fs")))
    connection = db.open()
    found = connection.root()["turn"] = Turn()
    for number in range(3):
        found.done = number
        transaction.commit()
    monkeypatch.setattr(packing, "turn_of", lambda _portal, _name: found)
    yield found
    transaction.abort()
    connection.close()
    db.close()


def test_it_is_one_of_the_jobs() -> None:
    assert PACKING in JOBS


def test_the_oldest_revision_tells_since_when_it_is_not_packed(turn: Turn) -> None:
    nights = [one["time"] for one in turn._p_jar.db().history(turn._p_oid, 9)]
    assert len(nights) == 3
    assert packing.unpacked_since(None) == datetime.fromtimestamp(min(nights), UTC)
    turn._p_jar.db().pack()
    assert packing.unpacked_since(None) == datetime.fromtimestamp(max(nights), UTC)


def test_it_warns_after_a_month_of_that_and_not_before(turn: Turn, caplog: pytest.LogCaptureFixture) -> None:
    since = packing.unpacked_since(None)
    assert since is not None
    with caplog.at_level(logging.WARNING):
        assert packing.run_beside(None, since + packing.LATE - timedelta(seconds=1)) == 0
        assert caplog.messages == []
        assert packing.run_beside(None, since + packing.LATE) == 1
    [told] = caplog.messages
    assert "not been packed for 31 days" in told


def test_what_was_never_done_tells_nothing(portal: Any) -> None:
    assert packing.unpacked_since(portal) is None
    assert packing.run_beside(portal, datetime(2036, 1, 1, tzinfo=UTC)) == 0


def test_the_clock_asks_every_night(portal: Any, section: Any, citizen: Any, time: Any) -> None:
    assert run(portal, time.now(), [PACKING]) == {"packing": 0}
    assert packing.unpacked_since(portal) is not None
    assert run(portal, time.passes(days=3650), [PACKING]) == {"packing": 1}
