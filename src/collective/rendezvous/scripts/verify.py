"""`rendezvous-verify`: compare lanes and look-ups with the appointments, in every section of every site."""

from argparse import Namespace
from collections.abc import Sequence
from collective.rendezvous.clock import now
from collective.rendezvous.scripts.ending import status
from collective.rendezvous.scripts.sites import application
from collective.rendezvous.scripts.sites import meant
from collective.rendezvous.scripts.sites import parser
from collective.rendezvous.scripts.sites import sites
from typing import Any

import sys


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 1 when anything differs."""
    options = parser("rendezvous-verify", __doc__).parse_args(arguments)
    return status(lambda: report(application(options.config), options))


def report(app: Any, options: Namespace) -> int:
    """Print what differs in the sites of a Zope application; return 1 when anything does."""
    from collective.rendezvous.booking.audit import audit

    differing = 0
    for portal in sites(app, options):
        for where, differences in audit(portal, now()):
            if meant(portal, where, options):
                differing += len(differences)
                print(f"{where}: {len(differences) or 'nothing'} differs")
                for one in differences:
                    print(f"    {one.kind}: {one.reference} at {one.where}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
