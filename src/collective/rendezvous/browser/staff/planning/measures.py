"""The measures of the calendar: where it scrolls rather than crush what is in it."""

from collections.abc import Iterable
from collective.rendezvous.browser.staff.planning.columns import Column


LANE = 5
"""Where several appointments stand side by side, each has so many rem to be read in."""

LEAST = {"week": 8, "day": 9}
"""The least width of a column, in rem."""


def widths(columns: Iterable[Column], view: str) -> list[int]:
    """The least width of each column, in rem."""
    return [max(LEAST[view], LANE * column.lanes) for column in columns]


def style(columns: Iterable[Column], view: str, low: int, high: int) -> str:
    """What the style sheet is told of columns that show the minutes from `low` to `high`."""
    found = widths(columns, view)
    told = f"--start: {low}; --hours: {(high - low) // 60}; --cols: {max(1, len(found))}"
    if not found:
        return told
    columns_told = " ".join(f"minmax({width}rem, {width}fr)" for width in found)
    return f"{told}; grid-template-columns: 3.25rem {columns_told}"
