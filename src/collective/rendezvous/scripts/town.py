"""Make the demo town: a Plone site in French with the add-on and, in it, a section that lives."""

from collective.rendezvous import demo
from collective.rendezvous.clock import now
from collective.rendezvous.scripts.progress import Progress
from pathlib import Path
from typing import Any


SITE = "mairie"
TITLE = "Mairie de Valombre"
LOGO = Path(demo.__file__).with_name("logo.svg")
PROFILE = "profile-collective.rendezvous:default"


def make_town(app: Any, password: str, progress: Progress) -> None:
    """Make the site `/mairie` in the root `app`, with its Manager `admin`; nothing is committed."""
    from AccessControl.SecurityManagement import newSecurityManager
    from zope.component.hooks import setSite
    from zope.globalrequest import setRequest

    setRequest(app.REQUEST)
    set_password(app, password)
    newSecurityManager(None, app.acl_users.getUser("admin").__of__(app.acl_users))
    progress.step(f"Making the Plone site /{SITE} (French, Classic UI)")
    portal = _make_site(app)
    setSite(portal)
    progress.step("Installing the add-on")
    portal.portal_setup.runAllImportStepsFromProfile(PROFILE)
    progress.step("Making the demo section, with a few weeks of appointments")
    demo.create(portal, now())


def set_password(app: Any, password: str) -> None:
    """Make the Manager `admin` of the root if there is none; give him the password if it is another."""
    users = app.acl_users
    if users.getUser("admin") is None:
        users.userFolderAddUser("admin", password, ["Manager"], [])
    elif not users.getUser("admin").authenticate(password, None):
        users.userFolderEditUser("admin", password, ["Manager"], [])


def send_by(portal: Any, server: str) -> None:
    """Let the site send its mails through HOST:PORT: Plone asks the registry, not the MailHost."""
    registry = _registry(portal)
    host, _colon, port = server.rpartition(":")
    registry["plone.smtp_host"], registry["plone.smtp_port"] = host, int(port)


def _registry(portal: Any) -> Any:
    from plone.registry.interfaces import IRegistry

    return portal.getSiteManager().getUtility(IRegistry)


def _make_site(app: Any) -> Any:
    from plone.formwidget.namedfile.converter import b64encode_file
    from Products.CMFPlone.factory import addPloneSite

    addPloneSite(
        app,
        SITE,
        title=TITLE,
        distribution_name="classic",
        setup_content=False,
        default_language="fr",
        portal_timezone="Europe/Paris",
    )
    portal = app[SITE]
    registry = _registry(portal)
    registry["plone.app.theming.interfaces.IThemeSettings.hostnameBlacklist"] = []  # it names 127.0.0.1
    registry["plone.site_logo"] = b64encode_file(LOGO.name, LOGO.read_bytes())
    registry["plone.email_from_name"] = TITLE
    registry["plone.email_from_address"] = "mairie@valombre.example"
    return portal
