"""A day at the desk: two editors and a reader, from a wrong speaker to a stop, over HTTP, both databases."""

from dataclasses import dataclass
from datetime import timedelta

from bot.chat.start import OLD_BUTTON
from bot.config.settings import Review
from bot.domain.articles import ArticleState
from bot.localchat import LocalMessage, User
from bot.store import Store
from tests.bot.bridge import FIRST, READING
from tests.bot.editing import Desk, editing
from tests.bot.library import NOON, a_stamp, a_stored_article, an_analysis
from tests.bot.saying import worded
from tests.telegram import Served

HOUR, WINDOW = timedelta(hours=1), timedelta(seconds=20)


@dataclass
class Day:
    """The desk, its two editors and the reader who is sent the edition at one o'clock."""

    desk: Desk
    ines: User
    reader: User

    async def opened(self, article: int, user: User | None = None) -> LocalMessage:
        """How the article stands, with what an editor can do about it."""
        return (await self.desk.ask(f"/preview {article}", user=user))[-1]

    async def press(self, message: LocalMessage, *labels: str, user: User | None = None) -> str:
        """What stands in its place in the end."""
        for label in labels:
            await self.desk.press(message, label, user=user)
        return self.desk.now(message).text

    async def at(self, moment: timedelta) -> None:
        self.desk.clock.now = NOON + moment
        await self.desk.settle()

    async def read(self, label: str) -> str:
        """The story of that number in the reader's edition, which shows its list again."""
        edition = self.desk.telegram.sent(self.reader)[-1]
        told = await self.press(edition, label, user=self.reader)
        await self.desk.press(edition, "‹ Back", user=self.reader)
        return told


async def begin(desk: Desk) -> Day:
    """Noon: four articles, of which the rules took two for one story, and one waits for an editor."""
    ines = desk.telegram.add_user("Ines")
    await desk.store.editorial.add_editor(ines.id, by=desk.telegram.editor.id, now=desk.clock.now)
    reader = await desk.subscribe(order="13:00")
    await a_stored_article(desk.store, READING, now=NOON - HOUR)
    await desk.article("A ferry sails")
    await desk.article("Talks open")
    await desk.article("A market closes", state=ArticleState.REVIEW)
    await desk.store.story_repairs.move([2], 1, seen=(), subject="the rules", by=0, now=NOON)
    return Day(desk, ines, reader)


async def test_a_day_at_the_desk(store: Store, served_telegram: Served) -> None:
    async with editing(served_telegram, store, stop_window=WINDOW, review=Review.ON) as desk:
        day = await begin(desk)
        ines, editor = day.ines, desk.telegram.editor

        # A wrong speaker: repaired from the preview.
        bridge = await day.opened(1)
        assert "— Otto Wren" in await day.press(bridge, "Repair…", "Speaker…", "1", "Otto Wren")

        # Two events taken for one: the other editor parts them.
        ferry = await day.opened(2, ines)
        await day.press(ferry, "Repair…", "Story…", "Take it out", user=ines)
        assert [(await store.articles.get(id_)).story_id for id_ in (1, 2)] == [1, 5]

        # A removed file: a question, which both answer; the first counts, and the second hears of it.
        await store.articles.remove_file("Talks open.txt", desk.clock.now)
        (queue,) = await desk.ask("/queue")
        assert queue.text.splitlines()[0] == "2 things wait, the oldest first"
        mine, theirs = await day.opened(3), await day.opened(3, ines)
        assert (await day.press(theirs, "Keep it", user=ines)).startswith(
            "It stays, though its file is gone."
        )
        assert (await day.press(mine, "Withdraw it")).startswith("Ines kept it first, today 12:00.")

        # An embargo, out of the queue, which is right at once.
        assert "1. A market closes\nfor an editor" in await day.press(queue, "Look again")
        (waits,) = await desk.ask("/push 4 at 14:00")
        assert "not before today 14:00 (UTC)" in waits.text
        assert "for its hour · until today 14:00" in await day.press(queue, "Look again")

        # A stop: one sends, the other calls it back, and nothing left.
        *_, sending = await desk.ask("/preview", user=ines)
        await day.press(sending, "Send now", user=ines)
        *_, stopping = await desk.ask("/preview")
        assert (await day.press(stopping, "Stop")).startswith("Stopped. Nothing was sent to 1 chat.")
        await day.at(WINDOW)
        assert desk.received(day.reader) == []

        # One o'clock: the edition, as it was repaired, without what waits for its hour.
        await day.at(HOUR)
        (edition,) = desk.received(day.reader)
        assert [name in edition for name in ("Bridge closed", "A ferry sails", "Talks open")] == [True] * 3
        assert "A market closes" not in edition
        place = {line[3:]: line[0] for line in edition.splitlines() if line[1:3] == ". "}
        assert f"“{FIRST[:-1]},”\n— Otto Wren" in await day.read(place["Bridge closed"])

        # A text that changes under review: the reader keeps the one that was approved, until it is published.
        changed = an_analysis(headline="Talks open", sentences=("“Talks closed” is told here.",))
        stamp = a_stamp("Talks open.txt", modified_ns=2)
        await store.articles.file(changed, stamp=stamp, state=ArticleState.REVIEW, now=desk.clock.now)
        assert "“Talks open” is told here." in await day.read(place["Talks open"])
        talks = await day.opened(3, ines)
        shown = await day.press(talks, "What changed", user=ines)
        assert shown.endswith("“Talks open” closed” is told here.")
        published = await day.press(talks, "Publish the new text", user=ines)
        assert published.startswith("Published.")

        # A correction, in the article's own words, to who had the old text.
        await day.press(talks, "What changed", "Correct 1 sent message", user=ines)
        await desk.settle()
        told = await day.read(place["Talks open"])
        assert "““Talks open” is told here.” is now ““Talks closed” is told here.”" in told

        # A reader with an editor's button: it is an old one, and nothing happens.
        before = await desk.decided()
        pressed = desk.telegram.sent(day.reader)[-1]
        for action in ("as:4", "ak:1:yes", "ar:3", "vo:2:0", "ea:1001", "ew:0"):
            assert await desk.press_action(pressed, action, user=day.reader) == []
            assert desk.telegram.answers[-1].text == worded(OLD_BUTTON)
        assert await desk.decided() == before

        # Two o'clock: the embargo ends, and nothing waits any more.
        await day.at(2 * HOUR)
        (latest,) = await desk.ask("/latest", user=day.reader)
        assert "A market closes" in latest.text
        assert await day.press(queue, "Look again") == "Nothing is waiting."

        # The record: who did what, and what was read.
        assert {by for by, *_ in before} == {editor.id, ines.id, 0}
        (stats,) = await desk.ask("/stats")
        assert "2 × Talks open" in stats.text
        assert "Ines · correct: 3 “Talks open”" in stats.text
