"""Reads the opening of a story: where it was filed, when, and by which agency.

BEIRUT, Dec. 14 (AP) — A cease-fire …      place, day, agency, dash
DOHA: Two men …                            a capital before a colon
LONDON 1996-08-30                          place and date on a line of their own
Mogadishu, Somalia (CNN)Islamic militants  place in small letters, vouched for by the agency
(CNN)A Facebook post                       an agency alone: no place
Dec. 14 (UPI) -- A Facebook post           an agency and its day: no place
Valley News via JTA — A Facebook post      a paper, and whom it has the story from: no place
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from summaries.articles.lines import is_outlet
from summaries.articles.paragraphs import strip
from summaries.lexicon.people import TITLES
from summaries.lexicon.places import CAPITALS
from summaries.models import Article, Span

_CAPS = r"(?:[A-Z][A-ZÀ-Þ.'’]*[A-ZÀ-Þ.'’](?:-[A-ZÀ-Þ'’]+)*)"
_PLACE = rf"{_CAPS}(?:(?: |/| and |-){_CAPS}){{0,3}}"
_NO_MONTH = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d)"
_REGION = rf"(?:, ?{_NO_MONTH}[A-Z][\w.’']*(?: [A-Z][\w.’']*){{0,2}})"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_DATE = rf"(?:(?:,?\s+|\s*[—–―]\s*){_DAY})"  # a release sets a dash before the day, too
_AGENCY = r"(?:\([A-Z][\w.&/-]*(?: [A-Z][\w.&/-]*){0,4}\)|/[A-Z][\w. -]{1,20}/)"
_DASH = r"(?:\s*(?:—|–|―|--)\s*|\s+-\s+)"
_NAME = r"[A-Z][\w.'’-]*"
_CAPITALS_OPENING = re.compile(
    rf"(?P<place>{_PLACE}{_REGION}?)(?P<date>{_DATE})?(?:\s*{_AGENCY})?(?:{_DASH}|(?<=[)/])\s*)(?=\S)"
)
_VOUCHED_OPENING = re.compile(
    rf"(?P<place>{_NAME}(?: {_NAME}){{0,3}}{_REGION}?)(?P<date>{_DATE})?\s*{_AGENCY}"
    rf"(?:{_DASH}|(?=[A-Z\"“‘]))(?=\S)"
)
_DATED_LINE = re.compile(rf"(?P<place>{_PLACE}{_REGION}?)(?P<date>{_DATE})")
_BEHIND_PLACE = re.compile(rf"{_DATE}?\s*")
_PLACE_LINE = re.compile(rf"(?P<place>{_PLACE}{_REGION}?)")
_AGENCY_OPENING = re.compile(rf"(?:{_DAY} )?{_AGENCY}(?:{_DASH}|(?=[A-Z\"“‘]))(?=\S)")
_SIGNED_OPENING = re.compile(
    rf"(?P<outlet>{_NAME}(?: {_NAME}){{0,3}}?)(?P<via> via {_NAME}(?: {_NAME}){{0,2}})?\s*(?:—|–|--)\s*(?=\S)"
)
_COLON_OPENING = re.compile(rf"(?P<place>{_PLACE}): (?=[A-Z])")  # of a place's name; others label speakers
_LONGEST = 120
_STORY = 10_000  # characters in which a place is looked for
# Words in capitals before a dash that are a label of the newsroom, not a place.
_LABELS = frozenset(
    """UPDATE UPDATED EXCLUSIVE BREAKING WATCH VIDEO OPINION ANALYSIS LIVE FILE CORRECTION PHOTOS NOTE
    FACTBOX SUMMARY NEWS ALERT DEVELOPING COMMENTARY EDITORIAL INTERVIEW REVIEW PODCAST QUIZ POLL
    TIMELINE EXPLAINER SIR MADAM READ MORE RELATED WARNING SPOILER BUSTED REPORT JUST IN""".split()  # noqa: SIM905 - a word list reads better than a list of words
)


class Opening(NamedTuple):
    """What stands before a story's own first word."""

    dateline: Span | None  # the place: "BEIRUT", "MANCHESTER, N.H."
    words: int  # where the story's own words begin
    sure: bool = True  # a day, an agency or a long dash vouches for it; a hyphen may join a title's halves


