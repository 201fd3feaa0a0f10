"""The citizen's screens: choose a type, a slot, give one's details, see and cancel. No script needed."""
