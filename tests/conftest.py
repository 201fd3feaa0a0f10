"""Fixtures of every ring of tests.

`integration`   the layer of a test in one transaction that is rolled back: a mapping with "portal", "app"
`functional`    the layer of a test that commits; a WSGI server publishes its site; all is dropped after it
`portal`, `app` of `functional` where a test uses it (or `http`), else of `integration`
`manager`       `portal`, with the test user a Manager
`mails`         the messages the site has sent so far, as bytes
`http`          a `requests` session on the functional site: `http.get("/rendez-vous/@slots").json()`,
                for a user `http.by("admin", "secret").post(...)`

Nothing of Plone is imported before the first test that asks for a layer: the pure tests know nothing of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import ExitStack
from typing import Any

import pytest
import requests


class Layers:
    """The layers that are up: each is set up on first use, after its bases, and stays up.

    Only a site that lies on top of another one goes before a test that asks for the one below.
    """

    def __init__(self) -> None:
        self.up: list[Any] = []

    def set_up(self, layer: Any) -> None:
        from plone.app.testing import PloneSandboxLayer

        wanted = self._order(layer)
        over = [each for each in self.up if isinstance(each, PloneSandboxLayer) and each not in wanted]
        for each in reversed(list(self.up)):
            if any(covering in self._order(each) for covering in over):
                each.tearDown()
                self.up.remove(each)
        for base in wanted:
            if base not in self.up:
                base.setUp()
                self.up.append(base)

    def tear_down(self) -> None:
        while self.up:
            self.up.pop().tearDown()

    @contextmanager
    def test(self, layer: Any) -> Iterator[Any]:
        self.set_up(layer)
        with ExitStack() as stack:
            for base in self._order(layer):
                base.testSetUp()
                stack.callback(base.testTearDown)
            yield layer

    def _order(self, layer: Any) -> list[Any]:
        order: list[Any] = []
        for base in layer.__bases__:
            order += [each for each in self._order(base) if each not in order]
        return [*order, layer]


class Http(requests.Session):
    """JSON over HTTP with the site at `url`; a path is within the site."""

    def __init__(self, url: str, auth: tuple[str, str] | None = None) -> None:
        super().__init__()
        self.url = url
        self.auth = auth
        self.trust_env = False
        self.headers["Accept"] = "application/json"

    def request(self, method: str | bytes, url: Any, *args: Any, **options: Any) -> requests.Response:
        return super().request(method, url if "://" in url else self.url + url, *args, **options)

    def by(self, login: str, password: str) -> "Http":
        """Return a session of its own for a user."""
        return Http(self.url, (login, password))


@pytest.fixture(scope="session")
def layers() -> Iterator[Layers]:
    stack = Layers()
    yield stack
    stack.tear_down()


@pytest.fixture
def integration(layers: Layers) -> Iterator[Any]:
    from collective.rendezvous.testing import INTEGRATION_TESTING

    with layers.test(INTEGRATION_TESTING) as layer:
        yield layer


@pytest.fixture
def functional(layers: Layers) -> Iterator[Any]:
    from collective.rendezvous.testing import FUNCTIONAL_TESTING

    with layers.test(FUNCTIONAL_TESTING) as layer:
        yield layer


@pytest.fixture
def layer(request: pytest.FixtureRequest) -> Any:
    ring = "functional" if "functional" in request.fixturenames else "integration"
    return request.getfixturevalue(ring)


@pytest.fixture
def portal(layer: Any) -> Any:
    return layer["portal"]


@pytest.fixture
def app(layer: Any) -> Any:
    return layer["app"]


@pytest.fixture
def manager(portal: Any) -> Any:
    from plone.app.testing import setRoles
    from plone.app.testing import TEST_USER_ID

    setRoles(portal, TEST_USER_ID, ["Manager"])
    return portal


@pytest.fixture
def mails(portal: Any) -> Any:
    portal.MailHost.reset()
    return portal.MailHost.messages


@pytest.fixture
def http(functional: Any) -> Iterator[Http]:
    with Http(functional["portal"].absolute_url()) as session:
        yield session
