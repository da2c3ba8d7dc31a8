"""JSON Feed 1.0 and 1.1, as programs write it."""

import json
from datetime import UTC, datetime

import pytest

from bot.newsroom.sources.resources import read_resource
from bot.newsroom.sources.values import Entry, Feed, Resource, WebPage

HOME = "https://news.test/feeds/all.json"


def read(text: str | bytes) -> Resource:
    raw = text.encode() if isinstance(text, str) else text
    return read_resource(raw, address=HOME, content_type="application/feed+json")


def written(*items: object, version: str = "https://jsonfeed.org/version/1.1", **fields: object) -> str:
    return json.dumps({"version": version, "title": "The News", "items": items, **fields})


def only(*items: object, **fields: object) -> Entry:
    document = read(written(*items, **fields))
    assert isinstance(document, Feed)
    [entry] = document.entries
    return entry


@pytest.mark.parametrize(
    ("version", "form"),
    [
        ("https://jsonfeed.org/version/1", "json10"),
        ("https://jsonfeed.org/version/1.0", "json10"),
        ("http://jsonfeed.org/version/1.1", "json11"),
        ("https://jsonfeed.org/version/2", "json"),
    ],
)
def test_versions_are_told_apart(version: str, form: str) -> None:
    document = read(written(version=version))
    assert isinstance(document, Feed)
    assert (document.form, document.title, document.entries) == (form, "The News", ())


def test_all_that_an_entry_tells_is_kept() -> None:
    entry = only(
        {
            "id": "n:1",
            "url": "https://news.test/1",
            "title": "Rain & <wind>",
            "content_html": "<p>It rained all day.</p>",
            "summary": "It rained.",
            "date_published": "2024-12-24T10:00:00+02:00",
            "date_modified": "2024-12-25T10:00:00Z",
            "authors": [{"name": "Ana Ruiz"}, {"name": "Bo Chu"}],
        }
    )
    assert (entry.id, entry.link, entry.title) == ("n:1", "https://news.test/1", "Rain & <wind>")
    assert (entry.summary, entry.text, entry.author) == (
        "It rained.",
        "<p>It rained all day.</p>",
        "Ana Ruiz, Bo Chu",
    )
    assert entry.published is not None
    assert entry.published.moment == datetime(2024, 12, 24, 8, tzinfo=UTC)
    assert entry.updated is not None
    assert entry.updated.moment == datetime(2024, 12, 25, 10, tzinfo=UTC)


def test_text_beside_html_gives_way_to_it() -> None:
    assert (
        only({"id": "1", "content_text": "One. Two, and far longer.", "content_html": "<p>One.</p>"}).text
        == "<p>One.</p>"
    )


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"content_text": "1 < 2 & 3"}, "1 &lt; 2 &amp; 3"),
        ({"content_text": "One.\n\nTwo <b>."}, "<p>One.</p><p>Two &lt;b&gt;.</p>"),
        ({"summary": "Short."}, "Short."),
        ({"content_html": "<p>Rain<script>alert(1)</script></p>"}, "<p>Rain</p>"),
        ({"content_html": "<p>]]></p>"}, "<p>]]></p>"),
        ({"content_html": 5}, ""),
        ({}, ""),
    ],
)
def test_text_is_html_without_scripts(item: dict[str, object], text: str) -> None:
    assert only({"id": "1", **item}).text == text


@pytest.mark.parametrize(
    ("item", "link"),
    [
        ({"url": "/1"}, "https://news.test/1"),
        ({"url": "2"}, "https://news.test/feeds/2"),
        ({"external_url": "https://other.test/3"}, "https://other.test/3"),
        ({"url": "https://news.test/4", "external_url": "https://other.test/4"}, "https://news.test/4"),
        ({"url": "javascript:alert(1)"}, None),
        ({"url": 5}, None),
        ({"url": 'https://news.test/"><x'}, 'https://news.test/"><x'),
        ({"id": "https://news.test/6"}, "https://news.test/6"),
        ({}, None),
    ],
)
def test_link_is_absolute_and_http_or_none(item: dict[str, object], link: str | None) -> None:
    assert only({"id": "1", **item}).link == link


@pytest.mark.parametrize(
    ("told", "known_as"),
    [
        ("a", "a"),
        (5, "5"),
        (10**30, str(10**30)),
        (None, None),
        ("", None),
        (True, None),
        ({}, None),
        ("a/b", "a/b"),
    ],
)
def test_id_may_be_a_number(told: object, known_as: str | None) -> None:
    assert only({"id": told, "title": "T"}).id == known_as


@pytest.mark.parametrize(
    ("item", "author"),
    [
        ({"author": {"name": "Ana Ruiz"}}, "Ana Ruiz"),
        ({"author": {"name": "Ana Ruiz"}, "authors": [{"name": "Bo Chu"}]}, "Bo Chu"),
        ({"authors": [{"url": "https://a.test/"}]}, None),
        ({"authors": "Ana Ruiz"}, None),
        ({"author": "Ana Ruiz"}, None),
    ],
)
def test_author_of_either_version_is_named(item: dict[str, object], author: str | None) -> None:
    assert only({"id": "1", **item}).author == author


def test_control_characters_and_line_breaks_within_texts_are_read() -> None:
    item = '{"id": "1", "title": "a\tb\x01\nc\\u0000"}'
    document = read(f'\ufeff {{"version": "https://jsonfeed.org/version/1", "items": [{item}]}}')
    assert isinstance(document, Feed)
    assert document.entries[0].title == "a b c"


@pytest.mark.parametrize("items", ["none", {"id": "1"}, None, [1, "x", None]])
def test_items_of_another_kind_are_none(items: object) -> None:
    document = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}))
    assert isinstance(document, Feed)
    assert document.entries == ()


@pytest.mark.parametrize(
    "text",
    [
        '{"version": 1.1}',
        '["https://jsonfeed.org/version/1"]',
        '{"version": "https://jsonfeed.org/version/1"',
        "{NaN}",
    ],
)
def test_other_json_is_no_feed(text: str) -> None:
    assert read(text) == WebPage()
