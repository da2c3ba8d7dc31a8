"""Who "the pair" and "the couple" are: the two persons of the headline, where no others came between."""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon.persons import UNNAMED_NOUNS
from summaries.lexicon.tags import SUBJECTS
from summaries.models import Span
from summaries.quotes.reading import Reading

_TWO: Final = 2
_PAIRS: Final = frozenset(("couple", "duo", "pair"))


class HeadlinePair:
    """The two persons whom the headline, which stands above what is said, names; there may be none."""

    def __init__(self, reading: Reading, headline: Span | None, cast: Cast) -> None:
        self._reading = reading
        self._cast = cast
        self._begins = reading.at(headline.end) if headline is not None else 0
        named = self._cast.people_in(headline) if headline is not None else frozenset()
        weightiest = [place for place, actor in enumerate(cast.actors) if actor.kind == "person"][:_TWO]
        self._two = named if len(named) == _TWO and named == {*weightiest} else frozenset()

    def opens(self, words: Sequence[Token]) -> bool:
        """Whether the words open with "the pair" and mean these two."""
        if not self._two or len(words) < _TWO or words[0].lower_ != "the" or words[1].lower_ not in _PAIRS:
            return False
        before = range(self._reading.sentence(words[0].i).start, words[0].i)
        while before.stop > self._begins:
            are_two = self._are_two(before)
            if are_two is not None:
                return are_two
            before = self._reading.sentence(before.start - 1) if before.start else range(0)
        return True

    def _are_two(self, told: range) -> bool | None:
        """Whether the two are named there; False where others are who may be meant, None where nobody is."""
        people = self._people_over(told)
        words = [self._reading.words[i] for i in told]
        if len(people - self._two) >= _TWO or any(_are_several(word) or self._joins(word) for word in words):
            return False
        return True if people >= self._two else None

    def _joins(self, word: Token) -> bool:
        """ "Hall and her brother Tom": one of the two, or somebody else, together with another."""
        if word.dep_ != "conj":
            return False
        people = self._people_over(range(min(word.head.i, word.i), word.right_edge.i + 1))
        return len(people) == _TWO and people != self._two

    def _people_over(self, told: range) -> frozenset[int]:
        span = self._reading.span(told)
        return self._cast.people_in(span) if span is not None else frozenset()


def _are_several(word: Token) -> bool:
    """Whether others do something together: "her parents watched", "a couple came"."""
    if word.dep_ not in SUBJECTS:
        return False
    brought_in = word.lower_ in _PAIRS and any(child.lower_ == "a" for child in word.lefts)
    return brought_in or (word.tag_ == "NNS" and word.lemma_.lower() in UNNAMED_NOUNS)
