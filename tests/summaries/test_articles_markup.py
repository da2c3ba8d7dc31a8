"""No word of a sentence is lost between a page's marks, and what line breaks part are paragraphs."""

import pytest

from summaries import articles
from summaries.articles.markup import with_short_tags

LEDE = "The old bridge over the Arn fell into the river on Monday, and nobody was hurt, the mayor said."
MORE = "It had stood there for two hundred years, and carts had crossed it before cars did, said Bo Chu."
LAST = "“We will build it again,” she told people on the bank, “and it will stand for two hundred more.”"
BREAKS = {
    "loose under the heading": f"{LEDE}<br><br>{MORE}<br/><br/>\n{LAST}",
    "with white space between": f"{LEDE}<br> \n <br>{MORE}<br><br><br>{LAST}",
    "in one paragraph": f"<p>{LEDE}<br><br>{MORE}<br><br>{LAST}</p>",
    "beside paragraphs": f"<div>{LEDE}<br><br>{MORE}<p>{LAST}</p></div>",
    "with a comment between": f"<div>{LEDE}<br><!-- ad --><br>{MORE}<br><br>{LAST}</div>",
}


def body_of(story: str) -> list[str]:
    head = "<head><title>Bridge falls</title></head>"
    page = f"<html>{head}<body><article><h1>Bridge falls</h1>{story}</article></body></html>"
    article = articles.parse(page, path="x.html", form="html")
    return [span.of(article.text) for span in article.body]


@pytest.mark.parametrize("story", BREAKS.values(), ids=BREAKS.keys())
def test_two_line_breaks_part_paragraphs(story: str) -> None:
    assert body_of(story) == [LEDE, MORE, LAST]


def test_one_line_break_parts_none() -> None:
    assert body_of(f"<p>{LEDE}<br>{MORE}</p><p>{LAST}</p>") == [f"{LEDE} {MORE}", LAST]


@pytest.mark.parametrize("mark", ["link", "related-link", "share", "author", "hidden-print", "promo"])
def test_words_in_a_sentence_stay_whatever_their_mark_is_called(mark: str) -> None:
    marked = MORE.replace("Bo Chu", f'<span class="{mark}"><a href="/b">Bo Chu</a></span>')
    assert body_of(f"<p>{LEDE}</p><p>{marked}</p><p>{LAST}</p>") == [LEDE, MORE, LAST]


def test_story_is_read_where_the_careful_search_finds_the_notice_under_it() -> None:
    notice = (
        "All words on this page are those of their writers, and none may be taken without a letter to us."
    )
    story = "".join(f"<p>{words}</p>" for words in [LEDE, MORE, LAST])
    assert body_of(f'<p>{notice}</p><div class="border">{story}</div>')[-3:] == [LEDE, MORE, LAST]


def test_tag_with_more_attributes_than_any_has_is_cut_short() -> None:
    attributes = "".join(f" a{number}='>'" for number in range(100_000))
    assert with_short_tags(f"<p{attributes}>{LEDE}</p>") == (
        "<p" + "".join(f" a{number}='>'" for number in range(1_000)) + f">{LEDE}</p>"
    )
    assert body_of(f"<p{attributes}>{LEDE}</p><p>{MORE}</p>") == [LEDE, MORE]


@pytest.mark.parametrize(
    "page",
    [
        """<p class="x" id='a>b' hidden data-x = 5 / >It fell.</p><br/><img src=a/b alt="">""",
        "<a b='" * 900 + ">",
        "<a " * 900,
        "a < b" * 2_000,
        "<p>It fell.</p>" * 2_000,
    ],
    ids=["of all forms", "open quotation marks", "never ended", "no tags", "short ones"],
)
def test_other_tags_stay_as_they_are(page: str) -> None:
    assert with_short_tags(page) == page
