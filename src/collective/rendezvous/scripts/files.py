"""Files that hold personal data: only who wrote one may read it, and none is left half written."""

from collections.abc import Iterator
from collective.rendezvous.scripts.sites import Refused
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from typing import TextIO

import json
import os
import sys


@contextmanager
def written(name: str) -> Iterator[TextIO]:
    """A file to write to, in the place of an older one once it is whole; - is the terminal."""
    if name == "-":
        yield sys.stdout
        return
    path = Path(name)
    part = path.with_name(f"{path.name}.part")
    try:
        number = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise Refused(f"{path} cannot be written ({error.strerror}).") from None
    try:
        with open(number, "w", encoding="utf-8") as out:
            yield out
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def lines(name: str) -> Iterator[Any]:
    """The values in a file of JSON lines, one after the other; - is what is piped in."""
    try:
        source = sys.stdin if name == "-" else open(name, encoding="utf-8")  # noqa: SIM115
    except OSError as error:
        raise Refused(f"{name} cannot be read ({error.strerror}).") from None
    with source:
        for number, line in enumerate(source, 1):
            try:
                yield json.loads(line)
            except ValueError:
                raise Refused(f"{name}: line {number} is no JSON.") from None
