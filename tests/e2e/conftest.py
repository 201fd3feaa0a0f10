"""Fixtures of the ring that drives Chromium over a real server, with the demo town in it.

`town`       the address of the site, `http://127.0.0.1:PORT/mairie`; the server is started once for all tests
`mailbox`    the mails that the town has sent since the test began, as `email.message.EmailMessage`;
             `mailbox.to("a@example.org")` waits for one
`open_page`  makes a page: `open_page(width=390, javascript=False)`; without arguments a desktop's
`axe`        `axe(page, "#content")` lists what axe-core finds wrong in a part of the page, a line each
`sound`      `sound(page)` fails where axe-core finds anything in the content at a phone's or desktop's width,
             where the page scrolls sideways on a phone and, if it is open as on a phone, where a control is
             too low for a thumb
`section`    the address of the demo section; `office` asks it over HTTP
`phone`      a page 390 px wide that runs no scripts
"""

from aiosmtpd.controller import Controller
from axe_playwright_python.sync_playwright import Axe
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from email import message_from_bytes
from email import policy
from email.message import EmailMessage
from pathlib import Path
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import expect
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
from tests.e2e import looks
from tests.e2e.office import elsewhere
from tests.e2e.office import Office
from typing import Any

import pytest
import requests
import shutil
import signal
import socket
import subprocess
import sys
import threading


BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PATIENCE = 15_000
"""How long a page may let one wait, in milliseconds: the machine may be busy."""

expect.set_options(timeout=PATIENCE)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Mailbox(list[EmailMessage]):
    """What has arrived; the town's clock sends within seconds."""

    def __init__(self) -> None:
        self.news = threading.Condition()

    def arrive(self, message: EmailMessage) -> None:
        with self.news:
            self.append(message)
            self.news.notify_all()

    def to(self, address: str, number: int = 1, patience: float = PATIENCE / 1000) -> list[EmailMessage]:
        """Those to one address, once there are so many of them; fails when they do not come."""

        def found() -> list[EmailMessage]:
            return [mail for mail in self if mail["To"] == address]

        with self.news:
            assert self.news.wait_for(lambda: len(found()) >= number, patience), f"no mail to {address}"
            return found()


class Mails:
    """An SMTP server that keeps what it is given."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.kept = Mailbox()
        self.start()

    def start(self) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self) -> None:
        self.controller.stop()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.kept.arrive(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


class Server:
    """A `rendezvous-serve` of its own, on a free port and a new folder."""

    def __init__(self, data: Path, smtp: int) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/mairie"
        arguments = ["--port", str(self.port), "--data", str(data), "--smtp", f"127.0.0.1:{smtp}"]
        arguments += ["--trusted-proxy", "127.0.0.1"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "collective.rendezvous.scripts.serve", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: list[str] = []
        self.ready = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stdout or ():
            self.said.append(line)
            if "Ctrl-C" in line:
                self.ready.set()
        self.ready.set()

    def wait(self) -> None:
        """Wait until the town answers; fail with what the server said when it does not."""
        assert self.ready.wait(timeout=300) and self.process.poll() is None, "".join(self.said)
        with requests.Session() as session:
            session.trust_env = False
            assert session.get(self.url, timeout=60).status_code == 200, "".join(self.said)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def smtp() -> Iterator[tuple[int, Mails]]:
    mails = Mails(free_port())
    yield mails.port, mails
    mails.stop()


@pytest.fixture(scope="session")
def server(smtp: tuple[int, Mails], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("town"), smtp[0])
    try:
        server.wait()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def town(server: Server) -> str:
    return server.url


@pytest.fixture
def mailbox(smtp: tuple[int, Mails]) -> Mailbox:
    smtp[1].kept.clear()
    return smtp[1].kept


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Pages:
    """Opens pages, each in a browser profile of its own."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.silent: set[BrowserContext] = set()
        self.mirror: Page | None = None

    def open(self, width: int = 1280, height: int = 844, javascript: bool = True) -> Page:
        context = self.browser.new_context(
            extra_http_headers={"X-Forwarded-For": elsewhere()},
            java_script_enabled=javascript,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            viewport={"width": width, "height": height},
        )
        context.set_default_timeout(PATIENCE)
        self.contexts.append(context)
        if not javascript:
            self.silent.add(context)
        return context.new_page()

    def checkable(self, page: Page) -> Page:
        """Return the page, or a copy of what it shows in which axe-core can run where it runs no scripts."""
        if page.context not in self.silent:
            return page
        self.mirror = self.mirror or self.open()
        self.mirror.set_viewport_size(page.viewport_size)
        body = page.content()
        self.mirror.unroute_all()
        self.mirror.route("**/*.js", lambda route: route.abort())
        self.mirror.route(
            page.url.partition("#")[0],
            lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"),
        )
        self.mirror.goto(page.url)
        return self.mirror


@pytest.fixture
def pages(browser: Browser) -> Iterator[Pages]:
    pages = Pages(browser)
    yield pages
    for context in pages.contexts:
        context.close()


@pytest.fixture
def open_page(pages: Pages) -> Callable[..., Page]:
    return pages.open


@pytest.fixture
def axe(pages: Pages) -> Callable[..., list[str]]:
    def axe(page: Page, part: str = "#content", widths: Iterable[int] = ()) -> list[str]:
        checked = pages.checkable(page)
        size = checked.viewport_size
        found = {}
        for width in widths or (size["width"],):
            checked.set_viewport_size({"width": width, "height": size["height"]})
            for violation in Axe().run(checked, context=part).response["violations"]:
                for node in violation["nodes"]:
                    found[f"{violation['id']}: {violation['help']} ({node['html']})"] = None
        checked.set_viewport_size(size)
        return list(found)

    return axe


@pytest.fixture
def sound(axe: Callable[..., list[str]]) -> Callable[..., None]:
    def sound(page: Page) -> None:
        assert axe(page, widths=(390, 1280)) == []
        assert looks.too_wide(page, 390, 320) == []
        if page.viewport_size["width"] == 390:
            assert looks.too_small(page) == []

    return sound


@pytest.fixture(scope="session")
def section(town: str) -> str:
    return f"{town}/rendez-vous"


@pytest.fixture
def office(section: str) -> Office:
    return Office(section)


@pytest.fixture
def phone(pages: Pages) -> Page:
    return pages.open(width=390, javascript=False)
