"""What people type to order editions is read whole, or not at all."""

from dataclasses import replace
from datetime import time
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.clocktimes import NotUnderstood
from bot.chat.orders import read_order
from bot.chat.spans import between
from bot.domain.chats import MORNING, Chat
from bot.domain.subscriptions import (
    EVENING,
    EVERY_DAY,
    MOST_HOURS,
    SUNDAYS,
    WEEKDAYS,
    WEEKENDS,
    SubscribeOrder,
    adjust,
    is_unclear,
    leaves_no_day,
    leaves_nothing,
    order,
)
from bot.render.language import ENGLISH, Language
from bot.render.ordering import order_typed
from bot.render.typed_words import in_english
from tests.bot.library import NOON

SEVEN, HALF_PAST_SIX = time(7), time(18, 30)
_ONLY_WEEK = {"hours": (), "each_new": False, "weekly": True}
A_CHAT = Chat(id=1, telegram_id=1001, kind="private", seen_from=NOON)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("07:30 18:00", SubscribeOrder(hours=(MORNING, EVENING))),
        ("18, 7:30; 18:00", SubscribeOrder(hours=(MORNING, EVENING))),
        ("at 7 and 18:30.", SubscribeOrder(hours=(SEVEN, HALF_PAST_SIX))),
        ("every day at 7", SubscribeOrder(hours=(SEVEN,), days=EVERY_DAY)),
        ("Everyday at 7 o’clock", SubscribeOrder(hours=(SEVEN,), days=EVERY_DAY)),
        ("weekdays at 7 and 18:30", SubscribeOrder(hours=(SEVEN, HALF_PAST_SIX), days=WEEKDAYS)),
        ("WEEKDAYS 7:30", SubscribeOrder(hours=(MORNING,), days=WEEKDAYS)),
        ("weekends", SubscribeOrder(days=WEEKENDS)),
        ("on Mon and Thursday", SubscribeOrder(days=(True, False, False, True, False, False, False))),
        ("mondays to fridays", SubscribeOrder(days=WEEKDAYS)),
        ("mon-fri 7am", SubscribeOrder(hours=(SEVEN,), days=WEEKDAYS)),
        ("Sat – Mon", SubscribeOrder(days=(True, False, False, False, False, True, True))),
        ("weekdays and sat", SubscribeOrder(days=(True,) * 6 + (False,))),
        ("6 pm", SubscribeOrder(hours=(EVENING,))),
        ("6 p.m.", SubscribeOrder(hours=(EVENING,))),
        ("7 in the evening", SubscribeOrder(hours=(time(19),))),
        ("18:30 in the evening", SubscribeOrder(hours=(HALF_PAST_SIX,))),
        ("every evening at 7", SubscribeOrder(hours=(time(19),))),
        ("every morning", SubscribeOrder(hours=(MORNING,))),
        ("7 in the morning and 8 in the evening", SubscribeOrder(hours=(SEVEN, time(20)))),
        ("morning 7, evening 8", SubscribeOrder(hours=(SEVEN, time(20)))),
        ("morning 7 evening 8", SubscribeOrder(hours=(SEVEN, time(20)))),
        ("7 and 8 in the evening", SubscribeOrder(hours=(time(19), time(20)))),
        ("9 and 7 in the evening", SubscribeOrder(hours=(time(9), time(19)))),
        ("evenings at 7 and 8", SubscribeOrder(hours=(time(19), time(20)))),
        ("evenings, at 18:30", SubscribeOrder(hours=(HALF_PAST_SIX,))),
        ("mornings and 18:30", SubscribeOrder(hours=(MORNING, HALF_PAST_SIX))),
        ("mornings and at 6pm", SubscribeOrder(hours=(MORNING, EVENING))),
        ("mornings and evenings at 7", SubscribeOrder(hours=(SEVEN, time(19)))),
        ("7 in the morning and in the evening", SubscribeOrder(hours=(SEVEN, time(19)))),
        ("every morning, and at 7 in the evening", SubscribeOrder(hours=(MORNING, time(19)))),
        ("7 in the morning and 18:30", SubscribeOrder(hours=(SEVEN, HALF_PAST_SIX))),
        ("7 in the morning, noon and evening", SubscribeOrder(hours=(SEVEN, time(12), EVENING))),
        ("7pm in the evening", SubscribeOrder(hours=(time(19),))),
        ("3 in the afternoon", SubscribeOrder(hours=(time(15),))),
        ("afternoons", SubscribeOrder(hours=(time(15),))),
        ("every night", SubscribeOrder(hours=(time(21),))),
        ("11 at night and 3 at night", SubscribeOrder(hours=(time(3), time(23)))),
        ("12 at night", SubscribeOrder(hours=(time(0),))),
        ("12 noon", SubscribeOrder(hours=(time(12),))),
        ("noon and 7", SubscribeOrder(hours=(SEVEN, time(12)))),
        ("half past seven", SubscribeOrder(hours=(MORNING,))),
        ("half past six in the evening", SubscribeOrder(hours=(HALF_PAST_SIX,))),
        ("at seven", SubscribeOrder(hours=(SEVEN,))),
        ("twice a day at 7 and 18:30", SubscribeOrder(hours=(SEVEN, HALF_PAST_SIX), days=EVERY_DAY)),
        ("mornings and evenings", SubscribeOrder(hours=(MORNING, EVENING))),
        ("from 8 to 10", SubscribeOrder(hours=(time(8), time(9), time(10)))),
        ("between 8 and 9", SubscribeOrder(hours=(time(8), time(9)))),
        ("weekdays 8 until 9", SubscribeOrder(hours=(time(8), time(9)), days=WEEKDAYS)),
        ("from 7:30 to 9", SubscribeOrder(hours=(MORNING, time(8, 30)))),
        ("8 to 10 pm", SubscribeOrder(hours=(time(20), time(21), time(22)))),
        ("8 to 9 in the evening", SubscribeOrder(hours=(time(20), time(21)))),
        ("from 9 am to 11", SubscribeOrder(hours=(time(9), time(10), time(11)))),
        ("from seven to nine in the evening", SubscribeOrder(hours=(time(19), time(20), time(21)))),
        ("evening 8 to 10", SubscribeOrder(hours=(time(20), time(21), time(22)))),
        ("10 to 12 at night", SubscribeOrder(hours=(time(0), time(22), time(23)))),
        ("11 to 1 pm", SubscribeOrder(hours=(time(11), time(12), time(13)))),
        ("from 11 pm to 1 am", SubscribeOrder(hours=(time(0), time(1), time(23)))),
        ("from 9 am to 5", SubscribeOrder(hours=tuple(map(time, range(9, 18))))),
        ("from 8 pm to 10", SubscribeOrder(hours=(time(20), time(21), time(22)))),
        ("evenings from 11 to 1", SubscribeOrder(hours=(time(0), time(1), time(23)))),
        ("evening 9 to morning 1", SubscribeOrder(hours=(time(0), time(1), time(21), time(22), time(23)))),
        ("from noon to 3", SubscribeOrder(hours=(time(12), time(13), time(14), time(15)))),
        ("evenings from 20 to 22", SubscribeOrder(hours=(time(20), time(21), time(22)))),
        ("from 8 at 10", SubscribeOrder(hours=(time(8), time(9), time(10)))),
        ("from 7 and 18:30", SubscribeOrder(hours=(SEVEN, HALF_PAST_SIX))),
        ("from 7", SubscribeOrder(hours=(SEVEN,))),
        ("twice a day", SubscribeOrder(hours=(MORNING, EVENING), days=EVERY_DAY)),
        ("noon, midnight", SubscribeOrder(hours=(time(0), time(12)))),
        (
            "weekdays at 7 Asia/Jakarta",
            SubscribeOrder(hours=(SEVEN,), days=WEEKDAYS, timezone="Asia/Jakarta"),
        ),
        ("7 europe/berlin", SubscribeOrder(hours=(SEVEN,), timezone="Europe/Berlin")),
        ("new", SubscribeOrder(each_new=True)),
        ("each new article as it comes", SubscribeOrder(each_new=True)),
        ("7:30 NEW", SubscribeOrder(hours=(MORNING,), each_new=True)),
        ("week", SubscribeOrder(weekly=True)),
        ("the week on sunday", SubscribeOrder(weekly=True)),
        ("weekly", SubscribeOrder(weekly=True)),
        ("sundays", SubscribeOrder(weekly=True)),
        ("on Sunday, the week", SubscribeOrder(weekly=True)),
        ("weekdays at 7, week", SubscribeOrder(hours=(SEVEN,), days=WEEKDAYS, weekly=True)),
        ("sundays at 7", SubscribeOrder(hours=(SEVEN,), days=SUNDAYS)),
        ("only sundays", SubscribeOrder(days=SUNDAYS, only=True)),
        ("only week", SubscribeOrder(weekly=True, only=True)),
        ("followed", SubscribeOrder(followed_only=True)),
        ("only what I follow", SubscribeOrder(followed_only=True)),
        ("everything", SubscribeOrder(followed_only=False)),
        ("only 7", SubscribeOrder(hours=(SEVEN,), only=True)),
        ("short", SubscribeOrder(sentences=1)),
        (
            "weekdays 7 long 10 stories",
            SubscribeOrder(hours=(SEVEN,), days=WEEKDAYS, sentences=3, stories=10),
        ),
        ("", SubscribeOrder()),
        ("please", SubscribeOrder()),
    ],
)
def test_orders_are_read(words: str, asked: SubscribeOrder) -> None:
    assert read_order(words) == asked


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("7:30 soon", "soon"),
        ("25:00", "25:00"),
        ("07:30UTC", "07:30UTC"),
        ("7-9", "7-9"),
        ("8 to 8", "to"),
        ("8 to", "to"),
        ("to 8", "to"),
        ("7, 8 to 10", "to"),
        ("from 8 to 25", "25"),
        ("7 +3", "+3"),
        ("7 Asia/Atlantis", "Asia/Atlantis"),
        ("7 WIB", "WIB"),
        ("every 2 hours", "hours"),
        ("tomorrow morning", "tomorrow"),
        ("half seven", "half"),
        ("one", "one"),
        ("mornings at 7pm", "mornings"),
        ("this afternoon", "this"),
        ("morning at 18:30", "18:30"),
        ("100 stories", "100 stories"),
        ("4 sentences", "4 sentences"),
        ("short 3 sentences", "3 sentences"),
        ("followed, everything", "everything"),
        ("only", "only"),
        ("not 18:00", "not"),
        ("stop", "stop"),
        ("7 CET", "CET"),
        ("week at 9", "week at 9"),
        ("sunday at 9, the week", "the week"),
    ],
)
def test_what_is_half_understood_is_not_carried_out(words: str, unread: str) -> None:
    assert read_order(words) == NotUnderstood(unread)


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        ({"hours": (MORNING,)}, "18:00", {"hours": (MORNING, EVENING)}),
        ({"hours": (MORNING,)}, "only 18:00", {"hours": (EVENING,)}),
        ({"hours": (MORNING,), "each_new": True}, "only 18:00", {"hours": (EVENING,), "each_new": False}),
        ({"hours": (MORNING,)}, "new", {"each_new": True}),
        ({"hours": (MORNING,)}, "only new", {"hours": (), "each_new": True}),
        ({"hours": (MORNING,)}, "only weekends", {"days": WEEKENDS}),
        ({"each_new": True}, "followed", {"followed_only": True, "each_new": False}),
        ({"hours": (MORNING,), "followed_only": True}, "18:00", {"hours": (MORNING, EVENING)}),
        ({"hours": (MORNING,), "followed_only": True}, "everything", {"followed_only": False}),
        ({"hours": (MORNING,), "days": WEEKENDS}, "8", {"hours": (MORNING, time(8))}),
        ({"hours": (MORNING,)}, "short", {"sentences": 1}),
        ({"hours": (MORNING,)}, "sundays", {"weekly": True}),
        ({"hours": (MORNING,), "each_new": True}, "only week", _ONLY_WEEK),
        ({"weekly": True}, "18:00", {"hours": (EVENING,), "weekly": True}),
        ({}, "week", {"weekly": True}),
        ({}, "weekends", {"hours": (MORNING,), "days": WEEKENDS}),
    ],
)
def test_nothing_changes_that_was_not_said(
    before: dict[str, object], words: str, after: dict[str, object]
) -> None:
    chat = replace(A_CHAT, subscribed=bool(before), **before)  # type: ignore[arg-type]
    asked = read_order(words)
    assert isinstance(asked, SubscribeOrder)
    assert order(chat, asked) == replace(chat, **({"subscribed": True} | after))  # type: ignore[arg-type]


