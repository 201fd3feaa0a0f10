"""One booking by HTTP, beside a service that writes and commits one small object."""

from client import Client
from client import wish
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from random import Random
from servers import served
from side_by_side import side_by_side
from table import Row

import json


def rows(port: int) -> Iterator[Row]:
    random = Random(5)
    with served(port) as url:
        client = Client(url)
        first = date.today() + timedelta(days=1)
        path = f"/rush/@slots?type=passport&from={first}&to={first + timedelta(days=30)}"
        days = json.loads(client.ask("GET", path)[1])["days"]
        starts = [slot["start"] for day in days for slot in day["slots"]]
        random.shuffle(starts)

        def book() -> float:
            status, body, wall = client.ask("POST", "/rush/@appointments", wish(starts.pop(), random))
            assert status == 201, body
            return wall

        def write() -> float:
            status, body, wall = client.ask("POST", "/rush/@bench-write", {})
            assert status == 200, body
            return wall

        booked, written = side_by_side(client, [book, write])
    yield Row(
        "one booking by HTTP",
        str(booked),
        f"a service that writes one small object {written}",
        booked.each / written.each,
        "≤ 3",
        note="20 agents, 10 counters; mail composed, not sent; ratio of CPU",
    )
