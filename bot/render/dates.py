"""Dates as a newspaper writes them."""

from datetime import date

from bot.render.texts import Text, by_cldr


def day(value: date) -> Text:
    """ "14 December 2016": one order for every reader, no month as a number."""
    month = MONTHS[value.month - 1]
    return LONG_DATE.filled(day=value.day, month=month, year=value.year)


LONG_DATE = by_cldr("date", "{day} {month} {year}")
MONTHS = (
    by_cldr("month", "January"),
    by_cldr("month", "February"),
    by_cldr("month", "March"),
    by_cldr("month", "April"),
    by_cldr("month", "May"),
    by_cldr("month", "June"),
    by_cldr("month", "July"),
    by_cldr("month", "August"),
    by_cldr("month", "September"),
    by_cldr("month", "October"),
    by_cldr("month", "November"),
    by_cldr("month", "December"),
)
