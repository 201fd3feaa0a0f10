"""@slots over a month, by HTTP."""

from client import Client
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from servers import served
from side_by_side import side_by_side
from table import Row

import json


def rows(port: int) -> Iterator[Row]:
    with served(port) as url:
        client = Client(url)
        first = date.today() + timedelta(days=1)
        path = f"/month/@slots?type=passport&from={first}&to={first + timedelta(days=30)}"

        def slots() -> float:
            status, body, wall = client.ask("GET", path)
            assert status == 200, body
            return wall

        def nothing() -> float:
            return client.ask("GET", "/month/@bench-nothing")[2]

        told = json.loads(client.ask("GET", path)[1])
        number = sum(len(day["slots"]) for day in told["days"])
        month, least = side_by_side(client, [slots, nothing])
    yield Row(
        f"@slots over a month, {number} starts, by HTTP",
        str(month),
        f"a service that does nothing {least}",
        month.each / least.each,
        "≤ 3",
        note="20 agents, 10 counters; ratio of CPU",
    )
