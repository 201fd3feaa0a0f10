"""The forms of all types render, save, and say beside the field what is wrong."""

from datetime import date
from plone import api
from plone.testing.zope import Browser

import pytest
import re
import transaction


@pytest.fixture
def rdv(functional):
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        for name in ("rita", "oscar"):
            api.user.create(username=name, email=f"{name}@example.org", password="secret-secret")
        it = api.content.create(portal, "RendezVousSection", id="rdv", title="Rendez-vous")
        api.content.create(it, "AppointmentType", id="passport", title="Passeport", duration=20)
        api.content.create(it, "Agent", id="rita", title="Rita", userid="rita", role="receptionist")
    transaction.commit()
    return it


@pytest.fixture
def browser(functional):
    it = Browser(functional["app"])
    it.addHeader("Authorization", "Basic admin:secret")
    return it


def field(browser, name):
    """The HTML of one field of the form."""
    found = re.search(
        rf'<div[^>]*id="formfield-form-widgets-{name}"(.*?)(?=<div[^>]*id="formfield-|</form)',
        browser.contents,
        re.S,
    )
    assert found, name
    return found[1]


def save(browser):
    browser.getControl(name="form.buttons.save").click()


def test_a_section_is_made_by_form(functional, browser):
    url = functional["portal"].absolute_url()
    browser.open(url + "/++add++RendezVousSection")
    browser.getControl(name="form.widgets.title").value = "État civil"
    browser.getControl(name="form.widgets.day_end").value = "7h30"
    save(browser)
    assert "fin" in field(browser, "day_end").lower() or "end" in field(browser, "day_end")
    assert "invalid-feedback" in field(browser, "day_end") or "error" in field(browser, "day_end")
    browser.getControl(name="form.widgets.day_end").value = "19h"
    save(browser)
    functional["portal"]._p_jar.sync()
    section = functional["portal"]["etat-civil"]
    assert section.day_end == "19:00"
    assert section.timezone == "Europe/Paris"
    assert section.objectIds() == ["guichet-standard"]


def test_a_section_is_changed(rdv, browser):
    browser.open(rdv.absolute_url() + "/edit")
    browser.getControl(name="form.widgets.holidays_worked").value = "2026-11-11\n25/12/2026"
    browser.getControl(name="form.widgets.reminder_hours").value = "24"
    save(browser)
    rdv._p_jar.sync()
    assert rdv.holidays_worked == [date(2026, 11, 11), date(2026, 12, 25)]
    assert rdv.reminder_hours == 24
    assert rdv.closures == []


def test_a_type_is_made_and_changed(rdv, browser):
    browser.open(rdv.absolute_url() + "/++add++AppointmentType")
    save(browser)
    assert "invalid-feedback" in field(browser, "title")
    browser.getControl(name="form.widgets.title").value = "Mariage"
    browser.getControl(name="form.widgets.duration").value = "500"
    save(browser)
    assert "invalid-feedback" in field(browser, "duration")
    browser.getControl(name="form.widgets.duration").value = "45"
    save(browser)
    rdv._p_jar.sync()
    assert rdv["mariage"].duration == 45
    assert rdv["mariage"].questions == []


def test_a_counter_takes_types_by_check_boxes(rdv, browser):
    browser.open(rdv.absolute_url() + "/++add++Counter")
    browser.getControl(name="form.widgets.title").value = "Annexe"
    browser.getControl(name="form.widgets.capacity").value = "2"
    browser.getControl("Passeport").selected = True
    save(browser)
    rdv._p_jar.sync()
    assert rdv["annexe"].types == [rdv["passport"].UID()]
    browser.open(rdv["annexe"].absolute_url() + "/edit")
    assert browser.getControl("Passeport").selected
    browser.getControl("Passeport").selected = False
    save(browser)
    rdv._p_jar.sync()
    assert rdv["annexe"].types == []


def test_an_agent_is_a_user_who_is_none_yet(rdv, browser):
    browser.open(rdv.absolute_url() + "/++add++Agent")
    browser.getControl(name="form.widgets.title").value = "Oscar"
    browser.getControl(name="form.widgets.userid:list").value = ["rita"]
    browser.getControl(name="form.widgets.role").value = ["receptionist"]
    save(browser)
    assert "invalid-feedback" in field(browser, "userid")
    browser.getControl(name="form.widgets.userid:list").value = ["oscar"]
    save(browser)
    rdv._p_jar.sync()
    assert rdv["oscar"].userid == "oscar"
    assert rdv["oscar"].role == "receptionist"


def test_an_agent_whose_account_is_gone_can_still_be_changed(rdv, browser):
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="rita")
    transaction.commit()
    browser.open(rdv["rita"].absolute_url() + "/edit")
    browser.getControl(name="form.widgets.title").value = "Rita Roux"
    save(browser)
    rdv._p_jar.sync()
    assert rdv["rita"].title == "Rita Roux"


def test_hours_and_leaves_are_made(rdv, browser):
    browser.open(rdv["rita"].absolute_url() + "/++add++Availability")
    save(browser)
    for name in ("days", "start", "end", "types"):
        assert "requis" in field(browser, name).lower(), field(browser, name)
    browser.getControl(name="form.widgets.days:list").value = ["0", "3"]
    browser.getControl(name="form.widgets.start").value = "9h"
    browser.getControl(name="form.widgets.end").value = "8:00"
    browser.getControl(name="form.widgets.types:list").value = [rdv["passport"].UID()]
    save(browser)
    assert "invalid-feedback" in field(browser, "end")
    browser.getControl(name="form.widgets.end").value = "24:00"
    save(browser)
    rdv._p_jar.sync()
    [hours] = [obj for obj in rdv["rita"].objectValues() if obj.portal_type == "Availability"]
    assert (hours.days, hours.start, hours.end) == ([0, 3], "09:00", "24:00")
    assert hours.getId().startswith("a-")
    browser.open(hours.absolute_url() + "/edit")
    save(browser)
    browser.open(rdv["rita"].absolute_url() + "/++add++Unavailability")
    browser.getControl(name="form.widgets.start").value = "2026-12-01T09:00"
    browser.getControl(name="form.widgets.end").value = "2026-12-01T18:00"
    save(browser)
    rdv._p_jar.sync()
    [leave] = [obj for obj in rdv["rita"].objectValues() if obj.portal_type == "Unavailability"]
    assert (leave.start.tzinfo, leave.start.hour) == (None, 9)


def test_a_receptionist_makes_hours_of_her_own_by_form(rdv, functional):
    browser = Browser(functional["app"])
    browser.addHeader("Authorization", "Basic rita:secret-secret")
    browser.open(rdv["rita"].absolute_url() + "/++add++Availability")
    browser.getControl(name="form.widgets.days:list").value = ["1"]
    browser.getControl(name="form.widgets.start").value = "09:00"
    browser.getControl(name="form.widgets.end").value = "09:15"
    browser.getControl(name="form.widgets.types:list").value = [rdv["passport"].UID()]
    save(browser)
    assert "Passeport" in browser.contents
    assert "20 minutes" in browser.contents
    browser.raiseHttpErrors = False
    browser.open(rdv["rita"].absolute_url() + "/edit")
    assert "form.widgets.userid" not in browser.contents
    sitemap = Browser(functional["app"])
    sitemap.open(functional["portal"].absolute_url() + "/@@search?SearchableText=Rita")
    assert "/rdv/rita" not in sitemap.contents
