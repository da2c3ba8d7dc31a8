"""How things stand for editors: figures, who edits, who is let in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.editing import BroughtIn, Editor, GroupsDecided, Invite, Masthead, Stats
from bot.domain.words import display_name, typed
from bot.render.articles import listed_title
from bot.render.blocks import Block, bold, italic, paragraph
from bot.render.buttons import button, in_rows
from bot.render.clock import moment
from bot.render.editing import TITLE_LENGTH
from bot.render.lists import note
from bot.render.next_edition import when
from bot.render.people import NAME_LENGTH, name_of
from bot.render.record import SUBJECT_LENGTH, done
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages

_KEPT_TO_CHIEFS = _(
    "Dropping articles, sources and who edits are for chief editors:"
    " those from the settings, and whom they name."
)
_GROUPS = 10  # named in one question
_REMOVABLE = 50  # editors with a button each, the first who were added


def stats(what: Stats, *, zone: ZoneInfo, names: Mapping[int, str]) -> tuple[Unsaid, ...]:
    """How things stand: deliveries, readers, articles, what editors did last."""
    figures = what.figures
    waits = figures.waiting + figures.sending
    lines = [
        _(
            "Messages in the last 24 hours: {sent} sent, {failed} failed",
            sent=figures.sent,
            failed=figures.failed,
        ),
        # Translators: why messages failed, in Telegram’s words or the bot’s, and how many.
        *(_("· {why}: {count}", why=typed(why, SUBJECT_LENGTH), count=count) for why, count in what.failures),
        # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
        _(
            "Waiting to be sent: {count}, the oldest since {moment}",
            count=waits,
            moment=_at(figures.oldest_due, what, zone),
        )
        if figures.oldest_due
        else _("Waiting to be sent: {count}", count=waits),
        _("Subscribers: {count}", count=what.subscribers),
        # Translators: readers who began to be sent editions, and who no longer are.
        ngettext(
            "In {count} day {gained} came and {lost} left",
            "In {count} days {gained} came and {lost} left",
            what.days,
            gained=what.readers.gained,
            lost=what.readers.lost,
        ),
        _("Articles published: {count}", count=what.articles),
        _("Articles waiting for an editor or for their hour: {count}", count=what.waiting),
        when(what.orders, what.next_due, zone=zone, now=what.now),
    ]
    lately = [
        paragraph(
            italic(in_line("", (_at(one.at, what, zone), " · ", name_of(one.user_id, names), " · "))),
            done(one),
        ).close()
        for one in what.decisions
    ]
    waiting = ((button(_("Show what waits"), "ew"),),) if what.waiting else ()
    return messages(
        (
            paragraph(bold(_("How things stand"))),
            *(paragraph(line).close() for line in lines),
            *_opened(what),
            paragraph(bold(_("What editors did last"))),
            *(lately or [paragraph(_("Nothing yet.")).close()]),
        ),
        waiting,
    )


def _opened(what: Stats) -> tuple[Block, ...]:
    if not what.opened:
        return ()
    return (
        # Translators: above the headlines that were opened most within so many days.
        paragraph(bold(ngettext("Opened most in {count} day", "Opened most in {count} days", what.days))),
        *(paragraph(f"{count} × ", listed_title(one, TITLE_LENGTH)).close() for one, count in what.opened),
    )


def masthead(
    what: Masthead, *, names: Mapping[int, str], to: int, first: UnsaidButtons = ()
) -> tuple[Unsaid, ...]:
    """Who edits, and the buttons on those who were added; those that make chiefs are for a chief.

    `to` is the editor who looks, `first` are buttons above all.
    """
    lines = [
        # Translators: {editor} and {adder} are names or numbers of people.
        paragraph(_("· {editor} (from the settings)", editor=_person(id_, names))).close()
        for id_ in what.from_the_start
    ]
    lines += [_added(one, names) for one in what.added]
    how = _(
        "To add somebody, write /editors and their Telegram ID, or forward a message of theirs here"
        " and reply to it with /editors."
    )
    whose = _KEPT_TO_CHIEFS if what.chiefs_only else ""
    buttons = (*first, *in_rows(list(_on_added(what, names, to=to))), *_on_desk(what, to=to))
    return messages((paragraph(bold(_("Editors"))), *lines, paragraph(whose), paragraph(how)), buttons)


def _added(one: Editor, names: Mapping[int, str]) -> Block:
    editor, adder = _person(one.user_id, names), _person(one.added_by, names)
    if one.chief:
        # Translators: {editor} and {adder} are names or numbers of people.
        return paragraph(_("· {editor} (chief editor, added by {adder})", editor=editor, adder=adder)).close()
    # Translators: {editor} and {adder} are names or numbers of people.
    return paragraph(_("· {editor} (added by {adder})", editor=editor, adder=adder)).close()


def _on_added(what: Masthead, names: Mapping[int, str], *, to: int) -> Iterator[UnsaidButton]:
    by_chief = what.is_chief(to)
    for one in what.added[:_REMOVABLE]:
        name = name_of(one.user_id, names)
        if by_chief or not (one.chief or what.chiefs_only):
            yield button(pgettext("editor", "Remove {name}", name=name), "er", one.user_id)
        if by_chief and one.chief:
            yield button(_("{name}: no chief editor", name=name), "en", one.user_id)
        elif by_chief:
            yield button(_("{name}: chief editor", name=name), "ec", one.user_id)


def _on_desk(what: Masthead, *, to: int) -> UnsaidButtons:
    if not what.added or not what.is_chief(to):
        return ()
    if what.chiefs_only:
        return ((button(_("Let all editors drop articles, change sources"), "eo", "off"),),)
    return ((button(_("Keep dropping and sources to chiefs"), "eo", "on"),),)


def ask_to_add(user_id: int, name: str) -> tuple[Unsaid, ...]:
    """The question before somebody becomes an editor."""
    buttons = ((button(_("Make them an editor"), "ea", user_id),),)
    named = display_name(name, NAME_LENGTH, otherwise="") or pgettext("somebody", "user")
    return note(_("Make {name} ({number}) an editor?", name=named, number=user_id), buttons)


def invite(link: str, invites: Sequence[Invite], *, open_to_all: bool) -> tuple[Unsaid, ...]:
    """A new link, and those that let people in."""
    meaning = (
        _("Everybody may use this bot, so nobody needs the link. It counts when ACCESS is set to invite.")
        if open_to_all
        else _("Whoever opens this link may use the bot, until an editor revokes it.")
    )
    buttons = [
        button(
            # Translators: a button; {code} is how a link begins.
            ngettext(
                "Revoke {code}… ({count} person used it)",
                "Revoke {code}… ({count} people used it)",
                one.came,
                code=one.code[:4],
            ),
            "ix",
            one.code,
        )
        for one in invites
    ]
    return messages(
        (paragraph(bold(_("A link for readers"))), paragraph(link).close(), paragraph(meaning)),
        in_rows(buttons),
    )


def brought_in(groups: Sequence[BroughtIn]) -> tuple[Unsaid, ...]:
    """The question about what readers brought the bot into when that was theirs to do."""
    names = in_line(
        ", ",
        [
            display_name(one.title, NAME_LENGTH, otherwise="") or _("chat {number}", number=one.telegram_id)
            for one in groups[:_GROUPS]
        ],
    )
    if len(groups) > _GROUPS:
        # Translators: {names} is a list, of which not all are shown.
        names = _("{names} and {count} more", names=names, count=len(groups) - _GROUPS)
    # Translators: {names} are the groups’.
    asked = ngettext(
        "Readers added the bot to {count} group. It answers there only if an editor allows it: {names}.",
        "Readers added the bot to {count} groups. It answers there only if an editor allows it: {names}.",
        len(groups),
        names=names,
    )
    return note(asked, ((button(_("Let them in"), "gi"), button(_("Leave them out"), "go")),))


def let_in(what: GroupsDecided) -> tuple[Unsaid, ...]:
    """How many groups were let in."""
    return note(ngettext("Let in: {count} group.", "Let in: {count} groups.", what.groups), _undo(what))


def left_out(what: GroupsDecided) -> tuple[Unsaid, ...]:
    """How many groups were left out."""
    return note(
        ngettext(
            "Left out: {count} group. Nothing is sent there any more.",
            "Left out: {count} groups. Nothing is sent there any more.",
            what.groups,
        ),
        _undo(what),
    )


def _undo(what: GroupsDecided) -> UnsaidButtons:
    return ((button(_("Undo"), "gu", what.batch),),) if what.groups else ()


def _person(user_id: int, names: Mapping[int, str]) -> str:
    return f"{name_of(user_id, names)} ({user_id})" if user_id in names else str(user_id)


def _at(at: datetime, what: Stats, zone: ZoneInfo) -> Said:
    return moment(at, zone=zone, now=what.now)
