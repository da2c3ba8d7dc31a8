"""What must hold of every article, of generated pages and of real ones."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summaries import articles
from summaries.articles import Form, story_start
from summaries.errors import UnreadableFileError
from summaries.models import Article, Span

EVAL = Path(os.environ.get("EVAL", Path(__file__).parents[3] / "shared" / "eval"))
LINES = st.sampled_from(
    [
        "The Valley Times",
        "Wednesday 24 of April 2024",
        "Published Dec. 14, 2016",
        "Old Bridge Falls Into the River",
        "By Ann Lee",
        "Ann Lee",
        "RIVERTON 1996-08-30",
        "RIVERTON, Wales",
        "1996-08-30",
        "RIVERTON, Dec. 14 (AP) — The bridge fell.",
        "(CNN)The bridge fell.",
        "(CNN)",
        "BEIRUT —",
        "People look at the river. Photo: AP/Ann Lee",
        "Mayor says nobody was hurt",
        "“It fell,” she said.",
        "The old bridge over the Arn fell into the river on Monday, and nobody was hurt, the mayor said.",
        "Share",
        "© 2023 Valley Press",
        "# A heading",
        "**",
        "---",
        "title: Bridge",
        "> quoted",
        "![x](y)",
        "\t",
        "\u2028",
        "\u00a0",
    ]
)
PAGES = st.lists(LINES | st.text(max_size=40), max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n"]).map(lambda end: end.join(lines))
)
FORMS: st.SearchStrategy[Form] = st.sampled_from(["text", "markdown", "html"])


def holds(article: Article) -> None:
    """Parts are stripped stretches of the text that do not overlap; the body is in order."""
    named = (article.headline, article.deck, article.byline)
    parts = [span for span in (*named, *article.captions, *article.body) if span is not None]
    for span in parts:
        assert 0 <= span.start < span.end <= len(article.text)
        assert span.of(article.text).strip() == span.of(article.text)
    for first in parts:
        assert not [second for second in parts if second is not first and second.meets(first)]
    assert list(article.body) == sorted(article.body)
    assert article.body[0].start <= story_start(article) <= article.body[0].end
    if article.dateline is not None:
        assert article.dateline.of(article.text).strip() == article.dateline.of(article.text) != ""
    assert (article.event_date is None) == (article.event_date_from is None)


@given(page=PAGES, form=FORMS)
@settings(max_examples=300)
def test_generated_page_is_read_or_named(page: str, form: Form) -> None:
    with suppress(UnreadableFileError):
        holds(articles.parse(page, path="x", form=form))


@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
@settings(max_examples=200)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_any_bytes_are_read_or_named(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, raw: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / f"any{suffix}"
    file.write_bytes(raw)
    with suppress(UnreadableFileError):
        holds(articles.load(file))


@given(words=st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=5))
@settings(max_examples=100)
def test_id_depends_on_the_body_alone(words: list[str]) -> None:
    body = " ".join(words)
    moved = articles.content_id("x" + body, [Span(1, 1 + len(body))])
    assert moved == articles.content_id(body, [Span(0, len(body))])


def real_pages() -> Iterator[Path]:
    yield from sorted(
        file for folder in ("quotes", "actors", "summaries", "pages") for file in (EVAL / folder).glob("*.*")
    )


@pytest.mark.skipif(not EVAL.is_dir(), reason=f"no real articles here; set EVAL to their folder (now {EVAL})")
def test_real_pages_are_read_whole() -> None:
    for file in real_pages():
        article = articles.load(file)
        holds(article)
        if file.suffix == ".txt":
            assert article.text == file.read_text(encoding="utf-8-sig")


@pytest.mark.skipif(not EVAL.is_dir(), reason=f"no real articles here; set EVAL to their folder (now {EVAL})")
def test_wire_stories_tell_headline_place_and_day() -> None:
    stories = [articles.load(file) for file in sorted((EVAL / "actors").glob("*.txt"))]
    told = [
        story
        for story in stories
        if story.headline and story.dateline and story.event_date_from == "dateline"
    ]
    assert len(told) >= 0.95 * len(stories)
