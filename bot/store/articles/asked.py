"""What is known of the words of a question: who is named in them, and which stories hold the most of them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from math import log

from sqlalchemy import Connection, String, bindparam, select

from bot.domain.actors import ActorEntry
from bot.domain.matching import strengths
from bot.domain.plain_words import Asked
from bot.domain.understanding import Hit, Known
from bot.domain.vocabulary import Word
from bot.store.actors.resolving import fuzzy, named
from bot.store.articles.mending import mend
from bot.store.articles.search import MATCHED, Phrase, Words, newest_matches, words_asked
from bot.store.database.engine import Repository, reading
from bot.store.database.rows import headline_of, stored
from bot.store.database.tables import names
from summaries.names import fold

_SOUGHT = 8  # words of a question are looked for
_LONGEST_NAME = 4  # words
_READ = 12  # articles with the most of the words are read for where they stand
_COMMON = 2 * MATCHED  # a word that stands in nearly as many articles tells little
_UNKNOWN = 2.5  # the weight of a word that no article has: people ask in words of their own
_FEW = 3  # words can be a name typed wrong; more are a question


@dataclass(frozen=True, slots=True)
class _Sought:
    """A word that is looked for, as it was likely meant, and the newest articles that have it."""

    word: Word
    phrase: Phrase
    ids: frozenset[int]
    as_typed: bool = False  # not another word that was likely meant

    @property
    def weight(self) -> float:
        """How much an article tells by having it: the rarer the more."""
        return log(1 + _COMMON / len(self.ids)) if self.ids else _UNKNOWN


class AskedWords(Repository):
    @reading
    def known(
        self,
        connection: Connection,
        parts: Sequence[Asked],
        *,
        now: datetime,
        enough: Callable[[Sequence[Known]], bool] = lambda _: False,
    ) -> tuple[Known, ...]:
        """What is known of each of these parts of a question.

        No stories are looked for, which takes longest, where it is `enough` who is named in them.
        """
        question = _Question(connection, now)
        sought = [question.all_sought(part) for part in parts]
        named = tuple(_named_in(connection, *each) for each in zip(parts, sought, strict=True))
        if enough(named):
            return named
        return tuple(
            replace(each, hits=question.hits(words), looked_for=len(words))
            for each, words in zip(named, sought, strict=True)
        )


@dataclass(frozen=True, slots=True)
class _Question:
    """What was looked up for one part of a question, for the others: most of their words are the same."""

    connection: Connection
    now: datetime
    words: dict[str, tuple[_Sought, ...]] = field(default_factory=dict)
    stories: dict[tuple[Phrase, ...], tuple[Hit, ...]] = field(default_factory=dict)

    def all_sought(self, asked: Asked) -> Sequence[_Sought]:
        """The words, where they have letters, with the articles that have them."""
        return [one for word in asked.sought[:_SOUGHT] for one in self._sought(word)]

    def _sought(self, word: Word) -> Iterator[_Sought]:
        if word.text not in self.words:
            self.words[word.text] = tuple(_looked_for(self.connection, word, now=self.now))
        yield from (replace(one, word=word) for one in self.words[word.text])

    def hits(self, sought: Sequence[_Sought]) -> tuple[Hit, ...]:
        """The stories that hold the most of the words, the best first."""
        phrases = tuple(one.phrase for one in sought)
        if phrases not in self.stories:
            self.stories[phrases] = tuple(_hits(self.connection, sought, now=self.now))
        return self.stories[phrases]


def _named_in(connection: Connection, asked: Asked, sought: Sequence[_Sought]) -> Known:
    """Who is named, by the words as they were likely meant; the stories are not looked for."""
    meant = {one.word: one.phrase for one in sought if one.ids}
    texts = [" ".join(meant.get(word, ())) or word.text for word in asked.words]
    bearers, names_alone = _named(connection, asked, texts)
    whole = names_alone and len(bearers) == 1
    if not bearers and not meant and len(asked.sought) <= _FEW:
        spelt = fuzzy(connection, " ".join(word.text for word in asked.sought))
        bearers, whole = [spelt.entries] if spelt.entries else [], bool(spelt.entries)
    first: Sequence[ActorEntry] = bearers[0] if bearers else ()
    return Known(
        words=" ".join(word.text for word in asked.sought),
        named=tuple(dict.fromkeys(each[0] for each in bearers)),
        alike=tuple(first[1:]),
        whole=whole,
        names_alone=names_alone,
    )


# ------------------------------------------------------------------ words


def _looked_for(connection: Connection, word: Word, *, now: datetime) -> Iterator[_Sought]:
    """The word, where it has letters, with the articles that have it or what was likely meant by it."""
    for phrase in words_asked(word.text).phrases[:1]:
        if ids := _having(connection, (phrase,), now=now):
            yield _Sought(word, phrase, ids, as_typed=True)
            return
        holds = partial(_holds, connection, now=now)
        likely = mend(connection, Words((phrase,)), holds, now=now).likely
        meant = likely.phrases[0] if likely is not None else phrase
        yield _Sought(word, meant, _having(connection, (meant,), now=now) if likely else frozenset())


def _holds(connection: Connection, words: Words, *, now: datetime) -> bool:
    return bool(newest_matches(connection, words, 1, now=now))


def _having(connection: Connection, phrases: Sequence[Phrase], *, now: datetime) -> frozenset[int]:
    return frozenset(newest_matches(connection, Words(tuple(phrases)), MATCHED, now=now))


def _hits(connection: Connection, sought: Sequence[_Sought], *, now: datetime) -> Iterator[Hit]:
    """The stories that hold the most of the words, the best first; of equals the newest."""
    most = sum(one.weight for one in sought)
    told: dict[int, tuple[float, Hit]] = {}
    read = stored(connection, _likeliest(connection, sought, now=now))
    story_of = {article.id: article.story_id for article in read}
    for article in read:
        strong = strengths([one.phrase for one in sought], article.analysis)
        share = sum(one.weight * each for one, each in zip(sought, strong, strict=True)) / most
        held = [one for one, each in zip(sought, strong, strict=True) if each]
        hit = Hit(
            article_id=article.id,
            headline=headline_of(article).headline or "",
            share=share,
            lacks=len(sought) - len(held),
            guessed=sum(not one.as_typed for one in held),
            alone=any(one.as_typed and _in_one_story(one, story_of) for one in held),
        )
        if article.story_id not in told or share > told[article.story_id][0]:
            told[article.story_id] = share, hit
    yield from (hit for _, hit in sorted(told.values(), key=lambda one: -one[0]))


def _in_one_story(sought: _Sought, story_of: Mapping[int, int | None]) -> bool:
    return sought.ids <= story_of.keys() and len({story_of[id_] for id_ in sought.ids}) == 1


def _likeliest(connection: Connection, sought: Sequence[_Sought], *, now: datetime) -> Sequence[int]:
    """The articles with the most of the words, the newest of equals first."""
    weights: defaultdict[int, float] = defaultdict(float)
    for one in sought:
        for id_ in one.ids:
            weights[id_] += one.weight
    # Of common words the newest hundred articles were found: those that have them together may be older.
    there = [one for one in sought if one.ids]
    if any(len(one.ids) >= MATCHED for one in there):
        for left_out in (None, *there):
            held = [one for one in there if one is not left_out]
            for id_ in _having(connection, [one.phrase for one in held], now=now) if held else ():
                weights[id_] = max(weights[id_], sum(one.weight for one in held))
    return sorted(weights, key=lambda id_: (weights[id_], id_), reverse=True)[:_READ]


# ------------------------------------------------------------------ names


def _named(
    connection: Connection, asked: Asked, texts: Sequence[str]
) -> tuple[list[Sequence[ActorEntry]], bool]:
    """Who bears each of the names in the words; and whether names are all that is asked."""
    places = {number for number, word in enumerate(asked.words) if word in asked.sought}
    begins = places | {number for number, word in enumerate(asked.words) if word.elided}  # "l'Oréal"
    spans = [
        (first, last)
        for length in range(_LONGEST_NAME, 0, -1)
        for first in range(len(texts) - length + 1)
        if (last := first + length - 1) in places and first in begins
    ]
    keys = {span: fold(" ".join(texts[span[0] : span[1] + 1])) for span in spans}
    there = set(connection.execute(_BORNE, {"keys": sorted(set(keys.values()) - {""})}).scalars())
    taken: set[int] = set()
    found: dict[tuple[int, int], Sequence[ActorEntry]] = {}
    for first, last in spans:
        within = set(range(first, last + 1))
        if keys[first, last] not in there or within & taken:
            continue
        if bearers := named(connection, keys[first, last]):
            found[first, last] = bearers
            taken |= within
    each = [found[span] for span in sorted(found)]
    rest = {fold(texts[place]) for place in places - taken}
    # "andrew fahie" is Andrew Alturo Fahie: each of the words is a name of one bearer.
    common = [entry for entry in each[0] if all(entry in others for others in each)] if each else []
    if meant := [entry for entry in common if rest <= set(fold(entry.name).split())]:
        return [meant], True
    return each, bool(each) and not rest


_BORNE = (
    select(names.c.key).where(names.c.key.in_(bindparam("keys", expanding=True, type_=String()))).distinct()
)
