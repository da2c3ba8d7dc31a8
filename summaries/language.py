"""Loads the spaCy pipeline once and reads an article with it: Article → Doc.

The Doc is of the whole `Article.text`, so a token's `idx` is an index into that text. Sentences never
cross the border of a part or a paragraph, nor run on from the dateline, and never break after "p.m." or
"Gen.", inside brackets or before a closing quotation mark, where the small pipeline would.
"""

import re
from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from summaries.errors import ModelMissingError
from summaries.lexicon import words as listed
from summaries.models import Article
from summaries.reader import DEFAULT_PIPELINE
from summaries.turns import openings

# What follows these goes on with the sentence, capital or not.
_UNFINISHED = listed(
    """
    Mr. Mrs. Ms. Dr. Prof. Rev. Hon. St. Gen. Lt. Col. Maj. Capt. Cmdr. Adm. Sgt. Cpl. Pvt. Brig. Supt.
    Insp. Det. Sen. Rep. Gov. Pres. Amb. Atty. Sens. Reps. Messrs. No. vs. v. cf. e.g. i.e. Jan. Feb. Mar.
    Apr. Aug. Sept. Sep. Oct. Nov. Dec. Mt. Ft.
    """
)
_GLUED = r"(?<=[A-Za-z])\)(?=[A-Z])"  # "(CNN)Singer": scrapers lose the space between
_AGENCY = re.compile(r"[ \xa0]*\([^()\n]{1,40}\)(?=[ \xa0]*[-–—])")
_CLOSING = frozenset("”’»)]")
_LONGEST_SUFFIX = 40  # characters; what spaCy takes off the end of a word at once has a few
_LONGEST_BRACKET = 40  # tokens; a bracket open for longer was never closed


@cache
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The pipeline, once a process. Raises ModelMissingError where it is not installed."""
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise ModelMissingError(f"language model {name!r} cannot be loaded: {error}") from error
    if hasattr(nlp.tokenizer, "infix_finditer"):
        nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), _GLUED]).finditer
    if hasattr(nlp.tokenizer, "suffix_search"):
        nlp.tokenizer.suffix_search = _at_the_end(nlp.tokenizer.suffix_search)
    return nlp


def _at_the_end(search: Callable[[str], re.Match[str] | None]) -> Callable[[str], re.Match[str] | None]:
    """The search over no more of a long word than can hold a suffix.

    It is asked again for each sign that is taken off: over the whole of a word of ten thousand quotation
    marks that took ten seconds.
    """
    return lambda word: search(word[-_LONGEST_SUFFIX:])


def read(article: Article, nlp: Language) -> Doc:
    """Tokens, sentences, parse and names of the article's text."""
    doc = nlp.make_doc(article.text)
    borders = _borders(doc, article)
    bracket = -_LONGEST_BRACKET
    before = ""
    for token in doc:
        word = token.text
        if token.i in borders:
            bracket = -_LONGEST_BRACKET
            if token.i > 0:
                token.is_sent_start = True
        elif before and (token.i - bracket < _LONGEST_BRACKET or _goes_on(before, word)):
            token.is_sent_start = False
        if word == "(":
            bracket = token.i
        elif word == ")":
            bracket = -_LONGEST_BRACKET
        before = word
    return nlp(doc)


def _goes_on(before: str, word: str) -> bool:
    """Whether no sentence can begin with `word`, said after `before`."""
    if word in _CLOSING or before in _UNFINISHED:
        return True
    # News opens no sentence with a small letter; behind a line's end it may be another paragraph.
    return word.islower() and "\n" not in before and before not in (".", "?", "!", "…", "....")


def _borders(doc: Doc, article: Article) -> set[int]:
    """Tokens that open a part of the page, a paragraph or the sentence after the dateline."""
    found = set()
    following = iter(sorted(_part_starts(article)))
    border = next(following, None)
    for token in doc:
        # White space is a token of its own: the border may fall before the word that opens the part.
        while border is not None and token.idx + len(token) > border:
            found.add(token.i)
            border = next(following, None)
        if border is None:
            break
    return found


def _part_starts(article: Article) -> set[int]:
    parts = (article.headline, article.deck, article.byline, *article.captions, *article.body)
    starts = {part.start for part in parts if part is not None} | set(openings(article).values())
    if article.dateline is not None:
        starts.add(_after_dash(article.text, article.dateline.end))
    return starts


def _after_dash(text: str, index: int) -> int:
    """Where the story's first word stands, behind the dateline's agency and dash: "LONDON (Reuters) - "."""
    agency = _AGENCY.match(text, index)
    index = agency.end() if agency is not None else index
    while index < len(text) and not (text[index].isalnum() or text[index] in "\"“‘'"):
        index += 1
    return index