def test_a_day_has_no_more_hours_than_it_can_and_the_old_ones_stay() -> None:
    full = tuple(time(number) for number in range(MOST_HOURS))
    assert adjust(replace(A_CHAT, hours=full), SubscribeOrder(hours=(MORNING,))).hours == full


PIECES = (
    "7 07:30 18.30 6pm 6 p.m. 99 ١٨ + - , ; & at and in the o’clock evening mornings noon every each all day"
    " daily weekdays weekends mon to fri sat new article followed only what i follow short long 5 stories"
    " 2 sentences twice a soon week sundays weekly afternoon night midnight seven half past before"
    " from between to until 11pm"
)
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=9).map(" ".join))


@given(words=TEXTS)
def test_no_text_raises_or_changes_what_no_word_of_it_names(words: str) -> None:
    between(words)
    asked = read_order(words)
    if isinstance(asked, NotUnderstood):
        assert asked.word
        assert asked.word in words
        return
    said = words.casefold()
    named = ("noon", "midnight", "twice", "morning", "evening", "night", "midday", "seven", "afternoon")
    assert not asked.hours or any(sign.isdigit() for sign in said) or any(name in said for name in named)
    days = ("day", "daily", "week", "twice", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
    assert asked.days is None or any(name in said for name in days)
    assert not asked.weekly or "week" in said or "sun" in said
    assert not asked.each_new or "new" in said or "article" in said or "come" in said
    assert asked.followed_only is None or "follow" in said or "all" in said or "everything" in said
    assert asked.sentences is None or "short" in said or "long" in said or "sentence" in said
    assert asked.stories is None or "stor" in said
    assert not asked.only or "only" in said or "just" in said


@given(first=TEXTS, second=TEXTS)
def test_what_two_texts_order_one_after_the_other_is_in_any_case_a_chat(first: str, second: str) -> None:
    chat = A_CHAT
    for words in (first, second):
        asked = read_order(words)
        if isinstance(asked, SubscribeOrder):
            before, chat = chat, order(chat, asked)
            assert chat.hours == tuple(sorted(set(chat.hours)))
            assert any(chat.days)
            assert chat.subscribed
            assert asked.only or set(before.hours) <= set(chat.hours)


class _German(NullTranslations):
    """Some of the words that a catalogue has."""

    def pgettext(self, context: str, message: str) -> str:
        said = {
            "monday": "montag|montags|mo",
            "every day": "jeden Tag|täglich",
            "at": "um|gegen",
            "and": "und",
        }
        return said.get(message.partition("|")[0], message)


@pytest.mark.parametrize(
    ("typed", "english"),
    [
        ("täglich um 7 und 18:30", "every day at 7 and 18:30"),
        ("JEDEN TAG um 7", "every day at 7"),
        ("montags um 7", "monday at 7"),
        ("07:30 18:00", "07:30 18:00"),
        ("Summe 7", "Summe 7"),
        ("every day at 7", "every day at 7"),
    ],
)
def test_hours_and_days_are_typed_in_one_s_own_language(typed: str, english: str) -> None:
    german = Language("de", _German())
    assert in_english(typed, german) == english
    assert in_english(typed, ENGLISH) == typed


# ------------------------------------------------------------------ days that are not wanted, hours replaced

NO_SUNDAY = (False,) * 6 + (True,)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("not on sundays", SubscribeOrder(not_days=NO_SUNDAY)),
        ("skip Sundays", SubscribeOrder(not_days=NO_SUNDAY)),
        ("not on weekends and mondays", SubscribeOrder(not_days=(True, *[False] * 4, True, True))),
        ("at 7, but not on sundays", SubscribeOrder(hours=(SEVEN,), not_days=NO_SUNDAY)),
        ("every day except sunday", SubscribeOrder(days=(True,) * 6 + (False,))),
        ("except sunday every day at 7", SubscribeOrder(hours=(SEVEN,), days=(True,) * 6 + (False,))),
        ("weekdays except wed", SubscribeOrder(days=(True, True, False, True, True, False, False))),
        ("9 instead of 7", SubscribeOrder(hours=(time(9),), instead_of=SEVEN)),
        ("instead of 7 at 9", SubscribeOrder(hours=(time(9),), instead_of=SEVEN)),
        ("7 replaced by 9", SubscribeOrder(hours=(time(9),), instead_of=SEVEN)),
        ("change 7 to 9 in the evening", SubscribeOrder(hours=(time(21),), instead_of=SEVEN)),
        ("make it 9", SubscribeOrder(hours=(time(9),), moved=True)),
        ("change it to nine", SubscribeOrder(hours=(time(9),), moved=True)),
        ("make it 7 and 18:30", SubscribeOrder(hours=(SEVEN, HALF_PAST_SIX), moved=True)),
        ("make it weekdays", SubscribeOrder(days=WEEKDAYS)),
        ("change morning to evening", SubscribeOrder(hours=(EVENING,), instead_of=MORNING)),
        ("change 7 in the morning to the evening", SubscribeOrder(hours=(EVENING,), instead_of=SEVEN)),
        ("not at 7 but at 9", SubscribeOrder(hours=(time(9),), instead_of=SEVEN)),
        ("at 9, not at 7", SubscribeOrder(hours=(time(9),), instead_of=SEVEN)),
        ("at 9 but not at 7", SubscribeOrder(hours=(time(9),), instead_of=SEVEN)),
        ("not 7, 9", SubscribeOrder(hours=(time(9),), instead_of=SEVEN)),
        ("not in the morning but in the evening", SubscribeOrder(hours=(EVENING,), instead_of=MORNING)),
        (
            "not at 7 but at 9 on weekdays, not on weekends",
            SubscribeOrder(hours=(time(9),), instead_of=SEVEN, days=WEEKDAYS),
        ),
        ("7 make it 9", SubscribeOrder(hours=(time(9),), instead_of=SEVEN)),
        ("7, 9 make it", SubscribeOrder(hours=(SEVEN, time(9)), moved=True)),
        (
            "twice a day on weekdays except friday",
            SubscribeOrder(hours=(MORNING, EVENING), days=(True,) * 4 + (False,) * 3),
        ),
        ("daily on weekdays except friday", SubscribeOrder(days=(True,) * 4 + (False,) * 3)),
    ],
)
def test_days_are_taken_away_and_hours_replaced(words: str, asked: SubscribeOrder) -> None:
    assert read_order(words) == asked


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("not at 7", "not"),
        ("not at 7 and 9", "not"),
        ("not from 7 to 9", "not"),
        ("not at 7 and 8 but at 9", "not"),
        ("not at 7 on sundays but at 9", "not"),
        ("weekdays at 9, not at 7 on weekends", "not"),
        ("7 but 9", "but"),
        ("not change 7 to 9", "not"),
        ("not make it 9", "not"),
        ("change not 7 9", "not"),
        ("not only at 7 but at 9", "but"),
        ("only 7 is not 9", "is not"),
        ("instead of only 7 at 9", "instead of"),
        ("weekdays is not weekends", "is not"),
        ("mondays, not sundays", "not"),
        ("not on sundays at 7", "7"),
        ("every day except mon-sun", "except"),
        ("7 instead of 7", "instead of"),
        ("9 instead of 7 and 8", "instead of"),
        ("make it", "make it"),
        ("except the week on sundays", "except"),
        ("every day at 7 except sunday at 9", "9"),
        ("7 instead of 9 on sundays", "sundays"),
    ],
)
def test_what_is_not_clear_takes_nothing_away(words: str, unread: str) -> None:
    assert read_order(words) == NotUnderstood(unread)


