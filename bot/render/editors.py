"""How things stand for editors: figures, what waits, who edits, who is let in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.editing import BroughtIn, Invite, Masthead, Stats, Waiting
from bot.domain.messages import Button, Message
from bot.domain.words import display_name, typed
from bot.render.articles import listed_title
from bot.render.blocks import Block, bold, italic, paragraph
from bot.render.buttons import button, in_rows
from bot.render.clock import counted, moment
from bot.render.editing import ACROSS, article_line, when
from bot.render.lists import note
from bot.render.split import messages

_SUBJECT_LENGTH = 140
_NAME_LENGTH = 60
_GROUPS = 10  # named in one question
_REMOVABLE = 50  # editors with a button each, the first who were added


def stats(what: Stats, *, zone: ZoneInfo, names: Mapping[int, str]) -> tuple[Message, ...]:
    """How things stand: deliveries, readers, articles, what editors did last."""
    figures = what.figures
    waits = figures.waiting + figures.sending
    since = f", the oldest since {_at(figures.oldest_due, what, zone)}" if figures.oldest_due else ""
    lines = [
        f"Deliveries in 24 hours: {figures.sent} sent, {figures.failed} failed",
        f"Waiting to be sent: {waits}{since}",
        f"Subscribers: {what.subscribers}",
        f"Articles published: {what.articles}",
        f"Articles waiting for an editor or an hour: {what.waiting.total}",
        when(what.orders, what.next_due, zone=zone, now=what.now),
    ]
    done = [
        paragraph(
            italic(f"{_at(one.at, what, zone)} · {_name(one.user_id, names)} · "),
            f"{one.verb}: {typed(one.subject, _SUBJECT_LENGTH)}",
        ).close()
        for one in what.decisions
    ]
    waiting = ((button("What waits", "ew"),),) if what.waiting.total else ()
    return messages(
        (
            paragraph(bold("How things stand")),
            *(paragraph(line).close() for line in lines),
            paragraph(bold("What editors did last")),
            *(done or [paragraph("Nothing yet.").close()]),
        ),
        waiting,
    )


def waiting(what: Waiting, *, zone: ZoneInfo, now: datetime) -> tuple[Message, ...]:
    """The articles readers are not told of yet."""
    if not what.total:
        return note("Nothing waits.")
    parts = {"Waiting for an editor": what.review, "Held back": what.held}
    blocks: list[Block] = []
    for heading, entries in parts.items():
        if entries:
            blocks += [paragraph(bold(heading)), *(article_line(one) for one in entries)]
    if what.embargoed:
        blocks.append(paragraph(bold("Not before")))
        blocks += [
            paragraph(
                f"{one.article_id} · {moment(at, zone=zone, now=now)} · ", bold(listed_title(one))
            ).close()
            for one, at in what.embargoed
        ]
    ids = [one.article_id for one in (*what.review, *what.held, *(one for one, _ in what.embargoed))]
    return messages(blocks, in_rows([button(str(id_), "ap", id_) for id_ in ids], across=ACROSS))


def masthead(what: Masthead, *, names: Mapping[int, str]) -> tuple[Message, ...]:
    """Who edits, and the buttons that remove those who were added."""
    lines = [paragraph(f"· {_person(id_, names)} (by the settings)").close() for id_ in what.from_the_start]
    lines += [
        paragraph(f"· {_person(one.user_id, names)} (added by {_person(one.added_by, names)})").close()
        for one in what.added
    ]
    buttons: list[Button] = [
        button(f"Remove {_name(one.user_id, names)}", "er", one.user_id) for one in what.added[:_REMOVABLE]
    ]
    how = (
        "To add somebody: /editors and their number, or forward a message of theirs here"
        " and reply to it with /editors."
    )
    return messages((paragraph(bold("Editors")), *lines, paragraph(how)), in_rows(buttons))


def ask_to_add(user_id: int, name: str) -> tuple[Message, ...]:
    """The question before somebody becomes an editor."""
    buttons = ((button("Make them an editor", "ea", user_id),),)
    return note(f"Make {display_name(name, _NAME_LENGTH, otherwise='user')} ({user_id}) an editor?", buttons)


def invite(link: str, invites: Sequence[Invite], *, open_to_all: bool) -> tuple[Message, ...]:
    """A new link, and those that let people in."""
    meaning = (
        "Everybody is answered now; links count when ACCESS is invite."
        if open_to_all
        else "Whoever opens it is let in, until it is revoked."
    )
    buttons = [
        button(f"Revoke {one.code[:4]}… ({counted(one.came, 'person', 'people')} came)", "ix", one.code)
        for one in invites
    ]
    return messages(
        (paragraph(bold("A link for readers")), paragraph(link).close(), paragraph(meaning)), in_rows(buttons)
    )


def brought_in(groups: Sequence[BroughtIn]) -> tuple[Message, ...]:
    """The question about what readers brought the bot into when that was theirs to do."""
    names = [
        display_name(one.title, _NAME_LENGTH, otherwise=f"chat {one.telegram_id}") for one in groups[:_GROUPS]
    ]
    more = f" and {len(groups) - _GROUPS} more" if len(groups) > _GROUPS else ""
    buttons = ((button("Let them in", "gi"), button("Leave them out", "go")),)
    return note(
        f"Readers brought the bot into {counted(len(groups), 'group')}; it answers there only by an editor’s"
        f" word: {', '.join(names)}{more}.",
        buttons,
    )


def let_in(groups: int) -> tuple[Message, ...]:
    """How many groups were let in."""
    return note(f"Let in: {counted(groups, 'group')}.")


def left_out(groups: int) -> tuple[Message, ...]:
    """How many groups were left out."""
    return note(f"Left out: {counted(groups, 'group')}. Nothing is sent there any more.")


def _name(user_id: int, names: Mapping[int, str]) -> str:
    return display_name(names.get(user_id), _NAME_LENGTH, otherwise=str(user_id))


def _person(user_id: int, names: Mapping[int, str]) -> str:
    return f"{_name(user_id, names)} ({user_id})" if user_id in names else str(user_id)


def _at(at: datetime, what: Stats, zone: ZoneInfo) -> str:
    return moment(at, zone=zone, now=what.now)
