"""Scores and standings → which sentences make the summary."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summaries.summary.standing import Standing

ROOM: Final = 180  # characters a sentence: what a screen holds of three beside a headline and names
ENOUGH: Final = 2  # sentences of news, which no background fills up
HELD: Final = 0.59  # share of the words of one that another has, which tells it with more beside it
_FEWEST_HELD: Final = 3  # of them
ALIKE: Final = 0.5  # share of the words of two sentences that both have, from which they say the same


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceCandidate:
    """A sentence that may be chosen."""

    score: float
    standing: Standing
    words: frozenset[str]
    carrying: frozenset[str] = frozenset()  # lemmas of those that carry meaning, and are no name
    named: frozenset[int] = frozenset()  # actors whom it brings in
    needed: frozenset[int] = frozenset()  # and those whom a reader must have met before
    nouns: frozenset[str] = frozenset()  # things that it tells of
    told: frozenset[str] = frozenset()  # and those of which it takes for granted that a reader was told
    length: int = 0  # characters
    background: bool = False  # it happened long before the news, or holds of anybody
    turns: bool = False  # it is the news for whose sake the opening tells what was long before
    quoted: frozenset[str] = frozenset()  # the words that it has in marks, where it tells no more than these
    beside: bool = False  # it tells beside the point: taken where there is nothing else


def choose(
    candidates: Sequence[SentenceCandidate], *, count: int, known: frozenset[int] = frozenset()
) -> tuple[int, ...]:
    """At most `count` candidates, by index in order: the best that stand, none saying what another says.

    The first, the article's own summary, is taken wherever it stands and tells no background, and with it
    the second, where that turns it about. Background stands beside no two sentences of news. One that
    FOLLOWS is taken only where the candidate just before it is taken too, and one with an actor whom a
    reader must have met, only behind one that brings the actor in; `known` are met before all. What "the
    bill" takes for told must be told by one taken before it, or the one just before it must be taken.
    """
    ranked = sorted(range(len(candidates)), key=lambda number: -candidates[number].score)
    first = candidates[0] if candidates else None
    opens = first is not None and first.standing is Standing.ALONE
    lede = count > 0 and first is not None and opens and not (first.background or first.beside)
    turned = count > 1 and len(candidates) > 1 and candidates[1].turns
    chosen = ({0, 1} if turned else {0}) if lede else set()
    last = 0
    while len(chosen) < count:
        best = next((number for number in ranked if _may_join(number, chosen, candidates, known)), None)
        if best is None:
            break
        chosen.add(best)
        last = best
    if lede and _hides(last, chosen, candidates, known, count):
        chosen.remove(last)
    return tuple(sorted(chosen))


def _hides(
    last: int,
    chosen: set[int],
    candidates: Sequence[SentenceCandidate],
    known: frozenset[int],
    count: int,
) -> bool:
    """Whether the last that was chosen takes the room on a screen of a better one behind it."""
    behind = [number for number in chosen if number > last]
    if not last or not behind or sum(candidates[number].length for number in chosen) <= ROOM * count:
        return False
    rest = chosen - {last}
    return all(_may_join(number, rest - {number}, candidates, known) for number in behind)


def _may_join(
    number: int, chosen: set[int], candidates: Sequence[SentenceCandidate], known: frozenset[int]
) -> bool:
    candidate = candidates[number]
    if number in chosen or candidate.beside or candidate.standing is Standing.NEVER:
        return False
    if candidate.background and len(chosen) >= ENOUGH:
        return False
    if candidate.standing is Standing.FOLLOWS and number - 1 not in chosen:
        return False
    met = known.union(
        *(candidates[other].named | candidates[other].needed for other in chosen if other < number)
    )
    if not candidate.needed <= met:
        return False
    if number - 1 not in chosen and not candidate.told <= {
        noun for other in chosen if other < number for noun in candidates[other].nouns
    }:
        return False
    return not any(_says_again(candidate, candidates[other]) for other in chosen)


def _says_again(candidate: SentenceCandidate, other: SentenceCandidate) -> bool:
    """Whether a reader of the other has read it, or whichever words it quotes; who it was may be new."""
    quoted = bool(candidate.quoted) and candidate.quoted <= other.words
    shared = len(candidate.carrying & other.carrying)
    names_nobody = candidate.named <= other.named
    held = names_nobody and shared >= _FEWEST_HELD and shared > HELD * len(candidate.carrying)
    return quoted or held or alike(candidate.words, other.words)


def alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sentences' words are so much the same that a reader would have read the thing twice."""
    return len(some & others) > ALIKE * len(some | others)
