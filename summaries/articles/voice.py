"""How a text speaks outside quotation marks: of itself or of what others said. By the surface, in English."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Final

# A quotation that goes on in the next paragraph is not closed in this one.
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘[^‘]*?(?:’(?!\w)|$)|(?<!\w)'[^']*'(?!\w)")
_I = re.compile(r"\bI\b(?![.-]\w)")
_MY = re.compile(r"\b(?:[Mm]y|me|myself)\b")
_LONGEST_WORD = 40  # characters before an "I" that are looked at
_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|ourselves|[Ll]et['’]s)\b")  # not "US"
_TOLD = re.compile(
    r"\b(?:said|says|told|tells|according to|tweeted|wrote|added|announced|reported|confirmed|claimed"
    r"|stated)\b"
)
# With white space before it alone, a straight mark opens; with some behind it alone, it closes.
_STRAIGHT = re.compile(r"(?P<before>(?<=\s)|^)?\"(?P<behind>(?=\s)|$)?")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_FEWEST_SPACES = 2  # of a sentence; less is what a quotation left behind

# Shares of a text's own sentences, chosen on the half of the labelled texts that was looked at.
_FEWEST_I: Final = 3
_SPEAKS_OF_ITSELF: Final = 0.2  # that say "I": whatever else it tells
_SPEAKS_UP: Final = 0.08  # the same where it tells little of what others said
_FEWEST_WE: Final = 5
_SPEAKS_FOR_US: Final = 0.25  # that say "I" or "we" where it tells next to nothing
_LITTLE_TOLD: Final = 1.0  # attributions in a thousand characters
_NEXT_TO_NOTHING: Final = 0.5
_FEWEST_SAID: Final = 3  # attributions of a report
_TELLS: Final = 0.8
_MOST_I: Final = 0.07  # of a report's: a reporter was there
_MOST_WE: Final = 0.15


@dataclass(frozen=True, slots=True)
class Voice:
    """What a text says outside quotation marks; counted in sentences, `said` in words of attribution."""

    sentences: int
    i: int  # that say "I" or "my"
    we: int  # that say "we" or "our", or "I"
    said: int
    length: int  # characters

    def share(self, count: int) -> float:
        """Of the sentences; none of a text that has none."""
        return count / self.sentences if self.sentences else 0.0

    @property
    def told(self) -> float:
        """Attributions in a thousand characters."""
        return 1000 * self.said / self.length if self.length else 0.0

    @property
    def tells_little(self) -> bool:
        """Whether it hardly tells what others said."""
        return self.told < _LITTLE_TOLD

    @property
    def argues(self) -> bool:
        """Whether it speaks for itself, as a column does."""
        i, we = self.share(self.i), self.share(self.we)
        if self.i >= _FEWEST_I and (i >= _SPEAKS_OF_ITSELF or (i >= _SPEAKS_UP and self.tells_little)):
            return True
        return self.we >= _FEWEST_WE and we >= _SPEAKS_FOR_US and self.told < _NEXT_TO_NOTHING

    @property
    def tells(self) -> bool:
        """Whether it tells what others said, as a report does."""
        return self.said >= _FEWEST_SAID and self.told >= _TELLS

    @property
    def keeps_out(self) -> bool:
        """Whether it hardly speaks of itself; a report that tells much may say "we" of all of us."""
        if self.i > 1 and self.share(self.i) > _MOST_I:
            return False
        return self.we <= 1 or self.share(self.we) <= _MOST_WE or self.told >= 2 * _LITTLE_TOLD


def voice_of(paragraphs: Sequence[str]) -> Voice:
    """The voice of the paragraphs of a story; silence where there are none."""
    own = [_QUOTED.sub(" ", one) for one in paragraphs]
    sentences = [
        one
        for words in compress(own, _are_plain(paragraphs))
        for one in _SENTENCE_END.split(words)
        if one.count(" ") >= _FEWEST_SPACES
    ]
    first = [_says_i(one) for one in sentences]
    return Voice(
        sentences=len(sentences),
        i=sum(first),
        we=sum(mine or _WE.search(one) is not None for mine, one in zip(first, sentences, strict=True)),
        said=sum(len(_TOLD.findall(words)) for words in own),
        length=sum(map(len, own)),
    )


def _are_plain(paragraphs: Sequence[str]) -> Iterator[bool]:
    """Of each paragraph whether its own words can be told from what it quotes.

    Where a mark has no partner a quotation goes on, or was closed and opened again unseen: from there to the
    next such paragraph nothing is the author's for sure.
    """
    within = False
    for one in paragraphs:
        alone = one.count('"') % 2 == 1 or one.count("“") != one.count("”")
        yield not (within or alone) and _is_paired(one)
        within ^= alone


def _is_paired(paragraph: str) -> bool:
    """Whether straight marks open and close in turn, by the white space beside them."""
    for number, mark in enumerate(_STRAIGHT.finditer(paragraph)):
        opens, closes = mark["before"] is not None, mark["behind"] is not None
        if opens != closes and opens != (number % 2 == 0):
            return False
    return True


def _says_i(sentence: str) -> bool:
    """Whether somebody speaks of himself; behind a name "I" is a number: "World War I"."""
    if _MY.search(sentence):
        return True
    before = (
        sentence[max(0, match.start() - _LONGEST_WORD) : match.start()] for match in _I.finditer(sentence)
    )
    return any(not _ends_in_name(words.rstrip()) for words in before)


def _ends_in_name(words: str) -> bool:
    """Whether the last word has a capital, and not because it opens the sentence: "When I …"."""
    before, _, last = words.rpartition(" ")
    return bool(before) and last[:1].isupper() and last.isalpha()
