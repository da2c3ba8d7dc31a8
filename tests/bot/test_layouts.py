"""What editors change in the next edition: chosen purely, and in the chat over HTTP."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.chat.editing.layouts import ADDED, ALL_HAD_IT, LINE, MOVED, OUT
from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.layouts import LASTS, Layout, moved_up, place, put_back, put_in, taken_out, without_added
from bot.localchat import LocalMessage, User
from bot.render.layouts import ASKED, LINE_TOO_LONG, NO_NUMBER, NOT_PUBLIC
from bot.render.texts import Said
from tests.bot.editing import Desk
from tests.bot.library import NOON
from tests.bot.saying import worded
from tests.bot.test_next_edition import another_editor, page, pass_by, press

HEADLINES = ("Amber", "Birch", "Cedar")  # the newest last


# ------------------------------------------------------------------ chosen


def order(layout: Layout, *leads: int) -> tuple[int, ...]:
    placed = [(at, lead) for lead in leads if (at := place((lead,), layout)) is not None]
    return tuple(lead for _, lead in sorted(placed, key=lambda each: each[0]))


@pytest.mark.parametrize(
    ("moved", "after"),
    [
        ((2,), (2, 1, 3, 4)),
        ((3,), (1, 3, 2, 4)),
        ((4, 4, 4), (4, 1, 2, 3)),
        ((4, 3), (1, 2, 3, 4)),
        ((1,), (1, 2, 3, 4)),
        ((9,), (1, 2, 3, 4)),
    ],
    ids=["second", "third", "to the top", "and back", "the first stays", "what is not there"],
)
def test_a_story_moves_up_a_place_at_a_time(moved: tuple[int, ...], after: tuple[int, ...]) -> None:
    layout, listed = Layout(number=1), (1, 2, 3, 4)
    for article_id in moved:
        layout = moved_up(layout, listed, article_id)
        listed = order(layout, 1, 2, 3, 4)
    assert listed == after


def test_what_comes_later_stands_behind_what_was_moved() -> None:
    layout = moved_up(Layout(number=1), (1, 2, 3), 2)
    assert order(layout, 7, 1, 2, 3) == (2, 1, 7, 3)


def test_what_is_taken_out_is_put_back_where_it_stood() -> None:
    layout = taken_out(Layout(number=1), 2)
    assert order(layout, 1, 2, 3) == (1, 3)
    assert order(put_back(layout, 2), 1, 2, 3) == (1, 2, 3)


def test_what_is_added_stands_on_top_though_it_was_taken_out() -> None:
    assert order(put_in(taken_out(Layout(number=1), 3), 3), 1, 2, 3) == (3, 1, 2)


def test_a_story_is_out_by_any_of_its_articles() -> None:
    assert place((5, 6), taken_out(Layout(number=1), 6)) is None


def test_a_layout_counts_once_a_chat_and_for_a_day_after_the_first() -> None:
    went = replace(Layout(number=2), went_at=NOON)
    assert Layout(number=2).counts(had=1, now=NOON)
    assert not Layout(number=2).counts(had=2, now=NOON)
    assert went.counts(had=1, now=NOON + LASTS - timedelta(seconds=1))
    assert not went.counts(had=1, now=NOON + LASTS)
    assert not Layout().counts(had=0, now=NOON)


def test_who_changes_something_after_it_went_begins_anew() -> None:
    layout = Layout(number=2, out=(1,))
    assert layout.to_change == layout
    assert replace(layout, went_at=NOON).to_change == Layout(number=3)


# ------------------------------------------------------------------ in the chat


async def told(desk: Desk, order: str = "13:00") -> User:
    reader = await desk.subscribe(order=order)
    for minutes, headline in enumerate(HEADLINES):
        await article(desk, headline, minutes=minutes)
    return reader


async def article(desk: Desk, headline: str, *, minutes: int = 0) -> StoredArticle:
    desk.clock.now += timedelta(minutes=minutes)
    filed = await desk.article(headline)
    desk.clock.now -= timedelta(minutes=minutes)
    return filed


def stories(text: str) -> list[str]:
    """The headlines of a list, in order."""
    numbered = [line for line in text.splitlines() if line[:1].isdigit() and line[1:3] == ". "]
    return [line[3:].split(" · ")[0] for line in numbered]


async def edition(desk: Desk, reader: User) -> LocalMessage:
    await pass_by(desk, timedelta(hours=1))
    return desk.telegram.sent(reader)[-1]


async def test_the_next_edition_is_listed_with_numbers(desk: Desk) -> None:
    await told(desk)
    control = await page(desk)
    assert control.text.splitlines() == [
        "The next edition",
        "The next edition is due today 13:00 (UTC).",
        "If it went now, 1 chat would get it.",
        "1. Cedar · article 3",
        "2. Birch · article 2",
        "3. Amber · article 1",
    ]


async def test_a_story_is_moved_up(desk: Desk) -> None:
    reader = await told(desk)
    control = await page(desk)
    assert await press(desk, control, "3") == ["3. Amber · article 1"]
    assert (await press(desk, control, "Move up"))[0] == worded(MOVED)
    assert stories(desk.now(control).text) == ["Cedar", "Amber", "Birch"]
    assert stories((await edition(desk, reader)).text) == ["Cedar", "Amber", "Birch"]


async def test_a_story_is_taken_out_and_told_in_no_edition(desk: Desk) -> None:
    reader = await told(desk, "13:00 18:00")
    control = await page(desk)
    await press(desk, control, "1")
    assert (await press(desk, control, "Take it out"))[0] == worded(OUT)
    assert desk.now(control).text.splitlines()[-2:] == ["Taken out", "Cedar · article 3"]
    assert stories((await edition(desk, reader)).text) == ["Birch", "Amber"]
    await pass_by(desk, timedelta(hours=5))
    assert not any("Cedar" in text for text in desk.received(reader))


@pytest.mark.parametrize("button", ["Put 3 back", "Undo"])
async def test_what_was_taken_out_is_put_back(desk: Desk, button: str) -> None:
    reader = await told(desk)
    control = await page(desk)
    await press(desk, control, "1")
    await press(desk, control, "Take it out")
    await press(desk, control, button)
    assert stories((await edition(desk, reader)).text) == ["Cedar", "Birch", "Amber"]


@pytest.mark.parametrize("way", ["typed", "pressed"])
async def test_a_story_that_is_no_news_is_added_on_top(desk: Desk, way: str) -> None:
    reader = await desk.subscribe(order="13:00")
    await article(desk, "Old")
    control = await page(desk)
    await press(desk, control, "Drop all")
    await article(desk, "New", minutes=90)
    if way == "typed":
        *_, control = await desk.ask("/preview add 1")
    else:
        await press(desk, control, "Add a story…")
        await press(desk, control, "1")
    assert desk.now(control).text.splitlines()[0] == worded(ADDED)
    assert stories((await edition(desk, reader)).text) == ["Old", "New"]


async def test_what_was_added_goes_with_all_that_is_dropped_and_comes_back_with_it(desk: Desk) -> None:
    reader = await desk.subscribe(order="13:00")
    await article(desk, "Old")
    control = await page(desk)
    await press(desk, control, "Drop all")
    await desk.ask("/preview add 1")
    await article(desk, "New", minutes=90)
    control = await page(desk)
    await press(desk, control, "Drop all")
    assert stories(desk.now(control).text) == ["New"]  # public only later
    await press(desk, control, "Undo")
    assert stories((await edition(desk, reader)).text) == ["Old", "New"]


def test_without_what_was_added_the_rest_stands_as_it_was() -> None:
    laid_out = Layout(number=3, first=(5, 7, 8), added=(7,), out=(9,), line="Polls close at eight.")
    left = without_added(laid_out)
    assert (left.first, left.added, left.out, left.line) == ((5, 8), (), (9,), laid_out.line)
    assert without_added(left) is left


@pytest.mark.parametrize("state", [ArticleState.HELD, ArticleState.KILLED, ArticleState.REVIEW])
async def test_what_readers_may_not_have_is_not_added(desk: Desk, state: ArticleState) -> None:
    await told(desk)
    await desk.article("Dogwood", state=state)
    (answer,) = await desk.ask("/preview add 4")
    assert answer.text == worded(NOT_PUBLIC)
    assert await desk.store.moves.since(0, 1) == ()


async def test_what_was_added_and_held_since_is_in_no_edition(desk: Desk) -> None:
    reader = await told(desk)
    await desk.ask("/preview add 1")
    await desk.decide("ah", await desk.store.articles.get(1))
    assert stories((await edition(desk, reader)).text) == ["Cedar", "Birch"]


async def test_a_line_of_the_editors_stands_on_top_marked_as_theirs(desk: Desk) -> None:
    reader = await told(desk)
    preview, control = await desk.ask("/preview line: Polls close at <b>eight</b>.")
    marked = "From the editors: Polls close at <b>eight</b>."
    assert control.text.splitlines()[0] == worded(LINE)
    assert marked in preview.text.splitlines()
    sent = await edition(desk, reader)
    assert sent.text.splitlines()[:3] == ["Your 13:00 edition", "", marked]


async def test_a_line_stands_above_a_single_story_and_in_one_edition(desk: Desk) -> None:
    reader = await desk.subscribe(order="13:00 18:00")
    await article(desk, "Amber")
    await desk.ask("/preview line: Good day.")
    first = await edition(desk, reader)
    await article(desk, "Birch", minutes=90)
    await pass_by(desk, timedelta(hours=5))
    assert "From the editors: Good day." in first.text
    assert "From the editors" not in desk.telegram.sent(reader)[-1].text


async def test_a_line_is_taken_away(desk: Desk) -> None:
    reader = await told(desk)
    _, control = await desk.ask("/preview line: Good day.")
    await press(desk, control, "Take the line away")
    assert "From the editors" not in (await edition(desk, reader)).text


async def test_a_line_that_would_be_cut_is_refused(desk: Desk) -> None:
    await told(desk)
    (answer,) = await desk.ask(f"/preview line: {'really ' * 60}not.")
    assert answer.text == worded(LINE_TOO_LONG)


async def opened(desk: Desk, button: str) -> LocalMessage:
    """The edition's page, where a button of it asks for something to be written."""
    control = await page(desk)
    await press(desk, control, button)
    return desk.now(control)


