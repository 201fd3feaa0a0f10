"""An agent is a user of the site, or gets an account."""

from collective.rendezvous.content import accounts
from collective.rendezvous.roles.permissions import CREATE_ACCOUNTS
from email import message_from_bytes
from email import policy
from plone import api
from tests.town import user
from typing import Any

import pytest
import transaction


def save(browser: Any) -> None:
    browser.getControl(name="form.buttons.save").click()


@pytest.fixture
def form(section: Any, as_person: Any, mails: Any) -> Any:
    api.portal.set_registry_record("plone.email_from_address", "mairie@example.org")
    api.portal.set_registry_record("plone.email_from_name", "Mairie")
    transaction.commit()
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/++add++Agent")
    browser.getControl(name="form.widgets.title").value = "Thomas Lefèvre"
    browser.getControl(name="form.widgets.role").value = ["receptionist"]
    return browser


def ask_for(browser: Any, name: str, email: str) -> None:
    browser.getControl(name="form.widgets.email").value = email
    browser.getControl(name="form.widgets.create_account:list").value = ["selected"]
    browser.getControl(name="form.widgets.account_name").value = name
    save(browser)


def test_the_account_is_made_and_told_by_mail(section: Any, form: Any, mails: Any) -> None:
    ask_for(form, "t.lefevre", "t.lefevre@example.org")
    assert form.url == section.absolute_url() + "/@@rendezvous-agents"
    assert "Le compte est créé." in form.contents
    transaction.begin()
    agent = section["thomas-lefevre"]
    member = api.user.get(userid=agent.userid)
    assert member.getUserName() == "t.lefevre"
    assert member.getProperty("fullname") == "Thomas Lefèvre"
    assert "Manager" not in member.getRoles()
    [mail] = [message_from_bytes(bytes(each), policy=policy.default) for each in mails]
    assert "t.lefevre@example.org" in str(mail["To"])
    assert "passwordreset" in mail.get_content()


def test_neither_a_user_nor_an_account_is_told_beside_the_field(section: Any, form: Any) -> None:
    save(form)
    assert "cochez «" in form.contents
    transaction.begin()
    assert "thomas-lefevre" not in section


@pytest.mark.parametrize(
    ("name", "email", "told"),
    [
        ("nadia", "new@example.org", "déjà pris"),
        ("a b", "new@example.org", "déjà pris"),
        ("", "new@example.org", "Choisissez un identifiant"),
        ("thomas", "NADIA@example.org", "a déjà cette adresse"),
        ("thomas", "", "le compte en a besoin"),
    ],
)
def test_what_is_taken_is_told_and_nothing_is_made(
    section: Any, form: Any, mails: Any, name: str, email: str, told: str
) -> None:
    ask_for(form, name, email)
    assert told in form.contents
    transaction.begin()
    assert "thomas-lefevre" not in section
    assert api.user.get(username="thomas") is None
    assert list(mails) == []


def test_a_user_and_an_account_at_once_are_too_much(form: Any) -> None:
    form.getControl(name="form.widgets.userid:list").value = ["passerby"]
    ask_for(form, "thomas", "thomas@example.org")
    assert "n'en choisissez aucun" in form.contents


def test_a_mail_that_cannot_be_sent_keeps_the_account_and_says_so(
    section: Any, form: Any, monkeypatch: Any
) -> None:
    from Products.CMFPlone.RegistrationTool import RegistrationTool

    def fail(self: Any, userid: str) -> None:
        raise OSError("no server")

    monkeypatch.setattr(RegistrationTool, "registeredNotify", fail)
    ask_for(form, "thomas", "thomas@example.org")
    assert "aucun courriel n'a pu être envoyé" in form.contents
    transaction.begin()
    assert api.user.get(username="thomas") is not None
    assert section["thomas-lefevre"].userid


def test_who_may_not_make_accounts_only_chooses(section: Any, as_person: Any) -> None:
    section.manage_permission(CREATE_ACCOUNTS, ["Manager"], acquire=False)
    transaction.commit()
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/++add++Agent")
    assert "create_account" not in browser.contents
    browser.getControl(name="form.widgets.title").value = "Personne"
    browser.getControl(name="form.widgets.role").value = ["receptionist"]
    save(browser)
    assert 'id="form-widgets-userid-error"' in browser.contents


def test_many_users_are_typed_rather_than_listed(section: Any, as_person: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(accounts, "MANY", 2)
    user("thomas")
    transaction.commit()
    browser = as_person("camille")
    browser.open(section.absolute_url() + "/++add++Agent")
    assert "passerby" not in browser.contents
    browser.getControl(name="form.widgets.title").value = "Thomas"
    browser.getControl(name="form.widgets.role").value = ["receptionist"]
    browser.getControl(name="form.widgets.userid").value = "nobody@example.org"
    save(browser)
    assert "Le site n'a pas cet utilisateur" in browser.contents
    browser.getControl(name="form.widgets.userid").value = "Thomas@example.org"
    save(browser)
    assert browser.url == section.absolute_url() + "/@@rendezvous-agents"
    transaction.begin()
    assert section["thomas"].userid == "thomas"
    browser.open(section["nadia"].absolute_url() + "/edit")
    assert browser.getControl(name="form.widgets.userid").value == "nadia"
    save(browser)
    assert browser.url == section.absolute_url() + "/@@rendezvous-agents"
