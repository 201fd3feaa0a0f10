"""Arrows point one way: who may import whom, and how long a module may be."""

from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import ast
import pytest
import sys


PACKAGE = "collective.rendezvous"
SOURCE = Path(__file__).parent.parent / "src" / "collective" / "rendezvous"

# Part (a folder, or a module beside them) -> the other parts that it may import.
ALLOWED = {
    "scheduling": set(),
    "ledger": {"scheduling"},
    "words": {"scheduling"},
    "booking": {"ledger", "scheduling", "words"},
    "content": {"booking", "clock", "scheduling"},
    "roles": {"booking", "clock", "content", "scheduling"},
    "notifications": {"addresses", "booking", "clock", "content", "roles", "scheduling", "words"},
    "jobs": {"booking", "clock", "content", "ledger", "notifications", "roles", "scheduling", "words"},
    "browser": {
        "addresses",
        "booking",
        "clock",
        "content",
        "jobs",
        "notifications",
        "roles",
        "scheduling",
        "words",
    },
    "ants": {"addresses", "booking", "clock", "content", "scheduling", "words"},
    "restapi": {
        "addresses",
        "booking",
        "clock",
        "content",
        "jobs",
        "notifications",
        "roles",
        "scheduling",
        "words",
    },
    "demo": {"addresses", "booking", "clock", "content", "roles", "scheduling", "words"},
    "scripts": {"addresses", "booking", "clock", "content", "demo", "jobs", "roles", "scheduling", "words"},
    "addresses": {"words"},
    "clock": set(),
    "interfaces": set(),
    "locales": set(),
    "setuphandlers": {"booking", "content", "roles"},
    "testing": {"demo", "interfaces", "jobs"},
    "upgrades": {"booking", "content", "roles"},
    "wsgi": set(),
}

# What everybody outside may name of the ledger: what an appointment is, never where it is kept.
HANDED_OUT = {"ledger.appointment", "ledger.instants", "ledger.names", "ledger.parcel"}

# Part -> the distributions that it may import, where that matters.
OUTSIDE = {
    "scheduling": {"holidays"},
    "ledger": {"BTrees", "persistent", "phonenumbers", "ZODB", "zope"},
}

MODULES = sorted(SOURCE.rglob("*.py"))


def part_of(path):
    return path.relative_to(SOURCE).with_suffix("").parts[0]


@cache
def imported(path):
    """The full names of all that a module imports, wherever in it."""
    names = []
    folder = [PACKAGE, *path.relative_to(SOURCE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = folder[: len(folder) - node.level + 1] if node.level else []
            names += [".".join([*base, *filter(None, [node.module]), alias.name]) for alias in node.names]
    return names


def test_every_part_is_in_the_table():
    assert {part_of(path) for path in MODULES} - {"__init__"} <= set(ALLOWED)


def test_the_table_has_no_circle():
    tuple(TopologicalSorter(ALLOWED).static_order())


def wrong_imports(path):
    """What a module imports of the parts above its own, or beside it."""
    part = part_of(path)
    may = {part, "_"} | ALLOWED.get(part, set())
    for name in imported(path):
        ours = name.removeprefix(f"{PACKAGE}.")
        handed_out = part != "scheduling" and ours.rpartition(".")[0] in HANDED_OUT
        if ours != name and ours.split(".")[0] not in may and not handed_out:
            yield ours


def test_a_module_imports_only_parts_below_its_own():
    wrong = {str(path.relative_to(SOURCE)): sorted(wrong_imports(path)) for path in MODULES}
    assert {path: names for path, names in wrong.items() if names} == {}


@pytest.mark.parametrize("part", OUTSIDE)
def test_what_is_below_needs_little_from_outside(part):
    tops = {name.split(".")[0] for path in MODULES if part_of(path) == part for name in imported(path)}
    assert tops - set(sys.stdlib_module_names) - {"collective"} <= OUTSIDE[part]


@pytest.mark.parametrize("part", ["scheduling", "ledger", "booking"])
def test_inside_nobody_reads_the_clock(part):
    for path in MODULES:
        if part_of(path) == part:
            text = path.read_text()
            for reading in ("datetime.now(", "date.today(", "time.time(", "utcnow("):
                assert reading not in text, path


def test_messages_are_made_outside_of_scheduling_and_the_ledger():
    for path in MODULES:
        if part_of(path) in ("scheduling", "ledger"):
            assert f"{PACKAGE}._" not in set(imported(path)), path


def test_every_module_can_be_held_in_the_head():
    lengths = {str(path.relative_to(SOURCE)): len(path.read_text().splitlines()) for path in MODULES}
    assert {path: lines for path, lines in lengths.items() if lines >= 300} == {}