async def test_a_number_that_is_written_next_is_added(desk: Desk) -> None:
    reader = await told(desk)
    await opened(desk, "Add a story…")
    *_, control = await desk.ask("1")
    assert control.text.splitlines()[0] == worded(ADDED)
    assert stories((await edition(desk, reader)).text) == ["Amber", "Cedar", "Birch"]


async def test_words_that_are_written_next_are_the_line(desk: Desk) -> None:
    reader = await told(desk)
    await opened(desk, "A line on top…")
    *_, control = await desk.ask("Good morning from the desk")
    assert control.text.splitlines()[0] == worded(LINE)
    assert "From the editors: Good morning from the desk" in (await edition(desk, reader)).text


@pytest.mark.parametrize("wrong", ["amber", "99", "4"], ids=["no number", "of nothing", "held"])
async def test_a_wrong_number_is_asked_for_again(desk: Desk, wrong: str) -> None:
    await told(desk)
    await desk.article("Dogwood", state=ArticleState.HELD)
    await opened(desk, "Add a story…")
    (answer,) = await desk.ask(wrong)
    assert answer.text.split("\n")[0] in {
        worded(NO_NUMBER),
        "There is no article 99. One of these may be meant: press its number.",
        worded(NOT_PUBLIC),
    }
    *_, control = await desk.ask("#1")
    assert control.text.splitlines()[0] == worded(ADDED)


