"""No press of an editor's is done for good by accident: it asks, can be undone, or takes nothing away.

A button whose action stands in no table below fails here: sort it, and have it ask or be undone where it
takes something away.
"""

import re

from telegram.ext import CallbackQueryHandler, CommandHandler

from tests.bot.editing import Desk

_EDITORS = -3  # the handler group of all that editors do

# Done by the answer to a question, which the other shows.
ASKED = {
    "ak": "ad", "ud": "ud", "dx": "dx", "ea": "/editors",
}  # fmt: skip

# Undone by the other, which the message offers from then on; /correct writes another note over one.
UNDONE = {
    # articles: what is sent is called back, what is held is published, what is killed was asked about
    "as": "et", "an": "ah", "ah": "an", "al": "an", "ax": "au", "au": "ax", "ab": "ar", "ar": "ab",
    "ac": "cu", "mc": "cu", "cu": "/correct", "df": "ah",
    # editions
    "es": "et", "et": "es", "eh": "eu", "ef": "eu", "ed": "eu", "eq": "eu", "el": "eu", "em": "eu",
    "ez": "eu", "eb": "eu", "ej": "eu", "ey": "eu", "eu": "ed",
    # repairs
    "mq": "mu", "mn": "mu", "mx": "mu", "my": "mu", "mw": "mu", "mo": "mu", "mi": "mu", "mu": "mq",
    "vz": "vu", "vo": "vu", "vi": "vu", "vu": "vo", "jj": "jn", "jn": "jj",
    # who edits, who is let in
    "er": "ea", "ec": "en", "en": "ec", "eo": "eo", "ix": "iu", "iu": "ix",
    "gi": "gu", "go": "gu", "gu": "go",
    # sources
    "up": "uf", "uv": "uv", "ut": "ut", "us": "us", "ua": "ud",
}  # fmt: skip

# What they do takes nothing away.
HARMLESS = {
    "ap": "shows", "aw": "shows", "ad": "asks", "av": "shows", "ao": "shows",
    "ep": "shows", "ei": "shows", "ek": "shows", "eg": "tells how", "ew": "shows",
    "mm": "shows", "mp": "shows", "ms": "shows", "mt": "shows", "mk": "shows", "mv": "shows", "mh": "shows",
    "mr": "has messages show the article as it stands",
    "vs": "shows", "vt": "marks", "vn": "shows", "vj": "shows", "js": "asks", "jw": "asks",
    "ul": "shows", "uo": "shows", "uw": "shows", "uq": "asks", "uf": "visits now",
    "uk": "goes on with another feed at its address; what came before stays",
    "dd": "shows", "db": "shows",
}  # fmt: skip

COMMANDS = {
    "preview": "shows, and what it puts into an edition is undone (eu)",
    "push": "is called back (et)",
    "correct": "is undone (cu)",
    "kill": "asks",
    "queue": "shows",
    "sources": "shows; what is found is added by a press",
    "stats": "shows",
    "editors": "shows; asks",
    "invite": "makes a link, which is revoked (ix)",
}


def verbs_of(pattern: str) -> list[str]:
    """The verbs with which an action of this pattern may begin: `^(ec|en):…$`, `^e[shfdl]$`, `^as:…$`."""
    head = pattern.removeprefix("^").removesuffix("$")
    if found := re.match(r"\(([a-z|]+)\)", head):
        return found[1].split("|")
    if found := re.match(r"([a-z])\[([a-z]+)\]", head):
        return [found[1] + letter for letter in found[2]]
    verb = re.match(r"[a-z]+", head)
    assert verb is not None, pattern
    return [verb[0]]


async def test_every_press_of_an_editor_s_asks_is_undone_or_takes_nothing_away(desk: Desk) -> None:
    presses = [
        one for one in desk.bot.application.handlers[_EDITORS] if isinstance(one, CallbackQueryHandler)
    ]
    patterns = [one.pattern.pattern for one in presses if isinstance(one.pattern, re.Pattern)]
    assert len(patterns) == len(presses)
    verbs = {verb for pattern in patterns for verb in verbs_of(pattern)}
    assert verbs == {*ASKED, *UNDONE, *HARMLESS}
    assert len(verbs) == len(ASKED) + len(UNDONE) + len(HARMLESS)  # each stands in one table
    by = {one for one in (*ASKED.values(), *UNDONE.values()) if not one.startswith("/")}
    assert by <= verbs


async def test_every_command_of_an_editor_s_is_sorted_too(desk: Desk) -> None:
    handlers = desk.bot.application.handlers[_EDITORS]
    found = {name for one in handlers if isinstance(one, CommandHandler) for name in one.commands}
    assert found == {*COMMANDS}
