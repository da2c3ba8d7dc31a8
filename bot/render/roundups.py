"""A message that holds stories: the list of them, each opened by its number, or one of them."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from bot.domain import excerpts
from bot.domain.articles import Story
from bot.domain.chats import Chat
from bot.domain.roundups import Roundup
from bot.domain.week import Week
from bot.domain.words import cut, goes_on_from, is_told_by, leans_by_its_words, safe_words
from bot.render.articles import UPDATE, correction, kind, outlet, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.briefing import story
from bot.render.buttons import BACK, button, fits, in_rows
from bot.render.language import Language
from bot.render.lists import LATEST, NUMBERS_ACROSS, note
from bot.render.measures import Measure, fitting
from bot.render.sharing import share_edition
from bot.render.texts import Run, Said, _, in_line
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages, single
from bot.render.week import week

HELD_BACK = _("The editors are holding this back for now.")
TAKEN_BACK = _("The editors withdrew this. Please disregard what was sent before.")
HEADING_LENGTH = 500  # graphemes
LINE_LENGTH = 300  # of the editors' own line
AT_LEISURE = 3  # stories with a blank line between them


# Long addresses and odd letters need more room.
_MEASURES: Final = (
    Measure(),
    Measure(headline=60, sentence=74),  # two lines each on a phone
    Measure(headline=60, sentence=74, correction=120, address=300),
    Measure(headline=60, sentence=0, correction=80, address=0),
    Measure(headline=25, sentence=0, correction=25, address=0),
)


def roundup(content: Roundup, chat: Chat | None = None) -> Unsaid:
    """What the message shows now, whole: the same of the same content and settings."""
    rest = _rest(content, chat)
    if not content.stories:
        return _withheld(content, rest)
    if content.opened is None:
        return _list(content, rest) if content.week is None else _week(content, content.week)
    return story(
        content.opened,
        sentences=chat.sentences if chat else excerpts.SENTENCES,
        link_full_text=chat is None or chat.link_full_text,
        because=content.heading if content.reference is None else None,
        above=editors_line(content.line) if content.reference is None else (),
        below=(*_back(content), *rest),
    )


def _withheld(content: Roundup, rest: UnsaidButtons) -> Unsaid:
    """Why nothing stands there; what heads other messages keeps its heading, and tells of no killed story."""
    withheld = HELD_BACK if content.standing == "held" else TAKEN_BACK
    if not content.heads:
        return note(withheld)[0]
    heading = paragraph(italic(cut(content.heading or "", HEADING_LENGTH)))
    told = () if content.standing == "killed" else (paragraph(withheld),)
    return messages((heading, *editors_line(content.line), *told), rest)[0]


def _list(content: Roundup, rest: UnsaidButtons) -> Unsaid:
    return single(partial(_listed, content), (*_numbers(content), *rest))


def _listed(content: Roundup, language: Language) -> tuple[Block, ...]:
    """Of a few stories at leisure; of more in little room, so that five stand on a phone's screen."""
    tight = len(content.stories) > AT_LEISURE

    def blocks(measure: Measure) -> Iterator[Block]:
        if content.heading:
            yield paragraph(italic(cut(content.heading, HEADING_LENGTH)))
        yield from editors_line(content.line)
        for number, one in enumerate(content.stories, 1):
            yield from _line(number, one, measure, language, tight=tight and number > 1)

    return fitting(_MEASURES[tight:], blocks, language)


def editors_line(words: str | None) -> tuple[Block, ...]:
    """The editors' own words on top of an edition, marked as theirs."""
    if not words:
        return ()
    said = plain(cut(words, LINE_LENGTH))
    # Translators: on top of an edition; {words} are what the editors wrote.
    return (paragraph(bold(_("From the editors: {words}", words=said))),)


def _week(content: Roundup, told: Week) -> Unsaid:
    """The list of a week's stories, with who was in the news and what was said."""
    return week(told, heading=content.heading or "", opening=partial(_opening, content=content))


def _line(number: int, one: Story, measure: Measure, language: Language, *, tight: bool) -> tuple[Block, ...]:
    """A story in a list: its headline, its best sentence with its outlet, and what was wrong of it."""
    lead = one.lead
    read = lead.analysis.article
    beside = len(outlet(read)) + len(language.say(kind(read.genre)))
    room = max(measure.sentence - beside, measure.sentence // 2)
    words = _teaser(one, language.say(title(read)), room) if room else ""
    update = UPDATE if one.before is not None else ()
    headline = linked(bold(title(read, measure.headline)), measure.address_of(read))
    # Translators: behind a headline in a list for editors; {number} is the article's.
    known_as = plain(" · "), italic(_("article {number}", number=lead.id))
    first = paragraph(plain(f"{number}. "), *update, headline, *(known_as if language.for_editors else ()))
    below = (
        paragraph(*_told(kind(read.genre), words, outlet(read))).close(),
        correction(lead, measure.correction).close(),
    )
    return (first.close() if tight else first, *filter(None, below))


def _teaser(one: Story, name: str, room: int) -> str:
    """The first sentence that tells a reader of the list more than its name there, in so many graphemes.

    None where that leans on one before it, which is not shown then.
    """
    read, skipped = one.lead.analysis.article, False
    for span in excerpts.news_of(one, excerpts.SENTENCES):
        if skipped and leans_by_its_words(span.of(read.text)):
            return ""
        words = cut(safe_words(read, span), room)
        if not is_told_by(name, words) and not goes_on_from(name, words):
            return words
        skipped = True
    return ""


def _told(called: Said, words: str, by: Said) -> tuple[Run, ...]:
    """ "Opinion: The deal was back on. (The News)" """
    said: Run = plain(words)
    before = italic(_("{kind}: {words}", kind=called, words=said)) if called and words else said
    named = called if not words else ""
    behind = in_line(" · ", (named, by))
    return (before, *((plain(" ") if words else plain(""), italic(behind)) if behind else ()))


def _numbers(content: Roundup) -> UnsaidButtons:
    """A button a story, by its number, and one that shares all."""
    numbers = [_opening(str(number), one, content) for number, one in enumerate(content.stories, 1)]
    *before, last = in_rows(numbers, across=NUMBERS_ACROSS)
    return (*before, (*last, share_edition([one.lead.id for one in content.stories])))


def _opening(label: str, one: Story, content: Roundup) -> UnsaidButton:
    """Opens the story in place where its message can be found again, else below."""
    if content.reference is not None:
        verb, subject = content.reference
        if fits(verb, one.lead.id, subject):
            return button(label, verb, one.lead.id, subject)
    return button(label, "s", one.lead.id)


def _rest(content: Roundup, chat: Chat | None) -> UnsaidButtons:
    """Leads to the newest headlines where many read that more is new: a channel's readers write nothing."""
    shared = chat is not None and chat.kind != "private"
    return ((button(LATEST, "l", 0),),) if content.left_out and shared else ()


def _back(content: Roundup) -> UnsaidButtons:
    if content.reference is None:
        return ()
    verb, subject = content.reference
    return ((button(BACK, verb, 0, subject),),) if fits(verb, 0, subject) else ()
