"""Crowded columns get room; the calendar scrolls rather than crush them."""

from collective.rendezvous.browser.staff.planning.measures import style
from collective.rendezvous.browser.staff.planning.measures import widths
from types import SimpleNamespace


def columns(*lanes: int) -> list:
    return [SimpleNamespace(lanes=number) for number in lanes]


def test_each_column_is_as_wide_as_what_stands_side_by_side_in_it():
    assert widths(columns(1, 2, 6), "week") == [8, 10, 30]
    assert widths(columns(1), "day") == [9]


def test_the_style_tells_hours_and_widths():
    told = style(columns(1, 4), "week", 480, 1080)
    assert told == (
        "--start: 480; --hours: 10; --cols: 2; "
        "grid-template-columns: 3.25rem minmax(8rem, 8fr) minmax(20rem, 20fr)"
    )


def test_without_columns_there_is_nothing_to_measure():
    assert style([], "week", 480, 1080) == "--start: 480; --hours: 10; --cols: 1"
