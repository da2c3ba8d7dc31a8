"""What editors are told of sources in trouble."""

from collections.abc import Sequence

from bot.domain.sources import Source, Trouble
from bot.render.blocks import Block, bold, italic, linked, paragraph
from bot.render.buttons import button, in_rows
from bot.render.reasons import reason
from bot.render.sources import REASON_LENGTH, source_name
from bot.render.texts import Run, Said, _, in_line, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, messages

SHOWN = 8  # told of in one message


def troubles(sources: Sequence[Source]) -> Unsaid:
    """What editors are told, once, of sources that are in trouble."""
    shown = sources[:SHOWN]
    left = len(sources) - len(shown)
    more = [paragraph(italic(_("and {count} more: /sources", count=left)))] if left else []
    buttons = [row for one in shown for row in _buttons(one)]
    return messages((*map(_trouble, shown), *more), in_rows(buttons))[0]


def _buttons(source: Source) -> tuple[UnsaidButton, ...]:
    name = source_name(source)
    if source.trouble is not Trouble.REPLACED:
        return (button(_("Look at {name}", name=name), "uo", source.id),)
    return (
        button(_("Keep {name}", name=name), "uk", source.id),
        button(pgettext("source", "Remove {name}", name=name), "ud", source.id),
    )


def _trouble(source: Source) -> Block:
    why = in_line("", (" (", reason(source.reason, REASON_LENGTH), ")")) if source.reason else ""
    return paragraph(_befell(source, linked(bold(source_name(source)), source.address)), why)


def _befell(source: Source, name: Run) -> Said:
    match source.trouble:
        case Trouble.FAILING:
            return _("For a day nothing could be fetched from {name}", name=name)
        case Trouble.CHANGED:
            return _("For a day there has been no feed any more at the address of {name}", name=name)
        case Trouble.REPLACED:
            return _("Nothing from {name} appears until you keep it", name=name)
        case Trouble.GONE:
            return _("{name} is gone for good, its server says, and is not visited any more", name=name)
        case Trouble.MOVED:
            return _("{name} has moved for good. Its new address is visited now", name=name)
        case None:
            raise ValueError("a source in no trouble")
