"""The names of what changes in an appointment, and of what happens to it."""

from collective.rendezvous import _


FIELDS = {
    "agent": _("Agent"),
    "answers": _("Answers"),
    "civility": _("Civility"),
    "comment": _("Comment"),
    "counter": _("Counter"),
    "email": _("E-mail address"),
    "first_name": _("First name"),
    "last_name": _("Family name"),
    "notes": _("Internal notes"),
    "people": _("Number of people"),
    "phone": _("Phone"),
    "start": _("Date and time"),
    "type": _("Type"),
}

ACTIONS = {
    "confirm": _("Confirmed"),
    "arrive": _("Arrived"),
    "honour": _("Received"),
    "no_show": _("Absent"),
    "cancel": _("Cancelled"),
    "expire": _("Expired"),
    "remind": _("Reminder sent by e-mail"),
    "propose": _("Other dates proposed by e-mail"),
    "erase": _("Personal data erased"),
}
