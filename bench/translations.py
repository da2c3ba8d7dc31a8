"""Whether the catalogues can be said: nothing lacks, every place and plural form is there, all of it fits.

    python -m bench.translations [--unfinished]

Prints a line a fault, and 1 where there is any. With --unfinished messages that are not translated yet are
counted and are no fault: these are said in English.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Final

from babel.messages.catalog import Catalog, Message

from bench.catalogue import messages
from bench.compiling import stale, translated
from bench.limits import limits
from bot.domain.words import graphemes

_COMMAND: Final = re.compile(r"(?<![\w/])/[a-z]+")


def faults(catalogue: Catalog, wanted: Catalog, fits: Mapping[str, tuple[str, int]]) -> Iterator[str]:
    """What is wrong with the messages that are translated."""
    for message in wanted:
        forms = said(catalogue, message)
        if not message.id or not forms:
            continue
        name = _key(message)
        if isinstance(message.id, tuple) and len(forms) != catalogue.num_plurals:
            yield f"{name!r}: {len(forms)} plural forms of {catalogue.num_plurals}"
        for form in forms:
            yield from (f"{name!r}: {fault} in {form!r}" for fault in _faults(message, form, fits))


def lacking(catalogue: Catalog, wanted: Catalog) -> list[str]:
    """The messages that are not translated, bar words that are understood and never said."""
    return [
        _key(message)
        for message in wanted
        if message.id and not _is_understood(message) and not said(catalogue, message)
    ]


def _is_understood(message: Message) -> bool:
    """Whether plain words are known by it: the English ones are, too, in a language that has none yet."""
    return (message.context or "").startswith(("understood", "typed"))


def said(catalogue: Catalog, message: Message) -> tuple[str, ...]:
    """The forms in which the message is said; none where one of them lacks."""
    found = catalogue.get(_key(message), message.context)
    if found is None or found.fuzzy:
        return ()
    forms = found.string if isinstance(found.string, (tuple, list)) else (found.string,)
    return tuple(forms) if all(forms) else ()


def _faults(message: Message, form: str, fits: Mapping[str, tuple[str, int]]) -> Iterator[str]:
    source = message.id[-1] if isinstance(message.id, tuple) else message.id
    try:
        given, wanted = _places(form), _places(source)
    except ValueError as error:
        yield f"a brace is left open ({error})"
        return
    left_out = {"count"} if isinstance(message.id, tuple) else set()  # "one article"
    if given - wanted or wanted - given - {(name, spec) for name, spec in wanted if name in left_out}:
        yield f"places {_named(given)}, wanted {_named(wanted)}"
    if form != form.strip():
        yield "it begins or ends with a space"
    if (commands := set(_COMMAND.findall(source))) != set(_COMMAND.findall(form)):
        yield f"commands are as they are typed, here {' '.join(sorted(commands)) or 'none'}"
    where, most = fits.get(_key(message), ("", sys.maxsize))
    if (long := graphemes(re.sub(r"\{[^}]*\}", "", form))) > most:
        yield f"{long} characters are too many for {where}, which holds {most}"


def _places(form: str) -> set[tuple[str, str]]:
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(form) if name is not None}


def _named(places: set[tuple[str, str]]) -> str:
    return " ".join(sorted(f"{{{name}{':' * bool(spec)}{spec}}}" for name, spec in places)) or "none"


def _key(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple) else str(message.id)


def main(*, unfinished: bool) -> int:
    """How many faults are told."""
    wanted, fits, told = messages(), limits(), 0
    for catalogue in translated():
        found = list(faults(catalogue, wanted, fits))
        missing = lacking(catalogue, wanted)
        if unfinished and missing:
            print(f"{catalogue.locale}: {len(missing)} messages are not translated yet")
        else:
            found += [f"{name!r}: is not translated" for name in missing]
        print(*(f"{catalogue.locale}: {fault}" for fault in found), sep="\n", end="\n" if found else "")
        told += len(found)
    for path in stale():
        print(f"{path.name} of {path.parts[-3]} is old: make texts")
        told += not unfinished
    return told


if __name__ == "__main__":
    sys.exit(bool(main(unfinished="--unfinished" in sys.argv)))
