"""All of one person's data, from the command line."""

from collective.rendezvous.ledger.waiting import Waiter
from collective.rendezvous.scripts import person
from collective.rendezvous.scripts.sites import Refused
from datetime import date
from datetime import datetime
from tests.scripts.conftest import PARIS
from tests.town import visitor

import json
import pytest
import stat
import transaction


INES = visitor("Garnier", first_name="Inès", email="ines@example.org", phone="06 98 76 54 32")
AFTER = datetime(2026, 11, 26, 7, tzinfo=PARIS)


def options(*arguments):
    return person.read(list(arguments))


@pytest.fixture
def ines(section, annexe, book):
    return [book(section, visitor=INES, comment="Avec une poussette."), book(annexe, visitor=INES)]


def test_a_person_is_found_in_every_section(app, ines, capsys):
    assert person.find(app, options("find", "ines@example.org")) == 0
    told = capsys.readouterr().out
    assert all(f"{one.reference} 2026-11-25 09:00 confirmed Inès Garnier" in told for one in ines)
    assert "/plone/rendez-vous:" in told and "/plone/annexe:" in told


def test_only_the_section_that_is_named_is_looked_at(app, ines, capsys):
    person.find(app, options("find", "ines@example.org", "--section", "annexe", "--site", "plone"))
    told = capsys.readouterr().out
    assert ines[1].reference in told and ines[0].reference not in told
    with pytest.raises(Refused):
        person.find(app, options("find", "ines@example.org", "--section", "nowhere"))


def test_of_a_stranger_nothing_is_found(app, ines, capsys):
    assert person.find(app, options("find", "nobody@example.org")) == 0
    assert capsys.readouterr().out == ""


def test_what_is_kept_is_told_in_words_and_without_keys(app, section, ines, desk, tmp_path):
    desk(section, "administrator").change(
        ines[0].reference, {"visitor": {"phone": "06 11 22 33 44"}, "notes": "Rappeler."}
    )
    out = tmp_path / "ines.json"
    assert person.export(app, options("export", "ines@example.org", "--output", str(out))) == 0
    text = out.read_text("utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    told = json.loads(text)
    assert len(told) == 2
    [first] = (
        told[-1]["Rendez-vous"]
        if told[-1]["Rendez-vous"][0]["Référence"] == ines[0].reference
        else told[0]["Rendez-vous"]
    )
    assert first["Prénom"] == "Inès"
    assert "Avec une poussette." in first.values() and "Rappeler." in first.values()
    assert len(first["Historique"]) == 2
    assert "06 98 76 54 32" in json.dumps(first["Historique"])
    for one in ines:
        assert one.key not in text
    assert "camille" not in text


def test_nothing_is_erased_before_one_has_written_yes(app, ines, capsys, today):
    today(AFTER)
    asked = []

    def no(question):
        asked.append(question)
        return "no"

    with pytest.raises(Refused):
        person.erase(app, options("erase", "ines@example.org"), ask=no)
    assert len(asked) == 1 and ines[0].reference in capsys.readouterr().out
    transaction.begin()
    assert not ines[0].erased
    assert person.erase(app, options("erase", "ines@example.org"), ask=lambda _question: "yes") == 0
    transaction.begin()
    assert all(one.erased for one in ines)
    assert person.find(app, options("find", "ines@example.org")) == 0


def test_what_is_to_come_stays_unless_it_is_cancelled_as_well(app, ines, section, capsys, mails):
    assert person.erase(app, options("erase", "ines@example.org", "--yes")) == 1
    assert f"{ines[0].reference} is still to take place" in capsys.readouterr().out
    transaction.begin()
    assert not ines[0].erased
    assert person.erase(app, options("erase", "ines@example.org", "--yes", "--cancel")) == 0
    transaction.begin()
    assert all(one.erased and one.state == "cancelled" for one in ines)


def test_somebody_else_keeps_everything(app, ines, section, book, today):
    other = book(section, start="2026-11-25T09:20:00+01:00")
    today(AFTER)
    person.erase(app, options("erase", "ines@example.org", "--yes"))
    transaction.begin()
    assert not other.erased and other.email


def test_a_reference_names_one_appointment_alone(app, ines, section, today):
    today(AFTER)
    person.erase(app, options("erase", ines[0].reference, "--yes"))
    transaction.begin()
    assert ines[0].erased and not ines[1].erased


def test_who_is_erased_leaves_the_waiting_list(app, section, desk, capsys):
    first, last = date(2026, 11, 25), date(2026, 11, 30)
    times = {"first": first, "last": last, "ends": 2_000_000_000, "created": 1_764_000_000}
    ledger = desk(section).writing(section, desk(section).actor, desk(section).now).ledger
    ledger.waiting.add(Waiter(type_uid=section["cni"].UID(), email="Ines@example.org", **times))
    transaction.commit()
    person.find(app, options("find", "ines@example.org"))
    assert "waiting list 2026-11-25 to 2026-11-30" in capsys.readouterr().out
    assert person.erase(app, options("erase", "ines@example.org", "--yes")) == 0
    transaction.begin()
    assert not ledger.waiting.of("ines@example.org")
    assert [line.reason for line in ledger.erasures.since()] == ["request"]


def test_a_command_that_makes_no_sense_does_nothing():
    for arguments in (["find"], ["burn", "ines@example.org"], []):
        with pytest.raises(SystemExit):
            person.read(arguments)
