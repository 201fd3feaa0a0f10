"""A ZEO server and, on it, two processes that serve the demo town; only the first believes a proxy."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import ExitStack
from pathlib import Path
from tests.e2e.conftest import free_port

import signal
import subprocess
import sys


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


@contextmanager
def running(module: str, *arguments: str, ready: str) -> Iterator[None]:
    """A program of this Python, from the moment at which it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said: list[str] = []
    try:
        for line in process.stdout:
            said.append(line)
            if ready in line:
                break
        else:
            raise AssertionError("".join(said))
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


class Town:
    """The town on two processes; `urls` are the addresses of its section by each of them."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.stack = stack
        self.zeo = free_port()
        conf = folder / "zeo.conf"
        conf.write_text(ZEO_CONF.format(port=self.zeo, data=folder))
        stack.enter_context(running("ZEO.runzeo", "-C", str(conf), ready="listening on"))
        self.ports = [free_port(), free_port()]
        self.served = [self.serve(0, "--trusted-proxy", "127.0.0.1"), self.serve(1)]

    @property
    def urls(self) -> list[str]:
        return [f"http://127.0.0.1:{port}/mairie/rendez-vous" for port in self.ports]

    def serve(self, number: int, *options: str) -> ExitStack:
        """Start a process; closing what this returns ends it."""
        data, port = self.folder / f"client-{number}", self.ports[number]
        arguments = ["--data", str(data), "--port", str(port), "--zeo", f"127.0.0.1:{self.zeo}", *options]
        one = self.stack.enter_context(ExitStack())
        one.enter_context(running("collective.rendezvous.scripts.serve", *arguments, ready="Ctrl-C"))
        return one

    def restart(self, number: int) -> None:
        """End a process and start it again."""
        self.served[number].close()
        self.served[number] = self.serve(number)
