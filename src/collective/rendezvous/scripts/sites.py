"""What the commands on stored appointments share: options, and the sites and sections that they mean."""

from argparse import ArgumentParser
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Refused(Exception):
    """What was asked cannot be done; the message tells the person at the terminal why."""


def parser(prog: str, description: str | None, by_section: bool = True) -> ArgumentParser:
    """The parser of a command, with the options that all of them have; not all can do with one section."""
    made = ArgumentParser(prog=prog, description=description)
    made.add_argument(
        "--config",
        type=Path,
        default=Path("var/etc/zope.conf"),
        help="zope.conf of the site; its database must be free to open, or served by ZEO (%(default)s)",
    )
    made.add_argument("--site", metavar="ID", help="only this Plone site (all)")
    if by_section:
        made.add_argument("--section", metavar="PATH", help="only the section at this path in its site (all)")
    return made


def application(config: Path) -> Any:
    """Zope's root, opened as the file says."""
    from Testing.makerequest import makerequest
    from Zope2.Startup.run import configure_wsgi

    import Zope2

    configure_wsgi(str(config))
    return makerequest(Zope2.app())


def sites(app: Any, options: Namespace) -> Iterator[Any]:
    """Each Plone site that is meant, entered."""
    from zope.component.hooks import site
    from zope.globalrequest import getRequest
    from zope.globalrequest import setRequest

    before = getRequest()
    for portal in app.objectValues("Plone Site"):
        if options.site in (None, portal.getId()):
            setRequest(portal.REQUEST)
            try:
                with site(portal):
                    yield portal
            finally:
                setRequest(before)


def sections(app: Any, options: Namespace) -> Iterator[Any]:
    """Each section that is meant, its site entered; raises Refused where none is at the path given."""
    from collective.rendezvous.content import place

    found = 0
    for portal in sites(app, options):
        for section in place.sections(portal):
            if meant(portal, where(section), options):
                found += 1
                yield section
    if options.section is not None and not found:
        raise Refused(f"There is no section at {options.section}.")


@contextmanager
def one_section(app: Any, options: Namespace) -> Iterator[Any]:
    """The one section that is meant, its site entered; raises Refused where there are several, or none."""
    number = sum(1 for _section in sections(app, options))
    if number != 1:
        many = "There are several sections: name one by --section, and its site by --site."
        raise Refused(many if number else "There is no section.")
    yield from sections(app, options)


def meant(portal: Any, path: str, options: Namespace) -> bool:
    """Whether the section at that path is one of those that are meant."""
    return options.section is None or options.section.strip("/") == below(portal, path)


def below(portal: Any, path: str) -> str:
    """A path as it is within its site."""
    return path.removeprefix("/".join(portal.getPhysicalPath())).strip("/")


def where(section: Any) -> str:
    """The path of a section, to be printed."""
    return "/".join(section.getPhysicalPath())
