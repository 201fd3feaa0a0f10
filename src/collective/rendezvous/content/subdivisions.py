"""Parts of countries as the library `holidays` names them."""

from holidays import country_holidays
from types import MappingProxyType


ALIASES = MappingProxyType({("FR", "67"): "6AE", ("FR", "68"): "6AE"})
"""The two departments of Alsace, which have its holidays (art. L3134-13 of the Code du travail)."""


def known_as(country: str, subdivision: str) -> str:
    """The library's code for what an administrator wrote."""
    return ALIASES.get((country, subdivision), subdivision)


def is_country(country: str) -> bool:
    """Whether the library knows the holidays of a country."""
    try:
        country_holidays(country)
    except NotImplementedError:
        return False
    return True


def is_subdivision(country: str, subdivision: str) -> bool:
    """Whether the library knows the holidays of a part of a country."""
    try:
        country_holidays(country, subdiv=known_as(country, subdivision))
    except NotImplementedError:
        return False
    return True
