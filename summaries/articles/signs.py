"""What a web page says of the kind of text: its types, its sections, its title."""

from collections.abc import Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from summaries.articles import jsonld
from summaries.articles.markup import element_words
from summaries.articles.parts import Signs

_SECTION_NAMES = frozenset(
    {"article:section", "section", "og:section", "parsely-section", "dc.subject.section", "article.section"}
)
_SECTION_KEYS = ("articleSection", "genre")
_LONGEST_KICKER = 40  # characters; a longer line above a headline is prose
_LEVELS_ABOVE = 3  # of elements around the headline: further out stand the menus
_MENUS = frozenset({"nav", "aside", "footer", "ul", "ol", "script", "style", "form"})


def read_signs(tree: HtmlElement, nodes: Sequence[jsonld.Node]) -> Signs:
    """The signs of a web page, whose JSON-LD says the `nodes`."""
    return Signs(
        types=frozenset(kind for node in nodes for kind in jsonld.names(node.get("@type"))),
        sections=tuple(dict.fromkeys([*_metas(tree), *_data_sections(nodes), *_kickers(tree)])),
        title=next(map(element_words, tree.iter("title")), ""),
    )


def _metas(tree: HtmlElement) -> Iterator[str]:
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").casefold()
        if name in _SECTION_NAMES and (content := (meta.get("content") or "").strip()):
            yield content


def _data_sections(nodes: Iterable[jsonld.Node]) -> Iterator[str]:
    for node in nodes:
        for key in _SECTION_KEYS:
            yield from jsonld.names(node.get(key))
        if "BreadcrumbList" in jsonld.names(node.get("@type")):
            yield from _crumbs(node.get("itemListElement"))


def _crumbs(items: object) -> Iterator[str]:
    for item in items if isinstance(items, list) else ():
        yield from jsonld.names(item) or (jsonld.names(item.get("item")) if isinstance(item, dict) else ())


def _kickers(tree: HtmlElement) -> Iterator[str]:
    """The short lines right above the headline, outside the menus."""
    headline = next(tree.iter("h1"), None)
    for _ in range(_LEVELS_ABOVE):
        if headline is None or headline.tag == "body":
            return
        for above in headline.itersiblings(preceding=True):
            if isinstance(above.tag, str) and above.tag not in _MENUS and (words := element_words(above)):
                yield from [words] if len(words) <= _LONGEST_KICKER else ()
        headline = headline.getparent()
