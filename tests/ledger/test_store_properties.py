"""Whatever is done to a ledger, in whatever order: lanes and look-ups tell what the appointments say."""

from .build import appointment
from .build import book
from .build import hold
from .build import NOW
from .build import PARIS
from .build import release
from .build import RESOURCES
from .build import TUESDAY
from collective.rendezvous.ledger.freed import close
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.lane import Full
from collective.rendezvous.ledger.lane import HOLD
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from collective.rendezvous.scheduling.states import OCCUPYING
from datetime import timedelta
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st


times = st.builds(
    lambda day, slot: (f"{slot // 2 + 9}:{slot % 2 * 30:02}", TUESDAY + timedelta(days=day)),
    st.integers(0, 1),
    st.integers(0, 5),
)
agents = st.sampled_from(["lea", "paul"])
DEEDS = ["book", "pend", "move", "confirm", "cancel", "erase", "rename", "remove", "sweep"]
DEEDS += ["hold", "extend", "release", "book held", "close"]
deeds = st.sampled_from(DEEDS) | st.just("book")
steps = st.lists(st.tuples(deeds, times, agents, st.integers(0, 9), st.integers(0, 40)), max_size=25)


def occupy(ledger, one, now, instead_of=()):
    until = one.until if one.state == "pending" else None
    ledger.occupy(one.reference, seats(one, PARIS), RESOURCES, now, until, instead_of=instead_of)


def move(ledger, one, when, agent, now):
    before = seats(one, PARIS)
    with ledger.changing(one):
        old = one.start, one.agent_uid
        one.start, one.agent_uid = appointment(*when).start, agent
        try:
            occupy(ledger, one, now, before)
        except Full:
            one.start, one.agent_uid = old


def confirm(ledger, one, now):
    with ledger.changing(one):
        one.state, one.until = "confirmed", None
    occupy(ledger, one, now)


def on_a_hold(ledger, deed, held, now):
    """What becomes of a slot that is kept."""
    if deed == "extend":
        longer = held._replace(until=seconds(now) + 900)
        ledger.occupy(held.reference, held.seats(PARIS), RESOURCES, now, longer.until, HOLD)
        ledger.holds.keep(longer, now)
        return []
    release(ledger, held, now)
    if deed == "release":
        return []
    start = held.start_at.astimezone(PARIS)
    return [book(ledger, f"{start:%H:%M}", start.date(), now, agent_uid=held.agent)]


def step(ledger, known, deed, when, agent, number, now):
    if deed == "sweep":
        ledger.sweep(now)
    elif deed == "hold":
        hold(ledger, *when, now=now, agent=agent, address=f"203.0.113.{number}")
    elif deed in ("extend", "release", "book held"):
        holds = sorted(ledger.holds.live(now))
        if holds:
            known += on_a_hold(ledger, deed, holds[number % len(holds)], now)
    elif deed in ("book", "pend") or not known:
        pending = {"state": "pending", "until": seconds(now) + 1200} if deed == "pend" else {}
        known.append(book(ledger, *when, now=now, agent_uid=agent, last_name=f"Nom {number}", **pending))
    else:
        one = known[number % len(known)]
        lives = one.state in OCCUPYING and not one.lapsed(now)
        if deed == "move" and lives:
            move(ledger, one, when, agent, now)
        elif deed == "confirm" and one.state == "pending" and lives:
            confirm(ledger, one, now)
        elif deed in ("cancel", "close") and lives:
            ledger.vacate(one.reference, seats(one, PARIS), now)
            if deed == "close":
                close(ledger, one.reference, seats(one, PARIS), RESOURCES, now + timedelta(minutes=30), now)
            with ledger.changing(one):
                one.state = "cancelled"
        elif deed == "erase":
            ledger.erase(one, now)
        elif deed == "rename" and not one.erased:
            with ledger.changing(one):
                one.first_name, one.email, one.phone = f"Prénom {number}", "", f"0{number}"
        elif deed == "remove":
            ledger.vacate(one.reference, seats(one, PARIS), now)
            ledger.remove(one)
            known.remove(one)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(steps)
def test_a_ledger_stays_true_to_its_appointments(steps):
    ledger, known, now = Ledger(), [], NOW
    for deed, when, agent, number, minutes in steps:
        now += timedelta(minutes=minutes)
        try:
            step(ledger, known, deed, when, agent, number, now)
        except Full:
            assert deed in ("book", "pend", "hold")
        assert list(verify(ledger, PARIS, now)) == []
    assert sorted(known, key=lambda one: (one.start, one.reference)) == list(ledger.between(0))
    for one in known:
        found = [] if one.erased else list(ledger.matching(one.last_name))
        assert (one in found) == (not one.erased)
