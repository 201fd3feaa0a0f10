"""A whole life of an appointment: nothing personal outside of the ledger, nothing in it once erased."""

from collections.abc import Iterator
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.jobs.all import ERASURE
from collective.rendezvous.jobs.all import JOBS
from collective.rendezvous.jobs.run import run
from collective.rendezvous.ledger.container import ledgers
from collective.rendezvous.scheduling.rules import Actor
from tests.jobs.conftest import THURSDAY
from tests.town import agent
from tests.town import change
from tests.town import letters
from tests.town import PASSWORD
from tests.town import wish
from typing import Any
from ZODB.serialize import referencesf
from ZODB.utils import load_current
from ZODB.utils import z64

import logging
import pytest
import re
import requests
import transaction


SECRETS = {
    "first name": "Xanthippe",
    "family name": "Quincampoix",
    "another family name": "Verjus-Dubreuil",
    "e-mail address": "xanthippe.q@courriel.example",
    "another address": "autre.boite@courriel.example",
    "phone": "698765432",
    "spoken phone": "06 98 76 54 32",
    "answer": "chien-guide nomme Argos",
    "comment": "Je viendrai avec une poussette mauve.",
    "notes": "La rappeler mardi sans faute.",
}


def secrets_in(data: bytes, *more: str) -> set[str]:
    """The names of the secrets that are somewhere in these bytes, whatever their case."""
    text = data.lower()
    known = {**SECRETS, **{f"more {number}": one for number, one in enumerate(more)}}
    return {name for name, secret in known.items() if secret.lower().encode() in text}


def records(portal: Any, start: bytes, leave: frozenset[bytes] = frozenset()) -> Iterator[bytes]:
    """The current record of every object that can be reached from one, past some."""
    storage = portal._p_jar.db().storage
    seen, left = set(leave), [start]
    while left:
        oid = left.pop()
        if oid not in seen:
            seen.add(oid)
            data, _serial = load_current(storage, oid)
            yield data
            left += referencesf(data)


def found(portal: Any, start: bytes, *more: str, leave: frozenset[bytes] = frozenset()) -> set[str]:
    return set().union(*(secrets_in(data, *more) for data in records(portal, start, leave)))


class Browser(requests.Session):
    """Somebody at a browser or a program; keeps what the pages link to."""

    def __init__(self, section: str, who: str | None) -> None:
        super().__init__()
        self.trust_env = False
        self.section = section
        self.auth = (who, PASSWORD) if who else None
        self.links: list[str] = []

    def ask(self, method: str, path: str, accept: str = "text/html", **options: Any) -> requests.Response:
        url = path if "://" in path else f"{self.section}/{path}"
        answer = self.request(method, url, headers={"Accept": accept}, timeout=60, **options)
        assert answer.status_code < 500, (path, answer.status_code)
        self.links += [one.url for one in (*answer.history, answer)]
        self.links += re.findall(r'(?:href|action|src)="(?!mailto:|tel:)([^"]*)"', answer.text)
        return answer


@pytest.fixture
def town(section: Any) -> Any:
    agent(section, "camille", section["cni"], role="administrator")
    question = {"label": "Un animal ?", "kind": "text", "required": False, "choices": ""}
    change(section["cni"], questions=[question])
    change(section, notify_agents=True, max_upcoming_per_email=3)
    transaction.commit()
    return section


