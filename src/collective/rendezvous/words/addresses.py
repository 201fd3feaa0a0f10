"""Postal addresses, line by line."""


def address_lines(address: str) -> tuple[str, ...]:
    """Return the lines of an address; a building named before the first comma has a line of its own."""
    lines = [line.strip() for line in address.splitlines() if line.strip()]
    if len(lines) == 1:
        building, comma, street = lines[0].partition(",")
        if comma and not any(letter.isdigit() for letter in building):
            lines = [building.strip(), street.strip()]
    return tuple(lines)


def where(counter: str, address: str) -> list[str]:
    """Return where to go, line by line: building and counter, then the street."""
    building, *street = address_lines(address) or ("",)
    if building and counter.casefold() != building.casefold():
        return [f"{building}, {counter}", *street]
    return [building or counter, *street]


def folded(address: str) -> str:
    """Return an address so that two ways to write the same one are equal."""
    return " ".join(address.casefold().replace(",", " ").split())
