"""Lists: headlines, actors, what a search found; and short answers."""

from collections.abc import Iterator, Sequence

from bot.domain.actors import ActorEntry
from bot.domain.articles import ArticleEntry, FoundArticle, Page, StoredArticle
from bot.domain.messages import Button, Buttons, Message
from bot.domain.words import cut, safe_words
from bot.render.articles import listed_title, origin_of, short_origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain, quotation
from bot.render.buttons import HALF_LABEL_LENGTH, button, in_rows, turning
from bot.render.quotes import DESCRIPTION_LENGTH, NAME_LENGTH, one_of, read_buttons
from bot.render.split import messages
from bot.render.texts import Run, Said, _, in_line
from summaries.models import Span

NUMBERS_ACROSS = 5  # number buttons that are still wide enough for a thumb
IMPORTED_LENGTH = 120  # graphemes of a headline among twenty in one message
FOUND_LENGTH = 300  # graphemes of a sentence that a search shows


def note(text: Said, buttons: Buttons = ()) -> tuple[Message, ...]:
    """A short answer of our own."""
    return messages((paragraph(text),), buttons)


def headlines(page: Page[ArticleEntry]) -> tuple[Message, ...]:
    """The newest headlines, numbered, a button each."""
    first = page.number * page.size + 1
    lines, buttons = _numbered(
        [(one.article_id, linked(bold(listed_title(one)), one.url), origin_of(one)) for one in page.items],
        first=first,
    )
    return messages(
        (paragraph(bold(_("Latest"))), *lines), (*buttons, *turning(page.number, page.count, "l"))
    )


def imported(heading: Said, newest: Sequence[StoredArticle]) -> tuple[Message, ...]:
    """The newest of many articles that came together, numbered, a button each."""
    shown = [(one.id, one.analysis.article) for one in newest]
    named = [(id_, bold(title(read, IMPORTED_LENGTH)), read) for id_, read in shown]
    lines, buttons = _numbered(
        [(id_, linked(name, read.url), short_origin(read)) for id_, name, read in named], first=1
    )
    return messages((paragraph(italic(heading)), *lines), buttons)


def _numbered(items: Sequence[tuple[int, Run, Said]], *, first: int) -> tuple[list[Block], Buttons]:
    """Lines of articles, each its id, title and origin, and their buttons."""
    lines = [
        block
        for number, (_, name, origin) in enumerate(items, first)
        for block in (
            paragraph(plain(f"{number}. "), name),
            *((paragraph(italic(origin)).close(),) if origin else ()),
        )
    ]
    buttons = [button(str(number), "s", id_) for number, (id_, _, _) in enumerate(items, first)]
    return lines, in_rows(buttons, across=NUMBERS_ACROSS)


def actors(page: Page[ActorEntry]) -> tuple[Message, ...]:
    """Who is in the news, heaviest first, as buttons."""
    number = _("page {page} of {pages}", page=page.number + 1, pages=page.count)
    heading = paragraph(
        bold(_("Who is in the news")), italic(in_line("", (" · ", number)) if page.count > 1 else "")
    )
    hint = paragraph(_("Press a name, or write /who and a name.")).close()
    return messages((heading, hint), (*actor_buttons(page.items), *turning(page.number, page.count, "k")))


def actors_of(article: StoredArticle, entries: Sequence[ActorEntry]) -> tuple[Message, ...]:
    """Who is in one article, heaviest first, as buttons."""
    name = bold(_("Who") if entries else _("Nobody is named"))
    heading = paragraph(
        name, plain(" · "), linked(italic(title(article.analysis.article)), article.analysis.article.url)
    )
    return messages((heading, *_described(article, entries)), actor_buttons(entries))


def _described(article: StoredArticle, entries: Sequence[ActorEntry]) -> Iterator[Block]:
    """Those whom the article says more of than a name, in its words."""
    known = {name: actor for actor in article.analysis.actors for name in (*actor.aliases, actor.name)}
    for entry in entries:
        actor = known.get(entry.name)
        if actor is not None and actor.description is not None:
            described = cut(safe_words(article.analysis.article, actor.description), DESCRIPTION_LENGTH)
            yield paragraph(bold(cut(entry.name, NAME_LENGTH)), f", {described}").close()


def which_actor(name: str, entries: Sequence[ActorEntry]) -> tuple[Message, ...]:
    """The question which of several is meant."""
    return note(
        _("“{name}” can be {number}. Which one?", name=name, number=one_of(len(entries))),
        actor_buttons(entries),
    )


def unknown_actor(name: str, nearest: Sequence[ActorEntry]) -> tuple[Message, ...]:
    """That nobody is called this, and who comes nearest."""
    if not nearest:
        return note(_("Nobody called “{name}” is in the articles. /who lists everybody who is.", name=name))
    return note(
        _("Nobody called “{name}” is in the articles. Did you mean one of these?", name=name),
        actor_buttons(nearest),
    )


def found(words_asked: str, articles: Sequence[FoundArticle]) -> tuple[Message, ...]:
    """What a search found, newest first, each with the sentence that matched."""
    blocks: list[Block] = [paragraph(_("{found} for “{words}”", found=bold(_("Found")), words=words_asked))]
    for one in articles:
        read = one.article.analysis.article
        blocks.append(paragraph(linked(bold(title(read)), read.url)))
        blocks.append(paragraph(italic(short_origin(read))).close())
        if one.sentence is not None:
            blocks.append(quotation(cut(safe_words(read, Span(*one.sentence)), FOUND_LENGTH)))
    return messages(blocks, read_buttons([one.article for one in articles]))


def actor_buttons(entries: Sequence[ActorEntry]) -> Buttons:
    """A button an actor, two in a row."""
    return in_rows([actor_button(entry) for entry in entries], across=2)


def actor_button(entry: ActorEntry) -> Button:
    """The button that opens an actor's digest."""
    count = f" · {entry.articles}" if entry.articles > 1 else ""
    name = cut(entry.name, HALF_LABEL_LENGTH - len(count))
    return button(f"{name}{count}", "a", entry.id, most=HALF_LABEL_LENGTH)
