"""Words of a search that were typed nearly right.

The words that may be meant are those by which stories are recognised, and names. They tell nobody anything:
one counts only where a search among what readers may have finds it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from sqlalchemy import Connection, Integer, bindparam, func, select

from bot.store.actors.spelling import names_like
from bot.store.articles.search import Phrase, Words
from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.rows import LIMIT
from bot.store.database.tables import LAST, articles, outlines, story_terms

Holds = Callable[[Words], bool]  # whether a search for these words finds anything

_LIKELY = 0.75  # of the letters agree: "zanzbar" with "zanzibar" is 0.88, "seige" with "siege" 0.8
_POSSIBLE = 0.6  # "allepo" with "aleppo" is 0.67
_MENDED = 4  # phrases of a query
_SHORTEST = 4  # letters: one slip in three leaves too little to go by
_TRIED = 8  # of the nearest words are searched for
_OFFERED = 3
_NEWEST = 200  # articles whose hundred words are compared; of all others the dozen that stories go by
_SLACK = 2  # letters more or less
_WALKED = 4_000  # words of one beginning are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """What was likely meant, or what may have been."""

    likely: Words | None = None
    possible: tuple[Words, ...] = ()


def mend(connection: Connection, words: Words, holds: Holds, *, now: datetime) -> Mended:
    """The words with other ones in place of those that find nothing alone."""
    phrases = list(words.phrases)
    for place, phrase in enumerate(words.phrases[:_MENDED]):
        if holds(Words((phrase,))):
            continue
        likely, possible = _meant(connection, phrase, holds, now=now)
        if likely is None:
            others = (Words((*phrases[:place], other, *phrases[place + 1 :])) for other in possible)
            return Mended(possible=tuple(other for other in others if holds(other))[:_OFFERED])
        phrases[place] = likely
    meant = Words(tuple(phrases))
    return Mended(likely=meant if meant != words and holds(meant) else None)


def _meant(
    connection: Connection, phrase: Phrase, holds: Holds, *, now: datetime
) -> tuple[Phrase | None, Sequence[Phrase]]:
    """The phrase that was likely meant, else those that may have been, the nearest first."""
    typed = "-".join(phrase)
    if len(typed) < _SHORTEST or any(map(str.isdigit, typed)):
        return None, ()
    possible: list[Phrase] = []
    for known in (_names_and_story_words, _words_of_the_newest, _words_so_beginning):
        scored = extract(
            typed,
            set(known(connection, typed, now=now)),
            scorer=OSA.normalized_similarity,
            score_cutoff=_POSSIBLE,
            limit=_TRIED,
        )
        for word, likeness, _place in scored:
            other = _phrase(word)
            if other != phrase and holds(Words((other,))):
                if likeness >= _LIKELY:
                    return other, ()
                possible.append(other)
    return None, tuple(dict.fromkeys(possible))


def _phrase(word: str) -> Phrase:
    return tuple(part for part in word.split("-") if part)


def _names_and_story_words(
    connection: Connection,
    typed: str,
    *,
    now: datetime,  # noqa: ARG001 (one of three that are asked alike)
) -> Iterator[str]:
    """Names, and story words that begin as the first half does."""
    yield from names_like(connection, typed)
    yield from _walked(connection, typed[: max(2, (len(typed) - 1) // 2)])


def _words_of_the_newest(connection: Connection, typed: str, *, now: datetime) -> Iterator[str]:
    """The newest articles' words of about the length. By a pattern: JSON takes five times as long."""
    about = re.compile(f'"([^"]{{{len(typed) - _SLACK},{len(typed) + _SLACK}}})"')
    for marks in connection.execute(_OUTLINES, {"limit": _NEWEST, "now": now}).scalars():
        yield from about.findall(marks)


def _words_so_beginning(
    connection: Connection,
    typed: str,
    *,
    now: datetime,  # noqa: ARG001 (one of three that are asked alike)
) -> Iterator[str]:
    """Story words that begin with the same letter."""
    yield from _walked(connection, typed[:1])


def _walked(connection: Connection, begin: str) -> Sequence[str]:
    values = {"begin": begin, "last": begin + LAST, "limit": _WALKED}
    return connection.execute(_SO_BEGINNING, values).scalars().all()


# ------------------------------------------------------------------ statements, put together once

_OUTLINES = (
    select(outlines.c.marks)
    .join(articles, articles.c.id == outlines.c.article_id)
    .where(IS_PUBLIC)
    .order_by(articles.c.dated_at.desc(), articles.c.id.desc())
    .limit(LIMIT)
)

# From each word to the next by the index: a word stands there once for every article.
_term = story_terms.c.term
_before_last = _term < bindparam("last")
_first = select(func.min(_term).label("term")).where(_term >= bindparam("begin"), _before_last)
_walk = _first.cte("walk", recursive=True)
_next = select(func.min(_term)).where(_term > _walk.c.term, _before_last).scalar_subquery()
_walk = _walk.union_all(select(_next).where(_walk.c.term.is_not(None)))
_SO_BEGINNING = (
    select(_walk.c.term).where(_walk.c.term.is_not(None)).limit(bindparam("limit", type_=Integer()))
)
