"""The clock of a served process: it starts with the server alone, wakes at once, and ends when told."""

from collective.rendezvous.jobs import thread
from collective.rendezvous.notifications import bell
from pathlib import Path
from tests.jobs.conftest import THURSDAY
from tests.town import wish
from threading import Event
from typing import Any
from zope.component import getGlobalSiteManager
from zope.processlifetime import ProcessStarting

import atexit
import pytest
import transaction


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Set each time that the clock looks; no clock is left running."""
    seen = Event()

    def look(self: Any) -> bool:
        seen.set()
        return False

    monkeypatch.setattr(thread.Clock, "look", look)
    monkeypatch.setattr(thread, "PAUSE", 3600)
    monkeypatch.setattr(atexit, "register", lambda function: function)
    monkeypatch.delenv(thread.SWITCH, raising=False)
    yield seen
    thread.stop()


def test_it_looks_at_once_and_then_whenever_the_bell_rings(looks: Event) -> None:
    thread.start(ProcessStarting())
    for _ring in range(3):
        assert looks.wait(30)
        looks.clear()
        bell.ring()
    (clock,) = thread._running
    assert clock.daemon
    thread.stop()
    assert not clock.is_alive()


def test_a_process_has_one(looks: Event) -> None:
    thread.start(ProcessStarting())
    thread.start(ProcessStarting())
    assert len(thread._running) == 1


@pytest.mark.parametrize("word", ["off", "OFF"])
def test_the_environment_leaves_a_process_without(
    looks: Event, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setenv(thread.SWITCH, word)
    thread.start(ProcessStarting())
    assert thread._running == []


def test_a_failure_does_not_end_it(looks: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = Event()

    def fail(self: Any) -> bool:
        if not failed.is_set():
            failed.set()
            bell.ring()
            raise ValueError
        looks.set()
        return False

    monkeypatch.setattr(thread.Clock, "look", fail)
    thread.start(ProcessStarting())
    assert looks.wait(30)


def test_it_hears_zope_s_word_that_a_process_starts_and_tests_do_not(integration: Any) -> None:
    handlers = [each.handler for each in getGlobalSiteManager().registeredHandlers()]
    assert thread.start not in handlers
    zcml = Path(thread.__file__).with_name("configure.zcml").read_text()
    assert 'for="zope.processlifetime.IProcessStarting"' in zcml


def test_only_a_commit_rings(section: Any, citizen: Any, staff: Any) -> None:
    bell.wait(0)
    desk = staff()
    desk.commit = None
    desk.book(wish(THURSDAY))
    assert not bell._rung.is_set()
    transaction.abort()
    assert not bell._rung.is_set()
    citizen().book(wish(THURSDAY))
    assert bell._rung.is_set()
    bell.wait(0)


def test_it_sends_what_was_posted_and_rests_where_the_site_has_switched_it_off(
    portal: Any, section: Any, citizen: Any, mails: Any
) -> None:
    from plone import api

    citizen().book(wish(THURSDAY))
    clock = thread.Clock()
    api.portal.set_registry_record(thread.INNER_CLOCK, False)
    api.portal.set_registry_record("collective.rendezvous.public_url", "https://www.valombre.example")
    transaction.commit()
    assert clock.look() is False
    transaction.begin()
    assert not mails
    api.portal.set_registry_record(thread.INNER_CLOCK, True)
    transaction.commit()
    assert clock.look() is True
    assert b"https://www.valombre.example/rendez-vous/" in mails[0].replace(b"=\r\n", b"").replace(
        b"=\n", b""
    )
