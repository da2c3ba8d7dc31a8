"""Markdown: front matter tells the parts, marks are lifted, spans stay verbatim."""

import subprocess
import sys
from datetime import date

import pytest

from summaries import articles
from summaries.errors import UnreadableFileError
from summaries.models import Article, Span

PAGE = """---
title: "The bridge that fell"
subtitle: Nobody was hurt, the mayor says
author: [Ann Lee, Bo Chu]
date: 2016-12-14T09:30:00Z
publisher: The Valley Times
place: Riverton
---

# The bridge that fell

![The bridge on Tuesday](bridge.jpg)

The **old** bridge fell into the [river](http://valley.example/arn "Arn") on
Wednesday, the mayor said.

> “It was *old*,” she said.
> “Very old.”

## What comes next

- A new bridge
- A ferry

```
no words of the story
```

The `end` came. <b>Soon</b>.

## Read more
"""


def parse(text: str) -> Article:
    return articles.parse(text, path="x.md", form="markdown")


def words(article: Article, *spans: Span | None) -> list[str | None]:
    return [span.of(article.text) if span else None for span in spans]


def test_front_matter_tells_the_parts() -> None:
    article = parse(PAGE)
    assert words(article, article.headline, article.deck, article.byline, article.dateline) == [
        "The bridge that fell",
        "Nobody was hurt, the mayor says",
        "Ann Lee, Bo Chu",
        "Riverton",
    ]
    assert (article.outlet, article.page_date) == ("The Valley Times", date(2016, 12, 14))
    assert (article.event_date, article.event_date_from) == (date(2016, 12, 14), "published")


def test_marks_are_lifted_from_the_words() -> None:
    article = parse(PAGE)
    assert words(article, *article.captions) == ["The bridge on Tuesday"]
    assert words(article, *article.body) == [
        "The old bridge fell into the river on\nWednesday, the mayor said.",
        "“It was old,” she said.\n“Very old.”",
        "What comes next",
        "A new bridge",
        "A ferry",
        "The end came. Soon.",
    ]


PLAIN = "---\ntitle: Bridge falls\n---\n\n# Bridge falls\n\nThe old\nbridge fell.\n\n## After\n\n- A ferry.\n"


def test_text_without_marks_inside_its_paragraphs_is_the_file_s_own() -> None:
    assert parse(PLAIN).text == PLAIN


@pytest.mark.parametrize(
    ("front", "headline"),
    [
        ("headline: Bridge falls", "Bridge falls"),
        ("title: 'Bridge falls'", "Bridge falls"),
        ("Title: Bridge falls # for now", "Bridge falls"),
        ("title: >\n  Bridge falls\n  at last", "Bridge falls\n  at last"),
        ("headline: Bridge falls\ntitle: Another", "Bridge falls"),
        ("title: ~", None),
        ("title:", None),
        ("tags: [bridge]", None),
    ],
)
def test_headline_of_front_matter(front: str, headline: str | None) -> None:
    article = parse(f"---\n{front}\n---\n\nThe old bridge fell.\n")
    assert words(article, article.headline) == [headline]


@pytest.mark.parametrize(
    ("text", "headline", "body"),
    [
        ("# Bridge falls\n\nIt fell.\n", "Bridge falls", ["It fell."]),
        ("Bridge falls\n============\n\nIt fell.\n", "Bridge falls", ["It fell."]),
        ("It fell.\n", None, ["It fell."]),
        ("---\n---\nIt fell.\n", None, ["It fell."]),
        ("---\n\nNot front matter.\n\n---\n\nIt fell.\n", None, ["Not front matter.", "It fell."]),
        (
            "---\ntitle: Bridge falls\n---\n# Why it fell\n\nIt fell.\n",
            "Bridge falls",
            ["Why it fell", "It fell."],
        ),
    ],
)
def test_headline_and_body(text: str, headline: str | None, body: list[str]) -> None:
    article = parse(text)
    assert words(article, article.headline, *article.body) == [headline, *body]


def test_dateline_of_the_story_stands_before_the_front_matter_s_place() -> None:
    article = parse("---\nplace: Hill\ndate: 2020-01-02\n---\n\nRIVERTON, Jan. 1 (AP) — It fell.\n")
    assert words(article, article.dateline) == ["RIVERTON"]
    assert (article.event_date, article.event_date_from) == (date(2020, 1, 1), "dateline")


@pytest.mark.parametrize("told", ["03/04/2015", "yesterday", "Tuesday, Dec. 14, 2016"])
def test_front_matter_s_date_that_cannot_be_told_is_not_told(told: str) -> None:
    article = parse(f"---\ntitle: Bridge falls\ndate: {told}\n---\n\nIt fell.\n")
    assert (article.page_date, article.event_date) == (None, None)


TOML = """+++
title = "Bridge: the fall" # for now
'subtitle' = 'Nobody was hurt'
date = 2016-12-14T23:30:00-05:00
lastmod = 2016-12-16
authors = [
  "Ann Lee",
  "Bo Chu",
]
canonicalURL = "https://valley.example/bridge"
image = "/bridge.jpg"
draft = false

[params]
title = "Another"
+++

The old bridge fell.
"""


