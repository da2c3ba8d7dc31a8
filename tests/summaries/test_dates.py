"""Which dates text tells, and which only seem to be told."""

from datetime import date

import pytest

from summaries.articles.dates import DayOfYear, find_dates, find_day_of_year

DAY = date(2016, 12, 14)


@pytest.mark.parametrize(
    "words",
    [
        "Dec. 14, 2016",
        "Dec 14, 2016",
        "December 14, 2016",
        "DECEMBER 14, 2016",
        "December 14 2016",
        "December 14th, 2016",
        "14 December 2016",
        "14 Dec. 2016",
        "14th of December, 2016",
        "14-Dec-2016",
        "Wednesday 14 of December 2016",
        "Wednesday, Dec. 14, 2016",
        "Wed, 14 Dec 2016",
        "Wednesday the 14th December 2016",
        "2016-12-14",
        "2016-12-14T09:30:00Z",
        "2016/12/14",
        "14/12/2016",
        "12/14/2016",
        "14.12.2016",
        "in Paris, Wednesday, Dec. 14, 2016,photo: AP",
    ],
)
def test_full_date_is_read(words: str) -> None:
    assert [told.day for told in find_dates(words)] == [DAY]


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2015",
        "03.04.2015",
        "14/12/16",
        "Dec. 14",
        "December 2016",
        "2016",
        "Tuesday, Dec. 14, 2016",
        "Feb. 30, 2016",
        "31 June 2016",
        "2016-13-14",
        "Dec. 14-16, 2016",
        "14-16 December 2016",
        "14 and 15 December 2016",
        "14 to 16 December 2016",
        "Dec. 14, 20167",
        "12014/12/2016",
        "Dec. 14, 0016",
        "Dec. 14, 2996",
        "version 2016.12.14.3 of 1.2",
    ],
)
def test_what_is_no_full_date_is_not_read(words: str) -> None:
    assert find_dates(words) == ()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("04/04/2015", date(2015, 4, 4)),
        ("Sept. 3, 2015", date(2015, 9, 3)),
        ("Sep 3, 2015", date(2015, 9, 3)),
        ("3 June 2015", date(2015, 6, 3)),
        ("Jul. 3, 2015", date(2015, 7, 3)),
        ("May 3, 2015", date(2015, 5, 3)),
        ("Feb. 29, 2016", date(2016, 2, 29)),
        ("1st of March 1871", date(1871, 3, 1)),
    ],
)
def test_months_and_years(words: str, day: date) -> None:
    assert [told.day for told in find_dates(words)] == [day]


def test_dates_come_in_order_with_their_words() -> None:
    text = "Built 1 May 1815, it fell on Wednesday, Dec. 14, 2016, or 2016-12-15."
    assert [(told.span.of(text), told.weekday) for told in find_dates(text)] == [
        ("1 May 1815", False),
        ("Wednesday, Dec. 14, 2016", True),
        ("2016-12-15", False),
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [(", Dec. 14 (AP) —", DayOfYear(12, 14)), ("14 December", DayOfYear(12, 14)), (" —", None)],
)
def test_day_without_its_year(words: str, day: DayOfYear | None) -> None:
    assert find_day_of_year(words) == day


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (date(2016, 12, 15), DAY),
        (date(2016, 12, 14), DAY),
        (date(2017, 1, 5), DAY),
        (date(2016, 12, 13), None),
        (date(2024, 4, 24), None),
    ],
)
def test_year_is_told_by_a_later_day_close_by(reference: date, expected: date | None) -> None:
    assert DayOfYear(12, 14).near(reference, days=31) == expected
