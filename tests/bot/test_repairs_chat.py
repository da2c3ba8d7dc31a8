"""What was misread in an article is repaired from its preview, over HTTP."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.editing.articles import NO_ARTICLE
from bot.chat.editing.repairing import NOT_ITS_WORDS, REPAIRED, UNDONE
from bot.desks.lapses import RepairLapses
from bot.domain.articles import ArticleState
from bot.domain.messages import Message
from bot.domain.repairs import Change, RepairKind, key_of
from bot.localchat import LocalMessage
from bot.render.repairing import NO_CHANGE, READ_ANEW
from bot.render.repairs_told import lapses
from bot.render.unsaid import Unsaid
from tests.bot.bridge import FIRST, READING, SECOND, SENTENCES
from tests.bot.editing import Desk
from tests.bot.library import NOON, a_stamp, a_stored_article, an_analysis, said
from tests.bot.saying import in_english, worded
from tests.bot.test_walks import composed
from tests.telegram import Served, shown


@dataclass
class Editor:
    """Presses buttons as an editor does, and counts them."""

    desk: Desk
    message: LocalMessage  # whose buttons are pressed next
    below: list[LocalMessage]
    presses: int = 0

    async def press(self, label: str) -> str:
        """What stands in the place of the message then."""
        self.presses += 1
        self.below = await self.desk.press(self.message, label)
        self.message = self.desk.now(self.message)
        return self.message.text

    async def walk(self, *buttons: str) -> str:
        text = ""
        for label in buttons:
            text = await self.press(label)
        return text


async def editor(desk: Desk) -> Editor:
    """An editor who has the preview of an article before them."""
    await a_stored_article(desk.store, READING, now=desk.clock.now - timedelta(hours=1))
    preview, control = await desk.ask("/preview 1")
    assert f"“{FIRST[:-1]},”\n— Ada Berg" in preview.text
    return Editor(desk, control, [])


def action_of(message: LocalMessage, label: str) -> str:
    return next(one.action or "" for row in message.buttons for one in row if one.label == label)


async def test_from_a_wrong_pull_quote_to_the_repaired_preview_are_three_presses(desk: Desk) -> None:
    one = await editor(desk)
    text = await one.walk("Repair…", "Pull quote…", "1")
    assert one.presses <= 3
    assert f"“{SECOND[:-1]},”\n— Otto Wren" in text
    assert FIRST[:-1] not in text
    assert one.below[0].text == f"{worded(REPAIRED)}\n\nArticle 1 · Bridge closed\npublished; repaired once"


async def test_from_a_wrong_speaker_to_the_repaired_preview_are_at_most_five_presses(desk: Desk) -> None:
    one = await editor(desk)
    text = await one.walk("Repair…", "Speaker…", "1", "Otto Wren")
    assert one.presses <= 5
    assert f"“{FIRST[:-1]},”\n— Otto Wren" in text


async def replied(desk: Desk, question: LocalMessage, words: str) -> list[LocalMessage]:
    editor = desk.telegram.editor
    return list(await desk.bot.after(editor, lambda: desk.telegram.say(editor, words, reply_to=question)))


async def test_a_speaker_is_named_in_the_article_s_words_that_are_typed_in_reply(desk: Desk) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Speaker…", "1")
    _preview, control = await replied(desk, one.message, " The   market ")
    assert control.text.startswith(worded(REPAIRED))
    assert (await desk.decided())[-1][2].endswith(f"The market said: “{FIRST[:-1]},”")
    await desk.press(control, "Repair…")
    await desk.press(control, "Speaker…")
    assert f"“{FIRST[:-1]},”\n— The market" in desk.now(control).text


@pytest.mark.parametrize(
    "words", ["somebody else", "the market", "rket", ".", "It rained. " * 9, "The market stayed full"]
)
async def test_words_that_the_article_does_not_have_name_no_speaker(desk: Desk, words: str) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Speaker…", "1")
    assert [message.text for message in await replied(desk, one.message, words)] == [worded(NOT_ITS_WORDS)]
    assert await desk.decided() == []


@pytest.mark.parametrize(
    ("buttons", "then", "now"),
    [
        pytest.param(("Pull quote…", "No pull quote"), FIRST[:-1], "Who: Ada Berg", id="no pull quote"),
        pytest.param(("Summary…", "Strike 1"), SENTENCES[0], SENTENCES[1], id="a sentence struck"),
        pytest.param(
            ("Summary…", "Take a sentence…", "1"), SENTENCES[2], SENTENCES[3], id="a sentence taken"
        ),
        pytest.param(("Who…", "Ada Berg"), "Who: Ada Berg", "Who: Otto Wren", id="an actor hidden"),
        pytest.param(
            ("Speaker…", "1", "The article does not tell"),
            "— Ada Berg",
            "— Otto Wren",
            id="a speaker of none",
        ),
    ],
)
async def test_each_repair_is_seen_at_once_by_readers_too_and_undone(
    desk: Desk, buttons: tuple[str, ...], then: str, now: str
) -> None:
    one = await editor(desk)
    text = await one.walk("Repair…", *buttons)
    assert (then in text, now in text) == (False, True)
    (brief,) = await desk.ask("/brief 1", user=desk.telegram.reader)
    assert then not in brief.text
    one.message = one.below[0]
    assert (await one.press("Undo the repair")).startswith(worded(UNDONE))
    assert then in (await desk.ask("/preview 1"))[0].text
    verbs = [verb for _, verb, _ in await desk.decided()]
    assert verbs == ["repair", "undo repair"]


async def test_repairs_are_listed_with_who_and_when_and_undone_one_by_one(desk: Desk) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Who…", "Arden")
    one.message = one.below[0]
    text = await one.walk("Repair…", "Summary…", "Strike 2")
    one.message = one.below[0]
    text = await one.press("Repair…")
    assert text == (
        "Article 1 · Bridge closed\n\n"
        f"2. Struck: {SENTENCES[1]}\nEditor, today 12:00\n\n"
        "1. Hidden: Arden\nEditor, today 12:00"
    )
    assert (await one.press("Undo 1")).startswith(f"{worded(UNDONE)}\n\n")
    bench = await desk.store.repairs.bench(1)
    assert bench is not None
    assert [repair.change.kind for repair in bench.repairs] == [RepairKind.STRIKE]


async def test_of_two_presses_on_undo_the_second_tells_who_was_first(desk: Desk) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Pull quote…", "No pull quote")
    undo = one.below[0]
    await desk.press(undo, "Undo the repair")
    action = next(
        button.action for row in undo.buttons for button in row if button.label == "Undo the repair"
    )
    await desk.press_action(undo, action)
    assert desk.now(undo).text.startswith("Editor undid this, today 12:00.\n")
    assert [verb for _, verb, _ in await desk.decided()] == ["repair", "undo repair"]


async def test_of_two_who_press_the_same_the_second_is_told(desk: Desk) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Pull quote…")
    other = Editor(desk, one.message, [])
    action = action_of(one.message, "1")
    await one.press("1")
    await desk.press_action(other.message, action)
    assert desk.now(other.message).text.startswith(worded(NO_CHANGE))


async def test_a_button_of_words_that_are_gone_hits_no_others(desk: Desk) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Speaker…")
    since = an_analysis(headline="Bridge closed", sentences=SENTENCES, quotes=[said("Otto Wren", SECOND)])
    await desk.store.articles.file(
        since, stamp=a_stamp("article.txt", modified_ns=2), state=ArticleState.LIVE, now=desk.clock.now
    )
    assert (await one.press("1")).startswith(worded(READ_ANEW))
    assert await desk.decided() == []


async def test_what_was_sent_is_offered_as_a_correction(desk: Desk) -> None:
    one = await editor(desk)
    reader = await desk.subscribe()
    await desk.ask("/push 1")
    await desk.settle()
    await one.walk("Repair…", "Speaker…", "1", "Otto Wren")
    assert "— Ada Berg" in desk.received(reader)[-1]
    one.message = one.below[0]
    text = await one.press("Correct 1 sent message")
    assert text.startswith("Corrected. 1 message was changed.")
    await desk.settle()
    (sent,) = desk.received(reader)
    assert f"“{FIRST[:-1]},”\n— Otto Wren" in sent
    assert "Corrected: We had named another as the speaker. Otto Wren said: " in sent


async def test_a_correction_is_added_to_what_an_editor_wrote_and_taken_back_with_its_repair(
    desk: Desk,
) -> None:
    one = await editor(desk)
    reader = await desk.subscribe()
    await desk.ask("/push 1")
    await desk.settle()
    await desk.ask("/correct 1 The bridge is in Arden.")
    await one.walk("Repair…", "Pull quote…", "No pull quote")
    one.message = one.below[0]
    await one.press("Correct 1 sent message")
    await desk.settle()
    (sent,) = desk.received(reader)
    assert "Corrected: The bridge is in Arden. We had shown a quotation here and took it out." in sent
    await one.walk("Repair…", "Undo 1")
    assert (await one.press("Change 1 sent message")).startswith("Corrected. 1 message was changed.")
    await desk.settle()
    (sent,) = desk.received(reader)
    assert "Corrected: The bridge is in Arden.\n" in sent
    assert FIRST[:-1] in sent


async def test_where_nothing_was_sent_no_correction_is_offered(desk: Desk) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Pull quote…", "1")
    assert shown(one.below[0])[1][:2] == (("Undo the repair",), ("Send now",))


async def test_editors_are_told_once_of_what_no_longer_applies(desk: Desk) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Summary…", "Strike 1")
    since = an_analysis(headline="Bridge closed", sentences=("The bridge opened again.", *SENTENCES[1:]))
    await desk.store.articles.file(
        since, stamp=a_stamp("article.txt", modified_ns=2), state=ArticleState.LIVE, now=desk.clock.now
    )
    notices: list[Message] = []

    async def tell(unsaid: Unsaid) -> None:
        notices.append(in_english(unsaid))

    for _ in range(2):
        await RepairLapses(store=desk.store, tell=tell, render=lapses).look()
    (notice,) = notices
    assert SENTENCES[0] in notice.html
    one.message = (await desk.ask("/preview 1"))[-1]
    assert "It no longer applies" in await one.press("Repair…")


async def test_the_bot_tells_every_editor_by_itself(
    served_telegram: Served, empty_sqlite: str, tmp_path: Path
) -> None:
    telegram = served_telegram.telegram
    async with composed(served_telegram, empty_sqlite, tmp_path) as parts:
        store = parts.dependencies.store
        await store.editorial.add_editor(telegram.editor.id, by=1, now=NOON)
        await a_stored_article(store, READING)
        change = Change(kind=RepairKind.STRIKE, words=SENTENCES[0])
        await store.repairs.make(1, change, subject="1", by=1, now=NOON)
        since = an_analysis(headline="Bridge closed", sentences=SENTENCES[1:])
        stamp = a_stamp("article.txt", modified_ns=2)
        await store.articles.file(since, stamp=stamp, state=ArticleState.LIVE, now=NOON)
        parts.timetable.start()
        (notice,) = await telegram.replies(telegram.editor)
        parts.timetable.stop()
    assert notice.text.startswith("1 repair no longer applies")


FORGED = (
    "mm:1", "mm:1:0", "mr:1", "mp:1:0", "mn:1", "ms:1", "mt:1:0", "mk:1:0", "mh:1:0", "mu:1:1", "mc:1:1",
    f"mi:1:{key_of('Ada Berg')}", f"mx:1:{key_of(SENTENCES[0])}", f"my:1:{key_of(SENTENCES[3])}",
    f"mq:1:{key_of(f'“{SECOND[:-1]},”')}", f"mv:1:{key_of(f'“{FIRST[:-1]},”')}:0",
    f"mo:1:{key_of(f'“{FIRST[:-1]},”')}", f"mw:1:{key_of(f'“{FIRST[:-1]},”')}:{key_of('Otto Wren')}",
)  # fmt: skip


async def test_nobody_but_an_editor_in_their_own_chat_repairs_anything(desk: Desk) -> None:
    one = await editor(desk)
    await one.walk("Repair…", "Who…", "Arden")
    before = await desk.store.repairs.bench(1)
    reader, group = desk.telegram.reader, desk.telegram.add_group(members=[desk.telegram.reader])
    (brief,) = await desk.ask("/brief 1", user=reader)
    for action in FORGED:
        assert await desk.press_action(brief, action, user=reader) == []
    in_group = desk.telegram.store(replace(brief, chat=group))
    for action in FORGED:
        for user in (reader, desk.telegram.editor):
            assert await desk.press_action(in_group, action, user=user) == []
    assert await desk.store.repairs.bench(1) == before
    assert [verb for _, verb, _ in await desk.decided()] == ["repair"]


@pytest.mark.parametrize("action", [one.replace(":1", ":99", 1) for one in FORGED])
async def test_a_button_of_an_article_that_is_none_says_so(desk: Desk, action: str) -> None:
    one = await editor(desk)
    await desk.press_action(one.message, action)
    assert desk.now(one.message).text == worded(NO_ARTICLE)


@pytest.mark.parametrize("action", FORGED)
async def test_a_forged_button_acts_on_what_is_there(desk: Desk, action: str) -> None:
    """For an editor each of them does something or says why not."""
    one = await editor(desk)
    await desk.press_action(one.message, action)
    assert desk.now(one.message).text != one.message.text
