"""Sections: which a chat has, at all its hours or at one, and which editors set for sources and outlets.

Actions of a chat: `se:3` section 3 on or off, `se:0` all, `so:3` it alone; `sy:450` those of 07:30,
`sy:450:3` one of them, `sy:450:0` as the chat's. Of editors: `us:u:7` the section of source 7, `us:o:7` of
outlet 7, `us:u:7:3` it is section 3, `us:u:7:0` none, `uq:u:7` asks for another;
`uw:0` a page of the outlets.
"""

from collections.abc import Iterator, Sequence
from datetime import time

from bot.domain.articles import Page
from bot.domain.sections import Outlet, Section, chosen_at
from bot.domain.subscriptions import Subscription
from bot.domain.words import cut, typed
from bot.render.blocks import Block, bold, italic, paragraph, plain
from bot.render.buttons import box, button, in_rows, turning
from bot.render.clock import hour
from bot.render.lists import note
from bot.render.texts import Said, _, in_line, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages

_NAME_LENGTH = 80
_ACROSS = 4
TO_ALL: UnsaidButtons = ((button(_("‹ All settings"), "set"),),)
_TO_SECTIONS: UnsaidButtons = ((button(_("‹ Sections"), "set", "sections"),),)


# ------------------------------------------------------------------ a chat's


def sections_page(standing: Subscription) -> tuple[Unsaid, ...]:
    """Every section as a button; those chosen are marked, and each hour leads to its own."""
    chat, every = standing.chat, standing.sections
    if not every:
        return note(_("No article stands in a section yet, so there is nothing to choose."), TO_ALL)
    several = chat.hours if len(chat.hours) > 1 else ()
    hours = [button(hour(at), "sy", _minutes(at)) for at in several]
    each = _("An edition may have others than the rest. Press its hour to choose:") if hours else ""
    boxes = _boxes(every, chat.sections, "se")
    none = box(pgettext("sections", "All"), "se", 0, on=not chat.sections)
    return messages(
        (
            paragraph(bold(_("Sections"))),
            paragraph(chosen(every, chat.sections)).close(),
            *_of_hours(standing),
            paragraph(italic(_("What you follow comes in any case, and so does what stands in no section."))),
            paragraph(each),
        ),
        (*in_rows((none, *boxes), across=2), *in_rows(hours, across=_ACROSS), *TO_ALL),
    )


def hour_page(standing: Subscription, *, at: time) -> tuple[Unsaid, ...]:
    """The same of the edition of one hour."""
    chat, every = standing.chat, standing.sections
    own = any(one == at for one, _keys in chat.hour_sections)
    keys = chosen_at(chat, at)
    as_all = box(_("As the others"), "sy", _minutes(at), 0, on=not own)
    boxes = _boxes(every, keys if own else (), "sy", _minutes(at))
    return messages(
        (
            # Translators: {hour} is "07:30".
            paragraph(bold(_("Sections of the edition at {hour}", hour=hour(at)))),
            paragraph(chosen(every, keys)).close(),
        ),
        (*in_rows((as_all, *boxes), across=2), *_TO_SECTIONS),
    )


def chosen(every: Sequence[Section], keys: Sequence[str]) -> Said:
    """Which sections come."""
    if not keys:
        return _("All sections come.")
    names = [one.name for one in every if one.key in keys]
    # Translators: {names} is "Sport, Politics".
    return _("These sections come: {names}", names=", ".join(names) or "–")


def _of_hours(standing: Subscription) -> Iterator[Block]:
    for at, keys in standing.chat.hour_sections:
        if at in standing.chat.hours:
            told = chosen(standing.sections, keys)
            # Translators: the sections of one edition; {told} is "These sections come: Sport".
            yield paragraph(_("At {hour}: {told}", hour=hour(at), told=told)).close()


def _boxes(
    every: Sequence[Section], keys: Sequence[str], verb: str, *before: int | str
) -> tuple[UnsaidButton, ...]:
    return tuple(box(one.name, verb, *before, one.id, on=one.key in keys) for one in every)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


# ------------------------------------------------------------------ editors'


def section_of(
    kind: str, number: int, name: str, section: str | None, every: Sequence[Section]
) -> tuple[Unsaid, ...]:
    """In which section the articles of a source or an outlet of that name stand, and the others."""
    none = box(pgettext("section", "None"), "us", kind, number, 0, on=section is None)
    boxes = [box(one.name, "us", kind, number, one.id, on=one.key == section) for one in every]
    back = button(_("‹ Back"), *(("uo", number) if kind == "u" else ("uw", 0)))
    return messages(
        (
            paragraph(bold(typed(name, _NAME_LENGTH))),
            paragraph(_told(section, every)).close(),
            paragraph(italic(_("A file that names its section in its front matter stands in that."))),
        ),
        (*in_rows((none, *boxes), across=2), (button(_("Another…"), "uq", kind, number), back)),
    )


def outlets(page: Page[Outlet], every: Sequence[Section]) -> tuple[Unsaid, ...]:
    """The publishers whose articles came, numbered, a button each."""
    if not page.items:
        return note(_("No article names an outlet yet."), ((button(_("‹ All sources"), "ul", 0),),))
    numbered = list(enumerate(page.items, page.first))
    lines = [
        paragraph(
            plain(f"{number}. {cut(one.name, _NAME_LENGTH)}"),
            italic(in_line("", (" · ", _name(one.section, every))) if one.section else ""),
        ).close()
        for number, one in numbered
    ]
    buttons = [button(str(number), "us", "o", one.id) for number, one in numbered]
    return messages(
        (paragraph(bold(_("Outlets"))), *lines),
        (
            *in_rows(buttons, across=_ACROSS),
            *turning(page.number, page.count, "uw"),
            (button(_("‹ All sources"), "ul", 0),),
        ),
    )


def _told(section: str | None, every: Sequence[Section]) -> Said:
    if section is None:
        return _("Its articles stand in no section, and so in all.")
    # Translators: {section} is "Sport".
    return _("Its articles stand in the section {section}.", section=_name(section, every))


def _name(key: str | None, every: Sequence[Section]) -> str:
    return next((one.name for one in every if one.key == key), key or "")
