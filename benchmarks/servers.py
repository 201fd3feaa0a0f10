"""Start and end the servers that are measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import shutil
import socket
import subprocess
import sys
import threading
import time


HERE = Path(__file__).parent
BOUND = 900
"""Seconds after which a server ends by itself: nothing stays behind a run that was killed."""

ZEO_CONF = """\
<zeo>
    address 127.0.0.1:{port}
</zeo>
<blobstorage 1>
    blob-dir {data}/blobs
    <filestorage>
        path {data}/Data.fs
    </filestorage>
</blobstorage>
"""

_made: list[TemporaryDirectory[str]] = []


def town() -> Path:
    """A folder of data with the town in it, made once a run; it must not be written to."""
    if not _made:
        folder = TemporaryDirectory()
        _made.append(folder)
        with process(Path(folder.name), 8169):
            pass
    return Path(_made[0].name)


@contextmanager
def served(port: int, threads: int = 2, *options: str) -> Iterator[str]:
    """One process on a FileStorage: the address of its site; `options` are those of :mod:`serving`."""
    with TemporaryDirectory() as folder:
        data = Path(folder)
        for name in ("filestorage", "blobstorage"):
            shutil.copytree(town() / name, data / name)
        with process(data, port, "--threads", str(threads), *options):
            yield f"http://127.0.0.1:{port}/mairie"


@contextmanager
def clustered(port: int, processes: int = 2, threads: int = 2) -> Iterator[tuple[list[str], str]]:
    """Several processes on a ZEO server: the addresses of their sites, and that of ZEO."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        data = Path(folder)
        shutil.copy(town() / "filestorage" / "Data.fs", data / "Data.fs")
        shutil.copytree(town() / "blobstorage", data / "blobs")
        zeo = f"127.0.0.1:{port}"
        (data / "zeo.conf").write_text(ZEO_CONF.format(port=port, data=data))
        stack.enter_context(running([sys.executable, "-m", "ZEO.runzeo", "-C", str(data / "zeo.conf")]))
        listening(port)
        urls = []
        for number in range(1, processes + 1):
            client = data / f"client-{number}"
            options = ["--zeo", zeo, "--threads", str(threads)]
            stack.enter_context(process(client, port + number, *options))
            urls.append(f"http://127.0.0.1:{port + number}/mairie")
        yield urls, zeo


@contextmanager
def process(data: Path, port: int, *options: str) -> Iterator[None]:
    """A server of :mod:`serving` that is ready."""
    command = [sys.executable, str(HERE / "serving.py"), "--data", str(data), "--port", str(port), *options]
    with running(command) as server:
        assert server.stdout is not None
        said: list[str] = []
        for line in server.stdout:
            if line.startswith("Ready"):
                break
            said.append(line)
        else:
            raise RuntimeError(f"The server on port {port} has not started:\n{''.join(said[-20:])}")
        threading.Thread(target=server.stdout.read, daemon=True).start()
        yield


@contextmanager
def running(command: list[str]) -> Iterator[subprocess.Popen[str]]:
    server = subprocess.Popen(
        ["timeout", str(BOUND), *command],
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield server
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()


def listening(port: int) -> None:
    """Wait until somebody listens on the port."""
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"Nobody listens on port {port}")
