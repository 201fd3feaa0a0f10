"""What `rendezvous-verify` says of sound and of broken ledgers."""

from collective.rendezvous.booking.audit import audit
from collective.rendezvous.scripts.sites import parser
from collective.rendezvous.scripts.verify import report
from tests.town import wish


ALL = parser("rendezvous-verify", None).parse_args([])
NINE = "2026-11-25T09:00:00+01:00"


def test_a_sound_ledger_differs_in_nothing(manager, office, citizen):
    citizen.book(wish(NINE))
    assert list(audit(manager, citizen.now)) == [("/plone/rendez-vous", [])]


def test_a_broken_lane_is_told(app, manager, office, citizen, capsys):
    booked = citizen.book(wish(NINE)).appointment
    lane = next(iter(citizen.ledger.days.values())).lanes[office["nadia"].UID()]
    entries, lane.entries = lane.entries, ()
    assert report(app, ALL) == 1
    assert f"seat_missing: {booked.reference}" in capsys.readouterr().out
    lane.entries = entries
    assert report(app, ALL) == 0
    assert "/plone/rendez-vous: nothing differs" in capsys.readouterr().out
