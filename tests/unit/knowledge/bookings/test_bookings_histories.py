"""Random histories: no order of what people, staff and time do breaks a rule. `make bench` plays 10,000."""

from hypothesis import HealthCheck, settings

from scripts.bench.bookings.histories import Histories


class TestHistories(Histories.TestCase):
    settings = settings(
        max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
    )
