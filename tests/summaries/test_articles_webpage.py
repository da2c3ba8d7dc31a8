"""Web pages: the story is found among the rest, and its parts are spans of the extracted text."""

from datetime import date

import pytest

from summaries import articles
from summaries.errors import UnreadableFileError
from summaries.models import Article

LEDE = "RIVERTON, Wales — The old bridge over the Arn fell into the river on Monday, and nobody was hurt."
MORE = "It had stood there for two hundred years, and carts had crossed it before cars did, the mayor said."
LAST = "“We will build it again,” she told people on the bank, “and it will stand for two hundred more.”"
HEAD = """<head><title>Bridge falls | The Valley Times</title>
<meta property="og:title" content="Bridge falls"><meta property="og:site_name" content="The Valley Times">
<meta property="article:published_time" content="2016-12-14T09:30:00Z"></head>"""


def a_web_page(story: str, *, head: str = HEAD) -> str:
    return f"""<!DOCTYPE html><html lang="en">{head}<body>
    <nav><a href="/">Home</a><a href="/world">World</a></nav>
    <article><h1>Bridge falls</h1>{story}</article>
    <aside><h3>Most read</h3><a href="/a">Cat in tree</a></aside>
    <footer>© 2016 Valley Press</footer></body></html>"""


def paragraphs(*words: str) -> str:
    return "".join(f"<p>{one}</p>" for one in words)


def parse(page: str) -> Article:
    return articles.parse(page, path="x.html", form="html")


def test_story_is_read_with_its_headline_first() -> None:
    article = parse(a_web_page(paragraphs(LEDE, MORE, LAST)))
    assert article.text == "\n\n".join(["Bridge falls", LEDE, MORE, LAST])
    assert article.headline is not None
    assert article.headline.of(article.text) == "Bridge falls"
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]
    assert article.dateline is not None
    assert article.dateline.of(article.text) == "RIVERTON, Wales"


def test_page_tells_its_outlet_and_day_of_publication() -> None:
    article = parse(a_web_page(paragraphs(LEDE.replace("on Monday", "today"), MORE, LAST)))
    assert (article.outlet, article.page_date) == ("The Valley Times", date(2016, 12, 14))
    assert (article.event_date, article.event_date_from) == (date(2016, 12, 14), "published")


def test_page_without_a_day_tells_none() -> None:
    article = parse(a_web_page(paragraphs(LEDE, MORE, LAST), head="<head><title>Bridge falls</title></head>"))
    assert (article.page_date, article.event_date, article.event_date_from) == (None, None, None)


def test_what_stands_above_the_headline_is_another_s() -> None:
    page = a_web_page("").replace(
        "<h1>Bridge falls</h1>", f"<p>{LAST}</p><h1>Bridge falls</h1>{paragraphs(LEDE, MORE)}"
    )
    article = parse(page)
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE]


def test_heading_at_the_end_is_left_out() -> None:
    article = parse(a_web_page(paragraphs(LEDE, MORE, LAST) + "<h2>Tell us what you think</h2>"))
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]


def test_agency_without_a_place_is_no_part_of_the_body() -> None:
    article = parse(a_web_page(paragraphs("(Reuters) — " + MORE, LAST)))
    assert [span.of(article.text) for span in article.body] == [MORE, LAST]


def test_markup_of_the_headline_is_words_where_it_is_escaped() -> None:
    head = HEAD.replace("Bridge falls", "Mayor says &lt;b&gt;no&lt;/b&gt; &amp; leaves")
    article = parse(a_web_page(paragraphs(LEDE, MORE, LAST), head=head))
    assert article.headline is not None
    assert article.headline.of(article.text) == "Mayor says <b>no</b> & leaves"


@pytest.mark.parametrize("page", ["", "<html></html>", a_web_page("").replace("Bridge falls", "")])
def test_page_without_a_story_is_unreadable(page: str) -> None:
    with pytest.raises(UnreadableFileError):
        parse(page)


def test_picture_s_title_that_repeats_the_headline_ends_no_other_story() -> None:
    article = parse(a_web_page(paragraphs(LEDE, "Bridge falls", MORE, LAST)))
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]


def test_byline_desk_outlet_and_day_above_the_story_are_no_part_of_it() -> None:
    front = ("By Ann Lee", "Valley Staff Reporter", "CNN", "December 14, 2016")
    article = parse(a_web_page(paragraphs(*front, LEDE, MORE, LAST)))
    assert article.byline is not None
    assert article.byline.of(article.text) == "By Ann Lee"
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]


def test_caption_is_told_without_its_credit_and_a_teaser_is_none() -> None:
    caption = "The bridge seen from the bank of the Arn on a day in May"
    figure = f"<figure><figcaption>{caption}. Ann Lee/Valley Times</figcaption></figure>"
    teaser = f"<figure><figcaption>{MORE} {LAST}</figcaption></figure>"
    page = a_web_page(paragraphs(LEDE, caption, MORE, LAST)).replace("<footer>", f"{figure}{teaser}<footer>")
    article = parse(page)
    assert [span.of(article.text) for span in article.captions] == [caption]
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]


UNDER_PICTURES = {
    "list of one behind it": "<figure><img></figure><ul><li><p>Ann Lee at her farm</p></li></ul>",
    "credit marked": '<p>Ann Lee at her farm. <span class="photo credit">By BO CHU</span></p>',
    "where things stand": "<p>Clockwise from top: Ann Lee, her farm, and the old bridge at low water.</p>",
    "which is right": "<p>Above, the old bridge at low water; right, the stones that fell from it.</p>",
    "old picture": "<p>The bridge over the Arn at low water in a dry year. (FILE)</p>",
}


