"""What editors see of the next edition. The actions of its buttons; 17 is the last move that they know of:

ep          how it stands                et:3    see `render/sendings`
es:17       send it now: asks first      eu:17   undo that move
es:17:yes   sure                         el:17   later…
eh:17       hold all editions            el:17:28934580  hold them until then, in minutes since 1970
ef:17       let them go
ed:17       drop the next edition        eq:17   drop all that is public by now

of article 12, by which its story is named:
ei:17:12    what can be done with it     ez:17:12  take it out       ek:17  what can be added
em:17:12    move it up                   eb:17:12  put it back       ey:17  take the editors' line away
ej:17:12    add it, on top                                             eg:17  asks for a line
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.deliveries import UNTIL_LET_GO
from bot.domain.editing import NextEdition
from bot.domain.layouts import Layout
from bot.domain.next_edition import Move
from bot.domain.plans import Orders
from bot.domain.roundups import MOST_LISTED
from bot.render.articles import listed_title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import BACK, button, in_rows
from bot.render.clock import moment
from bot.render.editing import TITLE_LENGTH
from bot.render.later import moments_to_wait_for
from bot.render.lists import NUMBERS_ACROSS
from bot.render.moves import overtaken
from bot.render.roundups import editors_line
from bot.render.sendings import stop_button, under_way
from bot.render.texts import Run, Said, _, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages


def edition_page(
    edition: NextEdition,
    *,
    names: Mapping[int, str],
    zone: ZoneInfo,
    now: datetime,
    done: Said | None = None,
    since: Sequence[Move] = (),
) -> tuple[Unsaid, ...]:
    """How the next edition stands, and the buttons that decide on it.

    Above that what was just done, or what others did since the message whose button was pressed.
    """
    return messages(
        (
            *((paragraph(done),) if done else ()),
            *((overtaken(since, names, zone, now),) if since else ()),
            paragraph(bold(_("The next edition"))),
            *(paragraph(line).close() for line in _stands(edition, names, zone, now)),
            *_stories(edition),
        ),
        _decisions(edition, now=now),
    )


def ask_to_send(edition: NextEdition) -> tuple[Unsaid, ...]:
    """The question before many chats are sent something."""
    chats, moved = edition.reach.chats, edition.standing.moved
    asked = ngettext(
        "Send the next edition to {count:,} chat now?", "Send the next edition to {count:,} chats now?", chats
    )
    sure = ngettext("Send to {count:,} chat", "Send to {count:,} chats", chats)
    return messages((paragraph(bold(asked)),), ((button(sure, "es", moved, "yes"), button(BACK, "ep")),))


def editions_later(moved: int, *, zone: ZoneInfo, now: datetime) -> tuple[Unsaid, ...]:
    """Moments before which no edition is sent."""
    buttons = [button(label, "el", moved, at) for label, at in moments_to_wait_for(zone, now)]
    return messages(
        (paragraph(_("Until when shall I hold all editions?")),),
        (*in_rows(buttons, across=2), (button(BACK, "ep"),)),
    )


def is_held(orders: Orders, *, now: datetime) -> bool:
    """Whether all editions are held at `now`."""
    return orders.held_until is not None and orders.held_until > now


def when(orders: Orders, next_due: datetime | None, *, zone: ZoneInfo, now: datetime) -> Said:
    """When the next edition comes, or until when all are held, in a sentence."""
    if orders.held_until is not None and orders.held_until > now:
        if orders.held_until >= UNTIL_LET_GO:
            return _("All editions are held until an editor releases them.")
        until = moment(orders.held_until, zone=zone, now=now)
        # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
        return _("All editions are held until {moment} ({zone}).", moment=until, zone=zone.key)
    if next_due is None:
        return _("Nobody has ordered an edition yet.")
    # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
    return _(
        "The next edition is due {moment} ({zone}).",
        moment=moment(next_due, zone=zone, now=now),
        zone=zone.key,
    )


# ------------------------------------------------------------------ how it stands


def _stands(edition: NextEdition, names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Iterator[Said]:
    standing, chats = edition.standing, edition.reach.chats
    yield when(standing.orders, edition.reach.due, zone=zone, now=now)
    if (sending := standing.sending) is not None:
        yield under_way(sending, names=names, now=now)
    elif standing.orders.layout.to_change.dropped:
        yield _("It is dropped: what is new comes with the one after.")
    elif chats:
        yield ngettext(
            "If it went now, {count:,} chat would get it.",
            "If it went now, {count:,} chats would get it.",
            chats,
        )
    else:
        yield _("If it went now, nobody would get it: nothing is new for any chat.")


def _stories(edition: NextEdition) -> Iterator[Block]:
    yield from editors_line(edition.standing.orders.layout.to_change.line)
    for number, story in enumerate(edition.reach.stories[:MOST_LISTED], 1):
        told: list[Run] = []
        if story.chats not in (0, edition.reach.chats):
            told = [plain(", "), italic(ngettext("{count:,} chat", "{count:,} chats", story.chats))]
        yield paragraph(plain(f"{number}. "), *story_name(edition, story.lead), *told).close()
    if (more := len(edition.reach.stories) - MOST_LISTED) > 0:
        yield paragraph(italic(_("and {count} more", count=more))).close()
    if out := edition.standing.orders.layout.to_change.out:
        yield paragraph(bold(_("Taken out")))
        for article_id in out:
            yield paragraph(*story_name(edition, article_id)).close()


def story_name(edition: NextEdition, article_id: int) -> tuple[Run, ...]:
    """What a story of the edition is called: its lead's headline and number."""
    # Translators: behind a headline in a list for editors; {number} is the article's.
    number = italic(_("article {number}", number=article_id))
    entry = edition.entries.get(article_id)
    if entry is None:
        return (number,)
    return linked(bold(listed_title(entry, TITLE_LENGTH)), entry.url), plain(" · "), number


def _decisions(edition: NextEdition, *, now: datetime) -> UnsaidButtons:
    standing = edition.standing
    moved, sending = standing.moved, standing.sending
    if sending is not None:
        return ((stop_button(sending) if sending.can_be_stopped else button(_("Look again"), "ep"),),)
    layout = standing.orders.layout.to_change
    held = is_held(standing.orders, now=now)
    first: list[UnsaidButton] = [] if layout.dropped else [button(_("Send now"), "es", moved)]
    if standing.undoable is not None:
        first.append(button(_("Undo"), "eu", standing.undoable.id))
    hold = button(_("Release"), "ef", moved) if held else button(_("Hold"), "eh", moved)
    drop = [] if layout.dropped else [button(pgettext("edition", "Drop"), "ed", moved)]
    return (
        *(() if layout.dropped else _of_stories(edition, layout)),
        tuple(first),
        (hold, *drop, button(_("Drop all"), "eq", moved), button(_("Later…"), "el", moved)),
    )


def _of_stories(edition: NextEdition, layout: Layout) -> UnsaidButtons:
    """A button a story, by its number; and what puts something more into the edition."""
    moved, listed = edition.standing.moved, edition.reach.stories[:MOST_LISTED]
    numbers = [button(str(number), "ei", moved, one.lead) for number, one in enumerate(listed, 1)]
    back = [
        button(_("Put {number} back", number=article_id), "eb", moved, article_id)
        for article_id in layout.out
    ]
    line = (
        button(_("Take the line away"), "ey", moved)
        if layout.line
        else button(_("A line on top…"), "eg", moved)
    )
    return (
        *in_rows(numbers, across=NUMBERS_ACROSS),
        *in_rows(back, across=2),
        (button(_("Add a story…"), "ek", moved), line),
    )
