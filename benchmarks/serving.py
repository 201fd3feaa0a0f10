"""A server of the benchmarks: `serving.py --data DIR --port PORT [--zeo HOST:PORT]`.

It serves a site with the demo town and the sections of :mod:`offices`, made the first time; the services
that do nothing are loaded beside the add-on. Letters stay in the outbox, unless `--clock` is given: then the
process composes them as it would, and drops them where the mail server would be spoken to.
"""

from collective.rendezvous.scripts import serve
from collective.rendezvous.scripts.configuration import Settings
from collective.rendezvous.scripts.progress import Progress
from pathlib import Path
from types import FrameType
from typing import Any

import argparse
import logging
import os
import signal
import sys


def main() -> int:
    parser = argparse.ArgumentParser(prog="serving.py", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--zeo")
    parser.add_argument("--clock", action="store_true")
    options = parser.parse_args()
    os.environ["RENDEZVOUS_CLOCK"] = "on" if options.clock else "off"
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    settings = Settings(options.data, options.port, options.threads, options.zeo, "127.0.0.1")
    application = serve.start(settings, Progress())
    logging.getLogger().setLevel(logging.ERROR)
    load()
    prepare()
    try:
        serve.listen(settings, application, lambda: print("Ready", flush=True))
    except KeyboardInterrupt:
        pass
    finally:
        serve.stop()
    return 0


def load() -> None:
    """Load what does nothing, and let no mail out."""
    from Products.MailHost.MailHost import MailBase
    from zope.configuration.xmlconfig import file
    from Zope2.App import zcml

    import nothing

    zcml._context = file("configure.zcml", nothing, context=zcml._context)
    MailBase.send = lambda *arguments, **options: None


def prepare() -> None:
    from collective.rendezvous.scripts import town
    from offices import offices
    from Testing.makerequest import makerequest

    import transaction
    import Zope2

    app = makerequest(Zope2.app())
    try:
        if town.SITE not in app:
            town.make_town(app, "admin", Progress())
            offices(app[town.SITE])
            transaction.commit()
    finally:
        transaction.abort()
        app._p_jar.close()


def interrupt(number: int, frame: FrameType | None) -> Any:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
