"""Finds the words that a web page sets under its pictures, by their place in its markup."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from summaries.articles.markup import element_words

_KNOWN_BY = 40  # characters: two captions of a page that begin alike are one
_LONGEST_CREDIT = 80
_LONGEST = 700
_DEPTH = 6  # elements between a picture's frame and a paragraph in it
_ENDS = (".", "!", "?", "”", '"')
_FRAMES = ("figure", "figcaption")
_CREDIT = re.compile(r"(?:^|[\s_-])credit(?:$|[\s_-])", re.IGNORECASE)


class Captions(NamedTuple):
    """A page's captions, and the paragraphs that stand outside its pictures."""

    by_opening: dict[str, str]
    prose: frozenset[str]

    def has(self, words: str) -> bool:
        """Whether the words are a caption's, its credit aside, and no sentence of the story says the same."""
        caption = self.by_opening.get(words[:_KNOWN_BY], "")
        credited = caption.startswith(words) and len(caption) - len(words) <= _LONGEST_CREDIT
        return credited and not (words.endswith(_ENDS) and words in self.prose)


def find_captions(tree: HtmlElement) -> Captions:
    """The captions of the page of this tree, before anything in it is mended."""
    marked = dict.fromkeys([*tree.iter("figcaption"), *_credited(tree), *_listed(tree)])
    words = (element_words(each) for each in marked)
    return Captions(
        by_opening={caption[:_KNOWN_BY]: caption for caption in words if caption},
        prose=frozenset(
            element_words(each)
            for each in tree.iter("p")
            if each not in marked and not _is_framed(each, marked)
        ),
    )


def _is_framed(paragraph: HtmlElement, marked: dict[HtmlElement, None]) -> bool:
    above = islice(paragraph.iterancestors(), _DEPTH)
    return any(one.tag in _FRAMES or one in marked for one in above)


def _credited(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Paragraphs in which a picture's credit is marked as one."""
    for element in tree.iter("span", "small", "em", "i", "cite"):
        above = element.getparent()
        if above is not None and above.tag == "p" and _CREDIT.search(element.get("class") or ""):
            yield above


def _listed(tree: HtmlElement) -> Iterator[HtmlElement]:
    """A list of one line right behind a picture."""
    for element in tree.iter("ul", "ol"):
        before = element.getprevious()
        single = len(element) == 1 and element[0].tag == "li"
        if (
            single
            and before is not None
            and before.tag == "figure"
            and len(element_words(element)) <= _LONGEST
        ):
            yield element
