"""What a page's head says of the kind of text it holds: its types, sections, address and title."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

_SECTION_NAMES = frozenset(
    {"article:section", "section", "og:section", "parsely-section", "dc.subject.section", "article.section"}
)
_ADDRESSES = (
    "//link[@rel='canonical']/@href",
    "//meta[@property='og:url']/@content",
    "//link[@rel='alternate' and @hreflang='x-default']/@href",
)
_LONGEST_KICKER = 40  # characters; a longer line above a headline is prose
_LEVELS_ABOVE = 3  # of elements around the headline: further out stand the menus
_LONGEST_DATA = 500_000  # characters of one script
_MENUS = frozenset({"nav", "aside", "footer", "ul", "ol", "script", "style", "form"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a page says of itself in its head and above its headline; of a text that has none, nothing."""

    types: frozenset[str] = frozenset()  # schema.org's names of what the page is: "NewsArticle"
    sections: tuple[str, ...] = ()  # of meta, data and breadcrumbs, and the lines above the headline
    address: str = ""
    title: str = ""


NO_SIGNS = Signs()


def read_signs(tree: HtmlElement) -> Signs:
    """The signs of a web page."""
    data = [*_objects(tree)]
    addresses = (str(found).strip() for path in _ADDRESSES for found in tree.xpath(path))
    return Signs(
        types=frozenset(kind for one in data for kind in _strings(one.get("@type"))),
        sections=tuple(dict.fromkeys([*_metas(tree), *_data_sections(data), *_kickers(tree)])),
        address=next((one for one in addresses if "/" in one), ""),
        title=next((_words(one) for one in tree.iter("title")), ""),
    )


def _metas(tree: HtmlElement) -> Iterator[str]:
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").casefold()
        if name in _SECTION_NAMES and (content := (meta.get("content") or "").strip()):
            yield content


def _objects(tree: HtmlElement) -> Iterator[Mapping[str, object]]:
    """The things that the page's JSON-LD is about: those on top, in a graph, or the page's main one."""
    for script in tree.iter("script"):
        source = script.text_content()
        if "ld+json" not in (script.get("type") or "") or len(source) > _LONGEST_DATA:
            continue
        try:
            yield from _about(json.loads(source, strict=False))
        except (ValueError, RecursionError):
            continue  # broken data says nothing


def _about(data: object) -> Iterator[Mapping[str, object]]:
    if isinstance(data, list):
        for one in data:
            yield from _about(one)
    elif isinstance(data, dict):
        yield data
        yield from _about(data.get("@graph"))
        yield from _about(data.get("mainEntity"))


def _data_sections(data: Iterable[Mapping[str, object]]) -> Iterator[str]:
    for one in data:
        yield from _strings(one.get("articleSection"))
        yield from _strings(one.get("genre"))
        if "BreadcrumbList" in _strings(one.get("@type")):
            yield from _crumbs(one.get("itemListElement"))


def _crumbs(items: object) -> Iterator[str]:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            inner = item.get("item")
            named = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
            yield from _strings(named)


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _kickers(tree: HtmlElement) -> Iterator[str]:
    """The short lines right above the headline, outside the menus."""
    headline = next(tree.iter("h1"), None)
    for _ in range(_LEVELS_ABOVE):
        if headline is None or headline.tag == "body":
            return
        for above in headline.itersiblings(preceding=True):
            if above.tag not in _MENUS and (words := _words(above)) and len(words) <= _LONGEST_KICKER:
                yield words
        headline = headline.getparent()


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split()) if isinstance(element.tag, str) else ""
