"""All jobs, in the order in which they are done."""

from collective.rendezvous.jobs import erasure
from collective.rendezvous.jobs import expiry
from collective.rendezvous.jobs import offers
from collective.rendezvous.jobs import outbox
from collective.rendezvous.jobs import packing
from collective.rendezvous.jobs import reminders
from collective.rendezvous.jobs import sums
from collective.rendezvous.jobs import sweep
from collective.rendezvous.jobs.job import Job
from datetime import timedelta


OUTBOX = Job("outbox", timedelta(), outbox.run, waits=outbox.waits)

EXPIRY = Job("expiry", timedelta(minutes=15), expiry.run)

REMINDERS = Job("reminders", timedelta(minutes=15), reminders.run)

OFFERS = Job("offers", timedelta(), offers.run, waits=offers.waits)

SUMS = Job("sums", "daily", sums.run)

ERASURE = Job("erasure", "daily", erasure.run, erasure.run_beside)

SWEEP = Job("sweep", "daily", sweep.run)

PACKING = Job(packing.NAME, "daily", packing.run, packing.run_beside)

JOBS: tuple[Job, ...] = (OFFERS, OUTBOX, EXPIRY, REMINDERS, SUMS, ERASURE, SWEEP, PACKING)
