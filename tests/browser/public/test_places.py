from collective.rendezvous.browser.public.places import place_by_id
from collective.rendezvous.browser.public.places import places
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.words.addresses import address_lines
from collective.rendezvous.words.addresses import where

import pytest


def office(*counters: Counter) -> Office:
    return Office("s", "Europe/Paris", counters={counter.uid: counter for counter in counters})


def counter(id: str, address: str = "", types: str = "T", **fields: object) -> Counter:
    return Counter(id.upper(), id, id.title(), types=frozenset(types), address=address, **fields)


def test_counters_at_one_address_are_one_place() -> None:
    made = office(
        counter("un", "Hôtel de ville\n1 place X"),
        counter("deux", "Annexe, 12 rue Y", access="de plain-pied"),
        counter("trois", "hôtel de ville,  1 place X"),
    )
    first, second = places(made, "T")
    assert (first.id, first.ids, first.uids) == ("un", {"un", "trois"}, {"UN", "TROIS"})
    assert (first.name, first.details) == ("Hôtel de ville", ["1 place X"])
    assert (second.name, second.details) == ("Annexe", ["12 rue Y, de plain-pied"])


def test_only_active_counters_that_serve_the_type_count() -> None:
    made = office(counter("un"), counter("deux", active=False), counter("trois", types="U"))
    (place,) = places(made, "T")
    assert place.uids == {"UN"}
    assert place.name == "Un"


def test_any_counter_of_a_place_names_it() -> None:
    among = places(office(counter("un", "A"), counter("deux", "A"), counter("trois", "B")), "T")
    assert place_by_id(among, "deux") is among[0]
    assert place_by_id(among, "nulle-part") is None
    assert place_by_id(among, None) is None


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("", ()),
        ("1 place X, 99999 Y", ("1 place X, 99999 Y",)),
        ("Hôtel de ville, 1 place X, 99999 Y", ("Hôtel de ville", "1 place X, 99999 Y")),
        (" Hôtel de ville \n\n 1 place X", ("Hôtel de ville", "1 place X")),
    ],
)
def test_a_building_stands_on_a_line_of_its_own(address: str, lines: tuple[str, ...]) -> None:
    assert address_lines(address) == lines


@pytest.mark.parametrize(
    ("name", "address", "lines"),
    [
        ("Guichet 2", "Hôtel de ville\n1 place X", ["Hôtel de ville, Guichet 2", "1 place X"]),
        ("Annexe", "Annexe, 12 rue Y", ["Annexe", "12 rue Y"]),
        ("Guichet 2", "", ["Guichet 2"]),
    ],
)
def test_where_to_go_names_building_and_counter(name: str, address: str, lines: list[str]) -> None:
    assert where(name, address) == lines