@pytest.mark.parametrize(
    ("hours", "words", "after"),
    [
        ((7,), "make it 9", (9,)),
        ((), "make it 9", (9,)),
        ((7, 9), "make it 9", (9,)),
        ((7, 18), "make it 8 and 20", (8, 20)),
        ((7, 18), "9 instead of 7", (9, 18)),
        ((7, 18), "20 instead of 18", (7, 20)),
        ((19,), "9 in the evening instead of 7", (21,)),
        ((7, 18), "change 18 to 7", (7,)),
    ],
)
def test_an_hour_takes_the_place_of_another(
    hours: tuple[int, ...], words: str, after: tuple[int, ...]
) -> None:
    asked = read_order(words)
    assert isinstance(asked, SubscribeOrder)
    before = replace(A_CHAT, hours=tuple(map(time, hours)))
    assert not is_unclear(before, asked)
    assert adjust(before, asked).hours == tuple(map(time, after))


def test_seven_is_the_one_edition_of_that_hour() -> None:
    asked = SubscribeOrder(hours=(time(9),), instead_of=SEVEN)
    assert adjust(replace(A_CHAT, hours=(MORNING, EVENING)), asked).hours == (time(9), EVENING)
    assert is_unclear(replace(A_CHAT, hours=(MORNING, time(7, 45))), asked)
    assert is_unclear(replace(A_CHAT, hours=(time(19),)), asked)


