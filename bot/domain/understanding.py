"""What plain words may mean, found in what they wish and in what is known of their names and words.

A story with but some of the words is offered as such, and not at all where others have as many.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.actors import CLEARLY, ActorEntry
from bot.domain.meanings import OFFERED, Kind, Meaning, changes, reading_of
from bot.domain.plain_words import Wish
from bot.domain.sections import Section
from bot.domain.zone_cities import zone_begun
from summaries.names import fold

_HOURS_OR_DAYS: frozenset[Kind] = frozenset(("order", "hourly", "quiet"))
_ORDERING = ("follow", "mute")  # wishes beside which a story with but some of the words is none that is meant
_OF_PERSONS: Mapping[str, Kind] = {
    "about": "actor",
    "said": "said",
    "follow": "follow",
    "only": "follow",
    "mute": "mute",
}
_OF_WORDS: Mapping[str, Kind] = {
    "who said": "quotes",
    "news of": "stories",
    "search": "search",
    "follow": "follow words",
    "only": "follow words",
    "mute": "mute words",
}
_IN_A_STORY: Mapping[str, Kind] = {
    "story voices": "voices",
    "story cast": "cast",
    "story text": "text",
    "story again": "story",
    "story share": "share",
    "story choices": "choices",
}
# Whose page holds what they name: a list to choose from, how long to pause.
_PAGES = frozenset(("unfollow", "unmute", "pause"))
_CLEAR = 0.72  # of what a story could hold of the words, from which on it is what was asked for
_AHEAD = 1.25  # times the next one's
_WEAK = 0.3  # less is no answer
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"\w{3,}")  # a word of a name by which somebody is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A story with some of the words. `share`: how much of what a story could hold of them, 0 to 1.

    `lacks`: how many of the words it has not; `guessed`: how many it has as they were likely meant alone;
    `alone`: it has one that no other story has.
    """

    article_id: int
    headline: str
    share: float
    lacks: int = 0
    guessed: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the words of one part of a message."""

    words: str = ""  # those that a search looks for, as they are shown
    named: tuple[ActorEntry, ...] = ()  # who is named in them, in the order of the words
    alike: tuple[ActorEntry, ...] = ()  # others of the first of these names, the heaviest first
    whole: bool = False  # the first name is all there is
    names_alone: bool = False  # there are names, and nothing else
    looked_for: int = 0  # words
    hits: tuple[Hit, ...] = ()  # the best first

    @property
    def near(self) -> tuple[Hit, ...]:
        """The stories with most of the words, or with one that no other has: by others they are not told."""
        return tuple(hit for hit in self.hits if hit.alone or _has_most(hit, self.looked_for))

    @property
    def is_found_in_part(self) -> bool:
        """Whether no story has all of the words that were looked for, as they were typed."""
        return self.looked_for > 0 and all(hit.lacks or hit.guessed for hit in self.hits)


def _has_most(hit: Hit, looked_for: int) -> bool:
    return not hit.lacks or 2 * hit.lacks < looked_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A wish with what is known of each of its parts, and of all of them together."""

    wish: Wish
    parts: tuple[Known, ...] = ()
    all: Known = field(default_factory=Known)
    voices: tuple[Meaning, ...] = ()  # articles in which somebody says the words
    section: Section | None = None  # which the words name


def in_a_story(number: int, wishes: Iterable[Wish], words: str | None) -> tuple[Meaning, ...]:
    """What a reply to a story may mean: one of its pages, or what it tells of the words (None: nothing)."""
    pages = tuple(
        Meaning(kind=_IN_A_STORY[wish.name], number=number, sure=True)
        for wish in wishes
        if wish.name in _IN_A_STORY
    )
    within = Meaning(kind="within", number=number, words=words or "", sure=True)
    return pages or ((within,) if words else (Meaning(kind="text", number=number),))


def meanings(told: Iterable[Told], line: Known, *, settings: Iterable[Meaning] = ()) -> tuple[Meaning, ...]:
    """What a message may mean, the likeliest first, each once.

    `told` are the wishes that its words tell, the likeliest first; `line` is what is known of all its words;
    `settings` what it orders or sets, if it says nothing else.
    """
    ordered, wished = tuple(settings), tuple(told)
    # Spanish "todos los días menos los domingos", "silence from 23 to 7": these order, and mute nothing.
    if any(one.kind in _HOURS_OR_DAYS for one in ordered):
        wished = tuple(one for one in wished if one.wish.name != "mute")
    first = wished[0].wish if wished else None
    if ordered or (first is not None and first.name == "only"):
        wished, line = tuple(map(_without_stories, wished)), replace(line, hits=())
    elif first is not None and first.name in _ORDERING and not first.mended:
        wished, line = tuple(map(_told_whole, wished)), _whole(line)
    found = dict.fromkeys((*ordered, *_all(wished, line)))
    once: dict[tuple[Kind, int, str], Meaning] = {}
    for one in found:
        once.setdefault((one.kind, one.number, "" if one.number else one.words), one)
    return tuple(once.values())


