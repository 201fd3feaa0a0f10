"""`rendezvous-person`: find, tell or erase all that is kept of one person, in every section."""

from argparse import Namespace
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from collective.rendezvous.clock import now
from collective.rendezvous.scripts.ending import status
from collective.rendezvous.scripts.files import written
from collective.rendezvous.scripts.sites import application
from collective.rendezvous.scripts.sites import parser
from collective.rendezvous.scripts.sites import Refused
from collective.rendezvous.scripts.sites import sections
from collective.rendezvous.scripts.sites import where
from typing import Any

import json
import sys


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 1 when something is left that was to be erased."""
    options = read(arguments)
    act = {"find": find, "export": export, "erase": erase}[options.action]
    return status(lambda: act(application(options.config), options))


def read(arguments: Sequence[str] | None) -> Namespace:
    """Its options."""
    made = parser("rendezvous-person", __doc__)
    made.add_argument("action", choices=("find", "export", "erase"))
    made.add_argument(
        "who", nargs="+", help="the e-mail address, phone number, full name or a reference, each exactly"
    )
    made.add_argument("--output", default="-", metavar="FILE", help="where export writes (the terminal)")
    made.add_argument("--cancel", action="store_true", help="cancel those to come before, by mail")
    made.add_argument("--yes", action="store_true", help="erase without asking")
    return made.parse_args(arguments)


def find(app: Any, options: Namespace) -> int:
    """Print a line for each thing that is kept."""
    for section, desk in desks(app, options):
        found = desk.person(*options.who)
        if found:
            print(f"{where(section)}:")
        for one in found.appointments:
            name = " ".join(filter(None, (one.first_name, one.last_name)))
            start = one.start_at.astimezone(desk.office.zone)
            print(f"    {one.reference} {start:%Y-%m-%d %H:%M} {one.state} {name} {one.email} {one.phone}")
        for waiter in found.waiting:
            print(f"    waiting list {waiter.first} to {waiter.last} {waiter.email}")
        if found.letters:
            print(f"    letters not sent yet: {len(found.letters)}")
    return 0


def export(app: Any, options: Namespace) -> int:
    """Write what is kept for the person to read, in the language of the site."""
    from collective.rendezvous.booking.dossier import dossier
    from plone import api

    told = []
    for _section, desk in desks(app, options):
        found = desk.person(*options.who)
        if found:
            language = api.portal.get_default_language()
            told.append(dossier(found, desk.office, desk.now, language))
    with written(options.output) as out:
        print(json.dumps(told, ensure_ascii=False, indent=2), file=out)
    return 0


def erase(app: Any, options: Namespace, ask: Callable[[str], str] = input) -> int:
    """Erase it, once it has been looked at; what is to come stays unless it is cancelled as well."""
    if not options.yes:
        find(app, options)
        if ask('Erase all of this? Write "yes": ').strip().lower() != "yes":
            raise Refused("Nothing was erased.")
    left = 0
    for section, desk in desks(app, options):
        if not desk.person(*options.who):
            continue
        done = desk.forget(options.who, cancel=options.cancel)
        left += len(done.left)
        print(f"{where(section)}: {len(done.erased)} appointments and {done.others} other things erased")
        for one in done.left:
            print(f"    {one.reference} is still to take place: cancel it first, or by --cancel")
    return 1 if left else 0


def desks(app: Any, options: Namespace) -> Iterator[tuple[Any, Any]]:
    """The sections that are meant, and the desk of an administrator in each."""
    from collective.rendezvous.booking.desk import Desk
    from collective.rendezvous.scheduling.rules import Actor

    for section in sections(app, options):
        yield section, Desk(section, Actor("administrator", None, "system"), now())


if __name__ == "__main__":
    sys.exit(main())
