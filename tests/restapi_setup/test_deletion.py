"""What has appointments to come stays, and whoever deletes reads why."""

from plone.testing.zope import Browser

import json
import pytest
import re


@pytest.fixture
def to_come(monkeypatch):
    from collective.rendezvous.booking import guards

    counts = {"rdv": 3, "desk": 2, "passport": 1, "rita": 1}
    monkeypatch.setattr(guards, "upcoming", lambda obj, now: counts.get(obj.getId(), 0))
    return counts


@pytest.fixture
def browser(functional):
    it = Browser(functional["app"])
    it.addHeader("Authorization", "Basic admin:secret")
    it.addHeader("Accept", "text/html")
    return it


def test_rest_answers_409_with_how_many(office, admin, to_come):
    for path in ("/rdv/desk", "/rdv/passport", "/rdv/rita", "/rdv"):
        answer = admin.delete(path)
        assert answer.status_code == 409, answer.text
        told = answer.json()
        name = path.rsplit("/", 1)[1]
        assert (told["type"], told["code"], told["count"]) == ("Conflict", "has_appointments", to_come[name])
        assert told["message"]
        assert admin.get(path).status_code == 200
    to_come.clear()
    assert admin.delete("/rdv/desk").status_code == 204
    assert admin.delete("/rdv").status_code == 204


def test_what_stays_is_no_error_of_the_site(office, admin, to_come, caplog):
    assert admin.delete("/rdv/desk").status_code == 409
    assert [record for record in caplog.records if record.name == "Zope.SiteErrorLog"] == []
    assert admin.get("/rdv/desk").status_code == 200


def test_a_folder_around_the_section_stays_too(town, add, admin, to_come):
    add("/", "Folder", id="folder", title="Folder")
    add("/folder", "RendezVousSection", id="rdv", title="Rdv")
    answer = admin.delete("/folder")
    assert (answer.status_code, answer.json()["code"]) == (409, "has_appointments")


def test_the_page_that_asks_tells_why_not(office, town, browser, to_come):
    to_come.clear()
    browser.open(town.absolute_url() + "/rdv/@@delete_confirmation")
    to_come["rdv"] = 3
    browser.raiseHttpErrors = False
    browser.getControl(name="delete").click()
    assert browser.headers["status"].startswith("409")
    assert "3 rendez-vous" in browser.contents
    assert "<h1" in browser.contents
    town._p_jar.sync()
    assert "rdv" in town


def test_folder_contents_tells_why_not_and_deletes_the_others(office, town, browser, to_come):
    town._p_jar.sync()
    rdv = town["rdv"]
    uids = [rdv["desk"].UID(), rdv["guichet-standard"].UID()]
    browser.open(rdv.absolute_url() + "/delete_confirmation")
    token = re.search(r'name="_authenticator"[^>]*value="([^"]+)"', browser.contents)
    token = token or re.search(r'value="([^"]+)"[^>]*name="_authenticator"', browser.contents)
    from urllib.parse import urlencode

    form = {"selection": json.dumps(uids), "folder": "/rdv", "_authenticator": token[1]}
    browser.post(rdv.absolute_url() + "/@@fc-delete", urlencode(form))
    told = json.loads(browser.contents)
    assert told["status"] == "warning"
    assert "(2)" in told["msg"]
    rdv._p_jar.sync()
    assert rdv.objectIds().count("desk") == 1
    assert "guichet-standard" not in rdv.objectIds()
