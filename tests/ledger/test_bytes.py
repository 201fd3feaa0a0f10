"""What is stored of an appointment, its look-ups and its places on the lanes."""

from .build import book
from .build import NOW
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.store import Ledger
from datetime import date
from datetime import timedelta
from random import Random
from ZODB.serialize import referencesf

import transaction


COUNT = 5000
FIRST = ["Jeanne", "Mohamed", "Anne-Cécile", "Léa", "Jean-Pierre", "Inès", "Thomas", "Guy"]
LAST = ["Martin", "Dupont-Moretti", "L’Hœuil", "Benali", "de La Tour", "Lefèvre", "Nguyen"]
AGENTS = [f"{number:032x}" for number in range(20)]
COUNTERS = [f"{number:032x}" for number in range(100, 110)]
TYPES = [f"{number:032x}" for number in range(200, 205)]
RESOURCES = dict.fromkeys(AGENTS, 1) | dict.fromkeys(COUNTERS, 4)


def fill(ledger, number, dice):
    """One more: 160 a day, 8 for each agent, one in three with an answer."""
    day, place = divmod(number, 160)
    agent, slot = divmod(place, 8)
    first, last = dice.choice(FIRST), f"{dice.choice(LAST)} {number}"
    one = book(
        ledger,
        f"{9 + slot}:{dice.choice([0, 20, 40]):02}",
        day=date(2026, 12, 1) + timedelta(days=day),
        resources=RESOURCES,
        type_uid=dice.choice(TYPES),
        agent_uid=AGENTS[agent],
        counter_uid=COUNTERS[agent // 2],
        first_name=first,
        last_name=last,
        email=f"{first}.{number}@exemple.fr".lower(),
        phone=f"06 {dice.randrange(10**8):08}",
        answers={"Nombre de demandeurs": 2} if number % 3 == 0 else {},
        language="fr",
        created=seconds(NOW),
    )
    one.note(NOW, "agnes", "honour", ("state", "confirmed", "honoured"))


def test_an_appointment_takes_a_kilobyte_packed_and_some_more_before(file_db, capsys):
    connection = file_db.open()
    ledger = connection.root()["ledger"] = Ledger()
    transaction.commit()
    empty = file_db.getSize()
    dice = Random(1)
    numbers = dice.sample(range(COUNT), COUNT)
    for done, number in enumerate(numbers[:-100], 1):
        fill(ledger, number, dice)
        if done % 1000 == 0:
            transaction.commit()
    transaction.commit()
    before = file_db.getSize()
    for number in numbers[-100:]:
        fill(ledger, number, dice)
        transaction.commit()
    unpacked = (file_db.getSize() - before) / 100
    file_db.storage.pack(NOW.timestamp() * 2, referencesf)
    each = (file_db.getSize() - empty) / COUNT
    with capsys.disabled():
        print(f" {each:.0f} bytes an appointment ({unpacked:.0f} unpacked), {empty} an empty ledger", end=" ")
    assert each < 1500
    assert unpacked < 30_000
    connection.close()
