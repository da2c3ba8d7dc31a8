"""Tells the lines of a page that are no part of its article: buttons, invitations, links, notes, credits.

By its wording a line is the page's wherever it stands; by its place it is where it follows the title of a
list of other stories, stands among invitations, or speaks of the author under the story.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from summaries.articles.dates import find_dates
from summaries.articles.lines import is_outlet
from summaries.lexicon import furniture as lexicon

_LONGEST = 160  # characters of a button, a stamp, a label with its link
_LONGEST_INVITATION = 600
_LONGEST_LINK = 120  # of another story's headline in a list of them
_LONGEST_RULE = 20  # characters of a line of dashes or stars between parts of a page
_FRONT = 15  # lines in which the byline stands
_BYLINE = re.compile(r"by ([^.!?\d]{4,60})")
_CAPTIONED = re.compile(r"[A-Z][A-Z '’-]{2,30}: \S")  # "HOW IT BEGAN: Ten days in May", a link's
_FEWEST_IN_ROW = 3
_FEWEST_IN_MENU = 5
_MOST_MENU_WORDS = 3
_LONGEST_TEASER = 200
_LONGEST_CONTACT = 6  # lines
_SIGNATURE = re.compile(r"(?:[–—-]|--)\s?(?:By )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}")
_CLOSING = frozenset("\"”’'»")
_TEASER_ENDS = (
    "...more",
    "... more",
    "…more",
    "… more",
    "... read more",
    "… read more",
    "... continue reading",
)
_CUT = re.compile(r"[^\"]* (?:the|an?|of|in|for|to|and|with|at|on|by|from|that|which)(?:\.\.\.|…)")
_PROMOTES = re.compile(
    r"[^:.]{3,40}: .*(?:(?:check|read|watch|see|find) (?:it|them|more)(?: out)?|[.!?]) here\.?"
)
_GALLERY = re.compile(r"(?:\S+ ){1,4}in pictures")
_SHORTCODE = re.compile(r"\[\w+ [^\]\n]*=[^\]\n]*\].{0,200}")
_BETWEEN_NAMES = re.compile(r",? and |, | \| ")
_STRAIGHT = str.maketrans("‘’`´“”", "''''\"\"")
_ENDS = " …:›»>!*_-"
_FIELDS = re.compile(r"\s*[|•·/]\s*|\s[–—-]\s")
_LABELLED = re.compile(r"(?P<label>[^:|›»>]{2,40}?)\s*[:|›»>]")
_RIGHTS = re.compile(
    r"\(?(?:©|\(c\)|copyright\b)(?:.{0,200}|.{0,100}\b(?:rights reserved|may not be)\b.*)"
    r"|.{0,100}all rights reserved\.?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"(?:\d+[ -]min(?:ute)?s?[ -](?:read|listen)|\d+ of \d+|page \d+ of \d+)", re.IGNORECASE
)
_LABEL = r"(?:(?:tel|phone|mobile|cell|office|fax|e-?mail|twitter|web|[tme])[.:]\s*)?"
_PHONE = r"\+?\(?\d{1,4}\)?(?:[\s./–-]{1,2}\(?\d{2,4}\)?){1,4}"
_ADDRESS = re.compile(
    rf"{_LABEL}(?:[\w.+-]+@[\w-]+\.[\w.-]+|@\w+|https?://\S+|www\.\S+|pic\.twitter\.com/\S+"
    rf"|{_PHONE}(?: ?x\d+)?)",
    re.IGNORECASE,
)
_TWEET_SIGNED = re.compile(r"[—–-]\s*[^()\n]{1,80}\(@\w{1,30}\)\s*(?:[A-Z]\w+ \d{1,2}, \d{4})?")
_TWEET_END = re.compile(
    rf"\s*(?:(?:https?://t\.co/|pic\.twitter\.com/)\S+\s*)+(?:{_TWEET_SIGNED.pattern})?$|\s+{_TWEET_SIGNED.pattern}$"
)
_TWEET_SIGNS = ("(@", "t.co/", "twitter.com/")
_TWEET_REACHES = 200  # characters that such an end has at most
_DAY_IN_FIGURES = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}"
_STAMP = re.compile(
    r"\b(?:published|posted|updated|modified|first|last|filed|created|date|time|on|at|a\.?m\.?|p\.?m\.?"
    r"|o.clock|just now|today|yesterday|GMT|UTC|[ECMP][SD]?T|BST|CEST?|IST|AEDT"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
    rf"|\b{_DAY_IN_FIGURES}\b|\b\d{{1,2}}[:.h]\d\d(?:[:.]\d\d)*(?:\s?[ap]\.?m\b\.?)?|\b\d{{1,2}}\s?[ap]\.?m\b\.?"
    r"|\b(?:\d+|an?)\s?(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|[hmd]) ago\b",
    re.IGNORECASE,
)
_TELLS_TIME = re.compile(r"\d|\bago\b|just now|updated|published", re.IGNORECASE)
_MARKS_ALONE = re.compile(r"[\s,;:|/·•.()\[\]–—-]*")
_ENDS_AS_PROSE = re.compile(r"[.!…][\"'’”)\]]*$")


def page_lines(lines: Sequence[str], *, writers: Iterable[str] = ()) -> tuple[bool, ...]:
    """Of each paragraph of a page, in order, whether it is the page's and not the article's.

    `writers` are those whom the page names as such; its own byline names them, too.
    """
    plain = [_plain(line) for line in lines]
    notes = _of_writers(plain, [_plain(name) for name in writers])
    invites = _filled([_is_invitation(line) for line in plain])
    notes |= _signed(lines) | _contacts(plain) | _letter_head(plain)
    notes |= _rows([_CAPTIONED.match(line) is not None and _is_link(line) for line in lines])
    notes |= _menu_below(lines)
    found, listing, headed = [], False, False
    for index, (line, words) in enumerate(zip(lines, plain, strict=True)):
        opens = _opens_list(words)
        if opens:
            notes.update(_teasers(lines, index))
        listing = opens or (listing and _is_link(line))
        own = invites[index] or listing or index in notes or _is_page_line(line, words, below=headed)
        headed = headed or not own
        found.append(own)
    return tuple(found)


def without_tweet_end(paragraph: str) -> str:
    """The paragraph without a tweet's addresses, signature and day behind its words."""
    tail = paragraph[-_TWEET_REACHES:]
    if not any(sign in tail for sign in _TWEET_SIGNS):
        return paragraph
    match = _TWEET_END.search(paragraph, len(paragraph) - len(tail))
    return paragraph[: match.start()] if match and match.start() else paragraph


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
    return {last} if signed else set()


