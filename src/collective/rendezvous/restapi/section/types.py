"""`@appointment-types`: what one can come for."""

from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.content.appointment_type import IAppointmentType
from collective.rendezvous.content.place import children
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from plone.restapi.serializer.converters import json_compatible
from typing import Any


RULES = ("duration", "max_people", "extra_minutes_per_person", "horizon_days", "min_notice_hours", "color")


class AppointmentTypes(SectionService):
    """`GET @appointment-types`: the public types that can be had somewhere; with `next=1` the next start."""

    def reply(self) -> dict[str, Any]:
        """See the contract: staff are told what the public is told."""
        public = Desk(self.context, Actor("public"), self.desk.now)
        office = public.office
        with_next = in_address(self.request).one("next") == "1"
        texts = {obj.UID(): obj for obj in children(self.context, IAppointmentType)}
        items = []
        for kind in public.types():
            item = told(kind, texts[kind.uid], office)
            if with_next:
                item["next"] = next_start(public, kind)
            items.append(item)
        return {"items": items}


def told(kind: AppointmentType, obj: Any, office: Office) -> dict[str, Any]:
    """A type as citizens see it; texts from its content, rules from the snapshot."""
    return {
        "id": kind.id,
        "title": kind.title,
        "description": obj.description or "",
        "rgpd_text": json_compatible(obj.rgpd_text, obj),
        "instructions": json_compatible(obj.instructions, obj),
        **{name: getattr(kind, name) for name in RULES},
        "documents": [
            {"document": row["document"], "note": row.get("note") or ""} for row in obj.documents or ()
        ],
        "questions": [
            {
                "label": question.label,
                "kind": question.kind,
                "choices": list(question.choices),
                "required": question.required,
            }
            for question in kind.questions
        ],
        "counters": [
            {"id": each.id, "title": each.title, "address": each.address, "access": each.access}
            for each in office.counters.values()
            if each.active and kind.uid in each.types
        ],
    }


def next_start(desk: Desk, kind: AppointmentType) -> dict[str, str] | None:
    """The first start from now on, None if there is none within the horizon."""
    today = desk.now.astimezone(desk.office.zone).date()
    found = desk.next_slots(Query(kind.uid, today, today), limit=1)
    return {"start": found[0].start.isoformat(), "end": found[0].end.isoformat()} if found else None
