"""The clock inside a served process: a thread that does what is due, and sends letters within seconds.

It starts with the WSGI application, not with scripts or a debug prompt (Zope tells only of the former that
the process is starting), and so not in tests. A commit in this process that posted a letter wakes it at
once; what other processes post it finds within seconds. Several processes may each have one.
"""

from collective.rendezvous import clock
from collective.rendezvous.content.settings import PREFIX
from collective.rendezvous.jobs.all import OUTBOX
from collective.rendezvous.jobs.report import report
from collective.rendezvous.jobs.run import run
from collective.rendezvous.jobs.sites import sites
from collective.rendezvous.notifications import bell
from plone import api
from threading import Event
from threading import Thread
from zope.processlifetime import IProcessStarting

import atexit
import os


PAUSE = 5.0
"""The seconds between two looks at what other processes have posted."""
INNER_CLOCK = f"{PREFIX}.inner_clock"
"""A setting of each site: untick it where only cron does the jobs."""
SWITCH = "RENDEZVOUS_CLOCK"
"""An environment variable: "off" leaves this process without a clock."""
GOODBYE = 15.0
"""The seconds that a letter on its way has left when the process ends."""


class Clock(Thread):
    """The thread; it ends with the process, and before the databases are closed if :func:`stop` is called."""

    def __init__(self) -> None:
        super().__init__(name="rendezvous-clock", daemon=True)
        self.ended = Event()

    def run(self) -> None:
        """Look, do what is due, wait."""
        while not self.ended.is_set():
            more = False
            try:
                more = self.look()
            except Exception as error:
                report("The clock failed", error)
            if not more:
                bell.wait(PAUSE)

    def look(self) -> bool:
        """Do what is due in every site; whether letters went out, and so more may wait."""
        sent = 0
        for portal in sites():
            if self.ended.is_set():
                break
            if api.portal.get_registry_record(INNER_CLOCK, default=True):
                sent += run(portal, clock.now())[OUTBOX.name]
        return sent > 0

    def end(self) -> None:
        """Let it end after what it is doing, and wait for that."""
        self.ended.set()
        bell.ring()
        self.join(GOODBYE)


_running: list[Clock] = []


def start(_event: IProcessStarting) -> None:
    """Start the clock of this process, unless the environment says that it has none."""
    if os.environ.get(SWITCH, "").lower() != "off" and not _running:
        made = Clock()
        _running.append(made)
        made.start()
        atexit.register(stop)


def stop() -> None:
    """Stop the clock of this process, if it runs."""
    while _running:
        _running.pop().end()
