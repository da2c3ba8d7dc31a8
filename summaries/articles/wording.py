"""Tells by their wording the lines of a page that are no part of its article, wherever they stand."""

import re
from collections.abc import Iterable
from datetime import date

from summaries.articles.dates import find_dates
from summaries.articles.lines import is_outlet
from summaries.articles.stamps import is_address, is_stamp, is_tweet_signature
from summaries.lexicon import furniture as lexicon
from summaries.models import Span

_LONGEST = 160  # characters of a button, a stamp, a label with its link
_LONGEST_INVITATION = 600
_LONGEST_RULE = 100  # characters of a line of dashes or stars between parts of a page
_CUT = re.compile(r"[^\"]* (?:the|an?|of|in|for|to|and|with|at|on|by|from|that|which)(?:\.\.\.|…)")
_PROMOTES = re.compile(
    r"[^:.]{3,40}: .*(?:(?:check|read|watch|see|find) (?:it|them|more)(?: out)?|[.!?]) here\.?"
)
_GALLERY = re.compile(r"(?:\S+ ){1,4}in pictures")
_SHORTCODE = re.compile(r"\[\w+ [^\]\n]*=[^\]\n]*\].{0,200}")
_FIRST = re.compile(r"\b(?:first|originally) (?:appeared|published|posted|printed|ran)\b", re.IGNORECASE)
_LONGEST_BUTTON, _LONGEST_MENU = 5, 12  # words
_INITIALS = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){1,4}")  # of an agency's editors: "bar/lt/jm"
_REPORTED = re.compile(r"\b(?:said|says|told|heard|according to)\b")
_AT = re.compile(r"@|\d{3}|\.(?:com|org|net|example)\b")
_GOES_ON = re.compile(  # "First published in 1951, the book has never …": of what the article tells of
    r"(?:first|originally) published .*(?:, (?:the|it|he|she|his|her|they|this) "
    r"|\b(?:has|have|had|is|are|was|were|will|can|became|remains?|sold|won|tells?)\b)"
)
_CONTRIBUTED = re.compile(  # "Valley Wire writer Bo Chu in Dale contributed."
    r".{0,40}\b(?:writer|reporter|correspondent|journalist)s?\b[^.]{3,120} contributed"
    r"(?: (?:from|to|reporting)[^.]{0,60})?\."
)
_FEWEST_TOLD = 7  # words
_FEWEST_CONSENT = 3
_WORD = re.compile(r"[^\W\d]+")
_LETTERS = (" newsletter", " newsletters")  # "Valley Mornings Newsletter": the title of a box
_STRAIGHT = str.maketrans("‘’`´“”", "''''\"\"")
_ENDS = " …:›»>!*_-"
_FIELDS = re.compile(r"\s*[|•·/]\s*|\s[–—-]\s")
# With a day behind it, as "Correction (3 May 2021): …" has, it is the same label.
_LABELLED = re.compile(r"(?P<label>[^:|›»>]{2,40}?)\s*(?:[,(–—-][^:|›»>]{3,30}\d\)?\s*)?[:|›»>]")
_RIGHTS = re.compile(
    r"\(?(?:©|\(c\)|copyright\b)(?:.{0,200}|.{0,100}\b(?:rights reserved|may not be)\b.*)"
    r"|.{0,100}all rights reserved\.?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"(?:\d+[ -]min(?:ute)?s?[ -](?:read|listen)|\d+ of \d+|page \d+ of \d+)", re.IGNORECASE
)


def plain_line(line: str) -> str:
    """The line's words in small letters with straight marks, without brackets and bullets around them."""
    return " ".join(line[: _LONGEST_INVITATION + 1].translate(_STRAIGHT).casefold().split()).lstrip(
        "([*•_–—-> "
    )


