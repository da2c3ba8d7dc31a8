"""Gathers what plain words may mean: their wishes, and what the store knows of their names and words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Final

from bot.domain.articles import StoredArticle
from bot.domain.meanings import OFFERED, Kind, Meaning, Understood
from bot.domain.plain_words import Asked, Wish, asked, wishes
from bot.domain.sections import Section, section_called
from bot.domain.understanding import Known, Told, in_a_story, lacking, meanings
from bot.domain.vocabulary import Vocabulary, Word, words_in
from bot.domain.within import Within, quoted_within, told_within
from bot.store import Store

_WISHES = 3  # of one message are looked into
_SECTION = 3  # words at most name a section
_NO_VOICES: Final[Mapping[Asked, tuple[Meaning, ...]]] = {}
_NO_SECTIONS: Final[Mapping[Section, str]] = {}
# What a wish means before any story.
_BEFORE_STORIES: Final[Mapping[str, tuple[Kind, ...]]] = {
    "about": ("actor", "which"),
    "said": ("said",),
}
_BESIDE_ONLY = ("brief", "news of")  # wishes that words tell beside a section alone
_OF_ONE_STORY = ("story voices", "story cast")  # wishes that of several stories nobody could answer
_SPEAKING = ("said", "who said")  # wishes for somebody's words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """What of a message the store is asked: its line, and for each wish its parts, and these together."""

    told: tuple[Wish, ...]
    line: Asked
    parts: tuple[tuple[Asked, ...], ...]
    together: tuple[Asked, ...]
    settings: tuple[Meaning, ...]

    @property
    def wanted(self) -> tuple[Asked, ...]:
        """All of these, each once."""
        return tuple(dict.fromkeys((self.line, *self.together, *chain.from_iterable(self.parts))))

    def meanings(
        self,
        known: Mapping[Asked, Known],
        voices: Mapping[Asked, tuple[Meaning, ...]] = _NO_VOICES,
        sections: Mapping[Section, str] = _NO_SECTIONS,
    ) -> tuple[Meaning, ...]:
        """What is meant by what is known of them."""
        each = zip(self.told, self.parts, self.together, strict=True)
        told = [
            Told(
                wish=wish,
                parts=tuple(known[part] for part in parts),
                all=known[every],
                voices=voices.get(every, ()) if wish.name in _SPEAKING else (),
                section=_section(known[every].words, every, sections) if wish.name == "only" else None,
            )
            for wish, parts, every in each
        ]
        if (
            told and told[0].wish.name in _BESIDE_ONLY
        ):  # "i only want world news" is no "news" where "World" is
            told.sort(key=lambda one: one.section is None)
        return meanings(told, known[self.line], settings=self.settings)

    @property
    def searches(self) -> bool:
        """Whether words are to be searched for: whatever is known of them."""
        first = self.told[0] if self.told and not self.settings else None
        return first is not None and first.name == "search" and not first.mended

    @property
    def may_want_section(self) -> bool:
        """Whether words alone are wanted that may name a section, also where they may be news in general."""
        first = self.told[0].name if self.told and not self.settings else None
        wanted = zip(self.told, self.together, strict=True) if first in ("only", *_BESIDE_ONLY) else ()
        return any(wish.name == "only" and _may_name(words.sought) for wish, words in wanted)

    @property
    def wants_section(self) -> bool:
        """Whether words alone are wanted that may name a section."""
        return self.may_want_section and self.told[0].name == "only"

    def is_answered_by_names(self, named: Sequence[Known]) -> bool:
        """Whether by these alone the first meaning is sure, and no story could go before it."""
        if self.settings or any(wish.mended for wish in self.told):
            return False
        first, *_ = *self.meanings(dict(zip(self.wanted, named, strict=True))), None
        if first is None or not first.sure:
            return False
        if self.told and not self.told[0].about:
            return first.kind == "wish"
        return first.kind in _BEFORE_STORIES.get(self.told[0].name if self.told else "about", ())


class PlainWordsDesk:
    """Reads what people write without a command."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def now(self) -> datetime:
        """The moment at which words are read."""
        return self._clock()

    async def meanings(
        self, text: str, vocabulary: Vocabulary, *, settings: Iterable[Meaning] = ()
    ) -> Understood:
        """What the text may mean; `settings` is what it orders or sets."""
        words = words_in(text, vocabulary.apostrophes)
        told = wishes(words, vocabulary)[:_WISHES]
        asking = _Asking(
            told=told,
            line=asked(words, vocabulary),
            parts=tuple(tuple(asked(part, vocabulary) for part in wish.about) for wish in told),
            together=tuple(asked(chain.from_iterable(wish.about), vocabulary) for wish in told),
            settings=tuple(settings),
        )
        if asking.searches:
            seen = {part: Known(words=" ".join(_texts(part.sought))) for part in asking.wanted}
            return Understood(meanings=asking.meanings(seen))
        found = await self._store.asked.known(
            asking.wanted, now=self._clock(), enough=asking.is_answered_by_names
        )
        known = dict(zip(asking.wanted, found, strict=True))
        voices = {
            every: await (self._voices if wish.name == "who said" else self._words_of)(every, known[every])
            for wish, every in zip(told, asking.together, strict=True)
            if wish.name == "who said" or (wish.name == "said" and len(wish.about) == 1)
        }
        only = asking.wants_section
        every = await self._store.sections.readable(now=self._clock()) if asking.may_want_section else ()
        sections = {one: " ".join(_texts(asked(words_in(one.name), vocabulary).sought)) for one in every}
        meant = asking.meanings(known, voices, sections)
        about = next((every for every in asking.together if every.sought), asking.line)
        named = any(one.kind == "section" for one in meant)
        return Understood(
            meanings=meant,
            lacking=lacking(meant, known[about]),
            no_section=known[about].words if only and not named else "",
            sections=tuple(one.name for one in every) if only else (),
        )

    async def _voices(self, part: Asked, known: Known) -> tuple[Meaning, ...]:
        """The articles with the most of the words in which somebody says them; else all who say them."""
        found = [await self.quoted(hit.article_id, part) for hit in known.hits[:OFFERED]]
        said = [each.article.id for each in found if each]
        if not said:
            return await self._held(part, sure=True)
        words = " ".join(_texts(part.words))
        return tuple(Meaning(kind="voice", number=id_, words=words, sure=id_ == said[0]) for id_ in said)

    async def _words_of(self, part: Asked, known: Known) -> tuple[Meaning, ...]:
        """The quotations that hold the words, where they name nobody who is quoted."""
        if known.named:
            spoken, _ = await self._store.quotes.of_actor(known.named[0].id, 1, now=self._clock())
            if spoken:
                return ()
        return await self._held(part, sure=bool(known.named))

    async def _held(self, part: Asked, *, sure: bool) -> tuple[Meaning, ...]:
        """The quotations that hold all the words that are looked for, where there are any."""
        words = " ".join(_texts(part.sought))
        held, _ = await self._store.quotes.with_words(words, 1, now=self._clock())
        return (Meaning(kind="quotes", words=words, sure=sure),) if held else ()

    async def in_story(
        self, number: int, text: str, vocabulary: Vocabulary, of_story: Vocabulary
    ) -> tuple[Meaning, ...]:
        """What the text may mean as a reply to the article; nothing where it asks for no part of it."""
        article = await self._readable(number)
        if article is None:
            return ()
        words = words_in(text, vocabulary.apostrophes)
        told = wishes(words, vocabulary)
        in_it = wishes(words, of_story)
        if not in_it and told and not told[0].about:
            return ()
        about = [word for part in told[0].about for word in part] if told else words
        part = asked(about, vocabulary)
        found = told_within(article, _texts(part.sought))
        if told and told[0].name in _SPEAKING and found.actor is None:
            said = quoted_within(article, _texts(part.words), _texts(part.sought))
            in_it = (Wish("story voices"),)
            if told[0].name == "who said" and said:
                line = " ".join(_texts(part.words))
                return (Meaning(kind="voice", number=number, words=line, sure=True),)
        if found and in_it and in_it[0].mended:  # "shares?" is no "share" where the story tells of them
            in_it = ()
        return in_a_story(number, in_it, " ".join(_texts(part.sought)) if found else None)

    def asks_of_one_story(self, text: str, vocabulary: Vocabulary) -> bool:
        """Whether the text asks who speaks or who is in the story that it replies to."""
        in_it = wishes(words_in(text, vocabulary.apostrophes), vocabulary)
        return any(wish.name in _OF_ONE_STORY for wish in in_it)

    async def within(self, number: int, words: str) -> Within | None:
        """What the article tells of the words; None where readers may not have it."""
        article = await self._readable(number)
        return told_within(article, words.split()) if article is not None else None

    async def quoted(self, number: int, part: Asked) -> Within | None:
        """The article's quotations that hold most of the words; None where readers may not have it."""
        article = await self._readable(number)
        return quoted_within(article, _texts(part.words), _texts(part.sought)) if article else None

    async def _readable(self, number: int) -> StoredArticle | None:
        article = await self._store.articles.find(number)
        return article if article is not None and article.is_public(now=self._clock()) else None


def _may_name(sought: Sequence[Word]) -> bool:
    return 0 < len(sought) <= _SECTION and not any(word.key.isdecimal() for word in sought)


def _section(words: str, part: Asked, every: Mapping[Section, str]) -> Section | None:
    """The section that the words name, by all of them or by those alone that a search looks for.

    `every` tells these of each section's name: "the world news" is "World", and "World news".
    """
    names, whole = tuple(every), " ".join(_texts(part.words))
    by_name = section_called(words, names) or section_called(whole, names)
    bare = section_called(words, [replace(one, name=name) for one, name in every.items()])
    return by_name or next((one for one in every if bare is not None and one.id == bare.id), None)


def _texts(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(word.text for word in words)
