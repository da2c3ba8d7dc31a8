"""Where a page's sentences begin, as far as page and punctuation tell: the parser decides the rest.

Parts of a page, paragraphs and the end of a dateline are borders; a title before a name, a full stop within
brackets and a closing quotation mark are none. A text without any has one every so many words.
"""

import re
from collections.abc import Sequence
from typing import Final, cast

import numpy as np
from spacy.tokens import Doc
from thinc.types import Ints2d

from summaries.lexicon.abbreviations import CUT_SHORT, UNFINISHED
from summaries.models import Article
from summaries.turns import find_turns, unlabelled

_AGENCY = re.compile(r"[ \xa0]*\([^()\n]{1,40}\)(?=[ \xa0]*[-–—])")
_CLOSING = frozenset("”’»)]")
_STOPS = frozenset(".?!…")
_ABBREVIATED: Final = 3  # tokens: the bracket around a word and its full stop holds no sentence
_LONG: Final = 1_000  # tokens without a sure border: the next stop is one
_LONGEST: Final = 1_500  # then one stands anywhere: what reads a sentence may walk it once for each word
_LONGEST_BRACKET: Final = 40  # tokens; a bracket open for longer was never closed


def sentence_starts(doc: Doc, parts: Sequence[int]) -> Ints2d:
    """For each token spaCy's SENT_START: 1 opens a sentence, -1 opens none, 0 is the parser's to say.

    `parts` are the characters at which a part of the page opens, in order.
    """
    starts = np.zeros(len(doc), dtype=np.int64)
    opening = _opening_tokens(doc, parts)
    bracket = -_LONGEST_BRACKET
    border = 0
    before = earlier = ""
    unfinished = False
    for token in doc:
        word = token.text
        closed = token.i - bracket >= _LONGEST_BRACKET
        refused = closed and (earlier, before) == ("no", ".") and word[0].isupper()  # "No. 4" is a number
        if token.i in opening or refused or _is_overdue(before, word, since=token.i - border):
            bracket = -_LONGEST_BRACKET
            border = token.i
            starts[token.i] = token.i > 0
        elif before and (unfinished or not closed or _goes_on(before, word)):
            starts[token.i] = -1
        unfinished = _is_cut_short(before, word, since=token.i - bracket)
        if word == "(":
            bracket = token.i
        elif word == ")":
            bracket = -_LONGEST_BRACKET
        earlier, before = before, word
    return cast(Ints2d, starts.astype(np.uint64))  # a column, in the numbers that `Doc.from_array` reads


def part_starts(article: Article) -> list[int]:
    """The characters at which a part of the page, a paragraph or the sentence after the dateline opens."""
    said = unlabelled(article, find_turns(article))
    parts = (article.headline, article.deck, article.byline, *article.captions, *article.body, *said)
    starts = {part.start for part in parts if part is not None}
    if article.dateline is not None:
        starts.add(_after_dash(article.text, article.dateline.end))
    return sorted(starts)


def _is_overdue(before: str, word: str, *, since: int) -> bool:
    """Whether a sentence opens with `word` for want of a border in so many tokens."""
    return since >= _LONGEST or (since >= _LONG and before in _STOPS and word[0].isupper())


def _is_cut_short(before: str, word: str, *, since: int) -> bool:
    """Whether the two end an abbreviation: "approx.", "(Ag.)", whose bracket opened `since` tokens ago."""
    if word == ")":
        return since <= _ABBREVIATED and before.endswith(".")
    return word == "." and before.lower() in CUT_SHORT


def _goes_on(before: str, word: str) -> bool:
    """Whether no sentence can begin with `word`, said after `before`."""
    if word in _CLOSING or before in UNFINISHED:
        return True
    if before[-1].isalnum() and word[0].isalnum():
        return True  # two words with no mark between: the parser cuts "Harold | Ray" at a paragraph's head
    # News opens no sentence with a small letter; behind a line's end it may be another paragraph.
    return word.islower() and "\n" not in before and before not in (".", "?", "!", "…", "....")


def _opening_tokens(doc: Doc, parts: Sequence[int]) -> set[int]:
    found = set()
    following = iter(parts)
    border = next(following, None)
    for token in doc:
        # White space is a token of its own: the border may fall before the word that opens the part.
        while border is not None and token.idx + len(token) > border:
            found.add(token.i)
            border = next(following, None)
        if border is None:
            break
    return found


def _after_dash(text: str, index: int) -> int:
    """Where the story's first word stands, behind the dateline's agency and dash: "LONDON (Reuters) - "."""
    agency = _AGENCY.match(text, index)
    index = agency.end() if agency is not None else index
    while index < len(text) and not (text[index].isalnum() or text[index] in "\"“‘'"):
        index += 1
    return index
