"""Keep one server to a folder of data, and throw away what an interrupted start has left half made."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shutil
import socket


MARK = "being-made"


class Unusable(Exception):
    """The port or the folder cannot be used; the message tells the person who started the server why."""


@contextmanager
def only_server(data: Path) -> Iterator[None]:
    """Hold the folder's lock for the time of a `with` block; raise `Unusable` when another process has it."""
    from zc.lockfile import LockError
    from zc.lockfile import LockFile

    if "%" in str(data):
        raise Unusable(f"{data} has a % in its path: choose another DATA folder.")
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = LockFile(str(data / "server.lock"))
    except LockError:
        raise Unusable(f"Another server works on {data}: stop it, or choose another DATA folder.") from None
    except OSError as error:
        raise Unusable(f"{data} cannot be used ({error.strerror}): choose another DATA folder.") from None
    try:
        yield
    finally:
        lock.close()


@contextmanager
def whole_or_nothing(data: Path) -> Iterator[None]:
    """Mark the folder while its data is being made, so that `sweep` knows when that was interrupted."""
    mark = data / MARK
    mark.touch()
    yield
    mark.unlink()


def sweep(data: Path) -> bool:
    """Delete what an interrupted start has left half made; return whether there was any."""
    mark = data / MARK
    if not mark.exists():
        return False
    for name in ("blobstorage", "filestorage"):
        shutil.rmtree(data / name, ignore_errors=True)
    mark.unlink()
    return True


def check_port(port: int) -> None:
    """Raise `Unusable` when something listens on the port of the loopback address."""
    with socket.socket() as probe, port_errors(port):
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


@contextmanager
def port_errors(port: int) -> Iterator[None]:
    """Turn the system's errors of binding a port into `Unusable`."""
    try:
        yield
    except OSError as error:
        raise Unusable(f"Port {port} cannot be used ({error.strerror}): choose another PORT.") from None