def is_page_line(line: str, plain: str, *, below: bool) -> bool:
    """Whether the line, `plain` in its plain words, is a note, a credit, a label or a button of the page.

    `below` says that lines of the article stand above: its headline may begin as a label does.
    """
    if len(line) > _LONGEST_INVITATION:
        return False
    return (
        _is_note(plain)
        or _is_credit(line, plain)
        or _RIGHTS.fullmatch(line) is not None
        or plain.endswith(lexicon.TEASER_ENDS)
        or (below and _CUT.fullmatch(plain) is not None)
        or (below and len(line) <= _LONGEST // 4 and plain.endswith(_LETTERS))
        or (len(line) <= _LONGEST and _PROMOTES.fullmatch(plain) is not None)
        or _is_labelled(plain, below=below)
        or (below and _is_labelled_link(plain))
        or (len(line) <= _LONGEST and _is_button(line, plain))
    )


def is_invitation(plain: str) -> bool:
    """Whether the line speaks to the page's reader of the page: subscribe, follow, accept."""
    if len(plain) > _LONGEST_INVITATION:
        return False
    worded = _opens_with(plain, _INVITATIONS) or _holds(plain, lexicon.INVITATIONS_WITHIN)
    return (worded and not _is_reported(plain)) or _asks_consent(plain)


def first_day(lines: Iterable[str]) -> date | None:
    """The day on which the piece stood elsewhere or before, as a note of the page tells it."""
    days = {
        told.day
        for line in lines
        if len(line) <= _LONGEST and (said := _FIRST.search(line)) and _is_note(plain_line(line))
        for told in find_dates(line, Span(said.end(), len(line)))[:1]  # what is corrected may have one, too
    }
    return min(days, default=None)


def _is_reported(plain: str) -> bool:
    """ "It went live on the App Store, the firm said.": a page's invitation is told by nobody."""
    return plain.endswith(".") and _REPORTED.search(plain) is not None


def _asks_consent(plain: str) -> bool:
    """ "We use cookies to personalise content and ads": told to "you" by "us", in no marks."""
    found = set(_WORD.findall(plain))
    few = len(found & lexicon.CONSENT) < _FEWEST_CONSENT or found.isdisjoint(lexicon.ADDRESSING)
    return not few and '"' not in plain


def opens_list(plain: str) -> bool:
    """Whether the line is the title of a list of other stories."""
    words = plain.strip(_ENDS)
    return words in lexicon.LISTS or words.startswith(lexicon.LIST_OPENINGS)


def is_desk(line: str) -> bool:
    """Whether a line under a byline says for whom one writes: "Staff Reporter", "BBC News, Riverton"."""
    if len(line) >= _LONGEST // 3 or line[-1] in ".!?":
        return False
    *title, job = line.split()
    is_job = job.casefold() in lexicon.DESKS and all(word[0].isupper() for word in title)
    return is_job or is_outlet(line.partition(",")[0]) or line.startswith("Reporting from ")


def _is_button(line: str, plain: str) -> bool:
    """Whether nothing stands in the line but buttons, a stamp, an address or marks."""
    if len(line) <= _LONGEST_RULE and not any(map(str.isalnum, line)):
        return True
    fields = [field.removesuffix("...").strip(_ENDS) for field in _FIELDS.split(plain)]
    return (
        all(field in lexicon.BUTTONS for field in fields)
        or _is_menu(plain)
        or _is_row(plain)
        or line.startswith("SOURCE ")
        or _is_street(plain)
        or any(form.fullmatch(line) is not None for form in (_READING_TIME, _SHORTCODE, _GALLERY, _INITIALS))
        or is_tweet_signature(line)
        or ((is_stamp(line) or all(map(is_address, fields))) and not find_dates(line))
    )


def _is_row(plain: str) -> bool:
    """ "Share Facebook Twitter Email": the networks' names in a row."""
    row = plain.replace(",", " ").strip(_ENDS).split()
    return set(row) <= lexicon.BUTTON_WORDS and not lexicon.NETWORKS.isdisjoint(row)


def _is_menu(plain: str) -> bool:
    """ "Register Log in": buttons in a row, the longest first, with nothing between."""
    row, first = plain.strip(_ENDS).split(), 0
    while first < len(row):
        reach = range(min(_LONGEST_BUTTON, len(row) - first), 0, -1)
        size = next((n for n in reach if " ".join(row[first : first + n]) in lexicon.BUTTONS), None)
        if size is None:
            return False
        first += size
    return 0 < len(row) <= _LONGEST_MENU


def _is_street(plain: str) -> bool:
    """ "123 Main Street, Riverton" on a line of its own."""
    if len(plain) > _LONGEST // 2 or not plain[:1].isdigit() or plain.endswith("."):
        return False
    return any(word.strip(",") in lexicon.STREETS for word in plain.split()[2:5])


def _is_labelled(plain: str, *, below: bool) -> bool:
    match = _LABELLED.match(plain)
    if match is None:
        return False
    labels = (_LABELS, _LABELS_BELOW) if below else (_LABELS,)
    behind = plain[match.end() :].strip()
    if behind.startswith(("http", "www.", "@")) and is_address(behind):
        return True  # "Valley business: https://valley.example/business"
    if _is_told(behind) and match["label"] in lexicon.LABELS_OF_PROSE:
        return False
    return any(
        (form := known.get(match["label"].split()[0])) is not None
        and form.fullmatch(match["label"]) is not None
        for known in labels
    )


def _is_told(words: str) -> bool:
    """Whether a whole sentence stands behind a label: "Weather: rain is expected, and no ferry sails."."""
    return words.endswith(".") and len(words.split()) >= _FEWEST_TOLD


def _is_labelled_link(plain: str) -> bool:
    """ "Analysis: why the mill will close", where no sentence stands behind the label."""
    match = _LABELLED.match(plain)
    if match is None or len(plain) > _LONGEST or plain.endswith((".", "!", '."', ".'")):
        return False
    return match["label"] in lexicon.LABELS_OF_LINKS


def _is_note(plain: str) -> bool:
    reached = any(words in plain for words in lexicon.REACHED_AT) and _AT.search(plain) is not None
    opens = _opens_with(plain, _NOTES) and _GOES_ON.match(plain) is None
    opens = opens or _CONTRIBUTED.fullmatch(plain) is not None
    return opens or reached or _holds(plain, lexicon.NOTES_WITHIN)


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
    sorted(
        {
            note.format(piece=piece, changed=changed)
            for note in lexicon.NOTES
            for piece in lexicon.PIECES
            for changed in lexicon.CHANGED
        }
        | {
            note.format(report=report, changed=changed)
            for note in lexicon.NOTES_OF_REPORTS
            for report in lexicon.REPORTS
            for changed in lexicon.CHANGED
        }
    )
)
