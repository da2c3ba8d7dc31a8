"""How sources stand, in words."""

from bot.domain.sources import ListedSource, Source, SourceState
from bot.domain.words import cut, typed
from bot.render.clock import counted

TITLE_LENGTH = 80
REASON_LENGTH = 200
_STATES = {
    SourceState.ACTIVE: "the last visit failed",
    SourceState.AILING: "ailing",
    SourceState.PAUSED: "paused",
    SourceState.GONE: "gone for good, no longer visited",
}


def name_of(source: Source) -> str:
    """What the feed calls itself, on one line."""
    return typed(source.title, TITLE_LENGTH) or cut(source.address, TITLE_LENGTH)


def ails(source: Source) -> str:
    """What ails the source, and why; empty where nothing does."""
    if source.state is SourceState.ACTIVE and not source.failures:
        return ""
    reason = f": {typed(source.reason, REASON_LENGTH)}" if source.reason else ""
    return f"{_STATES[source.state]}{reason}"


def pace(listed: ListedSource) -> str:
    """ "3 articles a day", "0.4 articles a day"."""
    rate = listed.articles_a_day
    shown = f"{rate:.0f}" if rate >= 10 or rate == int(rate) else f"{rate:.1f}"
    return "1 article a day" if shown == "1" else f"{shown} articles a day"


def came(found: int, known: int) -> str:
    """ "37 feeds, 5 known"."""
    return counted(found, "feed") + (f", {known} known" if known else "")
