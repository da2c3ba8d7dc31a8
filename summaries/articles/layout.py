"""Reads a page of text as it comes out of a browser or a scraper: which paragraph is which part.

What stands before the story (outlet, page date, headline, captions, deck, byline) comes in any sensible
order, and any of it may be missing. The dateline, where there is one, is the surest sign of where the
story begins; without it the story begins at the first paragraph that is none of those parts.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from summaries.articles import lines
from summaries.articles.blocks import LONGEST_FRONT, PageBlock, find_blocks
from summaries.articles.datelines import OpenedBody, open_story
from summaries.articles.dates import find_dates
from summaries.articles.mastheads import is_of_several, lines_above
from summaries.articles.moments import Moment, day_alone
from summaries.articles.paragraphs import neighbours
from summaries.articles.parts import ArticleParts
from summaries.articles.wording import first_day
from summaries.models import Span

_LONGEST_HEADLINE = 200  # characters: the longest of 190 news headlines has 113
# Of one that ends in a full stop: more, and it is the lede; the longest of 190 has 17.
_MOST_HEADLINE_WORDS = 18
_MOST_DECK_WORDS, _MOST_KICKER_WORDS, _MOST_OUTLET_WORDS = 50, 2, 4
_MOST_PROSE_BEFORE = 2  # a headline and a deck that end in a full stop; with more, the story has begun
_ENDS_SENTENCE = re.compile(r"[.?!…:,][\"”'’»)\]]*$")
# Behind a full word ("Gov. Lee" is one sentence), the second with a full stop: headlines ask and exclaim.
_TWO_SENTENCES = re.compile(r"[a-z]{4}[.!?] [\"“]?[A-Z][^\n]* [a-z]{3}[^\n]*\.$")
_OUTLET_SUFFIX = re.compile(r"\s+[|–—-]\s+([^|–—]{2,40})$")


def read_page(text: str) -> ArticleParts:
    """The parts of a page of text. The body is empty where the page has no story."""
    blocks = find_blocks(text)
    outlet, headline, deck, first = _front(text, blocks)
    front, story = blocks[:first], blocks[first:]
    stamp = _page_date(front, headline, outlet)
    told = _open(text, story)
    published = day_alone(stamp.date.day) if stamp and stamp.date and stamp.date.stamped else None
    page_date = stamp.date.day if stamp and stamp.date else None
    noted = first_day(block.span.of(text) for block in blocks if block.role == "furniture")
    if noted is not None and (page_date is None or noted < page_date):
        page_date, published = noted, day_alone(noted)
    headline_span, suffix = _without_outlet(text, headline.span) if headline else (None, None)
    return ArticleParts(
        text=text,
        headline=headline_span,
        deck=deck.span if deck else None,
        byline=next((block.byline for block in front if block.byline), None),
        dateline=told.dateline,
        outlet=_outlet_name(text, front, outlet) or suffix,
        captions=_captions(text, blocks, first, (outlet, headline, deck)),
        body=told.body,
        words=told.words,
        page_date=page_date,
        stamped=(noted is not None and page_date == noted) or _is_stamped(stamp, headline, outlet, front),
        published=published,
        modified=_modified(front),
    )


def _captions(
    text: str, blocks: Sequence[PageBlock], first: int, taken: Sequence[PageBlock | None]
) -> tuple[Span, ...]:
    """What bears a picture's credit, or stands twice on end before the story and is nothing else."""
    named = {block.span for block in taken if block is not None}
    return tuple(
        block.span
        for index, block in enumerate(blocks)
        if block.role == "caption"
        or (
            block.role == "words"
            and index < first
            and block.span not in named
            and _may_be_caption(text, block)
        )
    )


def _shows_picture(text: str, span: Span) -> bool:
    """Whether a line under the headline goes with a picture: it tells a day, as no deck does."""
    return not _is_prose(text, span) and bool(find_dates(text, span))


def _may_be_caption(text: str, block: PageBlock) -> bool:
    """Above the story, what stands twice on end or tells a day goes with a picture."""
    return block.role == "words" and (block.repeated or bool(find_dates(text, block.span)))


