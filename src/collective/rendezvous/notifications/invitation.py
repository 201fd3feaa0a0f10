"""A calendar file that goes with a mail (iMIP, RFC 6047)."""

from dataclasses import dataclass
from email.message import EmailMessage


@dataclass(frozen=True)
class Invitation:
    """`file` with its `method`, REQUEST or CANCEL."""

    file: bytes
    method: str
    name: str

    def enclose(self, message: EmailMessage) -> None:
        """Put it into a mail twice, as the big calendars themselves do.

        Outlook reads invitations among the alternatives of the first part of a mail alone ([MS-STANOICAL],
        2.2.168, V0343); other programs look for a file attached, which the second one is, under a
        type that nobody takes for another invitation.
        """
        message.add_alternative(
            self.file.decode(),
            subtype="calendar",
            cte="base64",
            params={"method": self.method},
        )
        message.add_attachment(self.file, maintype="application", subtype="ics", filename=self.name)
