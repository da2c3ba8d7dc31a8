"""What happened long before the news, or holds of anybody, is no summary of it."""

from datetime import date

import pytest

from summaries.language import load_pipeline, read
from summaries.sentences import read_sentences
from summaries.summary.background import background
from summaries.summary.features import content_words, read_above, read_features
from tests.summaries.builders import an_article
from tests.summaries.test_summary import standings_of, summary_of

DAY = date(2023, 11, 9)
AFTER = "The council will mend the bridge."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Two men were arrested in Dover on Friday 14 June 2019.", True, id="a year before"),
        pytest.param("In the summer of 1898, an engineer drew the bridge.", True, id="a year at the head"),
        pytest.param("On Oct. 7, the bridge fell into the river.", True, id="a day of the month before"),
        pytest.param("In March, the mayor closed the bridge.", True, id="a month long before"),
        pytest.param("Five years ago, the mayor went on a trip to Leeds.", True, id="years ago"),
        pytest.param("Ada Brook was just seven years old when the bridge fell.", True, id="as a child"),
        pytest.param("Anyone who has built a bridge will tell you the price.", True, id="of anybody"),
        pytest.param("Many of us have seen the bridge of Dover.", True, id="of many of us"),
        pytest.param("In the late 1800s, the bridge was built of iron.", True, id="a decade"),
        pytest.param("In the 18th century, the town had two ferries.", True, id="a century"),
        pytest.param("We show our true colours when it snows.", True, id="of the writer and all readers"),
        pytest.param("In the 2020s, the bridge was closed twice.", False, id="the decade of the news"),
        pytest.param(
            "In the 21st century, the bridge was closed twice.", False, id="the century of the news"
        ),
        pytest.param("Houses of the 1960s stand along the river.", False, id="a decade that dates a thing"),
        pytest.param("The 19th bridge of the county fell on Monday.", False, id="one in order"),
        pytest.param("We rowed to Leeds and fell into the river.", False, id="what the writer once did"),
        pytest.param("“We mend bridges,” the mayor said.", False, id="we of who speaks"),
        pytest.param("On Nov. 3, the bridge fell into the river.", False, id="a day of last week"),
        pytest.param("The bridge fell in November 2023.", False, id="a month of the news"),
        pytest.param("The bridge, which was built in 1898, fell on Monday.", False, id="in a clause beside"),
        pytest.param("The bridge will open in March.", False, id="a month to come"),
        pytest.param("Prices rose to their highest since March 2015.", False, id="since when"),
        pytest.param("The 2012 book tells how bridges fall.", False, id="a year that dates a thing"),
        pytest.param("Not everyone agreed to close the bridge.", False, id="of those who did not"),
        pytest.param("The mayor may close the bridge.", False, id="a verb, and no month"),
    ],
)
def test_what_is_told_of_long_before_the_news(sentence: str, expected: bool) -> None:
    assert _background(sentence, AFTER)[0] is expected


def test_without_a_day_no_year_is_long_before() -> None:
    assert _background("Two men were arrested in Dover in 1919.", AFTER, day=None) == (False, False)


def test_an_opening_that_the_next_sentence_turns_about_is_told_with_it() -> None:
    opening = "Five years ago, the mayor closed the bridge."
    assert _background(opening, "But the bridge opened again on Monday.")[0] is False
    assert _background(opening, "The bridge opened again on Monday.")[0] is True


def test_a_story_that_opens_long_before_its_news_is_summed_up_by_the_news() -> None:
    article = an_article(
        "Ada Brook was only nine years old when the first ferry of Dalby sank.",
        "Five years ago, the council of Dalby bought another ferry.",
        "A new ferry will sail from Dalby to Harbin from the first of May.",
        "Fares of the ferry were cut by a third by the council of Dalby.",
        headline="New ferry sails from Dalby to Harbin in May",
        page_date=DAY,
    )
    assert summary_of(article, count=2) == [
        article.body[2].of(article.text),
        article.body[3].of(article.text),
    ]


@pytest.mark.parametrize(
    ("opening", "turn"),
    [
        (
            "Two years ago, the council of Dalby promised a ferry.",
            "But on Monday it sold the pier of the town.",
        ),
        ("In 2015, Mayor Ada Brook closed the pier of Dalby.", "Now the pier of the town may be sold again."),
    ],
)
def test_the_news_for_whose_sake_an_old_opening_is_told_stands_beside_it(opening: str, turn: str) -> None:
    told = (
        "Herons stood on the roofs of both the towns all morning.",
        "The mayor, Ada Brook, said the pier of Dalby would be sold to nobody.",
    )
    article = an_article(opening, turn, *told, headline="Who will the mayor sell to?", page_date=DAY)
    assert summary_of(article, count=2) == [opening, turn]
    assert summary_of(article, count=1) == [opening]


