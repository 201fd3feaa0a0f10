"""The town as its file tells it; days are counted from the week in which one looks."""

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import json


TOWN: Mapping[str, Any] = json.loads(Path(__file__).with_name("valombre.json").read_text("utf-8"))


def day(today: date, place: Sequence[int]) -> date:
    """The day at (weeks after this one, day of the week with 0 for Monday)."""
    weeks, weekday = place
    return today + timedelta(days=7 * weeks + weekday - today.weekday())


def moment(today: date, place: Sequence[Any]) -> datetime:
    """The naive local time at (weeks after this one, day of the week, "HH:MM")."""
    *days, hour = place
    return datetime.combine(day(today, days), time.fromisoformat(hour))
