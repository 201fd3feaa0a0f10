"""The day of a counter or an agent on paper (screen 10)."""
