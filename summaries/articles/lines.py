"""Tells what a line of a page is by itself: a date, a byline, a caption, an outlet's name."""

import re
from datetime import date
from typing import NamedTuple

from summaries.articles.dates import find_dates
from summaries.articles.paragraphs import strip
from summaries.models import Span

_LONGEST_LINE = 160  # a date line or a byline is shorter; prose that names a date is not
_LONGEST_CAPTION = 700
_STAMP = re.compile(r"\b(?:published|posted|filed)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:updated|modified|edited)\b", re.IGNORECASE)
_PRINT = re.compile(r"\b(?:printed|retrieved|accessed|downloaded|saved|archived|today)\b", re.IGNORECASE)
_AROUND_DATE = re.compile(
    r"\b(?:published|posted|updated|modified|first|last|filed|printed|retrieved|accessed|downloaded|saved|archived"
    r"|from the original|today(?:['’]s date)?(?: is)?"
    r"|date|time|on|at|by|a\.?m\.?|p\.?m\.?|o.clock|GMT|UTC|Z|[ECMP][SD]?T|BST|CEST?|IST|AEDT"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![\w.])|T?\d{1,2}[:.h]\d\d(?:[:.]\d\d)*(?:Z|\s?[ap]\.?m\b\.?|\b)|[+-]\d\d:?\d\d"
    r"|\b\d+ (?:year|month|week|day|hour|minute)s? ago\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[^|•·]+")
_MARKS_ALONE = re.compile(r"[\s,;:|/·•.()\[\]–—-]*")
_BYLINE = re.compile(
    r"(?:by|reporting by|written by|from our correspondent)[:\s]\s*[A-Z][^.!?]{0,3}", re.IGNORECASE
)
_NAME = r"(?:[A-Z][\w'’.-]*|(?:de|van|von|der|al|bin|el|la|du|da))"
_CALLED = r"(?:\([A-Z][\w.]*\)|“[A-Z][\w.]*”|\"[A-Z][\w.]*\") "  # Ann “Annie” Lee
_NAMES = rf"[A-Z][\w'’.-]* (?:{_CALLED})?{_NAME}(?: {_NAME}){{0,2}}"
_NAMES_ALONE = re.compile(rf"{_NAMES}(?:(?:,| and|, and) {_NAMES})*(?: in {_NAME}(?: {_NAME})?)?")
_SIGNED = re.compile(  # "Ann Lee, Senior Reporter"
    rf"{_NAMES}, (?:[A-Z][a-z]+ ){{0,2}}(?:Reporter|Correspondent|Writer|Columnist|Journalist|Contributor)"
)
_CREDIT = re.compile(  # with a colon, a slash or a bracket: prose that speaks of photos has none
    r"(?<!\w)(?:(?:file\s+)?(?:[Pp]hoto|[Pp]hotograph|[Ii]mage|[Pp]icture|[Cc]redit)"
    r"\s*(?:[Cc]redit|[Cc]ourtesy)?\s*(?::|by\s|/|\()"
    r"|\((?:AP|Reuters|AFP|EPA|Getty)[ /][^)]{0,80}\)|\([^()]{0,60}/(?:AP|AFP|Reuters|EPA|Getty)[^()]{0,40}\)"
    r"|(?:AP|REUTERS|AFP|EPA)\s?/\s?[A-Z]|Getty Images|Shutterstock|Image (?:copyright|caption|source)\b)"
    r"|^Image (?:caption|source|copyright)\b|[\u4e00-\u9fff]\s*[摄攝]\)?$|\((?:FILE|File)\)$"
)
_SHOWS = re.compile(
    r"(?:FILE ?[–—-]+ ?)?In this (?:[\w.,’']+ ){0,6}(?:photo|photograph|image|picture|frame|illustration)"
    r"(?:,| (?:taken|dated|provided|released|made|posted|shot|from|grab|by|illustration)\b)"
    r"|Clockwise,? from\b|(?:Pictured|Seen|Shown) (?:here|above|below)[,:]|(?:From )?[Ll]eft to right:"
    r"|(?:Above|Left|Top)(?:, (?:left|right))?, [^.;]{3,200}; (?:right|left|below|bottom|centre|center),"
)
_FILE_PICTURE = re.compile(r"\s*\(?(?:FILE|File photo|File picture|In this\b.*\bfile photo)\b", re.ASCII)
_OUTLET_NOUNS = (
    "News|Times|Post|Herald|Tribune|Journal|Gazette|Guardian|Press|Telegraph|Chronicle|Observer|Independent|Mail"
    "|Star|Sun|Mirror|Express|Globe|Daily|Weekly|Standard|Record|Review|Today|Dispatch|Bulletin|Courier|Monitor"
    "|Ledger|Argus|Echo|Advertiser|Enquirer|Gleaner|Intelligencer|Messenger|Mercury|Advocate|Statesman"
    "|Scotsman|Spectator|Beacon|Sentinel|Examiner|Inquirer|Wire|Magazine|Reporter|Register|Broadcasting|Television|Radio|Online|Agency"
)
_OUTLET = re.compile(
    rf"(?:(?:The|Al|El|Le|La|Die|Der) )?(?:[A-Z][\w&.'’-]* ){{0,2}}(?:of )?(?:{_OUTLET_NOUNS})"
    r"(?: (?:News|Online|International|Network|[A-Z][a-z]+))?"
    r"|(?:www\.)?[\w-]+\.(?:com|org|net|co\.uk|news|info)"
    r"|Reuters|Bloomberg|CNN|BBC|NPR|AFP|AP|UPI|PTI|ANI|IANS|TASS|Xinhua|dpa"
    r"|Al Jazeera|Associated Press|Politico|POLITICO|Axios|Vox|Breitbart|HuffPost"
)


