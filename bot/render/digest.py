"""An actor digest: who somebody is, what they said, did and met with, in the articles' words."""

from collections.abc import Iterable, Sequence

from bot.domain.actors import ActorDigest, DigestLine, Joining
from bot.domain.messages import Buttons, Message
from bot.domain.words import cut, safe_words
from bot.render.articles import listed_title, lone, source
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.joining import how_joined, joining_buttons
from bot.render.lists import actor_buttons
from bot.render.quotes import NAME_LENGTH, nearest_to, statement_block
from bot.render.split import messages
from bot.render.texts import Run, Said, _, in_line, ngettext, pgettext
from summaries.models import Span

LINES = 4  # of each kind: more than four of any pushes the next kind off the screen
DESCRIPTIONS = 2
NAMES = 6
SENTENCE_LENGTH = 360

# Translators: what an actor of the news is; before "in 3 articles".
_KINDS = {
    "person": pgettext("actor", "person"),
    "organization": pgettext("actor", "organisation"),
    "state": pgettext("actor", "state"),
    "group": pgettext("actor", "group"),
}


def digest(
    content: ActorDigest, *, taken_for: str | None = None, joining: Joining | None = None
) -> tuple[Message, ...]:
    """The digest; `taken_for` is what was typed where it is not the actor's name, `joining` for editors."""
    blocks = [
        *_head(content, taken_for),
        *_who(content),
        *_part(pgettext("digest", "Said"), content.statements, content),
        *_part(pgettext("digest", "Did"), content.did, content),
        *_part(_("What others did and said about them"), content.done_to, content),
        *_beside(content),
        *_read_on(content),
        *(how_joined(joining) if joining else ()),
    ]
    return messages(blocks, (*_buttons(content), *(joining_buttons(joining) if joining else ())))


def _head(content: ActorDigest, taken_for: str | None) -> Iterable[Block]:
    if taken_for is not None:
        yield paragraph(nearest_to(taken_for))
    yield paragraph(bold(content.actor.name))
    count = content.actor.articles
    where = ngettext("in one article", "in {count} articles", count)
    yield paragraph(italic(in_line(" · ", (_KINDS[content.actor.kind], where)))).close()
    if content.also_named:
        yield paragraph(
            italic(
                _("also {names}", names=plain(cut(", ".join(content.also_named[:NAMES]), SENTENCE_LENGTH)))
            )
        ).close()


def _who(content: ActorDigest) -> Iterable[Block]:
    for line in content.descriptions[:DESCRIPTIONS]:
        yield paragraph(*_told(line, content))


def _part(name: Said, lines: Sequence[DigestLine], content: ActorDigest) -> Iterable[Block]:
    if lines:
        yield paragraph(bold(name))
    for line in lines[:LINES]:
        yield _line(line, content)


def _line(line: DigestLine, content: ActorDigest) -> Block:
    if line.quote is not None:
        below = source(line.article.analysis.article) if _several(content) else ""
        return statement_block(line.article.analysis, line.quote, below=below)
    return paragraph("· ", *_told(line, content)).close()


def _beside(content: ActorDigest) -> Iterable[Block]:
    if content.beside:
        names = ", ".join(cut(entry.name, NAME_LENGTH) for entry in content.beside[:NAMES])
        yield paragraph(italic(_("Appears with {names}", names=plain(names))))


def _read_on(content: ActorDigest) -> Iterable[Block]:
    if content.read_on and not _several(content):
        only = content.read_on[0]
        title = linked(plain(listed_title(only)), only.url)
        # Translators: the one article that all of a digest is from.
        yield paragraph(italic(_("All of this is from {title}", title=title)))


def _buttons(content: ActorDigest) -> Buttons:
    more = (
        ((button(_("All quotations"), "qa", content.actor.id),),) if len(content.statements) > LINES else ()
    )
    articles = in_rows([button(listed_title(one), "s", one.article_id) for one in content.read_on[:NAMES]])
    return (*more, *actor_buttons(content.beside[:NAMES]), *articles)


def _told(line: DigestLine, content: ActorDigest) -> tuple[Run, ...]:
    read = line.article.analysis.article
    said = cut(safe_words(read, Span(line.start, line.end)), SENTENCE_LENGTH)
    return lone(read, said, told_by=_several(content))


def _several(content: ActorDigest) -> bool:
    """Whether it must be said which article a line is from."""
    return content.actor.articles > 1
