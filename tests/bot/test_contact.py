"""Contact with Telegram as /readyz sees it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.botapi.contact import Contact, is_shut_out

NOON = datetime(2016, 12, 14, 12, tzinfo=UTC)


def test_contact_is_lost_after_a_silent_minute() -> None:
    now = [100.0]
    contact = Contact(lambda: now[0])
    assert contact.fault() == "no contact yet"
    contact.made()
    now[0] += 60
    assert contact.fault() is None
    now[0] += 1
    assert contact.fault() == "no contact for 61 s"


@pytest.mark.parametrize(
    ("waiting", "failed", "shut_out"),
    [
        pytest.param(3, timedelta(minutes=1), True, id="updates wait that could not be brought"),
        pytest.param(0, timedelta(minutes=1), False, id="all were brought since"),
        pytest.param(3, timedelta(hours=1), False, id="on their way, and an old failure"),
        pytest.param(3, None, False, id="on their way"),
    ],
)
def test_webhook_that_telegram_cannot_reach_is_no_contact(
    waiting: int, failed: timedelta | None, *, shut_out: bool
) -> None:
    failed_at = None if failed is None else NOON - failed
    assert is_shut_out(waiting, failed_at, now=NOON) is shut_out
