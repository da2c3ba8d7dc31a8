"""What plain words may mean, as buttons: each does what its command would.

`p:week`, `p:help` and `p:hello` do what the commands do that take no words, `p:deeds` tells how a story is
saved or shared; `od` asks what to order, `un` whether to end it; `wn:assad` tells who is so named.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import time

from bot.domain.button_actions import payload, reads
from bot.domain.languages import known_languages
from bot.domain.meanings import OFFERED, Kind, Meaning, Understood, several_readings
from bot.domain.zone_cities import city_of
from bot.render.blocks import paragraph
from bot.render.buttons import button, fits, in_rows
from bot.render.cast import KINDS
from bot.render.interests import as_words
from bot.render.lists import note
from bot.render.standing import quiet_hours
from bot.render.texts import Said, Text, _, in_line, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, messages
from summaries.names import fold

_WISHES: dict[str, tuple[Text, tuple[str | int, ...]]] = {
    "stop": (_("Unsubscribe…"), ("un",)),
    "forget": (_("What you store of me"), ("forget",)),
    "settings": (_("Settings"), ("set",)),
    "zone": (_("Time zone"), ("set", "zone")),
    "quiet": (_("Quiet hours"), ("set", "quiet")),
    "language": (_("Language"), ("set", "language")),
    "hours": (_("Times of editions"), ("set", "hours")),
    "length": (_("How much of it"), ("set", "length")),
    "subscribe": (_("Subscribe…"), ("od",)),
    "saved": (_("What is saved here"), ("v", 0)),
    "pause": (_("Pause…"), ("set", "pause")),
    "follows": (_("All I follow"), ("fl",)),
    "unfollow": (_("All I follow"), ("fl",)),
    "mutes": (_("All I mute"), ("zl",)),
    "sections": (_("Sections"), ("set", "sections")),
    "unmute": (_("All I mute"), ("zl",)),
    "week": (_("The week"), ("p", "week")),
    "latest": (_("The newest headlines"), ("l", 0)),
    "quotes": (_("Who said what"), ("ql", 0)),
    "who": (_("Who is in the news"), ("k", 0)),
    "brief": (_("The newest stories"), ("b", 0, 5)),
    "help": (_("What I can do"), ("p", "help")),
    "hello": (_("What I am"), ("p", "hello")),
    "thanks": (_("What I can do"), ("p", "thanks")),
    "no": (_("Nothing was changed."), ("p", "no")),
    "cancel": (_("Nothing was changed."), ("p", "cancel")),
    "deed": (_("Save, share, follow or mute a story"), ("p", "deeds")),
}


def which_meaning(understood: Understood, said: str, *, linked: bool = False) -> tuple[Unsaid, ...]:
    """The likeliest meanings to choose from; that there is none where no button can do it.

    `linked`: where many read, a button that reads is a link, and one that no link does is left out.
    """
    offered = several_readings(understood.meanings)
    if understood.no_section and understood.sections:
        offered = (Meaning(kind="wish", words="sections"), *offered)
    both = _names_and_words(offered)
    made = dict.fromkeys(
        _told_apart(one, button) if fold(one.words) in both else button
        for one in offered
        if (button := meaning_button(one)) is not None
    )
    buttons = [one for one in made if not linked or not reads(one.action) or payload(one.action)]
    if not buttons:
        return nothing_meant(understood.lacking or said)
    return messages((paragraph(_asked(understood)),), in_rows(buttons[:OFFERED]))


def _names_and_words(offered: Sequence[Meaning]) -> Set[str]:
    """What is offered both as a name and as words."""
    names = {fold(one.words) for one in offered if one.who is not None}
    return names & {fold(one.words) for one in offered if one.kind in ("follow words", "mute words")}


def _told_apart(meaning: Meaning, made: UnsaidButton) -> UnsaidButton:
    """The button with what is meant: "Follow · Apple · organisation", "Follow · The word “Apple”"."""
    verb = _("Follow") if meaning.kind.startswith("follow") else _("Mute")
    if meaning.who is not None:
        return replace(made, label=in_line(" · ", (verb, meaning.words, KINDS[meaning.who])))
    if meaning.kind in ("follow words", "mute words"):
        return replace(made, label=in_line(" · ", (verb, as_words(meaning.words))))
    return made


def _asked(understood: Understood) -> Said:
    """What stands above the buttons."""
    if understood.no_section and understood.sections:
        return _(
            "There is no section “{words}”. There are: {names}",
            words=understood.no_section,
            names=", ".join(understood.sections),
        )
    if understood.no_section:
        return _(
            "There are no sections here yet: I cannot send “{words}” alone.", words=understood.no_section
        )
    if understood.lacking:
        # Translators: above buttons with what comes nearest to the words.
        return _("No article has all of “{words}”. Did you mean:", words=understood.lacking)
    return _("Did you mean:")


def shows_settings(meaning: Meaning) -> bool:
    """Whether it shows or changes what is kept of a chat: where many read, that takes a press."""
    button = meaning_button(meaning)
    return button is None or not reads(button.action)


def sets_the_chat(meaning: Meaning) -> bool:
    """Whether in a group administrators alone may press it; what *More* offers others do for themselves."""
    return meaning.kind != "choices" and shows_settings(meaning)


def nothing_meant(said: str) -> tuple[Unsaid, ...]:
    """That the words mean nothing here, and what would."""
    if not said:
        return note(_("Write a name, or a few words of the news. /help shows what I can do."))
    return note(
        _(
            "I found nothing on “{words}”. Write a name, or a few words of the news."
            " /help shows what I can do.",
            words=said,
        )
    )


def meaning_button(meaning: Meaning) -> UnsaidButton | None:
    """The button that does it, with as many of the words as it carries; None where it carries none.

    Of an order it carries all: what were left of it would be another.
    """
    label, action = _made(meaning)
    if fits(*map(str, action)):
        return button(label, *map(str, action))
    shorter = meaning.words.rpartition(" ")[0] if meaning.kind not in ("order", "setting") else ""
    return meaning_button(replace(meaning, words=shorter)) if shorter else None


def _made(meaning: Meaning) -> tuple[Said, tuple[str | int, ...]]:
    if meaning.kind == "wish":
        return _WISHES[meaning.words]
    if meaning.kind == "said of":
        # Translators: a button: what somebody said about something.
        of = _("{name} on “{words}”", name=meaning.shown, words=meaning.words)
        return of, ("qb", meaning.number, 0, meaning.words)
    label = _LABELS[meaning.kind](meaning.shown or meaning.words)
    if meaning.kind == "hourly":
        return label, ("ow", " ".join(("from", meaning.words.replace("–", " to "))))
    if meaning.kind == "quiet":
        return label, ("sq", *(at.hour * 60 + at.minute for at in _ends(meaning.words)))
    if meaning.kind in _IN_STORY:
        return label, (_IN_STORY[meaning.kind], meaning.number, meaning.words)
    return label, (*_VERBS[meaning.kind], meaning.number or meaning.words)


_LABELS: Mapping[Kind, Callable[[str], Said]] = {
    "order": lambda words: _("Send news: {words}", words=words),
    # Translators: a button: on which days none comes any more; {days} is "on weekends", "on Sun".
    "days off": lambda days: _("No news {days}", days=days),
    # Translators: a button: by whose clock hours are told; {place} is "New York".
    "zone": lambda zone: _("Time zone: {place}", place=city_of(zone)),
    # Translators: a button: news of one section alone; {name} is "Sport".
    "section": lambda name: _("Only {name}", name=name),
    "language": lambda code: _("Language: {language}", language=known_languages()[code].name),
    "setting": lambda words: in_line(": ", (_("Settings"), words)),
    # Translators: a button: an edition every hour; {hours} is "08:00–10:00".
    "hourly": lambda hours: _("Send news each hour, {hours}", hours=hours),
    "quiet": lambda hours: quiet_hours(*_ends(hours)),
    # Translators: a button; {words} are as the reader wrote them: "until Monday", "for two weeks".
    "pause": lambda words: _("Pause: {words}", words=words),
    "actor": lambda name: _("About {name}", name=name),
    "said": lambda name: _("What {name} said", name=name),
    "which": lambda words: _("Who is called “{words}”", words=words),
    "story": lambda headline: headline or _("A story"),
    "stories": lambda words: _("Stories about “{words}”", words=words),
    "search": lambda words: _("Search “{words}”", words=words),
    "quotes": lambda words: _("Quotes with “{words}”", words=words),
    "follow": lambda name: _("Follow {name}", name=name),
    "follow words": lambda words: _("Follow “{words}”", words=words),
    "within": lambda words: _("“{words}” in this story", words=words),
    "voice": lambda words: _("Who said “{words}”", words=words),
    "voices": lambda _words: _("Who said what in it"),
    "cast": lambda _words: _("Who is in it"),
    "text": lambda _words: _("Full text"),
    "share": lambda _words: _("Share"),
    "choices": lambda _words: pgettext("button", "More"),
    "mute": lambda name: _("Mute {name}", name=name),
    "mute words": lambda words: _("Mute “{words}”", words=words),
}


def _ends(hours: str) -> tuple[time, time]:
    start, end = map(time.fromisoformat, hours.split("–"))
    return start, end


_IN_STORY: Mapping[Kind, str] = {"within": "iw", "voice": "iq"}
_VERBS: Mapping[Kind, tuple[str | int, ...]] = {
    "order": ("ow",),
    "days off": ("ow",),
    "pause": ("sp",),
    "zone": ("tz",),
    "language": ("sl",),
    "setting": ("sw",),
    "section": ("so",),
    "actor": ("a",),
    "said": ("qa",),
    "which": ("wn",),
    "story": ("s",),
    "stories": ("bw", 0),
    "search": ("f",),
    "quotes": ("qw", 0),
    "follow": ("fa",),
    "follow words": ("fw",),
    "voices": ("q",),
    "cast": ("w",),
    "text": ("t",),
    "share": ("hs",),
    "choices": ("x", "s"),
    "mute": ("za",),
    "mute words": ("zw",),
}
