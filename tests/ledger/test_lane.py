from collective.rendezvous.ledger.lane import Entry
from collective.rendezvous.ledger.lane import FREED
from collective.rendezvous.ledger.lane import Full
from collective.rendezvous.ledger.lane import HOLD
from collective.rendezvous.ledger.lane import Lane
from collective.rendezvous.scheduling.minutes import span
from collective.rendezvous.scheduling.occupancy import NOTHING

import pickle
import pytest


def lane(capacity, *entries):
    made = Lane(capacity)
    for entry in entries:
        made.take(*entry[:3], 0, *entry[3:])
    return made


def test_a_new_lane_has_nothing_taken():
    assert lane(1).taken(0) is NOTHING


def test_what_is_taken_is_told_as_masks():
    taken = lane(2, (540, 560, "A"), (550, 570, "B")).taken(0)
    assert taken.levels == (span(540, 570), span(550, 560))
    assert taken.count == 2


def test_touching_appointments_fit_one_after_the_other():
    assert [entry.reference for entry in lane(1, (560, 580, "B"), (540, 560, "A")).entries] == ["A", "B"]


@pytest.mark.parametrize("start, end", [(530, 541), (540, 560), (545, 550), (559, 600), (500, 600)])
def test_an_overlap_is_refused_and_changes_nothing(start, end):
    busy = lane(1, (540, 560, "A"))
    with pytest.raises(Full):
        busy.take(start, end, "B", 0)
    assert busy.entries == (Entry(540, 560, "A"),)


def test_a_counter_takes_as_many_as_its_capacity():
    hall = lane(2, (540, 560, "A"), (550, 570, "B"))
    with pytest.raises(Full):
        hall.take(555, 556, "C", 0)
    hall.take(560, 580, "C", 0)
    assert len(hall.entries) == 3


def test_an_entry_can_move_within_the_place_that_it_has():
    agent = lane(1, (540, 560, "A"), (580, 600, "B"))
    agent.take(550, 570, "A", 0)
    assert agent.entries[0] == Entry(550, 570, "A")


def test_a_freed_place_can_be_taken_again():
    agent = lane(1, (540, 560, "A"))
    agent.free("A", 0)
    agent.take(540, 560, "B", 0)
    assert agent.entries == (Entry(540, 560, "B"),)


def test_freeing_what_is_not_there_changes_nothing():
    agent = lane(1, (540, 560, "A"))
    agent.free("B", 0)
    assert agent.entries == (Entry(540, 560, "A"),)


def test_an_entry_lapses_by_itself():
    agent = lane(1, (540, 560, "A", 100, HOLD))
    assert agent.taken(99).count == 1
    assert agent.taken(100) == NOTHING
    with pytest.raises(Full):
        agent.take(540, 560, "B", 99)
    agent.take(540, 560, "B", 100)
    assert agent.entries == (Entry(540, 560, "B"),)


def test_what_was_told_once_does_not_outlive_an_entry_that_lapses():
    agent = lane(1, (540, 560, "A", 100), (600, 620, "B", 200), (700, 720, "C"))
    assert [agent.taken(now).count for now in (50, 150, 250, 150, 50)] == [3, 2, 1, 2, 3]


def test_what_was_told_once_is_told_anew_after_a_change():
    agent = lane(1, (540, 560, "A"))
    assert agent.taken(0) is agent.taken(0)
    agent.free("A", 0)
    assert agent.taken(0) is NOTHING


def test_a_pending_appointment_that_is_confirmed_stays():
    agent = lane(1, (540, 560, "A", 100))
    agent.take(540, 560, "A", 99)
    assert agent.taken(1000).count == 1


def test_sweeping_tells_whether_there_was_anything():
    agent = lane(1, (540, 560, "A", 100), (600, 620, "B"))
    assert not agent.sweep(99)
    assert agent.sweep(100)
    assert agent.entries == (Entry(600, 620, "B"),)


def test_one_reference_can_be_left_out():
    hall = lane(2, (540, 560, "A"), (540, 560, "B"))
    assert hall.taken(0, without="A").count == 1
    assert hall.taken(0, without="Z").count == 2


def test_a_lane_over_its_lowered_capacity_goes_on_elsewhere():
    hall = lane(2, (540, 560, "A"), (540, 560, "B"), (600, 620, "C", 100))
    hall.capacity = 1
    with pytest.raises(Full):
        hall.take(550, 570, "D", 0)
    hall.take(640, 660, "D", 0)
    hall.take(540, 560, "A", 0)
    hall.free("B", 0)
    assert [entry.reference for entry in hall.entries] == ["A", "C", "D"]


@pytest.mark.parametrize("start, end", [(-1, 10), (10, 10), (20, 10), (1430, 1441)])
def test_a_stretch_lies_within_a_day(start, end):
    with pytest.raises(ValueError):
        lane(1).take(start, end, "A", 0)


def test_a_lane_has_room_for_one_at_least():
    with pytest.raises(ValueError):
        Lane(0)


def test_a_lane_is_stored_as_plain_tuples():
    hall = lane(3, (540, 560, "A"), (540, 560, "B", 100), (600, 620, "C", 200, HOLD))
    state = hall.__getstate__()
    assert state == (3, ((540, 560, "A"), (540, 560, "B", 100, 0), (600, 620, "C", 200, 1)))
    again = Lane.__new__(Lane)
    again.__setstate__(pickle.loads(pickle.dumps(state)))
    assert (again.capacity, again.entries) == (hall.capacity, hall.entries)


def test_a_freed_stretch_is_taken_for_the_public_and_for_nobody_else():
    freed = lane(1, (540, 560, "A/540", 100, FREED))
    assert freed.taken(0).levels == (span(540, 560),)
    assert freed.taken(0, freed=False) == NOTHING
    assert freed.taken(100) == NOTHING


def test_a_freed_stretch_stands_in_nobodys_way():
    freed = lane(1, (540, 560, "A/540", 100, FREED))
    freed.take(550, 570, "B", 0)
    assert freed.taken(0, freed=False).levels == (span(550, 570),)
    with pytest.raises(Full):
        freed.take(540, 560, "C", 0)
