"""When readers may be told of an article at the earliest: the moments that an editor may choose."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.articles import StoredArticle
from bot.domain.zones import local_day
from bot.domain.zones import utc_moment as moment_of
from bot.render.blocks import paragraph
from bot.render.buttons import BACK, button, in_rows
from bot.render.clock import moment
from bot.render.editing import named
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid, messages

_FARTHEST = 50_000_000  # minutes since 1970: the year 2065; only a forged button names a later one


def later(article: StoredArticle, *, zone: ZoneInfo, now: datetime) -> tuple[Unsaid, ...]:
    """Moments before which readers are not told of the article, as an editor's clock shows them."""
    return messages(
        (
            named(article),
            paragraph(
                _(
                    "When may readers see it at the earliest? Press a time, or write one:"
                    " /push {number} at 18:30",
                    number=article.id,
                )
            ).close(),
        ),
        (
            *in_rows(
                [
                    button(label, "al", article.id, at, article.turn)
                    for label, at in moments_to_wait_for(zone, now)
                ],
                across=2,
            ),
            (button(BACK, "aw", article.id),),
        ),
    )


def moments_to_wait_for(zone: ZoneInfo, now: datetime) -> tuple[tuple[Said, int], ...]:
    """What a button calls a moment that an editor may choose, and its minutes since 1970."""
    tomorrow = local_day(now, zone) + timedelta(days=1)
    moments = (
        (_("In an hour"), now + timedelta(hours=1)),
        (_("In three hours"), now + timedelta(hours=3)),
        (_("Tomorrow {hour}", hour="07:00"), moment_of(tomorrow, time(7), zone)),
        (_("Tomorrow {hour}", hour="12:00"), moment_of(tomorrow, time(12), zone)),
    )
    return tuple((label, _minutes(at)) for label, at in moments)


def which_hour(
    article: StoredArticle, moments: Sequence[datetime], *, zone: ZoneInfo, now: datetime
) -> tuple[Unsaid, ...]:
    """The hours that somebody may have meant before which readers are not told of the article."""
    hours = [
        button(moment(at, zone=zone, now=now), "al", article.id, _minutes(at), article.turn) for at in moments
    ]
    return messages(
        (named(article), paragraph(_("Which hour? Nothing was decided yet.")).close()),
        (tuple(hours), (button(BACK, "aw", article.id),)),
    )


def _minutes(at: datetime) -> int:
    return int(at.timestamp()) // 60


def of_minutes(minutes: int) -> datetime:
    """The moment of a button that says later."""
    return datetime.fromtimestamp(min(minutes, _FARTHEST) * 60, UTC)
