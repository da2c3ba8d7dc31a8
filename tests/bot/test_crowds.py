"""What comes in a crowd is one message, however long it is read; what comes beside it does not wait for it.

A newsroom of numbers: files come at moments that the tests give, are read at a pace, and a chat that wants
each new article is looked at every ten seconds, as the timetable does, or every minute.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.crowds import AT_ONCE, LISTED, LONGEST_WAIT
from bot.domain.plans import Arrival, Edition, Recipient
from tests.bot.test_editions import NOON, a_standing, an_article, decided

TICK = timedelta(minutes=1)
MOST_CANDIDATES = 200
HOURS_3 = timedelta(hours=3)


@dataclass
class Told:
    """A message, and when it was told."""

    after: timedelta  # noon
    edition: Edition


@dataclass
class Room:
    """The files by when they came and when they are read; `standing` is the chat."""

    came: list[datetime]
    read: list[datetime]
    standing: Recipient
    seen: set[int] = field(default_factory=set)
    told: list[Told] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._by_reading = sorted(range(len(self.read)), key=lambda n: self.read[n])
        self._articles = [
            replace(an_article(n, came_at=came, public_at=read), dated_at=came)
            for n, (came, read) in enumerate(zip(self.came, self.read, strict=True))
        ]

    def run(self, until: int, *, every: int = 10) -> list[Told]:
        """Looks every so many seconds; no news may be told twice."""
        for second in range(every, until + 1, every):
            self._look(NOON + timedelta(seconds=second))
        return self.told

    def _look(self, now: datetime) -> None:
        public = [n for n in self._by_reading if self.read[n] <= now]
        earlier, newest = public[:-MOST_CANDIDATES], public[-MOST_CANDIDATES:]
        plan = decided(
            self.standing,
            *(self._articles[n] for n in newest),
            now=now,
            earlier=_by_moment((self.came[n], self.read[n]) for n in earlier),
            waiting=_by_moment(
                (came, None)
                for came, read in zip(self.came, self.read, strict=True)
                if came <= now and read > now
            ),
        )
        for each in plan.editions:
            ids = {id_ for story in each.stories for id_ in story}
            assert not ids & self.seen
            self.seen |= ids
            self.told.append(Told(now - NOON, each))
        assert plan.schedule is not None
        assert plan.schedule.next_due is None or plan.schedule.next_due > now
        self.seen |= set(plan.passed)
        self.standing = replace(
            self.standing,
            seen=frozenset(self.seen),
            each_new_from=plan.each_new_from or self.standing.each_new_from,
        )


def _by_moment(moments: Iterable[tuple[datetime, datetime | None]]) -> list[Arrival]:
    found: dict[datetime, list[datetime | None]] = {}
    for came, public in moments:
        found.setdefault(came, []).append(public)
    arrivals = []
    for came, public in found.items():
        known = [each for each in public if each is not None]
        since, until = (min(known), max(known)) if known else (None, None)
        arrivals.append(Arrival(came_at=came, count=len(public), public_since=since, public_until=until))
    return arrivals


def a_room(*files: tuple[float, float], **chat: Any) -> Room:
    """Of files as (came, read), in seconds after noon."""
    standing = a_standing(**({"hours": (), "each_new": True} | chat))
    came, read = ([NOON + timedelta(seconds=each) for each in column] for column in zip(*files, strict=True))
    return Room(came, read, standing)


def a_folder(count: int, *, seconds: float, at: float = 0.0) -> list[tuple[float, float]]:
    """So many files that come in two seconds and are read one after the other, for so many seconds."""
    return [(at + 2.0 * n / count, at + 2.0 + (n + 1) * seconds / count) for n in range(count)]


def a_long_folder() -> list[tuple[float, float]]:
    """One that is read for three hours, a file in ten seconds."""
    return [(float(n % 2), (n + 1) * 10.0) for n in range(1080)]


def in_short(told: Iterable[Told]) -> list[tuple[int, int, bool]]:
    """Of each message: the second, how many came, and whether more are being read."""
    return [(int(each.after.total_seconds()), each.edition.came, each.edition.more) for each in told]


def test_import_is_told_of_in_one_message_when_it_is_read() -> None:
    assert in_short(a_room(*a_folder(600, seconds=590)).run(3600)) == [(620, 600, False)]


def test_import_of_which_one_file_takes_long_is_one_message() -> None:
    files = a_folder(100, seconds=10)
    files[50] = (1.0, 200.0)
    assert in_short(a_room(*files).run(3600)) == [(220, 100, False)]


def test_import_that_begins_slowly_is_one_message() -> None:
    """At the first looks few are read, which alone would be told of one by one."""
    files = a_folder(100, seconds=600)
    assert [each.edition.came for each in a_room(*files).run(3600)] == [100]


def test_import_of_three_hours_is_one_message_that_says_more_are_being_read() -> None:
    (told,) = a_room(*a_long_folder()).run(13_000, every=60)
    assert told.after <= LONGEST_WAIT + 2 * TICK
    assert told.edition.came == told.after // timedelta(seconds=10)  # at that pace they are read
    assert told.edition.more


def test_import_of_one_file_a_second_of_copying_is_one_message() -> None:
    """It comes for a quarter of an hour, and is read as it comes."""
    assert in_short(a_room(*((n, n + 1.0) for n in range(900))).run(3600)) == [(920, 900, False)]


@pytest.mark.parametrize("minute", [10, 60, 120])
def test_breaking_news_amid_an_import_comes_by_itself_as_soon_as_it_is_read(minute: int) -> None:
    room = a_room(*a_long_folder(), (60.0 * minute, 60.0 * minute + 15))
    told = room.run(13_000, every=60)
    (breaking,) = (each for each in told if each.edition.stories == ((1080,),))
    assert breaking.after == timedelta(minutes=minute + 1)
    (imported,) = (each.edition for each in told if each is not breaking)
    assert imported.came > LISTED


def test_breaking_news_that_waits_while_an_import_is_told_of_is_told_when_it_is_read() -> None:
    """It came before the import was told of, and is read after it."""
    files = a_long_folder()
    told = a_room(*files, (29.5 * 60, 34.0 * 60)).run(13_000, every=60)
    assert [each.edition.stories for each in told][1:] == [((1080,),)]


def test_one_story_after_an_import_that_was_told_of_at_once_is_no_second_import() -> None:
    """More than are candidates, and all public within the minute in which it is told of."""
    files = [(n / 40, n / 40 + 0.5) for n in range(1200)]
    first, second = a_room(*files, (600.0, 601.0)).run(1200)
    assert in_short([first]) == [(60, 1200, False)]
    assert (second.edition.stories, second.edition.came) == (((1200,),), 0)


def test_second_import_is_a_second_message() -> None:
    files = [*a_folder(300, seconds=100), *a_folder(300, seconds=100, at=900)]
    assert in_short(a_room(*files).run(3600)) == [(130, 300, False), (1030, 300, False)]


def test_steady_trickle_is_told_of_every_half_hour() -> None:
    told = a_room(*((n * 10.0, n * 10.0 + 3) for n in range(1080))).run(13_000, every=30)
    assert 6 <= len(told) <= 7
    assert sum(each.edition.came for each in told) == 1080


def test_steady_trickle_beside_an_import_is_told_of_too() -> None:
    """What comes from the minute of the import on is of its crowd: it does not wait for three hours."""
    trickle = [(n * 10.0, n * 10.0 + 5) for n in range(1, 1081)]
    told = a_room(*a_long_folder(), *trickle).run(13_000, every=60)
    assert len(told) <= 8
    assert all(each.after - before.after <= LONGEST_WAIT + 2 * TICK for before, each in pairwise(told))
    assert told[-1].after >= HOURS_3 - TICK


def test_who_follows_what_an_import_is_about_is_told_a_few_times() -> None:
    """Each article that is followed is told of, by the half hour."""
    files = a_long_folder()
    room = a_room(*files, each_new=False)
    room.standing = replace(room.standing, concerns=dict.fromkeys(range(0, 1080, 6), ("Aleppo",)))
    told = room.run(13_000, every=60)
    assert len(told) <= AT_ONCE + 7


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.integers(0, 3000), st.integers(1, 900)),
        min_size=1,
        max_size=40,
    )
)
def test_whatever_comes_something_is_told_of_it_within_half_an_hour(files: list[tuple[int, int]]) -> None:
    """From when the first that was not told is public; and nothing is listed twice."""
    room = a_room(*((float(came), float(came + took)) for came, took in files))
    told = room.run(5000)
    first = min(room.read) - NOON
    assert told[0].after <= first + LONGEST_WAIT + TICK
    came = sum(each.edition.came or len(each.edition.stories) + each.edition.left_out for each in told)
    assert came <= len(files)
    if len(files) <= AT_ONCE:
        assert came == len(files)


def test_crowd_too_small_for_an_import_is_an_edition() -> None:
    told = a_room(*a_folder(LISTED, seconds=30)).run(600)
    assert [(len(each.edition.stories), each.edition.came) for each in told] == [(5, 0)]
    assert Counter(each.edition.left_out for each in told) == {15: 1}
