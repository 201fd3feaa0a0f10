"""What a portlet can show the next slots of."""

from collective.rendezvous import _
from collective.rendezvous.content.appointment_type import IAppointmentType
from collective.rendezvous.content.place import children
from plone import api
from typing import Any
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def offers(context: Any) -> SimpleVocabulary:
    """The sections that one may see, each followed by its types; values are uids."""
    terms = []
    for brain in api.content.find(portal_type="RendezVousSection", sort_on="sortable_title"):
        section = brain.getObject()
        everything = _("${section}: all reasons", mapping={"section": section.title})
        terms.append(_term(section, translate(everything, context=getRequest())))
        terms += [
            _term(kind, f"{section.title} / {kind.title}") for kind in children(section, IAppointmentType)
        ]
    return SimpleVocabulary(terms)


def _term(obj: Any, title: str) -> SimpleTerm:
    return SimpleTerm(obj.UID(), obj.UID(), title)
