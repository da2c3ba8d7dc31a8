"""The entries of a live blog: paragraphs that open with an hour of the day, and which way they run."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

_HOUR = re.compile(
    r"(?:\[|\(|Updated at |Posted at )?"
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?!\d)\s?(?P<half>[AaPp]\.?[Mm]\b)?"
)
_ZONE = r"(?:[ECMP][SD]?T|GMT|UTC|BST|I[SD]T|CES?T|EES?T|A[CEW][SD]T|JST|SGT|HKT|local time)"
_STAMP = re.compile(
    r"(?:U(?:PDATED?|pdated?)\b[,:]?\s+)?[\[(]?\d{1,2}(?:[:.]\d\d(?!\d)|(?=\s?[AaPp]\.?[Mm]\b))"
    rf"(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?\(?{_ZONE}\b\)?)?[\])]?\s*(?:[:|–—]|-{{1,2}}(?=\s))\s*"
    r"(?=[\"“‘'(]?[A-Z])"
)
_LABEL = re.compile(r"(?:UPDATE|BREAKING|JUST IN|LATEST):\s+(?=[\"“‘'(]?[A-Z])")
_OPENS = frozenset("0123456789[(UBJL")


def stamp_end(text: str, start: int, *, is_live: bool) -> int:
    """Where a paragraph begins behind the hour of its entry: "6:45 pm IST: Rain has stopped play".

    On other pages than a live one only an update's is: another hour tells when something begins.
    """
    if text[start : start + 1] not in _OPENS:
        return start
    stamp = _STAMP.match(text, start)
    if stamp is not None and (is_live or stamp.group()[0] == "U"):
        return stamp.end()
    label = _LABEL.match(text, start)
    return label.end() if label is not None else start


def newest_entry(paragraphs: Sequence[str]) -> range | None:
    """The paragraphs from the newest entry on, None where the hours do not tell which that is.

    Of entries that stand newest first, all of them; of others the last.
    """
    entries = entry_hours(paragraphs)
    backwards = runs_backwards([hour for _, hour in entries])
    if backwards is None:
        return None
    return range(entries[0 if backwards else -1][0], len(paragraphs))


def entry_hours(paragraphs: Sequence[str]) -> tuple[tuple[int, timedelta], ...]:
    """The paragraphs that open with an hour of the day, by index, in order."""
    return tuple(_hours(paragraphs))


def _hours(paragraphs: Sequence[str]) -> Iterator[tuple[int, timedelta]]:
    for number, one in enumerate(paragraphs):
        match = _HOUR.match(one)
        if match is None:
            continue
        hour, minute, half = int(match["hour"]), int(match["minute"]), (match["half"] or "").casefold()
        if hour < 24 and minute < 60:
            hour = hour % 12 + 12 * half.startswith("p") if half else hour
            yield number, timedelta(hours=hour, minutes=minute)


def runs_backwards(hours: Sequence[timedelta]) -> bool | None:
    """Whether entries stand newest first; None where their hours go both ways, or are fewer than three."""
    turns = [later - earlier for earlier, later in pairwise(hours) if later != earlier]
    back = sum(turn < timedelta() for turn in turns)
    if len(turns) < 2 or min(back, len(turns) - back) > 1:  # midnight turns the order once
        return None
    return back > len(turns) - back
