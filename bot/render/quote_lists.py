"""Quotations of many articles: the latest, somebody's, those with some words, and whose are meant."""

from collections.abc import Sequence

from bot.domain.actors import ActorEntry
from bot.domain.articles import FiledQuote, Page
from bot.domain.quotes_about import Nearness
from bot.domain.words import cut
from bot.render.articles import read_buttons
from bot.render.blocks import Block, bold, italic, paragraph, plain
from bot.render.buttons import HALF_LABEL_LENGTH, button, fits, in_rows, turning
from bot.render.quotes import NAME_LENGTH
from bot.render.sayings import blocks_of, copying, shown_of
from bot.render.texts import Run, _, in_line, ngettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages


def latest_quotes(page: Page[FiledQuote]) -> tuple[Unsaid, ...]:
    """The newest quotations."""
    if not page.items:
        return messages((paragraph(_("Nobody has been quoted yet.")),))
    return _filed(paragraph(bold(_("Latest quotations"))), page, turning(page.number, page.count, "ql"))


def quotes_of(
    actor: ActorEntry,
    page: Page[FiledQuote],
    *,
    taken_for: str | None = None,
    others: Sequence[ActorEntry] = (),
) -> tuple[Unsaid, ...]:
    """What an actor said; `taken_for` is what was typed where that is not the actor's name.

    `others`: whom what was typed could mean, too.
    """
    if not page.items:
        return not_quoted(actor.name, (actor,), taken_for=taken_for)
    also = also_buttons(others, "qa")
    took = _took(taken_for)
    name = cut(actor.name, NAME_LENGTH)
    heading = paragraph(*took, bold(_("Quotations of {name}", name=name)))
    return _filed(heading, page, (*also, *turning(page.number, page.count, "qa", actor.id)))


def not_quoted(
    asked: str, entries: Sequence[ActorEntry], *, taken_for: str | None = None
) -> tuple[Unsaid, ...]:
    """That nobody of these is quoted, with a button to each; several are named by what was asked."""
    name = cut(entries[0].name if len(entries) == 1 else asked, NAME_LENGTH)
    nothing = _("There are no quotations of {name} in the articles.", name=bold(name))
    about = [button(_("About {name}", name=one.name), "a", one.id) for one in entries]
    return messages((paragraph(*_took(taken_for), nothing),), in_rows(about))


def _took(taken_for: str | None) -> tuple[Run, ...]:
    return (nearest_to(taken_for), plain("\n")) if taken_for is not None else ()


def quotes_about(
    actor: ActorEntry, page: Page[FiledQuote], words: str, nearness: Nearness
) -> tuple[Unsaid, ...]:
    """What an actor said, what is about the words first; and that nothing is, where that is so."""
    if not page.items:
        return quotes_of(actor, page)
    name = cut(actor.name, NAME_LENGTH)
    asked = {
        "said": _("Those that are about “{words}” stand first.", words=words),
        "article": _("None is about “{words}”. Those of articles that tell of it stand first.", words=words),
        "none": _("None is about “{words}”.", words=words),
    }[nearness]
    heading = paragraph(bold(_("Quotations of {name}", name=name)), italic(in_line("", ("\n", asked))))
    return _filed(heading, page, turning(page.number, page.count, "qb", actor.id, after=(words,)))


def quotes_with(
    asked: str,
    page: Page[FiledQuote],
    *,
    typed: str | None = None,
    nearest: Sequence[ActorEntry] = (),
) -> tuple[Unsaid, ...]:
    """Quotations that hold the words; `typed` are others in whose place these were likely meant."""
    if not page.items:
        nobody = (
            _("Nobody is quoted with “{words}”. Did you mean one of these?", words=asked)
            if nearest
            else _("Nobody is quoted with “{words}”. /quotes shows the latest.", words=asked)
        )
        return messages((paragraph(nobody),), speaker_buttons(nearest))
    heading = [bold(_("Quotations with “{words}”", words=plain(asked)))]
    if page.count > 1 and not fits("qw", page.count, asked):
        # Translators: behind "Quotations with “…”" and a comma.
        newest = ngettext(
            "only the newest {count}; with fewer words I can show all",
            "only the newest {count}; with fewer words I can show all",
            len(page.items),
        )
        heading.append(italic(in_line("", (", ", newest))))
    if typed is not None:
        nobody = _("Nobody is quoted with “{words}”.", words=typed)
        heading.append(italic(in_line("", ("\n", nobody))))
    return _filed(paragraph(*heading), page, turning(page.number, page.count, "qw", after=(asked,)))


def which_speaker(asked: str, entries: Sequence[ActorEntry]) -> tuple[Unsaid, ...]:
    """The question whose quotations are meant."""
    return messages(
        (
            paragraph(
                ngettext(
                    "“{name}” fits {count} name. Whose words?",
                    "“{name}” fits {count} names. Whose words?",
                    len(entries),
                    name=asked,
                )
            ),
        ),
        speaker_buttons(entries),
    )


def nearest_to(name: str) -> Run:
    """That a name is nobody's, before whoever has the nearest."""
    return italic(_("Nobody is called “{name}”. The closest name is:", name=name))


def speaker_buttons(entries: Sequence[ActorEntry]) -> UnsaidButtons:
    """UnsaidButtons that open what each actor said, two in a row."""
    buttons = [button(entry.name, "qa", entry.id, most=HALF_LABEL_LENGTH) for entry in entries]
    return in_rows(buttons, across=2)


def also_buttons(others: Sequence[ActorEntry], verb: str) -> UnsaidButtons:
    """UnsaidButtons for those whom a typed name could mean beside the one who is shown, two in a row."""
    # Translators: a button that opens another whom the name that was typed could mean.
    labels = [(_("also: {name}", name=other.name), other.id) for other in others]
    return in_rows([button(label, verb, id_, most=HALF_LABEL_LENGTH) for label, id_ in labels], across=2)


def _filed(heading: Block, page: Page[FiledQuote], turn: UnsaidButtons) -> tuple[Unsaid, ...]:
    """Each quotation with its article, and a button to each article."""
    told = shown_of([(filed.article, filed.quote) for filed in page.items], first=page.first)
    reading = read_buttons([filed.article for filed in page.items])
    return messages((heading, *blocks_of(told)), (*reading, *copying(told), *turn))
