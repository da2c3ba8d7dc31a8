"""Whatever is shown of an article leads to where it stands: over HTTP, as a person in a chat sees it."""

import pytest

from bot.localchat import LocalMessage
from bot.render.blocks import Run, bold, linked, paragraph, plain, to_html
from bot.render.unsaid import messages
from tests.bot.library import a_stored_article, an_analysis, said
from tests.bot.running import ReadingBot
from tests.bot.saying import all_in_english

URL = "https://news.example/2024/deal?a=1&b=%22"
LONG = "It was the longest night that anybody in the quarter could remember."


def links(message: LocalMessage) -> list[tuple[str, str]]:
    """The words of each link, and where it leads."""
    units = message.text.encode("utf-16-le")
    return [
        (units[2 * one.offset : 2 * one.end].decode("utf-16-le"), one.url)
        for one in message.entities
        if one.url is not None
    ]


async def a_linked_article(bot: ReadingBot) -> None:
    analysis = an_analysis(
        headline="Deal <unravels>", quotes=(said("Ada Berg", LONG),), url=URL, author="Otto Holm"
    )
    await a_stored_article(bot.store, analysis)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param("/brief", "Deal <unravels>", id="a briefing"),
        pytest.param("/latest", "Deal <unravels>", id="a headline"),
        pytest.param("/search quarter", "Deal <unravels>", id="what a search found"),
        pytest.param("/quotes", "The News · by Otto Holm · 14 December 2016", id="a quotation"),
        pytest.param("/who Ada Berg", "Deal <unravels>", id="all that is told of somebody"),
    ],
)
async def test_it_leads_to_its_article(reading_bot: ReadingBot, asked: str, words: str) -> None:
    await a_linked_article(reading_bot)
    (message,) = await reading_bot.ask(asked)
    assert links(message) == [(words, URL)]
    assert reading_bot.telegram.calls[-1].params["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize("button", ["Quotes", "Who", "Full text"])
async def test_what_a_button_opens_leads_there_too(reading_bot: ReadingBot, button: str) -> None:
    await a_linked_article(reading_bot)
    (briefing,) = await reading_bot.ask("/brief")
    (message,) = await reading_bot.press(briefing, button)
    assert links(message) == [("Deal <unravels>", URL)]


@pytest.mark.parametrize("asked", ["/brief", "/latest"])
async def test_outlet_and_writer_stand_below_the_headline(reading_bot: ReadingBot, asked: str) -> None:
    await a_linked_article(reading_bot)
    (message,) = await reading_bot.ask(asked)
    assert "\nThe News · by Otto Holm · 14 December 2016" in message.text


async def test_outlet_that_is_not_told_is_the_site_of_the_address(reading_bot: ReadingBot) -> None:
    await a_stored_article(reading_bot.store, an_analysis(outlet=None, url="https://www.post.example/a"))
    (message,) = await reading_bot.ask("/latest")
    assert "\npost.example · 14 December 2016" in message.text


async def test_article_without_an_address_has_no_link(reading_bot: ReadingBot) -> None:
    await a_stored_article(reading_bot.store, an_analysis(quotes=(said("Ada Berg", LONG),)))
    for asked in ("/brief", "/latest", "/quotes", "/who Ada Berg"):
        (message,) = await reading_bot.ask(asked)
        assert links(message) == []


async def test_each_line_about_somebody_leads_to_its_own_article(reading_bot: ReadingBot) -> None:
    for number in (1, 2):
        analysis = an_analysis(
            headline=f"Deal {number}",
            sentences=(f"The deal number {number} was on.",),
            quotes=(said("Ada Berg", f"{LONG[:-1]}, {number} times."),),
            url=f"https://news.example/{number}",
        )
        await a_stored_article(reading_bot.store, analysis, path=f"{number}.txt")
    (message,) = await reading_bot.ask("/who Ada Berg")
    assert {url for _, url in links(message)} == {"https://news.example/1", "https://news.example/2"}


def test_link_is_escaped_where_it_stands() -> None:
    run = linked(bold("a<b"), 'https://a.example/?q="><script>&x')
    expected = '<a href="https://a.example/?q=&#34;&gt;&lt;script&gt;&amp;x"><b>a&lt;b</b></a>'
    assert to_html([paragraph(run)]) == expected


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param("tg://user?id=1", id="a person"),
        pytest.param("https://a.example@b.example/", id="seems another's"),
        pytest.param("https://b.example\\.a.example/", id="seems another's to a program"),
        pytest.param("https://a.example/\u202ex", id="turned round"),
        pytest.param("https://a.example/a b", id="a blank"),
        pytest.param(f"https://a.example/{'a' * 1_000}", id="too long"),
        pytest.param(None, id="none"),
    ],
)
def test_what_is_no_address_of_a_page_is_no_link(address: str | None) -> None:
    assert linked(plain("words"), address) == Run("words")


def test_addresses_that_telegram_would_refuse_together_stand_in_several_messages() -> None:
    address = f"https://a.example/{'a' * 900}"
    blocks = [paragraph(linked(plain(f"words {number}"), address)) for number in range(20)]
    sent = all_in_english(*messages(blocks))
    assert len(sent) == 5
    assert sum(message.html.count("<a ") for message in sent) == 20
