"""`run-rendezvous`: all that is due, once."""

from collective.rendezvous import clock
from collective.rendezvous.scripts import run
from datetime import timedelta
from tests.scripts.conftest import NINE
from tests.scripts.conftest import NOW
from tests.town import change
from tests.town import visitor
from tests.town import wish
from typing import Any

import pytest
import transaction


@pytest.fixture
def command(app: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Run it some hours later; its status, and what it printed."""

    def command(*arguments: str, hours: int = 0) -> tuple[int, str, str]:
        now = NOW + timedelta(hours=hours)
        monkeypatch.setattr(run, "now", lambda: now)
        monkeypatch.setattr(clock, "now", lambda: now)
        transaction.commit()
        status = run.run(app, run.read(arguments))
        transaction.begin()
        return status, *capsys.readouterr()

    return command


def test_letters_and_reminders_leave_in_one_call(
    section: Any, desk: Any, command: Any, portal: Any, mails: Any
) -> None:
    change(section, reminder_hours=12)
    transaction.commit()
    desk(section).book(wish(NINE), language="fr")
    assert command("--verbose") == (0, "plone: outbox: 1\n", "")
    assert command() == (0, "", "")
    status, said, _ = command("--verbose", hours=20)
    assert status == 0
    assert "plone: reminders: 1\n" in said
    assert "plone: outbox: 1\n" in said
    assert len(mails) == 2


def test_what_fails_is_told_and_ends_with_status_1(
    section: Any, command: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any) -> None:
        raise ValueError("Marie Durand")

    monkeypatch.setattr("collective.rendezvous.jobs.reminders.remind", fail)
    status, said, complaint = command()
    assert (status, said) == (1, "")
    assert complaint == "plone: reminders failed; the log says why\n"


def test_only_the_site_that_is_meant(section: Any, desk: Any, command: Any, mails: Any) -> None:
    desk(section).book(wish(NINE, visitor=visitor()))
    assert command("--site", "elsewhere") == (0, "", "")
    assert not mails
    command("--site", "plone")
    assert len(mails) == 1


def test_it_knows_nothing_of_single_sections() -> None:
    with pytest.raises(SystemExit):
        run.read(["--section", "rendez-vous"])


def test_a_buildout_instance_has_it_as_a_command_of_its_own(app: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        run.zopectl(app, ["--site", "elsewhere"])
    assert ended.value.code == 0
