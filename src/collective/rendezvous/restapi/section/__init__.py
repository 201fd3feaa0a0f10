"""What one can ask of a section over HTTP: its types, free starts and appointments.

Each service reads the request, asks the desk and tells the answer; rules and writes are booking's.
"""
