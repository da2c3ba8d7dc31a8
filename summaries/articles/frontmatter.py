"""Reads the front matter of a Markdown file: YAML between "---", or TOML between "+++"."""

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from summaries.articles.paragraphs import strip
from summaries.errors import UnreadableFileError
from summaries.lexicon.fields import FRONT_MATTER
from summaries.models import Span

_YAML = re.compile(r"\ufeff?---[ \t]*\n(?P<source>.*?\n)??(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\ufeff?\+\+\+[ \t]*\n(?P<source>.*?\n)??\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_LARGEST = 20_000  # characters; a page's has a few hundred
_MOST_VALUES = 20  # of a list
# A key at the start of a line of TOML, up to the first table; its value up to the end of the line.
_TOML_KEY = re.compile(r"^[ \t]*[\"']?(?P<key>[\w-]+)[\"']?[ \t]*=[ \t]*(?P<value>\S.*)$", re.MULTILINE)
_TOML_TABLE = re.compile(r"^[ \t]*\[(?P<name>[^\[\]\n]*)\]", re.MULTILINE)
_TOML_PARAMS = ("params", "extra")  # tables of Hugo and of Zola for what a site adds
_TOML_WORDS = re.compile(r"\"\"\"(.+?)\"\"\"|'''(.+?)'''|\"((?:[^\"\\\n]|\\.)+)\"|'([^'\n]+)'", re.DOTALL)
_TOML_BARE = re.compile(r"[^#\[\]{},\s]+(?: \d\d:\d\d\S*)?")
_AT_LINE = re.compile(r"at line (\d+)")


class Front(NamedTuple):
    """What front matter tells, by the part that each value names."""

    end: int  # where the text's own words begin
    spans: dict[str, Span]  # as it stands in the text; of a list its first, or all in one line of YAML
    values: dict[str, tuple[str, ...]]  # of a list each one's words


def read_front(text: str, *, path: str) -> Front:
    """The front matter of a text, empty where it has none. Raises UnreadableFileError where it is broken."""
    for form, read in ((_YAML, _read_yaml), (_TOML, _read_toml)):
        match = form.match(text)
        if match is None:
            continue
        source = match["source"] or ""
        if len(source) > _LARGEST:
            raise UnreadableFileError(path, f"front matter too long: {len(source):,} characters")
        told = read(text, match, path)
        if told is not None:
            known = {part: key for part, keys in FRONT_MATTER.items() for key in keys[::-1] if key in told}
            return Front(
                end=match.end(),
                spans={part: told[key][0] for part, key in known.items()},
                values={part: tuple(span.of(text) for span in told[key][1]) for part, key in known.items()},
            )
    return Front(0, {}, {})


_Told = dict[str, tuple[Span, tuple[Span, ...]]]  # where the value stands as a whole, and one by one


def _read_yaml(text: str, match: re.Match[str], path: str) -> _Told | None:
    """None where it is not front matter but text between two rules. Aliases are never unfolded."""
    try:
        root = yaml.compose(match["source"] or "", Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise UnreadableFileError(path, f"front matter is not YAML at line {line}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UnreadableFileError(path, "front matter is not YAML") from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return None
    offset = match.start("source")
    return {
        _key(key.value): (whole, tuple(_scalars(text, value, offset)) or (whole,))
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and (whole := _value_span(text, value, offset)) is not None
    }


def _key(written: str) -> str:
    return written.casefold().replace("-", "_")


def _scalars(text: str, node: yaml.Node, offset: int) -> Iterator[Span]:
    if isinstance(node, yaml.SequenceNode):
        for one in node.value[:_MOST_VALUES]:
            if isinstance(one, yaml.ScalarNode) and (span := _value_span(text, one, offset)) is not None:
                yield span


def _value_span(text: str, node: yaml.Node, offset: int) -> Span | None:
    """Where a value's words stand: of a scalar without its marks, of a list its first, or all in one line."""
    if isinstance(node, yaml.MappingNode):  # "author:" with its "name:" below
        named = (
            value for key, value in node.value if isinstance(key, yaml.ScalarNode) and key.value == "name"
        )
        node = next(named, node)
    last = node
    if isinstance(node, yaml.SequenceNode) and node.value:
        # "[Ann Lee, Bo Chu]" reads as it stands; a list of lines has marks between.
        node, last = node.value[0], node.value[-1 if _is_one_line(node) else 0]
    if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
        return None
    start, end = offset + node.start_mark.index, offset + last.end_mark.index
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style in ("|", ">"):
        start = text.index("\n", start, end)
    return strip(text, start, end)


def _is_one_line(node: yaml.Node) -> bool:
    return bool(node.start_mark.line == node.end_mark.line)


def _read_toml(text: str, match: re.Match[str], path: str) -> _Told:
    source = match["source"] or ""
    try:
        tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        line = _AT_LINE.search(str(error))
        where = f" at line {int(line[1]) + 1}" if line else ""
        raise UnreadableFileError(path, f"front matter is not TOML{where}") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits
        raise UnreadableFileError(path, "front matter is not TOML") from error
    found: _Told = {}
    for name, start, end in _toml_tables(source, match.start("source")):
        keys = [*_TOML_KEY.finditer(text, start, end)]
        borders = [*(key.start() for key in keys[1:]), end][: len(keys)]
        for key, border in zip(keys, borders, strict=True):
            spans = tuple(_toml_spans(text, key, border))
            named = name if name and key["key"] == "name" else key["key"]
            if spans and (named == name or name in ("", *_TOML_PARAMS)):
                found.setdefault(_key(named), (spans[0], spans))
    return found


def _toml_tables(source: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """Each table's name and where its keys stand; what comes before the first has none."""
    tables = [*_TOML_TABLE.finditer(source)]
    starts = [0, *(table.end() for table in tables)]
    ends = [*(table.start() for table in tables), len(source)]
    names = ["", *(table["name"].strip().rpartition(".")[2] for table in tables)]
    for name, start, end in zip(names, starts, ends, strict=True):
        yield name, offset + start, offset + end


def _toml_spans(text: str, key: re.Match[str], border: int) -> Iterator[Span]:
    """The words in marks, each one's of a list; a day or a number stands without."""
    start = key.start("value")
    found = [*_TOML_WORDS.finditer(text, start, border)][:_MOST_VALUES] if text[start] in "\"'[" else []
    for words in found:
        span = strip(text, *words.span(words.lastindex or 0))
        if span is not None:
            yield span
    bare = _TOML_BARE.match(text, start, border)
    if not found and bare is not None:
        yield Span(*bare.span())
