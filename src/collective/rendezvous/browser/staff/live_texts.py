"""What all calendars that a script draws say."""

from collective.rendezvous import _


TEXTS = {
    "confirm": _("Confirm"),
    "confirm_title": _("Please confirm"),
    "hour": _("${hour}:${minute}"),
    "log_in": _("Log in again"),
    "logged_out": _("You are not logged in any more: nothing was changed."),
    "unreachable": _("The server cannot be reached: nothing was changed. Try again."),
}
