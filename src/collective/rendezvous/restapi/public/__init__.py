"""Services for the public alone: slots that are kept, and lost links."""
