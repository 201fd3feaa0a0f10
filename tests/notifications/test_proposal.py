"""The mail that asks to choose another date."""

from collections.abc import Callable
from collective.rendezvous.booking.desk import Desk
from datetime import datetime
from email.message import EmailMessage
from tests.notifications.conftest import THURSDAY
from tests.town import agent
from tests.town import change
from tests.town import create
from tests.town import wish
from typing import Any

import requests
import transaction


Sent = Callable[[], list[EmailMessage]]


def test_its_link_opens_the_citizens_own_page_to_move_it(
    section: Any, citizen: Desk, staff: Desk, sent: Sent
) -> None:
    made = citizen.book(wish(THURSDAY), language="fr").appointment
    sent()
    done = staff.propose([made.reference])
    assert done.written[0].reference == made.reference
    (message,) = sent()
    assert message["To"] == "marie.durand@example.org"
    subject = message["Subject"].replace("\xa0", " ")
    assert subject == "Choisissez une autre date : votre rendez-vous du jeudi 12 novembre 2026 à 9 h 20"
    text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert "Nous en sommes désolés" in text
    url = f"{section.absolute_url()}/@@appointment/{made.reference}/move?key={made.key}"
    assert url in text.splitlines()
    assert "Référence" in text.replace("\xa0", " ")
    with requests.Session() as session:
        session.trust_env = False
        page = session.get(url, headers={"Accept": "text/html"}, timeout=60)
    assert page.status_code == 200
    assert 'name="start"' in page.text


def test_the_town_may_write_it_in_its_own_words(section: Any, citizen: Desk, staff: Desk, sent: Sent) -> None:
    change(section, mail_proposal_subject="Absence", mail_proposal_body="${visitor}: ${move_url}")
    transaction.commit()
    made = citizen.book(wish(THURSDAY)).appointment
    sent()
    staff.propose([made.reference])
    (message,) = sent()
    assert message["Subject"] == "Absence"
    text = message.get_body(("plain",)).get_content()
    assert text.startswith("Marie Durand: http")
    assert f"/{made.reference}/move?key={made.key}" in text


def test_another_agent_at_the_same_time_is_no_news_for_the_visitor(
    section: Any, citizen: Desk, staff: Desk, sent: Sent
) -> None:
    made = citizen.book(wish(THURSDAY)).appointment
    agent(section, "rose", section["cni"])
    create(section["nadia"], "Unavailability", start=datetime(2026, 11, 12), end=datetime(2026, 11, 13))
    transaction.commit()
    sent()
    staff.move_to_nearest(made.reference)
    assert sent() == []
