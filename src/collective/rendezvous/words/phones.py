"""Phone numbers as they are read aloud in their country, and as a link dials them."""

from typing import NamedTuple

import phonenumbers


NO_BREAK = "\N{NO-BREAK SPACE}"


class Phone(NamedTuple):
    """`text` to read, with no-break spaces; `uri` to dial ("tel:+33…"), empty where it is no number."""

    text: str
    uri: str


def phone(written: str, country: str = "FR") -> Phone:
    """Return the number that was written, told nationally in its own country and else internationally."""
    try:
        number = phonenumbers.parse(written, country or None)
    except phonenumbers.NumberParseException:
        return Phone(written, "")
    if not phonenumbers.is_possible_number(number):
        return Phone(written, "")
    at_home = number.country_code == phonenumbers.country_code_for_region(country)
    style = phonenumbers.PhoneNumberFormat
    text = phonenumbers.format_number(number, style.NATIONAL if at_home else style.INTERNATIONAL)
    return Phone(text.replace(" ", NO_BREAK), phonenumbers.format_number(number, style.RFC3966))
