"""`rendezvous-export`: write all appointments of a section, their keys included, as lines of JSON."""

from argparse import Namespace
from collections.abc import Sequence
from collective.rendezvous.clock import now
from collective.rendezvous.scripts.ending import status
from collective.rendezvous.scripts.files import written
from collective.rendezvous.scripts.sites import application
from collective.rendezvous.scripts.sites import one_section
from collective.rendezvous.scripts.sites import parser
from typing import Any

import json
import sys


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = read(arguments)
    return status(lambda: export(application(options.config), options))


def read(arguments: Sequence[str] | None) -> Namespace:
    """Its options."""
    made = parser("rendezvous-export", __doc__)
    made.add_argument("file", help="where to write; - for the terminal")
    return made.parse_args(arguments)


def export(app: Any, options: Namespace) -> int:
    """Write the section that is meant."""
    from collective.rendezvous.booking.archive.write import written as lines
    from collective.rendezvous.booking.office import ledger_of
    from collective.rendezvous.booking.office import office_of

    with one_section(app, options) as section, written(options.file) as out:
        ledger = ledger_of(section)
        for line in lines(ledger, office_of(section), now()):
            print(json.dumps(line), file=out)
        waiting = len(ledger.outbox) if ledger is not None else 0
        if waiting:
            print(f"Letters that are not sent yet stay behind: {waiting}.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
