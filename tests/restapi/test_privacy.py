from .sending import booked
from .sending import of
from .sending import visitor
from plone import api

import logging


PERSONAL = ("Xanthippe", "Quincampoix", "xanthippe@example.org", "0698765432", "une phrase à part")


def sent():
    who = visitor("Quincampoix", first_name=PERSONAL[0], email=PERSONAL[2], phone=PERSONAL[3])
    return booked("09:00", visitor=who, comment=PERSONAL[4])


def test_nothing_personal_is_in_the_catalog(citizen, portal):
    before = len(api.content.find(portal))
    made = citizen.book(sent())
    catalog = api.portal.get_tool("portal_catalog")
    for text in (*PERSONAL, made["reference"], made["key"]):
        assert catalog.unrestrictedSearchResults(SearchableText=text) == [] or not len(
            catalog.unrestrictedSearchResults(SearchableText=text)
        )
    assert len(api.content.find(portal)) == before
    found = citizen.http.get(f"/@search?SearchableText={PERSONAL[1]}").json()
    assert found["items_total"] == 0


def test_a_key_is_neither_logged_nor_told_again(citizen, nadia, caplog, portal):
    caplog.set_level(logging.DEBUG)
    made = citizen.book(sent())
    answers = [
        citizen.get(of(made)),
        citizen.get(of(made, key=made["key"] + "x")),
        citizen.post(of(made, "arrive")),
        citizen.post(of(made, "cancel")),
        citizen.post(of(made, "cancel")),
        citizen.patch(of(made), {"start": "soon"}),
        nadia.get("@appointments"),
        nadia.get(f"@appointments/{made['reference']}"),
    ]
    for answer in answers:
        assert made["key"] not in answer.text
        assert made["key"] not in str(answer.headers)
    ours = [record.getMessage() for record in caplog.records if not record.name.startswith("urllib3")]
    assert not [message for message in ours if made["key"] in message]
    assert made["key"] not in str(portal.error_log.getLogEntries())