def test_what_takes_an_hour_s_place_has_its_sections() -> None:
    chat = replace(A_CHAT, hours=(SEVEN, EVENING), hour_sections=((SEVEN, ("sport",)), (EVENING, ("world",))))
    after = adjust(chat, SubscribeOrder(hours=(time(20),), instead_of=SEVEN))
    assert after.hour_sections == ((EVENING, ("world",)), (time(20), ("sport",)))
    beside = adjust(chat, SubscribeOrder(hours=(EVENING,), instead_of=SEVEN))
    assert (beside.hours, beside.hour_sections) == ((EVENING,), chat.hour_sections)


def test_which_of_several_hours_is_to_go_is_unclear() -> None:
    asked = SubscribeOrder(hours=(time(9),), moved=True)
    assert is_unclear(replace(A_CHAT, hours=(SEVEN, EVENING)), asked)
    assert not is_unclear(replace(A_CHAT, hours=(SEVEN, EVENING)), replace(asked, only=True))
    assert not is_unclear(replace(A_CHAT, hours=(time(9),)), replace(asked, instead_of=SEVEN, moved=False))


def test_seven_in_the_evening_or_in_the_morning_is_unclear_where_both_stand() -> None:
    asked = SubscribeOrder(hours=(time(20),), instead_of=SEVEN)
    assert is_unclear(replace(A_CHAT, hours=(SEVEN, time(19))), asked)


