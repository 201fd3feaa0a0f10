"""The states of an appointment."""

from collective.rendezvous import _


STATES = {
    "pending": _("Waiting for confirmation"),
    "confirmed": _("Confirmed"),
    "arrived": _("Arrived"),
    "honoured": _("Received"),
    "no_show": _("Absent"),
    "cancelled": _("Cancelled"),
    "expired": _("Expired"),
}
"""State -> message."""
