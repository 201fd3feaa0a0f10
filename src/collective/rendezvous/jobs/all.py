"""All jobs, in the order in which they are done."""

from collective.rendezvous.jobs import outbox
from collective.rendezvous.jobs import sums
from collective.rendezvous.jobs.job import Job
from datetime import timedelta


OUTBOX = Job("outbox", timedelta(), outbox.run)

SUMS = Job("sums", "daily", sums.run)

JOBS: tuple[Job, ...] = (OUTBOX, SUMS)
