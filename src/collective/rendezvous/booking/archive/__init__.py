"""A whole ledger as lines of JSON: written, read into another one, and what was erased since erased again.

Lanes and look-ups are not written: they follow from the appointments. Neither are limits, holds,
letters on their way and the set-up, which is content. The lines hold the keys of the citizens' links:
they are as secret as the database.
"""
