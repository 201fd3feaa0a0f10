"""The waiting list, for staff."""
