"""`rendezvous-erasures`: keep the journal of erasures beside the backups; erase again after a restore."""

from argparse import Namespace
from collections.abc import Iterator
from collections.abc import Sequence
from collective.rendezvous.clock import now
from collective.rendezvous.scripts.ending import status
from collective.rendezvous.scripts.files import lines
from collective.rendezvous.scripts.files import written
from collective.rendezvous.scripts.sites import application
from collective.rendezvous.scripts.sites import parser
from collective.rendezvous.scripts.sites import Refused
from collective.rendezvous.scripts.sites import sections
from typing import Any

import json
import sys
import transaction


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = read(arguments)
    act = {"export": export, "replay": replay}[options.action]
    return status(lambda: act(application(options.config), options))


def read(arguments: Sequence[str] | None) -> Namespace:
    """Its options."""
    made = parser("rendezvous-erasures", __doc__)
    made.add_argument("action", choices=("export", "replay"), help="write the journal, or erase what it says")
    made.add_argument("file", help="the journal, as lines of JSON; - for the terminal")
    return made.parse_args(arguments)


def export(app: Any, options: Namespace) -> int:
    """Write the journals of all sections that are meant."""
    from collective.rendezvous.booking.archive.write import journal

    with written(options.file) as out:
        for uid, ledger, _office in _ledgers(app, options):
            for told in journal(ledger):
                print(json.dumps({"section": uid, **told}), file=out)
    return 0


def replay(app: Any, options: Namespace) -> int:
    """Erase again, in each section that is meant, what the journal says of it."""
    from collective.rendezvous.booking.archive.replay import journal
    from collective.rendezvous.booking.archive.replay import replay as again

    try:
        told = journal(lines(options.file))
    except ValueError as error:
        raise Refused(f"{options.file}: {error}.") from None
    for uid, ledger, office in _ledgers(app, options):
        done = again(ledger, office.zone, told.get(uid, ()), now())
        transaction.commit()
        print(f"{office.title}: {done or 'nothing'} to erase again")
    return 0


def _ledgers(app: Any, options: Namespace) -> Iterator[tuple[str, Any, Any]]:
    from collective.rendezvous.booking.office import ledger_of
    from collective.rendezvous.booking.office import office_of

    for section in sections(app, options):
        ledger = ledger_of(section)
        if ledger is not None:
            yield section.UID(), ledger, office_of(section)


if __name__ == "__main__":
    sys.exit(main())
