"""`rendezvous-import`: read what `rendezvous-export` wrote into a section without appointments."""

from argparse import Namespace
from collections.abc import Sequence
from collective.rendezvous.clock import now
from collective.rendezvous.scripts.ending import status
from collective.rendezvous.scripts.files import lines
from collective.rendezvous.scripts.sites import application
from collective.rendezvous.scripts.sites import one_section
from collective.rendezvous.scripts.sites import parser
from collective.rendezvous.scripts.sites import Refused
from transaction.interfaces import TransientError
from typing import Any

import sys
import transaction


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = read(arguments)
    return status(lambda: restore(application(options.config), options))


def read(arguments: Sequence[str] | None) -> Namespace:
    """Its options."""
    made = parser("rendezvous-import", __doc__)
    made.add_argument("file", help="what to read; - for what is piped in")
    made.add_argument(
        "--replace", action="store_true", help="forget the appointments that the section has, erasures aside"
    )
    return made.parse_args(arguments)


def restore(app: Any, options: Namespace) -> int:
    """Read into the section that is meant; all of it, or nothing."""
    from collective.rendezvous.booking.archive import restore as archive
    from collective.rendezvous.booking.archive.record import Unreadable
    from collective.rendezvous.booking.archive.shutting import shut

    with one_section(app, options) as section, shut(section, now()) as until:
        try:
            done = archive.restore(section, lines(options.file), now(), options.replace)
        except archive.NotEmpty:
            raise Refused("The section has appointments already: --replace would forget them.") from None
        except archive.Wrong as error:
            raise Refused(f"What was read contradicts itself ({error.number} times).") from None
        except Unreadable as error:
            raise Refused(f"{options.file}: {error}.") from None
        if now() >= until:
            raise Refused("It took longer than the section may stay shut: nothing was changed.")
        try:
            transaction.commit()
        except TransientError:
            raise Refused("The set-up was changed meanwhile: nothing was read, try again.") from None
    print(f"Appointments read: {done.appointments}. Erased again: {done.erased_again}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
