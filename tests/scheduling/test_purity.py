"""Scheduling can be read, tested and timed with nothing else installed."""

import json
import subprocess
import sys


PLATFORM = {"AccessControl", "BTrees", "persistent", "plone", "Products", "transaction", "ZODB", "zope"}

SCRIPT = """
import json, pkgutil, sys
import collective.rendezvous.scheduling as package
for module in pkgutil.iter_modules(package.__path__):
    __import__(f"{package.__name__}.{module.name}")
print(json.dumps(sorted(sys.modules)))
"""


def test_scheduling_loads_nothing_of_zope_or_plone():
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    loaded = json.loads(ran.stdout)
    assert "collective.rendezvous.scheduling.slots" in loaded
    assert [name for name in loaded if name.split(".")[0] in PLATFORM] == []


def test_scheduling_loads_no_other_part_of_ours():
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    ours = [name for name in json.loads(ran.stdout) if name.startswith("collective.rendezvous.")]
    assert [name for name in ours if not name.startswith("collective.rendezvous.scheduling")] == []


def test_texts_are_still_found_in_the_package():
    from collective.rendezvous import _

    assert _("Counter").domain == "collective.rendezvous"
