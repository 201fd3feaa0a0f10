"""Upgrade steps: one for each change of the default profile after the first release."""
