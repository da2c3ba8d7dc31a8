"""What editors see of the next edition. The actions of its buttons; 17 is the last move that they know of:

ep          how it stands                et:3    stop what was ordered sent, order 3
es:17       send it now: asks first      eu:17   undo that move
es:17:yes   sure                         el:17   later…
eh:17       hold all editions            el:17:28934580  hold them until then, in minutes since 1970
ef:17       let them go
ed:17       drop the next edition        eq:17   drop all that is public by now
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.deliveries import UNTIL_LET_GO
from bot.domain.editing import NextEdition
from bot.domain.next_edition import DeskStanding, Move, Sending
from bot.domain.plans import Orders
from bot.domain.roundups import MOST_LISTED
from bot.domain.words import display_name
from bot.render.articles import listed_title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import BACK, button, in_rows
from bot.render.clock import moment
from bot.render.editing import TITLE_LENGTH, moments_to_wait_for
from bot.render.roundups import editors_line
from bot.render.texts import Said, _, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages

_NAME_LENGTH = 60


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
    standing = edition.standing
    return messages(
        (
            *((paragraph(done),) if done else ()),
            *((_overtaken(since, names, zone, now),) if since else ()),
            paragraph(bold(_("The next edition"))),
            *(paragraph(line).close() for line in _stands(edition, names, zone, now)),
            *_stories(edition),
        ),
        _decisions(standing, now=now),
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
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("All editions are held until an editor releases them.")
        until = moment(orders.held_until, zone=zone, now=now)
        # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
        return _("All editions are held until {moment} ({zone}).", moment=until, zone=zone.key)
    if next_due is None:
        # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
        return _("Nobody has ordered an edition yet.")
    # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
    return _(
        "The next edition is due {moment} ({zone}).",
        moment=moment(next_due, zone=zone, now=now),
        zone=zone.key,
    )


# ------------------------------------------------------------------ what was done


def stopped(chats: int) -> Said:
    """That nothing of it left."""
    return ngettext(
        "Stopped. Nothing was sent to {count:,} chat.", "Stopped. Nothing was sent to {count:,} chats.", chats
    )


def held(chats: int) -> Said:
    """Whom it keeps waiting."""
    return ngettext("Held. {count:,} chat waits for it.", "Held. {count:,} chats wait for it.", chats)


def dropped(chats: int) -> Said:
    """Who does not get it."""
    return ngettext(
        "Dropped. {count:,} chat does not get the next edition; what is new comes with the one after.",
        "Dropped. {count:,} chats do not get the next edition; what is new comes with the one after.",
        chats,
    )


def all_dropped(articles: int) -> Said:
    """How many articles are in no edition."""
    return ngettext(
        "Dropped. {count:,} article published until now is left out of all editions.",
        "Dropped. {count:,} articles published until now are left out of all editions.",
        articles,
    )


def what_became(sending: Sending, *, names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Said:
    """Why it cannot be stopped: it was, or it left."""
    if sending.stopped_at is not None:
        # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
        return _(
            "{name} stopped it {moment}; nothing was sent.",
            name=_named(sending.stopped_by, names),
            moment=moment(sending.stopped_at, zone=zone, now=now),
        )
    # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
    return ngettext(
        "It is too late to stop it: it went to {count:,} chat, {moment}.",
        "It is too late to stop it: it went to {count:,} chats, {moment}.",
        sending.chats,
        moment=moment(sending.begun_at or sending.not_before, zone=zone, now=now),
    )


def _overtaken(since: Sequence[Move], names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Block:
    told = [_happened(one, names, zone, now) for one in since]
    heading = _("Nothing was done: this message is older than what was decided since.")
    return paragraph(heading, *(part for one in told for part in (plain("\n· "), one)))


def _happened(move: Move, names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Said:
    """A move in a sentence: who, what, when."""
    name, at = _named(move.user_id, names), moment(move.at, zone=zone, now=now)
    match move.verb:
        case "send":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return ngettext(
                "{name} sent it to {count:,} chat, {moment}.",
                "{name} sent it to {count:,} chats, {moment}.",
                move.chats,
                name=name,
                moment=at,
            )
        case "stop":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} stopped it before anything left, {moment}.", name=name, moment=at)
        case "hold":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} held all editions, {moment}.", name=name, moment=at)
        case "release":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} released the editions, {moment}.", name=name, moment=at)
        case "drop":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} dropped the next edition, {moment}.", name=name, moment=at)
        case "drop all":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} dropped all that was published, {moment}.", name=name, moment=at)
        case "undo":
            # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
            return _("{name} undid what was done before, {moment}.", name=name, moment=at)


# ------------------------------------------------------------------ how it stands


def _stands(edition: NextEdition, names: Mapping[int, str], zone: ZoneInfo, now: datetime) -> Iterator[Said]:
    standing, chats = edition.standing, edition.reach.chats
    yield when(standing.orders, edition.next_due, zone=zone, now=now)
    if (sending := standing.sending) is not None:
        name = _named(sending.ordered_by, names)
        if seconds := _seconds_left(sending, now):
            # Translators: {seconds} is a number; {name} an editor.
            yield ngettext(
                "{name} sends it to {count:,} chat now; it leaves in {seconds} seconds.",
                "{name} sends it to {count:,} chats now; it leaves in {seconds} seconds.",
                sending.chats,
                name=name,
                seconds=seconds,
            )
        else:
            yield ngettext(
                "{name} sends it to {count:,} chat: it is on its way.",
                "{name} sends it to {count:,} chats: it is on its way.",
                sending.chats,
                name=name,
            )
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
        entry = edition.entries.get(story.lead)
        if entry is None:
            continue
        named = linked(bold(listed_title(entry, TITLE_LENGTH)), entry.url)
        # Translators: behind a headline in a list for editors; {number} is the article's.
        told = [italic(_("article {number}", number=story.lead))]
        if story.chats != edition.reach.chats:
            told += [plain(", "), italic(ngettext("{count:,} chat", "{count:,} chats", story.chats))]
        yield paragraph(plain(f"{number}. "), named, plain(" · "), *told).close()
    if (more := len(edition.reach.stories) - MOST_LISTED) > 0:
        yield paragraph(italic(_("and {count} more", count=more))).close()


def _decisions(standing: DeskStanding, *, now: datetime) -> UnsaidButtons:
    moved, sending = standing.moved, standing.sending
    if sending is not None:
        stop = button(pgettext("an edition", "Stop"), "et", sending.id)
        return ((stop,),) if sending.can_be_stopped else ((button(_("Look again"), "ep"),),)
    is_dropped = standing.orders.layout.to_change.dropped
    held = is_held(standing.orders, now=now)
    first: list[UnsaidButton] = [] if is_dropped else [button(_("Send now"), "es", moved)]
    if standing.undoable is not None:
        first.append(button(_("Undo"), "eu", standing.undoable.id))
    hold = button(_("Release"), "ef", moved) if held else button(_("Hold"), "eh", moved)
    drop = [] if is_dropped else [button(_("Drop"), "ed", moved)]
    return (
        tuple(first),
        (hold, *drop, button(_("Drop all"), "eq", moved), button(_("Later…"), "el", moved)),
    )


def _seconds_left(sending: Sending, now: datetime) -> int:
    left = (sending.not_before - now).total_seconds()
    return max(0, round(left)) if sending.can_be_stopped else 0


def _named(user_id: int | None, names: Mapping[int, str]) -> str:
    number = str(user_id or "")
    return display_name(names.get(user_id or 0), _NAME_LENGTH, otherwise=number)
