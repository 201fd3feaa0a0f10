"""The clock of a served town: letters leave by themselves, and outlive an outage of the mail server."""

from collections.abc import Iterator
from tests.e2e.conftest import Mailbox
from tests.e2e.conftest import Mails
from tests.e2e.office import Office

import pytest
import uuid


CIVIL = "etat-civil"


@pytest.fixture
def outage(smtp: tuple[int, Mails]) -> Iterator[Mails]:
    """The mail server, stopped; it is up again after the test."""
    server = smtp[1]
    server.stop()
    yield server
    server.stop()
    server.start()


def address() -> str:
    return f"{uuid.uuid4().hex}@example.org"


def test_what_is_booked_leaves_by_itself(office: Office, mailbox: Mailbox, section: str) -> None:
    email = address()
    booked = office.booked_by_public(CIVIL, office.next_start(CIVIL), email=email)
    assert booked.status_code == 201, booked.text
    (mail,) = mailbox.to(email)
    assert (
        f"{section}/@@appointment/{booked.json()['reference']}?key=" in mail.get_body(["plain"]).get_content()
    )


def test_what_is_booked_while_the_mail_server_is_down_arrives_once_it_is_up(
    office: Office, mailbox: Mailbox, outage: Mails
) -> None:
    email, other = address(), address()
    assert office.booked_by_public(CIVIL, office.next_start(CIVIL), email=email).status_code == 201
    assert mailbox == []
    outage.start()
    assert len(mailbox.to(email, patience=120)) == 1
    assert office.booked_by_public(CIVIL, office.next_start(CIVIL), email=other).status_code == 201
    mailbox.to(other)
    assert len(mailbox.to(email)) == 1
