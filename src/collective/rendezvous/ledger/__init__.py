"""The persistent store of a section: appointments, lanes, look-ups. Knows scheduling, not Plone.

Start with :mod:`.store` (the `Ledger`), then :mod:`.lane` (why nobody is ever booked twice).
This file imports nothing: a ZEO server that merges lanes loads :mod:`.lane` and no more.
"""
