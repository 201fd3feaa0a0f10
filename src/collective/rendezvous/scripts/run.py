"""`run-rendezvous`: send the letters that wait and do what else is due, once; for cron or a systemd timer."""

from argparse import Namespace
from collections.abc import Iterator
from collections.abc import Sequence
from collective.rendezvous.clock import now
from collective.rendezvous.scripts.ending import status
from collective.rendezvous.scripts.sites import application
from collective.rendezvous.scripts.sites import parser
from collective.rendezvous.scripts.sites import sites
from typing import Any

import sys


TURNS = 1000
"""So many times at most the outbox is looked at again while it sends anything."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 1 when anything failed."""
    options = read(arguments)
    return status(lambda: run(application(options.config), options))


def zopectl(app: Any, arguments: Sequence[str]) -> int:
    """The same as `bin/instance run_rendezvous`, on the database of that instance."""
    from Testing.makerequest import makerequest

    sys.exit(run(makerequest(app), read(arguments)))


def read(arguments: Sequence[str] | None) -> Namespace:
    """Its options."""
    made = parser("run-rendezvous", __doc__, by_section=False)
    made.add_argument(
        "--verbose", action="store_true", help="tell what was done; without it only what failed"
    )
    return made.parse_args(arguments)


def run(app: Any, options: Namespace) -> int:
    """Do what is due in the sites that are meant; return 1 when anything failed."""
    failing = 0
    for portal in sites(app, options):
        for outcome in outcomes(portal):
            failing += outcome.failed
            if outcome.failed:
                print(f"{portal.getId()}: {outcome.job.name} failed; the log says why", file=sys.stderr)
            if options.verbose and outcome.done:
                print(f"{portal.getId()}: {outcome.job.name}: {outcome.done}")
    return 1 if failing else 0


def outcomes(portal: Any) -> Iterator[Any]:
    """All jobs that are due; then the outbox again, for what they posted, until it sends nothing more."""
    from collective.rendezvous.jobs import run
    from collective.rendezvous.jobs.all import OUTBOX

    yield from run.outcomes(portal, now())
    for _turn in range(TURNS):
        for outcome in run.outcomes(portal, now(), [OUTBOX]):
            yield outcome
            if not outcome.done:
                return


if __name__ == "__main__":
    sys.exit(main())
