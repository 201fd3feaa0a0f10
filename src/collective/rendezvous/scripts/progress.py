"""Tell the person at the terminal what is being done, and since when."""

from time import monotonic


class Progress:
    """Prints a line a step, with the seconds since the start; a line of its own for what is said once."""

    def __init__(self) -> None:
        self.start = monotonic()

    def step(self, words: str) -> None:
        """Say what begins now."""
        print(f"[{monotonic() - self.start:5.1f} s] {words}", flush=True)

    def say(self, *lines: str) -> None:
        """Print lines as they are."""
        print(*lines, sep="\n", flush=True)
