"""Fits the summary's weights to what editors wrote, and says by cross-validation what they are worth.

A summary is judged whole (ROUGE-1 F1 of its sentences together), so whole summaries are fitted: every
eligible set of sentences has the sum of its sentences' scores, a softmax over the sets says how likely each
is to be chosen, and the weights climb the expected ROUGE-1, held back by a little L2.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from summaries.summary.choice import SentenceCandidate, alike, choose
from summaries.summary.standing import Standing

Floats = NDArray[np.float64]

SENTENCES: Final = 3
REACH: Final = 16  # eligible sentences from the start that sets are made of: up to 560 sets an article
STEPS: Final = 150
STEP: Final = 0.05  # Adam's, on features of unit spread
L2: Final = 3e-4
FOLDS: Final = 6
SHUFFLES: Final = (0, 1, 2)


@dataclass(frozen=True, kw_only=True)
class Example:
    """An article as the fit sees it: a row a sentence."""

    features: Floats
    standings: tuple[Standing, ...]
    bags: tuple[frozenset[str], ...]  # words, to tell which sentences say the same
    hits: Floats  # sentence × word of the highlights: how often it has it
    lengths: Floats  # ROUGE's tokens of each sentence
    wanted: Floats  # how often the highlights have each of their words
    lead: float  # ROUGE-1 F1 of the article's first three sentences

    @cached_property
    def sets(self) -> list[tuple[int, ...]]:
        """The sets of three that a summary may be, or of two or one where the article has no three."""
        able = [number for number, standing in enumerate(self.standings) if standing is not Standing.NEVER]
        for size in (SENTENCES, 2, 1):
            sets = [some for some in combinations(able[:REACH], size) if self._may_stand(some)]
            if sets:
                return sets
        return [(0,)]

    @cached_property
    def rewards(self) -> list[float]:
        """ROUGE-1 F1 of each set."""
        return [rouge1(self, chosen) for chosen in self.sets]

    def _may_stand(self, some: tuple[int, ...]) -> bool:
        if self.standings[0] is Standing.ALONE and 0 not in some:
            return False
        leaning = (number for number in some if self.standings[number] is Standing.FOLLOWS)
        return all(number - 1 in some for number in leaning) and not any(
            alike(self.bags[a], self.bags[b]) for a, b in combinations(some, 2)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """ROUGE-1 above the first three sentences, on articles not fitted on: its mean and standard error."""

    gain: float
    error: float


def example(
    features: Sequence[Sequence[float]],
    standings: Sequence[Standing],
    bags: Sequence[frozenset[str]],
    tokens: Sequence[Sequence[str]],
    *,
    highlights: Sequence[str],
    lead: Sequence[str],
) -> Example:
    """An article of which ROUGE's tokens of every sentence, of the highlights and of the lead are known."""
    wanted = Counter(highlights)
    column = {word: number for number, word in enumerate(wanted)}
    hits = np.zeros((len(tokens) + 1, len(column)))
    for row, some in enumerate((*tokens, lead)):
        for word in some:
            if word in column:
                hits[row, column[word]] += 1
    lengths = np.array([len(some) for some in (*tokens, lead)], dtype=float)
    counts = np.array(list(wanted.values()), dtype=float)
    return Example(
        features=np.array(features, dtype=float),
        standings=tuple(standings),
        bags=tuple(bags),
        hits=hits[:-1],
        lengths=lengths[:-1],
        wanted=counts,
        lead=_f1(hits[-1], lengths[-1], counts),
    )


def rouge1(one: Example, chosen: Sequence[int]) -> float:
    """ROUGE-1 F1 of the chosen sentences together."""
    some = list(chosen)
    return _f1(one.hits[some].sum(axis=0), float(one.lengths[some].sum()), one.wanted)


def _f1(hits: Floats, length: float, wanted: Floats) -> float:
    return float(2 * np.minimum(hits, wanted).sum() / max(1.0, length + wanted.sum()))


def fit(examples: Sequence[Example], columns: Sequence[int]) -> Floats:
    """Weights of the features in `columns`, a unit of each; 0 for the others."""
    spread = np.vstack([one.features for one in examples]).std(axis=0)
    spread[spread == 0] = 1.0
    sums, rewards, starts, sizes = _all_sets(examples, columns, spread)
    weights, mean, square = (np.zeros(len(columns)) for _ in range(3))
    for step in range(1, STEPS + 1):
        likely = _softmax(sums @ weights, starts, sizes)
        expected = np.repeat(np.add.reduceat(likely * rewards, starts), sizes)
        gradient = (likely * (rewards - expected)) @ sums / len(examples) - L2 * weights
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.99 * square + 0.01 * gradient**2
        weights += STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    whole = np.zeros(spread.shape)
    whole[list(columns)] = weights / spread[list(columns)]
    return whole


def cross_validate(examples: Sequence[Example], columns: Sequence[int]) -> Figure:
    """What weights fitted on five sixths of the articles bring on the other sixth, over three shuffles."""
    gains = np.zeros(len(examples))
    for shuffle in SHUFFLES:
        order = np.random.default_rng(shuffle).permutation(len(examples))
        for fold in range(FOLDS):
            held = order[fold::FOLDS]
            weights = fit([examples[number] for number in np.setdiff1d(order, held)], columns)
            for number in held:
                gains[number] += gain(examples[number], weights) / len(SHUFFLES)
    return Figure(gain=float(gains.mean()), error=float(gains.std() / np.sqrt(len(gains))))


def gain(one: Example, weights: Floats) -> float:
    """ROUGE-1 of the summary that the weights choose, above the first three sentences."""
    candidates = [
        SentenceCandidate(score=float(score), standing=standing, words=bag)
        for score, standing, bag in zip(one.features @ weights, one.standings, one.bags, strict=True)
    ]
    return rouge1(one, choose(candidates, count=SENTENCES)) - one.lead


def _all_sets(
    examples: Sequence[Example], columns: Sequence[int], spread: Floats
) -> tuple[Floats, Floats, NDArray[np.intp], NDArray[np.intp]]:
    """Summed features and ROUGE-1 of every set, article after article; where each begins, how many it has."""
    sums: list[Floats] = []
    rewards: list[float] = []
    sizes: list[int] = []
    for one in examples:
        scaled = one.features[:, list(columns)] / spread[list(columns)]
        sums.append(scaled[np.array(one.sets)].sum(axis=1))
        rewards.extend(one.rewards)
        sizes.append(len(one.sets))
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
    return np.vstack(sums), np.array(rewards), starts, np.array(sizes, dtype=np.intp)


def _softmax(scores: Floats, starts: NDArray[np.intp], sizes: NDArray[np.intp]) -> Floats:
    powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    return np.asarray(powers / np.repeat(np.add.reduceat(powers, starts), sizes))
