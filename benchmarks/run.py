"""Print what is fast and what is not: `run.py [row …] [--json FILE]`; without rows all of them.

Figures are told beside those of a service that does nothing, measured in the same run; nothing here
asserts a time. Servers listen on 127.0.0.1 and end with the run.
"""

from importlib import import_module
from pathlib import Path
from table import Row
from table import show
from table import versions

import argparse
import json
import os
import sys
import time


ROWS = {
    "engine": "all starts of a type over 90 days, the engine alone",
    "create": "create and commit an appointment, without HTTP",
    "bytes": "storage of an appointment",
    "slots": "@slots over a month by HTTP",
    "book": "a booking by HTTP",
    "pages": "the citizen's pages",
    "citizen": "a citizen in Chromium, from the section's page to the confirmation",
    "planning": "a week of planning by HTTP",
    "calendar": "the planning drawn in Chromium",
    "search": "search among many, and the count of what is to be reviewed",
    "rush": "16 clients book one day, two processes on ZEO",
    "waiting": "a look at the waiting list",
    "start": "16 clients want one start with 10 places, two processes on ZEO",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    listed = "; ".join(f"{name}: {words}" for name, words in ROWS.items())
    parser.add_argument("rows", nargs="*", choices=[[], *ROWS], metavar="row", help=listed)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--port", type=int, default=8160, help="the first of three ports (%(default)s)")
    options = parser.parse_args()
    rows: list[Row] = []
    for name in options.rows or ROWS:
        print(f"… {ROWS[name]}", file=sys.stderr, flush=True)
        begun = time.monotonic()
        for row in import_module(f"row_{name}").rows(options.port):
            row.load = os.getloadavg()[0]
            rows.append(row)
        print(f"  {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    print(show(rows))
    if options.json:
        told = {"versions": versions(), "rows": [row.told() for row in rows]}
        options.json.write_text(json.dumps(told, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
