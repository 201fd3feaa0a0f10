from collective.rendezvous.booking.office import IOfficeSource
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.content.references import ids
from datetime import date
from datetime import datetime
from plone import api


def test_the_snapshot_holds_all_that_is_set_up(section):
    section.closures = [
        {
            "first_day": date(2026, 8, 3),
            "last_day": date(2026, 8, 4),
            "start": None,
            "end": None,
            "reason": "Été",
        },
        {
            "first_day": date(2026, 12, 24),
            "last_day": date(2026, 12, 24),
            "start": "14:00",
            "end": None,
            "reason": "",
        },
    ]
    section.holidays_subdivision = "68"
    section.holidays_worked = [date(2026, 11, 11)]
    office = IOfficeSource(section).snapshot()
    assert (office.uid, office.title, office.state) == (section.UID(), "Rendez-vous", "preparation")
    assert office.holidays_subdivision == "6AE"
    assert office.holidays_worked == {date(2026, 11, 11)}
    assert [(c.start, c.end, c.reason) for c in office.closures] == [(0, 1440, "Été"), (840, 1440, "")]
    kind = office.type_by_id("passport")
    assert (kind.uid, kind.duration, kind.step, kind.horizon_days) == (
        section["passport"].UID(),
        20,
        None,
        90,
    )
    desk = office.counter_by_id("desk")
    assert (desk.capacity, desk.types) == (2, {kind.uid})
    assert office.counter_by_id("guichet-standard").types == frozenset()
    rita = office.agent_of("rita")
    assert rita.role == "receptionist"
    [hours] = rita.availabilities
    assert (hours.days, hours.start, hours.end) == ({0}, 540, 720)
    assert (hours.types, hours.counters) == ({kind.uid}, {desk.uid})
    [leave] = rita.unavailabilities
    assert (leave.start, leave.end, leave.reason) == (
        datetime(2026, 12, 1, 9),
        datetime(2026, 12, 2),
        "Congé",
    )


def test_every_change_gives_a_new_office(section):
    office = office_of(section)
    assert office_of(section) is office
    hours = section["rita"]["hours"]
    for change in (
        lambda: setattr_and_notify(section["passport"], duration=30),
        lambda: api.content.transition(section, "open"),
        lambda: api.content.transition(section["passport"], "deactivate"),
        lambda: setattr_and_notify(hours, end="13:00"),
        lambda: api.content.delete(section["rita"]["leave"]),
        lambda: api.content.rename(section["desk"], "front"),
        lambda: api.content.delete(section["rita"]),
        lambda: api.content.create(section, "Counter", title="New", capacity=1),
        lambda: section.moveObjectsToTop(["front"]),
    ):
        change()
        again = office_of(section)
        assert again is not office
        assert again == IOfficeSource(section).snapshot()
        office = again


def setattr_and_notify(obj, **values):
    from zope.event import notify
    from zope.lifecycleevent import ObjectModifiedEvent

    for name, value in values.items():
        setattr(obj, name, value)
    notify(ObjectModifiedEvent(obj))


def test_what_is_gone_disappears_from_the_references(section):
    api.content.rename(section["passport"], "identity")
    uid = section["identity"].UID()
    assert ids(section["desk"].types, {"identity": uid}) == ["identity"]
    assert office_of(section).counter_by_id("desk").types == {uid}
    api.content.delete(section["identity"])
    assert office_of(section).counter_by_id("desk").types == frozenset()
    assert office_of(section).agent_of("rita").availabilities[0].types == frozenset()
    api.content.create(section, "AppointmentType", id="identity", title="New", duration=5)
    assert office_of(section).counter_by_id("desk").types == frozenset()


def test_a_section_moves_with_the_folder_around_it(section, manager):
    folder = api.content.create(manager, "Folder", id="folder")
    moved = api.content.move(section, folder)
    assert office_of(moved).counter_by_id("desk").types == {moved["passport"].UID()}


def test_what_is_not_filled_in_yet_does_not_count(section):
    """An import makes objects first and fills them later."""
    for kind in ("AppointmentType", "Counter", "Agent"):
        api.content.create(section, kind, id=f"empty-{kind.lower()}", title="Empty")
    for kind in ("Availability", "Unavailability"):
        api.content.create(section["rita"], kind, id=f"empty-{kind.lower()}")
    office = office_of(section)
    assert [kind.id for kind in office.types.values()] == ["passport"]
    assert {counter.id for counter in office.counters.values()} == {"guichet-standard", "desk"}
    assert len(office.agent_of("rita").availabilities) == 1
    assert office.agent_by_id("empty-agent").userid == ""
