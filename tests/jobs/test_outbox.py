"""Letters go through a mail server that is really spoken to: late rather than never, and once."""

from aiosmtpd.controller import Controller
from collections.abc import Callable
from collections.abc import Iterator
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.jobs import outbox as job
from collective.rendezvous.jobs.all import OUTBOX
from collective.rendezvous.jobs.run import run
from collective.rendezvous.ledger.outbox import LEASE
from collective.rendezvous.ledger.outbox import Outbox
from collective.rendezvous.ledger.outbox import PATIENCE
from collective.rendezvous.testing import KeptMails
from email import message_from_bytes
from email import policy
from plone import api
from Products.MailHost.MailHost import MailBase
from tests.jobs.conftest import THURSDAY
from tests.town import change
from tests.town import visitor
from tests.town import wish
from threading import Thread
from typing import Any
from zope.sendmail.mailer import SMTPMailer

import logging
import pytest
import socket
import transaction


class Server:
    """A mail server on a port of its own, that one can stop; it refuses who is called bad."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.controller: Controller | None = None
        self.kept: list[Any] = []

    def start(self) -> None:
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    def stop(self) -> None:
        if self.controller is not None:
            self.controller.stop()
            self.controller = None

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address.startswith("bad"):
            return "550 No such person: " + address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.kept.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    @property
    def recipients(self) -> list[str]:
        return sorted(str(message["To"]) for message in self.kept)


@pytest.fixture
def server(section: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """What the site's MailHost speaks to; it is not started yet."""
    made = Server()
    send = lambda self, sender, to, text, immediate=False: SMTPMailer().send(sender, to, text)  # noqa: E731
    monkeypatch.setattr(KeptMails, "send", MailBase.send)
    monkeypatch.setattr(KeptMails, "_send", send)
    api.portal.set_registry_record("plone.smtp_host", "127.0.0.1")
    api.portal.set_registry_record("plone.smtp_port", made.port)
    transaction.commit()
    yield made
    made.stop()


@pytest.fixture
def clock(portal: Any, time: Any) -> Callable[..., int]:
    """Let time pass, and the clock send what is due then."""
    return lambda **passes: run(portal, time.passes(**passes), [OUTBOX])["outbox"]


def book(desk: Any, hour: str = "09:20", **fields: Any) -> Any:
    return desk.book(
        wish(THURSDAY.replace("09:20", hour), visitor=visitor(**fields)), language="fr"
    ).appointment


def test_what_is_booked_while_the_server_is_down_arrives_once_when_it_is_up_again(
    citizen: Any, server: Server, clock: Any, outbox: Outbox, time: Any
) -> None:
    made = book(citizen())
    for _minute in range(3):
        assert clock(minutes=1) == 0
    assert len(outbox) == 1
    server.start()
    assert clock(minutes=1) == 1
    assert clock(minutes=1) == 0
    (message,) = server.kept
    assert message["To"] == made.email
    assert len(outbox) == 0
    assert outbox.given_up.count == 0


def test_a_letter_arrives_letter_by_letter_as_it_was_composed(
    section: Any, citizen: Any, server: Server, clock: Any
) -> None:
    server.start()
    change(section, sender_name="Accueil, état civil")
    transaction.commit()
    made = citizen().book(wish("2026-11-25T09:20:00+01:00"), language="fr").appointment
    clock()
    (message,) = server.kept
    subject = "Votre rendez-vous du mercredi 25 novembre 2026 à 9 h 20"
    assert message["Subject"].replace("\xa0", " ") == subject
    assert message["From"].addresses[0].display_name == section.sender_name
    assert message["To"].addresses[0].addr_spec == made.email
    lines = message.as_bytes().splitlines()
    assert max(map(len, lines)) <= 998
    kinds = [part.get_content_type() for part in message.walk()]
    assert {"text/plain", "text/html", "text/calendar"} <= set(kinds)


def test_an_outage_costs_each_look_one_try_and_no_letter_its_turn(
    citizen: Any, server: Server, clock: Any, outbox: Outbox, caplog: pytest.LogCaptureFixture
) -> None:
    for number, hour in enumerate(("09:00", "09:20", "09:40")):
        book(citizen(), hour, email=f"visitor{number}@example.org")
    with caplog.at_level(logging.ERROR):
        clock()
        clock(seconds=1)
    assert caplog.text.count("The mail server does not answer") == 1
    server.start()
    assert clock(seconds=30) == 3
    assert server.recipients == [f"visitor{number}@example.org" for number in range(3)]


