"""What changed in a text: its words struck and new, told to readers in the article's words, over HTTP."""

import random
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.articles import ArticleState
from bot.domain.differences import MOST, Passage, difference
from bot.domain.editing import Signed
from bot.localchat import LocalMessage, User
from bot.render.articles import CORRECTION_LENGTH
from bot.render.differences import correction_of
from summaries.models import Analysis, Span
from tests.bot.editing import Desk
from tests.bot.library import NOON, a_stamp, an_analysis
from tests.telegram import shown

SAID = ("Both sides came to the talks in Geneva on Monday.", "Nobody spoke.", "They left at noon.")
SIGNS = {"same": "", "struck": "-", "new": "+"}


def told(before: tuple[str, ...], after: tuple[str, ...], *, headline: str = "Talks open") -> list[str]:
    """Each passage, its words in a row behind a sign of what became of them."""
    passages = difference(
        an_analysis(headline="Talks open", sentences=before), an_analysis(headline=headline, sentences=after)
    )
    return [" ".join(f"{SIGNS[one.kind]}[{one.text}]" for one in passage.words) for passage in passages]


def test_the_same_words_are_no_difference() -> None:
    assert told(SAID, SAID) == []


def test_a_word_that_changed_stands_in_its_whole_sentence() -> None:
    after = ("Both sides came to the talks in Vienna on Monday.", *SAID[1:])
    assert told(SAID, after) == ["[Both sides came to the talks in] -[Geneva] +[Vienna] [on Monday.]"]


def test_of_a_long_sentence_five_words_stand_on_and_it_is_said_that_it_is_cut() -> None:
    words = [f"w{number}" for number in range(60)]
    assert told((" ".join(words),), (" ".join([*words[:30], "X", *words[31:]]),)) == [
        "[…w25 w26 w27 w28 w29] -[w30] +[X] [w31 w32 w33 w34 w35…]"
    ]


def test_of_a_paragraph_only_the_sentence_that_changed_is_told() -> None:
    before, after = (
        _one_paragraph(
            "It rained.", f"Doctors said {count} of the five guests had very light burns.", "All left."
        )
        for count in ("one", "three")
    )
    (passage,) = difference(before, after)
    assert passage.before == "Doctors said one of the five guests had very light burns."
    assert passage.after == "Doctors said three of the five guests had very light burns."


def test_a_sentence_that_came_within_a_paragraph_is_told_alone() -> None:
    before, after = (
        _one_paragraph("It rained.", "All left."),
        _one_paragraph("It rained.", "Ann fell.", "All left."),
    )
    (passage,) = difference(before, after)
    assert (passage.before, passage.after) == ("", "Ann fell.")


def _one_paragraph(*sentences: str) -> Analysis:
    """A text of one paragraph."""
    read = an_analysis(sentences=(" ".join(sentences),))
    (paragraph,) = read.article.body
    spans, at = [], paragraph.start
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return replace(read, sentences=tuple(spans))


def test_a_paragraph_that_came_or_went_is_told_whole() -> None:
    assert told(SAID, (SAID[0], SAID[2], "It rained.")) == ["-[Nobody spoke.]", "+[It rained.]"]


def test_a_headline_that_changed_is_told_first() -> None:
    assert told(SAID, SAID[:2], headline="Talks fail") == ["[Talks] -[open] +[fail]", "-[They left at noon.]"]


def test_changes_far_apart_are_two_passages_and_near_ones_are_one() -> None:
    words = [f"w{number}" for number in range(40)]
    near, far = words.copy(), words.copy()
    near[10], near[14] = "X", "Y"
    far[10], far[38] = "X", "Y"
    assert len(told((" ".join(words),), (" ".join(near),))) == 1
    assert len(told((" ".join(words),), (" ".join(far),))) == 2


@pytest.mark.parametrize("words", [1, 2, 7, 100_000])
def test_two_long_texts_that_have_little_in_common_are_compared_in_seconds(words: int) -> None:
    chance = random.Random(words)
    before, after = (
        tuple(" ".join(str(chance.randrange(words)) for _ in range(250)) + end for _ in range(60))
        for end in (" a.", " b.")
    )
    begun = time.process_time()  # others may be at work beside
    assert len(told(before, after)) <= MOST
    assert time.process_time() - begun < 20


