"""Services that tell about many appointments at once: statistics, an export, calendar feeds."""
