"""What conflicts is tried again at once, and what is not ours is left alone."""

from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.retry import committing
from collective.rendezvous.booking.retry import TRIES
from ZODB.POSException import ConflictError

import pytest


class Jar:
    def __init__(self, written: bool = False) -> None:
        self._registered_objects = [object()] if written else []


class Commit:
    """Conflicts so many times."""

    def __init__(self, conflicts: int) -> None:
        self.conflicts = conflicts
        self.calls = 0

    def __call__(self) -> None:
        self.calls += 1
        if self.calls <= self.conflicts:
            raise ConflictError


class Decisions:
    def __init__(self) -> None:
        self.number = 0

    def __call__(self) -> int:
        self.number += 1
        return self.number


def test_it_decides_anew_for_each_try():
    decide, commit, pauses = Decisions(), Commit(3), []
    assert committing(Jar(), decide, commit, pauses.append) == 4
    assert commit.calls == 4
    assert all(0.001 <= pause <= 0.02 for pause in pauses)


def test_it_gives_up_after_twenty_tries():
    decide, commit = Decisions(), Commit(TRIES)
    with pytest.raises(Busy):
        committing(Jar(), decide, commit, lambda _: None)
    assert decide.number == TRIES == 20


def test_what_is_refused_is_not_tried_again():
    def decide():
        raise LookupError

    commit = Commit(0)
    with pytest.raises(LookupError):
        committing(Jar(), decide, commit, lambda _: None)
    assert commit.calls == 0


def test_a_transaction_that_wrote_something_else_is_not_committed():
    decide, commit = Decisions(), Commit(0)
    assert committing(Jar(written=True), decide, commit) == 1
    assert commit.calls == 0


def test_without_a_committer_the_caller_ends_the_transaction():
    decide = Decisions()
    assert committing(Jar(), decide, None) == 1