def test_toml_between_plus_signs_is_front_matter() -> None:
    article = parse(TOML)
    assert article.text == TOML
    assert words(article, article.headline, article.deck, article.byline, *article.body) == [
        "Bridge: the fall",
        "Nobody was hurt",
        "Ann Lee",
        "The old bridge fell.",
    ]
    assert (article.page_date, article.published) == (date(2016, 12, 14), "2016-12-15T04:30:00Z")
    assert (article.author, article.modified) == ("Ann Lee, Bo Chu", "2016-12-16")
    assert (article.url, article.image) == (
        "https://valley.example/bridge",
        "https://valley.example/bridge.jpg",
    )


def test_front_matter_tells_of_the_page_what_a_web_page_tells() -> None:
    article = parse(
        "---\ntitle: Bridge falls\nauthor:\n  - Ann Lee\n  - Bo Chu\nupdated: 2016-12-16 10:00:00 +0200\n"
        "link: https://valley.example/bridge\nimage: javascript:alert(1)\n---\n\nThe old bridge fell.\n"
    )
    assert (article.author, article.modified) == ("Ann Lee, Bo Chu", "2016-12-16T08:00:00Z")
    assert (article.url, article.image, article.published) == ("https://valley.example/bridge", None, None)


@pytest.mark.parametrize(
    ("front", "section"),
    [
        ("section: World News", "World News"),
        ("category: [Sport, Football]", "Sport"),
        ("genre: opinion\ntype: post", None),
        ("title: Bridge falls", None),
    ],
    ids=["section", "the first category", "a kind of text", "none"],
)
def test_front_matter_tells_the_section(front: str, section: str | None) -> None:
    assert parse(f"---\n{front}\n---\n\nThe old bridge fell.\n").section == section


@pytest.mark.parametrize(
    "front",
    [
        "---\nauthor:\n  name: Ann Lee\n  twitter: annlee\n---\n",
        "+++\ntitle = 'Bridge falls'\n[author]\nname = 'Ann Lee'\n+++\n",
        "+++\n[params]\nauthor = 'Ann Lee'\n[taxonomies]\nauthors = ['Bo Chu']\n+++\n",
        "+++\n[params]\n[author]\nname = 'Ann Lee'\n+++\n",
        "+++\nauthor = 'Ann Lee'\n[extra]\nauthor = 'Bo Chu'\n+++\n",
    ],
    ids=[
        "name below",
        "table of the author",
        "table of what a site adds",
        "empty table",
        "above the tables first",
    ],
)
def test_front_matter_tells_the_writer_in_a_table_of_its_own(front: str) -> None:
    assert parse(f"{front}\nThe old bridge fell.\n").author == "Ann Lee"


def test_front_matter_that_is_no_toml_is_named_with_its_line() -> None:
    with pytest.raises(UnreadableFileError, match="front matter is not TOML at line 3"):
        parse("+++\ntitle = 'Bridge'\ndate = \n+++\n\nThe old bridge fell.\n")


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 5000], ids=["digits", "brackets"])
def test_front_matter_that_no_toml_reader_takes_is_refused(value: str) -> None:
    with pytest.raises(UnreadableFileError, match="front matter is not TOML"):
        parse(f"+++\ntitle = {value}\n+++\n\nThe old bridge fell.\n")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("It fell[^1] on Monday[^a-b].\n\n[^1]: The Valley Times.\n\n[^a-b]: gone\n", ["It fell on Monday."]),
        ('{{< figure src="a.jpg" caption="It" >}}\n\nIt fell.\n\n{{% note %}}\n', ["It fell."]),
        ("{% include share.html %}\n\nIt {% comment %}fell.\n", ["It fell."]),
        ("It fell.\n{: .lede}\n\nShare this: on Twitter\n", ["It fell."]),
        ("Prices {rose} by 5%.\n", ["Prices {rose} by 5%."]),
        (
            "It fell.\n\n{% highlight text %}\nARN 17:02 DOWN\n{% endhighlight %}\n\nIt rained.\n",
            ["It fell.", "It rained."],
        ),
        ("It fell.\n*[ARN]: the river\n[^1]: The Valley Times.\n", ["It fell."]),
        (
            "It ~~stood~~ fell on Monday, and ~5 carts with it.\n",
            ["It fell on Monday, and ~5 carts with it."],
        ),
        (
            "It fell.\n\n| Year | Carts |\n|---|---|\n| 2016 | 40 |\n\nIt rained.\n",
            ["It fell.", "It rained."],
        ),
        ("It fell | so they say.\n", ["It fell | so they say."]),
    ],
    ids=[
        "footnotes",
        "shortcodes",
        "liquid",
        "attributes and page lines",
        "braces of the text",
        "listings",
        "abbreviations and notes below a line",
        "what is struck out",
        "tables",
        "a bar in a sentence",
    ],
)
def test_what_site_builders_put_among_the_words_is_lifted(text: str, body: list[str]) -> None:
    article = parse(text)
    assert words(article, *article.body) == body


def test_tag_that_is_never_closed_costs_no_more_for_a_longer_text() -> None:
    assert parse("It fell.\n\n" + "{{< {% " * 20_000).body
    assert parse("It fell.\n\n" + "{% raw %} " * 20_000).body


def test_texts_and_markdown_are_read_without_loading_an_html_parser() -> None:
    code = (
        "import sys; from summaries import articles;"
        "articles.parse('# Bridge falls\\n\\nIt fell on Monday.', path='a.md', form='markdown');"
        "articles.parse('Bridge falls\\n\\nIt fell on Monday.', path='a.txt');"
        "sys.exit('lxml' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
