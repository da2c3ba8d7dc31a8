"""Answers around a subscription: what can be ordered, what is kept.

Actions: `o:daily`, `ow:only 18:00` order; `forget:yes` and `forget:no` answer whether to forget.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.chats import Chat, StoredCounts
from bot.domain.subscriptions import SubscribeOrder, Subscription
from bot.domain.words import display_name
from bot.render.blocks import Block, bold, paragraph
from bot.render.buttons import button, fits, in_rows
from bot.render.clock import days, hour, hours, zone_name
from bot.render.lists import note
from bot.render.ordering import order_told, order_typed, replacing
from bot.render.standing import length, orders, quiet_now
from bot.render.texts import Said, _, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages

_WORDS_LENGTH = 60
_AT_ONCE = 5  # stories

# What an order may be written with, in the words that bot/chat/orders reads.
UNDERSTOOD = (
    # Translators: what can be written stays as it is; behind the dash stands what it means.
    _("· 7, 07:30, 6 pm – times, added to those you have"),
    _("· only 07:30 – this time instead of those you have"),
    # Translators: what can be written stays as it is; behind the dash stands what it means.
    _("· 9 instead of 7, make it 9 – in place of the time you have"),
    _("· every day, weekdays, weekends, Mon to Fri – on which days"),
    # Translators: what can be written stays as it is; behind the dash stands what it means.
    _("· not on Sundays, every day except Sunday – without that day"),
    _("· new – each new article as it comes"),
    _("· week, sundays – on Sundays also the week, at the first of your times"),
    _("· followed – only what you follow; all – everything again"),
    _("· short, long, 5 stories, 2 sentences – how much of it"),
    _("· /unsubscribe – no more of anything"),
)
_SETTINGS = (
    # Translators: what can be written stays as it is; behind the dash stands what it means.
    _("· timezone Berlin – whose clock the times are"),
    _("· quiet 22:00 to 07:00, quiet off – when nothing comes"),
    _("· pause until Monday, pause a week, pause off – until when nothing comes at all"),
    _("· silent on, silent off – whether messages make a sound"),
    _("· week on, week off – whether the week comes on Sundays"),
    _("· whole stories on, whole stories off – a message for each story, or one that lists them"),
)

_CHOICES = (
    (_("Every day at {hour}", hour="07:30"), "daily"),
    (_("Weekdays at {hour}", hour="07:30"), "weekdays"),
    (_("Twice a day, {first} and {second}", first="07:30", second="18:00"), "twice"),
    (_("The week, on Sundays"), "week"),
    (_("Each new article"), "new"),
    (_("Only what I follow"), "followed"),
)


def what_to_order(standing: Subscription | None) -> tuple[Unsaid, ...]:
    """The question how one wants it, and what is ordered by now."""
    now = (
        (
            paragraph(bold(_("You get this now"))),
            *(line.close() for line in orders(standing)),
            paragraph(_("What you press or write comes in addition. /unsubscribe ends everything.")),
        )
        if standing is not None and standing.chat.subscribed
        else ()
    )
    return messages(
        (
            *now,
            paragraph(bold(_("When shall I send you the news?"))),
            paragraph(_("Press one, or write your own times: /subscribe 07:30 18:00")).close(),
        ),
        (
            *in_rows([button(label, "o", choice) for label, choice in _CHOICES]),
            (button(_("Settings"), "set"),),
        ),
    )


def shall_it_end() -> tuple[Unsaid, ...]:
    """The question whether nothing more is to be sent."""
    return note(
        _("Shall I stop sending news here?"),
        ((button(_("Yes, stop"), "un", "yes"),), (button(_("Change when it comes"), "set"),)),
    )


def not_understood(word: str, *, settings: bool = False) -> tuple[Unsaid, ...]:
    """That a word of an order, or of a setting, is not understood, and what is."""
    example = (
        _("For example: /settings weekdays at 7 and 18:30")
        if settings
        else _("For example: /subscribe weekdays at 7 and 18:30")
    )
    return messages(
        (
            paragraph(_("I do not understand “{word}”, so I changed nothing. You can write:", word=word)),
            *(paragraph(line).close() for line in (*UNDERSTOOD, *(_SETTINGS if settings else ()))),
            paragraph(example),
        )
    )


def which_hour(standing: Subscription, asked: SubscribeOrder) -> tuple[Unsaid, ...]:
    """The question which of the hours that stand is to go, for the one that is asked for."""
    chat = standing.chat
    each = [replace(asked, instead_of=other, moved=False) for other in chat.hours if other not in asked.hours]
    typed = ((one, order_typed(one)) for one in each)
    buttons = [button(order_told(one), "ow", words) for one, words in typed if fits("ow", words)]
    stand = hours(chat.hours)
    told = (
        _("Editions come at {hours}. Which of them shall give way?", hours=stand)
        if asked.instead_of is None
        # Translators: {other} is "07:00", {hours} those of the editions, "07:30 and 18:00".
        else _(
            "No edition comes at {other}: they come at {hours}. What did you mean?",
            other=hour(asked.instead_of),
            hours=stand,
        )
    )
    return note(told, (*in_rows(buttons, across=1), *_only(chat, asked)))


def no_day_left(standing: Subscription) -> tuple[Unsaid, ...]:
    """That editions would come on no day any more, so that nothing was changed."""
    # Translators: {days} is "on weekends", "on Mon and Thu".
    told = _(
        "Then no day would be left, so I changed nothing: editions come {days}.",
        days=days(standing.chat.days),
    )
    return note(told, ((button(_("Days"), "set", "days"), button(_("Unsubscribe…"), "un")),))


def ordered(
    standing: Subscription, asked: SubscribeOrder | None = None, *, is_new: bool = False
) -> tuple[Unsaid, ...]:
    """What is sent from now on; a button keeps only the hours that were asked for.

    `is_new`: who has just met the bot need not wait for the first edition.
    """
    heading = (
        paragraph(bold(_("Subscribed."))) if standing.chat.subscribed else paragraph(bold(_("Almost done.")))
    )
    buttons = [button(_("Settings"), "set")]
    clock = paragraph()
    if standing.chat.timezone is None:
        buttons.insert(0, button(_("Set the time zone"), "ask", "zone"))
        if standing.chat.hours:
            zone, own = zone_name(standing.zone), standing.chat.kind == "private"
            # Translators: {zone} is the name of a time zone: "UTC", "Europe/Berlin".
            yours = _("These times are {zone}. Set your own time zone below.", zone=zone)
            # Translators: in a group; {zone} is the name of a time zone: "UTC", "Europe/Berlin".
            theirs = _("These times are {zone}. An administrator can set another below.", zone=zone)
            clock = paragraph(yours if own else theirs)
    much = asked is not None and (asked.stories or asked.sentences)
    lines = (*_ordered(standing), *((paragraph(length(standing.chat)),) if much else ()))
    at_once = standing.chat.each_new or (standing.follows and not standing.chat.followed_at)
    if asked is not None and asked.not_days and at_once:
        lines = (*lines, paragraph(_("Only editions have days: what comes at once may come on any day.")))
    blocks = (heading, *(line.close() for line in lines), clock, *quiet_now(standing))
    now = ((button(_("The newest stories"), "b", 0, _AT_ONCE),),) if is_new else ()
    hours_alone = SubscribeOrder(hours=asked.hours) if asked is not None else SubscribeOrder()
    return messages(blocks, (*now, *_only(standing.chat, hours_alone), tuple(buttons)))


def _only(chat: Chat, asked: SubscribeOrder) -> UnsaidButtons:
    """The button that lets go of the hours that were ordered before, where there are any, and of no more."""
    if not asked.hours or set(chat.hours) <= set(asked.hours):
        return ()
    kept = replace(
        asked,
        only=True,
        instead_of=None,
        moved=False,
        each_new=asked.each_new or chat.each_new,
        weekly=asked.weekly or chat.weekly,
    )
    words = order_typed(kept)
    return ((button(replacing(kept), "ow", words),),) if fits("ow", words) else ()


def _ordered(standing: Subscription) -> tuple[Block, ...]:
    if not standing.chat.subscribed:
        return (
            paragraph(
                _(
                    "Now say what to follow. Write /follow and a name or a topic, for example:"
                    " /follow cease-fire"
                )
            ),
        )
    return orders(standing)


def welcome_group() -> tuple[Unsaid, ...]:
    """Said once in a group that let the bot in."""
    return note(
        _(
            "I brief this group on the news. /brief, /who and /quotes work here."
            " Administrators have the news sent here with /subscribe. In a forum, write it in the"
            " topic where the news shall come."
        )
    )


def not_let_in(title: str | None) -> tuple[Unsaid, ...]:
    """Said to who brought the bot into a place that no editor let in."""
    return note(
        _(
            "I am not allowed to answer in “{chat}” yet. An editor can change that: in a group by writing"
            " /start there, in a channel by making me its administrator.",
            chat=display_name(title, _WORDS_LENGTH, otherwise="") or pgettext("chat", "this chat"),
        )
    )


def welcome_channel(title: str | None) -> tuple[Unsaid, ...]:
    """Said to who made the bot a channel's administrator."""
    return note(
        _(
            "I can now post in “{channel}”. Post /subscribe 07:30 there to have the news sent at 07:30, and"
            " /settings to change what comes. You may delete both commands afterwards.",
            channel=display_name(title, _WORDS_LENGTH, otherwise="") or pgettext("chat", "your channel"),
        )
    )


def _kept(what: StoredCounts) -> Iterator[Said]:
    if what.chat is not None:
        # Translators: what is stored of a chat, a line each.
        yield _("· its number and settings, its title") if what.chat.title else _("· its number and settings")
        yield _("· what it follows: {count}", count=what.follows)
        if what.mutes:
            yield _("· what it mutes: {count}", count=what.mutes)
        if what.saved:
            yield _("· what it saved: {count}", count=what.saved)
        yield _("· which articles it was sent, so that none comes twice: {count}", count=what.articles_seen)
        yield ngettext(
            "· what was sent, so that it can be corrected: {count} message",
            "· what was sent, so that it can be corrected: {count} messages",
            what.messages,
        )
    if what.invited:
        yield _("· that you were invited: you will need a new link")


def ask_to_forget(what: StoredCounts) -> tuple[Unsaid, ...]:
    """What is stored of a chat, and the question whether to delete it."""
    return messages(
        (
            paragraph(bold(_("What I store about this chat"))),
            *(paragraph(line).close() for line in _kept(what)),
            paragraph(_("Nothing else that you write is stored. Shall I delete all of this?")),
        ),
        ((button(_("Delete it all"), "forget", "yes"), button(_("Keep it"), "forget", "no")),),
    )
