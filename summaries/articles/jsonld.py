"""What a web page says of itself in JSON-LD (schema.org): of its own article, never of a related one.

Nothing of it is trusted: what is no JSON, nests too deep or tells of another story is passed over.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from summaries.articles.writers import squashed

Node = Mapping[str, object]

_LONGEST_SCRIPT = 2_000_000  # characters; a page's own is a few thousand, a live blog's some hundred thousand
_MOST_NODES = 500
_DEEPEST = 4
_MOST_VALUES = 20  # of one key: authors, pictures
_AROUND = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_WORD = re.compile(r"\w+")
_FEWEST_LETTERS = 4  # of a word that says what a title is of
_ARTICLES = ("Article", "BlogPosting", "Report")  # NewsArticle, LiveBlogPosting and their like
_NESTS = ("@graph", "mainEntity", "mainEntityOfPage")
_STANDS_AT = ("url", "@id", "mainEntityOfPage")
_NAMES_ITSELF = ("headline", "name", "alternativeHeadline")


def find_article(nodes: Sequence[Node], *, titles: Collection[str], addresses: Collection[str]) -> Node:
    """The node of the page's own article, what it refers to filled in; empty where none can be told.

    Of several articles it is the one that bears the page's title or address; one alone may bear a headline
    of its own, but none that is another story's.
    """
    articles = [node for node in nodes if _is_article(node)]
    known = {squashed(title) for title in titles}
    if len(articles) == 1 and not _may_be_titled(articles[0], titles, addresses):
        articles = []
    if len(articles) > 1:
        articles = [
            node
            for node in articles
            if any(squashed(value) in known for name in _NAMES_ITSELF for value in names(node.get(name)))
            or any(value in addresses for name in _STANDS_AT for value in links(node.get(name)))
        ]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    found = articles[0] if articles else {}
    return {name: _referred(value, by_id) for name, value in found.items()}


def _may_be_titled(node: Node, titles: Collection[str], addresses: Collection[str]) -> bool:
    """Whether the node stands at the page's address, or its headline has a word of the page's titles."""
    own = _telling(*names(node.get("headline")))
    shown = _telling(*titles)
    at_page = any(value in addresses for name in _STANDS_AT for value in links(node.get(name)))
    return at_page or not own or not shown or not own.isdisjoint(shown)


def _telling(*titles: str) -> frozenset[str]:
    """Words long enough to say what a title is of."""
    words = (word for title in titles for word in _WORD.findall(title.casefold()))
    return frozenset(word for word in words if len(word) >= _FEWEST_LETTERS)


def names(value: object) -> tuple[str, ...]:
    """The words of a value: its own, or the name of what it describes; of a list, each one's."""
    return _texts(value, ("name",))


def links(value: object) -> tuple[str, ...]:
    """The same for addresses."""
    return _texts(value, ("url", "contentUrl", "@id"))


def _texts(value: object, keys: Collection[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        flat = (one for one in value[:_MOST_VALUES] if not isinstance(one, list))
        return tuple(words for one in flat for words in _texts(one, keys))
    if isinstance(value, Mapping):
        return next((told for key in keys if (told := _texts(value.get(key), ()))), ())
    return ()


def find_nodes(tree: HtmlElement) -> Iterator[Node]:
    """Those that stand by themselves in a script; what is inside another is about another."""
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold():
            continue
        source = script.text or ""
        if len(source) > _LONGEST_SCRIPT:
            continue
        try:
            told = json.loads(_AROUND.sub("", source), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _unfolded(told, 0):
            yield node
            count += 1
            if count >= _MOST_NODES:
                return


def _unfolded(told: object, depth: int) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(told, list):
        for one in told:
            yield from _unfolded(one, depth + 1)
    elif isinstance(told, Mapping):
        yield told
        for name in _NESTS:
            if isinstance(told.get(name), list | Mapping):
                yield from _unfolded(told[name], depth + 1)


def _is_article(node: Node) -> bool:
    return any(kind.endswith(_ARTICLES) for kind in names(node.get("@type")))


def _referred(value: object, by_id: Mapping[str, Node]) -> object:
    """The node that `{"@id": …}` refers to."""
    if isinstance(value, Mapping) and set(value) <= {"@id", "@type"}:
        return by_id.get(str(value.get("@id")), value)
    if isinstance(value, list):
        return [_referred(one, by_id) for one in value[:_MOST_VALUES] if not isinstance(one, list)]
    return value
