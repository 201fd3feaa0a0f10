"""How long Hypothesis looks: seconds, and the same examples each time, unless told otherwise.

``HYPOTHESIS_PROFILE=thorough`` takes minutes, and other examples each time.
"""

from hypothesis import HealthCheck
from hypothesis import settings

import os


slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]

settings.register_profile(
    "quick", max_examples=700, derandomize=True, database=None, deadline=None, suppress_health_check=slow
)
settings.register_profile("thorough", max_examples=30_000, deadline=None, suppress_health_check=slow)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
