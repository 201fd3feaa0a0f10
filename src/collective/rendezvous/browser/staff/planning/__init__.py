"""The planning by day and by week (screen 7), made without any script."""
