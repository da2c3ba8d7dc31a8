"""Tells which of a web page's titles is the article's headline.

A page bears several: of its window with the outlet's name behind, one for networks, one for search, and
the one a reader sees above the story, the heading. The heading is it, where another title vouches for it.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from summaries.articles.lines import is_outlet
from summaries.articles.markup import element_words
from summaries.articles.selftold import SelfTold, is_aside

_LONGEST = 300  # characters
_SHARED = 0.5  # of the shorter one's words; two headlines of one story share half, of two stories fewer
_MOST_HEADINGS = 100
_FEWEST_SHARED = 3  # words; the site's own name shares one or two with the window's title
_MARKS = ("|", "-", "–", "—", ":", "·")
_WORD = re.compile(r"\w+")
_ADDED = re.compile(r"\s*(?:\[(?P<inside>[^\[\]]{2,40})\]|[|–—»·-]\s*(?P<behind>[^|–—»·]{2,40}))")
_HEADING = re.compile(r"(?:^|[\s_-])(?:headline|title)(?:$|\s)", re.IGNORECASE)


class FoundHeadline(NamedTuple):
    """The headline's words, and the heading that bears them on the page."""

    words: str | None
    heading: HtmlElement | None


def find_headline(tree: HtmlElement, told: SelfTold) -> FoundHeadline:
    """The headline as a reader sees it, without words where the page has no title."""
    titles = [title for one in told.titles if (title := _without_outlet(one, told.outlet))]
    headings = [
        (words, one) for one in tree.iter("h1", "h2") if 0 < len(words := element_words(one)) <= _LONGEST
    ]
    known = [(_vouched(words, titles), words, one) for words, one in headings]
    best = max(known, key=lambda one: (one[0], one[2].tag == "h1"), default=None)
    if best is not None and best[0] >= (_SHARED if best[2].tag == "h1" else 1):
        same = [one for one in known if one[0] == best[0] and one[2].tag == best[2].tag][:_MOST_HEADINGS]
        best = next((one for one in same if not is_aside(one[2])), best)  # a menu may repeat it
        return FoundHeadline(_without_kicker(best[1], titles), best[2])
    return _classed(tree, titles) or _alone(headings, titles) or FoundHeadline(_first(titles, headings), None)


def _classed(tree: HtmlElement, titles: Sequence[str]) -> FoundHeadline | None:
    """What only a class calls a headline, where a title has all its words."""
    called = (one for one in tree.iter("div", "p", "span", "h3") if _HEADING.search(one.get("class") or ""))
    for element in islice(called, _MOST_HEADINGS):
        words = element_words(element)
        if 0 < len(words) <= _LONGEST and _vouched(words, titles) >= 1 and not is_aside(element):
            return FoundHeadline(words, element)
    return None


def _alone(headings: Sequence[tuple[str, HtmlElement]], titles: Sequence[str]) -> FoundHeadline | None:
    """The page's only first heading, inside its article, where the window's title alone tells another."""
    if len(titles) > 1:
        return None
    first = [(words, one) for words, one in headings if one.tag == "h1"]
    inside = len(first) == 1 and any(above.tag == "article" for above in first[0][1].iterancestors())
    if not inside or is_outlet(first[0][0]):
        return None
    return FoundHeadline(*first[0])


def _first(titles: Sequence[str], headings: Sequence[tuple[str, HtmlElement]]) -> str | None:
    return next((one for one in titles if len(one) <= _LONGEST), None) or next(
        (words for words, one in headings if one.tag == "h1"), None
    )


def find_outlet(headline: str | None, title: str) -> str | None:
    """The site's name that a window's title adds to the headline: "Bridge falls [Valley Times]"."""
    match = _ADDED.fullmatch(title.removeprefix(headline)) if headline else None
    return (match["inside"] or match["behind"]).strip() if match and title != headline else None


def same_words(first: str, second: str) -> bool:
    """Whether two titles read alike, case and marks aside."""
    return _words(first) == _words(second)


def _words(title: str) -> list[str]:
    return _WORD.findall(title.casefold())


def _vouched(heading: str, titles: Sequence[str]) -> float:
    return max((_share(heading, title) for title in titles), default=0.0)


def _share(heading: str, title: str) -> float:
    """The share of the shorter one's words that the longer has; 2 where the two are the same."""
    if same_words(heading, title):
        return 2.0
    short, long = sorted((set(_words(heading)), set(_words(title))), key=len)
    return len(short & long) / len(short) if len(short & long) >= _FEWEST_SHARED else 0.0


def _without_kicker(heading: str, titles: Sequence[str]) -> str:
    """ "Local News | Bridge falls" where a title says "Bridge falls"."""
    return next((one for one in titles if heading.endswith(f"| {one}")), heading)


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title without the publisher's name behind a bar or dash."""
    if outlet and title.endswith(outlet):
        bare = title.removesuffix(outlet).rstrip()
        return bare[:-1].rstrip() if bare.endswith(_MARKS) else title
    return title
