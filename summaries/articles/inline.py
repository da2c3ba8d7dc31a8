"""Readies what stands inside the paragraphs of a page's tree, so that a sentence reads as its readers see it.

Trafilatura takes buttons, labels and times for the page's wherever they stand, a paragraph with links for a
list of them, knows no mark that a browser sets for an element, and keeps words that the page strikes out.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from summaries.lexicon import words

INLINE = words("""
    a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s samp small span strong sub sup time
    u var wbr
""")
_TAKEN_FOR_PAGE = ("a", "button", "label", "output")
_STRUCK = ("del", "s", "strike")
_JUDGED = ("class", "id", "role", "itemprop", "rel")
_OUT_OF_SENTENCE = re.compile(r"caption|credit|attribution|image|hidden|advert", re.IGNORECASE)
_UNSEEN = re.compile(r"sr-only|screen-?reader|visually-?hidden|a11y-hidden", re.IGNORECASE)
_UNSHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_NOTE = re.compile(r"\[(?:\d{1,3}|[a-z])\]")  # "[2]", which leads to a note
_SHORTEST_PROSE = 60  # characters; a shorter line may be a button's, a stamp's or an invitation's
_ENDS = re.compile(r"[.!?…][\"”’'»)\]]*$")
_QUOTED = ("“", "”")
_MARKS = "\"'“”„«»‘’‚‹›「」"


def sentence_holders(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The paragraphs, and the blocks that hold prose and nothing but words, links and marks."""
    yield from tree.iter("p")
    for block in tree.iter("div"):
        if all(each.tag in INLINE for each in block.iterdescendants()) and is_prose(block):
            yield block


def mend_sentences(paragraph: HtmlElement) -> None:
    """Leaves nothing in the paragraph to be judged, hidden or marked by another than its words."""
    length = len(_joined(paragraph.itertext())) if is_prose(paragraph) else 0
    for element in list(paragraph.iterdescendants()):
        name = element.get("class") or ""
        if element.tag in _STRUCK or _is_unseen(element, name) or _is_note(element):
            element.drop_tree()
        elif element.tag == "time" or (element.tag in _TAKEN_FOR_PAGE and _is_amid(element, length)):
            element.tag = "span"
        elif element.tag == "q":
            _mark(element)
        if element.tag in INLINE and not _OUT_OF_SENTENCE.search(name):
            for judged in _JUDGED:
                element.attrib.pop(judged, None)


def _is_amid(element: HtmlElement, length: int) -> bool:
    """Whether most of a sentence of that length stands outside the element."""
    return length > 0 and length - len(_joined(element.itertext())) >= _SHORTEST_PROSE


def is_prose(block: HtmlElement) -> bool:
    """Whether the words are a sentence at least, for the most part outside links."""
    said = _joined(block.itertext())
    linked = sum(len(_joined(link.itertext())) for link in block.iter("a"))
    return len(said) - linked >= _SHORTEST_PROSE and _ENDS.search(said) is not None


def _joined(texts: Iterator[str]) -> str:
    return " ".join("".join(texts).split())


def _is_unseen(element: HtmlElement, name: str) -> bool:
    """Whether the page shows the words to nobody who looks at it: "(opens in a new tab)"."""
    hidden = element.get("hidden") is not None or _UNSHOWN.search(element.get("style") or "") is not None
    return hidden or _UNSEEN.search(name) is not None


def _is_note(element: HtmlElement) -> bool:
    """Whether the element leads to a note: "[2]", a raised figure behind a stop, a figure that is a link."""
    if element.tag not in ("a", "sup"):
        return False
    said = _joined(element.itertext())
    if _NOTE.fullmatch(said):
        return True
    if not said.isdigit():
        return False
    within = (element.get("href") or "").startswith("#") or element.find("a") is not None
    return within or (element.tag == "sup" and not _said_before(element)[-1:].isalnum())


def _said_before(element: HtmlElement) -> str:
    before, above = element.getprevious(), element.getparent()
    if before is not None:
        return before.tail or "".join(before.itertext())
    return (above.text or "") if above is not None else ""


def _mark(element: HtmlElement) -> None:
    """The marks that a browser sets around a short quotation, where the page has written none."""
    element.tag = "span"
    said = _joined(element.itertext())
    beside = _said_before(element)[-1:] + (element.tail or "")[:1]
    if not said or said[0] in _MARKS or any(mark in _MARKS for mark in beside):
        return
    element.text = _QUOTED[0] + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + _QUOTED[1]
    else:
        element.text += _QUOTED[1]