def test_readers_are_told_in_the_article_s_words() -> None:
    after = ("Both sides came to the talks in Vienna on Monday.", SAID[1], "It rained.", SAID[2])
    passages = difference(an_analysis(sentences=(*SAID, "They met again.")), an_analysis(sentences=after))
    assert correction_of(passages) == (
        "“Both sides came to the talks in Geneva on Monday.” is now"
        " “Both sides came to the talks in Vienna on Monday.”"
        " Added: “It rained.” Taken out: “They met again.”"
    )


def test_a_correction_holds_as_many_passages_as_fit_and_counts_the_others() -> None:
    before = tuple(f"Number {number} {'was ' * 30}here." for number in range(30))
    passages: tuple[Passage, ...] = difference(
        an_analysis(sentences=before),
        an_analysis(sentences=tuple(one.replace("here", "gone") for one in before)),
    )
    note = correction_of(passages)
    assert len(note) <= CORRECTION_LENGTH
    assert note.endswith(" more passages changed.")


# ------------------------------------------------------------------ in the chat


OLD, NEW, NEWER = "Twelve people came.", "Fifteen people came.", "Sixteen people came."


async def file(
    desk: Desk, sentence: str, *, state: ArticleState = ArticleState.LIVE, number: int = 1
) -> None:
    await desk.store.articles.file(
        an_analysis(headline="Talks open", sentences=(sentence, "They talked.")),
        stamp=a_stamp("talks.txt", modified_ns=number),
        state=state,
        now=desk.clock.now - timedelta(hours=1),
    )


async def sent(desk: Desk, *, state: ArticleState = ArticleState.LIVE) -> User:
    """A reader was sent the article before its text changed."""
    reader = await desk.subscribe()
    await file(desk, OLD)
    await desk.ask("/push 1")
    await desk.settle()
    await file(desk, NEW, state=state, number=2)
    return reader


async def compared(desk: Desk) -> LocalMessage:
    (message,) = await desk.ask("/stats")
    await desk.press_action(message, "av:1")
    return message


async def test_the_difference_is_shown_before_it_is_offered_as_a_correction(desk: Desk) -> None:
    reader = await sent(desk)
    page = await compared(desk)
    assert shown(desk.now(page)) == (
        "Article 1 · Talks open\n\nTwelve Fifteen people came.",
        (("Correct 1 sent message",), ("Preview",)),
    )
    styles = {entity.type for entity in desk.now(page).entities}
    assert {"strikethrough", "bold"} <= styles
    await desk.press(page, "Correct 1 sent message")
    await desk.settle()
    assert desk.now(page).text.startswith("Corrected. 1 message was changed.\n")
    assert "“Twelve people came.” is now “Fifteen people came.”" in desk.received(reader)[-1]
    assert (await desk.decided())[-1][1:] == (
        "correct",
        "1 “Talks open”: “Twelve people came.” is now “Fifteen people came.”",
    )


async def test_a_button_of_an_earlier_build_shows_the_difference_first(desk: Desk) -> None:
    reader = await sent(desk)
    (message,) = await desk.ask("/stats")
    await desk.press_action(message, "ac:1")
    await desk.settle()
    assert "Twelve Fifteen people came." in desk.now(message).text
    assert "Correction" not in desk.received(reader)[-1]


async def test_a_text_that_changed_again_is_shown_before_it_is_told(desk: Desk) -> None:
    reader = await sent(desk)
    page = await compared(desk)
    await file(desk, NEWER, number=3)
    await desk.press(page, "Correct 1 sent message")
    assert "Twelve Sixteen people came." in desk.now(page).text  # since the text that readers have
    assert (await desk.store.articles.get(1)).correction is None
    await desk.press(page, "Correct 1 sent message")
    await desk.settle()
    assert "“Twelve people came.” is now “Sixteen people came.”" in desk.received(reader)[-1]


