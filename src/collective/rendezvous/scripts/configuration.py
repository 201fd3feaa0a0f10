"""Write Zope's configuration for a folder of data: zope.conf, wsgi.ini and site.zcml in its `etc`."""

from collective.rendezvous.scripts import templates
from dataclasses import dataclass
from pathlib import Path

import os


@dataclass(frozen=True)
class Settings:
    """What a server needs to know.

    `data` is the folder of everything it keeps; `port` is on the loopback address; `zeo` is the "host:port"
    of a storage server where the data is not in the folder itself; `proxy` the address of the web server in
    front whose X-Forwarded headers are believed.
    """

    data: Path
    port: int = 8080
    threads: int = 4
    zeo: str | None = None
    proxy: str | None = None

    @property
    def address(self) -> str:
        """The address it listens on."""
        return f"127.0.0.1:{self.port}"

    @property
    def database(self) -> Path:
        """The file of the ZODB, where the data is in the folder."""
        return self.data / "filestorage" / "Data.fs"


def write(settings: Settings) -> Path:
    """Write the three files, the folders they name, and the environment; return the path of wsgi.ini.

    The environment counts from the first import of Zope on, so call this before.
    """
    data = settings.data.absolute()
    for name in ("blobstorage", "cache", "etc", "filestorage", "log"):
        (data / name).mkdir(parents=True, exist_ok=True)
    os.environ.update({"CHAMELEON_CACHE": str(data / "cache"), "zope_i18n_compile_mo_files": "true"})
    etc = data / "etc"
    (etc / "zope.conf").write_text(_zope_conf(settings, str(data).replace("$", "$$")))
    (etc / "wsgi.ini").write_text(_wsgi_ini(settings, str(data)))
    (etc / "site.zcml").write_text(templates.SITE_ZCML)
    return etc / "wsgi.ini"


def _zope_conf(settings: Settings, data: str) -> str:
    storage = templates.ZEO if settings.zeo else templates.FILESTORAGE
    return templates.ZOPE_CONF.format(
        data=data,
        proxy=f"trusted-proxy {settings.proxy}" if settings.proxy else "",
        storage=storage.format(data=data, zeo=settings.zeo),
    )


def _wsgi_ini(settings: Settings, data: str) -> str:
    return templates.WSGI_INI.format(
        data=data,
        address=settings.address,
        log=repr(f"{data}/log/event.log"),
        proxy=templates.PROXY.format(proxy=settings.proxy) if settings.proxy else "",
        threads=settings.threads,
    )
