"""`rendezvous-purge`: forget the appointments of sections that are gone; without --yes, only list them."""

from argparse import Namespace
from collections.abc import Sequence
from collective.rendezvous.scripts.ending import status
from collective.rendezvous.scripts.sites import application
from collective.rendezvous.scripts.sites import parser
from collective.rendezvous.scripts.sites import Refused
from collective.rendezvous.scripts.sites import sites
from typing import Any

import sys
import transaction


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = read(arguments)
    return status(lambda: purge(application(options.config), options))


def read(arguments: Sequence[str] | None) -> Namespace:
    """Its options; `section` is the uid that a section had."""
    made = parser("rendezvous-purge", __doc__)
    made.add_argument("--yes", action="store_true", help="forget them for good")
    return made.parse_args(arguments)


def purge(app: Any, options: Namespace) -> int:
    """List the ledgers without a section, or forget them."""
    from collective.rendezvous.booking import orphans

    found = 0
    for portal in sites(app, options):
        for one in list(orphans.orphans(portal)):
            if options.section in (None, one.uid):
                found += 1
                count = one.appointments
                if options.yes:
                    orphans.purge(portal, [one.uid])
                print(f"{portal.getId()} {one.uid}: {count} appointments{' purged' if options.yes else ''}")
    if options.section is not None and not found:
        raise Refused(f"No section that is gone had the uid {options.section}.")
    if options.yes:
        transaction.commit()
        print("They stay in the file of the database until it is packed." if found else "There is none.")
    else:
        print("Run it with --yes to forget them." if found else "There is none.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
