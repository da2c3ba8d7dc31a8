"""The words that characterise an article: what its story is recognised by. Of the text alone."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from spacy.lang.en.stop_words import STOP_WORDS

from summaries.lexicon import words
from summaries.models import Article

MOST: Final = 100
# Words of reporting itself: frequent in every article, telling of none.
_OF_REPORTING: Final = words("""
    say says said saying tell tells told add added ask asked call called report reported accord according
    announce announced statement reporter spokesman spokeswoman spokesperson official officials people person
    man woman year years month week day days time go come get make take give know think want see look use find
    need let try mr mrs ms new last first one two also news story article photo
""")
_SILENT: Final = _OF_REPORTING | STOP_WORDS
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_OWNER: Final = re.compile(r"['’]s?$")
_OPENS: Final = re.compile(r"(?:^|[.!?:\n][\"”’')]*\s+|[\"“‘(])\s*$")  # before a sentence's first word
_BEFORE: Final = 4  # characters that tell whether one opens
_EARLY: Final = 90  # words of headline and lede
_EARLY_WORTH: Final = 3  # times a word counts that stands there
_NAME_WORTH: Final = 2.0  # a fire is any fire; who and where tell which


def characteristic_terms(article: Article) -> tuple[tuple[str, float], ...]:
    """At most a hundred words of headline and body in lower case, strongest first, each with its strength.

    That is the logarithm of how often it stands, and twice as much where it is a name.
    """
    said: dict[str, int] = defaultdict(int)
    # How much more often a word has a capital that no sentence gave it.
    lean: dict[str, int] = defaultdict(int)
    for place, (word, before) in enumerate(_words(article)):
        term = _OWNER.sub("", word).lower() if "'" in word or "’" in word else word.lower()
        if len(term) < 3 or term in _SILENT:
            continue
        said[term] += _EARLY_WORTH if place < _EARLY else 1
        if word[0].islower():
            lean[term] -= 1
        elif _OPENS.search(before) is None:
            lean[term] += 1
    strength = {
        term: (1 + math.log(count)) * (_NAME_WORTH if lean[term] > 0 else 1) for term, count in said.items()
    }
    strongest = sorted(strength, key=lambda term: (-strength[term], term))[:MOST]
    return tuple((term, round(strength[term], 2)) for term in strongest)


def _words(article: Article) -> Iterator[tuple[str, str]]:
    """Each word of headline and body, and what stands before it: whether a sentence opens with it."""
    headline = (article.headline,) if article.headline is not None else ()
    for span in (*headline, *article.body):
        text = span.of(article.text)
        for found in _WORD.finditer(text):
            start = found.start()
            yield found.group(), text[max(0, start - _BEFORE) : start]
