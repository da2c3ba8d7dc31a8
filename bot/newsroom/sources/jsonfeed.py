"""JSON Feed 1.0 and 1.1 (jsonfeed.org), told as Atom: one reader for all dates, addresses and markup."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from bot.newsroom.sources.plain_text import html_of_plain, without_controls
from bot.newsroom.sources.values import Feed
from bot.newsroom.sources.xmlfeed import MOST_ENTRIES, read_xml

_VERSIONS: Final = {"1": "json10", "1.0": "json10", "1.1": "json11"}

_Object = Mapping[str, object]


def read_json(text: str, *, address: str | None) -> Feed | None:
    """The feed, None where the text is other JSON, or none. Raises RecursionError for deep nests."""
    try:
        told = json.loads(text, strict=False)  # a line break within a text is understood all the same
    except ValueError:
        return None
    if not isinstance(told, dict) or "jsonfeed.org" not in (version := _words(told, "version")):
        return None
    atom = read_xml("".join(_atom(told)), address=address)
    return replace(atom, form=_VERSIONS.get(version.rpartition("/")[2], "json")) if atom else None


def _atom(told: _Object) -> Iterator[str]:
    yield '<feed xmlns="http://www.w3.org/2005/Atom">'
    yield _element("title", _words(told, "title"))
    yield _link(_words(told, "home_page_url"))
    for item in _objects(told, "items")[:MOST_ENTRIES]:
        yield from _entry(item)
    yield "</feed>"


def _entry(item: _Object) -> Iterator[str]:
    """A field of a wrong kind is one not told."""
    yield "<entry>"
    yield _element("id", _id(item))
    yield _element("title", _words(item, "title"))
    yield _link(_words(item, "url") or _words(item, "external_url"))
    yield _element("published", _words(item, "date_published"))
    yield _element("updated", _words(item, "date_modified"))
    yield _element("summary", html_of_plain(_words(item, "summary")), kind="html")
    # Both are told where a client may choose; the one with markup has the paragraphs.
    written = _words(item, "content_html") or html_of_plain(_words(item, "content_text"))
    yield _element("content", written, kind="html")
    for name in _authors(item):
        yield f"<author>{_element('name', name)}</author>"
    yield "</entry>"


def _element(name: str, words: str, *, kind: str = "text") -> str:
    return f'<{name} type="{kind}">{escape(words)}</{name}>' if words else ""


def _link(address: str) -> str:
    return f'<link rel="alternate" href={quoteattr(address)}/>' if address else ""


def _authors(item: _Object) -> Iterable[str]:
    """Of 1.1 `authors`, of 1.0 `author`."""
    one = item.get("author")
    people = _objects(item, "authors") or ([one] if isinstance(one, dict) else [])
    return filter(None, (_words(person, "name") for person in people))


def _words(told: _Object, name: str) -> str:
    value = told.get(name)
    return without_controls(value).strip() if isinstance(value, str) else ""


def _id(item: _Object) -> str:
    """Some programs count."""
    value = item.get("id")
    return str(value) if type(value) is int else _words(item, "id")


def _objects(told: _Object, name: str) -> list[_Object]:
    value = told.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
