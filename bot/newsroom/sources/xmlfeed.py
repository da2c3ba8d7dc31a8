"""RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, as feedparser reads them, made values of ours."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any, Final

import feedparser
from feedparser.mixin import _FeedParserMixin

from bot.newsroom.sources.addresses import address_of
from bot.newsroom.sources.entry_dates import stamp_of
from bot.newsroom.sources.markup import line_of, text_of
from bot.newsroom.sources.plain_text import (
    html_of_plain,
    looks_marked_up,
    with_whole_references,
    without_controls,
)
from bot.newsroom.sources.values import Entry, Feed, Timestamp

MOST_ENTRIES: Final = 1_000  # the newest stand first; an archive that is listed whole is no news
LONGEST_TEXT: Final = 1_000_000  # characters of an entry, as for a file
_LONGEST_NAME: Final = 1_000  # characters of whoever is named: a list of fifty has less
_MOST_PAUSE: Final = timedelta(days=30)
_PERIODS: Final = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_IS_UTF8: Final = {"content-type": "application/xml; charset=utf-8"}
_HTML: Final = ("text/html", "application/xhtml+xml")

# Any: what the library has read is of no declared shape.
_Read = Mapping[str, Any]


def _bound_people(look_for_mail: Callable[..., None]) -> Callable[..., None]:
    """The library looks for a mail address in whoever is named, which takes minutes in 300,000 letters."""

    def bounded(parser: _FeedParserMixin, key: str = "author") -> None:
        told = parser._get_context()
        if isinstance(words := told.get(key), str):
            told[key] = words[:_LONGEST_NAME]
        look_for_mail(parser, key)

    return bounded


_FeedParserMixin._sync_author_detail = _bound_people(_FeedParserMixin._sync_author_detail)


def read_xml(text: str, *, address: str | None) -> Feed | None:
    """The feed, None where it is none. What the library raises is let through: it names no errors."""
    # Without the address, to which the library would join ids too: they are compared letter by letter.
    whole = with_whole_references(text).encode("utf-8", "replace")
    # Nor is there then anything to join links to but what the feed says itself: to look takes a third longer.
    read = feedparser.parse(whole, response_headers=_IS_UTF8, resolve_relative_uris="xml:base" in text)
    if not read.get("version") and not read.entries:
        return None
    about = read.feed
    return Feed(
        form=read.version or "unknown",
        title=_line(about, "title"),
        link=address_of(about.get("link"), base=address),
        entries=tuple(_entry(dict(one), address) for one in read.entries[:MOST_ENTRIES]),
        least_pause=_least_pause(about),
    )


def _entry(one: dict[str, Any], address: str | None) -> Entry:
    """Of a plain dict: the library's is slow, and tells the publication where no change is told."""
    told = [_text(one.get("summary"), one.get("summary_detail"))]
    told += [_text(piece.get("value"), piece) for piece in one.get("content", ())]
    texts = [text for text in told if text] or [""]
    summary, text = min(texts, key=len), max(texts, key=len)
    words = text_of(text)
    return Entry(
        id=_id(one),
        link=_link(one, address),
        title=_line(one, "title"),
        published=_stamp(one, "published") or _stamp(one, "created"),
        updated=_stamp(one, "updated"),
        summary=words if summary == text else text_of(summary),
        text=text,
        words=words,
        author=_author(one),
    )


def _id(one: _Read) -> str | None:
    words = without_controls(str(one.get("id") or "")).strip()
    return words[:LONGEST_TEXT] or None


def _link(one: _Read, address: str | None) -> str | None:
    """The first link to a page, else the id where that is an address."""
    others: Iterable[_Read] = one.get("links", ())
    pages = (other.get("href") for other in others if other.get("rel", "alternate") == "alternate")
    own = None if one.get("guidislink") else one.get("link")
    # A redirecting service of that name keeps the publisher's own address beside.
    told = (address_of(words, base=address) for words in (one.get("feedburner_origlink"), *pages, own))
    return next((found for found in told if found), None) or address_of(one.get("id"), base=None)


def _line(one: _Read, name: str) -> str:
    """A plain line; Atom says which of its titles are HTML, RSS does not."""
    words = str(one.get(name) or "")
    kind = (one.get(f"{name}_detail") or {}).get("type")
    return line_of(words, markup=kind in _HTML or looks_marked_up(words))


def _text(words: str | None, detail: _Read | None) -> str:
    """HTML, which the library has rid of scripts; what is said to be plain is plain."""
    text = without_controls(words or "")[:LONGEST_TEXT]
    return html_of_plain(text) if (detail or {}).get("type") == "text/plain" else text


def _stamp(one: _Read, name: str) -> Timestamp | None:
    return stamp_of(one.get(name), one.get(f"{name}_parsed"))


def _author(one: _Read) -> str | None:
    names = [str(person.get("name") or "") for person in one.get("authors", ())]
    told = ", ".join(dict.fromkeys(filter(None, names))) or str(one.get("author") or "")
    return line_of(told, markup=looks_marked_up(told)) or None


def _least_pause(about: _Read) -> timedelta | None:
    """By `ttl`, in minutes, and by `sy:updatePeriod` over `sy:updateFrequency`; the longer of the two."""
    told = [timedelta(minutes=_number(str(about.get("ttl") or ""))), _period(about)]
    pauses = [pause for pause in told if pause]
    return min(max(pauses), _MOST_PAUSE) if pauses else None


def _period(about: _Read) -> timedelta | None:
    period = _PERIODS.get(str(about.get("sy_updateperiod") or "").strip().lower())
    times = _number(str(about.get("sy_updatefrequency") or ""))
    return period / times if period and times else period


def _number(words: str) -> int:
    """Nought where it is none."""
    told = words.strip()
    return int(told) if told.isascii() and told.isdigit() and len(told) < 8 else 0
