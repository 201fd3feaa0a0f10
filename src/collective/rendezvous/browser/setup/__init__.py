"""The forms of what is set up, as pages of the back office, and the page that asks before something goes."""
