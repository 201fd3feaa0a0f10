"""Texts as they are searched: names without case and accents, phone numbers as digits."""

from functools import lru_cache
from phonenumbers import country_code_for_region
from phonenumbers import is_possible_number
from phonenumbers import national_significant_number
from phonenumbers import NumberParseException
from phonenumbers import parse
from phonenumbers import PhoneMetadata
from unicodedata import combining
from unicodedata import normalize


REGION = "FR"
"""Where a phone number without a country's prefix is from."""

LETTERS = str.maketrans(
    {
        "œ": "oe",
        "Œ": "oe",
        "æ": "ae",
        "Æ": "ae",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
    }
    | dict.fromkeys("-‐‑‒–—,", " ")
)
"""Letters that do not decompose, apostrophes, and hyphens and commas, which count as blanks."""


def folded(text: str) -> str:
    """Case and accents folded, blanks squeezed: "  Anne-Cécile  L’Hœuil" is "anne cecile l'hoeuil"."""
    plain = "".join(letter for letter in normalize("NFKD", text.translate(LETTERS)) if not combining(letter))
    return " ".join(plain.casefold().split())


def later_words(first: str, last: str) -> set[str]:
    """What a name is found by beside its two whole orders: from each later word of a part on, all of it.

    "Guy", "de La Tour" are also "la tour guy" and "tour guy"; what follows an apostrophe is a word.
    """
    found = set()
    for part, other in ((folded(last), folded(first)), (folded(first), folded(last))):
        whole = f"{part} {other}".strip()
        found |= {whole[at:] for at in range(1, len(part)) if part[at - 1] in " '" and part[at] != " "}
    return found


def mailbox(email: str) -> str:
    """An e-mail address as it is compared: case and outer blanks aside."""
    return normalize("NFC", email.strip().casefold())


def phone_digits(text: str, region: str = REGION) -> str:
    """The digits of a whole phone number as they are looked up, "" where there are none.

    "+33 6 12 34 56 78" and "06 12 34 56 78" are both "612345678"; a number of another country
    begins with that country's code.
    """
    try:
        number = parse(text, region)
    except NumberParseException:
        return beginning_digits(text, region)
    if not is_possible_number(number):
        return beginning_digits(text, region)
    national = national_significant_number(number)
    home = number.country_code == country_code_for_region(region)
    return national if home else f"{number.country_code}{national}"


def beginning_digits(text: str, region: str = REGION) -> str:
    """The same for the beginning of a phone number, as it is typed into a search."""
    digits = "".join(character for character in text if character.isascii() and character.isdigit())
    code = str(country_code_for_region(region))
    trunk = _trunk(region)
    if text.strip().startswith("+") or digits.startswith("00"):
        digits = digits.removeprefix("00")
        if not digits.startswith(code):
            return digits
        digits = digits.removeprefix(code)
    return digits.removeprefix(trunk)


def looks_like_phone(text: str) -> bool:
    """Whether somebody who searches for that means a phone number."""
    return any(c.isdigit() for c in text) and all(c.isdigit() or c in "+()./- \u00a0\u202f" for c in text)


@lru_cache
def _trunk(region: str) -> str:
    """The digit before national numbers that is not dialled from abroad: 0 in France, none in Italy."""
    metadata = PhoneMetadata.metadata_for_region(region)
    return (metadata and metadata.national_prefix) or ""
