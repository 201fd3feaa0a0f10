"""Appointments of a town hall, taken on its own Plone site."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("collective.rendezvous")
