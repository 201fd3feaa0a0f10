"""The waiting list: to join it, to leave it, and to be offered what comes free."""
