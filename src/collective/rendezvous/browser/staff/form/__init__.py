"""The appointment form of the desk (screen 8): add, edit, delete."""
