"""What editors did, as the record has it, told in the language of whoever reads it."""

import re
from collections.abc import Mapping
from typing import Final

from bot.domain.editing import Decision
from bot.domain.words import typed
from bot.render import correction_notes
from bot.render.kept import told_again
from bot.render.repairs_told import told_of_record
from bot.render.texts import Said, Text, _, in_line, pgettext

SUBJECT_LENGTH: Final = 140
_SECTION: Final = "section "

# Translators: what an editor did, in a list of such: "hold: 12 “Talks open”", "add source: The News". Say it
# by the word that its button has.
_DID: Final = {
    one.message: one
    for one in (
        pgettext("record", "push"),
        pgettext("record", "publish"),
        pgettext("record", "publish new text"),
        pgettext("record", "embargo"),
        pgettext("record", "approve"),
        pgettext("record", "hold"),
        pgettext("record", "withdraw"),
        pgettext("record", "keep"),
        pgettext("record", "bring back"),
        pgettext("record", "drop new text"),
        pgettext("record", "take up new text"),
        pgettext("record", "correct"),
        pgettext("record", "undo correct"),
        pgettext("record", "rewrite"),
        pgettext("record", "file"),
        pgettext("record", "repair"),
        pgettext("record", "undo repair"),
        pgettext("record", "join"),
        pgettext("record", "part"),
        pgettext("record", "drop"),
        pgettext("record", "drop all"),
        pgettext("record", "release"),
        pgettext("record", "stop"),
        pgettext("record", "undo"),
        pgettext("record", "up"),
        pgettext("record", "out"),
        pgettext("record", "back"),
        pgettext("record", "add"),
        pgettext("record", "line"),
        pgettext("record", "no line"),
        pgettext("record", "editor added"),
        pgettext("record", "editor removed"),
        pgettext("record", "chief editor named"),
        pgettext("record", "chief editor no longer"),
        pgettext("record", "groups let in"),
        pgettext("record", "groups left out"),
        pgettext("record", "groups asked about again"),
        pgettext("record", "invite"),
        pgettext("record", "invite restored"),
        pgettext("record", "invite revoked"),
        pgettext("record", "add source"),
        pgettext("record", "visit source"),
        pgettext("record", "keep source"),
        pgettext("record", "pause source"),
        pgettext("record", "remove source"),
        pgettext("record", "review of source on"),
        pgettext("record", "review of source off"),
        pgettext("record", "review of source as the bot’s"),
        pgettext("record", "show full text"),
        pgettext("record", "show no full text"),
        pgettext("record", "no section"),
        pgettext("record", "story"),
        pgettext("record", "undo story"),
        pgettext("record", "desk"),
    )
}
# What is kept by another word than its buttons have.
_KEPT_AS: Final[Mapping[str, Text]] = {
    # Translators: what an editor did, by the word of the button that drops an article and takes back what was
    # sent of it.
    "kill": pgettext("record", "drop article"),
    # Translators: an editor asked for it, and had not yet pressed the button that does it.
    "kill asked": pgettext("record", "ask to drop article"),
}
_DESK: Final[Mapping[str, Text]] = {
    "killing, sources, who edits: chief editors": pgettext(
        "record", "dropping articles, sources, who edits: chief editors"
    ),
    "killing, sources, who edits: all editors": pgettext(
        "record", "dropping articles, sources, who edits: all editors"
    ),
}
_ALL: Final = pgettext("record", "editions")
_THE_NEXT: Final = pgettext("record", "the next edition")
# Translators: behind what an editor did to it: "add: article 12".
_ARTICLE: Final = pgettext("record", "article {number}", number="")
# What is kept of it in words of ours.
_TO: Final[Mapping[str, tuple[Text, ...]]] = {
    "push": (_THE_NEXT,),
    "stop": (_THE_NEXT,),
    "drop": (_THE_NEXT,),
    "drop all": (_ALL,),
    "hold": (_ALL,),
    "release": (_ALL,),
    "up": (_ARTICLE,),
    "out": (_ARTICLE,),
    "back": (_ARTICLE,),
    "add": (_ARTICLE,),
    "no line": (pgettext("record", "the line on top"),),
    "story": (
        # Translators: {articles} are numbers of articles, which tell another story than before.
        pgettext("record", "{articles} by itself", articles=""),
        # Translators: both are numbers of articles.
        pgettext("record", "{number} into the story of {other}", number="", other=""),
    ),
    # Translators: two names of actors: “{name}” stands under the other from now on.
    "join": (pgettext("record", "{number} “{name}” with {other}", number="", name="", other=""),),
    # Translators: two names of actors: “{name}” stands under the other no more.
    "part": (pgettext("record", "{number} “{name}” from {other}", number="", name="", other=""),),
    # Translators: a headline, and the document or page it came from.
    "file": (pgettext("record", "“{words}” from {file}", words="", file=""),),
}
_OF_ARTICLE: Final = re.compile(r"(\d+ “.*?”): (.+)")  # and what was corrected or repaired in it


def done(one: Decision) -> Said:
    """What was done, and to what."""
    told = typed(one.subject, SUBJECT_LENGTH)
    return _("{kind}: {words}", kind=_verb(one.verb), words=_subject(one.verb, told))


def _verb(verb: str) -> Said:
    if verb.startswith(_SECTION):
        # Translators: what an editor did: a source’s articles are of this section from now on.
        return pgettext("record", "section {name}", name=verb.removeprefix(_SECTION))
    return _KEPT_AS[verb] if verb in _KEPT_AS else _DID.get(verb, verb)


def _subject(verb: str, told: str) -> Said:
    """To what it was done: our words in the reader's language, editors' and articles' as they are."""
    if verb == "undo":
        return _verb(told)
    if verb == "desk":
        return _DESK.get(told, told)
    if (found := _OF_ARTICLE.fullmatch(told)) is not None:
        article, words = found.groups()
        return in_line(": ", (article, _within(verb, words)))
    what, *until = told.split(" · ")
    return in_line(" · ", (told_again(what, _TO.get(verb, ())) or what, *until))


def _within(verb: str, words: str) -> Said:
    """What was done within an article."""
    match verb:
        case "correct":
            return correction_notes.told(words, SUBJECT_LENGTH)
        case "repair" | "undo repair":
            return told_of_record(words) or words
        case _:
            return words
