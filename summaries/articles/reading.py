"""File to Article: the only reader of files."""

import stat
from dataclasses import fields, replace
from pathlib import Path
from typing import Literal

from summaries.articles import decoding
from summaries.articles.events import find_event_date
from summaries.articles.genre import find_genre
from summaries.articles.identity import content_id
from summaries.articles.languages import find_language
from summaries.articles.layout import read_page
from summaries.articles.mending import count_lost, mend, unescape
from summaries.articles.parts import ArticleParts
from summaries.errors import UnreadableFileError
from summaries.models import Article

Form = Literal["text", "markdown", "html"]

_FORMS: dict[str, Form] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
SUFFIXES = frozenset(_FORMS)
_OTHERWISE = {"published", "modified"}  # in the parts
_AS_FOUND = {field.name for field in fields(Article)} & {
    field.name for field in fields(ArticleParts)
} - _OTHERWISE
_LARGEST_FILE = 5_000_000  # bytes: a saved web page has a few hundred thousand
_LONGEST_TEXT = 1_000_000  # characters: spaCy's own limit; a long article has fifty thousand


def load(path: Path, *, name: str | None = None) -> Article:
    """The article in a `.txt`, `.md` or `.html` file; `name` is what it is called, the path unless told.

    Raises UnreadableFileError.
    """
    name = name or str(path)
    if path.is_dir():
        raise UnreadableFileError(name, "a folder without articles")
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise UnreadableFileError(name, "neither .txt, .md nor .html")
    raw = _read(path, name)
    decode = decoding.decode_page if form == "html" else decoding.decode
    return _parse(decode(raw, path=name), name, form)


def parse(text: str, *, path: str, form: Form = "text") -> Article:
    """The article in a text. Raises UnreadableFileError, which names `path`."""
    decoding.check_plain(text, path=path)
    return _parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), path, form)


def _parse(text: str, path: str, form: Form) -> Article:
    """Web pages and Markdown have readers that are loaded when the first is read."""
    if form == "html":
        from summaries.articles.webpage import read_html

        return _article(read_html(text, path=path), path=path)
    _check_length(text, path)
    _check_lost(text, path)
    whole = mend(text)
    if form == "markdown":
        from summaries.articles.markdown import read_markdown

        parts = read_markdown(whole, path=path)
    else:
        whole = unescape(whole)
        parts = read_page(whole)
    return _article(replace(parts, mended=whole != text), path=path)


def _read(path: Path, name: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError(name, "not a file")
        if status.st_size > _LARGEST_FILE:
            raise UnreadableFileError(name, f"too large: {status.st_size:,} bytes, at most {_LARGEST_FILE:,}")
        with path.open("rb") as file:
            return file.read(_LARGEST_FILE)  # a file that grows meanwhile is read again when it is whole
    except OSError as error:
        raise UnreadableFileError(name, f"cannot be read: {error.strerror or error}") from error


def _check_length(text: str, path: str) -> None:
    if len(text) > _LONGEST_TEXT:
        raise UnreadableFileError(path, f"too long: {len(text):,} characters, at most {_LONGEST_TEXT:,}")


def _check_lost(text: str, path: str) -> None:
    if lost := count_lost(text):
        raise UnreadableFileError(path, f"decoded wrongly before: {lost:,} characters lost (U+FFFD)")


def _article(parts: ArticleParts, *, path: str) -> Article:
    _check_length(parts.text, path)
    if not parts.body:
        raise UnreadableFileError(path, "no body" if parts.text.strip() else "empty")
    event_date, event_date_from = find_event_date(parts)
    article = Article(
        id=content_id(parts.text, parts.body),
        path=path,
        **{name: getattr(parts, name) for name in _AS_FOUND},
        event_date=event_date,
        event_date_from=event_date_from,
        published=parts.published.iso if parts.published else None,
        modified=parts.modified.iso if parts.modified else None,
        language=find_language(parts),
    )
    return replace(article, genre=find_genre(article, parts.signs))
