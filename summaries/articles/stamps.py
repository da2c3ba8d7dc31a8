"""Tells stamps, addresses and the ends of tweets by their form: no words of a story look like them."""

import re

from summaries.articles.lines import are_marks

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
_TEASER_END = re.compile(
    r"(?<=[.!?\"'’”)])\s+(?:READ (?:MORE|NEXT|ALSO|THIS)|Read (?:more|next|also)|RELATED|SEE ALSO|WATCH|MORE)"
    r"\s?[:|›»]\s?\S[^\n]{2,160}$"
)
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


def is_stamp(line: str) -> bool:
    """A time of day, a day in figures, how long ago; what tells a full date is a date line and not this."""
    return _TELLS_TIME.search(line) is not None and are_marks(_STAMP.sub(" ", line))


def is_address(line: str) -> bool:
    """Whether the line is an address of the web or of mail, a handle or a number to call, label and all."""
    return _ADDRESS.fullmatch(line) is not None


def is_tweet_signature(line: str) -> bool:
    """ "— Ann Lee (@annlee) May 3, 2016"."""
    return _TWEET_SIGNED.fullmatch(line) is not None


def without_page_end(paragraph: str) -> str:
    """The paragraph without what its page has put behind it: the end of a tweet, a link to another story."""
    told = without_tweet_end(paragraph)
    match = _TEASER_END.search(told, max(0, len(told) - _TWEET_REACHES))
    return told[: match.start()] if match else told


def without_tweet_end(paragraph: str) -> str:
    """The paragraph without a tweet's addresses, signature and day behind its words."""
    tail = paragraph[-_TWEET_REACHES:]
    if not any(sign in tail for sign in _TWEET_SIGNS):
        return paragraph
    match = _TWEET_END.search(paragraph, len(paragraph) - len(tail))
    return paragraph[: match.start()] if match and match.start() else paragraph
