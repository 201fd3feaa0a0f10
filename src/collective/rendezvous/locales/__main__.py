"""Bring template and French translation up to date with the code; `--check` only says what lacks."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import argparse
import re
import subprocess
import sys


DOMAIN = "collective.rendezvous"
LOCALES = Path(__file__).parent
PACKAGE = LOCALES.parent
TEMPLATE = LOCALES / f"{DOMAIN}.pot"
FRENCH = LOCALES / "fr" / "LC_MESSAGES" / f"{DOMAIN}.po"


def update() -> None:
    """Write the template anew from the code and merge it into the French translation."""
    _extract(TEMPLATE)
    _i18ndude("sync", "--pot", str(TEMPLATE), str(FRENCH))


def lacks() -> Iterator[str]:
    """Yield a line for each message of the code that has no French, and for each that is only guessed at."""
    from i18ndude.catalog import MessageCatalog

    with TemporaryDirectory() as folder:
        template = Path(folder) / TEMPLATE.name
        _extract(template)
        messages = MessageCatalog(filename=str(template))
    french = MessageCatalog(filename=str(FRENCH))
    for msgid in messages:
        where = ", ".join(messages[msgid].references[:2])
        if msgid not in french or not french[msgid].msgstr:
            yield f"no French for {msgid!r} ({where})"
        elif any("fuzzy" in comment for comment in french[msgid].comments):
            yield f"fuzzy French for {msgid!r} ({where})"
        elif _variables(msgid) - _variables(french[msgid].msgstr) and "${" in msgid:
            yield f"a variable of {msgid!r} is lost in French ({where})"


def _variables(text: str) -> set[str]:
    return set(re.findall(r"\$\{(\w+)\}", text))


def _extract(template: Path) -> None:
    _i18ndude("rebuild-pot", "--pot", str(template), "--create", DOMAIN, "--no-line-numbers", str(PACKAGE))


def _i18ndude(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from i18ndude.script import main; main()", *arguments],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def main() -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog=f"python -m {DOMAIN}.locales", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="change nothing, fail when French is not complete"
    )
    if not parser.parse_args().check:
        update()
        return 0
    missing = sorted(lacks())
    print(*missing, f"Translations: {len(missing)} messages lack French", sep="\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
