"""An entry that has its whole text, as a page for the reader of articles."""

import re
from typing import Final

from markupsafe import Markup, escape

from bot.newsroom.sources.entry_dates import Dated
from bot.newsroom.sources.values import Entry

_WHOLE: Final = 1_200  # characters, about 200 words: less may be a summary, and the page is looked at
_CUT_SHORT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:continue reading|read (?:more|on))[^.]{0,40})\W*$", re.IGNORECASE
)
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_PAGE: Final = Markup(
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>{told}</head>"
    "<body><article><h1>{title}</h1>{text}</article></body></html>"
)
_TOLD: Final = Markup('<meta property="{name}" content="{value}">')


def is_whole(entry: Entry) -> bool:
    """Whether the feed has the entry's whole text: as long as an article's and not cut short."""
    return len(entry.words) >= _WHOLE and _CUT_SHORT.search(entry.words[-100:]) is None


def page_of(entry: Entry, *, outlet: str, dated: Dated) -> str:
    """The entry as a web page that tells of itself what the feed tells of it."""
    told = {
        "og:site_name": outlet,
        "og:url": entry.link,
        "author": entry.author,
        "article:published_time": None if dated.basis == "first seen" else date_words(dated),
    }
    metas = [_TOLD.format(name=name, value=value) for name, value in told.items() if value]
    text = Markup(_paragraphs(entry))  # noqa: S704 (read by our reader, shown by nobody)
    return str(_PAGE.format(title=escape(entry.title), told=Markup("").join(metas), text=text))


def date_words(dated: Dated) -> str:
    """ISO 8601 in UTC, the day alone where no hour is told."""
    return f"{dated.moment:%Y-%m-%dT%H:%M:%SZ}" if dated.hour_told else f"{dated.moment:%Y-%m-%d}"


def _paragraphs(entry: Entry) -> str:
    """The text in paragraphs: what has none is one a line."""
    if _PARAGRAPH.search(entry.text):
        return entry.text
    return "".join(f"<p>{escape(line)}</p>" for line in entry.words.split("\n"))
