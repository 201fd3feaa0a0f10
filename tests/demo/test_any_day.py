from collective.rendezvous import demo
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.ledger.verify import verify
from datetime import datetime
from plone import api
from zoneinfo import ZoneInfo


PARIS = ZoneInfo("Europe/Paris")


def test_the_same_moment_makes_the_same_town_on_any_day(manager):
    new_year = datetime(2027, 1, 2, 23, 59, tzinfo=PARIS)

    def made():
        demo.create(manager, new_year)
        section = manager["rendez-vous"]
        ledger = ledger_of(section)
        assert not list(verify(ledger, PARIS, new_year))
        told = sorted((one.start, one.last_name, one.agent_title, one.state) for one in ledger.between(0))
        api.content.rename(section, f"older-{len(manager.objectIds())}")
        return told

    first = made()
    assert len(first) > 200
    assert made() == first