class OpenedBody(NamedTuple):
    """A body and how it opens."""

    body: tuple[Span, ...]
    dateline: Span | None
    words: int  # where the story's own words begin


def find_opening(text: str, paragraph: Span) -> Opening | None:
    """The opening of a paragraph that goes on with the story, None where it begins at once."""
    end = min(paragraph.end, paragraph.start + _LONGEST)
    for form in (_CAPITALS_OPENING, _VOUCHED_OPENING):
        match = form.match(text, paragraph.start, end)
        if match is not None and not _is_label(match["place"]) and _goes_on(text, match.end(), paragraph.end):
            hyphen = text[match.end("place") : match.end()].strip() == "-"
            return Opening(Span(*match.span("place")), match.end(), sure=not hyphen)
    match = _COLON_OPENING.match(text, paragraph.start, end)
    if match is not None and (match["place"].title() in CAPITALS or _is_told_of(text, match["place"])):
        return Opening(Span(*match.span("place")), match.end(), sure=False)
    match = _AGENCY_OPENING.match(text, paragraph.start, end) or _signed(text, paragraph.start, end)
    return Opening(None, match.end()) if match is not None else None


def _is_told_of(text: str, place: str) -> bool:
    """Whether the text says that something was in it or near it, as it does of nobody who speaks."""
    name = re.escape(place.title())
    return re.search(rf"\b(?:in|near|outside) {name}\b", text[:_STORY]) is not None


def _signed(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name of a paper before a dash, or of one and of whom it has the story from."""
    match = _SIGNED_OPENING.match(text, start, end)
    return match if match is not None and (match["via"] or is_outlet(match["outlet"])) else None


def open_story(text: str, body: Sequence[Span]) -> OpenedBody:
    """The body with its opening read. An agency's mark without a place is no part of it."""
    opening = find_opening(text, body[0]) if body else None
    if opening is None:
        return OpenedBody(tuple(body), None, body[0].start if body else 0)
    first = strip(text, opening.words, body[0].end) if opening.dateline is None else body[0]
    return OpenedBody((first, *body[1:]) if first else tuple(body[1:]), opening.dateline, opening.words)


def story_start(article: Article) -> int:
    """Where the story's own words begin in the text: behind dateline, day, agency and dash."""
    if not article.body:
        return 0
    opening = find_opening(article.text, article.body[0])
    if opening is not None:
        return opening.words
    if article.dateline is None or not article.body[0].holds(article.dateline):
        return article.body[0].start
    behind = _BEHIND_PLACE.match(article.text, article.dateline.end)
    return behind.end() if behind else article.dateline.end


def find_dateline(text: str, line: Span) -> Span | None:
    """The place of a line that holds place and date alone, as in "LONDON 1996-08-30"."""
    if line.end - line.start > _LONGEST:
        return None
    match = _DATED_LINE.fullmatch(text, *line)
    return Span(*match.span("place")) if match is not None and not _is_label(match["place"]) else None


def find_place(text: str, line: Span) -> Span | None:
    """The place of a line in capitals that could be a dateline, where a line with its date follows."""
    if line.end - line.start > _LONGEST:
        return None
    match = _PLACE_LINE.fullmatch(text, *line)
    return Span(*match.span("place")) if match is not None and not _is_label(match["place"]) else None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether prose follows, not the rest of a title in capitals."""
    return not text[start:end].isupper()


def _is_label(place: str) -> bool:
    first = place.split(None, 1)[0]
    is_title = first.endswith(".") and first[:-1].casefold() in TITLES  # "SEN. LEE (D-N.M.): …"
    return is_title or first.rstrip(",:") in _LABELS
