"""Who may do what: names of permissions, roles from the agents, and who asks."""
