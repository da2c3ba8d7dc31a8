"""The first meeting: what the bot is in two lines, a headline, and three questions by buttons.

Actions: `m:450` at 07:30; `m:450:Europe/Berlin` by that clock, `m:450:-` by one that is told later;
`m:450:Europe/Berlin:0` of everything, `:s3` of section 3, `:a7` and of actor 7 at once.
"""

from collections.abc import Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.meeting import TIMES, FirstMeeting, minutes
from bot.render.articles import listed_title, origin_of
from bot.render.blocks import bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.clock import hours
from bot.render.texts import Text, _
from bot.render.unsaid import Unsaid, messages

_WHEN: Sequence[Text] = (
    _("Mornings, {hours}", hours=hours(TIMES[0])),
    _("Noon, {hours}", hours=hours(TIMES[1])),
    _("Evenings, {hours}", hours=hours(TIMES[2])),
    _("Twice, {hours}", hours=hours(TIMES[3])),
)
NAMES = _("With a name, you get all news, and whatever names them as soon as it comes.")
CLOCK = _("What does your clock show?")


def when(content: FirstMeeting) -> tuple[Unsaid, ...]:
    """What the bot is, a headline of today, and the first question."""
    headline = content.headline
    today = (
        # Translators: {headline} is a newspaper's, with its outlet and day.
        paragraph(
            linked(bold(listed_title(headline)), headline.url), plain("\n"), italic(origin_of(headline))
        )
        if headline is not None
        else paragraph()
    )
    read = ((button(_("Read it now"), "s", headline.article_id),),) if headline is not None else ()
    asked = [button(label, "m", minutes(times)) for label, times in zip(_WHEN, TIMES, strict=True)]
    return messages(
        (
            paragraph(bold(_("News, briefly, in the articles’ own words."))),
            paragraph(_("What happened, who is in it, who said what: nothing is rewritten.")).close(),
            today,
            paragraph(bold(_("When shall I send you the news?"))),
            paragraph(_("Or just write what you want to know: a name, a few words. /help shows more.")),
        ),
        (*in_rows(asked, across=2), *read),
    )


def where(times: tuple[time, ...], places: Sequence[tuple[str, str]], *, now: datetime) -> tuple[Unsaid, ...]:
    """The second question: whose clock it is, by cities and the time there now."""
    carried = minutes(times)
    asked = [
        # A city, and the time there.
        button(f"{city} · {now.astimezone(ZoneInfo(zone)):%H:%M}", "m", carried, zone)
        for city, zone in places
    ]
    return messages(
        (
            paragraph(bold(CLOCK)),
            paragraph(_("Press a city with the same time as yours, or send me a place on the map.")),
        ),
        (*in_rows(asked, across=2), (button(_("Another city…"), "m", carried, "-"),)),
    )


def what(times: tuple[time, ...], zone: str, content: FirstMeeting) -> tuple[Unsaid, ...]:
    """The third question: of everything, of a section, or also of a name as it comes."""
    before = (minutes(times), zone)
    sections = [button(one.name, "m", *before, f"s{one.id}") for one in content.sections]
    names = [
        # Translators: a button; a press subscribes to all news, and follows the name.
        button(_("All news, and {name} as it comes", name=one.name), "m", *before, f"a{one.id}")
        for one in content.names
    ]
    everything = (button(_("Everything"), "m", *before, 0),)
    return messages(
        (
            paragraph(bold(_("Which news?"))),
            *((paragraph(NAMES).close(),) if names else ()),
            paragraph(_("You can change all of it later: /settings")),
        ),
        (everything, *in_rows(sections, across=2), *in_rows(names)),
    )
