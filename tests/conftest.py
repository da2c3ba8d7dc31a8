"""Fixtures of every test, and what a run says at its end of the tests that it left out."""

import ssl
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, settings

from bot.config.memory import collect_rarely
from tests.waiting import PATIENCE

# On a busy machine any example takes a second now and then.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

pytest_plugins = ["tests.telegram", "tests.bot.stores"]


@pytest.fixture(scope="session", autouse=True)
def authorities_are_read_once() -> Iterator[None]:
    """Every client reads whom to trust, 30 ms each, four times in many a test; none of them talks TLS."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session", autouse=True)
def cities_have_time() -> Iterator[None]:
    """They are asked in a process of their own, which a busy machine may take half a minute to start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.desks.cities.ANSWER_SECONDS", PATIENCE)
        yield


def pytest_configure() -> None:
    """Ten thousand tests are no garbage: to walk them anew took a quarter of collecting them."""
    collect_rarely()


def pytest_collection_finish() -> None:
    """And a fifth of the time of running them."""
    collect_rarely()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A line a reason, however many tests it concerns."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped)
    for reason, count in reasons.most_common():
        tests = "1 test" if count == 1 else f"{count} tests"
        terminalreporter.write_line(f"LEFT OUT, {tests}: {reason}", yellow=True, bold=True)
