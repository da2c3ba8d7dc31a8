"""Readies a page's tree for the search of its story, so that no word is lost on the way.

Trafilatura judges elements by their class, and takes no text that stands loose between line breaks for a
paragraph: so inside a sentence nothing is left to judge, and what two breaks part becomes paragraphs.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import Element, HtmlElement

from summaries.articles.inline import INLINE, mend_sentences, sentence_holders
from summaries.articles.mending import mend
from summaries.lexicon import words

_NO_WORDS = ("script", "style", "svg", "noscript", "template")
_TITLES = ("div", "h2", "h3", "h4", "h5", "h6")
_TABLES = ("table", "tbody", "tr", "td")
_HOLDERS = words("article blockquote body center div main p section td")
_MOST_ATTRIBUTES = 1_000  # of a tag, which has ten
# As a parser reads it; nothing is tried twice, so the search is linear whatever stands there.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_LONG_TAG = re.compile(rf"(<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{_MOST_ATTRIBUTES}}}+)(?:{_ATTRIBUTE})++")


def with_short_tags(page: str) -> str:
    """The page without more attributes of one tag than any has: libxml2 compares each with all before it."""
    return _LONG_TAG.sub(r"\1", page)


def element_words(element: HtmlElement) -> str:
    """The element's words with single spaces between."""
    return " ".join("".join(element.itertext()).split())


def mend_letters(tree: HtmlElement) -> bool:
    """Mends what was decoded wrongly, in place; whether anything was."""
    mended = False
    for element in tree.iter():
        if element.tag in _NO_WORDS or not isinstance(element.tag, str):
            continue
        for name in ("text", "tail"):
            words = getattr(element, name)
            if words and (whole := mend(words)) != words:
                setattr(element, name, whole)
                mended = True
        if element.tag == "meta" and (content := element.get("content")):
            element.set("content", mend(content))
    return mended


def mend_markup(tree: HtmlElement) -> None:
    """Changes the tree in place; linear in its size."""
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction)
    nested = _around_paragraphs(tree)
    for outer in nested:
        outer.tag = "div"
        _part(outer)
    doubled = (first.getparent() for first in tree.iter("br") if _is_double(first))
    headed = (title.getparent() for title in tree.iter(*_TITLES) if _is_glued(title))
    for holder in dict.fromkeys([*doubled, *headed]):
        if holder is not None and holder.tag in _HOLDERS:
            _part(holder)
    _open_layouts(tree)
    for paragraph in list(sentence_holders(tree)):
        mend_sentences(paragraph)


def _around_paragraphs(tree: HtmlElement) -> list[HtmlElement]:
    """What stands around a paragraph inside another: marks that are never closed hold all that follows."""
    found: dict[HtmlElement, None] = {}
    for paragraph in tree.iter("p"):
        between: list[HtmlElement] = []
        for above in paragraph.iterancestors():
            if above.tag not in INLINE and above.tag != "p":
                break
            between.append(above)
            if above.tag == "p" or above in found:
                found.update(dict.fromkeys(between))
                break
    return list(found)


def _open_layouts(tree: HtmlElement) -> None:
    """Tables that stand around a story are none: a cell with paragraphs is a part of the page."""
    parts = [(part, _table_of(part)) for part in tree.iter(*_TABLES)]
    layouts = {table for part, table in parts if part.tag == "td" and _holds_paragraphs(part)}
    for part, table in parts:
        if table in layouts:
            part.tag = "div"


def _table_of(part: HtmlElement) -> HtmlElement | None:
    return part if part.tag == "table" else next(part.iterancestors("table"), None)


def _holds_paragraphs(cell: HtmlElement) -> bool:
    return next(islice(cell.iter("p"), 1, None), None) is not None


def _is_glued(title: HtmlElement) -> bool:
    """Whether loose text follows a title without a break, as in entries of live blogs."""
    return bool((title.tail or "").strip())


def _is_double(first: HtmlElement) -> bool:
    """Whether another line break follows with nothing between."""
    second = first.getnext()
    return second is not None and second.tag == "br" and not (first.tail or "").strip()


def _part(holder: HtmlElement) -> None:
    """Makes a paragraph of each run of words that two line breaks, or another block, end."""
    parts = list(_parts(holder))
    holder.text = None
    holder[:] = parts
    if holder.tag == "p":  # paragraphs do not nest
        holder.tag = "div"


def _parts(holder: HtmlElement) -> Iterator[HtmlElement]:
    run = _run(holder.text)
    for child in list(holder):
        tail, child.tail = child.tail, None
        is_break = child.tag == "br"
        if child.tag in INLINE or (is_break and not _ends_in_break(run)):
            run.append(child)
            child.tail = tail
            continue
        yield from _whole(run)
        if not is_break:
            yield child
        run = _run(tail)
    yield from _whole(run)


def _run(text: str | None) -> HtmlElement:
    run: HtmlElement = Element("p")
    run.text = text
    return run


def _ends_in_break(run: HtmlElement) -> bool:
    return len(run) > 0 and run[-1].tag == "br" and not (run[-1].tail or "").strip()


def _whole(run: HtmlElement) -> Iterator[HtmlElement]:
    if element_words(run):
        yield run
