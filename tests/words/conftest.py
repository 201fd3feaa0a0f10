from collections.abc import Iterator
from pathlib import Path
from plone.testing.zca import popGlobalRegistry
from plone.testing.zca import pushGlobalRegistry
from pythongettext.msgfmt import Msgfmt
from zope.component import provideUtility
from zope.i18n.gettextmessagecatalog import GettextMessageCatalog
from zope.i18n.interfaces import ITranslationDomain
from zope.i18n.translationdomain import TranslationDomain

import collective.rendezvous
import pytest


DOMAIN = "collective.rendezvous"


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[None]:
    """Register the French catalog, whether Plone is there or not."""
    source = Path(collective.rendezvous.__file__).parent / f"locales/fr/LC_MESSAGES/{DOMAIN}.po"
    compiled = tmp_path / "catalog.mo"
    compiled.write_bytes(Msgfmt(source.read_bytes().splitlines(True)).getAsFile().read())
    pushGlobalRegistry()
    domain = TranslationDomain(DOMAIN)
    domain.addCatalog(GettextMessageCatalog("fr", DOMAIN, str(compiled)))
    provideUtility(domain, ITranslationDomain, DOMAIN)
    yield
    popGlobalRegistry()