async def test_a_line_that_is_too_long_is_asked_for_again(desk: Desk) -> None:
    await told(desk)
    await opened(desk, "A line on top…")
    (answer,) = await desk.ask(f"{'really ' * 60}not.")
    assert answer.text == worded(LINE_TOO_LONG)
    *_, control = await desk.ask("Good day.")
    assert control.text.splitlines()[0] == worded(LINE)


@pytest.mark.parametrize("button", ["Add a story…", "A line on top…"])
@pytest.mark.parametrize("leave", ["a command", "back"])
async def test_a_command_or_the_way_back_leaves_the_question(desk: Desk, button: str, leave: str) -> None:
    await told(desk)
    asked = await opened(desk, button)
    if leave == "back":
        await press(desk, asked, "‹ Back")
    else:
        await desk.ask("/help")
    await desk.ask("1")
    assert await desk.store.moves.since(0, 1) == ()


async def test_an_answer_is_its_editor_s_alone(desk: Desk) -> None:
    await told(desk)
    other = await another_editor(desk)
    await opened(desk, "A line on top…")
    await desk.ask("Good day.", user=other)
    assert await desk.store.moves.since(0, 1) == ()


@pytest.mark.parametrize(
    ("button", "name", "written", "done"),
    [("Add a story…", "addition", "1", ADDED), ("A line on top…", "line", "Good day.", LINE)],
)
async def test_a_late_reply_to_the_question_answers_it(
    desk: Desk, button: str, name: str, written: str, done: Said
) -> None:
    await told(desk)
    asked, editor = await opened(desk, button), desk.telegram.editor
    assert asked.text.splitlines()[0] == worded(ASKED[name])
    desk.clock.now += timedelta(minutes=20)
    *_, control = await desk.bot.after(editor, lambda: desk.telegram.say(editor, written, reply_to=asked))
    assert control.text.splitlines()[0] == worded(done)


