"""Dates as a newspaper writes them."""

from datetime import date


def day(value: date) -> str:
    """ "14 December 2016": one order for every reader, no month as a number."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
