"""What a chat follows and mutes: an actor, words or a story, and which articles that concerns; what it saves.

Muting wins over following, and both over what else was ordered; neither keeps back what amends a message.
"""

import enum
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from bot.domain.actors import ActorEntry
from bot.domain.articles import ArticleEntry
from bot.domain.matching import may_be_joined
from summaries.letters import fold_letters
from summaries.names import fold

MOST_INTERESTS = 100  # of one chat that follow, and as many that mute
MOST_SAVED = 100  # articles and actors of one chat
Shown = Literal["s", "a"]  # a story by an article of it, an actor
_WORD = re.compile(r"\w+")
_HYPHENED = re.compile(r"(?=\b(\w+)[-‐‑](\w+))")
_BETWEEN = dict.fromkeys(map(ord, " \t\r\n.-‐‑'’"))  # what may stand between them, or in a word


class Stance(enum.StrEnum):
    """What a chat wants of it."""

    FOLLOW = "follow"  # news of it at once
    MUTE = "mute"  # no news of it


@dataclass(frozen=True, kw_only=True)
class Subject:
    """An actor, a story, or words where neither is told."""

    words: str = ""  # as shown: "Bashar Assad", "aleppo cease-fire"; of a story its headline, where shown
    actor_id: int | None = None
    story_id: int | None = None

    @property
    def key(self) -> str:
        """By which a chat has it once; empty where the words hold no letter."""
        return f"#{self.story_id}" if self.story_id is not None else fold(self.words)

    @cached_property
    def asked(self) -> frozenset[frozenset[str]]:
        """The words that all must stand in an article, in each way to write them; none where it goes by none.

        "cease fire" is "ceasefire" as well.
        """
        by_words = self.actor_id is None and self.story_id is None
        return frozenset(_ways(_WORD.findall(fold(self.words)))) if by_words else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """A subject that a chat follows or mutes."""

    id: int
    chat_id: int
    stance: Stance
    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What an article is known by to those who follow and mute."""

    article_id: int
    story_id: int | None
    actors: frozenset[int] = frozenset()  # under the names that others stand under
    words: frozenset[str] = frozenset()  # folded


def concerns(subject: Subject, article: Traits) -> bool:
    """Whether the article is of the actor, tells the story, or holds all the words, whole words each."""
    if subject.story_id is not None:
        return subject.story_id == article.story_id
    if subject.actor_id is not None:
        return subject.actor_id in article.actors
    return any(article.words.issuperset(way) for way in subject.asked)


class Watchlist:
    """Interests of many chats: each subject is looked at once, however many have it."""

    def __init__(self, interests: Iterable[Interest]) -> None:
        self._holders: defaultdict[tuple[object, ...], list[Interest]] = defaultdict(list)
        for each in interests:
            subject = each.subject
            self._holders[subject.actor_id, subject.story_id, subject.asked].append(each)

    def of(self, article: Traits) -> Iterator[Interest]:
        """Those that the article concerns."""
        for holders in self._holders.values():
            if concerns(holders[0].subject, article):
                yield from holders


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Which articles of the last days a subject concerns: `count` of the `total` that are dated in them.

    `found` are those that were filed in them, of whatever date.
    """

    found: tuple[int, ...]
    count: int
    total: int

    @property
    def warning(self) -> Literal["all", "none"] | None:
        """That it tells nothing apart, where there was anything to tell apart."""
        if not self.count:
            return "none" if self.total else None
        return "all" if self.count == self.total > 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What became of a wish to follow or to mute."""

    # turned: it was the other before
    outcome: Literal["new", "turned", "already", "full", "wordless"]
    stance: Stance
    subject: Subject
    reach: Reach | None = None  # of what is new


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedItem:
    """An article or an actor that a chat keeps; neither entry: readers may not have it, or no longer."""

    kind: Shown
    number: int
    article: ArticleEntry | None = None
    actor: ActorEntry | None = None


def of_stance(interests: Iterable[Interest], stance: Stance) -> tuple[Interest, ...]:
    """Those that follow, or those that mute, in their order."""
    return tuple(each for each in interests if each.stance is stance)


def words_of(text: str) -> frozenset[str]:
    """Its words without case and accents, and each two as one that a hyphen joins, or a space may."""
    words = _WORD.findall(fold.__wrapped__(text))  # a text would push names out of its cache
    spaced = (first + second for first, second in pairwise(words) if may_be_joined(first, second))
    hyphened = (first + second for first, second in _HYPHENED.findall(fold_letters(text)))
    return frozenset((*words, *spaced, *hyphened))


def holds(text: str, asked: Iterable[frozenset[str]]) -> bool:
    """Whether all the words stand in the text, as `concerns` says; of most texts without parting them."""
    letters = fold_letters(text).translate(_BETWEEN)
    near = [way for way in asked if all(word in letters for word in way)]
    words = words_of(text) if near else frozenset()
    return any(words.issuperset(way) for way in near)


def _ways(words: Sequence[str]) -> Iterator[frozenset[str]]:
    """As they stand, and with each two that follow one another as one."""
    if words:
        yield frozenset(words)
    for place, (first, second) in enumerate(pairwise(words)):
        yield frozenset((*words[:place], first + second, *words[place + 2 :]))
