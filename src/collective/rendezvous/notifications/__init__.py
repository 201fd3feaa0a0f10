"""What the town hall writes to citizens and agents: mails and calendar files."""
