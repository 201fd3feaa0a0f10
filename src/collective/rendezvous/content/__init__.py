"""What an administrator sets up: the section, its types, counters and agents, their hours and absences.

:mod:`.office` turns all of it into scheduling's immutable ``Office``.
"""
