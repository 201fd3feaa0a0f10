"""Reminders: once each, in time, late rather than never, and not to whoever was told just now."""

from collective.rendezvous.jobs.all import REMINDERS
from collective.rendezvous.jobs.run import run
from tests.jobs.conftest import THURSDAY
from tests.town import change
from tests.town import visitor
from tests.town import wish
from typing import Any

import pytest
import transaction


@pytest.fixture
def remind(portal: Any, time: Any, sent: Any) -> Any:
    """Let the job be due, and tell the subjects of what went out since the last call."""

    def remind() -> list[str]:
        run(portal, time.passes(minutes=15), [REMINDERS])
        return [message["Subject"].replace("\xa0", " ") for message in sent()]

    return remind


SUBJECT = "Rappel : votre rendez-vous du jeudi 12 novembre 2026 à 9 h 20"


def booked(citizen: Any, sent: Any, start: str = THURSDAY, **fields: Any) -> Any:
    made = citizen().book(wish(start, **fields), language="fr").appointment
    sent()
    return made


def test_a_reminder_goes_out_once_as_many_hours_before_as_the_section_says(
    section: Any, citizen: Any, sent: Any, remind: Any, time: Any
) -> None:
    change(section, reminder_hours=24)
    transaction.commit()
    made = booked(citizen, sent)
    assert remind() == []
    time.passes(hours=22, minutes=50)
    assert remind() == []
    time.passes(minutes=15)
    assert remind() == [SUBJECT]
    assert remind() == []
    assert [change.action for change in made.history] == ["book", "remind"]
    assert made.history[-1].who == "system"


def test_a_clock_that_was_stopped_catches_up_until_the_appointment_begins(
    citizen: Any, sent: Any, remind: Any, time: Any
) -> None:
    made = booked(citizen, sent)
    time.passes(hours=47)
    assert remind() == [SUBJECT]
    assert made.reminded
    late = booked(citizen, sent, "2026-11-13T09:00:00+01:00")
    time.passes(days=2)
    assert remind() == []
    assert not late.reminded


def test_whoever_was_told_in_the_last_hours_is_not_reminded(
    citizen: Any, sent: Any, remind: Any, time: Any
) -> None:
    made = booked(citizen, sent)
    time.passes(hours=1)
    assert remind() == []
    time.passes(days=1)
    assert remind() == []
    assert [change.action for change in made.history] == ["book"]


def test_a_reminder_of_a_few_hours_goes_to_those_who_booked_this_morning(
    section: Any, citizen: Any, sent: Any, remind: Any, time: Any
) -> None:
    change(section, reminder_hours=2)
    transaction.commit()
    time.passes(days=1, hours=19)
    booked(citizen, sent)
    time.passes(hours=2, minutes=45)
    assert remind() == [SUBJECT]


def test_what_is_moved_after_its_reminder_is_reminded_again(
    section: Any, citizen: Any, sent: Any, remind: Any, time: Any
) -> None:
    change(section["cni"], cancel_notice_hours=0)
    change(section, reminder_hours=24)
    transaction.commit()
    made = booked(citizen, sent)
    time.passes(days=1, hours=8)
    assert remind() == [SUBJECT]
    citizen().move(made.reference, {"start": "2026-11-19T10:00:00+01:00"}, made.key)
    sent()
    time.passes(days=7)
    assert len(remind()) == 1


@pytest.mark.parametrize("step", ["cancel", "delete"])
def test_what_does_not_take_place_is_not_reminded(
    citizen: Any, staff: Any, sent: Any, remind: Any, time: Any, step: str
) -> None:
    made = booked(citizen, sent)
    time.passes(hours=10)
    if step == "cancel":
        staff().transition(made.reference, "cancel")
    else:
        staff().delete(made.reference)
    sent()
    time.passes(days=1)
    assert remind() == []


def test_what_is_cancelled_while_its_reminder_waits_is_not_told_as_to_come(
    portal: Any, section: Any, citizen: Any, staff: Any, sent: Any, time: Any, outbox: Any
) -> None:
    made = booked(citizen, sent)
    run(portal, time.passes(days=1), [REMINDERS])
    assert len(outbox) == 1
    staff().transition(made.reference, "cancel")
    (message,) = sent()
    assert "est annulé" in message["Subject"]


def test_without_an_address_or_hours_nobody_is_reminded(
    section: Any, staff: Any, citizen: Any, sent: Any, remind: Any, time: Any
) -> None:
    staff().book(wish(THURSDAY, visitor={"first_name": "A", "last_name": "B"}))
    time.passes(days=1)
    assert remind() == []
    change(section, reminder_hours=0)
    transaction.commit()
    booked(citizen, sent, "2026-11-13T09:00:00+01:00", visitor=visitor("Petit"))
    time.passes(days=1)
    assert remind() == []


def test_many_reminders_are_several_transactions(
    citizen: Any, sent: Any, remind: Any, time: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collective.rendezvous.booking.remind.BATCH", 2)
    desk = citizen()
    for number, hour in enumerate(("09:00", "09:20", "09:40", "10:00", "10:20")):
        email = f"visitor{number}@example.org"
        desk.book(wish(f"2026-11-12T{hour}:00+01:00", visitor=visitor(email=email)))
    sent()
    time.passes(days=1)
    assert len(remind()) == 5
    assert remind() == []
