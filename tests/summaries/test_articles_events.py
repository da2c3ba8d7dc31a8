"""When the news happened: told by the right part, or not at all."""

from datetime import date

import pytest

from summaries import articles
from tests.summaries.builders import a_page

HEADLINE = "Old Bridge Falls Into the River"
FELL = "The old bridge fell into the river, and nobody was hurt."
FELL_WEDNESDAY = "The old bridge fell into the river on Wednesday, and nobody was hurt."
MORE = "It had stood there for two hundred years."
DAY = date(2016, 12, 14)  # a Wednesday
PICTURE = "People look at the river, Wednesday, Dec. 14, 2016. (AP Photo/Ann Lee)"
OLD_PICTURE = "FILE - In this May 3, 2010 file photo, carts cross the bridge. (AP Photo/Ann Lee)"

TOLD = {
    "caption": (a_page(HEADLINE, PICTURE, FELL, MORE), DAY, "caption"),
    "caption of a page printed later": (
        a_page("The Valley Times", "Wednesday 24 April 2024", HEADLINE, PICTURE, FELL_WEDNESDAY, MORE),
        DAY,
        "caption",
    ),
    "caption beside one of a file picture": (
        a_page(HEADLINE, OLD_PICTURE, PICTURE, FELL, MORE),
        DAY,
        "caption",
    ),
    "the later of two captions": (
        a_page(HEADLINE, PICTURE, "The river, Dec. 13, 2016. (AP Photo/Ann Lee)", FELL, MORE),
        DAY,
        "caption",
    ),
    "dateline with its year": (a_page(HEADLINE, f"RIVERTON, Dec. 14, 2016 — {FELL}", MORE), DAY, "dateline"),
    "dateline in figures": (f"{HEADLINE}.\nRIVERTON 2016-12-14\n{FELL}\n{MORE}\n", DAY, "dateline"),
    "dateline's day, year of a close stamp": (
        a_page(HEADLINE, "Published Dec. 15, 2016", f"RIVERTON, Dec. 14 (AP) — {FELL}", MORE),
        DAY,
        "dateline",
    ),
    "agency's day without a place": (
        a_page(HEADLINE, "Published Dec. 15, 2016", f"Dec. 14 (UPI) -- {FELL}", MORE),
        DAY,
        "dateline",
    ),
    "dateline's day behind a dash": (
        a_page(HEADLINE, "Published Dec. 15, 2016", f"RIVERTON — Dec. 14 — {FELL}", MORE),
        DAY,
        "dateline",
    ),
    "dateline's day over the new year": (
        a_page(HEADLINE, "Published Jan. 1, 2017", f"RIVERTON, Dec. 31 (AP) — {FELL}", MORE),
        date(2016, 12, 31),
        "dateline",
    ),
    "dateline's day, year of the caption": (
        a_page(HEADLINE, PICTURE, f"RIVERTON, Dec. 14 (AP) — {FELL}", MORE),
        DAY,
        "dateline",
    ),
    "body with its weekday": (
        a_page(HEADLINE, "The old bridge fell into the river on Wednesday, Dec. 14, 2016.", MORE),
        DAY,
        "body",
    ),
    "body's first sentence": (
        a_page(HEADLINE, "The old bridge fell into the river on 14 December 2016, the mayor said.", MORE),
        DAY,
        "body",
    ),
    "date that opens the story": (a_page(HEADLINE, f"December 14, 2016. {FELL}", MORE), DAY, "body"),
    "body close before the stamp": (
        a_page(HEADLINE, "Published Dec. 16, 2016", FELL, "That was at noon on Dec. 14, 2016, police said."),
        DAY,
        "body",
    ),
    "weekday just before the stamp": (
        a_page(HEADLINE, "Published Dec. 16, 2016", FELL_WEDNESDAY, MORE),
        DAY,
        "body",
    ),
    "stamp": (a_page(HEADLINE, "Published Dec. 14, 2016", FELL, MORE), DAY, "published"),
    "stamp and a later change": (
        a_page(HEADLINE, "Published Dec. 14, 2016 | Updated Dec. 20, 2016", FELL, MORE),
        DAY,
        "published",
    ),
    "stamp under the headline": (a_page(HEADLINE, "Dec. 14, 2016", FELL, MORE), DAY, "page"),
    "stamp of the weekday told": (
        a_page(HEADLINE, "Published Dec. 14, 2016", FELL_WEDNESDAY, MORE),
        DAY,
        "published",
    ),
    "stamp, weekday of next week": (
        a_page(HEADLINE, "Published Dec. 14, 2016", "The mayor will speak on Tuesday at the bridge.", MORE),
        DAY,
        "published",
    ),
    "stamp, background in the body": (
        a_page(HEADLINE, "Published Dec. 14, 2016", "The bridge, built on May 3, 1815, fell today.", MORE),
        DAY,
        "published",
    ),
}


