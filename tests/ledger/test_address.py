"""Under which address letters lead: that by which staff came, since a visitor's can be forged."""

from collective.rendezvous.ledger.address import Address

import pytest


TOWN, FORGED = ("https://www.town.example", "/town"), ("https://evil.example", "")


@pytest.fixture
def address():
    return Address()


def known(address):
    return address.root, address.path, address.by_staff


def test_the_first_visitor_counts_while_nobody_of_the_staff_has_come(address):
    address.learn(*TOWN, by_staff=False)
    address.learn(*FORGED, by_staff=False)
    assert known(address) == (*TOWN, False)


def test_whoever_of_the_staff_comes_last_counts(address):
    address.learn(*FORGED, by_staff=False)
    address.learn(*TOWN, by_staff=True)
    assert known(address) == (*TOWN, True)
    address.learn("https://rdv.town.example", "", by_staff=True)
    assert known(address) == ("https://rdv.town.example", "", True)


def test_no_visitor_changes_what_staff_have_shown(address):
    address.learn(*TOWN, by_staff=True)
    address.learn(*FORGED, by_staff=False)
    address.learn(*TOWN, by_staff=False)
    assert known(address) == (*TOWN, True)
