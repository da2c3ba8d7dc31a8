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
from summaries.models import Analysis

AROUND = 5  # words that stand on, on either side of what changed
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


def difference(before: Analysis, after: Analysis) -> tuple[Passage, ...]:
    """Where headline and body differ, in text order, the first `MOST`; none where they say the same."""
    old, new = _paragraphs(before), _paragraphs(after)
    found: list[Passage] = []
    for start, end, start_new, end_new in _changes(old, new):
        for one, other in _paired(old[start:end], new[start_new:end_new]):
            found += _passages(_split(one), _split(other))
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Paragraphs in the place of as many are compared one by one, others as a whole."""
    if len(old) != len(new):
        yield old, new
        return
    for place in range(len(old)):
        yield old[place : place + 1], new[place : place + 1]


def _paragraphs(analysis: Analysis) -> list[str]:
    article = analysis.article
    spans = (*((article.headline,) if article.headline else ()), *article.body)
    return [words for span in spans if (words := safe_words(article, span))]


def _split(paragraphs: Sequence[str]) -> list[str]:
    return [word for paragraph in paragraphs for word in paragraph.split()]


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


def _passages(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """Changes that stand near each other are one passage."""
    near: list[Change] = []
    for change in _changes(old, new):
        if near and (change[0] - near[-1][1] > TOGETHER or change[1] - near[0][0] > LONGEST):
            yield _passage(old, new, near)
            near = []
        near.append(change)
    if near:
        yield _passage(old, new, near)


def _passage(old: Sequence[str], new: Sequence[str], changes: Sequence[Change]) -> Passage:
    start, end = max(0, changes[0][0] - AROUND), min(len(old), changes[-1][1] + AROUND)
    words: list[Words] = []
    for from_old, to_old, from_new, to_new in changes:
        words += [
            Words("same", " ".join(old[start:from_old])),
            Words("struck", " ".join(old[from_old:to_old])),
            Words("new", " ".join(new[from_new:to_new])),
        ]
        start = to_old
    words.append(Words("same", " ".join(old[start:end])))
    return Passage(tuple(one for one in words if one.text))
