"""What must hold of every article: each span is in range, each message is one that Telegram takes.

Over the article of seeds/, and over the gold articles where they are.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.articles import ArticleState, StoredArticle, Story
from bot.render.articles import full_text
from bot.render.briefing import story as story_page
from bot.render.edition import corrected, withdrawn
from bot.render.story_quotes import story_quotes
from bot.render.unsaid import Unsaid
from summaries.analysis import analyze
from summaries.articles import load
from summaries.jsonform import from_json, to_json
from summaries.models import Analysis, Span
from tests.bot.telegram_rules import assert_taken
from tests.whole.process import ROOT, SEED

EVAL = Path(os.environ.get("EVAL", ROOT.parent / "shared" / "eval"))
SHARES = 5  # of the gold articles, one of which each run reads: all of them take minutes
MOST_PAGES = 200  # of one article: a page more would be a page that never ends
NOON = datetime(2016, 12, 14, 12, tzinfo=UTC)


def read(path: Path) -> str:
    """What a worker process gives back."""
    return to_json(analyze(load(path)))


def test_the_seed_holds() -> None:
    assert_holds(from_json(read(SEED)))


@pytest.mark.skipif(not EVAL.is_dir(), reason=f"no real articles here; set EVAL to their folder (now {EVAL})")
@pytest.mark.parametrize("folder", ["quotes", "actors", "summaries", "pages"])
@pytest.mark.parametrize(
    "share", [0, *(pytest.param(number, marks=pytest.mark.attack) for number in range(1, SHARES))]
)
def test_every_gold_article_holds(folder: str, share: int) -> None:
    for path in sorted((EVAL / folder).iterdir())[share::SHARES]:
        assert_holds(from_json(read(path)))


def assert_holds(analysis: Analysis) -> None:
    text = analysis.article.text
    for span in all_spans(analysis):
        assert 0 <= span.start < span.end <= len(text), (analysis.article.path, span)
        assert span.of(text) == span.of(text).strip(), (analysis.article.path, span)
    for quote in analysis.quotes:
        assert quote.actor is None or 0 <= quote.actor < len(analysis.actors)
        assert all(any(piece.meets(marked) for piece in quote.content) for marked in quote.verbatim)
    body = Span(analysis.article.body[0].start, analysis.article.body[-1].end)
    assert all(body.holds(sentence) for sentence in analysis.summary)
    for message in all_messages(analysis):
        assert_taken([message])


def all_spans(analysis: Analysis) -> Iterator[Span]:
    article = analysis.article
    yield from (part for part in (article.headline, article.deck, article.byline, article.dateline) if part)
    for spans in (article.captions, article.body, analysis.sentences, analysis.summary):
        yield from spans
    for actor in analysis.actors:
        yield from actor.mentions
        if actor.description:
            yield actor.description
    for quote in analysis.quotes:
        yield from (*quote.content, *quote.verbatim)
        yield from (span for span in (quote.cue, quote.speaker) if span)
    for action in analysis.actions:
        yield from (action.sentence, action.verb)


def all_messages(analysis: Analysis) -> Iterator[Unsaid]:
    article = StoredArticle(
        id=1,
        revision_id=1,
        state=ArticleState.LIVE,
        story_id=1,
        filed_at=NOON,
        changed_at=NOON,
        not_before=None,
        correction=None,
        analysis=analysis,
    )
    story = Story(id=1, articles=(article,))
    yield story_page(story)
    yield withdrawn(article)
    yield corrected(article, "It was Tuesday, not Monday.")
    yield from all_pages(lambda page: full_text(article, page=page))
    yield from all_pages(lambda page: story_quotes(story, page=page))


def all_pages(page: Callable[[int], Sequence[Unsaid]]) -> Iterator[Unsaid]:
    """Page after page, until turning on shows the last one again."""
    before: Sequence[Unsaid] = ()
    for number in range(MOST_PAGES):
        shown = page(number)
        if shown == before:
            return
        yield from shown
        before = shown
    raise AssertionError("the pages never end")
