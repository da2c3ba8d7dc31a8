"""Judging: the quotations that were found → which are shown, how, and with how much of their sentences."""

from collections.abc import Sequence
from typing import NamedTuple

from summaries.actors import Cast
from summaries.models import Article, Quote, Span, beside
from summaries.quotes.clauses import clause_of
from summaries.quotes.doubts import is_doubtful
from summaries.quotes.fragments import is_fragment
from summaries.quotes.leaning import Leanings
from summaries.quotes.pairs import HeadlinePair
from summaries.quotes.reading import Reading
from summaries.spoken import has_own_words


class Judged(NamedTuple):
    """Places of quotations."""

    doubtful: tuple[int, ...]  # not to be shown
    leaning: tuple[int, ...]  # they point at words that are not shown with them
    fragments: tuple[int, ...]  # what they have in marks states nothing: told of as reports are
    clauses: tuple[Span, ...]  # in which some are told, of sentences that tell another's words, too


def judge(reading: Reading, article: Article, quotes: Sequence[Quote], cast: Cast) -> Judged:
    """Which of the quotations are doubtful, lean, or have a fragment alone in marks.

    A fragment is told of as a report is.
    """
    pair = HeadlinePair(reading, article.headline, cast)
    leanings = Leanings(reading, article, cast, pair)
    pieces = frozenset(place for place, quote in enumerate(quotes) if is_fragment(reading, quote))
    parts = [clause_of(reading, quote, beside(quotes, place)) for place, quote in enumerate(quotes)]
    leaning = frozenset(
        place
        for place, quote in enumerate(quotes)
        if leanings.leans(quote, is_fragment=place in pieces, within=parts[place])
    )
    fragments = _fragments(reading, quotes, pieces)
    spoken = [has_own_words(article, quote) and place not in fragments for place, quote in enumerate(quotes)]
    doubtful = tuple(
        place
        for place, quote in enumerate(quotes)
        if (place in leaning and _is_torn_off(reading, parts[place]))
        or is_doubtful(
            reading,
            quote,
            cast,
            beside(quotes, place),
            spoken=spoken[place],
            within=parts[place],
            pair=pair,
        )
    )
    told = set(range(len(quotes))).difference(doubtful)
    clauses = _apart(sorted({part for place, part in enumerate(parts) if part is not None and place in told}))
    return Judged(doubtful, tuple(sorted(leaning)), tuple(sorted(fragments)), clauses)


def _is_torn_off(reading: Reading, part: Span | None) -> bool:
    """Whether it opens in the midst of its sentence, whose beginning no sentence before it tells."""
    first = reading.at(part.start) if part is not None else 0
    return any(not reading.words[i].is_punct for i in range(reading.sentence(first).start, first))


def _apart(parts: Sequence[Span]) -> tuple[Span, ...]:
    """Those that do not reach into the one before."""
    found: list[Span] = []
    for part in parts:
        if not found or found[-1].end <= part.start:
            found.append(part)
    return tuple(found)


def _fragments(reading: Reading, quotes: Sequence[Quote], found: frozenset[int]) -> frozenset[int]:
    """Those of the `found` fragments in whose sentence the speaker says no more.

    "Calling it an “excuse,” Hall added: “They never meant to pay.”" is all shown as his.
    """
    spoken = [quote for place, quote in enumerate(quotes) if quote.verbatim and place not in found]
    by_sentence = {(quote.actor, start) for quote in spoken for start in _sentences(reading, quote)}
    return frozenset(
        place
        for place in found
        if quotes[place].actor is None
        or by_sentence.isdisjoint(
            (quotes[place].actor, start) for start in _sentences(reading, quotes[place])
        )
    )


def _sentences(reading: Reading, quote: Quote) -> set[int]:
    """Where the sentences begin in which the quotation has words in marks."""
    return {reading.sentence(i).start for span in quote.verbatim for i in reading.over(span)}