def test_who_has_the_week_alone_and_orders_something_else_ends_nothing() -> None:
    weekly, asked = replace(A_CHAT, weekly=True), SubscribeOrder(not_days=SUNDAYS)
    assert leaves_nothing(weekly, asked)
    assert not leaves_nothing(weekly, replace(asked, each_new=True))


def test_without_sundays_comes_no_week_either_and_the_last_day_stays() -> None:
    asked = SubscribeOrder(not_days=SUNDAYS)
    after = adjust(replace(A_CHAT, hours=(SEVEN,), weekly=True), asked)
    assert (after.days, after.weekly) == ((True,) * 6 + (False,), False)
    on_sundays = replace(A_CHAT, days=SUNDAYS, weekly=True)
    assert leaves_no_day(on_sundays, asked)
    assert adjust(on_sundays, asked) == on_sundays


@pytest.mark.parametrize(
    "asked",
    [
        SubscribeOrder(hours=(time(9),), instead_of=SEVEN, timezone="Europe/Paris", sentences=1),
        SubscribeOrder(hours=(time(9),), moved=True, days=WEEKDAYS, stories=5, sentences=2),
        SubscribeOrder(hours=(time(9),), instead_of=SEVEN, each_new=True, weekly=True, followed_only=False),
        SubscribeOrder(hours=(time(9), EVENING), instead_of=SEVEN, each_new=True, not_days=NO_SUNDAY),
        SubscribeOrder(
            hours=(time(9),), only=True, each_new=True, weekly=True, stories=5, followed_only=True
        ),
        SubscribeOrder(hours=(time(9),), days=(True,) * 6 + (False,), followed_only=False, sentences=3),
        SubscribeOrder(not_days=NO_SUNDAY),
        SubscribeOrder(hours=tuple(map(time, range(7, 23))), moved=True),
        SubscribeOrder(hours=(time(0), time(22), time(23)), only=True),
    ],
    ids=order_typed,
)
def test_an_order_is_read_as_it_is_typed_on_a_button(asked: SubscribeOrder) -> None:
    assert read_order(order_typed(asked)) == asked


HALVES = [
    ("seven pm", time(19)),
    ("quarter past seven pm", time(19, 15)),
    ("half past seven a.m.", time(7, 30)),
    ("quarter to one am", time(0, 45)),
    ("quarter to one", time(12, 45)),
    ("quarter past 7", time(7, 15)),
    ("fifteen minutes past seven", time(7, 15)),
    ("quarter till eight", time(7, 45)),
    ("a quarter of eight in the evening", time(19, 45)),
    ("noon and a quarter", time(12, 15)),
    ("quarter to midnight", time(23, 45)),
]


@pytest.mark.parametrize(("words", "at"), HALVES)
def test_quarters_of_an_hour_are_told_in_words_and_by_half_of_the_day(words: str, at: time) -> None:
    assert read_order(words) == SubscribeOrder(hours=(at,))


def test_fifteen_to_eight_is_from_one_hour_to_another() -> None:
    asked = read_order("fifteen to eight")
    assert isinstance(asked, SubscribeOrder)
    assert len(asked.hours) > 1
