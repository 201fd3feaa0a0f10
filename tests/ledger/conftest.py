"""Real databases: FileStorage in this process, and ZEO with its server in another."""

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage

import pytest
import subprocess
import sys
import ZEO


@contextmanager
def zeo_server():
    """Run a ZEO server in a process of its own; gives the address of its socket."""
    with TemporaryDirectory(prefix="rdv-") as folder:
        address = str(Path(folder) / "zeo")
        command = [sys.executable, "-m", "ZEO.runzeo", "-a", address, "-f", str(Path(folder) / "Data.fs")]
        with open(Path(folder) / "log", "w") as log, subprocess.Popen(command, stderr=log) as server:
            try:
                yield address
            finally:
                server.terminate()


@pytest.fixture
def file_db(tmp_path):
    """A database in a file."""
    db = DB(FileStorage(str(tmp_path / "Data.fs")))
    yield db
    db.close()


@pytest.fixture(scope="module")
def zeo():
    """The address of a ZEO server."""
    with zeo_server() as address:
        yield address


@pytest.fixture
def zeo_db(zeo):
    """A database of that server."""
    db = ZEO.DB(zeo, wait_timeout=60)
    yield db
    db.close()