async def test_readers_are_told_of_a_change_once(desk: Desk) -> None:
    await sent(desk)
    pages = [await compared(desk), await compared(desk)]
    for page in pages:
        await desk.press(page, "Correct 1 sent message")
    assert desk.now(pages[1]).text.startswith("Editor corrected it first, today 12:00.")
    assert [verb for _, verb, _ in await desk.decided()] == ["push", "correct"]


async def test_what_an_editor_wrote_of_it_stays_above_what_changed(desk: Desk) -> None:
    await sent(desk)
    await desk.ask("/correct 1 The hall was in Bern.")
    page = await compared(desk)
    await desk.press(page, "Correct 1 sent message")
    assert (await desk.store.articles.get(1)).correction == (
        "The hall was in Bern. “Twelve people came.” is now “Fifteen people came.”"
    )


async def test_with_review_a_changed_text_waits_and_shows_what_changed(desk: Desk) -> None:
    reader = await sent(desk, state=ArticleState.REVIEW)
    *_, control = await desk.ask("/preview 1")
    assert control.buttons[1][0].label == "What changed"
    await desk.press(control, "What changed")
    assert shown(desk.now(control)) == (
        "Article 1 · Talks open\n\nTwelve Fifteen people came.",
        (("Publish the new text", "Drop new text"), ("Preview",)),
    )
    assert "Twelve" in desk.received(reader)[-1]
    await desk.press(control, "Publish the new text")
    assert desk.now(control).text.startswith(
        "Published. Readers find its new text; what was sent before is not changed.\n"
    )
    await desk.press(control, "What changed")  # is offered as a correction now
    await desk.press(control, "Correct 1 sent message")
    await desk.settle()
    assert "“Twelve people came.” is now “Fifteen people came.”" in desk.received(reader)[-1]


async def test_a_new_text_that_was_dropped_waits_again_by_undo(desk: Desk) -> None:
    await sent(desk, state=ArticleState.REVIEW)
    *_, control = await desk.ask("/preview 1")
    await desk.press(control, "Drop new text")
    assert desk.now(control).buttons[0][0].label == "Undo"
    await desk.press(control, "Undo")
    assert desk.now(control).text.startswith("Undone. Its new text waits for an editor.")
    assert (await desk.store.articles.get(1)).pending_id is not None


async def test_what_was_refused_is_compared_with_nothing(desk: Desk) -> None:
    await sent(desk, state=ArticleState.REVIEW)
    *_, control = await desk.ask("/preview 1")
    await desk.press(control, "Drop new text")
    await file(desk, NEWER, state=ArticleState.REVIEW, number=3)
    await desk.store.decisions.approve(1, signed=Signed(verb="publish new text", subject="1", by=1), now=NOON)
    assert "Twelve Sixteen people came." in desk.now(await compared(desk)).text


async def test_what_was_dropped_stays_so_and_is_seen_when_another_text_is_published(desk: Desk) -> None:
    await sent(desk, state=ArticleState.REVIEW)
    *_, control = await desk.ask("/preview 1")
    await desk.press(control, "Drop new text")
    await file(desk, NEWER, state=ArticleState.REVIEW, number=3)
    *_, control = await desk.ask("/preview 1")
    await desk.press(control, "Publish the new text")
    await file(desk, NEW, state=ArticleState.REVIEW, number=4)
    assert (await desk.store.articles.get(1)).pending_id is None
    await desk.press(control, "Dropped text…")
    assert shown(desk.now(control)) == (
        "Article 1 · Talks open\n\nEditor dropped this text, today 12:00.\n\nSixteen Fifteen people came.",
        (("Let it wait again",), ("‹ Back",)),
    )
    await desk.press(control, "Let it wait again")
    await desk.press(control, "Publish the new text")
    assert NEW in (await desk.store.articles.get(1)).text


async def test_a_text_that_changes_after_it_was_dropped_waits_again(desk: Desk) -> None:
    await sent(desk, state=ArticleState.REVIEW)
    *_, control = await desk.ask("/preview 1")
    await desk.press(control, "Drop new text")
    await file(desk, NEWER, state=ArticleState.REVIEW, number=3)
    assert (await desk.store.articles.get(1)).pending_id is not None


async def test_nothing_changed(desk: Desk) -> None:
    await desk.article()
    assert desk.now(await compared(desk)).text.startswith("Its text has not changed since")
