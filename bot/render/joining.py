"""How an actor came together, as editors see it, and the buttons that part and join:

jn:7  name 7 is not the actor's    js:7  the same as…    jj:7:3  actor 7 is actor 3, under 3's name
                                   jw:7  that again, and what a reply with a name answers
"""

from collections.abc import Iterable, Mapping, Sequence

from bot.domain.actors import ActorEntry, Joined, JoinedName, Joining
from bot.domain.words import cut
from bot.render.articles import listed_title
from bot.render.blocks import Block, bold, italic, paragraph
from bot.render.buttons import HALF_LABEL_LENGTH, button, in_rows
from bot.render.cast import actor_button
from bot.render.quotes import NAME_LENGTH
from bot.render.texts import Said, _, in_line, ngettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages

SHOWN = 8  # names
TITLE_LENGTH = 60
_WHY: Mapping[str, Said] = {
    "own": "",
    # Translators: why a name stands under an actor; stands behind the name and a comma.
    "agrees": _("the same name"),
    "surname": _("joined by surname only"),
    "editor": _("joined by an editor"),
}


def how_joined(joining: Joining) -> Iterable[Block]:
    """Which names articles write, in which articles, and why each stands here; nothing where there is one."""
    if len(joining.names) > 1:
        yield paragraph(bold(_("Joined from")), italic(in_line("", (" · ", _("only editors see this")))))
        for one in joining.names[:SHOWN]:
            yield _name(one)
    if len(joining.names) > SHOWN:
        yield paragraph(
            italic(ngettext("and {count} more name", "and {count} more names", len(joining.names) - SHOWN))
        ).close()


def joining_buttons(joining: Joining) -> UnsaidButtons:
    """A button for each name that can be taken away, and one to join the actor with another."""
    parts = [
        button(_("Not the same: {name}", name=one.name), "jn", one.actor_id)
        for one in joining.names[:SHOWN]
        if one.why != "own"
    ]
    return (*in_rows(parts), (button(_("Same as…"), "js", joining.actor.id),))


def same_as_whom(actor: ActorEntry, nearest: Sequence[ActorEntry]) -> tuple[Unsaid, ...]:
    """The question with whom an actor is one."""
    by_name = paragraph(italic(_("Or reply with a name: of another, or one of these that is not theirs.")))
    again = (button(_("Look again"), "jw", actor.id),)
    if not nearest:
        # Translators: here and below {name} and {actor} are people or groups in the news.
        nobody = _("Nobody else has a name like {name}.", name=bold(_short(actor)))
        return messages((paragraph(nobody), by_name), (again,))
    question = paragraph(
        _(
            "Who is {name} the same as? Both will be shown under the name you choose.",
            name=bold(_short(actor)),
        )
    )
    buttons = [
        button(actor_button(other).label, "jj", actor.id, other.id, most=HALF_LABEL_LENGTH)
        for other in nearest
    ]
    return messages((question, by_name), (*in_rows(buttons, across=2), again))


def ask_to_part(actor: ActorEntry, name: ActorEntry) -> tuple[Unsaid, ...]:
    """The question whether a name that stands under an actor's is another's."""
    # Translators: a name that stands under {actor}, as whom it may be taken by mistake.
    asked = _("Is {name} somebody else than {actor}?", name=bold(_short(name)), actor=bold(_short(actor)))
    return messages(
        (paragraph(asked),), ((button(_("Not the same: {name}", name=name.name), "jn", name.id),),)
    )


def joined(done: Joined) -> tuple[Unsaid, ...]:
    """That two are one now, and the way back."""
    said = paragraph(
        # Translators: two names of one person: news of both is shown under {actor}.
        _("{name} is now shown under {actor}.", name=bold(_short(done.name)), actor=bold(_short(done.actor)))
    )
    back = button(_("Not the same: {name}", name=done.name.name), "jn", done.name.id)
    return messages((said,), ((actor_button(done.actor),), (back,)))


def parted(done: Joined) -> tuple[Unsaid, ...]:
    """That a name stands by itself now, and the way back."""
    said = paragraph(
        # Translators: two names that were taken for one person: each is shown for itself now.
        _(
            "{name} is no longer shown under {actor}.",
            name=bold(_short(done.name)),
            actor=bold(_short(done.actor)),
        )
    )
    back = button(_("Same after all: {name}", name=done.actor.name), "jj", done.name.id, done.actor.id)
    return messages((said,), ((actor_button(done.name), actor_button(done.actor)), (back,)))


def _name(one: JoinedName) -> Block:
    titles = in_line("; ", [_("“{title}”", title=listed_title(each, TITLE_LENGTH)) for each in one.newest])
    name = bold(cut(one.name, NAME_LENGTH))
    # Translators: a name under an actor, and why it stands there: "Assad, the names agree".
    joined_name = _("{name}, {why}", name=name, why=_WHY[one.why]) if _WHY[one.why] else name
    where = (
        # Translators: {titles} are headlines.
        ngettext(
            "· {name} in {count} article: {titles}",
            "· {name} in {count} articles: {titles}",
            one.articles,
            name=joined_name,
            titles=titles,
        )
        if titles
        else _("· {name} in no article at present", name=joined_name)
    )
    return paragraph(where).close()


def _short(actor: ActorEntry) -> str:
    return cut(actor.name, NAME_LENGTH)
