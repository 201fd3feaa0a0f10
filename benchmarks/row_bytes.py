"""How much an appointment takes in the file, with lanes, look-ups, limits and the answer remembered."""

from bookings import Bookings
from bookings import storage
from busy_office import A_DAY
from collections.abc import Iterator
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.ledger.verify import verify
from table import Row
from time import time

import transaction


NUMBER = 10_000


def rows(port: int) -> Iterator[Row]:
    with storage() as (connection, path):
        root = connection.root()
        ledger = root["ledger"] = Ledger()
        transaction.commit()
        empty = path.stat().st_size
        bookings = Bookings(ledger, judged=False)
        while bookings.number < NUMBER:
            bookings.book()
        unpacked = (path.stat().st_size - empty) / NUMBER
        connection.db().pack(time() + 60)
        packed = (path.stat().st_size - empty) / NUMBER
        wrong = sum(1 for _ in verify(ledger, bookings.office.zone, bookings.now))
    note = f"{NUMBER} booked at {A_DAY} a day, {wrong} differences"
    yield Row("bytes of an appointment, packed", f"{packed:.0f}", target="≤ 1,500", note=note)
    yield Row("bytes of an appointment, unpacked", f"{unpacked:.0f}", target="≤ 30,000")
