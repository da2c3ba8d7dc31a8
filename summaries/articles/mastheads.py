"""Which lines above a page's headline are the page's: its menu, its masthead, what it says of the hour.

A headline is told from them by what it is about: the story below has its words, and the others' it has not.
"""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from summaries.articles.blocks import PageBlock
from summaries.models import Span

_FEWEST_LETTERS = 4  # of a word that says what a line is about
_STEM = 5  # letters: "retires" is "retired"
_SHARED = 2  # such words of a headline that its story has
_FEWEST_WORDS = 4  # of a headline above which a line may be left out
_PARAGRAPHS = 12  # of the story that are asked
_WORD = re.compile(r"[^\W\d_]+")
_PROSE = ("words", "opening", "dateline")
_SAID = re.compile(r"(?:•|[A-Z][A-Z.’' -]{2,40}: (?=[A-Z])|(?:Sir|Madam|SIR|MADAM|Dear [A-Z]\w+)\s*[,–—-])")


def lines_above(
    text: str, blocks: Sequence[PageBlock], words: Sequence[int], is_prose: Callable[[str, Span], bool]
) -> int:
    """How many of the blocks that may be the headline stand above it, before the first that is prose.

    0 where the first may be it: only several lines that share nothing with the story are surely none.
    """
    story = [
        block.span for block in blocks[words[0] :] if block.role in _PROSE and is_prose(text, block.span)
    ]
    candidates = [*takewhile(lambda index: not is_prose(text, blocks[index].span), words)]
    told = _telling(" ".join(span.of(text) for span in story[:_PARAGRAPHS]))
    for place, index in enumerate(candidates):
        line = blocks[index].span.of(text)
        shared = len(_telling(line) & told)
        if shared >= _SHARED:
            return place if place > 1 and len(line.split()) >= _FEWEST_WORDS else 0
        if shared:
            return 0
    return 0


def is_of_several(words: str) -> bool:
    """Whether the words are one of several that make a story, and no subheading.

    "ANN LEE: We begin." of a transcript, "Sir – I have walked" of letters, "• 40 to be built" of a list.
    """
    return _SAID.match(words) is not None


def _telling(words: str) -> frozenset[str]:
    found = _WORD.findall(words.casefold())
    return frozenset(word[:_STEM] for word in found if len(word) >= _FEWEST_LETTERS)
