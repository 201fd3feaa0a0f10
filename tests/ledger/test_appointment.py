from .build import appointment
from .build import local
from .build import NOW
from .build import TUESDAY
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.appointment import Change
from collective.rendezvous.ledger.appointment import FIELDS
from collective.rendezvous.ledger.appointment import IAppointment
from collective.rendezvous.ledger.instants import seconds
from datetime import timedelta
from datetime import UTC
from zope.interface.verify import verifyObject

import pickle


def again(one):
    """What comes out of the database."""
    other = Appointment.__new__(Appointment)
    other.__setstate__(pickle.loads(pickle.dumps(one.__getstate__(), 3)))
    return other


def full(**fields):
    one = appointment(
        reference="K7QM2X9RTA",
        key="AbCdEfGhIjKlMnOpQrStUv",
        type_uid="0" * 32,
        counter_uid="1" * 32,
        agent_uid="2" * 32,
        answers={"Nombre de demandeurs": 2},
        comment="Poussette",
        language="fr",
        created=seconds(NOW),
        **fields,
    )
    one.note(NOW, "agnes", "change", ("start", 1, 2), ("people", 1, 2))
    return one


def test_an_appointment_is_what_it_says():
    verifyObject(IAppointment, full())


def test_nothing_is_lost_in_the_database():
    one = full(until=seconds(NOW), sequence=3)
    assert vars(again(one)) == vars(one)
    assert all(isinstance(change, Change) for change in again(one).history)


def test_attributes_that_others_set_are_kept_too():
    one = full()
    one._View_Permission = ("Manager",)
    assert again(one)._View_Permission == ("Manager",)


def test_a_field_that_was_not_yet_stored_has_its_default():
    old = full().__getstate__()
    one = Appointment.__new__(Appointment)
    one.__setstate__(old[: 2 + FIELDS.index("history") + 1])
    assert one.reference == "K7QM2X9RTA"
    assert list(FIELDS)[:3] == ["reference", "key", "state"]


def test_an_appointment_with_an_answer_and_a_change_takes_half_a_kilobyte():
    assert len(pickle.dumps(full().__getstate__(), 3)) <= 560


def test_the_start_is_told_in_utc():
    assert full().start_at == local("9:00")
    assert full().start_at.tzinfo is UTC
    assert full(day=TUESDAY).start_at.hour == 8


def test_the_version_grows_with_each_line_of_history():
    one = full()
    before = one.version
    one.note(NOW, "citizen", "cancel")
    assert one.version == before + 1
    assert one.history[-1] == Change(seconds(NOW), "citizen", "cancel", ())


def test_a_pending_one_lapses_at_its_moment_and_no_other_does():
    pending = appointment(state="pending", until=seconds(NOW))
    assert pending.lapsed(NOW)
    assert not pending.lapsed(NOW - timedelta(seconds=1))
    assert not appointment(state="confirmed", until=seconds(NOW)).lapsed(NOW)
    assert not appointment(state="pending").lapsed(NOW)


def test_erasing_leaves_nothing_personal():
    one = full(civility="Mme", notes="A rappeler")
    one.note(NOW, "agnes", "change", ("email", "old@exemple.fr", "jeanne@exemple.fr"))
    version = one.version
    one.erase(NOW)
    stored = repr(one.__getstate__())
    secrets = "Jeanne Dupont exemple.fr 06 Poussette demandeurs rappeler AbCd Mme"
    for secret in secrets.split():
        assert secret not in stored
    assert one.erased
    assert one.version == version + 1
    assert [change.action for change in one.history] == ["book", "change", "change", "erase"]
    assert (one.type_title, one.people, one.start_at) == ("Carte d'identité / passeport", 1, local("9:00"))
