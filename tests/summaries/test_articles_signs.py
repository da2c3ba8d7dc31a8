"""What a web page's head, and a file's front matter, say of the kind of text."""

import json

import pytest
from lxml import html

from summaries import articles
from summaries.articles.jsonld import find_nodes
from summaries.articles.parts import NO_SIGNS, Signs
from summaries.articles.signs import read_signs
from summaries.models import Genre

STORY = (
    "The ferry to Ost stayed in harbour on Monday, its captain said, because there was no fuel for it.",
    "“We have fuel for a week,” Rosa Lind told passengers, who were waiting on the quay with their bags.",
    "The council will meet on Friday, according to its clerk, and the harbour master said he would come.",
)
TITLE = "<title>Ferry stays</title>"


def a_web_page(head: str = "", *, above: str = "") -> str:
    story = "".join(f"<p>{one}</p>" for one in STORY)
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><nav><a href="/opinion">Opinion</a></nav>'
        f"<article>{above}<h1>Ferry stays</h1>{story}</article></body></html>"
    )


def data(**said: object) -> str:
    return f'{TITLE}<script type="application/ld+json">{json.dumps(said)}</script>'


def signs_of(page: str) -> Signs:
    tree = html.fromstring(page)
    return read_signs(tree, tuple(find_nodes(tree)))


@pytest.mark.parametrize(
    ("head", "genre"),
    [
        pytest.param(TITLE, "news", id="none"),
        pytest.param(data(**{"@type": "OpinionNewsArticle"}), "opinion", id="type"),
        pytest.param(data(**{"@type": ["NewsArticle", "LiveBlogPosting"]}), "live", id="types"),
        pytest.param(
            data(**{"@graph": [{"@type": "WebPage"}, {"@type": "LiveBlogPosting"}]}), "live", id="graph"
        ),
        pytest.param(
            data(**{"@type": "NewsArticle", "articleSection": ["Local", "Opinion"]}), "opinion", id="section"
        ),
        pytest.param(
            data(
                **{
                    "@type": "BreadcrumbList",
                    "itemListElement": [{"name": "Home"}, {"item": {"name": "Letters to the Editor"}}],
                }
            ),
            "opinion",
            id="breadcrumb",
        ),
        pytest.param(
            data(**{"@type": "NewsArticle", "mentions": {"@type": "LiveBlogPosting"}}), "news", id="mentioned"
        ),
        pytest.param(data(**{"@type": ["Article", "FAQPage"]}), "news", id="questions-beside-an-article"),
        pytest.param(
            data(**{"@type": "NewsArticle", "author": {"name": "The Editorial Board"}}),
            "opinion",
            id="author",
        ),
        pytest.param(data(**{"@type": "Recipe"}), "other", id="recipe"),
        pytest.param(data(**{"@type": "AnalysisNewsArticle"}), None, id="analysis"),
        pytest.param(TITLE + '<meta property="article:section" content="Comment">', "opinion", id="meta"),
        pytest.param(
            TITLE + '<link rel="canonical" href="https://ost.example/commentisfree/2021/ferry">',
            "opinion",
            id="address",
        ),
        pytest.param(
            TITLE + '<meta property="og:url" content="https://ost.example/world/live/2021/ferry">',
            "live",
            id="address-of-a-live-page",
        ),
        pytest.param(
            TITLE + '<link rel="canonical" href="https://ost.example/press-releases/ferry">',
            "release",
            id="press",
        ),
        pytest.param(
            TITLE + '<link rel="canonical" href="https://ost.example/the-opinion-of-the-court">',
            "news",
            id="word-of-an-address",
        ),
        pytest.param(TITLE + '<link rel="canonical" href="http://[ost">', "news", id="no-address"),
        pytest.param("<title>Ferry stays | Ana Ruiz | Opinion | Ost Post</title>", "opinion", id="title"),
        pytest.param(
            TITLE + '<script type="application/ld+json">{"@type": "Opinion</script>', "news", id="broken-data"
        ),
    ],
)
def test_head_of_a_page_tells_the_kind(head: str, genre: Genre | None) -> None:
    assert articles.parse(a_web_page(head), path="x.html", form="html").genre == genre


@pytest.mark.parametrize(
    ("above", "sections"),
    [
        pytest.param('<a href="/o">Opinion</a>', ("Opinion",), id="beside"),
        pytest.param("<div><span>Guest column</span></div>", ("Guest column",), id="within"),
        pytest.param("<ul><li>Opinion</li></ul>", (), id="menu"),
        pytest.param(f"<p>{STORY[0]}</p>", (), id="prose"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_short_line_above_the_headline_is_a_section(above: str, sections: tuple[str, ...]) -> None:
    assert signs_of(a_web_page(above=above)).sections == sections


def test_page_that_says_nothing_has_no_signs() -> None:
    assert signs_of("<html><body><p>Ferry</p></body></html>") == NO_SIGNS


@pytest.mark.parametrize(
    ("front", "genre"),
    [
        pytest.param("section: Opinion", "opinion", id="section"),
        pytest.param("categories: [Local, Letters]", "opinion", id="categories"),
        pytest.param("category: Local", "news", id="another"),
    ],
)
def test_front_matter_tells_the_kind(front: str, genre: Genre) -> None:
    page = f"---\ntitle: Ferry stays\n{front}\n---\n\n" + "\n\n".join(STORY)
    assert articles.parse(page, path="x.md", form="markdown").genre == genre
