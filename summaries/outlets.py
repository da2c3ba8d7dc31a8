"""By what names a page calls the house whose page it is, who works there, and whose reports it passes on."""

import re
from typing import Final

from summaries.lexicon import words
from summaries.models import Actor, Article, Span

_NO_PART_OF_OUTLET = words("the com org net")
_KINDS_OF_OUTLET = words("magazine online newspaper newspapers weekly daily edition")
_FEWEST_INITIALS: Final = 3
_AROUND: Final = 30  # characters beside a name
_REPORTED_BY = re.compile(r"\breported (?:first )?(?:by|in) (?:the )?$", re.IGNORECASE)
_AS, _REPORTED = re.compile(r"\bas (?:the )?$", re.IGNORECASE), re.compile(r",? (?:first )?report(?:s|ed)\b")
# Whose pages or hours were told: "a source told Reuters", "seen by the Post".
_TOLD_TO = re.compile(
    r"\b(?:told|tells|speaking (?:to|with)|spoke (?:to|with)|seen by|reviewed by|obtained by|quoted by"
    r"|interview with) (?:the )?$",
    re.IGNORECASE,
)
_ACCORDING_TO = re.compile(r"\baccording to (?:the )?$", re.IGNORECASE)
# Who works for whose page it is: "the Record's editor Ann Orme", "“Morning Record” co-host Jun Orme".
_OF_NEWSROOM = re.compile(
    r"\b(?:analyst|anchor|co-anchor|columnist|commentator|correspondent|critic|editor|host|co-host|journalist"
    r"|presenter|reporter|writer)\b"
)
_SAYS_SO = re.compile(r"\s+(?:has |have )?(?:report(?:s|ed)|learn(?:ed|t)|understands?)\b")
_NEWSROOMS = words(
    """
    afp agency ap axios bbc bloomberg broadcasting cbs chronicle cnn courier daily examiner gazette guardian
    herald independent interfax journal magazine mail mirror msnbc news newspaper npr observer politico post
    press radio record reuters review standard star sun telegraph television times today tribune tv
    """
)


def own_name(outlet: str | None) -> re.Pattern[str] | None:
    """By what words a page calls its own house: all of its name, or the letters that it begins with."""
    words_of_outlet = (outlet or "").removeprefix("The ").removeprefix("the ").split()
    if not words_of_outlet:
        return None
    first = words_of_outlet[0]
    called = first if first.isupper() and len(first) > 1 else " ".join(words_of_outlet)
    return re.compile(rf"\b{re.escape(called)}\b")


def is_called(actor: Actor, outlet: str | None) -> bool:
    """Whether it is whose page this is: "told the Record" makes no actor of the Daily Record."""
    whole = _plain(outlet or "")
    core = _core(whole)
    initials = "".join(word[0] for word in (outlet or "").split() if word[0].isupper())
    for name in (actor.name, *actor.aliases):
        plain = _plain(name)
        if plain == whole or whole.endswith(f" {plain}") or not _core(plain):
            return True
        if name.isupper() and whole.startswith(f"{plain} "):
            return True
        if len(initials) >= _FEWEST_INITIALS and name.replace(".", "") == initials:
            return True
        if core and f" {core}".endswith(f" {_core(plain)}"):
            return True
    return False


def _plain(name: str) -> str:
    return " ".join(
        word for word in name.casefold().replace(".", " ").split() if word not in _NO_PART_OF_OUTLET
    )


def _core(plain: str) -> str:
    """ "elm" of "elm magazine": without what kind of paper it is."""
    return " ".join(word for word in plain.split() if word not in _KINDS_OF_OUTLET)


class Newsroom:
    """Of one article: who works for its outlet, and which houses are only those whose report it goes by."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._own = own_name(article.outlet)

    def has(self, name: Span) -> bool:
        """Whether the words beside the name make somebody the outlet's own, who asks or comments for it."""
        text, own = self._text, self._own
        if own is None:
            return False
        before = re.split(r"[.!?,]\s", text[max(0, name.start - 2 * _AROUND) : name.start])[-1]
        behind = text[name.end : name.end + 2 * _AROUND].partition(", ")
        titles = (before, "" if behind[0] else behind[2].partition(",")[0])
        return any(own.search(title) and _OF_NEWSROOM.search(title) for title in titles)

    def goes_by(self, name: Span) -> bool:
        """Whether the words name whose report the article goes by: "first reported by the Post"."""
        text = self._text
        before, behind = text[max(0, name.start - _AROUND) : name.start], text[name.end : name.end + _AROUND]
        if _REPORTED_BY.search(before):
            return True
        if re.split(r"[\s-]", name.of(text).casefold())[-1] in _NEWSROOMS:
            passed_on = _TOLD_TO.search(before) or _ACCORDING_TO.search(before) or _SAYS_SO.match(behind)
            return passed_on is not None
        return _AS.search(before) is not None and _REPORTED.match(behind) is not None
