"""The cast: who is in the news, who is in one article, and whom a name can mean."""

from collections.abc import Iterator, Sequence

from bot.domain.actors import ActorEntry, CastMember
from bot.domain.articles import Page, StoredArticle
from bot.domain.whois import who_is, words_of_line
from bot.domain.words import cut
from bot.render.articles import title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import HALF_LABEL_LENGTH, button, in_rows, turning
from bot.render.lists import note
from bot.render.quotes import DESCRIPTION_LENGTH, NAME_LENGTH
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages
from summaries.models import ActorKind

NUMBERS_ACROSS = 4  # two rows of a page's eight
LINE_LENGTH = 90  # graphemes of who somebody is: with the name two lines on a phone

# Translators: what an actor of the news is; before "in 3 articles".
KINDS: dict[ActorKind, Said] = {
    "person": pgettext("actor", "person"),
    "organization": pgettext("actor", "organisation"),
    "state": pgettext("actor", "state"),
    "group": pgettext("actor", "group"),
}
# Translators: buttons above which a list of people, organisations, states and groups stands: which of them.
_FILTERS: tuple[tuple[ActorKind | None, Said, str], ...] = (
    (None, pgettext("who", "All"), "k"),
    ("person", pgettext("who", "People"), "kp"),
    ("state", pgettext("who", "States"), "ks"),
    ("organization", pgettext("who", "Organisations"), "ko"),
    ("group", pgettext("who", "Groups"), "kg"),
)


def cast(page: Page[CastMember], kind: ActorKind | None) -> tuple[Unsaid, ...]:
    """Who is in the news, heaviest first, a line each, numbered; of one kind, or of all."""
    number = _("page {page} of {pages}", page=page.number + 1, pages=page.count)
    heading = paragraph(
        bold(_("Who is in the news")), italic(in_line("", (" · ", number)) if page.count > 1 else "")
    )
    lines, numbers = _numbered(page.items, first=page.first, with_kind=kind is None)
    hint = _("Press a number, or write /who and a name.")
    nobody = _("There are none of these in the news.")
    verb = next(verb for each, _name, verb in _FILTERS if each == kind)
    return messages(
        (heading, *lines, paragraph(italic(hint if lines else nobody))),
        (*numbers, *_filters(kind), *turning(page.number, page.count, verb)),
    )


def _numbered(
    members: Sequence[CastMember], *, first: int = 1, with_kind: bool = True
) -> tuple[list[Block], UnsaidButtons]:
    """Lines of actors, and a button each."""
    placed = list(enumerate(members, first))
    lines = [member_line(f"{place}. ", member, with_kind=with_kind) for place, member in placed]
    numbers = [button(str(place), "a", member.actor.id) for place, member in placed]
    return lines, in_rows(numbers, across=NUMBERS_ACROSS)


def member_line(mark: str, member: CastMember, *, with_kind: bool) -> Block:
    """Mark and name, who that is, else of which kind where that is not plain, and in how many articles."""
    line, actor = member.description, member.actor
    who: Said = ""
    if line is not None:
        who = f", {cut(words_of_line(line), LINE_LENGTH)}"
    elif with_kind:
        who = in_line("", (" · ", KINDS[actor.kind]))
    many = ngettext("one article", "{count} articles", actor.articles)
    where = in_line("", (" · ", many))
    return paragraph(plain(mark), bold(cut(actor.name, NAME_LENGTH)), plain(who), italic(where)).close()


def _filters(chosen: ActorKind | None) -> UnsaidButtons:
    """All kinds in one row and the next, the chosen one marked."""
    row = [
        button(in_line("", ("✓ ", name)) if kind == chosen else name, verb, 0)
        for kind, name, verb in _FILTERS
    ]
    return in_rows(row, across=3)


def in_articles(count: int) -> Said:
    """In how many articles somebody appears."""
    return ngettext("in one article", "in {count} articles", count)


def actors_of(article: StoredArticle, entries: Sequence[ActorEntry]) -> tuple[Unsaid, ...]:
    """Who is in one article, heaviest first, as buttons."""
    name = bold(_("Who") if entries else _("No names to show"))
    heading = paragraph(
        name, plain(" · "), linked(italic(title(article.analysis.article)), article.analysis.article.url)
    )
    return messages((heading, *_described(article, entries)), actor_buttons(entries))


def _described(article: StoredArticle, entries: Sequence[ActorEntry]) -> Iterator[Block]:
    """Those whom the article says more of than a name, in its words."""
    known = {name: actor for actor in article.analysis.actors for name in (*actor.aliases, actor.name)}
    for entry in entries:
        actor = known.get(entry.name)
        if actor is not None and (told := who_is(article.analysis, actor)):
            yield paragraph(bold(cut(entry.name, NAME_LENGTH)), f", {cut(told, DESCRIPTION_LENGTH)}").close()


def which_actor(name: str, members: Sequence[CastMember]) -> tuple[Unsaid, ...]:
    """The question which of several is meant, a line each: two may have one name."""
    asked = ngettext(
        "“{name}” fits {count} name. Which one?",
        "“{name}” fits {count} names. Which one?",
        len(members),
        name=name,
    )
    lines, numbers = _numbered(members)
    return messages((paragraph(asked), *lines), numbers)


def unknown_actor(name: str, nearest: Sequence[ActorEntry]) -> tuple[Unsaid, ...]:
    """That nobody is called this, and who comes nearest."""
    if not nearest:
        return note(_("Nobody called “{name}” is in the articles. /who lists who is in the news.", name=name))
    return note(
        _("Nobody called “{name}” is in the articles. Did you mean one of these?", name=name),
        actor_buttons(nearest),
    )


def actor_buttons(entries: Sequence[ActorEntry]) -> UnsaidButtons:
    """A button an actor, two in a row."""
    return in_rows([actor_button(entry) for entry in entries], across=2)


def actor_button(entry: ActorEntry) -> UnsaidButton:
    """The button that opens an actor's digest."""
    count = f" · {entry.articles}" if entry.articles > 1 else ""
    name = cut(entry.name, HALF_LABEL_LENGTH - len(count))
    return button(f"{name}{count}", "a", entry.id, most=HALF_LABEL_LENGTH)
