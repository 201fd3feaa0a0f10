"""`rendezvous-serve`: serve a folder of data on the loopback address; the first time, make a demo town."""

from collections.abc import Callable
from collections.abc import Sequence
from collective.rendezvous.scripts import guard
from collective.rendezvous.scripts.configuration import Settings
from collective.rendezvous.scripts.configuration import write
from collective.rendezvous.scripts.progress import Progress
from contextlib import ExitStack
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

import argparse
import logging
import os
import signal
import sys


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    options = _options(arguments)
    data = options.data.expanduser().absolute()
    settings = Settings(data, options.port, options.threads, options.zeo, options.trusted_proxy)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupt)
    progress = Progress()
    try:
        guard.check_port(settings.port)
        with guard.only_server(settings.data):
            serve(settings, progress, smtp=options.smtp)
    except guard.Unusable as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        progress.say("", "Stopped before it was ready.")
        return 130
    progress.say("", "Stopped.")
    return 0


def serve(settings: Settings, progress: Progress, smtp: str | None = None) -> None:
    """Serve until the process is interrupted (SIGINT, SIGTERM); make the town first where there is none."""
    if not settings.zeo and guard.sweep(settings.data):
        progress.step("Throwing away what an interrupted start has left half made")
    fresh = not settings.zeo and not settings.database.exists()
    with ExitStack() as making:
        if fresh:
            making.enter_context(guard.whole_or_nothing(settings.data))
        application = start(settings, progress)
        _prepare(progress, smtp)
    try:
        listen(settings, application, lambda: _tell(settings, progress))
    finally:
        stop()


def start(settings: Settings, progress: Progress) -> Any:
    """Write the configuration and start Zope on it; return the WSGI application."""
    progress.step(f"Starting Plone on {settings.data}")
    ini = write(settings)
    from paste.deploy import loadapp
    from Zope2.Startup.serve import setup_logging

    setup_logging(str(ini))
    return loadapp(f"config:{quote(str(ini))}")


def listen(settings: Settings, application: Any, ready: Callable[[], None]) -> None:
    """Answer requests until the process is interrupted; call `ready` when the first can come."""
    from paste.deploy.loadwsgi import loadcontext
    from paste.deploy.loadwsgi import SERVER
    from waitress import create_server

    ini = settings.data / "etc" / "wsgi.ini"
    context = loadcontext(SERVER, f"config:{quote(str(ini))}")
    with guard.port_errors(settings.port):
        server = create_server(application, **context.local_conf)
    ready()
    server.run()


def stop() -> None:
    """Stop the clock, and close the databases."""
    from collective.rendezvous.jobs import thread

    import Zope2

    thread.stop()
    for database in Zope2.opened:
        database.close()


def _prepare(progress: Progress, smtp: str | None) -> None:
    from collective.rendezvous.scripts import town
    from Testing.makerequest import makerequest

    import transaction
    import Zope2

    password = os.environ.get("ADMIN_PASSWORD")
    app = makerequest(Zope2.app())
    try:
        if town.SITE not in app:
            town.make_town(app, password or "admin", progress)
        elif password:
            town.set_password(app, password)
        if smtp:
            town.send_by(app[town.SITE], smtp)
        transaction.commit()
    finally:
        transaction.abort()
        app._p_jar.close()


def _tell(settings: Settings, progress: Progress) -> None:
    from collective.rendezvous import demo
    from collective.rendezvous.scripts import town

    given = os.environ.get("ADMIN_PASSWORD")
    manager = "the password of ADMIN_PASSWORD" if given else "admin, unless ADMIN_PASSWORD has been set"
    progress.step("Ready")
    progress.say(
        "",
        f"    The site:            http://{settings.address}/{town.SITE}",
        f"    Where citizens book: http://{settings.address}/{town.SITE}/rendez-vous",
        "",
        f"    Manager: admin / {manager}",
        *(f"    {who}: {login} / {password}" for login, password, who in demo.LOGINS),
        "",
        "    It listens on this machine only. Ctrl-C ends it.",
        "",
    )


def _interrupt(number: int, frame: FrameType | None) -> None:
    logging.disable(logging.ERROR)  # what is cut off here is no news
    raise KeyboardInterrupt


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is no port: give a number from 1 to 65535")
    return int(text)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="rendezvous-serve", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("var"), help="folder of the data (%(default)s)")
    parser.add_argument("--port", type=_port, default=8080, help="port on 127.0.0.1 (%(default)s)")
    parser.add_argument("--threads", type=int, default=4, help="threads that answer (%(default)s)")
    parser.add_argument("--zeo", metavar="HOST:PORT", help="take the data from this ZEO server")
    parser.add_argument("--trusted-proxy", metavar="ADDRESS", help="believe its X-Forwarded headers")
    parser.add_argument("--smtp", metavar="HOST:PORT", help="let the site send mails through it")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
