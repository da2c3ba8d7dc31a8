"""An analysis as text for a terminal: the briefing, and all that was found. Pure, without colours."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from summaries.lexicon.genres import SHOWN_AS
from summaries.listing import listed
from summaries.models import Actor, Analysis, Article, Quote, Span, joined
from summaries.shown import description_of

_MOST_QUOTES = 5  # of a briefing: a screen holds the story, its voices and its people
_MOST_ACTORS = 8
_WHERE_DATE_STANDS = {
    "caption": "from a caption",
    "dateline": "from the dateline",
    "body": "from the story",
}


def plain_briefing(analysis: Analysis, *, width: int) -> str:
    """Headline, place and date, summary, the first quotations, the main actors."""
    spoken = [quote for quote in analysis.quotes if quote.verbatim]
    shown = _first_voices(spoken)
    sure = [analysis.actors[place] for place in listed(analysis)]
    parts = [
        _heading(analysis.article, width),
        _summary(analysis, width),
        _section("Quotes", _quotes(analysis, shown, width), len(spoken) - len(shown)),
        _section(
            "Who",
            _actors(analysis, sure[:_MOST_ACTORS], width),
            len(sure) - _MOST_ACTORS,
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def report(analysis: Analysis, *, width: int) -> str:
    """All that was found: every part of the page, every quotation and its kind, every actor."""
    parts = [
        _heading(analysis.article, width),
        _section("Page", _page(analysis.article, width)),
        _summary(analysis, width),
        _section("Quotes", _quotes(analysis, analysis.quotes, width, kinds=True)),
        _section("Who", _actors(analysis, analysis.actors, width)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def heading(article: Article) -> str:
    """The headline on one line, or that there is none."""
    return _words(article, article.headline) or "(no headline)"


def list_line(article: Article) -> str:
    """The headline as a line of a list, behind the kind of text where it is no report and does not say so."""
    kind, headline = _kind(article), heading(article)
    told = headline.casefold().startswith(kind.casefold())
    return headline if told else f"{kind} · {headline}"


def front_page(stories: Iterable[Sequence[tuple[str, str]]], *, width: int) -> str:
    """The stories, each a block of its articles: heading, and below it the path."""
    blocks = []
    for story in stories:
        lines = [f"{len(story)} articles" if len(story) > 1 else "1 article"]
        for headed, path in story:
            lines += [_wrap(headed, width, first="  ", rest="    "), f"    {path}"]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _first_voices(spoken: Sequence[Quote]) -> list[Quote]:
    """The first quotations, whole ones before single words, in the article's order."""
    chosen = sorted(spoken, key=lambda quote: quote.kind != "direct")[:_MOST_QUOTES]
    return [quote for quote in spoken if quote in chosen]


def _heading(article: Article, width: int) -> str:
    place = _words(article, article.dateline)
    line = " · ".join(part for part in (_kind(article), article.outlet, place, _date(article)) if part)
    deck = _words(article, article.deck)
    told = [_wrap(part, width) for part in ("─" * width, heading(article), line, deck) if part]
    # An address that is wrapped leads nowhere.
    return "\n".join([*told, article.url] if article.url else told)


def _kind(article: Article) -> str:
    return SHOWN_AS.get(article.genre, "") if article.genre is not None else ""


def _date(article: Article) -> str:
    """The day of the news and where it stands, of the publication plainly; no word where it is not told."""
    if article.event_date is None:
        return ""
    where = _WHERE_DATE_STANDS.get(article.event_date_from or "")
    return f"{article.event_date:%-d %B %Y}" + (f" ({where})" if where else "")


def _summary(analysis: Analysis, width: int) -> str:
    if not analysis.analysed:
        return _wrap(f"Written in {analysis.article.language!r}, which is not read: no summary.", width)
    sentences = (_words(analysis.article, span) for span in analysis.summary)
    return "\n".join(_wrap(sentence, width, first="• ", rest="  ") for sentence in sentences)


def _quotes(analysis: Analysis, quotes: Iterable[Quote], width: int, *, kinds: bool = False) -> Iterator[str]:
    for quote in quotes:
        article = analysis.article
        content = joined(article.text, ((span, _words(article, span)) for span in quote.content))
        speaker = _speaker(analysis, quote)
        kind = f" ({quote.kind})" if kinds else ""
        yield _wrap(content, width, first="  ", rest="  ")
        yield _wrap(f"— {speaker}{kind}", width, first="      ", rest="        ")


def _speaker(analysis: Analysis, quote: Quote) -> str:
    named = analysis.actors[quote.actor] if quote.actor is not None else None
    if named is None:
        return _words(analysis.article, quote.speaker) or "unattributed"
    described = _words(analysis.article, description_of(analysis, named))
    who = ", ".join(part for part in (named.name, described) if part)
    return who if quote.speaker else f"{who}, from the context"


def _actors(analysis: Analysis, actors: Iterable[Actor], width: int) -> Iterator[str]:
    for actor in actors:
        described = _words(analysis.article, actor.description)
        who = ", ".join(part for part in (actor.name, described) if part)
        aliases = f" — also {', '.join(actor.aliases)}" if actor.aliases else ""
        yield _wrap(f"{who}{aliases} ({len(actor.mentions)})", width, first="  ", rest="    ")


def _page(article: Article, width: int) -> Iterator[str]:
    told = (
        ("Path", article.path),
        ("Id", article.id),
        ("Byline", _words(article, article.byline)),
        ("Page date", f"{article.page_date or ''}"),
        ("Published", article.published),
        ("Modified", article.modified),
        ("Author", article.author),
        ("Encoding", "damaged, and mended" if article.mended else None),
        ("Language", article.language or "not told"),
        *(("Caption", _words(article, caption)) for caption in article.captions),
        ("Paragraphs", str(len(article.body))),
    )
    for name, words in told:
        if words:
            yield _wrap(f"{name}: {words}", width, first="  ", rest="    ")


def _section(title: str, lines: Iterable[str], left_out: int = 0) -> str:
    shown = [*lines, f"  and {left_out} more"] if left_out > 0 else list(lines)
    return "\n".join([title, *shown]) if shown else ""


def _words(article: Article, span: Span | None) -> str:
    """The words of a span on one line: a hard-wrapped paragraph has line breaks within."""
    return " ".join(span.of(article.text).split()) if span else ""


def _wrap(words: str, width: int, *, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        words,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=True,
    )
