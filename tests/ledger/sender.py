"""A process that takes parcels out of an outbox on a ZEO server, as the clock of a site does.

``python -m tests.ledger.sender ADDRESS``: it says "ready", begins when it reads a line, claims parcel by
parcel until none is left for a while, and prints the references that it had, and how often it was late.
"""

from .build import NOW
from transaction.interfaces import TransientError

import json
import sys
import transaction
import ZEO


LOOKS = 50
"""So many times in a row nothing must be due before it ends."""


def claimed(outbox, key):
    """The parcel if it is this process's now."""
    try:
        transaction.begin()
        taken = outbox.claim(key, NOW)
        transaction.commit()
    except TransientError:
        transaction.abort()
        return None
    return None if taken is None else (taken, outbox.get(taken).reference)


def cross_off(outbox, key):
    while True:
        try:
            transaction.begin()
            outbox.sent(key)
            transaction.commit()
        except TransientError:
            transaction.abort()
        else:
            return


def take_all(outbox):
    had, late, idle = [], 0, 0
    while idle < LOOKS:
        transaction.begin()
        due = outbox.due(NOW, 10)
        idle = 0 if due else idle + 1
        for key in due:
            found = claimed(outbox, key)
            if found is None:
                late += 1
                continue
            had.append(found[1])
            cross_off(outbox, found[0])
    return had, late


def main(address):
    db = ZEO.DB(address, wait_timeout=60)
    outbox = db.open().root()["outbox"]
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(take_all(outbox)), flush=True)
    transaction.abort()
    db.close()


if __name__ == "__main__":
    main(sys.argv[1])
