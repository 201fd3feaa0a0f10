"""The table of rules: each code, for each who may ask, in an office in which only it is broken."""

from .asking import local
from .build import appointment_type
from .build import closure
from .build import counter
from .build import hours
from .build import MONDAY
from .case import ALL_DAY
from .case import ALL_WARN
from .case import ASKERS
from .case import Case
from .case import ONESELF_WARN
from .case import PUBLIC_ONLY

import pytest


TABLE = {
    "in_the_past": (ALL_WARN, Case(now=local("2026-06-15 09:21"))),
    "too_soon": (ALL_WARN, Case(kind=appointment_type(min_notice_hours=48))),
    "too_late": (ALL_WARN, Case(kind=appointment_type(horizon_days=1), now=local("2026-06-01 09:00"))),
    "day_closed": (ONESELF_WARN, Case(closures=(closure(MONDAY),))),
    "counter_unavailable": (ONESELF_WARN, Case(desk=counter(unavailabilities=ALL_DAY))),
    "outside_availability": (ONESELF_WARN, Case(open_from=hours("10:00", "12:00"))),
    "agent_unavailable": (ONESELF_WARN, Case(away=ALL_DAY)),
    "off_grid": (PUBLIC_ONLY, Case(at=local("2026-06-15 09:21"))),
    "type_not_at_counter": (ONESELF_WARN, Case(desk=counter(types=["wedding"]))),
    "type_not_by_agent": (ONESELF_WARN, Case(open_from=hours("9:00", "12:00", types=["wedding"]))),
    "agent_not_at_counter": (ONESELF_WARN, Case(open_from=hours("9:00", "12:00", counters=["other"]))),
    "type_not_public": (PUBLIC_ONLY, Case(kind=appointment_type(audience="staff"))),
    "too_many_for_visitor": (ALL_WARN, Case(upcoming=3)),
}


@pytest.mark.parametrize("named", [None, "uid-desk"], ids=["any counter", "at the desk"])
@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("code", TABLE)
def test_each_rule_refuses_or_warns_by_who_asks(code, asker, named):
    severities, case = TABLE[code]
    if code == "agent_not_at_counter" and named is None:
        named = "uid-desk"
    expected = [(code, severities[asker])] if severities[asker] else []
    assert case.told(asker, named) == expected


@pytest.mark.parametrize("asker", ASKERS)
def test_where_nothing_is_broken_nothing_is_told(asker):
    assert Case().told(asker) == []
    assert Case().told(asker, "uid-desk") == []


@pytest.mark.parametrize("asker", ASKERS)
@pytest.mark.parametrize("code", TABLE)
def test_where_nothing_refuses_somebody_takes_it(code, asker):
    case = TABLE[code][1]
    verdict = case.judged(asker, "uid-desk")
    if not verdict.refusals:
        assert verdict.place.counter == "uid-desk"
        assert verdict.place.agent == (ASKERS[asker][1] or "uid-anna")


def test_findings_say_beside_which_field_they_stand():
    fields = {code: case.judged("public", "uid-desk").findings[0].field for code, (_, case) in TABLE.items()}
    assert fields["in_the_past"] == fields["too_soon"] == fields["too_late"] == "start"
    assert fields["day_closed"] == fields["outside_availability"] == fields["off_grid"] == "start"
    assert fields["counter_unavailable"] == "counter"
    assert fields["agent_unavailable"] == "agent"
    assert fields["type_not_public"] == "type"
    assert fields["too_many_for_visitor"] == "email"
    assert set(fields.values()) <= {"type", "start", "agent", "counter", "email"}
