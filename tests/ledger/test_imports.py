"""What importing pulls in, seen from a fresh interpreter."""

import subprocess
import sys


LANE = """
import collective.rendezvous.ledger.lane, sys
print(*sorted(sys.modules))
"""

LEDGER = """
import pkgutil, sys
import collective.rendezvous.ledger as ledger
for module in pkgutil.iter_modules(ledger.__path__):
    __import__(f"{ledger.__name__}.{module.name}")
print(*sorted(sys.modules))
"""


def imported(program):
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    return set(told.stdout.split())


def test_a_zeo_server_that_merges_lanes_needs_nothing_else_of_the_ledger():
    modules = imported(LANE)
    ours = {name for name in modules if name.startswith("collective.rendezvous.")}
    assert ours == {
        "collective.rendezvous.ledger",
        "collective.rendezvous.ledger.lane",
        "collective.rendezvous.scheduling",
        "collective.rendezvous.scheduling.minutes",
        "collective.rendezvous.scheduling.occupancy",
    }
    assert not modules & {"phonenumbers", "zope.annotation", "zope.component", "zope.schema"}


def test_the_ledger_knows_nothing_of_plone_and_its_application_server():
    roots = {name.partition(".")[0] for name in imported(LEDGER)}
    assert "BTrees" in roots
    assert not roots & {"AccessControl", "Acquisition", "plone", "Products", "Zope2", "ZPublisher"}
