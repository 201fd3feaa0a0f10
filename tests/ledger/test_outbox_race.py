"""Processes that share an outbox through ZEO: each parcel is one's, also while others post."""

from .build import NOW
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.outbox import Outbox
from collective.rendezvous.ledger.parcel import Parcel
from pathlib import Path

import json
import pytest
import subprocess
import sys
import transaction


pytestmark = pytest.mark.race

BEFORE, WHILE = 120, 60


def sender(address):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.sender", address],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def post(outbox, number):
    while True:
        try:
            transaction.begin()
            outbox.put(Parcel("confirmed", reference=str(number), written=seconds(NOW)))
            transaction.commit()
        except transaction.interfaces.TransientError:
            transaction.abort()
        else:
            return


def test_two_processes_have_each_parcel_once(zeo, zeo_db, capsys):
    outbox = zeo_db.open().root()["outbox"] = Outbox()
    for number in range(BEFORE):
        outbox.put(Parcel("confirmed", reference=str(number), written=seconds(NOW)))
    transaction.commit()
    senders = [sender(zeo) for _ in range(2)]
    try:
        assert [each.stdout.readline() for each in senders] == ["ready\n", "ready\n"]
        for each in senders:
            each.stdin.write("go\n")
            each.stdin.flush()
        for number in range(BEFORE, BEFORE + WHILE):
            post(outbox, number)
        told = [json.loads(each.communicate(timeout=120)[0]) for each in senders]
    finally:
        for each in senders:
            each.kill()
            each.wait()
    had = [reference for references, _late in told for reference in references]
    with capsys.disabled():
        print(
            f" {[len(references) for references, _ in told]}, too late {[late for _, late in told]}", end=" "
        )
    transaction.begin()
    assert sorted(had, key=int) == [str(number) for number in range(BEFORE + WHILE)]
    assert len(outbox) == 0
