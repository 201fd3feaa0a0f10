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

        def forgetful() -> float:
            client.ask("GET", "/month/@bench-forget")
            return slots()

        told = json.loads(client.ask("GET", path)[1])
        number = sum(len(day["slots"]) for day in told["days"])
        month, forgot, least = side_by_side(client, [slots, forgetful, nothing])
    beside = f"a service that does nothing {least}"
    note = "20 agents, 10 counters, 60 % full; ratio of CPU"
    what = f"@slots over a month, {number} starts, by HTTP"
    yield Row(what, str(month), beside, month.each / least.each, "≤ 3", note)
    forgot.cpu -= least.cpu
    yield Row(f"{what}, nothing remembered", str(forgot), beside, forgot.each / least.each, note=note)
