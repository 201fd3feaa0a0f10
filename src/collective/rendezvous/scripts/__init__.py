"""Commands: serve a folder of data, with a demo town in it."""
