"""The queue as editors see it: what waits for them or for its hour, a button each, the oldest first."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.articles import Page
from bot.domain.editing import Queued, WaitsFor
from bot.render.articles import listed_title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows, turning
from bot.render.clock import moment
from bot.render.editing import ACROSS, TITLE_LENGTH
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, messages

ON_A_PAGE = 8

_WHY: Mapping[WaitsFor, Said] = {
    # Translators: why something stands in the list of what waits; several in a line.
    "removed": pgettext("waits", "its file was removed"),
    "review": pgettext("waits", "for an editor"),
    "text": pgettext("waits", "its new text for an editor"),
    "held": pgettext("waits", "held back"),
    "embargo": pgettext("waits", "for its hour"),
    "draft": pgettext("waits", "proposed, and not filed yet"),
}


def queue(page: Page[Queued], *, zone: ZoneInfo, now: datetime) -> tuple[Unsaid, ...]:
    """A page of what waits."""
    if not page.total:
        heading: Said = _("Nothing is waiting.")
    else:
        heading = ngettext(
            "{count} thing waits, the oldest first", "{count} things wait, the oldest first", page.total
        )
    numbered = list(enumerate(page.items, page.first))
    return messages(
        (
            paragraph(bold(heading)),
            *(_line(number, one, zone=zone, now=now) for number, one in numbered),
        ),
        (
            *in_rows([_opening(number, one) for number, one in numbered], across=ACROSS),
            *turning(page.number, page.count, "ew", back=_("‹ Earlier")),
            (button(_("Look again"), "ew", page.number),),
        ),
    )


def _opening(number: int, one: Queued) -> UnsaidButton:
    return button(str(number), "dd" if "draft" in one.why else "ap", one.entry.article_id)


def _line(number: int, one: Queued, *, zone: ZoneInfo, now: datetime) -> Block:
    title = linked(bold(listed_title(one.entry, TITLE_LENGTH)), one.entry.url)
    told = (*(_WHY[reason] for reason in one.why), _when(one, zone=zone, now=now))
    return paragraph(plain(f"{number}. "), title, italic(in_line("", ("\n", in_line(" · ", told)))))


def _when(one: Queued, *, zone: ZoneInfo, now: datetime) -> Said:
    if one.until is not None:
        # Translators: until when something waits; {moment} is "today 18:00".
        return _("until {moment}", moment=moment(one.until, zone=zone, now=now))
    # Translators: since when something waits; {moment} is "today 18:00".
    return _("since {moment}", moment=moment(one.since, zone=zone, now=now))
