"""/sources and what belongs to it, over HTTP, as an editor and a reader meet it."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.chat.articles import NOT_THERE
from bot.chat.editing.proposals import LARGEST, TOO_LARGE
from bot.chat.editing.sources import GONE, KEPT, KEPT_AS_NEW, LOOKING, NO_SOURCE, REMOVED, VISITED
from bot.chat.slow_answers import MOST_WAITING, TOO_MANY
from bot.chat.start import OLD_BUTTON, UNKNOWN_COMMAND
from bot.desks.troubles import SourceTroubles
from bot.domain.messages import Message
from bot.domain.sources import Source, SourceState, Trouble
from bot.newsroom.sources.feedlists import read_opml
from bot.newsroom.sources.opml import write_opml
from bot.newsroom.sources.values import ListedFeed
from bot.render.sources import ADDED, HOW_TO_ADD
from bot.render.troubles import troubles
from bot.render.unsaid import Unsaid
from bot.store.database.tables import sources
from tests.bot.editing import Desk
from tests.bot.fetched import FEED, PAGE, a_fetched_article, a_source
from tests.bot.library import a_stored_article, an_analysis
from tests.bot.saying import in_english, worded
from tests.bot.strangers import Strangers, strangers
from tests.bot.telegram_rules import assert_taken, text_of
from tests.bot.test_links import links
from tests.bot.test_sources_try import rss
from tests.telegram import shown

TALKS = "Talks open\nBoth sides came.\nNobody spoke."
CARD_BUTTONS = (
    ("Fetch now", "Pause", "Remove"),
    ("✓ Review: as set for the bot",),
    ("Review: on", "Review: off"),
    ("Show the full text here", "Section"),
    ("‹ All sources",),
)


@pytest.fixture
async def there() -> AsyncIterator[Strangers]:
    async with strangers() as served:
        yield served


async def set_source(desk: Desk, source: Source, **values: object) -> None:
    change = update(sources).where(sources.c.id == source.id).values(values)
    await desk.store.database.write(lambda connection: connection.execute(change))


async def found(desk: Desk, source: Source) -> Source:
    now = await desk.store.sources.find(source.id)
    assert now is not None
    return now


def item(title: str, link: str, hour: int) -> str:
    date = f"<pubDate>Wed, 24 Apr 2024 {hour:02}:00:00 GMT</pubDate>"
    return f"<title>{title}</title><link>{link}</link><author>Ana Ruiz</author>{date}"


# ------------------------------------------------------------------ adding one


async def test_feed_is_shown_with_its_newest_entries_and_added(desk: Desk, there: Strangers) -> None:
    items = [item(f"Story &lt;{n}&gt;", there.url(f"127.0.0.1/{n}"), n) for n in (1, 2, 3, 4)]
    url = there.answer("127.0.0.1/feed", rss(*items))
    found = await desk.looked(await desk.ask(f"/sources {url}"))
    text, buttons = shown(found)
    assert text.startswith(
        f"The News · 4 entries\n{url}\n\nStory <4>\n24 April 2024 · by Ana Ruiz · headline"
    )
    assert [n for n in (1, 2, 3, 4) if f"Story <{n}>" in text] == [2, 3, 4]
    assert ("Story <3>", there.url("127.0.0.1/3")) in links(found)
    assert buttons == (("Add", "No"),)
    assert await desk.store.sources.listed(now=desk.clock.now) == ()

    await desk.press(found, "Add")
    card, buttons = shown(desk.now(found))
    assert card.startswith(
        f"{worded(ADDED)}\n\nThe News\n{url}\n0 articles a day · not fetched yet · next visit today"
    )
    assert buttons == CARD_BUTTONS
    (listed,) = await desk.store.sources.listed(now=desk.clock.now)
    assert (listed.source.address, listed.source.added_by) == (url, desk.telegram.editor.id)
    assert await desk.decided() == [(desk.telegram.editor.id, "add source", url)]

    (again,) = await desk.ask(f"/sources {url}")
    assert shown(again)[1] == CARD_BUTTONS


async def test_feed_of_a_site_that_is_known_can_be_opened(desk: Desk, there: Strangers) -> None:
    site = there.answer("127.0.0.1/", "<!doctype html><link rel=alternate type=application/rss+xml href=/f>")
    await a_source(desk.store, there.answer("127.0.0.1/f", rss()))
    found = await desk.looked(await desk.ask(f"/sources {site}"))
    assert found.text.endswith("This is already a source.")
    await desk.press(found, "Open it")
    assert desk.now(found).text.startswith("The News\n")


async def test_site_leads_to_its_feed_and_a_feed_is_never_overruled(desk: Desk, there: Strangers) -> None:
    other = there.answer("127.0.0.1/other", rss(channel="<link>/</link>").replace("The News", "Other"))
    named = f"<link rel=alternate type=application/rss+xml href={other}>"
    site = there.answer("127.0.0.1/", f"<!doctype html>{named}")
    assert (await desk.looked(await desk.ask(f"/sources {site}"))).text.startswith("Other · 0 entries")
    feed = there.answer("127.0.0.1/feed", rss(f"<description><![CDATA[{named}]]></description>"))
    assert (await desk.looked(await desk.ask(f"/sources {feed}"))).text.startswith("The News · 1 entry")


async def test_chat_is_answered_while_a_server_is_slow(desk: Desk, there: Strangers) -> None:
    url = there.play("127.0.0.1/feed", lambda writer: desk.telegram.until(lambda: answered))
    answered: list[object] = []
    (looking,) = await desk.ask(f"/sources {url}")
    assert (await desk.ask("/latest"))[0].text.startswith("There are no articles yet.")
    assert desk.now(looking).text == worded(LOOKING)
    answered.append(True)
    await desk.telegram.until(lambda: desk.now(looking).text != worded(LOOKING))


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param("http://127.0.0.1:1/feed", "cannot be reached (Connection refused).", id="nobody there"),
        pytest.param("http://169.254.169.254/", "leads to an address that is not public.", id="a cloud's"),
        pytest.param("ftp://news.example/", "is no http or https address.", id="no web address"),
        pytest.param("javascript:alert(1)", "is no http or https address.", id="a script"),
        pytest.param("https://a:secret@news.example/", "is no http or https address.", id="a password"),
        pytest.param("<b> &amp;", "is no http or https address.", id="HTML"),
    ],
)
async def test_what_cannot_be_looked_at_is_said_in_one_line(desk: Desk, asked: str, answer: str) -> None:
    found = await desk.looked(await desk.ask(f"/sources {asked}"))
    assert found.text == f"{asked}: {answer}"
    assert await desk.store.sources.listed(now=desk.clock.now) == ()


async def test_what_is_wrong_with_a_long_address_is_said(desk: Desk) -> None:
    found = await desk.looked(await desk.ask(f"/sources http://127.0.0.1:1/{'a' * 1_500}"))
    assert found.text.endswith("…: cannot be reached (Connection refused).")


async def test_what_was_proposed_is_added_once(desk: Desk, there: Strangers) -> None:
    url = there.answer("127.0.0.1/feed", rss())
    first = await desk.looked(await desk.ask(f"/sources {url}"))
    action = first.buttons[0][0].action
    await desk.press(first, "No")
    await desk.press_action(first, str(action))
    assert desk.now(first).text == worded(GONE)
    assert await desk.store.sources.listed(now=desk.clock.now) == ()


async def test_proposal_of_feeds_is_no_draft_of_an_article(desk: Desk, there: Strangers) -> None:
    url = there.answer("127.0.0.1/feed", rss())
    found = await desk.looked(await desk.ask(f"/sources {url}"))
    _, _, number = str(found.buttons[0][0].action).partition(":")
    await desk.press_action(found, f"df:{number}:live")
    assert desk.now(found).text == "This was already filed or thrown away."


async def test_fault_of_ours_while_looking_is_said(
    desk: Desk, there: Strangers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> int:
        raise RuntimeError("no such thing")

    monkeypatch.setattr(desk.store.proposed_feeds, "keep", fail)
    url = there.answer("127.0.0.1/feed", rss())
    await desk.ask(f"/sources {url}")
    editor = desk.telegram.editor
    await desk.telegram.until(lambda: "went wrong on my side" in desk.telegram.sent(editor)[-1].text)


async def test_so_many_looks_wait_and_no_more(desk: Desk, there: Strangers) -> None:
    over: list[object] = []
    urls = [
        there.play(f"127.0.0.1/{number}", lambda writer: desk.telegram.until(lambda: over))
        for number in range(MOST_WAITING + 1)
    ]
    answers = [(await desk.ask(f"/sources {url}"))[0].text for url in urls]
    assert answers == [*[worded(LOOKING)] * MOST_WAITING, worded(TOO_MANY)]
    over.append(True)


# ------------------------------------------------------------------ the list and the card


async def test_sources_are_listed_with_what_ails_them(desk: Desk) -> None:
    (empty,) = await desk.ask("/sources")
    assert empty.text == f"There are no sources yet. {worded(HOW_TO_ADD)}"
    well = await a_source(desk.store, "https://a.example/f", title="Alpha")
    ailing = await a_source(desk.store, "https://b.example/f", title="Beta <b>\nx")
    await set_source(desk, well, succeeded_at=desk.clock.now - timedelta(hours=1))
    await set_source(desk, ailing, state=SourceState.AILING, failures=40, reason="answers 404 Not Found")
    (message,) = await desk.ask("/sources")
    assert shown(message) == (
        "Sources · 2\n1. Alpha\n0 articles a day · fetched today 11:00\n2. Beta <b> x\n"
        f"0 articles a day · not fetched yet · not working: answers 404 Not Found\n\n{worded(HOW_TO_ADD)}",
        (("1", "2"), ("Outlets",)),
    )
    await desk.press(message, "2")
    assert "\nNot working: answers 404 Not Found\n" in desk.now(message).text
    await desk.press(message, "‹ All sources")
    assert desk.now(message).text.startswith("Sources · 2")


async def test_long_list_has_pages(desk: Desk) -> None:
    for number in range(9):
        await a_source(desk.store, f"https://{number}.example/f", title=f"Paper {number}")
    (message,) = await desk.ask("/sources")
    assert "Paper 7" in message.text
    assert "Paper 8" not in message.text
    await desk.press(message, "More ›")
    assert desk.now(message).text.startswith("Sources · 9\n9. Paper 8")
    await desk.press_action(message, "ul:9999")
    assert desk.now(message).text.startswith("Sources · 9\n9. Paper 8")


async def test_card_decides_on_a_source(desk: Desk) -> None:
    source = await a_source(desk.store)
    article = await a_fetched_article(desk.store, source)
    (message,) = await desk.ask("/sources")
    await desk.press(message, "1")
    assert desk.now(message).text.endswith(
        "Review: as set for the bot. Readers get the full text from the publisher only."
        f"\n\nNewest\n· Deal · article {article.id}"
    )
    await desk.press(message, "Pause")
    assert (await found(desk, source)).state is SourceState.PAUSED
    assert "\nPaused\n" in desk.now(message).text
    await desk.press(message, "Resume")
    now = await found(desk, source)
    assert (now.state, now.next_visit) == (SourceState.ACTIVE, desk.clock.now)
    assert desk.now(message).text.startswith(worded(VISITED))
    for button, review in (
        ("Review: on", True),
        ("Review: off", False),
        ("Review: as set for the bot", None),
    ):
        await desk.press(message, button)
        assert (await found(desk, source)).review is review
    await desk.press(message, "Show the full text here")
    assert (await found(desk, source)).whole_text
    assert "Readers can read the full text here." in desk.now(message).text
    await desk.press(message, "✓ Show the full text here")
    assert not (await found(desk, source)).whole_text
    await desk.press(message, "Remove")
    await desk.press(message, "Keep it")
    assert desk.now(message).text.startswith(worded(KEPT))
    await desk.press(message, "Remove")
    await desk.press(message, "Remove it")
    assert desk.now(message).text == worded(REMOVED)
    assert await desk.store.sources.find(source.id) is None
    assert (await desk.store.articles.get(article.id)).is_public(now=desk.clock.now)
    assert [verb for _, verb, _ in await desk.decided()] == [
        "pause source",
        "visit source",
        "review of source on",
        "review of source off",
        "review of source as the bot’s",
        "show full text",
        "show no full text",
        "remove source",
    ]
    for action in ("uo", "uf", "up", "ud", "uv"):
        await desk.press_action(message, f"{action}:{source.id}{':on' if action == 'uv' else ''}")
        assert desk.now(message).text == worded(NO_SOURCE)


# ------------------------------------------------------------------ lists of feeds


def a_list(*numbers: int) -> bytes:
    feeds = [ListedFeed(address=f"https://{n}.example/f", title=f"Paper {n}") for n in numbers]
    return write_opml(feeds, title="My <feeds>")


async def sent(desk: Desk, name: str, content: bytes) -> list:  # type: ignore[type-arg]
    editor = desk.telegram.editor
    return list(await desk.bot.after(editor, lambda: desk.telegram.send_document(editor, name, content)))


@pytest.mark.parametrize("name", ["feeds.opml", "FEEDS.OPML", "feeds.xml"])
async def test_list_of_feeds_is_proposed_and_added(desk: Desk, name: str) -> None:
    await a_source(desk.store, "https://1.example/f")
    proposed = await desk.looked(await sent(desk, name, a_list(1, 2, 3)))
    assert shown(proposed) == ("My <feeds>: 3 feeds, 1 known", (("Add 2 feeds", "No"),))
    await desk.press(proposed, "Add 2 feeds")
    assert desk.now(proposed).text == "Added: 2 feeds. /sources lists them."
    assert len(await desk.store.sources.listed(now=desk.clock.now)) == 3
    again = await desk.looked(await sent(desk, name, a_list(1, 2, 3)))
    assert shown(again) == ("My <feeds>: 3 feeds, 3 known\nNone of it is new.", ())


async def test_document_that_is_no_list_is_refused(desk: Desk) -> None:
    refused = await desk.looked(await sent(desk, "feeds.opml", rss().encode()))
    assert refused.text == "feeds.opml: is no list of feeds (OPML)."
    (answer,) = await sent(desk, "feeds.opml", b"x" * (LARGEST + 1))
    assert answer.text == worded(TOO_LARGE)


async def test_export_sends_a_list_that_can_be_read_again(desk: Desk) -> None:
    (nothing,) = await desk.ask("/sources export")
    assert nothing.text == "There are no sources yet."
    await a_source(desk.store, title="A & B")
    (message,) = await desk.ask("/sources export")
    assert message.document is not None
    assert message.document.name == "sources.opml"
    content = desk.telegram.files[message.document.id][1].decode()
    assert [feed.title for feed in read_opml(content, address=None).feeds] == ["A & B"]


# ------------------------------------------------------------------ an article by its address


async def test_address_of_an_article_is_read_and_proposed(desk: Desk, there: Strangers) -> None:
    page = there.answer("127.0.0.1/2024/talks", TALKS)
    proposed = await desk.looked(await desk.ask(page))
    assert proposed.text.startswith(f"Read from {page}\n\nTalks open\n")
    assert ("Talks open", page) in links(proposed)
    await desk.press(proposed, "File it")
    assert desk.now(proposed).text.startswith("Filed.")
    article = await desk.store.articles.get(1)
    assert not article.whole_text
    assert await desk.store.articles.at(page) == 1
    (answer,) = await desk.ask(page, user=desk.telegram.reader)
    assert answer.text.startswith("Talks open\n")


async def test_address_of_a_feed_sent_alone_proposes_the_source(desk: Desk, there: Strangers) -> None:
    url = there.answer("127.0.0.1/feed", rss())
    assert shown(await desk.looked(await desk.ask(url)))[1] == (("Add", "No"),)


async def test_page_without_an_article_is_said_by_its_address(desk: Desk, there: Strangers) -> None:
    page = there.answer("127.0.0.1/talks", "Talks")
    assert (await desk.looked(await desk.ask(page))).text == f"{page}: no body."


async def test_page_that_robots_may_not_read_is_not_read(desk: Desk, there: Strangers) -> None:
    there.answer("127.0.0.1/robots.txt", "User-agent: *\nDisallow: /")
    page = there.answer("127.0.0.1/talks", TALKS)
    refused = await desk.looked(await desk.ask(page))
    assert refused.text == f"{page}: its robots.txt asks not to read the page."
    assert [address for address, _ in there.asked] == ["127.0.0.1/robots.txt"]


async def test_reader_finds_our_article_of_an_address(desk: Desk) -> None:
    await a_stored_article(desk.store, an_analysis(headline="Deal", url=PAGE))
    written = (
        PAGE,
        PAGE.replace("https", "http"),
        f"{PAGE}?utm_source=x#top",
        f"  {PAGE} ",
        f"{PAGE}/",
        PAGE.replace("//", "//www."),
        f"{PAGE.replace('//', '//www.')}/?fbclid=IwAR0",
    )
    for asked in written:
        (answer,) = await desk.ask(asked, user=desk.telegram.reader)
        assert answer.text.startswith("Deal\n")
    (answer,) = await desk.ask("https://news.example/2024/other", user=desk.telegram.reader)
    assert answer.text == worded(NOT_THERE)


@pytest.mark.parametrize("asked", ["https://[", "http://a:b/", "https://\u202e/x", "http://" + "a" * 1_900])
async def test_odd_address_of_a_reader_is_answered(desk: Desk, asked: str) -> None:
    (answer,) = await desk.ask(asked, user=desk.telegram.reader)
    assert answer.text == worded(NOT_THERE)


# ------------------------------------------------------------------ who may


@pytest.mark.parametrize("asked", ["/sources", f"/sources {FEED}", "/sources export"])
async def test_to_a_reader_it_is_an_unknown_command(desk: Desk, asked: str) -> None:
    await a_source(desk.store)
    (answer,) = await desk.ask(asked, user=desk.telegram.reader)
    assert answer.text == worded(UNKNOWN_COMMAND)


async def test_reader_s_list_of_feeds_is_no_list(desk: Desk) -> None:
    reader = desk.telegram.reader
    (answer,) = await desk.bot.after(
        reader, lambda: desk.telegram.send_document(reader, "feeds.opml", a_list(1))
    )
    assert answer.text == "Only editors can send me documents. Write a name, or a few words of the news."


ACTIONS = ("ul:0", "uo:1", "uf:1", "up:1", "ud:1", "ud:1:yes", "uv:1:on", "ut:1:yes", "ua:1")


@pytest.mark.parametrize("action", ACTIONS)
async def test_reader_s_forged_button_is_an_old_one(desk: Desk, action: str) -> None:
    source = await a_source(desk.store)
    reader = desk.telegram.reader
    (message,) = await desk.ask("/help", user=reader)
    assert await desk.press_action(message, action, user=reader) == []
    assert desk.telegram.answers[-1].text == worded(OLD_BUTTON)
    assert await found(desk, source) == source


async def test_another_editor_s_proposal_is_not_added(desk: Desk, there: Strangers) -> None:
    other = desk.telegram.reader
    await desk.store.editorial.add_editor(other.id, by=1002, now=desk.clock.now)
    mine = await desk.looked(await desk.ask(f"/sources {there.answer('127.0.0.1/feed', rss())}"))
    (theirs,) = await desk.ask("/stats", user=other)
    await desk.press_action(theirs, str(mine.buttons[0][0].action), user=other)
    assert desk.now(theirs).text == worded(GONE)
    assert await desk.store.sources.listed(now=desk.clock.now) == ()


async def test_command_is_listed_for_editors_alone(desk: Desk) -> None:
    assert "/sources [address]" in (await desk.ask("/help"))[0].text
    assert "/sources" not in (await desk.ask("/help", user=desk.telegram.reader))[0].text


# ------------------------------------------------------------------ troubles


async def test_each_trouble_is_told_once_with_a_button(desk: Desk) -> None:
    told: list[Message] = []

    async def tell(unsaid: Unsaid) -> None:
        told.append(in_english(unsaid))

    look = SourceTroubles(store=desk.store, tell=tell, render=troubles).look
    source = await a_source(desk.store)
    await look()
    assert told == []
    await set_source(desk, source, trouble=Trouble.FAILING, reason="answers 404 Not Found")
    await look()
    await look()
    (message,) = told
    assert text_of(message) == ("For a day nothing could be fetched from The News (answers 404 Not Found)")
    assert [[one.action for one in row] for row in message.buttons] == [[f"uo:{source.id}"]]


async def test_feed_in_the_place_of_another_is_kept_or_removed(desk: Desk) -> None:
    source = await a_source(desk.store)
    replaced = {"state": SourceState.REPLACED, "reason": "is another feed now: Casino, of casino.test"}
    await set_source(desk, source, **replaced, trouble=Trouble.REPLACED, read_at=desk.clock.now)
    notice = in_english(troubles(await desk.store.sources.troubled()))
    assert text_of(notice) == (
        "Nothing from The News appears until you keep it (is another feed now: Casino, of casino.test)"
    )
    assert [[(one.label, one.action) for one in row] for row in notice.buttons] == [
        [("Keep The News", f"uk:{source.id}")],
        [("Remove The News", f"ud:{source.id}")],
    ]
    (message,) = await desk.ask(f"/sources {FEED}")
    text, buttons = shown(message)
    assert "On hold: is another feed now: Casino, of casino.test" in text
    assert buttons[0] == ("Keep", "Remove")
    await desk.press(message, "Keep")
    card, buttons = shown(desk.now(message))
    assert card.startswith(worded(KEPT_AS_NEW))
    assert buttons == CARD_BUTTONS
    now = await found(desk, source)
    assert (now.state, now.next_visit, now.trouble) == (SourceState.ACTIVE, desk.clock.now, None)
    assert await desk.decided() == [(desk.telegram.editor.id, "keep source", "The News")]


async def test_many_troubles_of_one_moment_are_one_message(desk: Desk) -> None:
    for number in range(30):
        one = await a_source(desk.store, f"https://{number}.example/{'é' * 150}", title="T" * 500)
        await set_source(desk, one, trouble=list(Trouble)[number % len(Trouble)], reason="r" * 900)
    message = troubles(await desk.store.sources.troubled())
    assert_taken([message])
    assert text_of(message).endswith("and 22 more: /sources")
