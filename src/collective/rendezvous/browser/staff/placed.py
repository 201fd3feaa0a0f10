"""Where a stretch of a day stands in a column of a calendar."""


class Placed:
    """Something that goes from one minute of a day to another."""

    start: int
    end: int

    @property
    def place(self) -> str:
        """What the style sheet is told."""
        return f"--from: {self.start}; --len: {self.end - self.start}"
