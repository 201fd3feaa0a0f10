"""The calendar of an agent's availabilities (screen 5): weeks, one day alone, patterns that are copied."""
