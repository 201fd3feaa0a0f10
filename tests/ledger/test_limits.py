from .build import NOW
from collective.rendezvous.ledger.limits import client_digest
from collective.rendezvous.ledger.limits import Clients
from collective.rendezvous.ledger.limits import Visitors
from datetime import timedelta
from datetime import timezone

import pytest


def after(seconds):
    return NOW + timedelta(seconds=seconds)


def counted(*seconds, address="203.0.113.9"):
    clients = Clients()
    for second in seconds:
        clients.count(address, after(second))
    return clients


def test_who_never_booked_may():
    assert Clients().allowed("203.0.113.9", NOW, 1) == 0


def test_as_many_as_the_limit_in_a_minute_and_then_not_until_the_first_is_a_minute_old():
    clients = counted(0, 10, 20)
    assert clients.allowed("203.0.113.9", after(20), 4) == 0
    assert clients.allowed("203.0.113.9", after(20), 3) == 40
    assert clients.allowed("203.0.113.9", after(59), 3) == 1
    assert clients.allowed("203.0.113.9", after(60), 3) == 0


def test_several_in_one_second_count_each():
    clients = counted(0, 0, 0, 30)
    assert clients.allowed("203.0.113.9", after(30), 4) == 30
    assert clients.allowed("203.0.113.9", after(30), 2) == 30
    assert clients.allowed("203.0.113.9", after(30), 1) == 60


def test_no_limit_is_no_limit():
    assert counted(*[0] * 50).allowed("203.0.113.9", NOW, 0) == 0


def test_each_client_counts_for_itself():
    assert counted(0, 0).allowed("203.0.113.10", NOW, 1) == 0


def test_clients_that_share_a_cell_count_for_themselves(monkeypatch):
    monkeypatch.setattr("collective.rendezvous.ledger.cells.CELLS", 1)
    clients = counted(0, 0)
    clients.count("203.0.113.10", NOW)
    assert clients.allowed("203.0.113.10", NOW, 2) == 0
    assert clients.allowed("203.0.113.9", NOW, 2) == 60


def test_the_salt_of_a_day_is_gone_on_the_next():
    clients = counted(0)
    secret = clients.salt.secret
    assert len(secret) == 32
    tomorrow = NOW + timedelta(days=1)
    assert clients.allowed("203.0.113.9", tomorrow, 1) == 0
    clients.count("203.0.113.9", tomorrow)
    assert clients.salt.secret != secret
    assert clients.allowed("203.0.113.9", tomorrow, 1) == 60


def test_a_straggler_of_yesterday_does_not_bring_its_salt_back():
    clients = counted(0)
    secret = clients.salt.secret
    clients.count("203.0.113.9", NOW - timedelta(days=1))
    assert clients.salt.secret == secret


def test_days_are_those_of_utc_whatever_the_zone_of_now():
    clients = counted(0)
    west = NOW.astimezone(timezone(timedelta(hours=-11)))
    assert west.date() != NOW.date()
    assert clients.allowed("203.0.113.9", west, 1) == 60


def test_nothing_that_is_stored_tells_an_address():
    clients = counted(0)
    stored = repr([list(tree.values()) for tree in clients.cells.trees])
    assert "203.0" not in stored


@pytest.mark.parametrize(
    "one, other",
    [
        ("203.0.113.9", " 203.0.113.9 "),
        ("203.0.113.9", "203.0.113.9:4711"),
        ("203.0.113.9", "::ffff:203.0.113.9"),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
        ("2001:db8:1:2::1", "[2001:DB8:1:2::7]:443"),
        ("fe80::1%eth0", "fe80::2%eth1"),
        ("garbage", "garbage"),
        ("", ""),
    ],
)
def test_one_client(one, other):
    assert client_digest(one, b"salt") == client_digest(other, b"salt")


@pytest.mark.parametrize(
    "one, other",
    [
        ("203.0.113.9", "203.0.113.10"),
        ("2001:db8:1:2::1", "2001:db8:1:3::1"),
        ("garbage", "rubbish"),
        ("unknown:1:2", "unknown:1:3"),
        ("\ud800", ""),
        ("[", "]"),
    ],
)
def test_two_clients(one, other):
    assert client_digest(one, b"salt") != client_digest(other, b"salt")


def test_another_salt_is_another_digest():
    assert client_digest("203.0.113.9", b"a") != client_digest("203.0.113.9", b"b")


def test_a_visitor_writes_the_same_cell_however_the_address_is_written():
    visitors = Visitors()
    visitors.touch("jeanne@exemple.fr")
    visitors.touch(" JEANNE@exemple.fr")
    assert visitors.read(b"jeanne@exemple.fr") == 2
    visitors.touch("\ud800")
