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


IN_A_SENTENCE = {
    "day": ("said <time datetime='2016-12-13'>Bo Chu</time>.", "said Bo Chu."),
    "button that explains": ("said <button>Bo Chu</button>.", "said Bo Chu."),
    "label": ("said <label for='x'>Bo Chu</label>.", "said Bo Chu."),
    "struck out": ("said <del>Ann Lee</del> <ins>Bo Chu</ins>.", "said Bo Chu."),
    "struck out before a stop": ("said Bo Chu <s>of Arn</s>.", "said Bo Chu ."),
    "for those who hear the page": (
        "said <a>Bo Chu<span class='sr-only'> (opens in a new tab)</span></a>.",
        "said Bo Chu.",
    ),
    "hidden": ("said Bo Chu<span hidden>, his name</span>.", "said Bo Chu."),
    "not displayed": ("said Bo Chu<i style='display: none'> x</i>.", "said Bo Chu."),
    "shown on wide screens": ("said <span class='hidden-xs'>Bo Chu</span>.", "said Bo Chu."),
    "note in brackets": ("said Bo Chu<a href='#n2'>[2]</a>.", "said Bo Chu."),
    "note raised": ("said Bo Chu.<sup>2</sup>", "said Bo Chu."),
    "raised figure of a measure": ("said Bo Chu of 2 m<sup>2</sup>.", "said Bo Chu of 2 m2."),
    "quotation marked up": ("said <q>my <b>name</b></q>, Bo Chu.", "said “my name”, Bo Chu."),
    "quotation marked up in its own marks": ("said <q>“my name”</q>, Bo Chu.", "said “my name”, Bo Chu."),
    "quotation marked up between marks": ("said “<q>my name</q>”, Bo Chu.", "said “my name”, Bo Chu."),
}


@pytest.mark.parametrize(("marked", "shown"), IN_A_SENTENCE.values(), ids=IN_A_SENTENCE.keys())
def test_sentence_reads_as_its_readers_see_it(marked: str, shown: str) -> None:
    story = f"<p>{LEDE}</p><p>{MORE.replace('said Bo Chu.', marked)}</p><p>{LAST}</p>"
    assert body_of(story) == [LEDE, MORE.replace("said Bo Chu.", shown), LAST]


def test_button_in_a_line_that_is_no_sentence_is_the_page_s() -> None:
    assert body_of(f"<p>{LEDE}</p><p>{MORE}</p><p>Read on? <button>Pay</button></p>")[:2] == [LEDE, MORE]


@pytest.mark.parametrize(
    "block",
    [
        "<div>{}</div>",
        "<div class='para'><div>{}</div></div>",
        "<div><span>{}</span></div>",
        "<p><font>{}<p></p></font></p>",
    ],
    ids=["block", "block in a block", "span in a block", "paragraph in one that is not closed"],
)
def test_blocks_of_prose_are_paragraphs_with_links_or_without(block: str) -> None:
    linked = MORE.replace("Bo Chu", "<a href='/chu'>Bo Chu</a>")
    assert body_of("".join(map(block.format, [LEDE, linked, LAST]))) == [LEDE, MORE, LAST]


def test_link_to_another_story_in_a_block_of_its_own_is_none_of_its_paragraphs() -> None:
    assert body_of(f"<p>{LEDE}</p><div><a href='/x'>{MORE}</a></div><p>{LAST}</p>") == [LEDE, LAST]


def test_marks_that_are_never_closed_part_no_less() -> None:
    assert body_of(f"<p><font>{LEDE}<p><font>{MORE}<p>{LAST}") == [LEDE, MORE, LAST]


def test_table_around_a_story_is_none() -> None:
    cell = f"<td><p>{LEDE}</p><p>{MORE}</p><p>{LAST}</p></td>"
    assert body_of(f"<table><tr><td><a href='/'>Home</a></td>{cell}</tr></table>") == [LEDE, MORE, LAST]


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
