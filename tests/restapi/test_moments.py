from collective.rendezvous.restapi.section.moments import written
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hypothesis import given
from hypothesis import strategies as some
from zoneinfo import ZoneInfo


ZONES = [
    ZoneInfo(name)
    for name in ("Europe/Paris", "America/Santiago", "Asia/Kathmandu", "UTC", "Africa/Casablanca")
]


@given(some.integers(0, 40_000_000), some.sampled_from(ZONES))
def test_a_moment_is_written_as_isoformat_writes_it(minute, zone):
    moment = (datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)).astimezone(zone)
    assert written(moment) == moment.isoformat()


def test_on_the_days_of_clock_change_too():
    for day in ((2026, 3, 28), (2026, 10, 24)):
        moment = datetime(*day, tzinfo=UTC)
        for _ in range(3 * 24 * 4):
            local = moment.astimezone(ZONES[0])
            assert written(local) == local.isoformat()
            moment += timedelta(minutes=15)
