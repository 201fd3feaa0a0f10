"""Exporting, importing, keeping the journal, purging: the commands on a real site."""

from collective.rendezvous.booking.archive.shutting import LONGEST
from collective.rendezvous.booking.archive.shutting import shut
from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.ledger.container import ledgers
from collective.rendezvous.scripts import erasures
from collective.rendezvous.scripts import export
from collective.rendezvous.scripts import purge
from collective.rendezvous.scripts import restore
from collective.rendezvous.scripts import verify
from collective.rendezvous.scripts.sites import Refused
from datetime import timedelta
from tests.scripts.conftest import NINE
from tests.scripts.conftest import NOW
from tests.town import wish

import json
import pytest
import stat
import transaction


def write(app, file, *more):
    return export.export(app, export.read([str(file), *more]))


def read(app, file, *more):
    return restore.restore(app, restore.read([str(file), *more]))


def references(section):
    transaction.begin()
    ledger = ledger_of(section)
    return {one.reference: one.key for one in ledger.between(0)} if ledger is not None else {}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "ledger.jsonl"


def test_appointments_travel_to_a_section_with_the_same_short_names(app, section, annexe, book, desk, file):
    one = book(section)
    assert write(app, file, "--section", "rendez-vous") == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert read(app, file, "--section", "annexe") == 0
    assert references(annexe) == references(section) == {one.reference: one.key}
    arrived = desk(annexe).read(one.reference, one.key)
    assert arrived.type_uid == annexe["cni"].UID()
    assert arrived.agent_uid == annexe["nadia"].UID()
    assert verify.report(app, verify.parser("", None).parse_args([])) == 0
    with pytest.raises(Exception, match="slot_taken"):
        desk(annexe).book(wish(NINE))
    desk(annexe).cancel(one.reference, one.key)
    assert references(annexe) == references(section)


def test_a_section_must_be_named_where_there_are_several_and_exist(app, section, annexe, file):
    for more in ([], ["--section", "nowhere"], ["--site", "nowhere"]):
        with pytest.raises(Refused):
            write(app, file, *more)
    assert list(file.parent.iterdir()) == []


def test_what_a_section_has_is_not_forgotten_unless_one_says_so(app, section, book, file):
    one = book(section)
    write(app, file)
    two = book(section, start="2026-11-25T09:20:00+01:00")
    with pytest.raises(Refused, match="--replace"):
        read(app, file)
    transaction.abort()
    assert references(section).keys() == {one.reference, two.reference}
    assert read(app, file, "--replace") == 0
    assert references(section).keys() == {one.reference}


def test_what_has_been_erased_since_stays_erased(app, section, book, desk, file, capsys):
    one, two = book(section), book(section, start="2026-11-25T09:20:00+01:00")
    write(app, file)
    desk(section, "administrator").erase(one.reference, cancel=True)
    desk(section, "administrator").delete(two.reference)
    assert read(app, file, "--replace") == 0
    assert "Appointments read: 2. Erased again: 2." in capsys.readouterr().out
    assert references(section) == {one.reference: ""}
    assert "durand" not in repr(list(ledger_of(section).between(0))[0].__getstate__()).lower()
    assert desk(section).book(wish(NINE)).appointment.reference not in (one.reference, two.reference)


def elsewhere(obj, **values):
    """Another process sets attributes of a stored object."""
    manager = transaction.TransactionManager()
    connection = obj._p_jar.db().open(manager)
    there = connection.get(obj._p_oid)
    for name, value in values.items():
        setattr(there, name, value)
    manager.commit()
    connection.close()


def test_nobody_writes_while_a_ledger_is_replaced(section, book, desk):
    one = book(section)
    with shut(section, NOW):
        with pytest.raises(Busy):
            book(section, start="2026-11-25T09:20:00+01:00")
        with pytest.raises(Busy):
            desk(section).cancel(one.reference, one.key)
        assert desk(section).read(one.reference, one.key).state == "confirmed"
        assert desk(section, now=NOW + LONGEST).book(wish("2026-11-25T09:40:00+01:00"))
    assert book(section, start="2026-11-25T09:20:00+01:00")


