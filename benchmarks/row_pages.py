"""The citizen's pages beside a page of the same site that has nothing on it."""

from client import Client
from client import wish
from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from random import Random
from servers import served
from side_by_side import side_by_side
from table import Row
from urllib.parse import quote

import json


def rows(port: int) -> Iterator[Row]:
    with served(port) as url:
        client = Client(url)
        first = date.today() + timedelta(days=8)
        path = f"/month/@slots?type=passport&from={first}&to={first}"
        start = json.loads(client.ask("GET", path)[1])["days"][0]["slots"][0]["start"]
        kept = json.loads(client.ask("POST", "/rush/@appointments", wish(start, Random(6)))[1])
        own = kept["manage_url"].removeprefix(url)
        pages = {
            "section": "/month",
            "section of the demo": "/rendez-vous",
            "slots": f"/month/passport?week={first}",
            "details": f"/month/passport/@@details?start={quote(start)}",
            "my appointment": own,
        }
        asks = {name: page(client, path) for name, path in pages.items()}
        asks = {name: ask for name, ask in asks.items() if ask() >= 0}
        sizes = {name: len(client.ask("GET", pages[name], accept="text/html")[1]) for name in asks}
        least = len(client.ask("GET", "/month/@@bench-page", accept="text/html")[1])
        measured = side_by_side(client, [page(client, "/month/@@bench-page"), *asks.values()], blocks=5)
    bare, *others = measured
    for name, one in zip(asks, others, strict=True):
        yield Row(
            f"page: {name}",
            str(one),
            f"bare page {bare}",
            one.each / bare.each,
            "≤ 1.3",
            note=f"ratio of CPU; {sizes[name] / 1000:.0f} kB beside {least / 1000:.0f} kB",
        )


def page(client: Client, path: str) -> Callable[[], float]:
    """Asks for a page; -1 when there is none."""

    def ask() -> float:
        status, _, wall = client.ask("GET", path, accept="text/html")
        return wall if status == 200 else -1.0

    return ask
