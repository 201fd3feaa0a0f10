"""What a change of the section's time zone leaves of the appointments."""

from collective.rendezvous.booking.errors import Refused
from tests.town import change
from tests.town import wish

import pytest


def test_appointments_stay_at_their_instant_and_lanes_follow(office, citizen, administrator):
    booked = citizen.book(wish("2026-11-25T09:00:00+01:00")).appointment
    change(office, timezone="Indian/Reunion")
    citizen.book(wish("2026-11-25T09:00:00+04:00"))
    with pytest.raises(Refused) as refusal:
        administrator.book(wish("2026-11-25T12:00:00+04:00", agent="nadia", confirm=["outside_availability"]))
    assert refusal.value.findings[0].code == "agent_busy"
    assert booked.start_at.isoformat() == "2026-11-25T08:00:00+00:00"
