"""What the jobs of the clock are called."""

from collective.rendezvous import _


JOBS = {
    "erasure": _("Erase personal data that was kept long enough"),
    "expiry": _("Let what was not confirmed expire"),
    "packing": _("Check that the database is packed"),
    "reminders": _("Send reminders"),
    "sums": _("Sum up the days that are over"),
    "sweep": _("Tidy up the planning"),
}
"""Name of a job -> message; one that has none is told by its name."""
