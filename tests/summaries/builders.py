"""Builds articles whose spans are right by construction."""

from collections.abc import Sequence
from datetime import date

from summaries.articles import content_id
from summaries.models import Article, EventDateFrom, Span


def an_article(
    *body: str,
    headline: str | None = "Bridge falls into the river",
    deck: str | None = None,
    captions: Sequence[str] = (),
    dateline: str | None = None,
    outlet: str | None = "The Valley Times",
    page_date: date | None = None,
    event_date: date | None = None,
    event_date_from: EventDateFrom | None = None,
    language: str | None = "en",
    path: str = "seeds/bridge.txt",
) -> Article:
    """An article of these paragraphs; `dateline` is a word that the first of them begins with."""
    paragraphs = body or ("The old bridge fell into the river on Monday.", "Nobody was hurt, the mayor said.")
    front = [part for part in (headline, *captions, deck) if part is not None]
    pieces, spans, start = [*front, *paragraphs], [], 0
    for piece in pieces:
        spans.append(Span(start, start + len(piece)))
        start += len(piece) + 2
    text = "\n\n".join(pieces)
    first = 1 if headline is not None else 0
    story = tuple(spans[len(front) :])
    return Article(
        id=content_id(text, story),
        path=path,
        text=text,
        headline=spans[0] if headline is not None else None,
        deck=spans[len(front) - 1] if deck is not None else None,
        dateline=Span(story[0].start, story[0].start + len(dateline)) if dateline is not None else None,
        outlet=outlet,
        captions=tuple(spans[first : first + len(captions)]),
        body=story,
        page_date=page_date,
        event_date=event_date,
        event_date_from=event_date_from,
        language=language,
    )


def a_page(*paragraphs: str) -> str:
    """A page of text: the paragraphs with a blank line between."""
    return "\n\n".join(paragraphs) + "\n"
