"""All jobs, in the order in which they are done."""

from collective.rendezvous.jobs import erasure
from collective.rendezvous.jobs import outbox
from collective.rendezvous.jobs import sums
from collective.rendezvous.jobs.job import Job
from datetime import timedelta


OUTBOX = Job("outbox", timedelta(), outbox.run)

SUMS = Job("sums", "daily", sums.run)

ERASURE = Job("erasure", "daily", erasure.run, erasure.run_beside)

JOBS: tuple[Job, ...] = (OUTBOX, SUMS, ERASURE)
