"""What people read when something cannot go because appointments are to come."""
