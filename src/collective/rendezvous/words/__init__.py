"""Dates, hours, lengths and phone numbers as people say them, in the language asked for."""
