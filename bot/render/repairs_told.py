"""What editors repaired, in words: for them, for the record, and for readers who were sent it before."""

from collections.abc import Sequence

from bot.domain.repairs import Change, Repair, RepairKind, StoryMove, plain_words
from bot.domain.words import cut, typed
from bot.render import correction_notes as notes
from bot.render.blocks import bold, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.kept import told_again
from bot.render.language import ENGLISH, Language
from bot.render.texts import Said, Text, _, in_line, ngettext
from bot.render.unsaid import Unsaid, messages

WORDS_LENGTH = 200  # graphemes of a quotation or a sentence
NAME_LENGTH = 80
_RECORDED = 160


def told_of(one: Repair | StoryMove) -> Said:
    """What was repaired, or moved into another story."""
    if isinstance(one, Repair):
        return told(one.change)
    if one.into is not None:
        return _("Put into the story of article {number}", number=one.into)
    # Translators: {articles} are numbers of articles.
    return _("Made another story: {articles}", articles=in_line(", ", [str(id_) for id_ in one.articles]))


def told(change: Change) -> Text:
    """What was changed, for the list of repairs."""
    words = cut(typed(change.words.replace("\n", " … "), 2 * WORDS_LENGTH), WORDS_LENGTH)
    whose = typed(change.to or "", NAME_LENGTH)
    match change.kind:
        case RepairKind.PULL:
            return _("Pull quote: {words}", words=words)
        case RepairKind.NO_PULL:
            return _("No pull quote")
        case RepairKind.STRIKE:
            return _("Struck: {words}", words=words)
        case RepairKind.TAKE:
            return _("Taken into the summary: {words}", words=words)
        case RepairKind.SPEAKER if change.to is None:
            return _("Nobody is named as the speaker of: {words}", words=words)
        case RepairKind.SPEAKER:
            return _("{name} said: {words}", name=bold(whose), words=words)
        case RepairKind.HIDE:
            return _("Hidden: {name}", name=bold(words))


def told_of_record(words: str) -> Text | None:
    """The same again of what was recorded; None where that are no words of ours."""
    return told_again(words, _EVERY)


def recorded(change: Change, language: Language = ENGLISH) -> str:
    """The same for the record of what editors did."""
    return cut(language.say(told(change)), _RECORDED)


# Words that another begins with come first.
_EVERY = tuple(
    map(told, (*(Change(kind=kind) for kind in RepairKind), Change(kind=RepairKind.SPEAKER, to="")))
)


def correction_of(change: Change) -> str:
    """The note for readers who were sent the article before it was repaired, as it is kept."""
    return notes.kept(_note(change))


def _note(change: Change) -> Text:
    words = cut(plain_words(change.words), WORDS_LENGTH)
    match change.kind:
        case RepairKind.SPEAKER if change.to is not None:
            return notes.other_speaker(change.to, words)
        case RepairKind.SPEAKER:
            return notes.no_speaker(words)
        case RepairKind.PULL:
            return notes.OTHER_QUOTATION
        case RepairKind.NO_PULL:
            return notes.NO_QUOTATION
        case RepairKind.STRIKE:
            return notes.LESS_SUMMARY
        case RepairKind.TAKE:
            return notes.OTHER_SUMMARY
        case RepairKind.HIDE:
            return notes.NO_ACTOR


def lapses(repairs: Sequence[Repair]) -> Unsaid:
    """What editors are told of repairs that no longer apply."""
    happened = ngettext(
        "{count} repair no longer applies: the article has been read again, and the words are not there",
        "{count} repairs no longer apply: the articles have been read again, and the words are not there",
        len(repairs),
    )
    buttons = [
        button(_("Repairs of article {number}", number=id_), "mm", id_)
        for id_ in dict.fromkeys(one.article_id for one in repairs)
    ]
    lines = [paragraph(plain(f"{one.article_id} · "), told(one.change)).close() for one in repairs]
    return messages((paragraph(bold(happened)), *lines), in_rows(buttons))[0]
