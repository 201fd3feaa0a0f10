"""Finding slots and judging bookings: pure Python, nothing of Zope or Plone.

Start with :mod:`.office` (what a section offers), then :mod:`.slots` (what can be booked)
and :mod:`.rules` (what may be booked, by whom).
"""
