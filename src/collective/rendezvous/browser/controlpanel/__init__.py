"""The control panel of the site's appointments: all sections, the clock, the outboxes."""
