"""`rendezvous-verify`: compare lanes and look-ups with the appointments, in every section of every site."""

from collections.abc import Sequence
from collective.rendezvous.clock import now
from pathlib import Path
from typing import Any

import argparse
import sys


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 1 when anything differs."""
    parser = argparse.ArgumentParser(prog="rendezvous-verify", description=__doc__)
    parser.add_argument(
        "conf",
        nargs="?",
        type=Path,
        default=Path("var/etc/zope.conf"),
        help="zope.conf of the site; its database must be free to open, or served by ZEO (%(default)s)",
    )
    return report(_application(parser.parse_args(arguments).conf))


def report(app: Any) -> int:
    """Print what differs in the sites of a Zope application; return 1 when anything does."""
    from collective.rendezvous.booking.audit import audit
    from zope.component.hooks import site

    differing = 0
    for portal in app.objectValues("Plone Site"):
        with site(portal):
            for where, differences in audit(portal, now()):
                differing += len(differences)
                print(f"{where}: {len(differences) or 'nothing'} differs")
                for one in differences:
                    print(f"    {one.kind}: {one.reference} at {one.where}")
    return 1 if differing else 0


def _application(conf: Path) -> Any:
    from Testing.makerequest import makerequest
    from Zope2.Startup.run import configure_wsgi

    import Zope2

    configure_wsgi(str(conf))
    return makerequest(Zope2.app())


if __name__ == "__main__":
    sys.exit(main())
