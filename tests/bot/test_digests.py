"""What a digest tells of an actor: deeds that are news, of reports alone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.actors import ActorDigest, ActorEntry
from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.digests import Appearance, compose_digest
from summaries.models import Analysis, Genre
from tests.bot.library import an_analysis, did, said

NOW = datetime(2016, 12, 14, tzinfo=UTC)


def _digest(analysis: Analysis, name: str) -> ActorDigest:
    place = next(n for n, actor in enumerate(analysis.actors) if actor.name == name)
    article = StoredArticle(
        id=1,
        revision_id=1,
        state=ArticleState.LIVE,
        story_id=1,
        filed_at=NOW,
        changed_at=NOW,
        not_before=None,
        correction=None,
        analysis=analysis,
    )
    entry = ActorEntry(id=1, name=name, kind="person", articles=1)
    read = [Appearance(article=article, places=frozenset({place}))]
    return compose_digest(entry, read, also_named=(), beside=(), read_on=())


@pytest.mark.parametrize(
    ("genre", "news", "told"),
    [
        pytest.param("news", True, 1, id="deed"),
        pytest.param("news", False, 0, id="deed-that-is-no-news"),
        pytest.param(None, True, 1, id="of-no-certain-kind"),
        pytest.param("opinion", True, 0, id="of-a-column"),
        pytest.param("live", True, 0, id="of-a-live-page"),
    ],
)
def test_deeds_are_told_that_are_news_of_reports(genre: Genre | None, news: bool, told: int) -> None:
    found = an_analysis(sentences=(), actions=(did("Voss", "sued", "Orme"),), genre=genre)
    analysis = replace(found, actions=tuple(replace(action, news=news) for action in found.actions))
    did_lines, done_lines = _digest(analysis, "Voss").did, _digest(analysis, "Orme").done_to
    assert (len(did_lines), len(done_lines)) == (told, told)


@pytest.mark.parametrize("told", ["In 2011 Voss spoke to the town.", "Years ago Voss spoke to the town."])
def test_what_was_said_long_before_stands_below_all_that_was_said_now(told: str) -> None:
    then, now = "The bridge will stand for a hundred years, I promise you", "The bridge is lost to us all"
    found = an_analysis(sentences=(told,), quotes=(said("Voss", then), said("Voss", now)))
    lines = [line.article.text[line.start : line.end] for line in _digest(found, "Voss").statements]
    assert [now in line for line in lines] == [True, False]
    assert then in lines[1]
