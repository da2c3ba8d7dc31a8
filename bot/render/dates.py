"""Dates as a newspaper writes them."""

from datetime import date

from bot.render.texts import Text, _, pgettext


def day(value: date) -> Text:
    """ "14 December 2016": one order for every reader, no month as a number."""
    # Translators: a date: "14 December 2016".
    return _("{day} {month} {year}", day=value.day, month=_MONTHS[value.month - 1], year=value.year)


# Translators: months as they stand in a date: "14 December 2016".
_MONTHS = (
    pgettext("month", "January"),
    pgettext("month", "February"),
    pgettext("month", "March"),
    pgettext("month", "April"),
    pgettext("month", "May"),
    pgettext("month", "June"),
    pgettext("month", "July"),
    pgettext("month", "August"),
    pgettext("month", "September"),
    pgettext("month", "October"),
    pgettext("month", "November"),
    pgettext("month", "December"),
)
