"""Of when an article is: the one moment it is ordered by everywhere, and whether it was news when it came."""

from datetime import UTC, date, datetime, time, timedelta

SKEW = timedelta(hours=1)  # another's clock may be ahead by so much
FIRST_ZONE = timedelta(hours=14)  # a day begins there so long before it does in UTC
NEWS_DAYS = timedelta(days=7)  # a weekly's paper, a week's holiday of whoever files; more is an archive


def dated_at(
    *, published: str | None, event_date: date | None, first_seen: datetime, is_read: bool = True
) -> datetime:
    """The latest moment at which an article can have come out, by what it tells; never after `first_seen`.

    `published` as in the analysis, else the day of its news (None for one that came from a source): a day
    without an hour stands at its end, in UTC. What is still to come is not taken. An article that tells
    neither stands just below the day before the one on which it was first seen: whatever news it came with
    is dated on these. One that could not be read (not `is_read`) stands just below its own day.
    """
    told = (_extent(published), _day(event_date) if event_date else None)
    for extent in told:
        if extent is not None and extent[0] <= first_seen:
            latest = min(extent[1], first_seen)
            return latest if is_read else _below(latest)
    return _below(first_seen - timedelta(days=1))


def _below(moment: datetime) -> datetime:
    """Just below all that is dated on the day of the moment, in UTC."""
    return datetime.combine(moment.astimezone(UTC), time.min, UTC) - datetime.resolution


def is_history(*, published: str | None, first_seen: datetime) -> bool:
    """Whether the article itself says that it came out more than a week before it was first seen.

    The day of its news does not tell: it was read out of the text, and a misread one would cost readers news.
    """
    extent = _extent(published)
    return extent is not None and extent[1] < first_seen - NEWS_DAYS


def _extent(published: str | None) -> tuple[datetime, datetime] | None:
    """The earliest and the latest moment that it can mean."""
    if published is None:
        return None
    if "T" not in published:
        return _day(date.fromisoformat(published))
    moment = datetime.fromisoformat(published)
    return moment - SKEW, moment


def _day(day: date) -> tuple[datetime, datetime]:
    return datetime.combine(day, time.min, UTC) - FIRST_ZONE, datetime.combine(day, time.max, UTC)