def test_who_is_refused_stops_nobody_and_is_given_up_after_some_days(
    citizen: Any, server: Server, clock: Any, outbox: Outbox, caplog: pytest.LogCaptureFixture
) -> None:
    server.start()
    made = (
        citizen()
        .book(wish("2026-12-10T09:00:00+01:00", visitor=visitor(email="bad.address@example.org")))
        .appointment
    )
    book(citizen(), email="good@example.org")
    with caplog.at_level(logging.INFO):
        assert clock() == 1
        assert server.recipients == ["good@example.org"]
        assert clock(seconds=30) == 0
        days = 0
        while len(outbox):
            clock(hours=4)
            days += 1
    assert PATIENCE / 86400 <= days / 6 <= PATIENCE / 86400 + 1
    assert outbox.given_up.count == 1
    assert outbox.given_up.last[0][1:] == ("confirmed", made.reference)
    ours = [record.getMessage() for record in caplog.records if record.name != "mail.log"]
    assert [message for message in ours if "SMTPRecipientsRefused" in message]
    assert not [message for message in ours if "bad.address" in message]


def test_what_cannot_be_written_waits_and_stops_nobody(
    section: Any, citizen: Any, server: Server, clock: Any, outbox: Outbox
) -> None:
    server.start()
    change(section, sender_address="pas une adresse")
    transaction.commit()
    book(citizen())
    assert clock() == 0
    assert len(outbox) == 1
    change(section, sender_address="")
    transaction.commit()
    assert clock(minutes=5) == 1


def test_who_dies_with_a_letter_in_hand_lets_it_be_sent_again_and_not_before_the_lease_is_over(
    citizen: Any, server: Server, clock: Any, outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.start()
    book(citizen())

    def die(_self: Any, _key: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Outbox, "sent", die)
        with pytest.raises(KeyboardInterrupt):
            clock()
    assert len(server.kept) == 1
    assert clock(seconds=LEASE - 1) == 0
    assert clock(seconds=1) == 1
    assert len(server.kept) == 2
    assert server.kept[0]["Message-ID"] == server.kept[1]["Message-ID"]


def test_what_is_rolled_back_sends_nothing(staff: Any, server: Server, clock: Any) -> None:
    server.start()
    desk = staff()
    desk.commit = None
    book(desk)
    transaction.abort()
    assert clock() == 0
    assert server.kept == []


def test_what_is_no_longer_true_is_not_sent(citizen: Any, staff: Any, server: Server, clock: Any) -> None:
    made = book(citizen())
    clock()
    citizen().move(made.reference, {"start": "2026-11-12T10:00:00+01:00"}, made.key)
    citizen().move(made.reference, {"start": "2026-11-12T10:20:00+01:00"}, made.key)
    gone = book(citizen(), "11:00", email="gone@example.org")
    staff().delete(gone.reference)
    server.start()
    clock(minutes=1)
    subjects = sorted(str(message["Subject"]).replace("\xa0", " ") for message in server.kept)
    assert [subject.partition(" jeudi")[0] for subject in subjects] == [
        "Votre rendez-vous du",
        "Votre rendez-vous du",
        "Votre rendez-vous est déplacé au",
    ]
    assert [subject for subject in subjects if "annulé" in subject]
    assert [subject for subject in subjects if "déplacé" in subject][0].endswith("à 10 h 20")


def test_an_appointment_that_has_begun_is_not_confirmed_any_more(
    citizen: Any, server: Server, clock: Any, outbox: Outbox
) -> None:
    book(citizen())
    clock()
    server.start()
    assert clock(days=3) == 0
    assert (len(outbox), server.kept) == (0, [])


def test_letters_wait_until_the_address_of_the_site_is_known(
    section: Any, citizen: Any, server: Server, clock: Any, outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.start()
    book(citizen())
    monkeypatch.setattr(job, "unknown", lambda section: True)
    assert clock() == 0
    assert len(outbox) == 1


def test_a_turn_ends_before_its_leases_do(
    portal: Any, citizen: Any, server: Server, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.start()
    monkeypatch.setattr(job, "BATCH", 2)
    for number, hour in enumerate(("09:00", "09:20", "09:40")):
        book(citizen(), hour, email=f"visitor{number}@example.org")
    assert [clock(), clock(), clock()] == [2, 1, 0]


def test_clocks_side_by_side_send_each_letter_once(
    functional: Any, portal: Any, section: Any, citizen: Any, server: Server, time: Any, outbox: Outbox
) -> None:
    from collective.rendezvous.jobs.sites import sites

    change(section["guichet-standard"], capacity=2)
    change(section, bookings_per_minute=0)
    transaction.commit()
    hours = [f"{minute // 60:02}:{minute % 60:02}" for minute in range(9 * 60, 12 * 60, 20)]
    for number, hour in enumerate(hours):
        book(citizen(), hour, email=f"visitor{number}@example.org")
    server.start()
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for site in sites():
                run(site, time.now(), [OUTBOX])
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    transaction.begin()
    run(portal, time.passes(minutes=10), [OUTBOX])
    assert server.recipients == sorted(f"visitor{number}@example.org" for number in range(len(hours)))
    assert len(ledger_of(section).outbox) == 0
