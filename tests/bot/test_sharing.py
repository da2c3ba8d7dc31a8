"""Links that are passed on: what they open, for whom, and that none of them invites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.access_gate import INVITED_ONLY
from bot.config.settings import Access
from bot.domain.sharing import Shared, is_shared, packed, shared, unpacked
from bot.store import Store
from tests.bot.editing import editing
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import Served, shown

HOME = "https://t.me/briefings_local_bot?start="


@given(ids=st.lists(st.integers(1, 10**17), min_size=1, max_size=10, unique=True))
def test_link_to_an_edition_holds_as_many_of_its_stories_as_telegram_takes(ids: list[int]) -> None:
    link = Shared(kind="e", ids=tuple(ids)).payload
    assert len(link) <= 64
    assert is_shared(link)
    opened = shared(link)
    assert opened is not None
    assert list(opened.ids) == ids[: len(opened.ids)]
    assert len(opened.ids) == len(ids) or len(f"{link}-{packed(ids[len(opened.ids) :][:1], 99)}") > 64


@pytest.mark.parametrize(
    "payload",
    [
        "share-",
        "share-s-",
        "share-x-1",
        "share-s-1-2",
        "share-e-",
        "share-e--",
        "share-e-" + "z" * 40,
        "s-1",
        "",
    ],
)
def test_what_is_no_such_link_opens_nothing(payload: str) -> None:
    assert shared(payload) is None
    assert unpacked("0-00") == ()


async def two_stories(bot: ReadingBot) -> None:
    for number, headline in enumerate(("Ferry sails", "Talks open")):
        told = an_analysis(headline=headline, sentences=(f"{headline} today.",), actors=("Ada Berg",))
        await a_stored_article(bot.store, told, path=f"{number}.txt")


async def link_of(bot: ReadingBot, asked: str, *buttons: str) -> str:
    """What the link carries that the buttons of the answer make."""
    (message,) = await bot.ask(asked)
    for button in buttons[:-1]:
        await bot.press(message, button)
    (made,) = await bot.press(bot.now(message), buttons[-1])
    line = next(line for line in made.text.splitlines() if line.startswith(HOME))
    return line.removeprefix(HOME)


@pytest.mark.parametrize(
    ("asked", "buttons", "link", "opens"),
    [
        pytest.param("/brief 1", ("More", "Share"), "share-s-2", "Talks open", id="a story"),
        pytest.param("/who Ada Berg", ("More", "Share"), "share-a-1", "Ada Berg", id="an actor"),
        pytest.param("/brief", ("Share",), "share-e-2-1", "1. Talks open", id="an edition"),
    ],
)
async def test_link_opens_what_was_shared(
    subscribing_bot: ReadingBot,
    asked: str,
    buttons: tuple[str, ...],
    link: str,
    opens: str,
) -> None:
    await two_stories(subscribing_bot)
    assert await link_of(subscribing_bot, asked, *buttons) == link
    other = subscribing_bot.telegram.add_user("Other")
    (opened,) = await subscribing_bot.ask(f"/start {link}", user=other)
    assert opened.text.startswith(opens)


async def test_numbers_of_a_shared_edition_open_its_stories(subscribing_bot: ReadingBot) -> None:
    await two_stories(subscribing_bot)
    (edition,) = await subscribing_bot.ask("/start share-e-2-1")
    (story,) = await subscribing_bot.press(edition, "2")
    assert story.text.startswith("Ferry sails")


async def test_who_reads_in_a_group_is_given_the_link_at_home(subscribing_bot: ReadingBot) -> None:
    await two_stories(subscribing_bot)
    group = subscribing_bot.telegram.add_group("Readers", members=[subscribing_bot.telegram.reader])
    (message,) = await subscribing_bot.ask("/brief@briefings_local_bot", chat=group)
    assert message.buttons[0][-1].url == f"{HOME}he-2-1"
    (made,) = await subscribing_bot.ask("/start he-2-1")
    assert f"{HOME}share-e-2-1" in made.text


@pytest.mark.parametrize("link", ["share-s-1", "share-e-1", "share-a-9", "share-s-999", "share-nothing"])
async def test_link_to_what_is_gone_tells_no_word_of_it(subscribing_bot: ReadingBot, link: str) -> None:
    await two_stories(subscribing_bot)
    await subscribing_bot.store.articles.set_state(1, "killed", NOON)
    (answer,) = await subscribing_bot.ask(f"/start {link}")
    assert "Ferry" not in answer.text
    assert shown(answer)[1] == ()


async def test_stranger_is_told_nothing_and_not_let_in_where_readers_are_invited(
    one_store: Store, served_telegram: Served
) -> None:
    async with editing(served_telegram, one_store, access=Access.INVITE) as desk:
        await a_stored_article(one_store, an_analysis(headline="Talks open"))
        await one_store.editorial.invite("share-s-1", by=1, now=NOON)  # whatever code there is
        stranger = desk.telegram.add_user("Stranger")
        (answer,) = await desk.ask("/start share-s-1", user=stranger)
        assert answer.text == worded(INVITED_ONLY)
        assert not await one_store.editorial.is_member(stranger.id)
