"""Under which address the outside world reaches the section: the clock, which has no request, asks here."""

from persistent import Persistent


class Address(Persistent):
    """Where a request from outside entered: `root` is the URL of what is at `path`, no slash at its end.

    What a visitor's request says counts only until somebody of the staff has come: the host that a request
    names can be forged.
    """

    root: str = ""
    path: str = ""
    by_staff: bool = False

    def learn(self, root: str, path: str, by_staff: bool) -> None:
        """Note where a request entered, if that is news; nothing is written otherwise."""
        if (root, path) == (self.root, self.path) and by_staff <= self.by_staff:
            return
        if by_staff or not self.root:
            self.root, self.path, self.by_staff = root, path, by_staff
