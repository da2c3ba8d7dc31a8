"""What changed between two texts of an article: the words that went and those that came, in their place.

By paragraphs first, then by the words of those that differ. Whatever was made of whole new words is told as a
whole: to look for what they have in common would cost more than linear time, and tell nobody anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from bot.domain.words import safe_words
from summaries.models import Analysis, Span, meeting

REACH = 24  # words that stand on, on either side of what changed, up to where the sentence begins and ends
AROUND = 5  # of a sentence that begins or ends farther off
TOGETHER = 2 * AROUND  # words that stand on between two changes of one passage
LONGEST = 25  # words of a passage of several changes: each is seen, however it is cut
_COMPARED = 90_000  # words of one side times those of the other
MOST = 50  # passages that are looked for: nobody reads more

Kind: TypeAlias = Literal["same", "struck", "new"]
Change: TypeAlias = tuple[int, int, int, int]  # from and to in the old, from and to in the new


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row that stand on, went, or came."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A place where the texts differ, with the words around it."""

    words: tuple[Words, ...]

    @property
    def before(self) -> str:
        """As it was."""
        return self._without("new")

    @property
    def after(self) -> str:
        """As it is."""
        return self._without("struck")

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it stands on: a paragraph that came, or went, or another in its place."""
        return all(one.kind != "same" for one in self.words)

    def _without(self, kind: Kind) -> str:
        return " ".join(one.text for one in self.words if one.kind != kind)


@dataclass(frozen=True, slots=True)
class TextChange:
    """What an article said, what it says now, and by which number of its text."""

    before: Analysis
    after: Analysis
    revision: int
    waits: bool  # for an editor; what it said is shown meanwhile


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedText:
    """A text of an article that an editor would not have, beside the one that is shown."""

    shown: Analysis
    refused: Analysis
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ToldChange:
    """A change as editors are shown it: where the texts differ, and how many messages show the article."""

    change: TextChange
    passages: tuple[Passage, ...]
    sent: int


@dataclass(frozen=True, slots=True)
class _Side:
    """Words of one text, and after how many of them a sentence ends."""

    words: list[str]
    ends: frozenset[int]

    def begun(self, at: int) -> int:
        """Where the sentence begins that a place stands in; the place itself between two."""
        return max((end for end in self.ends if end <= at), default=0)

    def ended(self, at: int) -> int:
        """Where the sentence ends that goes on behind a place."""
        return min((end for end in self.ends if end > at), default=len(self.words))


def difference(before: Analysis, after: Analysis) -> tuple[Passage, ...]:
    """Where headline and body differ, in text order, the first `MOST`; none where they say the same."""
    old, new = _paragraphs(before), _paragraphs(after)
    found: list[Passage] = []
    for start, end, start_new, end_new in _changes(_lines(old), _lines(new)):
        for one, other in _paired(old[start:end], new[start_new:end_new]):
            found += _passages(_together(one), _together(other))
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def _paired(old: Sequence[_Side], new: Sequence[_Side]) -> Iterator[tuple[Sequence[_Side], Sequence[_Side]]]:
    """Paragraphs in the place of as many are compared one by one, others as a whole."""
    if len(old) != len(new):
        yield old, new
        return
    for place in range(len(old)):
        yield old[place : place + 1], new[place : place + 1]


def _paragraphs(analysis: Analysis) -> list[_Side]:
    article = analysis.article
    spans = (*((article.headline,) if article.headline else ()), *article.body)
    return [side for span in spans if (side := _side(analysis, span)).words]


def _side(analysis: Analysis, span: Span) -> _Side:
    """A paragraph: it ends a sentence, wherever those that were read end."""
    article = analysis.article
    words = safe_words(article, span).split()
    ends = (one.end for one in meeting(analysis.sentences, span) if one.end < span.end)
    counts = (len(safe_words(article, Span(span.start, end)).split()) for end in ends)
    return _Side(words, frozenset((*counts, len(words))))


def _lines(sides: Sequence[_Side]) -> list[str]:
    return [" ".join(side.words) for side in sides]


def _together(sides: Sequence[_Side]) -> _Side:
    words: list[str] = []
    ends: list[int] = []
    for side in sides:
        ends += [len(words) + end for end in side.ends]
        words += side.words
    return _Side(words, frozenset(ends))


def _changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """What is to be replaced by what; one change where there is too much to compare."""
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    middle, middle_new = old[first : len(old) - last], new[first : len(new) - last]
    if not middle and not middle_new:
        return []
    if len(middle) * len(middle_new) > _COMPARED:
        return [(first, len(old) - last, first, len(new) - last)]
    codes = SequenceMatcher(None, middle, middle_new, autojunk=False).get_opcodes()
    return [(first + a, first + b, first + c, first + d) for tag, a, b, c, d in codes if tag != "equal"]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many they begin with alike."""
    for count, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return count
    return min(len(old), len(new))


def _passages(old: _Side, new: _Side) -> Iterator[Passage]:
    """Changes that stand near each other, or in one sentence of no great length, are one passage."""
    groups: list[list[Change]] = []
    for change in _changes(old.words, new.words):
        if groups and _is_near(old, groups[-1], change):
            groups[-1].append(change)
        else:
            groups.append([change])
    for place, group in enumerate(groups):
        low = groups[place - 1][-1][1] if place else 0
        high = groups[place + 1][0][0] if place + 1 < len(groups) else len(old.words)
        yield _passage(old, new, group, low, high)


def _is_near(old: _Side, group: Sequence[Change], change: Change) -> bool:
    end = group[-1][1]
    together = change[0] - end <= TOGETHER or old.begun(change[0]) < end
    return together and change[1] - group[0][0] <= LONGEST


def _passage(old: _Side, new: _Side, changes: Sequence[Change], low: int, high: int) -> Passage:
    """Changes with what stands on around them, out of the old words from `low` to `high`."""
    start, whole_start = _start(old, changes[0], low)
    end, whole_end = _end(old, new, changes[-1], high)
    words: list[Words] = []
    at = start
    for from_old, to_old, from_new, to_new in changes:
        words += [
            Words("same", " ".join(old.words[at:from_old])),
            Words("struck", " ".join(old.words[from_old:to_old])),
            Words("new", " ".join(new.words[from_new:to_new])),
        ]
        at = to_old
    words.append(Words("same", " ".join(old.words[at:end])))
    if not whole_start:
        words[0] = Words("same", f"…{words[0].text}")
    if not whole_end:
        words[-1] = Words("same", f"{words[-1].text}…")
    return Passage(tuple(one for one in words if one.text))


def _start(old: _Side, change: Change, low: int) -> tuple[int, bool]:
    """From which word on a passage is told, and whether a sentence begins there."""
    at = change[0]
    begun = old.begun(at)
    start = begun if begun >= low and at - begun <= REACH else max(low, at - AROUND)
    return start, start == begun


def _end(old: _Side, new: _Side, change: Change, high: int) -> tuple[int, bool]:
    """Up to which word a passage is told, and whether a sentence ends there."""
    _, at, _, at_new = change
    if at in (0, *old.ends) and at_new in (0, *new.ends):
        return at, True
    ended = old.ended(at)
    end = ended if ended <= high and ended - at <= REACH else min(high, at + AROUND)
    return end, end == ended
