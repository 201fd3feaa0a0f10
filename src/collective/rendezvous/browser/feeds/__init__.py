"""Calendar feeds of agents and counters, and the part of their pages that tells the address."""
