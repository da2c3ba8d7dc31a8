"""Fixtures of every test, and what a run says at its end of the tests that it left out."""

from collections import Counter

import pytest

pytest_plugins = ["tests.telegram", "tests.bot.stores"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A line a reason, however many tests it concerns."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped)
    for reason, count in reasons.most_common():
        tests = "1 test" if count == 1 else f"{count} tests"
        terminalreporter.write_line(f"LEFT OUT, {tests}: {reason}", yellow=True, bold=True)
