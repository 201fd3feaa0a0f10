"""The one door to the ledger: every screen, service and script books, moves and cancels here.

Start with :class:`.desk.Desk`. Nothing in here asks for permissions or reads the clock: who asks
and what time it is are told by the caller.
"""
