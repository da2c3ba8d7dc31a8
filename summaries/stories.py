"""Articles → groups that tell one event. Pure, and light to import: no language model, no numpy.

An article is compared by its outline: characteristic terms, who is in it, headline, day. Two outlines are
as alike as the share of weight that they have in common, where a rare word weighs more than one that many of
the articles at hand have.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from summaries.models import Analysis, Span

ALIKE: Final = 0.2  # from here an article tells a story's event: best F1 of pairs over three orders of filing
DAYS_APART: Final = 3  # further apart, another event with the same people
_TERMS: Final = 20  # the strongest; the rest tell of the subject, not of the event
_ACTORS: Final = 8  # the heaviest; who is named once in passing tells of no event
_ACTOR_WORTH: Final = 0.5  # of the heaviest actor, against the strongest term: the terms have names too
_HEADLINE_WORTH: Final = 0.5  # added for a term that the headline has
_FADES: Final = 12  # a term so far down the list is worth half
_UNSEEN: Final = 20  # articles that are taken to be known besides, so that the first few have rare words too
_SAID_ALREADY: Final = 0.5  # share of a sentence's words that one sentence of the lead has


@dataclass(frozen=True, kw_only=True)
class Outline:
    """What an article is recognised by."""

    id: str
    terms: tuple[str, ...]  # strongest first
    actors: tuple[str, ...] = ()  # names, heaviest first
    headline: frozenset[str] = frozenset()  # its words, in lower case
    day: date | None = None

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """What each of its marks is worth, rarity left out."""
        worth = {
            term: 1 / (1 + place / _FADES) + _HEADLINE_WORTH * (term in self.headline)
            for place, term in enumerate(self.terms[:_TERMS])
        }
        for place, name in enumerate(self.actors[:_ACTORS]):
            worth["@" + name.casefold()] = _ACTOR_WORTH / (1 + place / _ACTORS)
        return worth


def outline(analysis: Analysis, *, filed: date | None = None) -> Outline:
    """The outline of an analysed article; `filed` is its day where the article itself tells none."""
    article = analysis.article
    headline = article.headline.of(article.text) if article.headline is not None else ""
    return Outline(
        id=article.id,
        terms=analysis.terms,
        actors=tuple(actor.name for actor in analysis.actors[:_ACTORS]),
        headline=frozenset(_words(headline)),
        day=article.event_date or article.page_date or filed,
    )


def find_story(new: Outline, stories: Sequence[Sequence[Outline]]) -> int | None:
    """Which story the article tells, by index; None where it opens one.

    `stories` are the articles of each recent story. The more are given, alike or not, the better it is known
    which words are rare.
    """
    rarity = _rarity((new, *(told for story in stories for told in story)))
    likeness, found = max(
        ((_mean_likeness(new, story, rarity), index) for index, story in enumerate(stories)),
        key=lambda row: (row[0], -row[1]),
        default=(0.0, 0),
    )
    return found if likeness >= ALIKE else None


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


def _mean_likeness(new: Outline, story: Sequence[Outline], rarity: Mapping[str, float]) -> float:
    """To all of the story's articles: likeness to one alone would chain a week of politics together."""
    near = (told for told in story if _days_apart(new, told) <= DAYS_APART)
    return sum(_likeness(new, told, rarity) for told in near) / len(story)


def _likeness(one: Outline, other: Outline, rarity: Mapping[str, float]) -> float:
    """Cosine of the two outlines' weights, from 0 to 1."""
    shared = one.weights.keys() & other.weights.keys()
    product = sum(one.weights[mark] * other.weights[mark] * rarity[mark] ** 2 for mark in shared)
    return product / (_length(one, rarity) * _length(other, rarity)) if product else 0.0


def _length(one: Outline, rarity: Mapping[str, float]) -> float:
    return math.sqrt(sum((weight * rarity[mark]) ** 2 for mark, weight in one.weights.items()))


def _rarity(outlines: Sequence[Outline]) -> Mapping[str, float]:
    """How much each mark tells: the logarithm of how few of the outlines have it."""
    having = Counter(mark for one in outlines for mark in one.weights)
    known = len(outlines) + _UNSEEN
    return {mark: math.log(known / count) for mark, count in having.items()}


def _days_apart(one: Outline, other: Outline) -> int:
    return abs((one.day - other.day).days) if one.day is not None and other.day is not None else 0


def _words(text: str) -> list[str]:
    return re.findall(r"\w{3,}", text.casefold())