def _front(
    text: str, blocks: Sequence[PageBlock]
) -> tuple[PageBlock | None, PageBlock | None, PageBlock | None, int]:
    """Outlet, headline, deck, and the index of the block with which the story begins."""
    sure = _surest_start(text, blocks)
    words = [
        index for index, block in enumerate(blocks[:sure]) if block.role in ("words", "outlet", "opening")
    ]
    outlet = _outlet_index(text, blocks, words, more_follow=sure is not None)
    words = [index for index in words if index != outlet and blocks[index].role != "outlet"]
    masthead = blocks[outlet] if outlet is not None else None
    if not words:
        return masthead, None, None, sure if sure is not None else len(blocks)
    if _has_kicker(text, [blocks[index].span for index in words], opened=sure is not None):
        words = words[1:]
    first, *rest = words[lines_above(text, blocks, words, _is_prose) :]
    if not _is_headline(text, blocks[first].span) or (
        sure is None and not rest and _is_prose(text, blocks[first].span)
    ):
        return masthead, None, None, first
    headline = blocks[first]
    rest = [index for index in rest if not blocks[index].repeated]
    if len(rest) > (sure is None) and _shows_picture(text, blocks[rest[0]].span):
        rest = rest[1:]
    deck = _deck_index(text, blocks, first, rest, sure)
    head_ends = _head_end(text, blocks, first)
    below = (index for index in rest if index != deck and index >= head_ends)
    story = sure if sure is not None else next(below, len(blocks))
    return masthead, headline, blocks[deck] if deck is not None else None, story


def _head_end(text: str, blocks: Sequence[PageBlock], headline: int) -> int:
    """Behind the last byline or date under the headline with no prose above it: the story is yet to begin."""
    end = headline + 1
    for index, block in enumerate(blocks[end:LONGEST_FRONT], end):
        if block.role in ("byline", "date"):
            end = index + 1
        elif block.role == "words" and index > headline + 1 and _is_prose(text, block.span):
            break
    return end


def _has_kicker(text: str, words: Sequence[Span], *, opened: bool) -> bool:
    """Whether a word or two stand above the headline: "Wales", "Middle East"."""
    if len(words) < 2 or text.count(" ", *words[0]) >= _MOST_KICKER_WORDS or _is_prose(text, words[0]):
        return False
    headline, below = words[1], words[2:]
    heads = _is_headline(text, headline) and not _is_prose(text, headline) and text.count(" ", *headline) > 2
    return heads and (opened or any(_is_prose(text, span) for span in below))


def _surest_start(text: str, blocks: Sequence[PageBlock]) -> int | None:
    """Where a dateline opens the story, unless prose stands before it and so has opened it already."""
    prose, headline = 0, False
    for index, block in enumerate(blocks[:LONGEST_FRONT]):
        if block.role == "dateline" or (block.opening and (block.opening.sure or headline)):
            return index
        headline = headline or block.role in ("words", "opening")
        if block.role in ("words", "opening") and _is_prose(text, block.span):
            prose += 1
            if prose > _MOST_PROSE_BEFORE or not _could_be_deck(text, block.span):
                return None
    return None


def _outlet_index(
    text: str, blocks: Sequence[PageBlock], words: Sequence[int], *, more_follow: bool
) -> int | None:
    """The line that names the publisher: by its form, or a short name on top with the date under it."""
    if len(words) < (1 if more_follow else 2):
        return None
    top = words[0]
    by_form = next((index for index in words[:3] if blocks[index].role == "outlet"), None)
    if by_form is not None:
        return by_form
    dated = top + 1 < len(blocks) and blocks[top + 1].role == "date"
    follows = next((blocks[index].span for index in words[1:2]), None)
    is_name = _is_name(blocks[top].span.of(text))
    heads = follows is not None and _is_headline(text, follows) and not _is_prose(text, follows)
    if (
        all(block.role == "furniture" for block in blocks[:top])
        and dated
        and is_name
        and heads
        and (more_follow or len(words) > 2)
    ):
        return top
    # "The Hill Ledger" above a headline and a dateline, whatever the noun.
    is_article = is_name and heads and text.startswith("The ", blocks[top].span.start)
    longer = follows is not None and text.count(" ", *follows) >= _MOST_OUTLET_WORDS
    return top if more_follow and is_article and longer else None


def _is_name(words: str) -> bool:
    parts = words.split()
    return (
        len(parts) <= _MOST_OUTLET_WORDS
        and words[-1] not in ".?!"
        and all(part[0].isupper() for part in parts)
    )


def _is_headline(text: str, span: Span) -> bool:
    if span.end - span.start > _LONGEST_HEADLINE:
        return False
    if not _is_prose(text, span):
        return True
    return text.count(" ", *span) < _MOST_HEADLINE_WORDS and not _TWO_SENTENCES.search(text, *span)


