"""What a web page says of itself: address, author, picture, outlet, hours; JSON-LD before meta.

Bounded and checked: an address is http or https, a name has no markup, a day that cannot be told is not told.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from summaries.articles import jsonld
from summaries.articles.addresses import find_address
from summaries.articles.inline import is_prose
from summaries.articles.markup import element_words
from summaries.articles.moments import Moment, near_day, read_moment
from summaries.articles.publishers import find_publisher
from summaries.articles.writers import join_names, plain_words
from summaries.lexicon.fields import JSON_LD, META

_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d|[a-z]{3})[/-](\d\d?)(?=[/-])")
_ASIDE = re.compile(
    r"relat(?!ive)|recommend|comment|(?<![a-z])most|trending|sidebar|footer|promo|teaser|widget|latest|popular"
    r"|(?:^|\s)nav(?![a-z])",
    re.IGNORECASE,
)
_ASIDES = ("aside", "nav", "footer")
_LARGEST_TEASER = 60  # elements; a story's item holds hundreds
_LESSER_HEADINGS = ("h2", "h3", "h4")
_BESIDE_ARTICLE = re.compile(
    r"/(?:(?:Audio|Image|Media|Video)Object|(?:User)?Comments?)/?\s*$"
)  # types of items


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTold:
    """What the page tells; None and empty where it does not."""

    titles: tuple[str, ...] = ()  # of the article, the surest first
    url: str | None = None
    author: str | None = None
    image: str | None = None
    outlet: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    descriptions: tuple[str, ...] = ()  # what it says that the article tells, the surest first


def read_self_told(tree: HtmlElement, nodes: Sequence[jsonld.Node]) -> SelfTold:
    """What the page of this tree says of itself; `nodes` are those of its JSON-LD."""
    meta = _meta(tree)
    canonical = _canonical(tree)
    addresses = {one for one in (*canonical, *_values(meta, "url")) if one}
    titles = [*meta.get("og:title", ()), *meta.get("twitter:title", ()), *_titles(tree)]
    node = jsonld.find_article(
        nodes, titles=[*titles, *map(element_words, tree.iter("h1"))], addresses=addresses
    )

    def told(name: str) -> Iterator[str]:
        values = jsonld.links if name in ("url", "image") else jsonld.names
        for key in JSON_LD[name]:
            yield from values(node.get(key))
        yield from _values(meta, name)

    writers = [*(jsonld.names(node.get(key)) for key in JSON_LD["author"]), _values(meta, "author")]
    url = find_address([*canonical, *told("url")])
    outlet = find_publisher(tree, told("outlet"), titles, url)
    return SelfTold(
        titles=tuple(filter(None, map(plain_words, [*jsonld.names(node.get("headline")), *titles]))),
        url=url,
        author=next(filter(None, (join_names(some, outlet=outlet) for some in writers)), None),
        image=find_address(told("image"), base=url),
        outlet=outlet,
        published=_published(_moment(told("published")) or _marked(tree), _day_in_address(url)),
        modified=_moment(told("modified")),
        descriptions=tuple(dict.fromkeys(map(plain_words, told("description")))),
    )


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if content and not is_aside(element):
            names = ("property", "name") if _is_of_another_item(element) else ("property", "name", "itemprop")
            for key in {element.get(name, "").casefold().strip() for name in names} - {""}:
                found.setdefault(key, []).append(content)
    return found


def _is_of_another_item(element: HtmlElement) -> bool:
    """Whether what it marks is told of a picture, a comment or another story, not of the page's article.

    The item is the nearest around it, as HTML's microdata has it.
    """
    item = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
    if item is None:
        return False
    return _BESIDE_ARTICLE.search(item.get("itemtype") or "") is not None or _is_teaser(item)


def _is_teaser(item: HtmlElement) -> bool:
    """Whether the item is small, has a lesser heading, and the page's first stands outside it."""
    inside = list(islice(item.iter(), _LARGEST_TEASER + 1))
    if len(inside) > _LARGEST_TEASER or sum(one.tag == "p" and is_prose(one) for one in inside) > 1:
        return False
    tags = {one.tag for one in inside}
    headed = "h1" not in tags and not tags.isdisjoint(_LESSER_HEADINGS)
    return headed and next(item.getroottree().iter("h1"), None) is not None


def _values(meta: dict[str, list[str]], name: str) -> Iterator[str]:
    for key in META[name]:
        yield from meta.get(key, ())


def _canonical(tree: HtmlElement) -> list[str]:
    return [
        link.get("href", "") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").split()
    ]


def _titles(tree: HtmlElement) -> Iterator[str]:
    title = next(tree.iter("title"), None)
    if title is not None:
        yield element_words(title)


def _moment(told: Iterable[str]) -> Moment | None:
    return next((moment for words in told if (moment := read_moment(words)) is not None), None)


def _marked(tree: HtmlElement) -> Moment | None:
    """The day that an element on the page is marked with as the one of publication."""
    for element in tree.iter("time", "span", "div", "abbr", "p"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            moment = _moment([element.get("datetime") or element.get("content") or element_words(element)])
            if moment is not None and not (is_aside(element) or _is_of_another_item(element)):
                return moment
    return None


def is_aside(element: HtmlElement, *, around: Collection[HtmlElement] = ()) -> bool:
    """Whether the element stands in a list of other stories, in comments, or at the page's foot.

    What stands `around` the article is none, whatever its class: "article with-sidebar".
    """
    return any(
        above.tag in _ASIDES
        or (above.tag not in ("html", "body") and _ASIDE.search(above.get("class") or ""))
        for above in (element, *element.iterancestors())
        if above not in around
    )


def _published(told: Moment | None, addressed: Moment | None) -> Moment | None:
    """The hour in UTC may fall on the day after the page's own, which its address then tells."""
    return near_day(told, addressed.day) if told and addressed else told or addressed


def _day_in_address(url: str | None) -> Moment | None:
    match = _DAY_IN_ADDRESS.search(url or "")
    return (
        read_moment(" ".join(match.groups()[::-1]) if match[2].isalpha() else "-".join(match.groups()))
        if match
        else None
    )
