"""What comes unasked comes in the language of its chat: editions, marks, what editors are told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.config.settings import Access
from bot.desks.access import Doorkeeper
from bot.domain.messages import Message
from bot.domain.subscriptions import Destination
from bot.render.languages import language
from bot.render.lists import note
from bot.render.texts import _
from bot.render.unsaid import Unsaid
from tests.bot.delivering import PostOffice
from tests.bot.library import NOON
from tests.bot.telegram_rules import text_of

WITHDREW = _("The editors withdrew this article. Please disregard what was sent before.")
LONGEST = ("de", "ru", "uk", "fr")


async def test_each_chat_is_sent_its_edition_in_its_own_language(office: PostOffice) -> None:
    ada, bo = office.telegram.add_user("Ada"), office.telegram.add_user("Bo")
    await office.subscriber(ada, language="de")
    await office.subscriber(bo)
    await office.article()
    await office.deliver()
    heading = _("Your {hour} edition", hour="07:30")
    for reader, code in ((ada, "de"), (bo, "en")):
        (message,) = office.telegram.sent(reader)
        assert message.text.startswith(language(code).say(heading))


async def test_a_mark_is_in_the_language_of_each_chat_it_stands_in(office: PostOffice) -> None:
    ada, bo = office.telegram.add_user("Ada"), office.telegram.add_user("Bo")
    await office.subscriber(ada, language="tr")
    await office.subscriber(bo, language="it")
    article = await office.article()
    await office.deliver()
    office.clock.pass_by(timedelta(days=3))
    await office.kill(article.id)
    await office.settle()
    for reader, code in ((ada, "tr"), (bo, "it")):
        (message,) = office.telegram.sent(reader)
        assert message.text.endswith(language(code).say(WITHDREW))


async def test_who_set_up_a_topic_is_told_of_it_in_their_own_language(office: PostOffice) -> None:
    admin = office.telegram.add_user("Admin")
    forum = office.telegram.add_group("Forum", admins=(admin,), forum=True)
    topic = office.telegram.add_topic(forum, "News")
    place = replace(Destination.of_person(admin.id), client_language="pt-br")
    await office.store.chats.get_or_create(place, now=NOON)
    await office.subscriber(forum, thread_id=topic, set_up_by=admin)
    office.telegram.close_topic(forum, topic)
    await office.article()
    await office.deliver()
    (told,) = office.telegram.sent(admin)
    lost = _(
        "The topic in {group} that you had briefings sent to is closed or deleted, so nothing is"
        " sent there any more. Reopen it, or choose another topic, and write /start there.",
        group=_("a group"),
    )
    assert told.text == language("pt_BR").say(lost)


async def test_editors_are_told_each_in_their_own_language(office: PostOffice) -> None:
    ada, bo = office.telegram.add_user("Ada"), office.telegram.add_user("Bo")
    await office.subscriber(ada, language="fa")
    door = Doorkeeper(
        office.store,
        editor_ids=frozenset({ada.id, bo.id}),
        access=Access.OPEN,
        clock=office.clock,
    )
    nothing = _("Nothing new since the last edition.")
    await door.notify_editors(office.bot)(note(nothing)[0])
    for editor, code in ((ada, "fa"), (bo, "en")):
        (message,) = office.telegram.sent(editor)
        assert message.text == language(code).say(nothing)


def longest() -> Unsaid:
    """A message of ours that no message of Telegram's holds."""
    return note(_("Nothing found for “{words}”.", words="word " * 2_000))[0]


@pytest.mark.parametrize("code", [*LONGEST, "ar", "fa"])
def test_what_is_longer_in_a_language_fits_there_too(code: str) -> None:
    messages: tuple[Message, ...] = longest().said_in(language(code))
    assert len(messages) > 1
    assert all(len(text_of(message).encode("utf-16-le")) // 2 <= 4096 for message in messages)
