"""Tells the lines of a page that are no part of its article: buttons, invitations, links, notes, credits.

By its wording a line is the page's wherever it stands; by its place it is where it follows the title of a
list of other stories, stands among invitations, or speaks of the author under the story.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from summaries.articles.lines import is_names_alone
from summaries.articles.stamps import is_address
from summaries.articles.wording import is_invitation, is_page_line, opens_list, plain_line
from summaries.lexicon import furniture as lexicon
from summaries.models import Span

_LONGEST_LINK = 120  # of another story's headline in a list of them
_FRONT = 15  # lines in which the byline stands
_BYLINE = re.compile(r"by ([^.!?\d]{4,60})")
_CAPTIONED = re.compile(r"[A-Z][A-Z '’-]{2,30}: \S")  # "HOW IT BEGAN: Ten days in May", a link's
_PROMOTION_ENDS = "after newsletter promotion"
_FEWEST_IN_ROW = 3
_FEWEST_IN_MENU = 5
_MOST_MENU_WORDS = 3
_LONGEST_TEASER = 200
_LONGEST_CONTACT = 6  # lines
_SIGNATURE = re.compile(r"(?:[–—-]|--)\s?(?:By )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}")
# Labels of who wrote and who edited, as some pages have them under a story: "Auteur : Ann Lee".
_LABELLED = re.compile(r"(?:author|auteur|autor|editor|edition|édition|redaktion)s?\s?:\s+", re.IGNORECASE)
_CLOSING = frozenset("\"”’'»")
_BETWEEN_NAMES = re.compile(r",? and |, | \| ")
_ENDS_AS_PROSE = re.compile(r"[.!…][\"'’”)\]]*$")


def page_lines(lines: Sequence[str], *, writers: Iterable[str] = ()) -> tuple[bool, ...]:
    """Of each paragraph of a page, in order, whether it is the page's and not the article's.

    `writers` are those whom the page names as such; its own byline names them, too.
    """
    plain = [plain_line(line) for line in lines]
    notes = _of_writers(plain, [plain_line(name) for name in writers])
    invites = _filled([is_invitation(line) for line in plain])
    notes |= _signed(lines) | _contacts(plain) | _letter_head(plain)
    notes |= _rows([_CAPTIONED.match(line) is not None and _is_link(line) for line in lines])
    notes |= _menu_below(lines) | _promoted(lines, plain)
    found, listing, headed = [], False, False
    for index, (line, words) in enumerate(zip(lines, plain, strict=True)):
        opens = opens_list(words)
        if opens:
            notes.update(_teasers(lines, index))
        listing = opens or (listing and _is_link(line))
        own = invites[index] or listing or index in notes or is_page_line(line, words, below=headed)
        headed = headed or not own
        found.append(own)
    return tuple(found)


def _of_writers(plain: Sequence[str], writers: Sequence[str]) -> set[int]:
    """Which of the lower lines say who a writer is: "Ann Lee is the paper's political editor"."""
    bylines = (_BYLINE.fullmatch(words) for words in plain[:_FRONT])
    told = [name for match in bylines if match for name in _BETWEEN_NAMES.split(match[1])]
    opens = tuple(f"{name} is " for name in (*writers, *told) if " " in name)
    below = range(len(plain) // 2, len(plain))
    return {index for index in below if opens and plain[index].startswith(opens)}


def _signed(lines: Sequence[str]) -> set[int]:
    """The writer's name behind a dash at the end; behind a quotation it is whose the words are."""
    last = len(lines) - 1
    signed = last > 0 and _SIGNATURE.fullmatch(lines[last]) and lines[last - 1][-1:] not in _CLOSING
    labelled = takewhile(lambda index: _is_labelled_name(lines[index]), range(last, 0, -1))
    return {last} if signed else set(labelled)


def _is_labelled_name(line: str) -> bool:
    label = _LABELLED.match(line)
    return label is not None and is_names_alone(line, Span(label.end(), len(line)))


def _contacts(plain: Sequence[str]) -> set[int]:
    """Whom a release names to call, from the label to the last number or address under it."""
    found: set[int] = set()
    for label, line in enumerate(plain):
        named, colon, _ = line.partition(":")
        if not colon or lexicon.CONTACTS.isdisjoint(named.split()[-1:]):
            continue
        near = range(label, min(label + _LONGEST_CONTACT, len(plain)))
        last = max((index for index in near if is_address(plain[index])), default=label)
        found.update(range(label, last + 1))
    return found


def _letter_head(plain: Sequence[str]) -> set[int]:
    """ "From:", "To:", "Subject:" on top of a letter; one alone may be a headline's."""
    fields = (line.partition(":") for line in plain[:_FRONT])
    head = {index for index, (name, colon, _) in enumerate(fields) if colon and name in lexicon.LETTER_FIELDS}
    return head if len(head) > 1 else set()


def _rows(found: Sequence[bool]) -> set[int]:
    """Those that stand in rows of three and more."""
    return {
        index
        for first in range(len(found) - _FEWEST_IN_ROW + 1)
        if all(found[first : first + _FEWEST_IN_ROW])
        for index in range(first, first + _FEWEST_IN_ROW)
    }


def _filled(invites: list[bool]) -> list[bool]:
    """One line between two invitations is of their kind, where they stand in rows."""
    rows = [False, *(first and second for first, second in pairwise(invites)), False]
    return [
        invite
        or (
            (0 < index < len(invites) - 1 and invites[index - 1] and invites[index + 1])
            and (rows[index - 1] or rows[index + 2])
        )
        for index, invite in enumerate(invites)
    ]


def _is_link(line: str) -> bool:
    """Whether the line may be another story's headline: short, and no sentence."""
    return len(line) <= _LONGEST_LINK and _ENDS_AS_PROSE.search(line[-8:]) is None


def _teasers(lines: Sequence[str], title: int) -> range:
    """Pairs of a link and its story's opening under a list's title, where they go on to the page's end."""
    below = range(title + 1, len(lines))
    paired = len(below) >= _FEWEST_IN_ROW and all(
        _is_link(lines[index]) == (index % 2 == below[0] % 2) and len(lines[index]) <= _LONGEST_TEASER
        for index in below
    )
    return below if paired else range(0)


def _promoted(lines: Sequence[str], plain: Sequence[str]) -> set[int]:
    """What a newsletter is promoted with, above the line that ends it."""
    ends = (index for index, words in enumerate(plain) if words == _PROMOTION_ENDS)
    return {index - 1 for index in ends if index > 0 and _ENDS_AS_PROSE.search(lines[index - 1][-8:]) is None}


def _menu_below(lines: Sequence[str]) -> set[int]:
    """The row of words at the page's foot that a menu is: five and more, none a sentence."""
    row = []
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if not (_is_link(line) and len(line.split()) <= _MOST_MENU_WORDS and not any(map(str.isdigit, line))):
            break
        row.append(index)
    return set(row) if len(row) >= _FEWEST_IN_MENU else set()
