"""What is measured while the application runs, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

SECONDS = (0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The figures of one application; each has its own registry, so that several can live in one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self.turns = Counter(
            "smart_turns", "Turns that ended", ["channel", "outcome"], registry=self.registry
        )
        self.retries = Counter(
            "smart_turn_retries", "Attempts at a turn that did not end it", ["reason"], registry=self.registry
        )
        self.seconds = Histogram(
            "smart_turn_seconds", "How long a step takes", ["step"], buckets=SECONDS, registry=self.registry
        )
        self.running = Gauge("smart_turns_running", "Turns under way here", registry=self.registry)
        self.inbox = Gauge("smart_inbox_open", "Messages still to be dealt with", registry=self.registry)
        self.outbox = Gauge(
            "smart_outbox_pending", "Messages still to be delivered", ["channel"], registry=self.registry
        )
        self.deliveries = Counter(
            "smart_deliveries", "Attempts at a delivery", ["channel", "outcome"], registry=self.registry
        )
        self.notices = Counter(
            "smart_notices",
            "Reminders and the like that were due",
            ["kind", "outcome"],
            registry=self.registry,
        )