@pytest.mark.parametrize(("page", "day", "part"), TOLD.values(), ids=TOLD.keys())
def test_event_date_is_told(page: str, day: date, part: str) -> None:
    article = articles.parse(page, path="x.txt")
    assert (article.event_date, article.event_date_from) == (day, part)


NOT_TOLD = {
    "no date": a_page(HEADLINE, FELL, MORE),
    "weekday alone": a_page(HEADLINE, FELL_WEDNESDAY, MORE),
    "page's bare date": a_page("The Valley Times", "April 24, 2024", HEADLINE, FELL, MORE),
    "page's bare date with a weekday that agrees": a_page(
        "The Valley Times", "Wednesday, April 24, 2024", HEADLINE, FELL_WEDNESDAY, MORE
    ),
    "day of the print": a_page(HEADLINE, "Printed on April 24, 2024", FELL, MORE),
    "day of a change": a_page(HEADLINE, "Updated: April 24, 2024, 9.45pm", FELL, MORE),
    "order of day and month unknown": a_page(HEADLINE, "03/04/2015", FELL, MORE),
    "weekday that does not agree": a_page(HEADLINE, "It fell on Tuesday, Dec. 14, 2016.", MORE),
    "file picture": a_page(HEADLINE, OLD_PICTURE, FELL, MORE),
    "pictures of different events": a_page(
        HEADLINE, PICTURE, "The bridge on May 3, 2015. (AP Photo/Ann Lee)", FELL, MORE
    ),
    "dateline's day without a year close by": a_page(
        "The Valley Times", "April 24, 2024", HEADLINE, f"RIVERTON, Dec. 14 (AP) — {FELL}", MORE
    ),
    "background with since": a_page(
        HEADLINE, "The bridge, closed since May 3, 2015, fell into the river.", MORE
    ),
    "background of a person": a_page(
        HEADLINE, "A man who was jailed on May 3, 2015, has crossed the bridge once more.", MORE
    ),
    "background beside a weekday": a_page(
        HEADLINE, "The bridge opened on May 3, 1815 fell into the river on Wednesday.", MORE
    ),
    "deadline": a_page(
        HEADLINE, "The bridge will be built again by Wednesday, Dec. 14, 2016, he said.", MORE
    ),
    "two dates": a_page(HEADLINE, "It fell on Dec. 14, 2016, after one on May 3, 2015.", MORE),
    "date far down": a_page(HEADLINE, FELL, MORE, "It was loved.", "It was built on Wednesday, May 3, 1815."),
    "history that opens with its day": a_page(
        HEADLINE, "On May 3, 1815, carts first crossed the bridge.", MORE
    ),
}


@pytest.mark.parametrize("page", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_event_date_that_cannot_be_told_is_not_told(page: str) -> None:
    article = articles.parse(page, path="x.txt")
    assert (article.event_date, article.event_date_from) == (None, None)


def test_date_behind_a_hundred_thousand_characters_of_one_line_is_judged() -> None:
    page = a_page(HEADLINE, "some words " * 10_000 + "in the report of March 9, 2015 it says so.")
    assert articles.parse(page, path="x.txt").event_date is None


def test_news_is_not_told_before_it_happened() -> None:
    page = a_page(HEADLINE, "Published Dec. 1, 2016", f"RIVERTON, Dec. 14, 2016 — {FELL}", MORE)
    article = articles.parse(page, path="x.txt")
    assert (article.event_date, article.event_date_from) == (date(2016, 12, 1), "published")
