"""Articles → groups that tell one event. Pure, and light to import: no language model, no numpy.

An article is compared by its outline: its characteristic words and its day. Two outlines are as alike as the
share of weight that they have in common, where a rare word weighs more than one that many of the articles at
hand have. Two events of one kind share its words: where two stories are akin, less is asked of the nearer.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from heapq import nlargest
from itertools import chain
from operator import mul
from statistics import fmean
from typing import Final

from summaries.models import Analysis, Span

ALIKE: Final = 0.31  # from here an article tells a story's event: chosen over topics left out
NEARER: Final = 0.15  # from here it does where a kindred story is less alike
_SHARED: Final = 4  # terms at least; one closing sentence in two short articles is no event
_BY: Final = 1.1  # times as alike
_KINDRED: Final = 0.075  # from here two stories tell of one kind of event
_COMPARED: Final = 8  # newest articles of each, to tell whether two stories are kindred
DAYS_APART: Final = 3  # further apart, another event with the same people
_FADES: Final = 12  # a term so far down the list is worth half, where its strength is not known
_RARER: Final = 1.3  # power of rarity; squared, as in the textbook's cosine, single words decide
_UNSEEN: Final = 20  # articles that are taken to be known besides, so that the first few have rare words too
_SAID_ALREADY: Final = 0.5  # share of a sentence's words that one sentence of the lead has


@dataclass(frozen=True, kw_only=True)
class Outline:
    """What an article is recognised by."""

    id: str
    terms: tuple[str, ...]  # strongest first
    strengths: tuple[float, ...] = ()  # of the terms; () of an article that was read before they were told
    day: date | None = None

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each of its terms is worth, rarity left out."""
        fading = (1 / (1 + place / _FADES) for place in range(len(self.terms)))
        return dict(zip(self.terms, self.strengths or fading, strict=True))

    @cached_property
    def squares(self) -> tuple[float, ...]:
        """Of the weights, in their order."""
        return tuple(weight * weight for weight in self.weights.values())


def outline(analysis: Analysis, *, filed: date | None = None) -> Outline:
    """The outline of an analysed article; `filed` is its day where the article itself tells none."""
    article = analysis.article
    return Outline(
        id=article.id,
        terms=analysis.terms,
        strengths=analysis.strengths,
        day=article.event_date or article.page_date or filed,
    )


def find_story(new: Outline, stories: Sequence[Sequence[Outline]]) -> int | None:
    """Which story the article tells, by index; None where it opens one.

    `stories` are the articles of each recent story. The more are given, alike or not, the better it is known
    which words are rare.
    """
    rarity = _rarity((new, *(told for story in stories for told in story)))
    likenesses = [_mean_likeness(new, story, rarity) for story in stories]
    nearest = nlargest(2, range(len(stories)), key=lambda index: (likenesses[index], -index))
    if not nearest:
        return None
    found = nearest[0]
    if not any(_shared(new, told) >= _SHARED for told in stories[found]):
        return None
    if likenesses[found] >= ALIKE:
        return found
    if len(nearest) < 2 or likenesses[found] < max(NEARER, _BY * likenesses[nearest[1]]):
        return None
    return found if _kindred(stories[found], stories[nearest[1]], rarity) else None


def group(outlines: Sequence[Outline]) -> tuple[tuple[int, ...], ...]:
    """Indices by story, each story and the stories in the order in which they were opened."""
    stories: list[list[int]] = []
    for index, new in enumerate(outlines):
        found = find_story(new, [[outlines[told] for told in story] for story in stories])
        if found is None:
            stories.append([index])
        else:
            stories[found].append(index)
    return tuple(map(tuple, stories))


def new_sentences(lead: Analysis, other: Analysis, *, limit: int) -> tuple[Span, ...]:
    """At most `limit` sentences of the other article's summary that tell what the lead article does not."""
    told = [frozenset(_words(sentence.of(lead.article.text))) for sentence in lead.sentences]
    added: list[Span] = []
    for sentence in other.summary:
        words = frozenset(_words(sentence.of(other.article.text)))
        if not any(len(words & known) >= _SAID_ALREADY * len(words) for known in told):
            added.append(sentence)
            told.append(words)
    return tuple(added[:limit])


def tells_again(words: str, told: Iterable[str]) -> bool:
    """Whether one of the passages that were told has most of these words, quoted or reported."""
    new = frozenset(_words(words))
    return any(len(new & frozenset(_words(known))) > _SAID_ALREADY * len(new) for known in told)


def _mean_likeness(new: Outline, story: Sequence[Outline], rarity: Mapping[str, float]) -> float:
    """To all of the story's articles: likeness to one alone would chain a week of politics together."""
    near = (told for told in story if _days_apart(new, told) <= DAYS_APART)
    return sum(_likeness(new, told, rarity) for told in near) / len(story)


def _kindred(one: Sequence[Outline], other: Sequence[Outline], rarity: Mapping[str, float]) -> bool:
    """Whether two stories tell of one kind of event."""
    pairs = [_likeness(told, heard, rarity) for told in one[-_COMPARED:] for heard in other[-_COMPARED:]]
    return fmean(pairs) >= _KINDRED


def _shared(one: Outline, other: Outline) -> int:
    """How many terms both have."""
    return len(one.weights.keys() & other.weights.keys())


def _likeness(one: Outline, other: Outline, rarity: Mapping[str, float]) -> float:
    """Cosine of the two outlines' weights, from 0 to 1."""
    shared = one.weights.keys() & other.weights.keys()
    product = sum(one.weights[mark] * other.weights[mark] * rarity[mark] for mark in shared)
    return product / (_length(one, rarity) * _length(other, rarity)) if product else 0.0


def _length(one: Outline, rarity: Mapping[str, float]) -> float:
    return math.sqrt(sum(map(mul, one.squares, map(rarity.__getitem__, one.weights))))


def _rarity(outlines: Sequence[Outline]) -> Mapping[str, float]:
    """How much each mark tells: the logarithm of how few of the outlines have it."""
    having = Counter(chain.from_iterable(one.weights for one in outlines))
    known = len(outlines) + _UNSEEN
    return {mark: math.log(known / count) ** _RARER for mark, count in having.items()}


def _days_apart(one: Outline, other: Outline) -> int:
    return abs((one.day - other.day).days) if one.day is not None and other.day is not None else 0


def _words(text: str) -> list[str]:
    return re.findall(r"\w{3,}", text.casefold())
