"""Judges when the news happened, as far as the article says. What cannot be told is not told.

In order: the dateline's own date; the date in a caption that is not of a file picture; a date in the
opening paragraphs that reads like the event's own; the date of publication, where words or place say so.
A page's bare date (above the headline, with no "published") may be the day of a visit or a print, so it
dates nothing, not even when the weekday of the story agrees with it: one page in seven would by chance.
"""

import re
from datetime import date, timedelta

from summaries.articles.dates import ToldDate, find_dates, find_day_of_year, weekday_number
from summaries.articles.lines import is_file_picture
from summaries.articles.parts import ArticleParts
from summaries.models import EventDateFrom, Span

# Days between a dateline's day and the publication; a story is not printed for the first time later.
_CLOSE = 31
_LONGEST_OPENING = 60  # characters of a day and an agency
_OPENING_PARAGRAPHS = 3  # an event's date stands in the lede or near it; further down stands the background
_NEWS_IS_FRESH = 3  # days: "on Wednesday" is said of the last days; at most three back it is no other week's
_PICTURES_SPREAD = 3  # days between the pictures of one event
_BACKGROUND = re.compile(
    r"\b(?:since|until|till|before|after|by|from|born|founded|established|due|will|would|to be"
    r"|expected|scheduled|planned|set for|deadline|expires?|effective|ended|ending|beginning|starting"
    r"|through|next|upcoming|anniversary|ago|dated?|of)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_STANDS_ALONE = re.compile(r"\s*[.:—–-]\s")
_ON = re.compile(r"\w\W+on\s+(?:the\s+)?$")
_ON_REACHES = 40  # characters before the date
_LEAVES_SENTENCE = re.compile(
    r"\b(?:who|whom|whose|which|that|when|where|convicted|accused|dating)\b"
    r"|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})[.!?][\"”’)]*\s+[\"“‘]?[A-Z]"
)
_WEEKDAY_ALONE = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_ON_WEEKDAY = re.compile(
    r"\b(?:on|late|early)\s+(?P<after>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|\b(?P<bare>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=[,. ])"
)
_NOT_THAT_DAY = re.compile(
    r"\b(?:will|would|next|last|every|each|to|until|since|by|before|from|due)\b", re.IGNORECASE
)


def find_event_date(parts: ArticleParts) -> tuple[date | None, EventDateFrom | None]:
    """The day of the news and the part that tells it, both None where no part does."""
    if not parts.body:
        return None, None
    told: tuple[tuple[date | None, EventDateFrom], ...] = (
        (_from_dateline(parts), "dateline"),
        (_from_captions(parts), "caption"),
        (_from_body(parts), "body"),
        (parts.page_date if parts.stamped else None, "published" if parts.published else "page"),
    )
    for day, part in told:
        if day is not None and not _after_publication(day, parts):
            return day, part
    return None, None


def _after_publication(day: date, parts: ArticleParts) -> bool:
    """News told before it happened is a date misread, or another's. A zone's difference is a day."""
    return parts.page_date is not None and day > parts.page_date + timedelta(days=1)


def _from_dateline(parts: ArticleParts) -> date | None:
    between = _opening(parts)
    full = find_dates(between)
    if full:
        return full[0].day
    short = find_day_of_year(between)
    if short is None:
        return None
    # The year is another part's to tell: a caption's date, or a page's that is close by.
    nearby = [one.day for one in _caption_dates(parts)]
    nearby += [parts.page_date] if parts.page_date else []
    return next((day for known in nearby if (day := short.near(known, days=_CLOSE)) is not None), None)


def _opening(parts: ArticleParts) -> str:
    """What stands in front of the story's words behind the place, or before an agency that tells none."""
    if parts.dateline is not None and parts.body[0].holds(parts.dateline):
        return parts.text[parts.dateline.end : parts.words]
    opening = parts.text[parts.text.rfind("\n", 0, parts.words) + 1 : parts.words]
    return opening if len(opening) <= _LONGEST_OPENING else ""


def _caption_dates(parts: ArticleParts) -> tuple[ToldDate, ...]:
    return tuple(
        told
        for caption in parts.captions
        if not is_file_picture(caption.of(parts.text))
        for told in find_dates(parts.text, caption)
    )


def _from_captions(parts: ArticleParts) -> date | None:
    """The latest of the pictures' days, None where they lie so far apart that some show other events."""
    days = sorted({told.day for told in _caption_dates(parts)})
    if not days or (days[-1] - days[0]).days > _PICTURES_SPREAD:
        return None
    return days[-1]


def _from_body(parts: ArticleParts) -> date | None:
    """The one full date of the opening paragraphs, where it is told as the news', not as background."""
    opening = Span(parts.words, parts.body[:_OPENING_PARAGRAPHS][-1].end)
    told = find_dates(parts.text, opening)
    if not told:
        return _weekday_of_lede(parts)
    if len({one.day for one in told}) > 1 or not _is_fresh(told[0].day, parts):
        return None
    own = (_opens_story, _is_vouched, _is_of_lede)
    return told[0].day if any(is_own(parts, told[0]) for is_own in own) else None


def _opens_story(parts: ArticleParts, told: ToldDate) -> bool:
    """ "March 9, 2015 . This week …": the date stands by itself before the first sentence."""
    return told.span.start == parts.words and _STANDS_ALONE.match(parts.text, told.span.end) is not None


def _is_vouched(parts: ArticleParts, told: ToldDate) -> bool:
    """The weekday is told too, as of days that readers remember, or the publication followed closely."""
    fresh = parts.stamped and parts.page_date is not None
    return (told.weekday or fresh) and not _is_background(parts, told)


def _is_of_lede(parts: ArticleParts, told: ToldDate) -> bool:
    """The first sentence says "on" that day, of its main clause as it seems, and names no other day."""
    before = parts.text[parts.words : told.span.start]
    lede = Span(parts.words, parts.body[0].end)
    return (
        _ON.search(before[-_ON_REACHES:]) is not None
        and not _LEAVES_SENTENCE.search(before)
        and not _is_background(parts, told)
        and _WEEKDAY_ALONE.search(parts.text, *lede) is None
    )


def _is_background(parts: ArticleParts, told: ToldDate) -> bool:
    before = parts.text[max(parts.words, told.span.start - 60) : told.span.start]
    return _BACKGROUND.search(before) is not None


def _is_fresh(day: date, parts: ArticleParts) -> bool:
    """Whether the publication, where its day is known, followed on the day."""
    return not parts.stamped or parts.page_date is None or (parts.page_date - day).days <= _CLOSE


def _weekday_of_lede(parts: ArticleParts) -> date | None:
    """The day that the first paragraph's weekday means, where the publication's date is known."""
    if not parts.stamped or parts.page_date is None:
        return None
    lede = parts.text[parts.words : parts.body[0].end]
    days = {match["after"] or match["bare"] for match in _ON_WEEKDAY.finditer(lede)}
    if len(days) != 1 or _NOT_THAT_DAY.search(lede):
        return None
    back = (parts.page_date.weekday() - weekday_number(days.pop())) % 7
    return parts.page_date - timedelta(days=back) if 0 < back <= _NEWS_IS_FRESH else None
