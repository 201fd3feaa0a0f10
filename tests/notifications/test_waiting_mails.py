"""Letters to those who wait, and the job that has them written."""

from collections.abc import Callable
from collective.rendezvous import clock
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.jobs.all import OFFERS
from collective.rendezvous.jobs.run import run
from collective.rendezvous.scheduling.rules import Actor
from datetime import datetime
from datetime import timedelta
from email.message import EmailMessage
from tests.notifications.conftest import NOW
from tests.town import change
from tests.town import wish
from typing import Any

import pytest
import re
import transaction


Sent = Callable[[], list[EmailMessage]]
DAY = "2026-11-12"


def text(message: EmailMessage) -> str:
    return message.get_body(("plain",)).get_content().replace("\xa0", " ").replace("\r\n", "\n")


def key_of(message: EmailMessage, page: str) -> str:
    found = re.search(rf"/@@waiting-list/{page}\?key=([\w-]+)", text(message))
    assert found
    return found[1]


def asked(**fields: Any) -> dict[str, Any]:
    return {"type": "cni", "email": "ines@example.org", "from": DAY, "to": DAY, "consent": True, **fields}


@pytest.fixture
def full(section: Any, citizen: Desk) -> list[Any]:
    """All starts of Thursday are booked."""
    change(section, max_upcoming_per_email=0, contact_phone="02 61 91 00 10")
    change(section["cni"], documents=[{"document": "Photo d'identité", "note": ""}])
    transaction.commit()
    starts = [f"{hour:02}:{minute:02}" for hour in (9, 10, 11) for minute in (0, 20, 40)]
    return [citizen.book(wish(f"{DAY}T{start}:00+01:00")).appointment for start in starts]


@pytest.fixture
def offers(portal: Any) -> Callable[..., int]:
    def offers(now: datetime = NOW) -> int:
        transaction.begin()
        return run(portal, now, [OFFERS])["offers"]

    return offers


@pytest.fixture
def offered(section: Any, citizen: Desk, full: list[Any], sent: Sent, offers: Any) -> EmailMessage:
    """Ines waits, somebody cancels, and the clock has passed."""
    sent()
    citizen.waiting.join(asked(), "fr")
    (message,) = sent()
    citizen.waiting.confirm(key_of(message, "confirm"))
    citizen.cancel(full[3].reference, full[3].key)
    assert offers() == 1
    [found] = [each for each in sent() if each["To"] == "ines@example.org"]
    return found


def test_the_address_is_asked_first_in_the_language_of_whoever_came(citizen: Desk, sent: Sent) -> None:
    citizen.waiting.join(asked(), "fr")
    (message,) = sent()
    assert message["To"] == "ines@example.org"
    assert message["Subject"].replace("\xa0", " ") == "Liste d'attente : confirmez votre adresse"
    body = text(message)
    assert "Carte d'identité" in body and "jeudi 12 novembre" in body
    assert "ne faites rien" in body
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_body(("html",)) is not None


def test_an_offer_tells_what_until_when_and_how(offered: EmailMessage) -> None:
    assert offered["Subject"].replace("\xa0", " ") == (
        "Une heure s'est libérée : jeudi 12 novembre 2026 à 10 h 00"
    )
    body = text(offered)
    assert "Motif : Carte d'identité" in body
    assert "mardi 10 novembre à 11 h 42" in body, "until when"
    assert key_of(offered, "offer") == key_of(offered, "leave")
    assert "02 61 91 00 10" in body


def test_the_town_writes_its_own_offer(
    section: Any, citizen: Desk, full: list[Any], sent: Sent, offers: Any
) -> None:
    change(
        section,
        mail_waiting_offer_subject="${date} : libre",
        mail_waiting_offer_body="${time} ${type} ${manage_url} ${documents} avant ${until}",
    )
    transaction.commit()
    citizen.waiting.join(asked(), "fr")
    (message,) = [each for each in sent() if each["To"] == "ines@example.org"]
    citizen.waiting.confirm(key_of(message, "confirm"))
    citizen.cancel(full[3].reference, full[3].key)
    offers()
    [found] = [each for each in sent() if each["To"] == "ines@example.org"]
    assert found["Subject"] == "jeudi 12 novembre 2026 : libre"
    assert text(found).startswith("10 h 00 Carte d'identité http")
    assert "- Photo d'identité" in text(found)


def test_an_offer_that_has_lapsed_is_not_told(
    section: Any, citizen: Desk, full: list[Any], sent: Sent, offers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen.waiting.join(asked(), "fr")
    (message,) = [each for each in sent() if each["To"] == "ines@example.org"]
    citizen.waiting.confirm(key_of(message, "confirm"))
    citizen.cancel(full[3].reference, full[3].key)
    offers()
    monkeypatch.setattr(clock, "now", lambda: NOW + timedelta(hours=3))
    assert [each for each in sent() if each["To"] == "ines@example.org"] == []


def test_who_has_left_meanwhile_is_not_written_to(citizen: Desk, sent: Sent) -> None:
    citizen.waiting.join(asked(), "fr")
    assert citizen.ledger is not None
    [made] = list(citizen.ledger.waiting)
    citizen.waiting.leave(made.key)
    assert sent() == []


def test_a_second_turn_offers_nothing_twice(offered: EmailMessage, offers: Any, sent: Sent) -> None:
    assert offers() == 0
    assert sent() == []


def test_a_lapsed_offer_goes_on_by_the_same_job(
    section: Any, citizen: Desk, offered: EmailMessage, offers: Any, sent: Sent
) -> None:
    Desk(section, Actor("public"), NOW, transaction.commit).waiting.join(asked(email="b@example.org"), "fr")
    [message] = [each for each in sent() if each["To"] == "b@example.org"]
    citizen.waiting.confirm(key_of(message, "confirm"))
    assert offers(NOW + timedelta(hours=1)) == 0
    assert offers(NOW + timedelta(hours=2)) == 1


def test_nothing_is_done_where_nobody_waits(section: Any, full: list[Any], offers: Any) -> None:
    assert offers() == 0