def test_who_had_decided_before_it_was_shut_does_not_commit_after_it(section, desk):
    until, commits = int((NOW + LONGEST).timestamp()), []

    def commit():
        if not commits:
            elsewhere(ledger_of(section).revision, shut_until=until)
        commits.append(1)
        transaction.commit()

    citizen = desk(section)
    citizen.commit = commit
    with pytest.raises(Busy):
        citizen.book(wish(NINE))
    assert len(commits) == 1
    assert references(section) == {}


@pytest.mark.parametrize("what", ["set-up", "time"])
def test_an_import_that_others_or_the_clock_overtook_changes_nothing(
    app, section, book, file, monkeypatch, what
):
    one = book(section)
    write(app, file)
    two = book(section, start="2026-11-25T09:20:00+01:00")
    moments = iter([NOW, NOW, NOW + (LONGEST if what == "time" else timedelta())])

    def now():
        moment = next(moments)
        if moment is NOW and next(count) == 1 and what == "set-up":
            elsewhere(ledger_of(section).revision, number=50)
        return moment

    count = iter(range(9))
    monkeypatch.setattr(restore, "now", now)
    with pytest.raises(Refused, match="meanwhile" if what == "set-up" else "longer"):
        read(app, file, "--replace")
    assert references(section).keys() == {one.reference, two.reference}
    assert book(section, start="2026-11-25T09:40:00+01:00")


def test_half_a_file_changes_nothing(app, section, annexe, book, file):
    book(section)
    write(app, file, "--section", "rendez-vous")
    whole = file.read_text()
    for text in (whole.rpartition('{"kind": "end"')[0], whole[:-10], "", "no JSON\n", '{"kind": "ledger"}\n'):
        file.write_text(text)
        with pytest.raises(Refused):
            read(app, file, "--section", "annexe")
        transaction.abort()
        assert references(annexe) == {}
    with pytest.raises(Refused):
        read(app, file.with_name("nowhere"), "--section", "annexe")


def test_the_journal_is_kept_outside_and_replayed_after_a_restore(app, section, book, desk, file, capsys):
    one = book(section)
    ledger = file.with_name("before.jsonl")
    write(app, ledger)
    desk(section, "administrator").erase(one.reference, cancel=True)
    assert erasures.export(app, erasures.read(["export", str(file)])) == 0
    [line] = map(json.loads, file.read_text().splitlines())
    assert line["reference"] == one.reference and line["reason"] == "request"
    assert line["when"] == int(NOW.timestamp()) and line["section"] == section.UID()
    portal = section.aq_parent
    transaction.begin()
    del ledgers(portal)[section.UID()]
    transaction.commit()
    read(app, ledger)
    assert references(section)[one.reference]
    capsys.readouterr()
    assert erasures.replay(app, erasures.read(["replay", str(file)])) == 0
    assert "1 to erase again" in capsys.readouterr().out
    assert references(section) == {one.reference: ""}
    erasures.replay(app, erasures.read(["replay", str(file)]))
    assert "nothing to erase again" in capsys.readouterr().out
    file.write_text('{"section": 5}\n')
    with pytest.raises(Refused, match="line 1"):
        erasures.replay(app, erasures.read(["replay", str(file)]))


def test_the_appointments_of_a_section_that_is_gone_are_purged_once_one_says_so(
    app, portal, section, annexe, book, capsys, today
):
    one, gone = book(section), section.UID()
    book(annexe)
    today(NOW + timedelta(days=2))
    transaction.begin()
    portal._delObject("rendez-vous")
    transaction.commit()
    assert purge.purge(app, purge.read([])) == 0
    assert f"plone {gone}: 1 appointments" in capsys.readouterr().out
    transaction.begin()
    assert gone in ledgers(portal)
    with pytest.raises(Refused):
        purge.purge(app, purge.read(["--section", annexe.UID(), "--yes"]))
    assert purge.purge(app, purge.read(["--yes"])) == 0
    transaction.begin()
    assert list(ledgers(portal)) == [annexe.UID()]
    assert one.reference not in references(annexe)
    capsys.readouterr()
    purge.purge(app, purge.read([]))
    assert capsys.readouterr().out == "There is none.\n"
