from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.registry.interfaces import IRegistry
from zope.component import getUtility

import transaction


def test_the_site_of_the_layer_is_a_french_town(portal):
    registry = getUtility(IRegistry)
    assert registry["plone.default_language"] == "fr"
    assert registry["plone.portal_timezone"] == "Europe/Paris"


def test_the_add_on_is_installed_in_the_layer(portal):
    version = portal.portal_setup.getLastVersionForProfile("collective.rendezvous:default")
    assert version != "unknown"


def test_the_functional_layer_publishes_what_a_test_has_committed(functional, portal, http):
    portal.title = "Une autre mairie"
    transaction.commit()
    assert http.get("/").json()["title"] == "Une autre mairie"


def test_what_another_test_committed_is_gone(functional, http):
    assert http.get("/").json()["title"] != "Une autre mairie"


def test_a_session_speaks_for_a_user(http):
    assert http.get("/@addons").status_code == 401
    assert http.by(SITE_OWNER_NAME, SITE_OWNER_PASSWORD).get("/@addons").status_code == 200


def test_mails_are_kept_in_the_site(portal, mails):
    portal.MailHost.send("Bonjour", mto="a@example.org", mfrom="b@example.org", subject="Rendez-vous")
    assert b"Rendez-vous" in mails[0]
