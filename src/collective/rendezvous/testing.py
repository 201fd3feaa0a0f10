"""Layers for tests: a French town's Plone site with the add-on in it."""

from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.app.testing.utils import MockMailHost
from plone.registry.interfaces import IRegistry
from plone.testing.zope import WSGI_SERVER_FIXTURE
from Products.MailHost.interfaces import IMailHost
from typing import Any
from typing import ClassVar
from zope.component import getGlobalSiteManager
from zope.component import getSiteManager
from zope.component import getUtility
from zope.processlifetime import IProcessStarting

import os


class KeptMails(MockMailHost):
    """Keeps mails in the process, whichever thread sends them, the commit done: nothing is stored then."""

    messages: ClassVar[list[bytes]] = []

    def reset(self) -> None:
        """Forget the mails."""
        self.messages.clear()


class Fixture(PloneSandboxLayer):
    """A Classic UI site in French, Europe/Paris, that keeps its mails in `portal.MailHost.messages`."""

    defaultBases = (PLONE_FIXTURE,)

    def setUpZope(self, app: Any, configurationContext: Any) -> None:
        """Load the add-on and what a Plone distribution would load beside it."""
        import collective.rendezvous
        import plone.classicui
        import plone.restapi

        os.environ.setdefault("zope_i18n_compile_mo_files", "true")
        self.loadZCML(package=plone.restapi)
        self.loadZCML(package=plone.classicui)
        self.loadZCML(package=collective.rendezvous)
        self._stop_the_clock()

    def setUpPloneSite(self, portal: Any) -> None:
        """Set the site up as a town has it, then install the add-on."""
        registry = getUtility(IRegistry)
        registry["plone.available_languages"] = ["fr"]
        registry["plone.default_language"] = "fr"
        registry["plone.portal_timezone"] = "Europe/Paris"
        registry["plone.available_timezones"] = ["Europe/Paris"]
        registry["plone.email_from_address"] = "mairie@example.org"
        registry["plone.email_from_name"] = "Mairie de Valombre"
        portal.setLanguage("fr")
        portal.portal_workflow.setDefaultChain("simple_publication_workflow")
        self._keep_mails(portal)
        applyProfile(portal, "collective.rendezvous:default")

    def _stop_the_clock(self) -> None:
        """The layer of a WSGI server tells that a process starts; in tests time is passed by the tests."""
        from collective.rendezvous.jobs.thread import start

        getGlobalSiteManager().unregisterHandler(start, (IProcessStarting,))

    def _keep_mails(self, portal: Any) -> None:
        portal._delObject("MailHost")
        portal.MailHost = mail_host = KeptMails("MailHost")
        sites = getSiteManager(portal)
        sites.unregisterUtility(provided=IMailHost)
        sites.registerUtility(mail_host, provided=IMailHost)


FIXTURE = Fixture()
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="Rendezvous:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="Rendezvous:Functional")
