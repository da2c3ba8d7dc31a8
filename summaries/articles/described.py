"""The words in which a web page says what its article tells: its deck, where readers see no other.

They stand in the page's head, for whoever links to it. Many are no deck: the story's beginning, cut off
somewhere; the headline once more; what the site says of itself on every page.
"""

import re
from collections.abc import Iterator, Sequence, Set
from typing import Final

from summaries.articles.titles import same_words
from summaries.lexicon import in_order

_LENGTHS: Final = range(5, 61)  # words
_ON_END: Final = 7  # words that stand in the story just so
_EXCERPT: Final = (
    0.8  # of the words in such runs: what begins with one, or has so many, the story says itself
)
_FEWEST: Final = 4  # letters of a word that says what it is about
_SHARE: Final = 0.4  # of those words that the article has, too; a site's own words have fewer
_CUT: Final = re.compile(r"(?:…|\.\.\.|[\[({,;:–—-])\W*$")
_ENDED: Final = re.compile(r"[.!?][\"”’')\]]*$")
_TWO_SENTENCES: Final = re.compile(r"[a-z]{3}[.!?] [A-Z]")
_MARKUP: Final = re.compile(r"[<>{}|]|https?:|&\w+;")
# Of the page, of another one or of a picture, as "The post Bridge falls appeared first on Valley Mail".
_PAGE: Final = re.compile(
    r"\b(?:click|sign up|subscribe|find out more|read more|newsletter|latest news|appeared first on"
    r"|letters to the editor)\b"
    r"|^(?:(?:file )?photo|pictured|listen|video|watch)\s*:",
    re.I,
)
_COUNTS: Final = {
    word: str(count)
    for count, word in enumerate(
        in_order("two three four five six seven eight nine ten eleven twelve"), start=2
    )
}
_WORD: Final = re.compile(r"[^\W_]+")


def find_description(told: Sequence[str], headline: str | None, story: Sequence[str]) -> str | None:
    """The first of what is told of the article that is a deck to it, None where none is."""
    own = _words(" ".join((headline or "", *story)))
    runs, known, counted = set(_runs(own)), frozenset(own), _counted(own)
    for words in told:
        if not _is_whole(words) or any(other != words and other.startswith(words) for other in told):
            continue
        if headline and same_words(words, headline):
            continue
        said = _words(words)
        if not _is_excerpt(said, runs) and _is_about(said, known) and _counted(said) <= counted:
            return words
    return None


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _ON_END]) for at in range(len(words) - _ON_END + 1))


def _is_excerpt(said: Sequence[str], runs: Set[tuple[str, ...]]) -> bool:
    begins = [at for at, run in enumerate(_runs(said)) if run in runs]
    held = {at + place for at in begins for place in range(_ON_END)}
    return begins[:1] == [0] or len(held) > _EXCERPT * len(said)


def _is_about(said: Sequence[str], known: Set[str]) -> bool:
    telling = [word for word in said if len(word) >= _FEWEST]
    return bool(telling) and sum(word in known for word in telling) >= _SHARE * len(telling)


def _counted(said: Sequence[str]) -> frozenset[str]:
    """Its numbers. One that the story does not tell is of another day: three dead, where it tells of five."""
    told = (_COUNTS.get(word, word) for word in said)
    return frozenset(word for word in told if any(map(str.isdigit, word)))


def _is_whole(words: str) -> bool:
    """Whether it is prose to its end; a line without a stop is one sentence at most."""
    if len(words.split()) not in _LENGTHS or words[:1].islower() or _CUT.search(words):
        return False
    if _MARKUP.search(words) or _PAGE.search(words):
        return False
    return _ENDED.search(words) is not None or _TWO_SENTENCES.search(words) is None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
