"""Contact with Telegram as /readyz sees it."""

from bot.contact import Contact


def test_contact_is_lost_after_a_silent_minute() -> None:
    now = [100.0]
    contact = Contact(lambda: now[0])
    assert contact.fault() == "no contact yet"
    contact.made()
    now[0] += 60
    assert contact.fault() is None
    now[0] += 1
    assert contact.fault() == "no contact for 61 s"
