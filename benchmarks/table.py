"""The table of figures."""

from collections.abc import Sequence
from dataclasses import asdict
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import os
import platform


DISTRIBUTIONS = ("Products.CMFPlone", "Zope", "ZODB", "ZEO", "BTrees", "plone.restapi", "waitress")


@dataclass
class Row:
    """One line: what was measured, the figure, beside what, the ratio of the two, the target, the load."""

    what: str
    figure: str
    beside: str = ""
    ratio: float | None = None
    target: str = ""
    note: str = ""
    load: float = 0.0

    def told(self) -> dict[str, Any]:
        return asdict(self)


def versions() -> dict[str, str]:
    found = {name: version(name) for name in DISTRIBUTIONS}
    return {"Python": platform.python_version(), "cores": str(os.cpu_count()), **found}


def show(rows: Sequence[Row]) -> str:
    """The rows as an aligned table, with the versions below."""
    head = ("what", "figure", "beside", "ratio", "target", "load", "note")
    lines = [head] + [
        (
            row.what,
            row.figure,
            row.beside,
            "" if row.ratio is None else f"{row.ratio:.2f}",
            row.target,
            f"{row.load:.1f}",
            row.note,
        )
        for row in rows
    ]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    lines.insert(1, tuple("-" * width for width in widths))
    told = ["  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) for line in lines]
    below = ", ".join(f"{name} {number}" for name, number in versions().items())
    return "\n".join([*(line.rstrip() for line in told), "", below])
