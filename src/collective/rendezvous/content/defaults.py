"""Defaults that depend on the site."""

from plone import api
from zoneinfo import available_timezones


def site_timezone() -> str:
    """The site's own zone, never a member's; UTC where the site names none that exists."""
    zone = api.portal.get_registry_record("plone.portal_timezone", default=None)
    return zone if zone in available_timezones() else "UTC"
