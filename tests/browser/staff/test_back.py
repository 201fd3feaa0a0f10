from collective.rendezvous.browser.staff.back import at_row
from collective.rendezvous.browser.staff.back import back_url

import pytest


@pytest.mark.parametrize(
    "page",
    [
        "@@rendezvous-home",
        "@@rendezvous-day",
        "@@rendezvous-day?day=2026-11-12&agent=nadia&type=a%20b",
        "@@appointment-for-staff/K7QM2X9RTA",
        "@@rendezvous-edit/K7QM2X9RTA",
    ],
)
def test_a_page_of_the_office_is_gone_back_to(page):
    assert back_url("http://town", page) == f"http://town/{page}"


@pytest.mark.parametrize(
    "told",
    [
        None,
        "",
        ["@@rendezvous-day", "@@rendezvous-day"],
        "//example.org",
        "https://example.org/@@rendezvous-home",
        "../../@@rendezvous-home",
        "@@rendezvous-home\r\nX: y",
        "@@rendezvous-home\n",
        "@@rendezvous-day?day=<script>",
        "@@appointment-for-staff/../edit",
        "@@rendezvous-open",
    ],
)
def test_anything_else_leads_home(told):
    assert back_url("http://town", told) == "http://town/@@rendezvous-home"


def test_a_list_keeps_its_place_and_nonsense_is_no_place():
    assert at_row("http://town/@@rendezvous-day", "K7QM2X9RTA") == "http://town/@@rendezvous-day#r-K7QM2X9RTA"
    assert at_row("http://town/@@rendezvous-day", "nonsense") == "http://town/@@rendezvous-day"
    details = "http://town/@@appointment-for-staff/K7QM2X9RTA"
    assert at_row(details, "K7QM2X9RTA") == details
