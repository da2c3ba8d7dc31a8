"""An order in words: as it is typed, which a button carries, and as it is told on that button."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from itertools import pairwise

from bot.domain.subscriptions import DAYS_TYPED, EVERY_DAY, LENGTHS, WEEKDAYS, WEEKENDS, SubscribeOrder
from bot.domain.zone_cities import city_of
from bot.render.clock import days, hour, hours
from bot.render.standing import sentences
from bot.render.texts import Said, _, in_line, ngettext, pgettext

_NAMED_DAYS: Mapping[tuple[bool, ...], str] = {
    EVERY_DAY: "every day",
    WEEKDAYS: "weekdays",
    WEEKENDS: "weekends",
}
_BY_LENGTH = {length: name for name, length in LENGTHS.items()}


def replacing(asked: SubscribeOrder) -> Said:
    """Whose place the hours take: "09:00 instead of 07:00"; of all that stand, "Only at 09:00"."""
    if asked.only:
        # Translators: a button; {hours} is "07:30 and 18:00".
        return _("Only at {hours}", hours=hours(asked.hours))
    if asked.instead_of is None:
        # Translators: stands in "Send news: from now on at 09:00", in place of the hour until now.
        return pgettext("order", "from now on at {hours}", hours=hours(asked.hours))
    # Translators: stands in "Send news: 09:00 instead of 07:00", and on a button alone.
    return pgettext(
        "order", "{hours} instead of {other}", hours=hours(asked.hours), other=hour(asked.instead_of)
    )


def order_told(asked: SubscribeOrder) -> Said:
    """All of an order that replaces an hour: "09:00 instead of 07:00, on weekdays, 1 sentence (Paris)"."""
    told = in_line(", ", (replacing(asked), *_beside(asked)))
    return in_line("", (told, f" ({city_of(asked.timezone)})")) if asked.timezone else told


def order_typed(asked: SubscribeOrder) -> str:
    """The order as `read_order` reads it: all of it, so that no question loses what stood beside it."""
    return " ".join(_typed(asked))


def stories(count: int) -> Said:
    """ "5 stories"."""
    return ngettext("{count} story", "{count} stories", count)


def _days_typed(chosen: tuple[bool, ...]) -> str:
    """ "mon thu"."""
    return " ".join(name for name, on in zip(DAYS_TYPED, chosen, strict=True) if on)


def _beside(asked: SubscribeOrder) -> Iterator[Said]:
    """What is ordered beside the hours, and by no clock."""
    if asked.days is not None:
        yield days(asked.days)
    if asked.not_days is not None:
        yield _("No news {days}", days=days(asked.not_days))
    if asked.stories is not None:
        yield stories(asked.stories)
    if asked.sentences is not None:
        yield sentences(asked.sentences)
    if asked.each_new:
        yield _("Each new article")
    if asked.weekly:
        yield _("The week, on Sundays")
    if asked.followed_only:
        yield _("Only what I follow")


def _typed(asked: SubscribeOrder) -> Iterator[str]:
    """Its words, in an order in which no two of them together mean something else."""
    yield from _hours_typed(asked)
    if asked.days is not None:
        yield _NAMED_DAYS.get(asked.days) or _days_typed(asked.days)
    if asked.stories is not None:
        yield f"{asked.stories} stories"
    if asked.sentences is not None:
        yield _BY_LENGTH.get(asked.sentences) or f"{asked.sentences} sentences"
    if asked.timezone is not None:
        yield asked.timezone
    if asked.each_new:
        yield "new"
    if asked.weekly:
        yield "week"
    if asked.followed_only is not None:
        yield "followed" if asked.followed_only else "all"
    if asked.not_days is not None:
        yield f"not {_days_typed(asked.not_days)}"


def _span(at: Sequence[time]) -> str:
    """Three and more hours that follow each other, from the first to the last; "" where they do not."""
    minutes = [one.hour * 60 + one.minute for one in at]
    follow = all(after - before == 60 for before, after in pairwise(minutes))
    return f"from {hour(at[0])} to {hour(at[-1])}" if len(at) > 2 and follow else ""


def _hours_typed(asked: SubscribeOrder) -> Iterator[str]:
    at = _span(asked.hours) or " ".join(map(hour, asked.hours))
    if asked.only:
        yield "only"
    if asked.instead_of is not None:
        yield f"{at} instead of {hour(asked.instead_of)}"
    elif at:
        yield f"make it {at}" if asked.moved else at