class DateLine(NamedTuple):
    """A line that holds a date and little else."""

    day: date  # of publication, where several are told
    stamped: bool  # it says "published" or the like
    printed: bool  # it says "printed", "retrieved" or the like
    outlet: str | None  # "The Guardian, Wednesday 14 December 2016"
    changed: date | None = None  # the day that it calls one of a change

    @property
    def changed_alone(self) -> bool:
        """Whether the only day told is of a change: no article is dated by that."""
        return self.changed is not None and not self.stamped


def read_date_line(text: str, line: Span) -> DateLine | None:
    """The date of a line that holds nothing beside it but a label, a time and perhaps the outlet."""
    if line.end - line.start > _LONGEST_LINE:
        return None
    told = find_dates(text, line)
    days = sorted({one.day for one in told})
    if not told or (len(days) > 1 and not (_STAMP.search(text, *line) or _CHANGE.search(text, *line))):
        return None
    rest = line.of(text)
    for one in told:
        rest = rest.replace(one.span.of(text), " ")
    label = rest
    rest = _AROUND_DATE.sub(" ", rest)
    outlet = rest.strip(" ,;:|/·•–—-")
    if not are_marks(rest) and not is_outlet(outlet):
        return None
    # "Published … Updated …" tells two days: the first is when it was news.
    changed = days[-1] if _CHANGE.search(label) else None
    stamped = _STAMP.search(label) is not None or (changed is not None and len(days) > 1)
    return DateLine(days[0], stamped, _PRINT.search(label) is not None, outlet or None, changed)


def read_fields(text: str, line: Span) -> DateLine | None:
    """The date of a line of several fields: "Wire | 2016-12-14 17:30 | Editor: A. Lee"."""
    if line.end - line.start > _LONGEST_LINE:
        return None
    fields = (Span(*match.span()) for match in _FIELD.finditer(text, *line))
    return next((told for field in fields if (told := read_date_line(text, field)) is not None), None)


def find_byline(text: str, line: Span) -> tuple[Span, DateLine | None] | None:
    """The words that say who wrote, and the date that may follow them: with a writer, it is the article's."""
    if line.end - line.start > _LONGEST_LINE:
        return None
    if _SIGNED.fullmatch(text, *line) is not None:
        return line, None
    if not _BYLINE.match(text, *line):
        return None
    told = find_dates(text, line)
    if not told and _ends_a_sentence(text, line):
        return None
    end = told[0].span.start if told else line.end
    while end > line.start and text[end - 1] in " ,;:|/·•–—-\t":
        end -= 1
    byline = strip(text, line.start, end)
    stamp = DateLine(told[0].day, stamped=True, printed=False, outlet=None) if told else None
    return (byline, stamp) if byline else None


def is_names_alone(text: str, line: Span) -> bool:
    """Whether the line is nothing but a person's name, or several: a byline where a dateline follows."""
    return line.end - line.start <= 80 and _NAMES_ALONE.fullmatch(text, *line) is not None


def is_caption(text: str, line: Span) -> bool:
    """Whether the line bears a picture's credit, or says "in this photo"."""
    if line.end - line.start > _LONGEST_CAPTION:
        return False
    return _CREDIT.search(text, *line) is not None or _SHOWS.match(text, *line) is not None


def is_file_picture(caption: str) -> bool:
    """Whether the caption says that the picture is an old one: its date is not the news'."""
    return _FILE_PICTURE.match(caption) is not None or "file photo" in caption.casefold()


def are_marks(words: str) -> bool:
    """Whether nothing is left of a line but what stands between its fields."""
    return _MARKS_ALONE.fullmatch(words) is not None


def is_outlet(words: str) -> bool:
    """Whether the words have the form of a publisher's name."""
    return len(words) <= 40 and _OUTLET.fullmatch(words) is not None


def _ends_a_sentence(text: str, line: Span) -> bool:
    return text[line.end - 1] in ".!?" and text[line.start : line.end].count(" ") > 8
