"""The form of what is set up for the whole site."""

from collective.rendezvous import _
from collective.rendezvous.content.place import sections
from collective.rendezvous.content.settings import ISiteSettings
from collective.rendezvous.content.settings import PREFIX
from collective.rendezvous.notifications.address import set_up
from plone.app.registry.browser.controlpanel import RegistryEditForm
from typing import Any


class SettingsForm(RegistryEditForm):
    """See :class:`.ISiteSettings`."""

    id = "rendezvous-settings"
    label = _("Appointments")
    schema = ISiteSettings
    schema_prefix = PREFIX

    def applyChanges(self, data: dict[str, Any]) -> Any:
        """Save; whoever does so comes by an address that letters may name where none is written down."""
        for section in sections(self.context):
            set_up(section, None)
        return super().applyChanges(data)