def _is_prose(text: str, span: Span) -> bool:
    """Whether the paragraph ends as a sentence does, or is too long for anything but prose."""
    return span.end - span.start > 2 * _LONGEST_HEADLINE or bool(
        _ENDS_SENTENCE.search(text, span.end - 4, span.end)
    )


def _could_be_deck(text: str, span: Span) -> bool:
    words = span.of(text)
    short = words.count(" ") < _MOST_DECK_WORDS and "\n" not in words[_LONGEST_HEADLINE:]
    return short and not is_of_several(words)


def _deck_index(
    text: str, blocks: Sequence[PageBlock], headline: int, rest: Sequence[int], sure: int | None
) -> int | None:
    """The publisher's subheading: a short paragraph under the headline that is not the story's first."""
    if not rest or not _could_be_deck(text, blocks[rest[0]].span):
        return None
    deck, after = rest[0], rest[1] if len(rest) > 1 else sure
    if sure is not None:
        return deck
    if after is None:
        return None
    under_headline = deck == headline + 1
    ends_front = blocks[deck + 1].role in ("byline", "date")
    tied = (
        under_headline
        and neighbours(text, blocks[headline].span, blocks[deck].span)
        and not neighbours(text, blocks[deck].span, blocks[after].span)
    )
    heads = not _is_prose(text, blocks[deck].span) and _is_prose(text, blocks[after].span)
    return deck if heads or (under_headline and ends_front) or tied else None


def _page_date(
    front: Sequence[PageBlock], headline: PageBlock | None, outlet: PageBlock | None
) -> PageBlock | None:
    """The date line that says most: a stamp of publication before one that stands alone."""
    dated = [block for block in front if block.date and not block.date.changed_alone]
    return min(dated, key=lambda block: not _is_stamped(block, headline, outlet, front), default=None)


def _modified(front: Sequence[PageBlock]) -> Moment | None:
    days = [block.date.changed for block in front if block.date and block.date.changed]
    return day_alone(max(days)) if days else None


def _is_stamped(
    stamp: PageBlock | None, headline: PageBlock | None, outlet: PageBlock | None, front: Sequence[PageBlock]
) -> bool:
    """Whether the date is the article's: it says so, or it stands under the headline.

    A bare date above the headline or under the outlet's name is the page's: today's, on the day of a visit.
    """
    if stamp is None or stamp.date is None or stamp.date.printed:
        return False
    if stamp.date.stamped or headline is None:
        return stamp.date.stamped
    under_outlet = outlet is not None and any(pair == (outlet, stamp) for pair in pairwise(front))
    return stamp.span.start > headline.span.start and not under_outlet and not stamp.date.outlet


def _outlet_name(text: str, front: Sequence[PageBlock], outlet: PageBlock | None) -> str | None:
    if outlet is not None:
        return outlet.span.of(text)
    return next((block.date.outlet for block in front if block.date and block.date.outlet), None)


def _without_outlet(text: str, headline: Span) -> tuple[Span, str | None]:
    """The headline without the publisher's name that a browser's title adds to it."""
    match = _OUTLET_SUFFIX.search(text, *headline)
    if match is None or not lines.is_outlet(match[1]):
        return headline, None
    return Span(headline.start, match.start()), match[1]


def _is_beside_story(block: PageBlock) -> bool:
    """Pictures, the page's lines, and stamps under the story."""
    stamp = block.date is not None and (block.date.stamped or block.date.changed is not None)
    return block.role in ("caption", "furniture") or (block.role == "date" and stamp)


def _open(text: str, story: Sequence[PageBlock]) -> OpenedBody:
    """The story's paragraphs and its opening; a dateline on a line of its own opens the first paragraph.

    Where a caption stands between the two, the paragraph begins below it.
    """
    spans = [block.span for block in story if not _is_beside_story(block)]
    if not story or story[0].role != "dateline" or not spans:
        return open_story(text, spans)
    first = 2 if len(story) > 1 and story[1].role == "date" else 1  # "FARMINGTON HILLS, Mich." above its date
    if len(spans) <= first or story[0].opening is None:
        return OpenedBody((), None, 0)
    parted = any(_is_beside_story(block) for block in story if block.span < spans[first])
    start = spans[first].start if parted else spans[0].start
    body = (Span(start, spans[first].end), *spans[first + 1 :])
    return OpenedBody(body, story[0].opening.dateline, spans[first].start)
