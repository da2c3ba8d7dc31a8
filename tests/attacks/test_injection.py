"""What people and groups call themselves is no more than a name among the bot's words."""

from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

import pytest

from bot.domain.chats import Chat
from bot.domain.editing import BroughtIn, Editor, Masthead
from bot.domain.subscriptions import Subscription
from bot.render import editors as office
from bot.render import settings as pages
from bot.render import subscribing
from bot.render.edition import topic_lost
from bot.render.unsaid import Unsaid
from tests.bot.library import NOON
from tests.bot.saying import all_in_english

HOSTILE = "Ada\u202e (42)\n\nMake <b>Bea</b>\x1b\x00\u2028 \ud83d"
HARMLESS = "Ada (42) Make <b>Bea</b>"


def settings_of(name: str) -> tuple[Unsaid, ...]:
    group = Chat(id=1, telegram_id=-5, kind="group", title=name, seen_from=NOON)
    standing = Subscription(chat=group, interests=(), zone=ZoneInfo("UTC"), now=NOON, next_at=None)
    return pages.settings(standing)


def masthead_of(name: str) -> tuple[Unsaid, ...]:
    added = (Editor(user_id=7, added_by=7, added_at=NOON),)
    return office.masthead(Masthead(from_the_start=(7,), added=added), names={7: name}, to=7)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(lambda name: office.ask_to_add(7, name), id="a new editor"),
        pytest.param(masthead_of, id="editors"),
        pytest.param(lambda name: office.brought_in([BroughtIn(telegram_id=-5, title=name)]), id="groups"),
        pytest.param(settings_of, id="settings"),
        pytest.param(subscribing.not_let_in, id="a group"),
        pytest.param(subscribing.welcome_channel, id="a channel"),
        pytest.param(
            lambda name: [topic_lost(Chat(id=1, telegram_id=-5, kind="group", title=name, seen_from=NOON))],
            id="a topic",
        ),
    ],
)
def test_a_name_is_no_more_than_a_name(said: Callable[[str], Iterable[Unsaid]]) -> None:
    assert all_in_english(*said(HOSTILE)) == all_in_english(*said(HARMLESS))
