"""Why a file, a page or a feed could not be read, in a reader's language.

What reads them knows no language but English: its reasons are known again by their words. Another program's,
as a server's or Python's own, stay as they are.
"""

from typing import Final

from bot.domain.words import typed
from bot.render.kept import told_again
from bot.render.texts import Said, Text, pgettext

# Translators: why a file cannot be read, as in "I cannot read talks.txt: no body."
_OF_FILES: Final[tuple[Text, ...]] = (
    pgettext("reason", "empty"),
    pgettext("reason", "no body"),
    pgettext("reason", "not HTML"),
    pgettext("reason", "neither .txt, .md nor .html"),
    # Translators: {most} is how many there may be.
    pgettext("reason", "too long: {count} characters, at most {most}", count="", most=""),
    pgettext("reason", "decoded wrongly before: {count} characters lost (U+FFFD)", count=""),
    # Translators: {place} is a number, as of the other places of characters and bytes.
    pgettext("reason", "binary: a NUL at character {place}", place=""),
    # Translators: {place} is a number.
    pgettext("reason", "half a character at {place}", place=""),
    pgettext("reason", "binary: {count} control characters", count=""),
    # Translators: {name} is an encoding, "UTF-8"; {place} is a number.
    pgettext("reason", "not {name} at byte {place}", name="", place=""),
    pgettext("reason", "front matter too long: {count} characters", count=""),
    # Translators: {format} is YAML or TOML, {line} a number.
    pgettext("reason", "front matter is not {format} at line {line}", format="", line=""),
    # Translators: {format} is YAML or TOML.
    pgettext("reason", "front matter is not {format}", format=""),
    pgettext("reason", "takes more than {count} s to read", count=""),
    pgettext("reason", "takes more than {count} GB to read", count=""),
    pgettext("reason", "twice ended the process that read it"),
    pgettext("reason", "a PDF document, not a text"),
    pgettext("reason", "a zip archive or an office document, not a text"),
    pgettext("reason", "a gzip archive, not a text"),
    # Translators: {format} is PNG, JPEG or GIF.
    pgettext("reason", "a {format} picture, not a text", format=""),
    pgettext("reason", "an office document, not a text"),
    pgettext("reason", "an RTF document, not a text"),
    pgettext("reason", "a database, not a text"),
    # Translators: {error} is another program’s words, in English.
    pgettext("reason", "its story cannot be found: {error}", error=""),
    # Translators: {error} is another program’s words, in English.
    pgettext("reason", "could not be analysed: {error}", error=""),
)
# Translators: why nothing came from an address, as in "https://news.example/: did not answer in time."
_OF_SOURCES: Final[tuple[Text, ...]] = (
    pgettext("reason", "did not answer in time"),
    pgettext("reason", "is no http or https address"),
    pgettext("reason", "is or leads to what is no http or https address"),
    pgettext("reason", "redirects more than {count} times", count=""),
    pgettext("reason", "answers with more than {count} bytes", count=""),
    pgettext("reason", "is a page that names no feed"),
    pgettext("reason", "is named as a feed and is none"),
    pgettext("reason", "is a page, and no feed"),
    pgettext("reason", "is a list of feeds"),
    pgettext("reason", "is a list of feeds, to be imported"),
    pgettext("reason", "is no list of feeds (OPML)"),
    pgettext("reason", "is neither a feed nor a list of feeds"),
    # Translators: {status} is a server’s, in English: "200 OK".
    pgettext("reason", "answers {status} and nothing else", status=""),
    # Translators: {status} is a server’s, in English: "404 Not Found".
    pgettext("reason", "answers {status}", status=""),
    pgettext("reason", "its certificate is not to be trusted"),
    pgettext("reason", "does not answer by https"),
    # Translators: the name of a server, as in "news.example".
    pgettext("reason", "its name is not known"),
    pgettext("reason", "leads to an address that is not public"),
    pgettext("reason", "cannot be reached (Connection refused)"),
    pgettext("reason", "cannot be reached (No route to host)"),
    pgettext("reason", "cannot be reached (Network is unreachable)"),
    # Translators: {error} is another program’s words, in English.
    pgettext("reason", "cannot be reached ({error})", error=""),
    # Translators: {error} is another program’s words, in English.
    pgettext("reason", "answered what cannot be understood ({error})", error=""),
    # Translators: robots.txt is a file by which a site tells what programs may read of it.
    pgettext("reason", "its robots.txt asks not to read the page"),
    # Translators: {status} is a server’s number, "503"; robots.txt tells what programs may read of a site.
    pgettext("reason", "its robots.txt answers {status}", status=""),
    pgettext("reason", "ended the process that read it"),
    # Translators: {error} is another program’s words, in English.
    pgettext("reason", "cannot be read ({error})", error=""),
)
_OURS: Final = (*_OF_FILES, *_OF_SOURCES)


def reason(fact: str, most: int) -> Said:
    """The reason, of at most so many graphemes as it was told."""
    words = typed(fact, most)
    return told_again(words, _OURS) or words