def _contacts(plain: Sequence[str]) -> set[int]:
    """Whom a release names to call, from the label to the last number or address under it."""
    found: set[int] = set()
    for label, line in enumerate(plain):
        named, colon, _ = line.partition(":")
        if not colon or lexicon.CONTACTS.isdisjoint(named.split()[-1:]):
            continue
        near = range(label, min(label + _LONGEST_CONTACT, len(plain)))
        last = max((index for index in near if _ADDRESS.fullmatch(plain[index])), default=label)
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


def is_desk(line: str) -> bool:
    """Whether a line under a byline says for whom one writes: "Staff Reporter", "BBC News, Riverton"."""
    if len(line) >= _LONGEST // 3 or line[-1] in ".!?":
        return False
    *title, job = line.split()
    is_job = job.casefold() in lexicon.DESKS and all(word[0].isupper() for word in title)
    return is_job or is_outlet(line.partition(",")[0])


def _plain(line: str) -> str:
    """The line's words in small letters with straight marks, without brackets and bullets around them."""
    return " ".join(line[: _LONGEST_INVITATION + 1].translate(_STRAIGHT).casefold().split()).lstrip(
        "([*•_–—-> "
    )


def _is_page_line(line: str, plain: str, *, below: bool) -> bool:
    if len(line) > _LONGEST_INVITATION:
        return False
    return (
        _is_note(plain)
        or _is_credit(line, plain)
        or _RIGHTS.fullmatch(line) is not None
        or plain.endswith(_TEASER_ENDS)
        or (below and _CUT.fullmatch(plain) is not None)
        or (len(line) <= _LONGEST and _PROMOTES.fullmatch(plain) is not None)
        or _is_labelled(plain, below=below)
        or (len(line) <= _LONGEST and _is_button(line, plain))
    )


def _is_button(line: str, plain: str) -> bool:
    """Whether nothing stands in the line but buttons, a stamp, an address or marks."""
    if len(line) <= _LONGEST_RULE and not any(map(str.isalnum, line)):
        return True
    fields = [field.removesuffix("...").strip(_ENDS) for field in _FIELDS.split(plain)]
    return (
        all(field in lexicon.BUTTONS for field in fields)
        or _is_row(plain)
        or line.startswith("SOURCE ")
        or _is_street(plain)
        or any(
            form.fullmatch(line) is not None for form in (_READING_TIME, _TWEET_SIGNED, _SHORTCODE, _GALLERY)
        )
        or (_is_stamp_or_address(line, fields) and not find_dates(line))
    )