def lacking(found: Sequence[Meaning], asked: Known) -> str:
    """The words, where no article has all of them and nothing else is surely meant."""
    told = bool(found) and (found[0].sure or reading_of(found[0]) == "order")
    return asked.words if asked.is_found_in_part and not told else ""


def _without_stories(told: Told) -> Told:
    """An order whose words are no question: the stories with them are none that was asked for."""
    parts = tuple(replace(part, hits=()) for part in told.parts)
    return replace(told, parts=parts, all=replace(told.all, hits=()), voices=())


def _told_whole(told: Told) -> Told:
    return replace(told, parts=tuple(map(_whole, told.parts)), all=_whole(told.all))


def _whole(known: Known) -> Known:
    """The same with the stories that have all of the words, as they were typed."""
    return replace(known, hits=tuple(hit for hit in known.hits if not hit.lacks and not hit.guessed))


def _all(told: Sequence[Told], line: Known) -> Iterator[Meaning]:
    for one in told:
        yield from _asked(one, sure=not (one.wish.mended and line.near))
    persons = () if told or line.whole else [entry for entry in line.named if entry.kind == "person"]
    if len(persons) == 1 and line.names_alone:  # "lavrov russia": of whom, and in which news
        yield Meaning(kind="actor", number=persons[0].id, words=persons[0].name)
    yield from _named_alone(line)
    yield from _stories(line, of=persons)
    yield from _beside(next((one.all for one in told if one.parts), line))


def _asked(told: Told, *, sure: bool) -> Iterator[Meaning]:
    """What one wish means: a page of its own, who is named, stories, or its words as words."""
    name = told.wish.name
    if not told.parts or name in _PAGES:
        yield Meaning(kind="wish", words=name, sure=sure)
        return
    if name == "zone":
        yield from _clock(told.wish)
        return
    yield from told.voices
    if told.section is not None:
        yield Meaning(kind="section", number=told.section.id, words=told.section.name, sure=True)
    first, *of = told.parts
    if name == "only" and _DIGIT.search(first.words):  # "just 3 stories" are of no section
        return
    if name == "said" and of and of[0].words:
        yield from (
            replace(one, kind="said of", words=of[0].words, shown=one.words) for one in _person(first, "said")
        )
    if name in _OF_PERSONS:
        yield from _person(first, _OF_PERSONS[name])
    of_words = Meaning(kind=_OF_WORDS.get(name, "search"), words=first.words, sure=name == "search")
    if of_words.sure or changes(of_words):
        yield of_words
    yield from _stories(told.all)
    if name in _OF_WORDS and first.near:
        yield of_words


def _clock(wish: Wish) -> Iterator[Meaning]:
    """The clock of the city that the words name first."""
    zone = zone_begun([word.text for word in wish.about[0]])
    if zone is not None:
        yield Meaning(kind="zone", words=zone, sure=True)


def _person(known: Known, kind: Kind) -> Iterator[Meaning]:
    """A page of who is named: surely where nobody else of that name is likely to be meant."""
    if not known.named:
        return
    first, *_ = known.named
    clear = all(first.articles >= CLEARLY * other.articles for other in known.alike)
    if known.whole and not clear and kind == "actor":
        yield Meaning(kind="which", words=known.words, sure=True)
    for entry in (first, *known.alike, *known.named[1:]):
        sure = entry is first and clear and (known.whole or kind == "said")
        who = entry.kind if kind in ("follow", "mute") else None
        yield Meaning(kind=kind, number=entry.id, words=entry.name, sure=sure, who=who)


def _named_alone(line: Known) -> Iterator[Meaning]:
    if line.whole:
        yield from _person(line, "actor")


def _stories(known: Known, *, of: Sequence[ActorEntry] = ()) -> Iterator[Meaning]:
    """The stories with the words: the first surely where it holds most of them, and more than the next.

    `of`: who is named in the words, and else the story's headline has to name first.
    """
    hits = known.near
    for place, hit in enumerate(hits[:OFFERED]):
        if hit.share < _WEAK:
            return
        behind = hits[1].share if len(hits) > 1 else 0.0
        clear = (hit.share >= _CLEAR or len(hits) == 1) and hit.share >= _AHEAD * behind
        read = _has_most(hit, known.looked_for) and 2 * (hit.lacks + hit.guessed) <= known.looked_for
        sure = place == 0 and clear and read and all(_is_named_in(hit.headline, entry) for entry in of)
        yield Meaning(kind="story", number=hit.article_id, words=hit.headline, sure=sure)


def _is_named_in(headline: str, entry: ActorEntry) -> bool:
    return not set(_NAME.findall(fold(headline))).isdisjoint(_NAME.findall(fold(entry.name)))


def _beside(asked: Known) -> Iterator[Meaning]:
    """What else may be meant: who is named, else all that has the words."""
    for entry in asked.named:
        yield Meaning(kind="actor", number=entry.id, words=entry.name)
    if asked.near:
        yield Meaning(kind="search", words=asked.words)
    for hit in asked.near[:OFFERED]:
        yield Meaning(kind="story", number=hit.article_id, words=hit.headline)
