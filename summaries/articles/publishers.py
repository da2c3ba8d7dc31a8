"""Whose page it is: the publisher's name as the page tells it, spelled as its readers see it.

Of what a page tells, an address is the last: where nothing else is told, the page's own words are asked for a
name that the address spells, as vibulletin.com is the Valley Isles Bulletin's.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from summaries.articles.lines import is_outlet
from summaries.articles.writers import plain_words, squashed
from summaries.lexicon import words

_LONGEST_NAME = 100  # characters
_SHORTEST_OUTLET = 4  # characters
_SHORTEST_WORD = 4  # letters; of a name whose other words an address abridges
_MOST_WORDS = 6
_BESIDE_OUTLET = re.compile(r"\s+[|–—»·]\s+|\s+-\s+")
_AROUND_SITE = re.compile(r"^(?:https?://)?(?:www\.)?|/$")
_MARKUP = re.compile(r"[<>{}]")
_NO_PART_OF_SITE = words("www m mobile amp news com org net info co ac gov edu tv uk us au nz ie ca in za")
_RUN = re.compile(r"[A-Z][\w'’&]*(?: (?:of |and |the )?[A-Z][\w'’&]*)+")
_LINKS = words("of and the")
_NO_WORDS = ("script", "style", "noscript", "template")


def find_publisher(
    tree: HtmlElement, told: Iterable[str], titles: Collection[str], url: str | None
) -> str | None:
    """The publisher's name: one that the site's address knows, told or behind a title; else as told."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    site = squashed(host.split(".")[0])
    named = [part for one in told for part in _names(one) if part != next(iter(titles), None)]
    behind = [part for title in titles for part in _names(title)[1:]]
    known = [part for part in named if site and site in squashed(part)]
    whole = [part for part in named if len(part) > _SHORTEST_OUTLET]  # "U.S." is an edition's name
    vouched = [part for part in behind if (site and site in squashed(part)) or _is_house(part)]
    found = next(iter([*known, *whole, *vouched, *named]), None)
    if found is None:
        return _spelled(tree, host) or host or None
    return _best_spelling(found, [*named, *behind])


def _names(told: str) -> list[str]:
    """The parts of a title or of a site's name, without what cannot be one."""
    parts = (_AROUND_SITE.sub("", part) for part in _BESIDE_OUTLET.split(plain_words(told)))
    return [part for part in parts if len(part) <= _LONGEST_NAME and not _MARKUP.search(part)]


def _is_house(part: str) -> bool:
    return " " in part and is_outlet(part)


def _best_spelling(name: str, others: Iterable[str]) -> str:
    """ "HeraldSun" where a title has "Herald Sun", "valley.com" where one has "Valley.com"."""
    letters = squashed(name)
    same = [name, *(other for other in others if squashed(other) in (letters, f"the{letters}"))]
    best = max(same, key=lambda one: (one.count(" "), not one.islower(), not one.isupper() or one == name))
    return f"T{best[1:]}" if best.startswith("the ") else best


def _spelled(tree: HtmlElement, host: str) -> str | None:
    """The name in the page's words that the address spells: the one that it has most often."""
    labels = [label.replace("-", "") for label in host.split(".") if label not in _NO_PART_OF_SITE]
    if not labels:
        return None
    runs = Counter(run for words in _words_of(tree) for run in _RUN.findall(words))
    found: Counter[str] = Counter()
    for run, count in runs.items():
        parts = run.split()
        for first, end in combinations(range(min(len(parts), 2 * _MOST_WORDS) + 1), 2):
            if 1 < end - first <= _MOST_WORDS and _spells(parts[first:end], labels):
                found[" ".join(parts[first:end])] += count
    return max(found, key=lambda name: (found[name], len(name)), default=None)


def _words_of(tree: HtmlElement) -> Iterator[str]:
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "img":
            yield from (element.get(name, "") for name in ("alt", "title"))
        elif element.tag not in _NO_WORDS:
            yield element.text or ""
        yield element.tail or ""


def _spells(name: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether the words are the address's: each whole or by its first letter, in their order."""
    plain = [squashed(word) for word in name]
    plain = [word for word in plain if word not in _LINKS]
    if len(plain) < 2:
        return False
    if len(labels) > 1:  # finance.valley.com
        return sorted(plain) == sorted(labels)
    label = labels[0].removeprefix("the")
    return any(
        "".join(word if whole else word[:1] for word, whole in zip(plain, wholes, strict=True)) == label
        and any(len(word) >= _SHORTEST_WORD for word, whole in zip(plain, wholes, strict=True) if whole)
        for wholes in _choices(len(plain))
    )


def _choices(count: int) -> Iterator[tuple[bool, ...]]:
    for number in range(1 << count):
        yield tuple(bool(number >> place & 1) for place in range(count))
