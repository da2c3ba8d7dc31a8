"""Notes above a corrected article: what editors wrote, and what we wrote for them.

A note is kept as one text. Ours are kept in English, known again by their words, and told in each reader's
language; in English what is kept is what is told.
"""

import re
from collections.abc import Callable, Iterator
from string import Formatter
from typing import Final

from bot.domain.words import cut
from bot.render.kept import pattern
from bot.render.language import ENGLISH
from bot.render.texts import Said, Text, _, in_line, ngettext

OTHER_QUOTATION: Final = _("We had shown another quotation here.")
NO_QUOTATION: Final = _("We had shown a quotation here and took it out.")
LESS_SUMMARY: Final = _("We took a sentence out of the summary.")
OTHER_SUMMARY: Final = _("We changed the sentences of the summary.")
NO_ACTOR: Final = _("We had named somebody here who is not part of this.")


_STOPS: Final = (".", "!", "?", "…", "؟", "۔", "।", "。", "！", "？")
_MARKS: Final = "\"'”’“‘»«›‹)]"


def _is_ended(words: str) -> bool:
    """Whether words of an article end as a sentence does: none of ours sets a full stop behind theirs."""
    return words.rstrip(_MARKS).endswith(_STOPS)


def added(words: str) -> Text:
    """That words of the article are new."""
    if _is_ended(words):
        # Translators: of an article's text; {words} are its own, and end in a full stop.
        return _("Added: “{words}”", words=words)
    # Translators: of an article's text; {words} are its own.
    return _("Added: “{words}”.", words=words)


def taken_out(words: str) -> Text:
    """That words of the article are gone."""
    if _is_ended(words):
        # Translators: of an article's text; {words} are its own, and end in a full stop.
        return _("Taken out: “{words}”", words=words)
    # Translators: of an article's text; {words} are its own.
    return _("Taken out: “{words}”.", words=words)


def changed(before: str, after: str) -> Text:
    """That the article has other words now."""
    if _is_ended(after):
        # Translators: of an article's text; both are its own words, which end in a full stop.
        return _("“{before}” is now “{after}”", before=before, after=after)
    # Translators: of an article's text; both are its own words, as they were and as they are.
    return _("“{before}” is now “{after}”.", before=before, after=after)


def no_speaker(words: str) -> Text:
    """Whose words they were said to be, and are not."""
    return _("We had named a speaker whom the article does not name. The words: {words}", words=words)


def other_speaker(name: str, words: str) -> Text:
    """Whose words they are."""
    return _("We had named another as the speaker. {name} said: {words}", name=name, words=words)


def more_changed(count: int) -> Text:
    """How many passages changed beside those that are told."""
    return ngettext("{count} more passage changed.", "{count} more passages changed.", count)


_OF_THE_TEXT: Final[tuple[Callable[..., Text], ...]] = (added, taken_out, changed)
_OURS: Final = (
    added(""),
    taken_out(""),
    changed("", ""),
    no_speaker(""),
    other_speaker("", ""),
    OTHER_QUOTATION,
    NO_QUOTATION,
    LESS_SUMMARY,
    OTHER_SUMMARY,
    NO_ACTOR,
)


def kept(note: Text) -> str:
    """The note as it is kept."""
    return ENGLISH.say(note)


def told(note: str, most: int) -> Said:
    """What is kept as it is told: ours in whichever language, editors' words as they are.

    Of about so many graphemes: one of ours is told whole.
    """
    parts: list[Said] = []
    left = most
    for words, ours in _parts(note):
        if left <= 0:
            return in_line(" ", (*parts, "…"))
        parts.append(cut(words, left) if ours is None else ours)
        left -= len(words)
    return in_line(" ", parts)


def _parts(note: str) -> Iterator[tuple[str, Text | None]]:
    """The note piece by piece, and which of ours a piece is."""
    at = 0
    for found in _KNOWN.finditer(note):
        if before := note[at : found.start()].strip():
            yield before, None
        yield found[0], _known(found)
        at = found.end()
    if after := note[at:].strip():
        yield after, None


def _known(found: re.Match[str]) -> Text:
    if found["count"] is not None:
        return more_changed(int(found["count"]))
    place = next(place for place in range(len(_OURS)) if found[f"note{place}"] is not None)
    names = (name for _words, name, _spec, _ in Formatter().parse(_OURS[place].message) if name)
    filled = {name: found[f"{name}{place}"] for name in names}
    if place < len(_OF_THE_TEXT):
        return _OF_THE_TEXT[place](**filled)
    return _OURS[place].filled(**filled)


# One that ends in the article's words ends before the next of ours.
_NEXT: Final = r"(?= (?:We had |We took |We changed |Added: “|Taken out: “|“|\d+ more passages? changed\.)|$)"


def _pattern(place: int, text: Text) -> str:
    known = pattern(text, str(place))
    if place < len(_OF_THE_TEXT):  # without a full stop where the article's words have one
        return known.removesuffix(r"\.") + rf"(?:\.|{_NEXT})"
    return known + (_NEXT if text.message.endswith("}") else "")


_ONES: Final = "|".join(f"(?P<note{place}>{_pattern(place, one)})" for place, one in enumerate(_OURS))
_KNOWN: Final = re.compile(rf"(?<!\S)(?:{_ONES}|(?P<count>\d+) more passages? changed\.)(?!\S)")
