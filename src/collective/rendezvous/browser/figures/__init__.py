"""Pages about many appointments at once: statistics and the export (screens 10 and 12)."""
