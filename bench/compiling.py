"""The catalogues as the bot reads them: compiled from what translators wrote, and from the Unicode CLDR.

    python -m bench.compiling [--check]

Writes bot/locale/<code>/LC_MESSAGES/briefings.mo of each language, and bot/locale/languages.json, which lists
them. With --check nothing is written: 1 where a compiled catalogue is not what this would write.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bench.catalogue import ROOT, messages
from bench.cldr import from_cldr, own_name
from bot.domain.languages import LIST, LOCALES, SOURCE

NAME: Final = "briefings"
_NO_DAY: Final = datetime(1970, 1, 1, tzinfo=UTC)  # the same texts make the same bytes on any day


def translated() -> Iterator[Catalog]:
    """What translators wrote, a catalogue a language, by its code."""
    for path in sorted(LOCALES.glob(f"*/LC_MESSAGES/{NAME}.po")):
        yield read(path)


def read(path: Path) -> Catalog:
    """One of them; its language is the name of its folder."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def compiled(catalogue: Catalog, wanted: Catalog) -> bytes:
    """The catalogue as gettext reads it: what is said now, and what CLDR adds to it."""
    locale = _locale(catalogue)
    made = Catalog(
        locale=locale, fuzzy=False, project="briefings", creation_date=_NO_DAY, revision_date=_NO_DAY
    )
    made.mime_headers = [("Plural-Forms", catalogue.plural_forms)]  # Babel's own rule is another for some
    for message in wanted:
        key = message.id[0] if isinstance(message.id, tuple) else message.id
        said = catalogue.get(key, message.context)
        if key and said is not None and said.string and not said.fuzzy:
            made.add(message.id, said.string, context=message.context)
    for (context, message), words in from_cldr(locale).items():
        made.add(message, words, context=context)
    written = BytesIO()
    write_mo(written, made)
    return written.getvalue()


def listed(locales: Iterator[Locale]) -> str:
    """The list of languages, as its file holds it."""
    rows = [
        {
            "code": str(locale),
            "name": own_name(locale),
            "english_name": locale.english_name,
            "right_to_left": locale.text_direction == "rtl",
        }
        for locale in (Locale(SOURCE), *locales)
    ]
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f"[\n{lines}\n]\n"


def files() -> Iterator[tuple[Path, bytes]]:
    """Every compiled file, as it is to stand."""
    catalogues, wanted = list(translated()), messages()
    for catalogue in catalogues:
        yield LOCALES / str(catalogue.locale) / "LC_MESSAGES" / f"{NAME}.mo", compiled(catalogue, wanted)
    yield LIST, listed(map(_locale, catalogues)).encode()


def stale() -> list[Path]:
    """The files that do not stand as they are to."""
    return [path for path, content in files() if not path.exists() or path.read_bytes() != content]


def _locale(catalogue: Catalog) -> Locale:
    assert catalogue.locale is not None, "a catalogue is read with its language"
    return catalogue.locale


if __name__ == "__main__":
    if "--check" in sys.argv:
        for path in (old := stale()):
            print(f"{path.relative_to(ROOT)} is old: make texts")
        sys.exit(bool(old))
    for path, content in files():
        path.write_bytes(content)
    print(LIST.read_text(encoding="utf-8"), end="")
