"""What editors did, as the record has it, told in the language of whoever reads it."""

from typing import Final

from bot.domain.editing import Decision
from bot.domain.words import typed
from bot.render.texts import Said, _, pgettext

SUBJECT_LENGTH: Final = 140
_SECTION: Final = "section "

# Translators: what an editor did, in a list of such: "kill: 12 “Talks open”", "add source: The News".
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
        pgettext("record", "kill"),
        pgettext("record", "kill asked"),
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


def done(one: Decision) -> Said:
    """What was done, and to what."""
    told = typed(one.subject, SUBJECT_LENGTH)
    return _("{kind}: {words}", kind=_verb(one.verb), words=_verb(told) if one.verb == "undo" else told)


def _verb(verb: str) -> Said:
    if verb.startswith(_SECTION):
        # Translators: what an editor did: a source’s articles are of this section from now on.
        return pgettext("record", "section {name}", name=verb.removeprefix(_SECTION))
    return _DID.get(verb, verb)