@pytest.mark.parametrize("picture", UNDER_PICTURES.values(), ids=UNDER_PICTURES.keys())
def test_words_under_a_picture_are_no_part_of_the_body(picture: str) -> None:
    article = parse(a_web_page(paragraphs(LEDE, MORE) + picture + paragraphs(LAST)))
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]


def test_paragraph_whose_words_a_caption_repeats_stays() -> None:
    figure = f"<figure><img><figcaption>{MORE}</figcaption></figure>"
    article = parse(a_web_page(paragraphs(LEDE, MORE) + figure + paragraphs(LAST)))
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]


def test_notes_under_the_story_stand_in_the_text_and_not_in_the_body() -> None:
    note = "This article was amended on 16 December 2016 to mend the name of a river in it."
    article = parse(a_web_page(paragraphs(LEDE, "READ MORE: Cows on the ferry", MORE, LAST, note)))
    assert article.text == "\n\n".join(["Bridge falls", LEDE, MORE, LAST, note])
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]


def test_deck_is_what_the_page_marks_as_one_above_its_story() -> None:
    deck = "Nobody was hurt, and a ferry will cross the Arn from the first of May, the mayor says"
    marked = f'<p class="article-standfirst">{deck}</p>'
    article = parse(a_web_page(marked + paragraphs(LEDE, MORE, LAST)))
    assert article.deck is not None
    assert article.deck.of(article.text) == deck
    assert [span.of(article.text) for span in article.body] == [LEDE, MORE, LAST]
    plain = parse(a_web_page(paragraphs(deck, LEDE, MORE, LAST)))
    assert plain.deck is None


HEADS = {
    "marked deck, name behind by": (
        '<p class="standfirst">Nobody was on it when it went down</p><div class="by">By <a>Ann Lee</a></div>',
        "Nobody was on it when it went down",
        "By Ann Lee",
    ),
    "deck marked by its part's name": (
        '<div data-testid="standfirst"><p>Nobody was on it when it went down</p></div>',
        "Nobody was on it when it went down",
        None,
    ),
    "lesser heading, name alone": (
        "<h2>Nobody was on it when it went down</h2><span>Ann Lee</span>",
        "Nobody was on it when it went down",
        "Ann Lee",
    ),
    "lesser heading further down": (f"<p>{LEDE}</p><h2>Nobody was on it when it went down</h2>", None, None),
    "another's name": ("<div>By <a>Bo Chu</a></div>", None, None),
    "name glued to its label": ("<div><i>By</i><b>Ann Lee</b></div>", None, "Ann Lee"),
}


@pytest.mark.parametrize(("under", "deck", "byline"), HEADS.values(), ids=HEADS.keys())
def test_deck_and_byline_under_the_heading_stand_in_the_text(
    under: str, deck: str | None, byline: str | None
) -> None:
    head = HEAD.replace("</head>", '<meta name="author" content="Ann Lee"></head>')
    page = a_web_page(under + paragraphs(LEDE, MORE, LAST), head=head)
    article = parse(page)
    assert (article.deck and article.deck.of(article.text)) == deck
    assert (article.byline and article.byline.of(article.text)) == byline
    assert article.body[-1].of(article.text) == LAST


def test_title_of_an_entry_stands_apart_from_its_text() -> None:
    entry = f"<div><div>Bridge is closed!</div>{MORE}</div>"
    article = parse(a_web_page(paragraphs(LEDE) + entry + paragraphs(LAST)))
    assert "closed!It" not in article.text
    assert MORE in article.text


@pytest.mark.parametrize("opening", ["Valley News – ", "DALE via JTA — "])
def test_paper_before_a_dash_is_no_part_of_the_story(opening: str) -> None:
    article = parse(a_web_page(paragraphs(opening + MORE, LAST)))
    assert article.body[0].of(article.text) == MORE


def test_capital_before_a_colon_is_a_dateline() -> None:
    article = parse(a_web_page(paragraphs(f"DOHA: {MORE}", LAST)))
    assert article.dateline is not None
    assert article.dateline.of(article.text) == "DOHA"
    assert parse(a_web_page(paragraphs(f"ANN LEE: {MORE}", LAST))).dateline is None


def test_place_before_a_colon_is_a_dateline_where_the_story_is_told_to_be_in_it() -> None:
    article = parse(a_web_page(paragraphs(f"ARN DALE: {MORE}", LAST.replace("bank", "bank in Arn Dale"))))
    assert article.dateline is not None
    assert article.dateline.of(article.text) == "ARN DALE"
    assert (
        parse(a_web_page(paragraphs(f"ANN LEE: {MORE}", LAST.replace("told", "told Ann Lee and")))).dateline
        is None
    )


def test_the_page_s_title_that_ran_into_the_story_is_cut_off() -> None:
    title = "Old bridge over the Arn falls"
    head = HEAD.replace("Bridge falls", title)
    ran_in = LEDE.removeprefix("RIVERTON, Wales — ")
    page = a_web_page(paragraphs(f"{title} {ran_in}", MORE, LAST), head=head).replace("Bridge falls", title)
    article = parse(page)
    assert [span.of(article.text) for span in article.body] == [ran_in, MORE, LAST]
    kept = paragraphs(f"{title} into the river, and nobody was hurt, as nobody was near it then.", MORE, LAST)
    article = parse(a_web_page(kept, head=head).replace("Bridge falls", title))
    assert article.body[0].of(article.text).startswith(title)
