"""What a planning shows behind appointments."""

from .build import agent
from .build import appointment_type
from .build import away
from .build import closure
from .build import counter
from .build import hours
from .build import MONDAY
from .build import office
from .build import TUESDAY
from collective.rendezvous.scheduling.occurrences import absences
from collective.rendezvous.scheduling.occurrences import closures
from collective.rendezvous.scheduling.occurrences import hours as hours_in
from collective.rendezvous.scheduling.occurrences import Span
from datetime import date


WEDDING = appointment_type("wedding")
BOTH = [appointment_type(), WEDDING]
TWO_DAYS = Span(MONDAY, TUESDAY)


def told(found):
    return [(f"{it.start:%d %H:%M}", f"{it.end:%d %H:%M}", it.agent.id) for it in found]


def test_hours_stand_on_each_of_their_days():
    town = office(
        agents=[agent("bert", hours("9:00", "24:00", days=[1])), agent("anna", hours("9:00", "12:00"))]
    )
    assert told(hours_in(town, TWO_DAYS)) == [
        ("15 09:00", "15 12:00", "anna"),
        ("16 09:00", "16 12:00", "anna"),
        ("16 09:00", "17 00:00", "bert"),
    ]


def test_hours_are_narrowed_to_agents_types_and_counters():
    town = office(
        BOTH,
        [counter(), counter("far")],
        [
            agent("anna", hours("9:00", "12:00", ["wedding"], ["far"])),
            agent("bert", hours("9:00", "12:00")),
            agent("gone", hours("9:00", "12:00"), active=False),
        ],
    )

    def who(**options):
        return [it.agent.id for it in hours_in(town, Span(MONDAY, MONDAY, **options))]

    assert who() == ["anna", "bert"]
    assert who(agents=frozenset({"uid-bert"})) == ["bert"]
    assert who(types=frozenset({"uid-wedding"})) == ["anna"]
    assert who(counters=frozenset({"uid-desk"})) == ["bert"], "no counter named means any"
    assert who(counters=frozenset({"uid-far"})) == ["anna", "bert"]


def test_clocks_that_change_move_no_hours():
    spring = date(2026, 3, 29)
    (found,) = hours_in(office(agents=[agent("anna", hours("2:30", "9:00"))]), Span(spring, spring))
    assert (found.start.isoformat(), found.end.isoformat()) == (
        "2026-03-29T03:00:00+02:00",
        "2026-03-29T09:00:00+02:00",
    )


def test_absences_are_cut_to_the_days():
    holidays = (away("2026-06-01", "2026-07-01", "Holidays"), away("2026-06-17", "2026-06-18"))
    works = (away("2026-06-15 10:00", "2026-06-15 11:00", "Works"),)
    town = office(
        counters=[counter(unavailabilities=works), counter("far", types=["wedding"], unavailabilities=works)],
        agents=[
            agent("anna", unavailabilities=holidays),
            agent("gone", unavailabilities=holidays, active=False),
        ],
    )
    found = absences(town, TWO_DAYS)
    assert [(it.start.isoformat()[:16], it.end.isoformat()[:16], it.of.id, it.reason) for it in found] == [
        ("2026-06-15T00:00", "2026-06-17T00:00", "anna", "Holidays"),
        ("2026-06-15T10:00", "2026-06-15T11:00", "desk", "Works"),
        ("2026-06-15T10:00", "2026-06-15T11:00", "far", "Works"),
    ]
    only = Span(MONDAY, MONDAY, frozenset({"uid-nobody"}), types=frozenset({"uid-passport"}))
    assert [it.of.id for it in absences(town, only)] == ["desk"]
    assert absences(town, Span(MONDAY, MONDAY, frozenset(), frozenset())) == []


def test_closures_are_cut_and_holidays_have_their_names():
    town = office(
        closures=(
            closure(date(2026, 7, 1), date(2026, 7, 13), reason="Works"),
            closure(MONDAY, start="14:00"),
        ),
        holidays_country="FR",
    )
    july = closures(town, Span(date(2026, 7, 10), date(2026, 7, 14)), "fr")
    assert [(it.first_day.day, it.last_day.day, it.reason) for it in july] == [
        (10, 13, "Works"),
        (14, 14, "Fête nationale"),
    ]
    (half,) = closures(town, Span(MONDAY, MONDAY), "fr")
    assert (half.start, half.end) == (840, 1440)
