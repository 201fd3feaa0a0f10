"""The translations, and the command that keeps them complete (`python -m collective.rendezvous.locales`)."""
