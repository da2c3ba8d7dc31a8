"""What Prometheus reads at /metrics. Names are the contract's."""

import math

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

ANSWER_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
FETCH_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
ANALYSIS_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


disable_created_metrics()  # type: ignore[no-untyped-call]  # their names would not be the contract's


class Metrics:
    """One set of figures a process; a new one starts at nought."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter("briefings_updates", "Updates taken from Telegram", registry=self.registry)
        self.answer_seconds = Histogram(
            "briefings_answer_seconds",
            "From an update to its answer",
            buckets=ANSWER_BUCKETS,
            registry=self.registry,
        )
        self.articles = Counter(
            "briefings_articles", "Files read, by outcome", ["outcome"], registry=self.registry
        )
        self.analysis_seconds = Histogram(
            "briefings_analysis_seconds",
            "Analysis of an article",
            buckets=ANALYSIS_BUCKETS,
            registry=self.registry,
        )
        self.outbox_waiting = Gauge("briefings_outbox_waiting", "Messages waiting", registry=self.registry)
        self.outbox_oldest = Gauge(
            "briefings_outbox_oldest_seconds", "Age of the oldest that is due", registry=self.registry
        )
        self.sends = Counter("briefings_sends", "Sends, by outcome", ["outcome"], registry=self.registry)
        self.flood_waits = Counter(
            "briefings_flood_waits", "Answers with 429 from Telegram", registry=self.registry
        )
        self.subscribers = Gauge("briefings_subscribers", "Chats that want editions", registry=self.registry)
        self.sources = Gauge("briefings_sources", "Sources, by state", ["state"], registry=self.registry)
        self.fetches = Counter(
            "briefings_fetches", "Feeds and pages asked for, by outcome", ["outcome"], registry=self.registry
        )
        self.fetch_seconds = Histogram(
            "briefings_fetch_seconds",
            "From asking for a feed or a page until what came is kept",
            buckets=FETCH_BUCKETS,
            registry=self.registry,
        )

    def forget_store(self) -> None:
        """What the store was asked for is not known: no figure rather than an old one."""
        for gauge in (self.outbox_waiting, self.outbox_oldest, self.subscribers):
            gauge.set(math.nan)
        self.sources.clear()

    def exposition(self) -> bytes:
        """The text that Prometheus scrapes."""
        return generate_latest(self.registry)
