"""How an actor came together, as editors see it, and the buttons that part and join:

jn:7  name 7 is not the actor's    js:7  the same as…    jj:7:3  actor 7 is actor 3, under 3's name
"""

from collections.abc import Iterable, Sequence

from bot.domain.actors import ActorEntry, Joined, JoinedName, Joining
from bot.domain.messages import Buttons, Message
from bot.domain.words import cut
from bot.render.articles import listed_title
from bot.render.blocks import Block, bold, italic, paragraph, plain
from bot.render.buttons import HALF_LABEL_LENGTH, button, in_rows
from bot.render.clock import counted
from bot.render.lists import actor_button
from bot.render.quotes import NAME_LENGTH
from bot.render.split import messages

SHOWN = 8  # names
TITLE_LENGTH = 60
_WHY = {
    "own": "",
    "agrees": ", the names agree",
    "surname": ", joined by the surname alone",
    "editor": ", joined by an editor",
}


def how_joined(joining: Joining) -> Iterable[Block]:
    """Which names articles write, in which articles, and why each stands here; nothing where there is one."""
    if len(joining.names) > 1:
        yield paragraph(bold("Joined from"), italic(" · only editors see this"))
        for one in joining.names[:SHOWN]:
            yield _name(one)
    if len(joining.names) > SHOWN:
        yield paragraph(italic(f"and {counted(len(joining.names) - SHOWN, 'more name')}")).close()


def joining_buttons(joining: Joining) -> Buttons:
    """A button for each name that can be taken away, and one to join the actor with another."""
    parts = [
        button(f"Not the same: {one.name}", "jn", one.actor_id)
        for one in joining.names[:SHOWN]
        if one.why != "own"
    ]
    return (*in_rows(parts), (button("Same as…", "js", joining.actor.id),))


def same_as_whom(actor: ActorEntry, nearest: Sequence[ActorEntry]) -> tuple[Message, ...]:
    """The question with whom an actor is one."""
    if not nearest:
        return messages((paragraph("Nobody else has a name like ", bold(_short(actor)), "."),))
    question = paragraph(bold(_short(actor)), " is the same as? Both will stand under the name you choose.")
    buttons = [
        button(actor_button(other).label, "jj", actor.id, other.id, most=HALF_LABEL_LENGTH)
        for other in nearest
    ]
    return messages((question,), in_rows(buttons, across=2))


def joined(done: Joined) -> tuple[Message, ...]:
    """That two are one now, and the way back."""
    said = paragraph(bold(_short(done.name)), " stands under ", bold(_short(done.actor)), " now.")
    back = button(f"Not the same: {done.name.name}", "jn", done.name.id)
    return messages((said,), ((actor_button(done.actor),), (back,)))


def parted(done: Joined) -> tuple[Message, ...]:
    """That a name stands by itself now, and the way back."""
    said = paragraph(bold(_short(done.name)), " is not ", bold(_short(done.actor)), " any more.")
    back = button(f"Same after all: {done.actor.name}", "jj", done.name.id, done.actor.id)
    return messages((said,), ((actor_button(done.name), actor_button(done.actor)), (back,)))


def _name(one: JoinedName) -> Block:
    titles = "; ".join(f"“{cut(listed_title(headline), TITLE_LENGTH)}”" for headline in one.newest)
    where = f" in {counted(one.articles, 'article')}: {titles}" if titles else " in no article now"
    return paragraph(plain("· "), bold(cut(one.name, NAME_LENGTH)), _WHY[one.why], where).close()


def _short(actor: ActorEntry) -> str:
    return cut(actor.name, NAME_LENGTH)