def live(town: Any, time: Any, portal: Any) -> tuple[Any, str, list[str]]:
    """Book, look, change, move, write, search, come, and be received; the reference, key and links seen."""
    url = town.absolute_url()
    citizen, nadia, camille = (Browser(url, who) for who in (None, "nadia", "camille"))
    visitor = {"first_name": "Xanthippe", "last_name": "Quincampoix", "phone": "06 98 76 54 32"}
    wanted = wish(
        THURSDAY,
        visitor={**visitor, "email": SECRETS["e-mail address"]},
        answers={"Un animal ?": SECRETS["answer"]},
        comment=SECRETS["comment"],
    )
    json = "application/json"
    told = citizen.ask("POST", "@appointments", json, json=wanted).json()
    reference, key = told["reference"], told["key"]
    letters(portal)
    for page in ("", "/move", "/cancel", "/ics", "/erase"):
        citizen.ask("GET", f"@@appointment/{reference}{page}?key={key}")
    citizen.ask("GET", f"@@appointment/{reference}?key={key}x")
    citizen.ask("GET", "@@your-data")
    moved = {"key": key, "start": THURSDAY.replace("09:20", "10:00")}
    citizen.ask("POST", f"@@appointment/{reference}/move", data=moved)
    letters(portal)
    changed = {"visitor": {"last_name": "Verjus-Dubreuil", "email": SECRETS["another address"]}}
    nadia.ask("PATCH", f"@appointments/{reference}", json, json={**changed, "notes": SECRETS["notes"]})
    home = nadia.ask("GET", "@@rendezvous-home").text
    token = re.search(r'name="_authenticator" value="(\w+)"', home)
    assert token
    form = {"_authenticator": token[1], "q": "verjus"}
    assert "Verjus" in nadia.ask("POST", "@@rendezvous-search", data=form).text
    for page in ("", "@@rendezvous-day?day=2026-11-12", "@@rendezvous-planning?day=2026-11-12"):
        nadia.ask("GET", page)
    for page in ("appointment-for-staff", "rendezvous-edit", "rendezvous-cancel", "rendezvous-delete"):
        nadia.ask("GET", f"@@{page}/{reference}")
    nadia.ask("GET", "@planning?from=2026-11-12&to=2026-11-12", json)
    nadia.ask("GET", f"@appointments/{reference}", json)
    camille.ask("GET", "@@rendezvous-statistics")
    citizen.ask("POST", "@resend-links", json, json={"email": SECRETS["another address"]})
    letters(portal)
    time.passes(days=1, hours=22)
    run(portal, time.now(), JOBS)
    time.passes(hours=3)
    for step in ("arrive", "honour"):
        nadia.ask("POST", f"@appointments/{reference}/{step}", json)
    time.passes(days=1)
    run(portal, time.now(), JOBS)
    transaction.begin()
    return reference, key, [*citizen.links, *nadia.links, *camille.links]


def test_a_life_leaves_nothing_outside_of_the_ledger_and_after_it_is_erased_nothing_at_all(
    town: Any, time: Any, portal: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    reference, key, links = live(town, time, portal)
    container = ledgers(portal)._p_oid
    stored = Desk(town, Actor("administrator"), time.now()).read(reference)
    assert stored.state == "honoured" and stored.notes == SECRETS["notes"]

    assert found(portal, container, key) == {*SECRETS, "more 0"}
    assert found(portal, z64, key, leave=frozenset({container})) == set()

    logged = [f"{one.name} {one.getMessage()} {one.exc_text}" for one in caplog.records]
    logged = [line for line in logged if not line.startswith("urllib3")]
    assert [line for line in logged if secrets_in(line.encode(), key)] == []
    assert [link for link in links if secrets_in(requests.utils.unquote(link).encode())] == []
    assert not any(secrets_in(repr(entry).encode()) for entry in portal.error_log.getLogEntries())

    time.passes(days=380)
    assert run(portal, time.now(), JOBS)["erasure"] == 1
    letters(portal)
    transaction.begin()
    assert found(portal, container, key) == set()
    assert found(portal, z64, key) == set()
    assert [line for line in caplog.records if "Verjus" in line.getMessage()] == []

    erased = Desk(town, Actor("administrator"), time.now()).read(reference)
    assert erased.erased and erased.type_title == "Carte d'identité"
    assert (erased.state, erased.people, erased.start_at.hour) == ("honoured", 1, 9)
    assert {change.who for change in erased.history} <= {"", "citizen", "system"}
    answer = Browser(town.absolute_url(), None).ask("GET", f"@@appointment/{reference}?key={key}")
    assert answer.status_code == 404


def test_it_erases_once_and_has_nothing_to_do_then(town: Any, time: Any, portal: Any, citizen: Any) -> None:
    citizen().book(wish(THURSDAY))
    time.passes(days=380)
    assert run(portal, time.now(), [ERASURE]) == {"erasure": 1}
    assert run(portal, time.now(), [ERASURE]) == {}
    time.passes(days=1)
    assert run(portal, time.now(), [ERASURE]) == {"erasure": 0}


def test_people_are_forgotten_where_the_section_is_gone_too(
    town: Any, time: Any, portal: Any, citizen: Any
) -> None:
    citizen().book(wish(THURSDAY))
    change(town, retention_months=2)
    transaction.commit()
    time.passes(days=3)
    assert run(portal, time.now(), [ERASURE]) == {"erasure": 0}
    uid = town.UID()
    transaction.begin()
    portal._delObject(town.getId())
    transaction.commit()
    time.passes(days=63)
    assert run(portal, time.now(), [ERASURE]) == {"erasure": 1}
    transaction.begin()
    assert [one.email for one in ledgers(portal)[uid].between(0)] == [""]
