"""@planning over a week, by HTTP: told, and asked again while nothing has changed."""

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
        client = Client(url, "week-0:valombre")
        first = date.today() + timedelta(days=7)
        path = f"/week/@planning?from={first}&to={first + timedelta(days=6)}"
        status, body, _wall = client.ask("GET", path)
        assert status == 200, body
        told = json.loads(body)

        def planning() -> float:
            return client.ask("GET", path)[2]

        def unchanged() -> float:
            status, _body, wall = client.ask("GET", path, If_None_Match=f'"{told["version"]}"')
            assert status == 304
            return wall

        def nothing() -> float:
            return client.ask("GET", "/week/@bench-nothing")[2]

        week, same, least = side_by_side(client, [planning, unchanged, nothing])
    beside = f"a service that does nothing {least}"
    what = f"@planning over a week, 20 agents, {len(told['appointments'])} appointments, by HTTP"
    note = f"{len(body)} bytes; ratio of CPU"
    yield Row(what, str(week), beside, week.each / least.each, "≤ 10", note)
    yield Row(f"{what}, unchanged", str(same), beside, same.each / least.each, note="304; ratio of CPU")
