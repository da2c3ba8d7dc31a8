"""What is followed and muted: answers to a wish, the lists, and the choices beside a story or a name.

Actions, each with one for muting beside it: `fl` and `zl` list, `fa:7` and `za:7` follow and mute actor 7,
`fw:siege` and `zw:siege` these words; `fe:12` ends interest 12. Under article 12 or a name `x:s:12` and
`x:a:7` open the choices, `y:…` closes them, and `xd:s:12:follow` does what is chosen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.actors import ActorEntry
from bot.domain.interests import Interest, Noted, Reach, Stance, Subject
from bot.domain.words import cut
from bot.render.blocks import Block, bold, italic, paragraph
from bot.render.buttons import HALF_LABEL_LENGTH, button, in_rows
from bot.render.cast import KINDS
from bot.render.lists import note
from bot.render.sharing import share_button
from bot.render.standing import NOT_SUBSCRIBED
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, messages
from summaries.names import fold

_WORDS_LENGTH = 60
_LISTED = 100  # as many buttons as Telegram puts under a message
_WRITTEN = 30  # of them: a list in one message, so that it can show itself anew in place
_VERBS: Final = {Stance.FOLLOW: "f", Stance.MUTE: "z"}


def listed(
    entries: Sequence[Interest], stance: Stance, *, subscribed: bool, missing: str | None = None
) -> tuple[Unsaid, ...]:
    """What is followed or muted, each with the button that ends it; and that nothing comes, where that is so.

    `missing` is what somebody wanted to end and there is not.
    """
    if not entries:
        return note(_NOTHING[stance])
    lines = [paragraph("· ", _called(one.subject)).close() for one in entries[:_WRITTEN]]
    if more := len(entries) - len(lines):
        lines.append(paragraph(italic(_("and {count} more: see the buttons", count=more))).close())
    shown = entries[:_LISTED]
    buttons = [button(_ending(one.subject), "fe", one.id, most=HALF_LABEL_LENGTH) for one in shown]
    ended = () if subscribed else (paragraph(NOT_SUBSCRIBED),)
    unknown = () if missing is None else (paragraph(_unknown(missing, stance)),)
    heading = {Stance.FOLLOW: _("You follow"), Stance.MUTE: _("You mute")}[stance]
    how = {
        Stance.FOLLOW: _("Press one to stop following it."),
        Stance.MUTE: _("Nothing new of this comes. Press one to hear of it again."),
    }[stance]
    return messages(
        (*unknown, paragraph(bold(heading)), *lines, paragraph(how), *ended), in_rows(buttons, across=2)
    )


def noted(what: Noted) -> tuple[Unsaid, ...]:
    """What became of a wish to follow or to mute."""
    blocks = (paragraph(said(what)), *_reached(what))
    if what.outcome == "wordless":
        return messages(blocks)
    label = {Stance.FOLLOW: _("All I follow"), Stance.MUTE: _("All I mute")}[what.stance]
    return messages(blocks, ((button(label, f"{_VERBS[what.stance]}l"),),))


def said(what: Noted) -> Said:
    """The same in a sentence or two, and that the contrary ended by it."""
    return in_line(" ", (_said(what), _TURNED[what.stance])) if what.outcome == "turned" else _said(what)


def _said(what: Noted) -> Said:
    words = cut(what.subject.words, _WORDS_LENGTH)
    if what.outcome == "full":
        return _FULL[what.stance]
    if what.outcome == "wordless":
        return _wordless(words, what.stance)
    if what.subject.story_id is not None:
        return _OF_STORY[what.stance, what.outcome == "already"]
    if what.stance is Stance.MUTE:
        if what.outcome == "already":
            return _("You already mute “{words}”.", words=words)
        return _("You muted “{words}”. New articles on this do not come any more.", words=words)
    if what.outcome == "already":
        return _("You already follow “{words}”.", words=words)
    return _("You now follow “{words}”. New articles on this come here.", words=words)


def ended(subject: Subject, stance: Stance) -> Said:
    """That it is followed, or muted, no longer."""
    if subject.story_id is not None:
        return {
            Stance.FOLLOW: _("You no longer follow this story."),
            Stance.MUTE: _("You no longer mute this story."),
        }[stance]
    words = cut(subject.words, _WORDS_LENGTH)
    if stance is Stance.FOLLOW:
        return _("You no longer follow “{words}”.", words=words)
    return _("You no longer mute “{words}”.", words=words)


def which(words: str, entries: Sequence[ActorEntry], stance: Stance) -> tuple[Unsaid, ...]:
    """The question whether somebody is meant, or words."""
    verb = _VERBS[stance]
    buttons = [button(_who(entry, words), f"{verb}a", entry.id) for entry in entries]
    asked = {
        Stance.FOLLOW: _("Follow “{words}”: who or what is meant?", words=words),
        Stance.MUTE: _("Mute “{words}”: who or what is meant?", words=words),
    }[stance]
    return messages((paragraph(asked),), in_rows([*buttons, button(as_words(words), f"{verb}w", words)]))


def as_words(words: str) -> Said:
    """Words that stand for nobody."""
    return _("The words “{words}”", words=words) if " " in words else _("The word “{word}”", word=words)


def _who(entry: ActorEntry, words: str) -> Said:
    """Their name; with what they are where the words are the same."""
    return in_line(" · ", (entry.name, KINDS[entry.kind])) if fold(entry.name) == fold(words) else entry.name


# ------------------------------------------------------------------ beside a story or a name


def more_button(kind: str, number: int) -> UnsaidButton:
    """Opens what can be done with article or actor of that number: `s`, `a`."""
    # Translators: a button that opens others: follow, mute, share.
    return button(pgettext("button", "More"), "x", kind, number)


def less_button(kind: str, number: int) -> UnsaidButton:
    """Closes it again."""
    # Translators: a button that puts others away again.
    return button(pgettext("button", "Less"), "y", kind, number)


def choices(kind: str, number: int, *, stance: Stance | None, is_saved: bool) -> tuple[UnsaidButton, ...]:
    """The row that follows, mutes and saves, or ends that, and shares."""
    follow = (_("Unfollow"), "unfollow") if stance is Stance.FOLLOW else (_("Follow"), "follow")
    mute = (_("Unmute"), "unmute") if stance is Stance.MUTE else (_("Mute"), "mute")
    save = (_("Unsave"), "unsave") if is_saved else (_("Save"), "save")
    deeds = (button(label, "xd", kind, number, deed) for label, deed in (follow, mute, save))
    return (*deeds, share_button(kind, number))


def opened(page: Unsaid, kind: str, number: int, row: tuple[UnsaidButton, ...]) -> Unsaid:
    """The page with its choices open: the row below the one that has their button."""
    more, less = more_button(kind, number), less_button(kind, number)
    rows: list[tuple[UnsaidButton, ...]] = []
    for before in page.buttons:
        rows.append(tuple(less if each.action == more.action else each for each in before))
        if less in rows[-1]:
            rows.append(row)
    return replace(page, buttons=tuple(rows))


def choices_of(called: Said, kind: str, number: int, row: tuple[UnsaidButton, ...]) -> tuple[Unsaid, ...]:
    """The choices alone, below what they are of."""
    return messages((paragraph(bold(called)),), ((less_button(kind, number),), row))


# ------------------------------------------------------------------ within

_NOTHING: Final = {
    Stance.FOLLOW: _(
        "You do not follow anything yet. Write /follow and a name or a topic, for example: /follow cease-fire"
    ),
    Stance.MUTE: _(
        "You do not mute anything. Write /mute and a name or a topic that you want no news of, for example:"
        " /mute football"
    ),
}
_FULL: Final = {
    Stance.FOLLOW: _(
        "You follow a hundred names and topics already, and I cannot watch more. /unfollow one first."
    ),
    Stance.MUTE: _("You mute a hundred names and topics already, and I cannot keep more. /unmute one first."),
}
_TURNED: Final = {
    # Translators: stands behind "You muted “Assad”. New articles on this do not come any more."
    Stance.MUTE: _("You no longer follow it."),
    # Translators: stands behind "You now follow “Assad”. New articles on this come here."
    Stance.FOLLOW: _("You no longer mute it."),
}
_OF_STORY: Final = {
    (Stance.FOLLOW, False): _("You now follow this story: new articles about it come here."),
    (Stance.FOLLOW, True): _("You already follow this story."),
    (Stance.MUTE, False): _("You muted this story: you get no more news of it."),
    (Stance.MUTE, True): _("You already mute this story."),
}


def _unknown(words: str, stance: Stance) -> Said:
    short = cut(words, _WORDS_LENGTH)
    if stance is Stance.FOLLOW:
        return _("You do not follow “{words}”.", words=short)
    return _("You do not mute “{words}”.", words=short)


def _wordless(words: str, stance: Stance) -> Said:
    if stance is Stance.FOLLOW:
        return _(
            "“{words}” is no name and no topic. Write one after the command, for example: /follow cease-fire",
            words=words,
        )
    return _(
        "“{words}” is no name and no topic. Write one after the command, for example: /mute football",
        words=words,
    )


def _called(subject: Subject) -> Said:
    words = cut(subject.words, _WORDS_LENGTH)
    if subject.story_id is None:
        return words
    # Translators: a story that is followed or muted, in a list; {headline} is its newest.
    return _("the story “{headline}”", headline=words) if words else _("a story that is no longer here")


def _ending(subject: Subject) -> Said:
    # Translators: a button that stops following or muting {what}.
    return _("✕ {what}", what=cut(subject.words, HALF_LABEL_LENGTH - 2) or pgettext("button", "a story"))


def _reached(what: Noted) -> Iterator[Block]:
    """How much it would have brought, and that it tells nothing apart where that is so."""
    if what.reach is not None and what.reach.total and what.subject.story_id is None:
        yield paragraph(_reach(what.reach, what.stance))


def _reach(reach: Reach, stance: Stance) -> Said:
    count, total = reach.count, reach.total
    if reach.warning == "none":
        return ngettext(
            "The last seven days have {count} article, and it is not about this."
            " Is it spelled as in articles?",
            "The last seven days have {count} articles, and none is about this."
            " Is it spelled as in articles?",
            total,
        )
    if reach.warning == "all":
        return ngettext(
            "The last seven days have {count} article, and it is about this. A rarer word finds less.",
            "All {count} articles of the last seven days are about this. A rarer word finds less.",
            total,
        )
    if stance is Stance.FOLLOW:
        # Translators: {total} is how many articles the last seven days have.
        return ngettext(
            "Of the articles of the last seven days ({total}) it would have brought {count}.",
            "Of the articles of the last seven days ({total}) it would have brought {count}.",
            count,
            total=total,
        )
    # Translators: {total} is how many articles the last seven days have.
    return ngettext(
        "Of the articles of the last seven days ({total}) it would have kept back {count}.",
        "Of the articles of the last seven days ({total}) it would have kept back {count}.",
        count,
        total=total,
    )