def _is_stamp_or_address(line: str, fields: Sequence[str]) -> bool:
    return _is_stamp(line) or all(_ADDRESS.fullmatch(field) is not None for field in fields)


def _is_row(plain: str) -> bool:
    """ "Share Facebook Twitter Email": the networks' names in a row."""
    row = plain.replace(",", " ").strip(_ENDS).split()
    return set(row) <= lexicon.BUTTON_WORDS and not lexicon.NETWORKS.isdisjoint(row)


def _is_street(plain: str) -> bool:
    """ "123 Main Street, Riverton" on a line of its own."""
    if len(plain) > _LONGEST // 2 or not plain[:1].isdigit() or plain.endswith("."):
        return False
    return any(word.strip(",") in lexicon.STREETS for word in plain.split()[2:5])


def _is_stamp(line: str) -> bool:
    """A time of day, a day in figures, how long ago; what tells a full date is a date line and not this."""
    return _TELLS_TIME.search(line) is not None and _MARKS_ALONE.fullmatch(_STAMP.sub(" ", line)) is not None


def _is_labelled(plain: str, *, below: bool) -> bool:
    match = _LABELLED.match(plain)
    if match is None:
        return False
    labels = (_LABELS, _LABELS_BELOW) if below else (_LABELS,)
    return any(
        (form := known.get(match["label"].split()[0])) is not None
        and form.fullmatch(match["label"]) is not None
        for known in labels
    )


def _is_invitation(plain: str) -> bool:
    """Whether the line speaks to the page's reader of the page: subscribe, follow, accept."""
    if len(plain) > _LONGEST_INVITATION:
        return False
    return _opens_with(plain, _INVITATIONS) or _holds(plain, lexicon.INVITATIONS_WITHIN)


def _is_note(plain: str) -> bool:
    return _opens_with(plain, _NOTES) or _holds(plain, lexicon.NOTES_WITHIN)


def _is_credit(line: str, plain: str) -> bool:
    """ "Reporting by Ann Lee in Cairo; editing by Bo Chu": names and little else."""
    if not plain.startswith(_CREDITS):
        return False
    return all(
        word[0].isupper() or not word[0].isalpha() or word.strip(",;:.()") in lexicon.CREDIT_WORDS
        for word in line.split()[1:]
    )


def _holds(plain: str, phrases: Iterable[str]) -> bool:
    """Whether a phrase stands in the line; what stands in marks is somebody's, and no page's."""
    return '"' not in plain and any(phrase in plain for phrase in phrases)


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


def _opens_list(plain: str) -> bool:
    words = plain.strip(_ENDS)
    return words in lexicon.LISTS or words.startswith(lexicon.LIST_OPENINGS)


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


def _menu_below(lines: Sequence[str]) -> set[int]:
    """The row of words at the page's foot that a menu is: five and more, none a sentence."""
    row = []
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index]
        if not (_is_link(line) and len(line.split()) <= _MOST_MENU_WORDS and not any(map(str.isdigit, line))):
            break
        row.append(index)
    return set(row) if len(row) >= _FEWEST_IN_MENU else set()


def _by_first_word(phrases: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """The phrases as one pattern for each word that opens one: nearly no line opens with any of them."""
    grouped: dict[str, list[str]] = {}
    for phrase in phrases:
        form = re.escape(phrase).replace(r"\ …\ ", r"(?: \S+){1,6}? ").replace(r"\ …", r"(?: \S+){1,6}")
        grouped.setdefault(phrase.split()[0], []).append(form.replace("\\ ", " "))
    return {first: re.compile(rf"(?:{'|'.join(forms)})(?!\w)") for first, forms in grouped.items()}


def _opens_with(plain: str, phrases: dict[str, re.Pattern[str]]) -> bool:
    first = re.split(r"[\s:,.!?]", plain, maxsplit=1)[0]
    form = phrases.get(first)
    return form is not None and form.match(plain) is not None


_CREDITS = tuple(lexicon.CREDITS)
_LABELS = _by_first_word(lexicon.LABELS)
_LABELS_BELOW = _by_first_word(lexicon.LABELS_BELOW)
_INVITATIONS = _by_first_word(lexicon.INVITATIONS)
_NOTES = _by_first_word(
    sorted({note.format(piece=piece) for note in lexicon.NOTES for piece in lexicon.PIECES})
)
