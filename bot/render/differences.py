"""What changed in an article's text: for editors, words struck and new; for readers, in its own words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.articles import StoredArticle
from bot.domain.differences import Passage, RefusedText, TextChange, Words
from bot.domain.words import cut
from bot.render import correction_notes as notes
from bot.render.articles import CORRECTION_LENGTH
from bot.render.blocks import Block, bold, italic, paragraph, plain, struck
from bot.render.buttons import BACK, button
from bot.render.clock import moment
from bot.render.editing import named, of_pending
from bot.render.people import name_of
from bot.render.texts import Run, Text, _, ngettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages

SHOWN = 8  # passages: more is no glance
WORDS_LENGTH = 400  # graphemes of words in a row
TOLD_LENGTH = 400  # of those that readers are told


def change_page(
    article: StoredArticle, change: TextChange, passages: Sequence[Passage], *, sent: int
) -> tuple[Unsaid, ...]:
    """What changed, with the buttons that decide on it. `sent`: messages that show the article."""
    return messages(
        (named(article), *changed(passages)), buttons_of(article, change, sent=sent if passages else 0)
    )


def refused_page(
    article: StoredArticle,
    text: RefusedText,
    passages: Sequence[Passage],
    *,
    names: Mapping[int, str],
    zone: ZoneInfo,
    now: datetime,
) -> tuple[Unsaid, ...]:
    """The text that an editor would not have, by what it says otherwise."""
    # Translators: {name} is an editor’s, {moment} is "today 18:00".
    who = _(
        "{name} dropped this text, {moment}.",
        name=name_of(text.by, names),
        moment=moment(text.at, zone=zone, now=now),
    )
    again = button(_("Let it wait again"), "au", article.id, article.turn)
    return messages(
        (named(article), paragraph(italic(who)), *changed(passages)),
        (*(((again,),) if article.pending_id is None else ()), (button(BACK, "aw", article.id),)),
    )


def changed(passages: Sequence[Passage]) -> tuple[Block, ...]:
    """Each passage with its words struck and new, the first few."""
    if not passages:
        return (paragraph(_("Its words are the same.")),)
    left = len(passages) - SHOWN
    more = ngettext("and {count} more passage", "and {count} more passages", left)
    blocks = tuple(paragraph(*_spaced(passage)) for passage in passages[:SHOWN])
    return (*blocks, paragraph(italic(more))) if left > 0 else blocks


def buttons_of(article: StoredArticle, change: TextChange, *, sent: int) -> UnsaidButtons:
    """What can be done about a text that changed: approve it, or tell those who have the old one."""
    behind = (button(_("Preview"), "ap", article.id),)
    if change.waits:
        return of_pending(article), behind
    correct = ngettext("Correct {count} sent message", "Correct {count} sent messages", sent)
    return (*(((button(correct, "ac", article.id, change.revision),),) if sent else ()), behind)


def correction_of(passages: Sequence[Passage]) -> str:
    """The note on it as it is kept, in the article's words: as many passages as a correction holds."""
    told = ""
    for number, passage in enumerate(passages):
        more = notes.kept(notes.more_changed(len(passages) - number))
        longer = f"{told} {notes.kept(_told(passage))}".strip()
        if len(longer) + len(more) + 1 > CORRECTION_LENGTH:
            return f"{told} {more}".strip()
        told = longer
    return told


def _told(passage: Passage) -> Text:
    before, after = cut(passage.before, TOLD_LENGTH), cut(passage.after, TOLD_LENGTH)
    if not passage.before:
        return notes.added(after)
    if not passage.after:
        return notes.taken_out(before)
    return notes.changed(before, after)


def _spaced(passage: Passage) -> tuple[Run, ...]:
    runs: list[Run] = []
    for one in passage.words:
        runs += [*((plain(" "),) if runs else ()), _styled(one)]
    return tuple(runs)


def _styled(words: Words) -> Run:
    text = cut(words.text, WORDS_LENGTH)
    match words.kind:
        case "struck":
            return struck(text)
        case "new":
            return bold(text)
        case "same":
            return plain(text)
