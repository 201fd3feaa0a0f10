"""What is done without anybody's asking: letters go out, reminders are due, time is over.

:mod:`.all` lists the jobs, :mod:`.run` does those that are due, :mod:`.thread` calls it in a served process.
"""