async def test_what_is_sent_now_is_laid_out_too(desk: Desk) -> None:
    reader = await told(desk)
    await desk.ask("/preview line: Good day.")
    control = await page(desk)
    await press(desk, control, "3")
    await press(desk, control, "Move up")
    await press(desk, control, "Send now")
    await desk.settle()
    (sent,) = desk.received(reader)
    assert "From the editors: Good day." in sent
    assert stories(sent) == ["Cedar", "Amber", "Birch"]


async def test_of_two_who_move_at_once_the_second_is_told_what_the_first_did(desk: Desk) -> None:
    await told(desk)
    other = await another_editor(desk)
    ours, theirs = await page(desk), await page(desk, other)
    for message, user in ((ours, None), (theirs, other)):
        await desk.press(message, "1", user=user)
    await press(desk, ours, "Take it out")
    lines = await press(desk, theirs, "Take it out", other)
    assert lines[1] == "· Editor took article 3 out, today 12:00."
    assert (await desk.store.orders.get()).layout.out == (3,)


async def test_every_chat_has_the_layout_at_its_own_hour(desk: Desk) -> None:
    early, late = desk.telegram.add_user("Early"), desk.telegram.add_user("Late")
    await desk.subscribe(early, order="13:00")
    await desk.subscribe(late, order="18:00")
    await article(desk, "Amber")
    await desk.ask("/preview line: Good day.")
    await pass_by(desk, timedelta(hours=1))
    fresh = await page(desk)
    await pass_by(desk, timedelta(hours=5))
    assert all("Good day." in desk.telegram.sent(one)[-1].text for one in (early, late))
    assert "Good day." not in fresh.text


@pytest.mark.parametrize("verb", ["ah", "ak"])
async def test_what_is_held_or_killed_leaves_messages_that_wait_also_under_also_in(
    desk: Desk, verb: str
) -> None:
    reader = await desk.subscribe(order="13:00")
    await desk.bot.ask("/settings quiet 11:00 to 14:00", user=reader)
    told = [await article(desk, headline) for headline in ("Amber", "Birch")]
    await desk.office.one_story(*told)
    *_, control = await desk.ask("/preview")
    await press(desk, control, "Send now")
    await desk.settle()
    waiting = len(desk.telegram.sent(reader))
    await desk.press_action(control, "ak:1:yes" if verb == "ak" else "ah:1")
    await pass_by(desk, timedelta(hours=2))
    (message,) = desk.telegram.sent(reader)[waiting:]
    sent = message.text
    assert "Birch" in sent
    assert "Amber" not in sent


async def test_of_what_every_chat_has_had_it_is_said_that_none_gets_it_again(desk: Desk) -> None:
    await desk.subscribe(order="13:00")
    await desk.article("Talks open")
    await desk.ask("/push 1")
    await desk.settle()
    *_, answer = await desk.ask("/preview add 1")
    assert answer.text.partition("\n")[0] == worded(ALL_HAD_IT)
    await desk.press_action(answer, f"ej:{(await desk.store.moves.standing()).moved}:1")
    assert desk.now(answer).text.partition("\n")[0] == worded(ALL_HAD_IT)