def test_background_fills_up_no_summary_of_two_sentences_of_news() -> None:
    old = "In March, Ada Brook closed the pier of Dalby for the winter."
    news = ("Ada Brook opened the pier of Dalby on Monday.", "Tickets for the pier will cost a pound.")
    article = an_article(news[0], old, news[1], headline="Pier of Dalby is open again", page_date=DAY)
    assert summary_of(article) == list(news)
    alone = an_article(news[0], old, headline="Pier of Dalby is open again", page_date=DAY)
    assert summary_of(alone) == [news[0], old]


def test_a_scene_of_long_ago_alone_sums_up_nothing_under_a_deck() -> None:
    scene = "Fifty years ago, herons stood on the roofs of both the towns."
    deck = "Two engineers built the ferry that others were praised for"
    assert summary_of(an_article(scene, headline=FERRY, deck=deck, page_date=DAY)) == []
    assert summary_of(an_article(scene, headline=FERRY, page_date=DAY)) == [scene]


def test_a_name_of_the_headline_counts_for_less_than_what_happened() -> None:
    told = ("Ada Brook spoke in Dover.", "A fire on a ferry killed two.")
    article = an_article(*told, headline="Ada Brook: fire on a ferry")
    doc = read(article, load_pipeline())
    sentences = read_sentences(doc, article)
    words = [content_words(doc, one.first, one.last) for one in sentences]
    above = read_above(doc, article, sentences)
    of_who, of_what = read_features(article, sentences, words, (False, False), (False, False), above)
    assert of_who.headline < of_what.headline


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        pytest.param("Seven decades later, Ada Brook has seen fifty bridges.", "follows", id="later"),
        pytest.param("A few days earlier, Ada Brook closed the bridge.", "follows", id="earlier"),
        pytest.param("At the time, Ada Brook said it was safe.", "follows", id="at the time"),
        pytest.param(
            "Two days after the bridge fell, Ada Brook resigned.", "alone", id="after what, is told"
        ),
        pytest.param("Bridges cost a town like my own a million a year.", "never", id="the writer’s own"),
        pytest.param("Ada Brook said: “I will mend my bridge.”", "alone", id="the speaker’s own"),
        pytest.param(
            "Sen. Ada Brook (I-Vt.) closed the bridge on Monday.", "alone", id="a letter of a party"
        ),
        pytest.param("The bridge fell in World War I and was mended.", "alone", id="a numeral"),
        pytest.param("In Dover I saw the bridge fall on Monday.", "never", id="the writer in mid-sentence"),
    ],
)
def test_what_a_sentence_needs_to_be_read(sentence: str, standing: str) -> None:
    assert standings_of("The old bridge fell on Monday.", sentence)[-1].value == standing


def test_whose_me_is_known_where_the_headline_says_it() -> None:
    own = "The bridge of Dover was closed for people like me on Monday."
    for headline, shown in (("How the bridge closed to me", True), ("Bridge closed to many", False)):
        article = an_article(own, "The bridge of Dover will open again in May.", headline=headline)
        assert (own in summary_of(article)) is shown


def _background(*paragraphs: str, day: date | None = DAY) -> tuple[bool, ...]:
    article = an_article(*paragraphs, headline=None, page_date=day)
    doc = read(article, load_pipeline())
    return background(doc, article, read_sentences(doc, article))


FERRY = "New ferry to cross the river between Dalby and Harbin in May"
NEWS = "A new ferry will cross the river from the first of May."
ASIDE = "Herons stood on the roofs of both the towns all morning."


def _with_far(last: str, *, headline: str | None) -> list[str]:
    between = ("The council of Dalby met in the night.", *["“No,” they said."] * 5)
    article = an_article(NEWS, *between, last, headline=headline)
    return summary_of(article, count=3)


def test_what_is_told_far_down_with_no_word_of_the_headline_is_left_out() -> None:
    assert ASIDE not in _with_far(ASIDE, headline=FERRY)
    assert ASIDE in _with_far(ASIDE, headline=None)
    assert ASIDE in _with_far(ASIDE, headline="Harbin!")
    to_the_point = "Tickets of the ferry will cost as much as the bus does."
    assert to_the_point in _with_far(to_the_point, headline=FERRY)


@pytest.mark.parametrize(
    ("second", "opens"),
    [
        pytest.param("The herons were counted from a tower.", False, id="a scene"),
        pytest.param("But a new ferry scares them away.", True, id="turned about"),
    ],
)
def test_where_a_deck_tells_the_news_a_scene_does_not_open_the_summary(second: str, opens: bool) -> None:
    deck = "The boat of the two councils carries cars and will leave once an hour"
    article = an_article(ASIDE, second, NEWS, headline=FERRY, deck=deck)
    told = summary_of(article, count=2)
    assert (ASIDE in told, NEWS in told) == (opens, not opens)
