"""What Telegram takes, as assertions on a rendered message."""

from collections.abc import Iterable
from itertools import chain

from bot.domain.messages import Message
from bot.localchat.formatting import parse_html
from bot.render.language import ENGLISH
from bot.render.unsaid import Unsaid
from tests.bot.saying import LONGEST, all_in, in_english


def text_of(message: Message | Unsaid) -> str:
    """The words a reader sees."""
    return parse_html((in_english(message) if isinstance(message, Unsaid) else message).html)[0]


def assert_taken(told: Iterable[Unsaid]) -> None:
    """Telegram takes every message whole, however long its words are in a language.

    Nothing is refused, nothing dropped without a word.
    """
    told = tuple(told)
    for message in chain.from_iterable(all_in(one, *told) for one in (ENGLISH, *LONGEST)):
        text, entities = parse_html(message.html)  # raises on a tag that is broken
        assert text.strip()
        assert len(text.encode("utf-16-le")) // 2 <= 4096
        assert len(entities) <= 100
        assert sum(len(entity.url.encode()) for entity in entities if entity.url) <= 4_000
        buttons = [button for row in message.buttons for button in row]
        assert len(buttons) <= 100
        assert all(1 <= len(row) <= 8 for row in message.buttons)
        for button in buttons:
            assert button.label.strip()
            if button.copies is None:
                assert 1 <= len(button.action.encode()) <= 64
            else:
                assert 1 <= len(button.copies.encode("utf-16-le")) // 2 <= 256
