"""The template of the catalogue: every text of the bot's, with its places, plural forms and notes.

    python -m bench.catalogue

Writes bot/locale/briefings.pot anew, from which translators begin. Messages stand by file, without lines: a
change elsewhere in a file changes nothing here.
"""

from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT: Final = Path(__file__).parents[1]
TEMPLATE: Final = ROOT / "bot" / "locale" / "briefings.pot"
KEYWORDS: Final = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
NOTES: Final = ("Translators:",)  # what stands above a text behind this is for who translates it


def messages() -> Catalog:
    """Every text that the bot's modules name."""
    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(ROOT / "bot", keywords=KEYWORDS, comment_tags=NOTES, strip_comment_tags=True)
    for file, _, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        catalogue.add(message, locations=[(f"bot/{file}", 0)], auto_comments=comments, context=context)
    return catalogue


def template() -> str:
    """The template as it is to stand in its file."""
    written = BytesIO()
    write_po(written, messages(), width=100, omit_header=True, include_lineno=False)
    return written.getvalue().decode()


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(), encoding="utf-8")
    print(f"{len(messages())} texts in {TEMPLATE.relative_to(ROOT)}")
