"""Dates as a newspaper writes them, and how far an article tells its own."""

from datetime import date

from summaries.models import Article

UNTOLD = "date not told"


def day(value: date) -> str:
    """ "14 December 2016": one order for every reader, no month as a number."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def told(article: Article) -> str:
    """When the news happened, as far as the article says; a page's own date is never passed off as that."""
    if article.event_date is None:
        return f"{UNTOLD} (page of {day(article.page_date)})" if article.page_date else UNTOLD
    if article.event_date_from == "page":
        return f"{day(article.event_date)} (the page’s date)"
    return day(article.event_date)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
